// Equity of provision: signs that say who is favoured, hand cases, and laws.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { equityOf } from '../../src/engine/equity.ts';
import { meanRanks, spearman } from '../../src/engine/ranks.ts';

const places = fc.array(
  fc.record({
    need: fc.integer({ min: 0, max: 20 }),
    access: fc.integer({ min: 0, max: 400 }).map((eighths) => eighths / 8),
    eligible: fc.integer({ min: 1, max: 500 }),
  }),
  { minLength: 3, maxLength: 30 },
);
const columns = (list: { need: number; access: number; eligible: number }[]) => ({
  need: list.map((a) => a.need),
  access: list.map((a) => a.access),
  eligible: list.map((a) => a.eligible),
});

describe('equity of provision', () => {
  test('of access that rises with need favours the needier, by the slope over people', () => {
    // Two equal halves stand at ¼ and ¾ of the people: a difference of 6 over half the scale is a slope of 12.
    const found = equityOf({ need: [1, 2], access: [3, 9], eligible: [50, 50] });
    expect(found.slope).toBeCloseTo(12, 12);
    // 2 cov/mean: covariance ½·(−3·−¼ + 3·¼) = ¾, mean 6.
    expect(found.concentration).toBeCloseTo(0.25, 12);
    expect(found.spearman).toBeCloseTo(1, 12);
    expect(found.favoursNeedier).toBe(true);
  });

  test('of access that falls with need has every sign below zero', () => {
    const found = equityOf({ need: [1, 2], access: [9, 3], eligible: [50, 50] });
    expect(found).toMatchObject({ favoursNeedier: false });
    expect(found.slope).toBeCloseTo(-12, 12);
    expect(found.concentration).toBeCloseTo(-0.25, 12);
    expect(found.spearman).toBeCloseTo(-1, 12);
  });

  test('of access that is the same everywhere favours nobody', () => {
    const found = equityOf({ need: [1, 2, 3], access: [0.1, 0.1, 0.1], eligible: [10, 20, 33] });
    expect(found.slope).toBe(0);
    expect(found.concentration).toBe(0);
    expect(found.favoursNeedier).toBeNull();
    expect(found.spearman).toBeNaN();
  });

  test('counts people, not areas: a split area changes neither index', () => {
    fc.assert(
      fc.property(places, (list) => {
        const whole = equityOf(columns(list));
        const halved = list.flatMap((a) => [a, a].map((part) => ({ ...part, eligible: part.eligible / 2 })));
        const split = equityOf(columns(halved));
        if (Number.isNaN(whole.slope)) expect(split.slope).toBeNaN();
        else expect(split.slope).toBeCloseTo(whole.slope, 7);
        if (!Number.isNaN(whole.concentration))
          expect(split.concentration).toBeCloseTo(whole.concentration, 7);
      }),
    );
  });

  test('turns its signs when need is turned round, and lies within (−1, 1)', () => {
    fc.assert(
      fc.property(places, (list) => {
        const here = equityOf(columns(list));
        const there = equityOf(columns(list.map((a) => ({ ...a, need: -a.need }))));
        fc.pre(!Number.isNaN(here.concentration));
        expect(there.slope).toBeCloseTo(-here.slope, 7);
        expect(there.concentration).toBeCloseTo(-here.concentration, 9);
        expect(Math.abs(here.concentration)).toBeLessThan(1);
      }),
    );
  });

  test('leaves out areas that are not known or have nobody', () => {
    const some = equityOf({ need: [1, 2, 4], access: [3, 5, 9], eligible: [5, 8, 9] });
    const all = equityOf({
      need: [1, 2, 4, Number.NaN, 7, 9, 3],
      access: [3, 5, 9, 6, Number.NaN, 100, 8],
      eligible: [5, 8, 9, 4, 4, 0, Number.NaN],
    });
    expect(all).toEqual(some);
  });

  test('is not known from one need, nor the concentration without any access', () => {
    const one = equityOf({ need: [2, 2], access: [1, 5], eligible: [4, 4] });
    expect([one.slope, one.concentration, one.favoursNeedier]).toEqual([Number.NaN, Number.NaN, null]);
    const none = equityOf({ need: [1, 2], access: [0, 0], eligible: [4, 4] });
    expect([none.slope, none.concentration]).toEqual([0, Number.NaN]);
    expect(equityOf({ need: [], access: [], eligible: [] }).favoursNeedier).toBeNull();
  });

  test('is refused for less than no access or people, and for columns that do not match', () => {
    expect(() => equityOf({ need: [1], access: [-1], eligible: [1] })).toThrow(/Area 0/);
    expect(() => equityOf({ need: [1], access: [1], eligible: [-1] })).toThrow(/Area 0/);
    expect(() => equityOf({ need: [1], access: [1, 2], eligible: [1] })).toThrow(/same areas/);
    expect(() => equityOf({ need: [1], access: [1], eligible: [1, 2] })).toThrow(/same areas/);
  });
});

describe('ranks', () => {
  test('of equal values are shared, and unknown values have none', () => {
    expect([...meanRanks([5, 1, Number.NaN, 5, 3])]).toEqual([3.5, 1, Number.NaN, 3.5, 2]);
    expect([...meanRanks([])]).toEqual([]);
  });

  test('sum to n(n + 1)/2 whatever the ties', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 50 }), (values) => {
        const sum = meanRanks(values).reduce((a, b) => a + b, 0);
        expect(sum).toBeCloseTo((values.length * (values.length + 1)) / 2, 9);
      }),
    );
  });

  test('correlate by Spearman: with ties by hand, without minding any rising scale', () => {
    // Ranks 1, 2, 3, 4 against 1.5, 1.5, 3, 4.
    expect(spearman([1, 2, 3, 4], [1, 1, 2, 3])).toBeCloseTo(4.5 / Math.sqrt(5 * 4.5), 12);
    expect(spearman([1, 2, 3, Number.NaN], [10, 100, 1000, 0])).toBeCloseTo(1, 12);
    expect(spearman([1], [1])).toBeNaN();
    expect(spearman([1, 2], [3, 3])).toBeNaN();
    expect(() => spearman([1], [1, 2])).toThrow(/pairs/);
  });
});
