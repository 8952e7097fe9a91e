// Counts, proportions, rates and their change: published values, hand cases, laws, and what is refused.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chiSquareQuantile } from '../../src/engine/distributions.ts';
import {
  countInterval,
  overdispersion,
  proportionInterval,
  rateRatio,
  rateWithInterval,
} from '../../src/engine/rates.ts';

const counts = fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.double({ min: 0, max: 5000, noNaN: true }));

describe('the interval of a count', () => {
  test.each([
    [10, 4.7874, 18.3915],
    [25, 16.1743, 36.9065],
    [0, 0, 3.6889],
    [5, 1.6235, 11.6683],
  ])('of %i events runs from %d to %d', (count, lower, upper) => {
    const [found, top] = countInterval(count);
    expect(found).toBeCloseTo(lower, 4);
    expect(top).toBeCloseTo(upper, 4);
  });

  test('at 99 % is the exact one below ten, with the quantiles of 0.5 % and 99.5 %', () => {
    const [lower, upper] = countInterval(4, 0.99);
    expect(lower).toBeCloseTo(chiSquareQuantile(0.005, 8) / 2, 10);
    expect(upper).toBeCloseTo(chiSquareQuantile(0.995, 10) / 2, 10);
    expect(upper - lower).toBeGreaterThan(countInterval(4)[1] - countInterval(4)[0]);
  });

  test('holds the count, and both ends rise with it, whole or not, across the change of method', () => {
    fc.assert(
      fc.property(counts, fc.double({ min: 0.01, max: 50, noNaN: true }), (count, more) => {
        const [lower, upper] = countInterval(count);
        const [later, top] = countInterval(count + more);
        expect(lower).toBeLessThanOrEqual(count);
        expect(upper).toBeGreaterThan(count);
        expect(top).toBeGreaterThan(upper);
        // Byar starts at 10 some .008 below the exact limit.
        expect(later).toBeGreaterThan(lower - 0.01);
      }),
    );
  });

  test('of an unknown count is unknown', () => {
    expect(countInterval(Number.NaN)).toEqual([Number.NaN, Number.NaN]);
  });

  test.each([-1, Number.POSITIVE_INFINITY])('of %d events is refused', (count) => {
    expect(() => countInterval(count)).toThrow(/count of events/);
  });

  test.each([0, 1, -0.5, Number.NaN])('at a confidence of %d is refused', (confidence) => {
    expect(() => countInterval(5, confidence)).toThrow(/confidence/);
  });
});

describe('Wilson’s interval of a proportion', () => {
  test('of 15 out of 50 and of 0 out of 10 is the published one', () => {
    const [lower, upper] = proportionInterval(15, 50);
    expect(lower).toBeCloseTo(0.191, 3);
    expect(upper).toBeCloseTo(0.4375, 3);
    const z = 1.959963984540054;
    expect(proportionInterval(0, 10)[0]).toBe(0);
    expect(proportionInterval(0, 10)[1]).toBeCloseTo((z * z) / (10 + z * z), 12);
  });

  test('stays inside [0, 1], holds the share, and mirrors when events and non-events change places', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (total, share) => {
          const count = Math.round(share * total);
          const [lower, upper] = proportionInterval(count, total);
          const [mirroredLower, mirroredUpper] = proportionInterval(total - count, total);
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(upper).toBeLessThanOrEqual(1);
          expect(lower).toBeLessThanOrEqual(count / total);
          expect(upper).toBeGreaterThanOrEqual(count / total);
          expect(mirroredLower).toBeCloseTo(1 - upper, 12);
          expect(mirroredUpper).toBeCloseTo(1 - lower, 12);
        },
      ),
    );
  });

  test('is unknown for nobody or an unknown count, and refused for more than all or less than none', () => {
    expect(proportionInterval(0, 0)).toEqual([Number.NaN, Number.NaN]);
    expect(proportionInterval(Number.NaN, 5)).toEqual([Number.NaN, Number.NaN]);
    expect(proportionInterval(5, 5)[1]).toBe(1);
    expect(() => proportionInterval(6, 5)).toThrow(/more than the whole/);
    expect(() => proportionInterval(-1, 5)).toThrow(RangeError);
    expect(() => proportionInterval(1, -5)).toThrow(RangeError);
  });
});

