// Largest remainder: whole parts that sum to the whole, as near to the weights as whole numbers can be.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { largestRemainder } from '../../scripts/release/largestRemainder.ts';

describe('largest remainder', () => {
  test('thirds of ten thousand give the unit left over to the first', () => {
    expect(largestRemainder([1, 1, 1], 10_000)).toEqual([3334, 3333, 3333]);
  });

  test('units left over go to the largest remainders', () => {
    // 7 x .5, .3, .2 = 3.5, 2.1, 1.4: rounded down 3, 2, 1, one left for .5.
    expect(largestRemainder([5, 3, 2], 7)).toEqual([4, 2, 1]);
  });

  test('weights that are all zero share equally', () => {
    expect(largestRemainder([0, 0], 3)).toEqual([2, 1]);
  });

  test('parts sum to the total and miss their exact share by less than one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 0, max: 100_000 }),
        (weights, total) => {
          const parts = largestRemainder(weights, total);
          expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
          const sum = weights.reduce((a, b) => a + b, 0);
          parts.forEach((part, k) => {
            const exact = sum > 0 ? (weights[k] / sum) * total : total / weights.length;
            expect(Math.abs(part - exact)).toBeLessThan(1);
          });
        },
      ),
    );
  });

  test('totals and weights that mean nothing are refused', () => {
    expect(() => largestRemainder([1], 1.5)).toThrow(RangeError);
    expect(() => largestRemainder([1, -1], 1)).toThrow(RangeError);
    expect(() => largestRemainder([Number.NaN], 1)).toThrow(RangeError);
    expect(() => largestRemainder([], 1)).toThrow(RangeError);
  });
});
