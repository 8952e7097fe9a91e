// Which ranks move, worked out again from the answers themselves: every row of every other choice, and what flips the headline.
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { Question } from '../../src/domain/question.ts';
import { analyse } from '../../src/engine/analyse.ts';
import { otherChoices } from '../../src/engine/otherChoices.ts';
import { sensitivity } from '../../src/engine/sensitivity.ts';
import { inventory, monthlyCounts, service, tinyQuestion, tinyRegion } from './tinyRegion.ts';

const { lsoas } = tinyRegion();
/** Busy and quiet estates by turns, of very different size, one of them without records. */
const region = tinyRegion({
  counts: new Map([
    ['Violence', monthlyCounts((i) => 3 + ((i * 7) % 12))],
    ['Robbery', monthlyCounts((i) => 1 + ((i * 5) % 4))],
  ]),
  lsoas: { ...lsoas, km2: lsoas.km2.map((_, i) => 1 + ((i * 7) % 12) ** 3) },
  unrecorded: [4],
  inventories: { documented: inventory([service({ lon: lsoas.lon[6], capacity: 90 })]) },
});
const question = tinyQuestion({
  level: 'lsoa',
  need: [
    { measure: 'violence', weight: 5 },
    { measure: 'income', weight: 1 },
  ],
  reach: { catchment: 4000, decay: 'gaussian', detour: 1.3 },
});
const known = (values: ArrayLike<number>) =>
  Array.from(values, (v, i) => ({ v, i })).filter(({ v }) => !Number.isNaN(v));
/** 1 and as many as are larger. */
const rankOf = (values: ArrayLike<number>, i: number) =>
  Number.isNaN(values[i]) ? Number.NaN : 1 + known(values).filter(({ v }) => v > values[i]).length;

