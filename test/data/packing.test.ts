// Packed columns come back to the last bit, and a text that is none is refused.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pack, unpack } from '../../src/data/packing.ts';

describe('packing', () => {
  test('small numbers take one digit each, from A for the least', () => {
    expect(pack([3, 5, 4])).toEqual({ least: 3, per: 1, digits: 'ACB' });
  });

  test('larger numbers take planes of digits, the last digits first', () => {
    // 65 = 1 x 64 + 1, 2 = 0 x 64 + 2.
    expect(pack([65, 2, 0])).toEqual({ least: 0, per: 1, digits: 'BCABAA' });
  });

  test('decimals of a given number of places come back as the same doubles', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -20_000_000, max: 20_000_000 }), { maxLength: 50 }),
        fc.integer({ min: 0, max: 5 }),
        (whole, decimals) => {
          const values = whole.map((value) => Number((value / 10 ** decimals).toFixed(decimals)));
          const back = unpack(pack(values, decimals), values.length);
          expect(back && [...back].map((value) => value + 0)).toEqual(values.map((value) => value + 0));
        },
      ),
    );
  });

  test('a number with more places than are kept is refused', () => {
    expect(() => pack([1.25], 1)).toThrow(RangeError);
    expect(() => pack([Number.NaN])).toThrow(RangeError);
  });

  test('digits that are cut short or strange are no column', () => {
    expect(unpack({ least: 0, per: 1, digits: 'ABC' }, 2)).toBeNull();
    expect(unpack({ least: 0, per: 1, digits: 'A!' }, 2)).toBeNull();
    expect(unpack({ least: 0, per: 1, digits: 'é' }, 1)).toBeNull();
    expect(unpack({ least: 0, per: 1, digits: '' }, 2)).toBeNull();
  });
});
