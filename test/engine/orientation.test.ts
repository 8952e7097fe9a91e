// The side of a line: exact, held against whole-number arithmetic.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { side } from '../../src/engine/orientation.ts';

/** Whole numbers far apart in size, to be taken times a power of two. */
const whole = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.maxSafeInteger());

test('the side of a line is that of whole-number arithmetic, in any unit that is a power of two', () => {
  fc.assert(
    fc.property(
      fc.tuple(whole, whole, whole, whole, whole, whole),
      fc.integer({ min: -300, max: 100 }),
      (points, doublings) => {
        const [ax, ay, bx, by, px, py] = points.map(BigInt);
        const cross = (bx - ax) * (py - ay) - (by - ay) * (px - ax);
        const expected = cross > 0n ? 1 : cross < 0n ? -1 : 0;
        const [a, b, c, d, e, f] = points.map((v) => v * 2 ** doublings);
        expect(side(a, b, c, d, e, f)).toBe(expected);
      },
    ),
    { numRuns: 400 },
  );
});

test('a point on the line is on it, and a last bit beside it is beside it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2 ** 25 }),
      fc.integer({ min: 1, max: 2 ** 25 }),
      fc.integer({ min: 2, max: 2 ** 20 }),
      fc.integer({ min: -40, max: 0 }),
      (x, y, times, doublings) => {
        const unit = 2 ** doublings;
        const [bx, by, px, py] = [x, y, x * times, y * times].map((v) => v * unit);
        expect(side(0, 0, bx, by, px, py)).toBe(0);
        expect(side(0, 0, bx, by, px, py + unit)).toBe(1);
        expect(side(0, 0, bx, by, px, py - unit)).toBe(-1);
        expect(side(0, 0, bx, by, -px, -py)).toBe(0);
        expect(side(-bx, -by, bx, by, px + unit, py)).toBe(-1);
      },
    ),
  );
});

test('numbers too small for an ordinary fraction have a side too', () => {
  const least = Number.MIN_VALUE;
  expect(side(0, 0, 1, 0, 0, least)).toBe(1);
  expect(side(0, 0, 1, 0, 0, -least)).toBe(-1);
  expect(side(0, 0, least, least, 3 * least, 3 * least)).toBe(0);
  expect(side(0, 0, least, least, 2 * least, 3 * least)).toBe(1);
  expect(side(0, 0, least, least, 3 * least, 2 * least)).toBe(-1);
});
