// Own counts in the engine: rates of what may be shown, and nothing in an Answer that gives a withheld count away.
import * as fc from 'fast-check';
import loadHighs from 'highs';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../src/domain/dataset.ts';
import type { Measure } from '../../src/domain/measure.ts';
import type { OwnLevel, OwnTable } from '../../src/domain/ownCounts.ts';
import { areaTable } from '../../src/encode/areaTable.ts';
import { analyse } from '../../src/engine/analyse.ts';
import { monthsBesideSum } from '../../src/engine/ownMonths.ts';
import { openLevel, protectOwn, protectOwnPeriods, wholeWards } from '../../src/engine/ownProtection.ts';
import { wholeAnswer } from '../../src/engine/wholeAnswer.ts';
import { LSOAS, tinyQuestion, tinyRegion, WARDS } from './tinyRegion.ts';

const RULE = { threshold: 7, base: 5 };
const highs = await loadHighs();

/** A sum of counts that stands on the page, or is withheld there. */
interface Known {
  readonly rows: readonly number[];
  readonly months: readonly number[];
  readonly hidden: boolean;
}

const measure: Measure = {
  id: 'own-1',
  label: 'Admissions',
  phrase: 'admissions',
  unit: 'counts',
  kind: 'own',
  direction: 1,
  period: '2025',
  source: 'your own file',
};

function withOwn(levels: OwnTable['levels'], months = 12): Dataset {
  const region = tinyRegion();
  return {
    ...region,
    measures: [...region.measures, measure],
    own: new Map([['own-1', { measure, levels, months }]]),
  };
}

const QUESTION = tinyQuestion({ need: [{ measure: 'own-1', weight: 1 }] });
const wards = (counts: readonly number[]): Dataset =>
  withOwn({ ward: protectOwn(Float64Array.from(counts), tinyRegion().wards.authority, RULE).level });

describe('own counts', () => {
  test('give rates of the rounded counts, a year’s worth', () => {
    const { answer } = analyse(wards([21, 33, 48, 52, 17, 90]), { ...QUESTION, smoothed: false });
    const [own] = answer.measures;
    expect([...own.count]).toEqual([20, 35, 50, 50, 15, 90]);
    const residents = answer.areas.residents[1];
    expect(own.raw[1]).toBeCloseTo((1000 * 35) / residents, 12);
    expect(own.unit).toBe('per 1,000 residents a year');
    expect(own.region).toBeCloseTo((1000 * 260) / answer.areas.residents.reduce((a, b) => a + b), 12);
  });

  test('of six months are doubled, and of no stated time are not called a year’s', () => {
    const level = openLevel(Float64Array.from([20, 30, 40, 50, 60, 70]));
    const raw = (months: number) =>
      analyse(withOwn({ ward: level }, months), { ...QUESTION, smoothed: false }).answer.measures[0];
    expect(raw(6).raw[0]).toBeCloseTo(2 * raw(12).raw[0], 12);
    expect(raw(Number.NaN).unit).toContain('over the table’s period');
    expect(raw(Number.NaN).raw[0]).toBe(raw(12).raw[0]);
  });

  test('withheld are told apart from not known, and enter neither rank nor region', () => {
    const { answer } = analyse(wards([3, 40, 50, Number.NaN, 60, 70]), QUESTION);
    const [own] = answer.measures;
    expect(own.suppressed?.[0]).toBe(1);
    expect(own.suppressed?.[3]).toBe(0);
    expect(answer.areas.rank[0]).toBeNaN();
    expect(answer.areas.need[3]).toBeNaN();
  });

  test('can be weighted with a measure of the release', () => {
    const dataset = wards([21, 33, 48, 52, 17, 90]);
    const need = [
      { measure: 'own-1', weight: 1 },
      { measure: 'violence', weight: 1 },
    ];
    const { answer } = analyse(dataset, { ...QUESTION, need });
    const alone = (id: string) =>
      analyse(dataset, { ...QUESTION, need: [{ measure: id, weight: 1 }] }).answer.areas.need;
    answer.areas.need.forEach((n, i) => {
      expect(n).toBeCloseTo(Math.sqrt(alone('own-1')[i] * alone('violence')[i]), 12);
    });
  });

  test('of wards are refused for LSOAs, with what to do', () => {
    expect(() => analyse(wards([21, 33, 48, 52, 17, 90]), { ...QUESTION, level: 'lsoa' })).toThrow(
      /by wards only.*Show wards/,
    );
  });

  test('that are all withheld are refused in a sentence', () => {
    expect(() => analyse(wards([1, 2, 3, 4, 5, 6]), QUESTION)).toThrow(/withheld or not known/);
  });

  test('of a link opened elsewhere are said to stay with their owner', () => {
    const { answer } = analyse(tinyRegion(), QUESTION);
    expect(answer.notices[0]).toContain('stays with its owner');
  });

  test('of LSOAs make a ward only where all of it is known', () => {
    const counts = Float64Array.from({ length: LSOAS }, (_, i) => (i === 3 ? Number.NaN : 10 + i));
    const totals = wholeWards(tinyRegion(), counts);
    expect(totals).toHaveLength(WARDS);
    expect(totals[0]).toBe(21);
    expect(totals[1]).toBeNaN();
  });
});

