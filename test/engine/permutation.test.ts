// Conditional permutation: against full enumeration by the test itself, for equal and unequal weights, ties and extremes.
import { describe, expect, test } from 'vitest';
import { neighboursFromLists } from '../../src/engine/neighbours.ts';
import { permuteLags, twoSidedPseudoP } from '../../src/engine/permutation.ts';
import { createRandom } from '../../src/engine/random.ts';
import {
  binary,
  rowStandardised,
  rowStandardisedBy,
  type SpatialWeights,
} from '../../src/engine/spatialWeights.ts';
import { lattice } from './referenceCases.ts';

/** Exact tails of area i's lag over every ordered choice of its neighbours among the others. */
function enumerated(
  values: number[],
  weights: SpatialWeights,
  i: number,
): { atLeast: number; atMost: number } {
  const { offsets, targets } = weights.neighbours;
  const mine = weights.values.subarray(offsets[i], offsets[i + 1]);
  const mean = values.reduce((a, b) => a + b) / values.length;
  const lag = (ids: ArrayLike<number>) => mine.reduce((sum, w, p) => sum + w * (values[ids[p]] - mean), 0);
  const observed = lag(targets.subarray(offsets[i], offsets[i + 1]));
  let all = 0;
  let atLeast = 0;
  let atMost = 0;
  const choose = (chosen: number[]): void => {
    if (chosen.length === mine.length) {
      all++;
      if (lag(chosen) >= observed - 1e-9) atLeast++;
      if (lag(chosen) <= observed + 1e-9) atMost++;
      return;
    }
    for (let j = 0; j < values.length; j++) if (j !== i && !chosen.includes(j)) choose([...chosen, j]);
  };
  choose([]);
  return { atLeast: atLeast / all, atMost: atMost / all };
}

function worstError(values: number[], weights: SpatialWeights, permutations: number, seed: number): number {
  const tails = permuteLags(values, weights, { permutations, seed });
  let worst = 0;
  for (let i = 0; i < values.length; i++) {
    if (!tails.hasLag[i]) continue;
    const truth = enumerated(values, weights, i);
    for (const side of ['atLeast', 'atMost'] as const) {
      const found = tails[side][i] / permutations;
      const error = Math.sqrt((truth[side] * (1 - truth[side])) / permutations);
      if (error === 0) expect(found).toBe(truth[side]);
      else worst = Math.max(worst, Math.abs(found - truth[side]) / error);
    }
  }
  return worst;
}

const random = createRandom(12);
const nine = Array.from({ length: 9 }, () => random.normal());
const nineTied = [0, 0.1, 0.1, 0.2, 0.3, 0.3, 0, 0.1, 0.6];
const grid = neighboursFromLists(lattice(3, 3, 'rook'));

