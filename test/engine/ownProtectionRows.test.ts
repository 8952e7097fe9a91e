// Own counts protected, worked by hand: which figure stands in which row, period and sum.
import { describe, expect, test } from 'vitest';
import { monthsBesideSum, monthsOfEach, openMonths } from '../../src/engine/ownMonths.ts';
import {
  openLevel,
  protectOwn,
  protectOwnPeriods,
  tooManyToProtect,
  wholeWards,
} from '../../src/engine/ownProtection.ts';
import { tinyRegion } from './tinyRegion.ts';

const rule = { threshold: 7, base: 5 };
const setting = { keys: ['2025-01', '2025-02', '2025-04'], authority: [4, 4, 9], authorities: 10 };
/** Three areas of authorities 4, 4 and 9 in three months; nothing is small, everything a multiple of 5. */
const plain = Float64Array.of(10, 20, 30, 40, 50, 60, 70, 80, 90);

describe('counts that need no protection', () => {
  const shown = protectOwnPeriods(plain, 3, setting.authority, rule);

  test('stand in their rows, periods, sums, groups and region', () => {
    expect(shown.levels.map((l) => [...l.counts])).toEqual([
      [10, 40, 70],
      [20, 50, 80],
      [30, 60, 90],
    ]);
    expect([...shown.sum.counts]).toEqual([60, 150, 240]);
    expect(shown.groups.map((g) => [...g])).toEqual([
      [50, 70, 90],
      [70, 80, 90],
    ]);
    expect([...shown.region]).toEqual([120, 150, 180]);
    expect(shown.totalsWithheld).toBe(false);
    for (const l of [...shown.levels, shown.sum]) expect([...l.suppressed]).toEqual([0, 0, 0]);
  });

  test('month by month keep the month that is missing between, and stand under their authority', () => {
    const months = monthsOfEach(shown, plain, setting, 'ward');
    expect(months.months).toEqual(['2025-01', '2025-02', '2025-03', '2025-04']);
    expect([...months.inFile]).toEqual([1, 1, 0, 1]);
    expect([...months.region]).toEqual([120, 150, Number.NaN, 180]);
    const of = (a: number) => [...months.byAuthority.slice(4 * a, 4 * a + 4)];
    expect(of(4)).toEqual([50, 70, Number.NaN, 90]);
    expect(of(9)).toEqual([70, 80, Number.NaN, 90]);
    for (const a of [0, 3, 5, 8]) expect(of(a)).toEqual(new Array(4).fill(Number.NaN));
    expect([...(months.byArea.ward ?? [])].slice(4, 8)).toEqual([40, 50, Number.NaN, 60]);
    expect(months.byArea.lsoa).toBeUndefined();
  });

  test('a month one area lacks is in no sum over areas; an area without any month does not matter', () => {
    const gaps = Float64Array.of(10, Number.NaN, 30, 40, 50, 60, 70, 80, 90);
    const months = monthsOfEach(protectOwnPeriods(gaps, 3, setting.authority, rule), gaps, setting, 'lsoa');
    expect([...months.byAuthority.slice(16, 20)]).toEqual([50, Number.NaN, Number.NaN, 90]);
    expect([...months.byAuthority.slice(36, 40)]).toEqual([70, 80, Number.NaN, 90]);
    expect([...months.region]).toEqual([120, Number.NaN, Number.NaN, 180]);
    const without = Float64Array.of(10, 20, 30, ...new Array(3).fill(Number.NaN), 70, 80, 90);
    const rest = monthsOfEach(
      protectOwnPeriods(without, 3, setting.authority, rule),
      without,
      setting,
      'lsoa',
    );
    expect([...rest.region]).toEqual([80, 100, Number.NaN, 120]);
    const alone = Float64Array.of(...new Array(6).fill(Number.NaN), 70, 80, 90);
    const other = monthsOfEach(protectOwnPeriods(alone, 3, setting.authority, rule), alone, setting, 'lsoa');
    expect([...other.byAuthority.slice(16, 20)]).toEqual(new Array(4).fill(Number.NaN));
  });

  test('beside sums, months are told of authorities and region while nothing of them is withheld', () => {
    const months = monthsBesideSum(plain, setting, rule, false);
    expect([...(months?.byAuthority.slice(16, 20) ?? [])]).toEqual([50, 70, Number.NaN, 90]);
    expect([...(months?.region ?? [])]).toEqual([120, 150, Number.NaN, 180]);
    expect(months?.byArea).toEqual({});
    expect(monthsBesideSum(plain, setting, rule, true)).toBeNull();
    const lacking = Float64Array.of(10, Number.NaN, 30, 40, 50, 60, 70, 80, 90);
    const rest = monthsBesideSum(lacking, setting, rule, false);
    expect([...(rest?.byAuthority.slice(16, 20) ?? [])]).toEqual([40, 50, Number.NaN, 60]);
  });

  test('beside sums, where an authority’s months are small only the region’s are told, or none', () => {
    const small = Float64Array.of(10, 20, 30, 40, 50, 60, 1, 1, 1);
    const months = monthsBesideSum(small, setting, rule, false);
    expect([...(months?.byAuthority ?? [])].every(Number.isNaN)).toBe(true);
    expect([...(months?.region ?? [])].filter((c) => !Number.isNaN(c)).length).toBeGreaterThan(0);
    expect(monthsBesideSum(Float64Array.of(0, 0, 0, 0, 0, 0, 1, 0, 2), setting, rule, false)).toBeNull();
  });
});

