// Spatial weights: rows, windows with the area itself, lags, and the sums the moments need.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { neighboursFromLists } from '../../src/engine/neighbours.ts';
import {
  binary,
  includingSelf,
  rowStandardised,
  rowStandardisedBy,
  type SpatialWeights,
  spatialLag,
  weightSums,
} from '../../src/engine/spatialWeights.ts';

const n = 7;
const anyWeights = fc
  .array(fc.array(fc.nat(n - 1), { maxLength: n }), { minLength: n, maxLength: n })
  .chain((rows) => {
    const neighbours = neighboursFromLists(rows.map((row, i) => row.filter((j) => j !== i)));
    const size = neighbours.targets.length;
    return fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: size, maxLength: size })
      .map((raw) => rowStandardisedBy(neighbours, raw));
  });

/** The weights as a full matrix. */
function matrix({ neighbours: { offsets, targets }, values }: SpatialWeights): number[][] {
  return Array.from({ length: offsets.length - 1 }, (_, i) => {
    const row = new Array<number>(offsets.length - 1).fill(0);
    for (let e = offsets[i]; e < offsets[i + 1]; e++) row[targets[e]] = values[e];
    return row;
  });
}
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

describe('spatial weights', () => {
  const three = neighboursFromLists([[1, 2], [0], [], [0, 1, 2]]);

  test('standardised by rows average the neighbours, binary ones add them, and an island’s lag is 0', () => {
    expect([...spatialLag(rowStandardised(three), [1, 2, 6, 0])]).toEqual([4, 1, 0, 3]);
    expect([...spatialLag(binary(three), [1, 2, 6, 0])]).toEqual([8, 1, 0, 9]);
  });

  test('of the caller’s own are scaled by rows, and known to be equal or not', () => {
    const own = rowStandardisedBy(three, [1, 3, 5, 0, 0, 0]);
    expect([...own.values]).toEqual([0.25, 0.75, 1, 0, 0, 0]);
    expect(own.equalInRows).toBe(false);
    expect(rowStandardisedBy(three, [2, 2, 5, 1, 1, 1]).equalInRows).toBe(true);
    expect(() => rowStandardisedBy(three, [1])).toThrow(/6 pairs of neighbours but 1 weights/);
    for (const bad of [-1, Number.NaN, Infinity]) {
      expect(() => rowStandardisedBy(three, [1, bad, 1, 1, 1, 1])).toThrow(/weight of area 2 for area 0/);
    }
  });

  test('including the area itself put it in its place with the mean weight of its neighbours', () => {
    const window = includingSelf(rowStandardised(three));
    const third = 1 / 3;
    const truth = [
      [third, third, third, 0],
      [0.5, 0.5, 0, 0],
      [0, 0, 1, 0],
      [0.25, 0.25, 0.25, 0.25],
    ];
    matrix(window).forEach((row, i) => {
      row.forEach((w, j) => {
        expect(w).toBeCloseTo(truth[i][j], 12);
      });
    });
    expect(window.equalInRows).toBe(true);
    expect(matrix(includingSelf(binary(three)))).toEqual(matrix(window));
    for (let i = 0; i < 4; i++) {
      const row = window.neighbours.targets.subarray(
        window.neighbours.offsets[i],
        window.neighbours.offsets[i + 1],
      );
      expect([...row]).toEqual([...row].sort((a, b) => a - b));
    }
    const uneven = includingSelf(rowStandardisedBy(three, [1, 3, 5, 0, 0, 0]));
    expect(matrix(uneven)[0]).toEqual([1 / 3, 1 / 6, 1 / 2, 0].map((w) => expect.closeTo(w, 12)));
    expect(matrix(uneven)[3]).toEqual([0, 0, 0, 1]);
  });

  test('sum as their full matrix does, asymmetric or not', () => {
    fc.assert(
      fc.property(anyWeights, (weights) => {
        const w = matrix(weights);
        const found = weightSums(weights);
        const cells = w.flatMap((row, i) => row.map((x, j) => ({ x, back: w[j][i] })));
        expect(found.s0).toBeCloseTo(sum(cells.map(({ x }) => x)), 10);
        expect(found.s1).toBeCloseTo(sum(cells.map(({ x, back }) => (x + back) ** 2)) / 2, 10);
        const both = w.map((row, i) => (sum(row) + sum(w.map((other) => other[i]))) ** 2);
        expect(found.s2).toBeCloseTo(sum(both), 10);
        const { offsets } = weights.neighbours;
        expect(found.connected).toBe(w.filter((_, i) => offsets[i] < offsets[i + 1]).length);
      }),
    );
  });
});
