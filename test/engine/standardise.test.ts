// Scales and their mean: check values, hand cases and laws.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aggregate, exponentialOfRank, standardise } from '../../src/engine/standardise.ts';

const scales = ['percentile', 'z', 'minmax', 'exponential'] as const;
const column = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 40 });

const expectColumn = (found: Float64Array, truth: number[]) => {
  expect(found).toHaveLength(truth.length);
  truth.forEach((x, i) => {
    if (Number.isNaN(x)) expect(found[i]).toBeNaN();
    else expect(found[i]).toBeCloseTo(x, 10);
  });
};

describe('a standardised measure', () => {
  test('as percentile rank runs from 0 to 100, ties sharing their place', () => {
    expectColumn(standardise([30, 10, 20, 20, 50], 'percentile'), [75, 0, 37.5, 37.5, 100]);
    expectColumn(standardise([7], 'percentile'), [50]);
    expectColumn(standardise([7, 7, 7], 'percentile'), [50, 50, 50]);
  });

  test('as z has mean 0 and standard deviation 1', () => {
    expectColumn(standardise([2, 4, 4, 4, 5, 5, 7, 9], 'z'), [-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2]);
    expectColumn(standardise([0.1, 0.1, 0.1], 'z'), [0, 0, 0]);
  });

  test('as min-max runs from 0 to 1', () => {
    expectColumn(standardise([5, 10, 7], 'minmax'), [0, 1, 0.4]);
    expectColumn(standardise([5, 5], 'minmax'), [0.5, 0.5]);
  });

  test('as the Indices’ exponential gives the check values', () => {
    expect(exponentialOfRank(0.5)).toBeCloseTo(15.6468, 4);
    expect(exponentialOfRank(0.9)).toBeCloseTo(50.4267, 4);
    expect(exponentialOfRank(1)).toBeCloseTo(100, 10);
    expect(exponentialOfRank(Number.NaN)).toBeNaN();
    expectColumn(standardise([3, 9], 'exponential'), [exponentialOfRank(0.5), 100]);
    for (const rank of [0, -0.1, 1.01]) expect(() => exponentialOfRank(rank)).toThrow(/scaled rank/);
  });

  test.each(scales)('as %s keeps order, and leaves what is not known out', (how) => {
    fc.assert(
      fc.property(column, (values) => {
        const found = standardise(values, how);
        for (let i = 0; i < values.length; i++) {
          for (let j = 0; j < values.length; j++) {
            if (values[i] < values[j]) expect(found[i]).toBeLessThanOrEqual(found[j]);
            if (values[i] === values[j]) expect(found[i]).toBe(found[j]);
          }
        }
        const gaps = standardise([Number.NaN, ...values, Number.NaN], how);
        expect(gaps[0]).toBeNaN();
        expect(gaps[values.length + 1]).toBeNaN();
        expect([...gaps.slice(1, -1)]).toEqual([...found]);
      }),
    );
  });

  test.each(scales)('as %s of nothing known is nothing known, and infinity is refused', (how) => {
    expectColumn(standardise([Number.NaN, Number.NaN], how), [Number.NaN, Number.NaN]);
    expect(() => standardise([1, Infinity], how)).toThrow(/area 1 is infinite/);
    expect(() => standardise([-Infinity], how)).toThrow(/area 0 is infinite/);
  });
});

describe('the weighted mean of measures', () => {
  test('is arithmetic or geometric, with weights scaled to sum to 1', () => {
    const columns = [
      [1, 8],
      [4, 2],
    ];
    expectColumn(aggregate(columns, [3, 1], 'arithmetic'), [1.75, 6.5]);
    expectColumn(aggregate(columns, [3, 1], 'geometric'), [4 ** 0.25, 8 ** 0.75 * 2 ** 0.25]);
    expectColumn(aggregate([[0, 5]], [2], 'geometric'), [0, 5]);
  });

  test('is never higher geometric than arithmetic', () => {
    const area = fc.tuple(
      fc.double({ min: 0, max: 100, noNaN: true }),
      fc.double({ min: 0, max: 100, noNaN: true }),
    );
    fc.assert(
      fc.property(area, fc.double({ min: 0.01, max: 1, noNaN: true }), ([a, b], weight) => {
        const [geometric] = aggregate([[a], [b]], [weight, 1], 'geometric');
        const [arithmetic] = aggregate([[a], [b]], [weight, 1], 'arithmetic');
        expect(geometric).toBeLessThanOrEqual(arithmetic * (1 + 1e-12) + 1e-12);
        expect(geometric).toBeGreaterThanOrEqual(Math.min(a, b) * (1 - 1e-12));
      }),
    );
  });

  test('is not known where a measure that counts is not, and known where it does not count', () => {
    expectColumn(
      aggregate(
        [
          [1, Number.NaN],
          [3, 3],
        ],
        [1, 1],
        'arithmetic',
      ),
      [2, Number.NaN],
    );
    expectColumn(
      aggregate(
        [
          [1, Number.NaN],
          [3, 3],
        ],
        [0, 1],
        'arithmetic',
      ),
      [3, 3],
    );
    expectColumn(aggregate([[Number.NaN], [3]], [1, 1], 'geometric'), [Number.NaN]);
  });

  test('is refused without measures, without weight, with a negative one, or of z-scores geometrically', () => {
    expect(() => aggregate([], [], 'arithmetic')).toThrow(/needs a weight/);
    expect(() => aggregate([[1]], [1, 2], 'arithmetic')).toThrow(/1 measures and 2 weights/);
    expect(() => aggregate([[1]], [0], 'arithmetic')).toThrow(/above zero/);
    expect(() => aggregate([[1]], [-1], 'arithmetic')).toThrow(/measure 0 is -1/);
    expect(() => aggregate([[1]], [Infinity], 'arithmetic')).toThrow(/measure 0/);
    expect(() => aggregate([[1], [1, 2]], [1, 1], 'arithmetic')).toThrow(/same areas/);
    expect(() => aggregate([[-1]], [1], 'geometric')).toThrow(/zero or more/);
  });
});
