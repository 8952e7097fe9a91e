// The quick exponential of a catchment's weights.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fading } from '../../src/engine/fading.ts';

test('is e to the minus u, to the last bits, from 0 to 5', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 5, noNaN: true }), (u) => {
      const exact = Math.exp(-u);
      expect(Math.abs(fading(u) - exact)).toBeLessThanOrEqual(6e-16 * exact);
    }),
  );
});

test('is exactly 1 at no distance, and NaN where it is not made for', () => {
  expect(fading(0)).toBe(1);
  expect([fading(5.1), fading(-0.1), fading(Number.NaN)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
});