const asking: ['gap' | 'need', Question][] = [
  ['gap', question],
  ['need', { ...question, programmes: ['gang-exit'] }],
];
for (const [ranked, asked] of asking)
  describe(`ranked by the ${ranked}`, () => {
    const base = analyse(region, asked).answer;
    const found = sensitivity(region, asked, { lower: 0, upper: 1 });
    const ranks = (answer: Answer, choice = '') => {
      const ofIndex = choice === 'standardisation' || choice === 'aggregation';
      const values = ofIndex ? answer.areas.needIndex : answer.areas[ranked];
      return answer.areas.code.map((_, i) => rankOf(values, i));
    };
    const others = otherChoices(region.measures, asked)
      .filter((c) => ranked === 'gap' || !['catchment', 'decay'].includes(c.choice))
      .map((c) => ({ ...c, answer: analyse(region, c.question).answer }));

    test('every other choice is there, with its own share, first area and moved areas', () => {
      expect(found.ranked).toBe(ranked);
      expect(found.alternatives.map((a) => [a.id, a.choice, a.label])).toEqual(
        others.map((o) => [o.id, o.choice, o.label]),
      );
      let moved = 0;
      for (const [k, { choice, answer }] of others.entries()) {
        const alternative = found.alternatives[k];
        const from = ranks(base, choice);
        const to = ranks(answer, choice);
        expect(alternative.unmetShare).toEqual(answer.headline.unmetShare);
        const first = to.indexOf(1);
        expect(alternative.topArea).toEqual({ code: base.areas.code[first], name: base.areas.name[first] });
        const rows = from.flatMap((was, i) => {
          const is = to[i];
          const crossed = was <= 10 !== is <= 10;
          if (Number.isNaN(was) || Number.isNaN(is) || !(crossed || Math.abs(was - is) > 10)) return [];
          const topTen = crossed ? (is <= 10 ? 'in' : 'out') : '';
          return [{ code: base.areas.code[i], name: base.areas.name[i], from: was, to: is, topTen }];
        });
        expect(alternative.moved).toHaveLength(rows.length);
        expect(alternative.moved).toEqual(expect.arrayContaining(rows));
        const steps = alternative.moved.map((m) => [Math.abs(m.to - m.from), m.from]);
        expect(steps).toEqual([...steps].sort((a, b) => b[0] - a[0] || a[1] - b[1]));
        moved += rows.length;
      }
      expect(moved).toBeGreaterThan(0);
    });

    test('areas that move have the range of their ranks; the scales of the index move nobody', () => {
      const counted = others.filter((o) => o.choice !== 'standardisation' && o.choice !== 'aggregation');
      const all = [base, ...counted.map((o) => o.answer)].map((answer) => ranks(answer));
      const moving = new Set(
        found.alternatives
          .filter((a) => a.choice !== 'standardisation' && a.choice !== 'aggregation')
          .flatMap((a) => a.moved.map((m) => m.code)),
      );
      expect(new Set(found.moving.map((m) => m.code))).toEqual(moving);
      expect(moving.size).toBeGreaterThan(1);
      for (const row of found.moving) {
        const i = base.areas.code.indexOf(row.code);
        const its = all.map((r) => r[i]);
        expect(row).toEqual({
          code: row.code,
          name: base.areas.name[i],
          rank: its[0],
          best: Math.min(...its),
          worst: Math.max(...its),
        });
      }
      const widths = found.moving.map((m) => m.worst - m.best);
      expect(widths).toEqual([...widths].sort((a, b) => b - a));
      expect(found.areas).toBe(11);
      expect(found.threshold).toBe(10);
      expect(found.unmetShare).toEqual(base.headline.unmetShare);
      expect(found.interval).toEqual({ lower: 0, upper: 1 });
    });

    test('a flip is another area in front, named with the one before; the index flips nothing', () => {
      const top = (r: number[]) => base.areas.name[r.indexOf(1)];
      const own = top(ranks(base));
      expect(found.topArea?.name).toBe(own);
      for (const [k, { choice, answer }] of others.entries()) {
        const { why, flips } = found.alternatives[k];
        const ofIndex = choice === 'standardisation' || choice === 'aggregation';
        const now = top(ranks(answer));
        expect(why).toBe(ofIndex || now === own ? '' : `${now} comes first instead of ${own}`);
        expect(flips).toBe(why !== '');
      }
      expect(found.fragile).toBe(found.alternatives.some((a) => a.flips));
    });

    test('agreement is 1 for the same order and less for another', () => {
      for (const [k, { choice, answer }] of others.entries()) {
        const same = JSON.stringify(ranks(base, choice)) === JSON.stringify(ranks(answer, choice));
        const { agreement } = found.alternatives[k];
        if (same) expect(agreement).toBeCloseTo(1, 12);
        else expect(agreement).toBeLessThan(1);
        expect(agreement).toBeGreaterThanOrEqual(-1);
      }
    });
  });

describe('the interval of the unmet share', () => {
  const { unmetShare } = analyse(region, question).answer.headline;
  const whys = (interval: { lower: number; upper: number } | null, asked = question) =>
    sensitivity(region, asked, interval).alternatives.map((a) => [a.choice, a.unmetShare, a.why] as const);

  test('is left above or below, and both reasons are said where both hold', () => {
    const leaves = 'the unmet share leaves its interval';
    for (const [lower, upper] of [
      [unmetShare, 1],
      [0, unmetShare],
      [unmetShare, unmetShare],
    ]) {
      for (const [choice, share, why] of whys({ lower, upper })) {
        const ofIndex = choice === 'standardisation' || choice === 'aggregation';
        expect(why.startsWith(leaves)).toBe(!ofIndex && (share < lower || share > upper));
      }
    }
    const all = whys({ lower: 2, upper: 3 }).map(([, , why]) => why);
    expect(all.some((why) => why === leaves)).toBe(true);
    expect(all.some((why) => why.startsWith(`${leaves}, and Estate `))).toBe(true);
  });

  test('without one, or with no share to hold against it, only the first area flips', () => {
    for (const [, , why] of whys(null)) expect(why).not.toMatch(/interval/);
    const unknown = { ...question, programmes: ['gang-exit'] };
    for (const [, , why] of whys({ lower: 2, upper: 3 }, unknown)) expect(why).not.toMatch(/interval/);
  });
});