describe('permuted lags', () => {
  // Degrees 2, 3 and 4 out of nine areas: most sequences contain the area in question and must be corrected.
  test.each([
    ['values all different', nine],
    ['many ties that differ in the last bit when summed', nineTied],
  ])('by shared sequences agree with full enumeration for %s', (_, values) => {
    expect(worstError(values, rowStandardised(grid), 60_000, 5)).toBeLessThan(4);
    expect(worstError(values, binary(grid), 60_000, 6)).toBeLessThan(4);
  });

  test('drawn for each area agree with full enumeration where weights are unequal', () => {
    const weights = rowStandardisedBy(
      grid,
      Array.from(grid.targets, (_, e) => 1 + (e % 3)),
    );
    expect(weights.equalInRows).toBe(false);
    expect(worstError(nine, weights, 60_000, 7)).toBeLessThan(4);
    expect(worstError(nineTied, weights, 60_000, 8)).toBeLessThan(4);
  });

  test('of an area whose neighbours are everybody else are all ties', () => {
    const star = neighboursFromLists([[1, 2, 3, 4], [0], [0], [0], [0]]);
    const values = [0.1, 0.7, 0.2, 0.4, 0.3];
    const tails = permuteLags(values, rowStandardised(star), { permutations: 500 });
    expect([tails.atLeast[0], tails.atMost[0]]).toEqual([500, 500]);
    expect(worstError(values, rowStandardised(star), 40_000, 9)).toBeLessThan(4);
  });

  test('have every permutation in at least one tail, in both only for ties', () => {
    const tails = permuteLags(nine, rowStandardised(grid), { permutations: 999 });
    tails.atLeast.forEach((count, i) => {
      expect(count + tails.atMost[i]).toBeGreaterThanOrEqual(999);
      expect(count).toBeLessThanOrEqual(999);
      expect(tails.atMost[i]).toBeLessThanOrEqual(999);
    });
  });

  test('exchange their tails when values change sign', () => {
    const up = permuteLags(nine, rowStandardised(grid), { permutations: 999, seed: 3 });
    const down = permuteLags(
      nine.map((x) => -x),
      rowStandardised(grid),
      { permutations: 999, seed: 3 },
    );
    expect([...down.atLeast]).toEqual([...up.atMost]);
    expect([...down.atMost]).toEqual([...up.atLeast]);
  });

  test('are the same for the same seed, and others for another', () => {
    const once = permuteLags(nine, rowStandardised(grid), { permutations: 999, seed: 1 });
    expect(permuteLags(nine, rowStandardised(grid), { permutations: 999, seed: 1 })).toEqual(once);
    expect(permuteLags(nine, rowStandardised(grid), { permutations: 999, seed: 2 })).not.toEqual(once);
    expect(permuteLags(nine, rowStandardised(grid)).permutations).toBe(9999);
  });

  test('counted in blocks are counted all', () => {
    // 120 areas of as many different degrees leave room for some 34,000 sums of each at once.
    const n = 121;
    const fan = neighboursFromLists(Array.from({ length: n }, (_, i) => [...Array(i).keys()].slice(0, 120)));
    const values = Array.from({ length: n }, (_, i) => Math.sin(i * 1.7));
    const tails = permuteLags(values, binary(fan), { permutations: 40_000 });
    expect(tails.hasLag[0]).toBe(0);
    for (let i = 1; i < n; i++) expect(tails.atLeast[i] + tails.atMost[i]).toBeGreaterThanOrEqual(40_000);
    const oneNeighbour = values.filter((x, j) => j !== 1 && x >= values[0] - 1e-12).length / (n - 1);
    expect(Math.abs(tails.atLeast[1] / 40_000 - oneNeighbour)).toBeLessThan(4 * Math.sqrt(0.25 / 40_000));
  });

  test('treat an area of neighbours without weight as an island', () => {
    const weights = rowStandardisedBy(neighboursFromLists([[1, 2], [0], [0]]), [0, 0, 1, 1]);
    const p = twoSidedPseudoP(permuteLags([1, 2, 4], weights, { permutations: 9 }));
    expect(p[0]).toBeNaN();
    expect(p[1]).toBeGreaterThan(0);
  });

  test('find nothing to count among islands alone', () => {
    const p = twoSidedPseudoP(permuteLags([1, 2, 4], rowStandardised(neighboursFromLists([[], [], []]))));
    expect([...p]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  test.each([0, -5, 1.5, Number.NaN])('are refused for %d permutations', (permutations) => {
    expect(() => permuteLags(nine, rowStandardised(grid), { permutations })).toThrow(/whole number/);
  });
});

describe('the two-sided p', () => {
  test('is twice the smaller tail with one added, never above 1, never below 2/(R + 1)', () => {
    const tails = {
      atLeast: Int32Array.of(0, 99, 50, 3),
      atMost: Int32Array.of(99, 0, 50, 96),
      permutations: 99,
      hasLag: Uint8Array.of(1, 1, 1, 0),
    };
    expect([...twoSidedPseudoP(tails)]).toEqual([0.02, 0.02, 1, Number.NaN]);
  });
});
