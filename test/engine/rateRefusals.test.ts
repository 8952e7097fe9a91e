// Where rates stop being rates: the edges of what the functions accept.
import { describe, expect, test } from 'vitest';
import { rateRatio, rateWithInterval } from '../../src/engine/rates.ts';

describe('a rate', () => {
  test('may cover a single month, which then stands for a twelfth of a year', () => {
    expect(rateWithInterval(5, 1000, { months: 1 }).rate).toBe(60);
    expect(() => rateWithInterval(5, 1000, { months: 0 })).toThrow(RangeError);
  });

  test('cannot be read with an overdispersion without limit', () => {
    expect(() => rateWithInterval(5, 1000, { dispersion: Number.POSITIVE_INFINITY })).toThrow(RangeError);
    expect(() => rateRatio(5, 1, 5, 1, { dispersion: Number.POSITIVE_INFINITY })).toThrow(RangeError);
  });
});

describe('a ratio of rates', () => {
  test('needs an exposure in both windows', () => {
    expect(() => rateRatio(5, 0, 5, 1)).toThrow(RangeError);
    expect(() => rateRatio(5, 1, 5, 0)).toThrow(RangeError);
    expect(() => rateRatio(5, Number.NaN, 5, 1)).toThrow(RangeError);
  });

  test('of no events at all cannot be calculated', () => {
    expect(rateRatio(0, 1, 0, 1)).toEqual({ ratio: Number.NaN, lower: Number.NaN, upper: Number.NaN });
  });
});
