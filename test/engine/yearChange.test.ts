// Change between whole years: hand-checked ratios, conserved counts, and what cannot be calculated.
import { describe, expect, test } from 'vitest';
import { yearChange } from '../../src/engine/yearChange.ts';
import { monthlyCounts, tinyQuestion, tinyRegion } from './tinyRegion.ts';

describe('change between the two whole years', () => {
  test('robbery doubles in the east and stays in the west; a partial month is in neither year', () => {
    const change = yearChange(tinyRegion(), tinyQuestion({ need: [{ measure: 'robbery', weight: 1 }] }));
    if (!change.calculated) throw new Error(change.reason);
    expect([change.earlier, change.later]).toEqual([
      { from: '2023-10', to: '2024-09' },
      { from: '2025-04', to: '2026-03' },
    ]);
    expect([...change.earlierCount]).toEqual(new Array(6).fill(48));
    expect([...change.laterCount]).toEqual([48, 48, 48, 96, 96, 96]);
    expect([...change.ratio]).toEqual([1, 1, 1, 2, 2, 2]);
    expect(change.region).toMatchObject({ earlier: 288, later: 432, ratio: 1.5 });
    expect(change.byAuthority.map((r) => r.ratio)).toEqual([1, 2]);
  });

  test('every interval holds its ratio, and the region’s is the narrowest', () => {
    const change = yearChange(tinyRegion(), tinyQuestion());
    if (!change.calculated) throw new Error(change.reason);
    change.ratio.forEach((r, i) => {
      expect(change.lower[i]).toBeLessThan(r);
      expect(change.upper[i]).toBeGreaterThan(r);
      expect(change.upper[i] / change.lower[i]).toBeGreaterThan(change.region.upper / change.region.lower);
    });
  });

  test('an LSOA without records has no change, and authorities are of the rest', () => {
    const change = yearChange(tinyRegion({ unrecorded: [0] }), tinyQuestion({ level: 'lsoa' }));
    if (!change.calculated) throw new Error(change.reason);
    expect(change.ratio[0]).toBeNaN();
    expect(change.byAuthority[0].earlier).toBe(change.earlierCount.slice(1, 6).reduce((a, b) => a + b));
  });

  test('without two whole years, or without a count, the reason is said', () => {
    const months = tinyRegion().months.map((m, k) => ({
      ...m,
      status: k === 3 ? ('partial' as const) : m.status,
    }));
    expect(yearChange(tinyRegion({ months }), tinyQuestion())).toEqual({
      calculated: false,
      reason: 'The release does not hold two whole years, so no change can be calculated.',
    });
    const scores = tinyQuestion({ need: [{ measure: 'income', weight: 1 }] });
    expect(yearChange(tinyRegion(), scores)).toMatchObject({ calculated: false });
  });

  test('is of the counts of the need alone, each type once, and says which', () => {
    const of = (...ids: string[]) => {
      const change = yearChange(
        tinyRegion(),
        tinyQuestion({ need: ids.map((measure) => ({ measure, weight: 1 })) }),
      );
      if (!change.calculated) throw new Error(change.reason);
      return change;
    };
    expect(of('income', 'robbery').of).toBe('robbery');
    expect(of('income', 'robbery').region).toEqual(of('robbery').region);
    expect(of('violence', 'robbery').of).toBe('all violence and robbery');
    expect(of('violence', 'robbery').region).toEqual(of('violence').region);
    expect(of('robbery').level).toBe('ward');
    expect(of('robbery').code).toEqual(tinyRegion().wards.code);
  });

  test('counts that were nought before have no ratio, and no more dispersion than chance', () => {
    const counts = new Map([['Robbery', monthlyCounts((i, m) => (m >= 18 ? i : 0))]]);
    const change = yearChange(
      tinyRegion({ counts }),
      tinyQuestion({ need: [{ measure: 'robbery', weight: 1 }] }),
    );
    if (!change.calculated) throw new Error(change.reason);
    expect(change.overdispersion).toBe(1);
    expect([change.region.earlier, change.region.later]).toEqual([0, 12 * 66]);
  });
});
