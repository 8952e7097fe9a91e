// Where rounding alone could make a figure of nothing: values at the mean, windows that are everything, areas of nobody.
import { describe, expect, test } from 'vitest';
import { gapAgainst } from '../../src/engine/gap.ts';
import { geary } from '../../src/engine/geary.ts';
import { gi, giStar } from '../../src/engine/gi.ts';
import { localMoran, localMoranPermutationP, quadrants } from '../../src/engine/localMoran.ts';
import { globalMoran } from '../../src/engine/moran.ts';
import { globalMoranPermutation } from '../../src/engine/moranPermutation.ts';
import { neighboursFromLists } from '../../src/engine/neighbours.ts';
import { notableClusters } from '../../src/engine/notableClusters.ts';
import { rowStandardised } from '../../src/engine/spatialWeights.ts';

/** Areas in a row, each touching so many on either side. */
const chain = (n: number, sides = 1) =>
  rowStandardised(
    neighboursFromLists(
      Array.from({ length: n }, (_, i) =>
        Array.from({ length: n }, (_, j) => j).filter((j) => j !== i && Math.abs(j - i) <= sides),
      ),
    ),
  );
const everyone = (n: number) =>
  rowStandardised(
    neighboursFromLists(
      Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => j).filter((j) => j !== i)),
    ),
  );

describe('an area at the mean but for the last bits', () => {
  // 0.7, 1.4 ... 6.3: the fifth is the mean, and in floating point it is not.
  const values = Array.from({ length: 9 }, (_, i) => 0.7 * (i + 1));

  test('has a local I of exactly 0, no z, a p of 1 and no quadrant', () => {
    const { statistic, expected, variance, z } = localMoran(values, chain(9));
    expect([statistic[4], expected[4], variance[4], z[4]]).toEqual([0, 0, 0, Number.NaN]);
    expect(localMoranPermutationP(values, chain(9), { permutations: 99 })[4]).toBe(1);
    expect(quadrants(values, chain(9))[4]).toBe('none');
  });
});

describe('a window that is the whole map', () => {
  test.each([5, 10, 20])('of %i areas gives no Gi* score, as its mean cannot vary', (n) => {
    const { z, variance, statistic } = giStar(
      Array.from({ length: n }, (_, i) => ((i * i) % 7) + 0.1 * i),
      everyone(n),
    );
    for (let i = 0; i < n; i++) {
      expect(z[i]).toBeNaN();
      expect(variance[i]).toBe(0);
      expect(statistic[i]).toBeCloseTo(1 / n, 12);
    }
  });
});

describe('the gap', () => {
  test('of an area with neither need nor people is known: all its places are more than need calls for', () => {
    const { gap } = gapAgainst([0, 1], [0, 10], [2, 3], 0.5);
    expect([...gap]).toEqual([-2, 2]);
  });

  test('refuses columns of unequal length, whichever is the odd one', () => {
    expect(() => gapAgainst([1, 1], [10], [1, 1], 0.5)).toThrow(RangeError);
    expect(() => gapAgainst([1], [10, 10], [1], 0.5)).toThrow(RangeError);
    expect(() => gapAgainst([1, 1], [10, 10], [1], 0.5)).toThrow(RangeError);
  });
});

describe('values whose squares are no numbers', () => {
  const plain = Array.from({ length: 24 }, (_, i) => (i < 8 ? 1.5 : 0.25) + ((i * 7) % 5) / 16);
  const weights = chain(24, 4);

  test.each([2 ** 1021, 2 ** 512, 2 ** 300, 2 ** -300, 2 ** -512, 2 ** -1000])(
    'in a unit of %d cluster exactly as they do in their own',
    (unit) => {
      const values = plain.map((v) => v * unit);
      for (const local of [localMoran, gi, giStar]) {
        expect(local(values, weights)).toEqual(local(plain, weights));
      }
      for (const global of [globalMoran, geary]) {
        expect(global(values, weights)).toEqual(global(plain, weights));
      }
      const permutations = { permutations: 99, seed: 1 };
      expect(globalMoranPermutation(values, weights, permutations)).toEqual(
        globalMoranPermutation(plain, weights, permutations),
      );
      for (const statistic of ['gi-star', 'local-moran'] as const) {
        const settings = { statistic, of: 'a figure', permutations: 999, level: 0.05, seed: 1 };
        const found = notableClusters(Float64Array.from(values), weights.neighbours, settings);
        expect(found).toEqual(notableClusters(Float64Array.from(plain), weights.neighbours, settings));
        expect(found.found.coresHigh + found.found.neighboursHigh).toBeGreaterThan(0);
      }
    },
  );

  test('of an infinite value are refused, with the area', () => {
    const values = Float64Array.from(plain, (v, i) => (i === 5 ? Number.POSITIVE_INFINITY : v));
    const settings = {
      statistic: 'gi-star',
      of: 'a figure',
      permutations: 99,
      level: 0.05,
      seed: 1,
    } as const;
    expect(() => notableClusters(values, weights.neighbours, settings)).toThrow(/area 5 is Infinity/);
    expect(() => localMoran(values, weights)).toThrow(/area 5 is Infinity/);
  });
});
