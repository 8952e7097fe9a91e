// Tail probabilities and quantiles against published values (50-digit arithmetic) and against each other.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chiSquareQuantile,
  gammaCdf,
  gammaQuantile,
  logGamma,
  normalCdf,
  normalQuantile,
  normalTwoSided,
} from '../../src/engine/distributions.ts';

const relative = (found: number, truth: number) => Math.abs(found - truth) / Math.abs(truth);

describe('the normal distribution', () => {
  test.each([
    [-37.0, 5.725571222524577e-300],
    [-8.0, 6.220960574271784e-16],
    [-5.25, 7.604960516488715e-8],
    [-2.625, 0.004332448363012558],
    [-2.5, 0.006209665325776135],
    [-2.375, 0.008774475095738362],
    [-1.0, 0.15865525393145705],
    [-0.125, 0.45026177516988714],
    [0.5, 0.6914624612740131],
    [2.0, 0.9772498680518208],
    [3.0, 0.9986501019683699],
  ])('lies below %d with probability %d', (x, truth) => {
    expect(relative(normalCdf(x), truth)).toBeLessThan(3e-14);
  });

  test('two-sided probability of z = 1.959963984540054 is .05, of zero 1, of no number no number', () => {
    expect(relative(normalTwoSided(1.959963984540054), 0.05)).toBeLessThan(1e-13);
    expect(normalTwoSided(0)).toBe(1);
    expect(normalTwoSided(Number.NaN)).toBeNaN();
    expect(normalTwoSided(Number.POSITIVE_INFINITY)).toBe(0);
  });

  test('a quantile gives its probability back, and mirrors about one half', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 0.5, noNaN: true }), (p) => {
        expect(relative(normalCdf(normalQuantile(p)), p)).toBeLessThan(1e-12);
      }),
    );
    expect(relative(normalQuantile(0.975), 1.959963984540054)).toBeLessThan(1e-14);
    expect(normalQuantile(0.25)).toBe(-normalQuantile(0.75));
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
  });

  test('never falls as x rises, across the change of method', () => {
    let before = 0;
    for (let x = -6; x <= 6; x += 0.001) {
      const now = normalCdf(x);
      expect(now).toBeGreaterThanOrEqual(before);
      before = now;
    }
    expect(normalCdf(40)).toBe(1);
    expect(normalCdf(-40)).toBe(0);
  });

  test.each([-0.1, 1.1, Number.NaN])('refuses %d as a probability', (p) => {
    expect(() => normalQuantile(p)).toThrow(RangeError);
    expect(() => gammaQuantile(p, 1)).toThrow(RangeError);
  });
});

describe('the gamma and chi-square distributions', () => {
  test.each([
    [0.5, 0.5, 0.6826894921370859],
    [3.0, 0.125, 0.9979569603486667],
    [2.0, 5.0, 0.05265301734371116],
    [9.0, 5.0, 0.9450363585048951],
    [50.0, 50.0, 0.5188083154720433],
    [900.0, 1000.0, 0.0005499022657117829],
    [10050.0, 10000.0, 0.6923424407025656],
    [7.62939453125e-6, 3.25, 2.8170414027937357e-18],
    [40.0, 2.0, 0.9999999999999998],
  ])('at x = %d, shape %d, have probability %d below', (x, shape, truth) => {
    expect(relative(gammaCdf(x, shape), truth)).toBeLessThan(1e-13);
  });

  test('with shape 1 are exponential, and with df 2 likewise', () => {
    for (const x of [0.001, 0.5, 3, 30])
      expect(relative(gammaCdf(x, 1), -Math.expm1(-x))).toBeLessThan(1e-14);
    expect(relative(chiSquareQuantile(0.95, 2), -2 * Math.log(0.05))).toBeLessThan(1e-14);
  });

  test('chi-square quantiles are the published ones', () => {
    expect(relative(chiSquareQuantile(0.95, 1), 3.841458820694124)).toBeLessThan(1e-13);
    expect(relative(chiSquareQuantile(0.975, 10), 20.483177350807395)).toBeLessThan(1e-13);
    expect(relative(chiSquareQuantile(0.025, 10), 3.2469727802368404)).toBeLessThan(1e-13);
  });

  test('a quantile gives its probability back, for shapes small and large', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 0.999, noNaN: true }),
        fc.double({ min: -2, max: 4.5, noNaN: true }),
        (p, magnitude) => {
          const shape = 10 ** magnitude;
          const x = gammaQuantile(p, shape);
          if (x > 1e-290) expect(relative(gammaCdf(x, shape), p)).toBeLessThan(1e-11);
        },
      ),
    );
  });

  test('the ends of the scale have their limits', () => {
    expect(gammaCdf(0, 2)).toBe(0);
    expect(gammaCdf(-1, 2)).toBe(0);
    expect(gammaCdf(Number.POSITIVE_INFINITY, 2)).toBe(1);
    expect(gammaCdf(Number.NaN, 2)).toBeNaN();
    expect(gammaQuantile(0, 2)).toBe(0);
    expect(gammaQuantile(1, 2)).toBe(Number.POSITIVE_INFINITY);
  });

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuse a shape of %d', (shape) => {
    expect(() => gammaCdf(1, shape)).toThrow(RangeError);
    expect(() => gammaQuantile(0.5, shape)).toThrow(RangeError);
    expect(() => logGamma(shape)).toThrow(RangeError);
  });

  test('the log of the gamma function knows factorials and √π', () => {
    expect(relative(logGamma(11), Math.log(3628800))).toBeLessThan(1e-14);
    expect(relative(logGamma(0.5), Math.log(Math.sqrt(Math.PI)))).toBeLessThan(1e-14);
    expect(Math.abs(logGamma(1))).toBeLessThan(1e-14);
  });
});
