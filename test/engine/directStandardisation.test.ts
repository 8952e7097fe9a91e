// Directly standardised rates: worked by hand, and withheld where they would rest on too little.
import { describe, expect, test } from 'vitest';
import { directlyStandardisedRate } from '../../src/engine/directStandardisation.ts';
import { countInterval } from '../../src/engine/rates.ts';

describe('a directly standardised rate', () => {
  test('weights the age bands’ rates by the standard population, with Dobson’s interval', () => {
    const found = directlyStandardisedRate([10, 20], [1000, 500], [300, 700]);
    // Rates .01 and .04 weighted .3 and .7: .031; variance .09·10/1000² + .49·20/500².
    const variance = (0.09 * 10) / 1000 ** 2 + (0.49 * 20) / 500 ** 2;
    const [lower, upper] = countInterval(30);
    const step = Math.sqrt(variance / 30);
    expect(found?.rate).toBeCloseTo(31, 10);
    expect(found?.lower).toBeCloseTo(31 + 1000 * step * (lower - 30), 10);
    expect(found?.upper).toBeCloseTo(31 + 1000 * step * (upper - 30), 10);
  });

  test('is the crude rate, with the crude interval, when the area has the standard’s ages', () => {
    const found = directlyStandardisedRate([30, 30], [600, 600], [1, 1]);
    const [lower, upper] = countInterval(60);
    expect(found?.rate).toBeCloseTo(50, 10);
    expect(found?.lower).toBeCloseTo((lower / 1200) * 1000, 10);
    expect(found?.upper).toBeCloseTo((upper / 1200) * 1000, 10);
  });

  test('is withheld at nine events and given at ten', () => {
    expect(directlyStandardisedRate([4, 5], [100, 100], [1, 1])).toBeNull();
    expect(directlyStandardisedRate([5, 5], [100, 100], [1, 1])).not.toBeNull();
  });

  test('passes over a band that is empty in area and standard alike', () => {
    expect(directlyStandardisedRate([10, 0], [100, 0], [5, 0])?.rate).toBeCloseTo(100, 10);
  });

  test('is refused for bands that do not match, are empty, or hold no number', () => {
    expect(() => directlyStandardisedRate([1], [1, 2], [1])).toThrow(/same age bands/);
    expect(() => directlyStandardisedRate([1], [1], [1, 2])).toThrow(/same age bands/);
    expect(() => directlyStandardisedRate([], [], [])).toThrow(/at least one/);
    expect(() => directlyStandardisedRate([0], [0], [1])).toThrow(/nobody in it/);
    expect(() => directlyStandardisedRate([2], [0], [0])).toThrow(/nobody in it/);
    expect(() => directlyStandardisedRate([1, -1], [1, 1], [1, 1])).toThrow(/Age band 1/);
    expect(() => directlyStandardisedRate([1], [Number.NaN], [1])).toThrow(/Age band 0/);
    expect(() => directlyStandardisedRate([1], [1], [0])).toThrow(/empty/);
  });
});
