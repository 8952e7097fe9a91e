// Class breaks: round, increasing, symmetric where the sign is the message.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  classAround,
  classAt,
  digitsOf,
  quantileBreaks,
  roundNumber,
  symmetricBreaks,
} from '../../src/encode/breaks.ts';

const figures = fc.array(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 300 });

describe('breaks around zero', () => {
  test('of a hundred whole numbers stand on round magnitudes', () => {
    const values = Array.from({ length: 101 }, (_, i) => i - 50);
    expect(symmetricBreaks(values)).toEqual([-60, -40, -25, 25, 40, 60]);
  });

  test('are symmetric and increasing for any figures', () => {
    fc.assert(
      fc.property(figures, (values) => {
        const breaks = symmetricBreaks(values);
        expect(breaks).toHaveLength(6);
        for (let k = 0; k < 3; k++) expect(breaks[k]).toBe(-breaks[5 - k]);
        for (let k = 1; k < 6; k++) expect(breaks[k]).toBeGreaterThan(breaks[k - 1]);
      }),
    );
  });

  test('do not move when figures that are not known are left out', () => {
    const values = [5, -3, 0.2, 1, -8, 2];
    expect(symmetricBreaks([...values, Number.NaN, Number.NaN])).toEqual(symmetricBreaks(values));
  });

  test('exist where every figure is zero or not known', () => {
    expect(symmetricBreaks([0, 0, Number.NaN])).toEqual([-3, -2, -1, 1, 2, 3]);
    expect(symmetricBreaks([])).toEqual([-3, -2, -1, 1, 2, 3]);
    expect(symmetricBreaks([5e-324, 0])).toEqual([-3, -2, -1, 1, 2, 3]);
    expect(symmetricBreaks([5e-324, 5e-324, 5e-324, 10])[3]).toBeGreaterThan(0);
  });
});

describe('breaks into groups of equal size', () => {
  test('of 1 to 100 are 20, 40, 60, 80', () => {
    const values = Array.from({ length: 100 }, (_, i) => i + 1);
    expect(quantileBreaks(values, 5)).toEqual([20, 40, 60, 80]);
  });

  test('increase strictly, and no group is much larger than its share', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 100_000 }), { minLength: 50, maxLength: 200 }),
        (values) => {
          const breaks = quantileBreaks(values, 5);
          for (let k = 1; k < breaks.length; k++) expect(breaks[k]).toBeGreaterThan(breaks[k - 1]);
          const size = new Array(breaks.length + 1).fill(0);
          for (const v of values) size[classAt(breaks, v)]++;
          expect(Math.max(...size)).toBeLessThan(values.length * 0.65);
        },
      ),
    );
  });

  test('a column with one value has no breaks', () => {
    expect(quantileBreaks([7, 7, 7], 5)).toEqual([]);
    expect(quantileBreaks([Number.NaN], 5)).toEqual([]);
  });
});

test('a value on a break belongs to the class above it', () => {
  expect([0.9, 1, 1.9, 2].map((v) => classAt([1, 2], v))).toEqual([0, 1, 1, 2]);
});

test('opposite values around zero have opposite classes', () => {
  fc.assert(
    fc.property(figures, fc.double({ min: -100, max: 100, noNaN: true }), (values, value) => {
      const breaks = symmetricBreaks(values);
      expect(classAround(breaks, value) + classAround(breaks, -value)).toBe(6);
    }),
  );
  expect(classAround([-2, -1, 1, 2], -1)).toBe(1);
});

test('round numbers are 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten', () => {
  expect([0.0312, 0.7, 1.4, 4.6, 73, 9.5].map(roundNumber)).toEqual([0.03, 0.8, 1.5, 5, 80, 10]);
});

test('decimals are as many as the finest break needs', () => {
  expect(digitsOf([-5, 0.8, 2])).toBe(1);
  expect(digitsOf([10, 20])).toBe(0);
  expect(digitsOf([0.25])).toBe(2);
});
