// Laws and hand cases of the clustering statistics, which run everywhere.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { geary } from '../../src/engine/geary.ts';
import { gi, giPermutationP, giStar } from '../../src/engine/gi.ts';
import { localMoran, localMoranPermutationP, quadrants } from '../../src/engine/localMoran.ts';
import { globalMoran } from '../../src/engine/moran.ts';
import { globalMoranPermutation } from '../../src/engine/moranPermutation.ts';
import { neighboursFromLists } from '../../src/engine/neighbours.ts';
import { createRandom } from '../../src/engine/random.ts';
import { binary, rowStandardised, rowStandardisedBy } from '../../src/engine/spatialWeights.ts';
import { lattice, worstDifference } from './referenceCases.ts';

const line = rowStandardised(neighboursFromLists(lattice(1, 5)));
const grid = rowStandardised(neighboursFromLists(lattice(5, 6)));

/** Values over a 5 × 6 lattice with something to find in them. */
const gridValues = fc
  .array(fc.integer({ min: -40, max: 40 }), { minLength: 30, maxLength: 30 })
  .filter((values) => new Set(values).size > 2);

/** The same areas under other numbers: area i becomes place[i]. */
function relabelled(lists: number[][], values: number[], place: number[]) {
  const newLists: number[][] = lists.map(() => []);
  const newValues = new Array<number>(values.length);
  lists.forEach((row, i) => {
    newLists[place[i]] = row.map((j) => place[j]);
    newValues[place[i]] = values[i];
  });
  return { weights: rowStandardised(neighboursFromLists(newLists)), values: newValues };
}

const shuffles = fc.shuffledSubarray([...Array(30).keys()], { minLength: 30, maxLength: 30 });