/** Everything a reader can see of an answer, as text: figures by area, region, authority, intervals, tables. */
function seen(dataset: Dataset): string {
  const answer = wholeAnswer(dataset, QUESTION, 20);
  const columns = areaTable(answer).map((c) => [c.id, [...c.values]]);
  return JSON.stringify(
    [columns, answer.measures, answer.headline, answer.authorities, answer.uncertainty],
    (_, v) => (ArrayBuffer.isView(v) ? Array.from(v as Float64Array, String) : Number.isNaN(v) ? 'NaN' : v),
  );
}

describe('a withheld count', () => {
  const group = tinyRegion().wards.authority;
  const protect = (counts: readonly number[]) => protectOwn(Float64Array.from(counts), group, RULE);
  const key = (level: OwnLevel) => `${[...level.counts]}|${[...level.suppressed]}`;

  /** The same counts but for cell i, and but for one more withheld cell that takes up the difference. */
  function othersLike(counts: readonly number[], level: OwnLevel, i: number): number[][] {
    return [1, 2, 3, 4, 5, 6, 7]
      .filter((other) => other !== counts[i])
      .flatMap((other) => {
        const changed = counts.map((c, k) => (k === i ? other : c));
        const partners = counts.flatMap((c, k) =>
          k !== i && level.suppressed[k] && c + counts[i] - other >= 0 ? [k] : [],
        );
        const shifted = partners.map((j) => changed.map((c, k) => (k === j ? c + counts[i] - other : c)));
        return [changed, ...shifted];
      });
  }

  test('cannot be found again from anything in the answer: other counts give the very same one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: WARDS, maxLength: WARDS }),
        (counts) => {
          const { level } = protect(counts);
          const usable = level.counts.some((c) => c > 0);
          const small = counts.flatMap((c, i) => (c >= 1 && c <= RULE.threshold ? [i] : []));
          for (const i of small) {
            expect(level.counts[i]).toBeNaN();
            expect(level.suppressed[i]).toBe(1);
            // Another value of the withheld cell, alone or with another withheld cell giving way, shows exactly the same.
            const twin = othersLike(counts, level, i)
              .map((other) => protect(other).level)
              .find((other) => key(other) === key(level));
            expect(twin).toBeDefined();
            if (twin && usable && i === small[0])
              expect(seen(withOwn({ ward: twin }))).toBe(seen(withOwn({ ward: level })));
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('is not the only one withheld in its authority: no total gives it away', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: WARDS, maxLength: WARDS }),
        (counts) => {
          const { level, shown } = protect(counts);
          for (let authority = 0; authority < 2; authority++) {
            const rows = counts.flatMap((_, i) => (group[i] === authority ? [i] : []));
            const withheld = rows.filter((i) => level.suppressed[i]);
            // The authority's total stands after the rows.
            const totalShown = shown.earlier.suppressed[WARDS + authority] === 0;
            if (withheld.length === 1) expect(totalShown).toBe(false);
          }
        },
      ),
    );
  });

  test('stays withheld when the same counts are shown again under a milder rule', () => {
    const counts = Float64Array.from([3, 12, 40, 50, 60, 70]);
    const first = protectOwn(counts, group, RULE);
    const again = protectOwn(counts, group, { threshold: 2, base: 1 }, first.shown);
    first.level.suppressed.forEach((s, i) => {
      if (s) expect(again.level.counts[i]).toBeNaN();
    });
  });
});