describe('a rate per 1,000 a year', () => {
  test('of 25 events among 5,000 people is 5 in twelve months and 10 in six', () => {
    const year = rateWithInterval(25, 5000);
    expect(year.rate).toBeCloseTo(5, 12);
    expect(year.lower).toBeCloseTo(16.1743 / 5, 4);
    expect(year.upper).toBeCloseTo(36.9065 / 5, 4);
    expect(rateWithInterval(25, 5000, { months: 6 }).rate).toBeCloseTo(10, 12);
    expect(rateWithInterval(25, 5000, { months: 1 }).rate).toBeCloseTo(60, 12);
    expect(rateWithInterval(25, 5000, { per: 1 }).rate).toBeCloseTo(0.005, 15);
  });

  test('keeps its value under overdispersion while its interval becomes that of O/φ over n/φ', () => {
    const wide = rateWithInterval(90, 5000, { dispersion: 3 });
    expect(wide.rate).toBe(rateWithInterval(90, 5000).rate);
    const [lower, upper] = countInterval(30);
    expect(wide.lower).toBeCloseTo((lower / (5000 / 3)) * 1000, 10);
    expect(wide.upper).toBeCloseTo((upper / (5000 / 3)) * 1000, 10);
  });

  test('is unknown for nobody without events and for unknown input', () => {
    for (const [count, people] of [
      [0, 0],
      [Number.NaN, 10],
      [3, Number.NaN],
    ]) {
      expect(rateWithInterval(count, people)).toEqual({
        rate: Number.NaN,
        lower: Number.NaN,
        upper: Number.NaN,
      });
    }
  });

  test('is refused for events among nobody, people below zero, broken months, or φ below 1', () => {
    expect(() => rateWithInterval(1, 0)).toThrow(/1 events among a population of 0/);
    expect(() => rateWithInterval(1, -5)).toThrow(RangeError);
    expect(() => rateWithInterval(1, 5, { months: 1.5 })).toThrow(/complete months/);
    expect(() => rateWithInterval(1, 5, { months: 0 })).toThrow(/complete months/);
    expect(() => rateWithInterval(1, 5, { dispersion: 0.9 })).toThrow(/Overdispersion/);
    expect(() => rateWithInterval(1, 5, { dispersion: Number.NaN })).toThrow(/Overdispersion/);
  });
});

describe('the ratio of two rates', () => {
  test('of 30 events against 20 over the same exposure is 1.5, with Wilson’s odds as its interval', () => {
    const { ratio, lower, upper } = rateRatio(30, 1, 20, 1);
    const [low, high] = proportionInterval(30, 50);
    expect(ratio).toBeCloseTo(1.5, 12);
    expect(lower).toBeCloseTo(low / (1 - low), 12);
    expect(upper).toBeCloseTo(high / (1 - high), 12);
    expect(rateRatio(30, 2, 20, 1).ratio).toBeCloseTo(0.75, 12);
  });

  test('turned round is the reciprocal, and holds the estimate', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900 }), (a, b) => {
        const there = rateRatio(a, 3, b, 2);
        const back = rateRatio(b, 2, a, 3);
        expect(there.ratio * back.ratio).toBeCloseTo(1, 9);
        expect(there.lower * back.upper).toBeCloseTo(1, 9);
        expect(there.lower).toBeLessThanOrEqual(there.ratio);
        expect(there.upper).toBeGreaterThanOrEqual(there.ratio);
      }),
    );
  });

  test('is defined at zero counts, wider with overdispersion, and cannot be calculated without any event', () => {
    expect(rateRatio(0, 1, 5, 1)).toMatchObject({ ratio: 0, lower: 0 });
    expect(rateRatio(5, 1, 0, 1)).toMatchObject({ ratio: Infinity, upper: Infinity });
    const plain = rateRatio(30, 1, 20, 1);
    const wide = rateRatio(30, 1, 20, 1, { dispersion: 3 });
    expect(wide.ratio).toBe(plain.ratio);
    expect(wide.lower).toBeLessThan(plain.lower);
    expect(wide.upper).toBeGreaterThan(plain.upper);
    expect(rateRatio(0, 1, 0, 1)).toEqual({ ratio: Number.NaN, lower: Number.NaN, upper: Number.NaN });
  });

  test('is refused without exposure or with counts below zero', () => {
    expect(() => rateRatio(1, 0, 1, 1)).toThrow(/exposure/);
    expect(() => rateRatio(1, 1, 1, Number.NaN)).toThrow(/exposure/);
    expect(() => rateRatio(1, 1, 1, 0)).toThrow(/exposure/);
    expect(() => rateRatio(-1, 1, 3, 1)).toThrow(/cannot be -1/);
    expect(() => rateRatio(1, 1, 1, 1, { dispersion: Infinity })).toThrow(/Overdispersion/);
    expect(rateRatio(Number.NaN, 1, 3, 1).ratio).toBeNaN();
    expect(rateRatio(3, 1, Number.NaN, 1).ratio).toBeNaN();
    expect(() => rateRatio(3, 1, -1, 1)).toThrow(/cannot be -1/);
  });
});

describe('overdispersion', () => {
  test('is the mean squared scaled residual of the later year on the earlier', () => {
    // k = 60/40 = 1.5: residuals 30 − 15 and 30 − 45, variances 30 + 2.25·10 and 30 + 2.25·30.
    const truth = (225 / 52.5 + 225 / 97.5) / 2;
    expect(overdispersion([10, 30], [30, 30])).toBeCloseTo(truth, 12);
  });

  test('is never below 1, and is 1 for years that are alike or say nothing', () => {
    expect(overdispersion([10, 20], [10, 20])).toBe(1);
    expect(overdispersion([], [])).toBe(1);
    expect(overdispersion([0, 0], [0, 0])).toBe(1);
    expect(overdispersion([5, 4], [0, 0])).toBe(1);
  });

  test('leaves out areas that are unknown or without events in both years', () => {
    expect(overdispersion([10, 30, 0, Number.NaN, 4], [30, 30, 0, 7, Number.NaN])).toBe(
      overdispersion([10, 30], [30, 30]),
    );
  });

  test('is refused for unequal lengths, negative counts, or growth from nothing', () => {
    expect(() => overdispersion([1], [1, 2])).toThrow(/same areas/);
    expect(() => overdispersion([-1], [1])).toThrow(RangeError);
    expect(() => overdispersion([0], [1])).toThrow(/no events/);
  });
});