describe('small counts', () => {
  test('are withheld in their cell and marked; what is not known is not marked', () => {
    const counts = Float64Array.of(3, Number.NaN, 40, 50, 60, 70);
    const { level, totalsWithheld } = protectOwn(counts, [0, 0, 0, 0, 1, 1], rule);
    expect(level.counts[0]).toBeNaN();
    expect(level.suppressed[0]).toBe(1);
    expect(level.counts[1]).toBeNaN();
    expect(level.suppressed[1]).toBe(0);
    expect(level.counts.length).toBe(6);
    expect([...level.counts.slice(4)]).toEqual([60, 70]);
    expect(totalsWithheld).toBe(false);
    const tiny = protectOwn(Float64Array.of(3, 0, 60, 70), [0, 0, 1, 1], rule);
    expect(tiny.totalsWithheld).toBe(true);
  });

  test('shown before with other periods are refused', () => {
    const { shown } = protectOwnPeriods(plain, 3, setting.authority, rule);
    expect(() => protectOwnPeriods(plain, 1, new Array(9).fill(0), rule, shown)).toThrow(/other periods/);
    expect(protectOwnPeriods(plain, 3, setting.authority, rule, shown).levels[0].counts).toEqual(
      Float64Array.of(10, 40, 70),
    );
  });

  test('too many small ones in a large table are not protected month by month', () => {
    const counts = new Float64Array(10_000).fill(100);
    counts.fill(7, 0, 4000);
    expect(tooManyToProtect(counts, rule)).toBe(false);
    counts[4000] = 1;
    expect(tooManyToProtect(counts, rule)).toBe(true);
    counts[4000] = 8;
    counts[4001] = 0;
    expect(tooManyToProtect(counts, rule)).toBe(false);
  });
});

describe('open counts', () => {
  test('are shown as they are, summed over the areas that are known', () => {
    const counts = {
      ward: Float64Array.of(1, 2, Number.NaN, 4, 5, 6, 7, 8, 9),
      lsoa: Float64Array.of(3, 3, 3),
    };
    const months = openMonths(counts, { ...setting, level: 'ward' });
    expect([...months.byAuthority.slice(16, 20)]).toEqual([5, 7, Number.NaN, 6]);
    expect([...months.byAuthority.slice(0, 4)]).toEqual(new Array(4).fill(Number.NaN));
    expect([...months.region]).toEqual([12, 15, Number.NaN, 15]);
    expect([...(months.byArea.lsoa ?? [])]).toEqual([3, 3, Number.NaN, 3]);
    expect(openLevel(Float64Array.of(2, 1))).toEqual({
      counts: Float64Array.of(2, 1),
      suppressed: Uint8Array.of(0, 0),
    });
  });

  test('a ward is not known where a real part of it is not, a sliver aside', () => {
    const region = tinyRegion();
    const counts = new Float64Array(12).fill(6);
    counts[3] = Number.NaN;
    expect([...wholeWards(region, counts)]).toEqual([12, Number.NaN, 12, 12, 12, 12]);
    const shares = (sliver: number) => ({
      lsoa: Uint16Array.of(3, 3, 4),
      ward: Uint8Array.of(0, 1, 1),
      parts: Uint16Array.of(10_000 - sliver, sliver, 10_000),
    });
    const of = (sliver: number) =>
      [...wholeWards(tinyRegion({ shares: shares(sliver) }), counts)].slice(0, 2);
    expect(of(99)).toEqual([Number.NaN, 6]);
    expect(of(100)).toEqual([Number.NaN, Number.NaN]);
  });
});