describe('several periods and their sum', () => {
  const { authority } = tinyRegion().wards;
  const twoPeriods = fc.array(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 60 })), {
    minLength: 2 * WARDS,
    maxLength: 2 * WARDS,
  });

  /** Least and most a sum of cells can be, for one who knows every figure shown unrounded and that a withheld one is 1 or more. */
  function rangeOf(
    counts: readonly number[],
    seen: readonly Known[],
    rows: readonly number[],
    months: readonly number[],
  ): [number, number] {
    const columns = counts.length / WARDS;
    const cells = (of: Pick<Known, 'rows' | 'months'>) =>
      of.rows.flatMap((i) => of.months.map((m) => i * columns + m));
    const sum = (of: Pick<Known, 'rows' | 'months'>) =>
      cells(of)
        .map((k) => `v${k}`)
        .join(' + ');
    const rules = seen.map(
      (of, k) =>
        ` e${k}: ${sum(of)} ${of.hidden ? '>= 1' : `= ${cells(of).reduce((total, c) => total + counts[c], 0)}`}`,
    );
    const extreme = (sense: string) => {
      const names = counts.map((_, k) => `v${k}`).join(' ');
      const model = [
        sense,
        ` obj: ${sum({ rows, months })}`,
        'Subject To',
        ...rules,
        'Generals',
        names,
        'End',
        '',
      ];
      const solution = highs.solve(model.join('\n'), { output_flag: false });
      return solution.Status === 'Optimal' ? Math.round(solution.ObjectiveValue) : Number.POSITIVE_INFINITY;
    };
    return [extreme('Minimize'), extreme('Maximize')];
  }

  test('turned to one after the other never narrow a withheld count: two periods, their sum, authorities and region', () => {
    fc.assert(
      fc.property(twoPeriods, (list) => {
        const counts = Float64Array.from(list);
        const { shown, levels, sum } = protectOwnPeriods(counts, 2, authority, RULE);
        const lines = [
          ...Array.from({ length: WARDS }, (_, i) => [i]),
          ...[0, 1].map((a) => Array.from(authority.keys()).filter((i) => authority[i] === a)),
          Array.from(authority.keys()),
        ];
        const seen = lines.flatMap((rows, line) =>
          [[0], [1], [0, 1]].map((months, column) => ({
            rows,
            months,
            hidden: shown.earlier.suppressed[line * 3 + column] === 1,
          })),
        );
        list.forEach((c, cell) => {
          const level = levels[cell % 2];
          const i = Math.floor(cell / 2);
          if (c < 1 || c > RULE.threshold) return;
          expect(level.counts[i]).toBeNaN();
          expect(level.suppressed[i]).toBe(1);
          const [least, most] = rangeOf(list, seen, [i], [cell % 2]);
          expect(least).toBeLessThanOrEqual(1);
          expect(most).toBeGreaterThanOrEqual(RULE.threshold);
        });
        // What the page shows is what was protected, and no more.
        for (const [column, level] of [...levels, sum].entries())
          level.suppressed.forEach((s, i) => {
            expect(s).toBe(shown.earlier.suppressed[i * 3 + column]);
            expect(Number.isNaN(level.counts[i])).toBe(s === 1);
          });
      }),
      { numRuns: 25 },
    );
  });

  test('months beside sums by area never narrow a withheld sum or month of an authority', () => {
    const three = fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 40 })), {
      minLength: 3 * WARDS,
      maxLength: 3 * WARDS,
    });
    const setting = { keys: ['2025-01', '2025-02', '2025-03'], authority, authorities: 2 };
    let drawn = 0;
    fc.assert(
      fc.property(three, (list) => {
        const counts = Float64Array.from(list);
        const of = (rows: readonly number[], months: readonly number[]) =>
          rows.reduce((sum, i) => sum + months.reduce((s, m) => s + list[i * 3 + m], 0), 0);
        const sums = Float64Array.from({ length: WARDS }, (_, i) => of([i], [0, 1, 2]));
        const held = protectOwnPeriods(sums, 1, authority, RULE);
        const months = monthsBesideSum(counts, setting, RULE, held.totalsWithheld);
        if (!months) return;
        drawn++;
        const all = Array.from(authority.keys());
        const inside = [0, 1].map((a) => all.filter((i) => authority[i] === a));
        const seen: Known[] = [
          ...all.map((i) => ({ rows: [i], months: [0, 1, 2], hidden: held.sum.suppressed[i] === 1 })),
          ...[...inside, all].map((rows) => ({ rows, months: [0, 1, 2], hidden: false })),
          ...[0, 1, 2].flatMap((m) => [
            { rows: all, months: [m], hidden: Number.isNaN(months.region[m]) },
            ...inside.flatMap((rows, a) =>
              Number.isNaN(months.byAuthority[a * 3 + m]) && months.byAuthority.every(Number.isNaN)
                ? []
                : [{ rows, months: [m], hidden: Number.isNaN(months.byAuthority[a * 3 + m]) }],
            ),
          ]),
        ];
        for (const { rows, months: which, hidden } of seen) {
          const value = of(rows, which);
          if (value < 1 || value > RULE.threshold) continue;
          expect(hidden).toBe(true);
          const [least, most] = rangeOf(list, seen, rows, which);
          expect(least).toBeLessThanOrEqual(1);
          expect(most).toBeGreaterThanOrEqual(rows.length === 1 ? RULE.threshold : value + 1);
        }
      }),
      { numRuns: 40 },
    );
    expect(drawn).toBeGreaterThan(5);
  });
});