describe('global Moran and Geary', () => {
  test('of 1, 2, 3, 4, 5 in a line are .6 and .2, worked by hand', () => {
    // z = −2 … 2, Σz² = 10; lags −1, −1, 0, 1, 1: I = (2 + 1 + 0 + 1 + 2)/10, as each of five rows sums to 1.
    expect(globalMoran([1, 2, 3, 4, 5], line).statistic).toBeCloseTo(0.6, 12);
    // Every pair differs by 1 and each row's weights sum to 1: C = 4·5/(2·5·10).
    expect(geary([1, 2, 3, 4, 5], line).statistic).toBeCloseTo(0.2, 12);
    expect(globalMoran([1, 2, 3, 4, 5], line).expected).toBe(-0.25);
  });

  test('of a chessboard are as unlike as can be', () => {
    const rook = rowStandardised(neighboursFromLists(lattice(6, 6, 'rook')));
    const board = Array.from({ length: 36 }, (_, i) => ((i % 6) + Math.floor(i / 6)) % 2);
    expect(globalMoran(board, rook).statistic).toBeCloseTo(-1, 12);
    expect(globalMoran(board, rook).z).toBeLessThan(-5);
    expect(geary(board, rook).z).toBeLessThan(-5);
    const found = globalMoranPermutation(board, rook, { permutations: 999 });
    expect(found.atMost).toBe(0);
    expect(found.atLeast).toBe(999);
    expect(found.p).toBe(2 / 1000);
  });

  test('do not change when values are shifted and scaled, or areas renumbered', () => {
    fc.assert(
      fc.property(
        gridValues,
        shuffles,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (values, place, unit) => {
          for (const statistic of [globalMoran, geary]) {
            const { statistic: value, variance, p } = statistic(values, grid);
            const scaled = statistic(
              values.map((x) => 7 + unit * x),
              grid,
            );
            const other = relabelled(lattice(5, 6), values, place);
            const moved = statistic(other.values, other.weights);
            for (const again of [scaled, moved]) {
              expect(
                worstDifference([again.statistic, again.variance, again.p], [value, variance, p], 1e-3),
              ).toBeLessThan(1e-9);
            }
          }
        },
      ),
    );
  });

  test('permuted have the mean and spread their moments say, also where lists are asymmetric', () => {
    const random = createRandom(6);
    const values = Array.from({ length: 30 }, () => random.uniform() ** 3);
    const oneWay = neighboursFromLists(lattice(5, 6).map((row, i) => row.filter((j) => (i * j) % 3 !== 1)));
    for (const weights of [grid, binary(oneWay), rowStandardised(oneWay)]) {
      const analytic = globalMoran(values, weights);
      const found = globalMoranPermutation(values, weights, { permutations: 30_000, seed: 3 });
      const deviation = Math.sqrt(analytic.variance);
      expect(Math.abs(found.mean - analytic.expected)).toBeLessThan((4 * deviation) / Math.sqrt(30_000));
      expect(Math.abs(found.standardDeviation / deviation - 1)).toBeLessThan(0.02);
    }
  });

  test('count a permutation that only exchanges equal values as a tie', () => {
    // One area differs from nine in a ring: every permutation has the same I.
    const ring = rowStandardised(
      neighboursFromLists(Array.from({ length: 10 }, (_, i) => [(i + 1) % 10, (i + 9) % 10])),
    );
    const found = globalMoranPermutation([0.1, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3], ring, {
      permutations: 50,
    });
    expect(found).toMatchObject({ atLeast: 50, atMost: 50, p: 1 });
  });

  test('under normality have the variances of Cliff & Ord, worked by hand for a line of five', () => {
    // S0 = 5, S1 = 6.5, S2 = 21.
    expect(geary([1, 2, 3, 4, 5], line, 'normality').variance).toBeCloseTo(0.12, 12);
    const moran = (25 * 6.5 - 5 * 21 + 75) / (25 * 24) - 1 / 16;
    expect(globalMoran([1, 2, 3, 4, 5], line, 'normality').variance).toBeCloseTo(moran, 12);
  });

  test('of areas that are all neighbours of each other cannot vary, so they have no z', () => {
    for (const n of [4, 7, 12, 30]) {
      const everybody = rowStandardised(
        neighboursFromLists(Array.from({ length: n }, (_, i) => [...Array(n).keys()].filter((j) => j !== i))),
      );
      const values = Array.from({ length: n }, (_, i) => 0.1 * i ** 2);
      for (const test of [globalMoran(values, everybody), geary(values, everybody)]) {
        expect([test.variance, test.z, test.p]).toEqual([0, Number.NaN, Number.NaN]);
      }
      expect(globalMoran(values, everybody).statistic).toBeCloseTo(-1 / (n - 1), 12);
      expect(globalMoranPermutation(values, everybody, { permutations: 99 }).p).toBe(1);
    }
  });

  test('of a few areas with an island far off have no variance where the formula gives less than zero, rather than 0', () => {
    // Four in a line and an island that alone is high: S0 = 4, S1 = 5.5, S2 = 17, b2 = 5 · .416/.8² = 3.25, so that
    // 4(7 · 5.5 − 4 · 17 + 48) − 3.25(12 · 5.5 − 8 · 17 + 96) = 74 − 84.5 is below zero.
    const lists = [[1], [0, 2], [1, 3], [2], []];
    const test = globalMoran([0, 0, 0, 0, 1], rowStandardised(neighboursFromLists(lists)));
    expect(test.statistic).toBeCloseTo(0.2, 12);
    expect(test.expected).toBeCloseTo(-1 / 3, 12);
    expect([test.variance, test.z, test.p]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  test('need four areas with neighbours, and four are enough', () => {
    const four = rowStandardised(neighboursFromLists([[1], [0], [3], [2]]));
    expect(globalMoran([1, 2, 4, 9], four).z).not.toBeNaN();
    expect(geary([1, 2, 4, 9], four).z).not.toBeNaN();
  });

  test('refuse what cannot be tested, in a sentence', () => {
    const none = rowStandardised(neighboursFromLists([[], [], [], []]));
    const pair = rowStandardised(neighboursFromLists([[1], [0], [], []]));
    for (const statistic of [globalMoran, geary, globalMoranPermutation, localMoran, giStar, gi]) {
      expect(() => statistic([1, 2, Number.NaN, 4, 5], line)).toThrow(/value of area 2 is NaN/);
      expect(() => statistic([1, 2, 3, Infinity, 5], line)).toThrow(/value of area 3 is Infinity/);
      expect(() => statistic([1, 2, 3], line)).toThrow(/3 values but neighbours of 5/);
      expect(() => statistic([0.1, 0.1, 0.1, 0.1, 0.1], line)).toThrow(/same value/);
      expect(() => statistic([1, 2], rowStandardised(neighboursFromLists([[1], [0]])))).toThrow(
        /three areas/,
      );
    }
    expect(() => globalMoran([1, 2, 3, 4], pair)).toThrow(/at least four areas with neighbours; 2 have/);
    expect(() => geary([1, 2, 3, 4], none)).toThrow(/0 have/);
    expect(() => globalMoranPermutation([1, 2, 3, 4], none)).toThrow(/No area has neighbours/);
    for (const permutations of [0, 1.5, -1, Number.NaN]) {
      expect(() => globalMoranPermutation([1, 2, 3, 4, 5], line, { permutations })).toThrow(/whole number/);
    }
  });
});

describe('local Moran', () => {
  test('in a line of 1 … 5 is worked by hand: (z_i/2.5)·lag', () => {
    const { statistic } = localMoran([1, 2, 3, 4, 5], line);
    expect(worstDifference(statistic, [0.8, 0.4, 0, 0.4, 0.8])).toBeLessThan(1e-12);
    expect(quadrants([1, 2, 3, 4, 5], line)).toEqual([
      'low-low',
      'low-low',
      'none',
      'high-high',
      'high-high',
    ]);
    expect(quadrants([5, 1, 5, 1, 5.5], line)).toEqual([
      'high-low',
      'low-high',
      'high-low',
      'low-high',
      'high-low',
    ]);
  });

  test('sums to global Moran: Σ I_i = I · (n − 1) with weights standardised by rows and no islands', () => {
    fc.assert(
      fc.property(gridValues, (values) => {
        const sum = localMoran(values, grid).statistic.reduce((a, b) => a + b);
        expect(sum).toBeCloseTo(globalMoran(values, grid).statistic * 29, 9);
      }),
    );
  });

  test('and Gi, Gi* follow areas that are renumbered, and ignore shift and scale in z', () => {
    fc.assert(
      fc.property(gridValues, shuffles, (values, place) => {
        const other = relabelled(lattice(5, 6), values, place);
        for (const statistic of [localMoran, gi, giStar]) {
          const here = statistic(values, grid);
          const there = statistic(other.values, other.weights);
          const back = (column: Float64Array) =>
            place.map((to) => (Number.isNaN(column[to]) ? null : column[to]));
          expect(worstDifference(here.z, back(there.z), 1e-3)).toBeLessThan(1e-9);
          expect(worstDifference(here.p, back(there.p), 1e-3)).toBeLessThan(1e-9);
          const scaled = statistic(
            values.map((x) => 1000 + 3 * x),
            grid,
          );
          const same = [...here.z].map((z) => (Number.isNaN(z) ? null : z));
          expect(worstDifference(scaled.z, same, 1e-3)).toBeLessThan(1e-9);
        }
      }),
    );
  });

  test('moments are those of every arrangement of the others', () => {
    // Area 0 of four, all of them its neighbours but one: six ordered pairs of the values 2, 3, 7.
    const weights = rowStandardisedBy(neighboursFromLists([[1, 2], [0], [0], [0]]), [1, 3, 1, 1, 1]);
    const values = [10, 2, 3, 7];
    const mean = 5.5;
    const m2 = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 3;
    const others = [2, 3, 7];
    const all = others.flatMap((a) =>
      others.filter((b) => b !== a).map((b) => (4.5 / m2) * (0.25 * (a - mean) + 0.75 * (b - mean))),
    );
    const expected = all.reduce((a, b) => a + b) / 6;
    const variance = all.reduce((sum, x) => sum + (x - expected) ** 2, 0) / 6;
    const found = localMoran(values, weights);
    expect(found.statistic[0]).toBeCloseTo((4.5 / m2) * (0.25 * -3.5 + 0.75 * -2.5), 12);
    expect(found.expected[0]).toBeCloseTo(expected, 12);
    expect(found.variance[0]).toBeCloseTo(variance, 12);
  });

  test('of an area at the mean is in no quadrant with p 1, however extreme its neighbours, in any unit', () => {
    // Area 0 is at the mean beside the two highest; area 3 is low beside area 0, whose deviation is 0.
    const lists = [[1, 2], [0], [0], [0], [0], [0], [0], [0], [0]];
    const weights = rowStandardised(neighboursFromLists(lists));
    const values = [0, 10, 10, -4, -4, -4, -4, -2, -2];
    for (const unit of [1, 0.1]) {
      const scaled = values.map((x) => 0.7 * (1 - unit) + unit * x);
      expect(localMoranPermutationP(scaled, weights, { permutations: 999 })[0]).toBe(1);
      expect(giPermutationP(scaled, weights, { permutations: 999 })[0]).toBeLessThan(0.2);
      expect(localMoran(scaled, weights).z[0]).toBeNaN();
      expect(localMoran(scaled, weights).statistic[0]).toBe(0);
      expect(quadrants(scaled, weights)[0]).toBe('none');
      expect(quadrants(scaled, weights)[3]).toBe('none');
    }
  });

  test('says nothing of an island, of an area at the mean, and of one that everybody surrounds', () => {
    const island = rowStandardised(neighboursFromLists([[1], [0, 2], [1], []]));
    const found = localMoran([1, 2, 4, 9], island);
    expect([found.statistic[3], found.expected[3], found.variance[3]]).toEqual([0, 0, 0]);
    expect([found.z[3], found.p[3]]).toEqual([Number.NaN, Number.NaN]);
    expect(localMoranPermutationP([1, 2, 4, 9], island)[3]).toBeNaN();
    expect(quadrants([1, 2, 4, 9], island)[3]).toBe('none');

    const atMean = localMoran([1, 2, 3, 4, 5], line);
    expect([atMean.statistic[2], atMean.variance[2], atMean.z[2]]).toEqual([0, 0, Number.NaN]);
    expect(localMoranPermutationP([1, 2, 3, 4, 5], line, { permutations: 99 })[2]).toBe(1);

    const everybody = rowStandardised(neighboursFromLists([[1, 2, 3], [0], [0], [0]]));
    const surrounded = localMoran([1, 2, 4, 9], everybody);
    expect([surrounded.variance[0], surrounded.z[0]]).toEqual([0, Number.NaN]);
    expect(localMoranPermutationP([1, 2, 4, 9], everybody)[0]).toBe(1);
  });
});

describe('Gi and Gi*', () => {
  test('are the shares of everything in the neighbourhood, without and with the area itself', () => {
    const values = [1, 2, 3, 4, 5];
    expect(
      worstDifference(gi(values, line).statistic, [2 / 14, 2 / 13, 3 / 12, 4 / 11, 4 / 10]),
    ).toBeLessThan(1e-12);
    expect(worstDifference(giStar(values, line).statistic, [0.1, 2 / 15, 0.2, 4 / 15, 0.3])).toBeLessThan(
      1e-12,
    );
    expect([...giStar(values, line).expected]).toEqual([0.2, 0.2, 0.2, 0.2, 0.2]);
  });

  test('have z = (statistic − expected)/√variance', () => {
    fc.assert(
      fc.property(gridValues, (values) => {
        const positive = values.map((x) => x + 50);
        for (const statistic of [gi, giStar]) {
          const { statistic: g, expected, variance, z } = statistic(positive, grid);
          const again = g.map((x, i) => (x - expected[i]) / Math.sqrt(variance[i]));
          expect(worstDifference(again, [...z], 1e-3)).toBeLessThan(1e-9);
        }
      }),
    );
  });

  test('keep their z, but have no share, where values sum to zero', () => {
    const found = giStar([-2, -1, 0, 1, 2], line);
    expect(found.statistic.every(Number.isNaN)).toBe(true);
    expect(found.expected.every(Number.isNaN)).toBe(true);
    expect(worstDifference(found.z, [...giStar([1, 2, 3, 4, 5], line).z])).toBeLessThan(1e-12);
  });

  test('have no share where the others sum to zero', () => {
    const found = gi([7, 1, -1, 2, -2], line);
    expect(found.statistic[0]).toBeNaN();
    expect(found.statistic[1]).toBeCloseTo(3 / 6, 12);
    expect(found.z[0]).not.toBeNaN();
  });

  test('of an island: Gi* is a window of one, Gi is not known, and neither has a permutation p', () => {
    const island = rowStandardised(neighboursFromLists([[1], [0, 2], [1], []]));
    const values = [1, 2, 4, 9];
    const found = giStar(values, island);
    const deviation = Math.sqrt(values.reduce((sum, x) => sum + (x - 4) ** 2, 0) / 4);
    expect(found.statistic[3]).toBeCloseTo(9 / 16, 12);
    expect(found.z[3]).toBeCloseTo(5 / deviation, 12);
    expect(gi(values, island).z[3]).toBeNaN();
    expect(giPermutationP(values, island, { permutations: 99 })[3]).toBeNaN();
  });

  test('of a window that is everything has no z', () => {
    const everybody = rowStandardised(neighboursFromLists([[1, 2, 3], [0], [0], [0]]));
    const found = giStar([1, 2, 4, 9], everybody);
    expect(found.variance[0]).toBe(0);
    expect(found.z[0]).toBeNaN();
    expect(found.p[0]).toBeNaN();
  });
});

describe('values far from zero', () => {
  test('keep their digits: a million added to thousandths changes no local z by a hundred-thousand-millionth', () => {
    fc.assert(
      fc.property(gridValues, (values) => {
        // Thousand-and-twenty-fourths, so that the sum with a million is exact.
        const near = Float64Array.from(values, (v) => v / 1024);
        const far = near.map((v) => v + 1e6);
        for (const test of [localMoran, gi]) {
          const [one, other] = [test(near, grid).z, test(far, grid).z];
          const apart = one.map((z, i) => Math.abs(z - other[i]) / (1 + Math.abs(z)));
          expect(Math.max(...apart.filter((difference) => !Number.isNaN(difference)))).toBeLessThan(1e-11);
          expect([...other].map(Number.isNaN)).toEqual([...one].map(Number.isNaN));
        }
      }),
    );
  });
});
