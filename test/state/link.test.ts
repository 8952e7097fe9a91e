// Contract of the link: a question written and read again is the same question, and a broken link never breaks the page.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OPEN_END } from '../../src/domain/ages.ts';
import { monthFromNumber } from '../../src/domain/month.ts';
import { proposedService } from '../../src/domain/plan.ts';
import { type Change, OPENING_QUESTION, type Question, sameFigures } from '../../src/domain/question.ts';
import { parseLink, writeLink } from '../../src/state/link.ts';

const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
const anyName = fc.string({ minLength: 1, maxLength: 20 }).filter((s) => !/[\ud800-\udfff]/.test(s));
const coordinate = fc.double({ min: -80, max: 80, noNaN: true }).map((x) => Math.round(x * 1e5) / 1e5 + 0);
const ages = fc.oneof(
  fc.constant({ from: 0, to: OPEN_END }),
  fc.integer({ min: 1, max: 90 }).map((from) => ({ from, to: OPEN_END })),
  fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 50 }))
    .map(([a, b]) => ({ from: a, to: a + b })),
);
const tier = fc.constantFrom('primary' as const, 'secondary' as const, 'tertiary' as const);
const change: fc.Arbitrary<Change> = fc.oneof(
  id.map((i) => ({ kind: 'close' as const, id: i })),
  fc.record({
    kind: fc.constant('resize' as const),
    id: anyName,
    capacity: fc.integer({ min: 0, max: 5000 }),
  }),
  fc.record({ kind: fc.constant('move' as const), id, place: anyName, lon: coordinate, lat: coordinate }),
  fc
    .record({
      id: anyName,
      programme: fc.record({ id, tier }),
      form: fc.constantFrom('site' as const, 'institution network' as const),
      place: anyName,
      lon: coordinate,
      lat: coordinate,
      areas: fc.array(id, { maxLength: 3 }),
      ages,
      capacity: fc.integer({ min: 0, max: 5000 }),
      cost: fc.option(fc.integer({ min: 0, max: 1e6 })),
    })
    .map((p) => ({ kind: 'add' as const, service: proposedService(p) })),
);

const question: fc.Arbitrary<Question> = fc.record({
  screen: fc.constantFrom('map', 'place', 'provision', 'plan', 'outcomes', 'present', 'method'),
  show: fc.constantFrom('need', 'provision', 'gap', 'class', 'hotspots'),
  level: fc.constantFrom('ward', 'lsoa'),
  need: fc.array(fc.record({ measure: id, weight: fc.double({ min: 0.01, max: 10, noNaN: true }) }), {
    minLength: 1,
    maxLength: 4,
  }),
  standardise: fc.constantFrom('percentile', 'z', 'minmax', 'exponential'),
  aggregate: fc.constantFrom('arithmetic', 'geometric'),
  smoothed: fc.boolean(),
  per: fc.constantFrom('residents', 'ages', 'km2'),
  tier,
  programmes: fc.array(id, { maxLength: 3 }).map((p) => p.filter((x) => x !== 'all')),
  ages,
  period: fc
    .tuple(fc.integer({ min: 24_200, max: 24_320 }), fc.integer({ min: 0, max: 40 }))
    .map(([a, b]) => ({ from: monthFromNumber(a), to: monthFromNumber(a + b) })),
  reach: fc.record({
    catchment: fc.integer({ min: 100, max: 200_000 }),
    decay: fc.constantFrom('step', 'gaussian', 'exponential'),
    detour: fc.double({ min: 1, max: 5, noNaN: true }),
  }),
  yardstick: fc.oneof(
    fc.constant({ kind: 'fair share' as const }),
    fc.double({ min: 0, max: 1, noNaN: true }).map((places) => ({ kind: 'norm' as const, places })),
  ),
  date: fc.constantFrom(null, '2026-04-01', '2024-02-29'),
  inventory: fc.constantFrom('documented', 'illustrative', 'own'),
  plan: fc.option(fc.record({ name: anyName, changes: fc.array(change, { maxLength: 5 }) })),
  search: fc.record({
    means: fc.constantFrom('budget', 'sites'),
    budget: fc.double({ min: 0, max: 1e10, noNaN: true }).map((x) => Math.round(x * 100) / 100),
    sites: fc.integer({ min: 1, max: 10_000 }),
    cost: fc.integer({ min: 1, max: 1e9 }),
    places: fc.double({ min: 1, max: 1e6, noNaN: true }).map((x) => Math.round(x * 100) / 100),
    from: fc.constantFrom('hospitals', 'schools', 'practices', 'own'),
    authority: fc.constantFrom('', 'E08000030', 'E08000025'),
    keepExisting: fc.boolean(),
    programme: fc.oneof(
      fc.constant(''),
      id.filter((i) => i !== 'first'),
    ),
  }),
  hotspots: fc.record({
    statistic: fc.constantFrom('gi-star', 'local-moran'),
    of: id,
    permutations: fc.integer({ min: 99, max: 99_999 }),
    level: fc.double({ min: 0.0001, max: 0.5, noNaN: true }),
  }),
  selected: fc.array(fc.stringMatching(/^E0\d{7}$/), { maxLength: 3 }),
  story: fc.option(
    fc.record({
      id,
      step: fc.integer({ min: 0, max: 20 }),
      deck: fc.stringMatching(/^[A-Za-z0-9_-]{0,20}$/),
    }),
  ),
  seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
});

describe('the link', () => {
  test('a question written and read again is the same question, without a notice', () => {
    fc.assert(
      fc.property(question, (q) => {
        const read = parseLink(writeLink(q));
        expect(read.notices).toEqual([]);
        expect(read.question).toEqual(q);
      }),
    );
  });

  test('still reads when a mail program has escaped its commas and colons', () => {
    const q: Question = {
      ...OPENING_QUESTION,
      need: [
        { measure: 'violence', weight: 2 },
        { measure: 'imd', weight: 1 },
      ],
      selected: ['E05011118'],
    };
    expect(parseLink(writeLink(q).replaceAll(',', '%2C').replaceAll(':', '%3A')).question).toEqual(q);
  });

  test('a search for sites travels in words, and what is not said of it stands as on opening', () => {
    const search = {
      ...OPENING_QUESTION.search,
      budget: 480_000,
      authority: 'E08000030',
      keepExisting: false,
    };
    const link = writeLink({ ...OPENING_QUESTION, screen: 'plan', search });
    expect(link).toBe('#/plan?v=1&search=budget:480000,of:E08000030,existing:candidates');
    expect(parseLink(link).question.search).toEqual(search);
    expect(parseLink('#/plan?v=1&search=sites:3').question.search).toEqual({
      ...OPENING_QUESTION.search,
      sites: 3,
    });
  });

  test('a link from before the search travelled opens with the usual search, without a notice', () => {
    const old = '#/plan?v=1&reach=10000,gaussian,1.3&plan=Plan%20A~close,ae-dudley';
    expect(parseLink(old).question.search).toEqual(OPENING_QUESTION.search);
    expect(parseLink(old).notices).toEqual([]);
  });

  test.each([
    'budget:lots',
    'sites:2.5',
    'sites:0',
    'cost:0',
    'from:churches',
    'of:Walsall',
    'unheard:1',
    ',',
  ])('a search that cannot be read (%s) is named, and the usual one stands', (text) => {
    const { question: q, notices } = parseLink(`#/plan?v=1&search=${text}`);
    expect(q.search).toEqual(OPENING_QUESTION.search);
    expect(notices.join()).toContain('"search" (what the search for sites is asked with)');
  });

  test('what sites are searched with is no figure of the map: nothing is worked out again', () => {
    const search = { ...OPENING_QUESTION.search, budget: 1 };
    expect(sameFigures(OPENING_QUESTION, { ...OPENING_QUESTION, search })).toBe(true);
  });

  test('the opening question is a short link, and an empty address is the opening question', () => {
    expect(writeLink(OPENING_QUESTION)).toBe('#/map?v=1');
    expect(parseLink('').question).toEqual(OPENING_QUESTION);
    expect(parseLink('').notices).toEqual([]);
  });

  test('a broken part falls back to the usual setting, keeps the rest, and is named', () => {
    const { question: q, notices } = parseLink('#/map?v=1&period=2026-13..x&level=lsoa&seed=7&reach=abc');
    expect(q.period).toEqual(OPENING_QUESTION.period);
    expect(q.reach).toEqual(OPENING_QUESTION.reach);
    expect(q.level).toBe('lsoa');
    expect(q.seed).toBe(7);
    expect(notices).toHaveLength(2);
    expect(notices[0]).toContain('"period"');
  });

  test('a day that no calendar has is a broken part, not a day of the next month', () => {
    for (const day of ['2025-02-31', '2025-02-29', '2025-04-31', '2025-13-01', '2025-00-10', '2025-01-00']) {
      const { question, notices } = parseLink(`#/map?v=1&date=${day}`);
      expect(question.date).toBe(OPENING_QUESTION.date);
      expect(notices).toHaveLength(1);
    }
    expect(parseLink('#/map?v=1&date=2024-02-29').question.date).toBe('2024-02-29');
  });

  test('an unknown screen, part or version is said in a sentence', () => {
    const { question: q, notices } = parseLink('#/atlas?v=9&colour=red');
    expect(q.screen).toBe('map');
    expect(notices.join(' ')).toMatch(/"atlas".*version 9.*colour/);
  });

  test('no address, however hostile, throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.string({ maxLength: 200 }), (path, query) => {
        const read = parseLink(`#/${path}?need=${query}&plan=${query}&select=${query}&__proto__=1`);
        expect(Array.isArray(read.notices)).toBe(true);
      }),
    );
  });

  const seen = fc.record({
    unmet: fc.double({ min: 0, max: 1, noNaN: true }),
    lower: fc.constant(Number.NaN),
    upper: fc.double({ min: 0, max: 1, noNaN: true }),
    gap: fc.double({ min: -500, max: 500, noNaN: true }),
    places: fc.integer({ min: 0, max: 1e6 }),
    people: fc.oneof(fc.double({ min: 1, max: 1e7, noNaN: true }), fc.constant(Number.NaN)),
    rate: fc.double({ min: 0, max: 1e4, noNaN: true }),
    first: fc.constantFrom('', 'E05001316'),
  });

  test('figures made from the reader’s own counts are in no link, whatever stands beside them', () => {
    fc.assert(
      fc.property(question, seen, fc.constantFrom('own-1', 'own-1-p3', 'own-12'), (q, was, measure) => {
        const need = [...q.need, { measure, weight: 1 }];
        const link = writeLink({ ...q, need }, { release: 'abc123', made: '2026-11-23', seen: was });
        expect(link).not.toContain('seen=');
        expect(parseLink(link).stamp).toMatchObject({ release: 'abc123', seen: null });
      }),
    );
  });

  test('a decision record names release, engine, day and what was seen, to six digits, and changes no question', () => {
    fc.assert(
      fc.property(question, seen, (q, was) => {
        const link = writeLink(q, { release: 'abc123', made: '2026-11-23', seen: was });
        const read = parseLink(link);
        expect(read.notices).toEqual([]);
        expect(read.question).toEqual(q);
        expect(read.stamp).toMatchObject({ release: 'abc123', engine: '1', made: '2026-11-23' });
        expect(read.stamp.seen?.first).toBe(was.first);
        for (const name of ['unmet', 'lower', 'upper', 'gap', 'places', 'people', 'rate'] as const) {
          if (Number.isNaN(was[name])) expect(read.stamp.seen?.[name]).toBeNaN();
          else
            expect(Math.abs((read.stamp.seen?.[name] ?? 0) - was[name])).toBeLessThanOrEqual(
              1e-5 * Math.abs(was[name]),
            );
        }
      }),
    );
  });

  test('a record of an answer without a gap carries that nothing was known, not nothing', () => {
    const nothing = Number.NaN;
    const was = {
      unmet: nothing,
      lower: nothing,
      upper: nothing,
      gap: nothing,
      places: nothing,
      people: nothing,
      rate: nothing,
      first: '',
    };
    const { stamp } = parseLink(writeLink(OPENING_QUESTION, { release: 'abc123', seen: was }));
    expect(stamp.seen).toEqual(was);
  });

  test('a record from before figures were carried still reads', () => {
    const { stamp, notices, question: q } = parseLink('#/map?v=1&release=abc123&engine=1');
    expect(stamp).toEqual({ release: 'abc123', engine: '1', made: null, seen: null });
    expect(notices).toEqual([]);
    expect(q).toEqual(OPENING_QUESTION);
  });

  test('broken figures are named and not compared; a day that is none is left out', () => {
    const read = parseLink('#/map?v=1&release=abc&seen=unmet:x,first:E05001316&made=2026-99-99');
    expect(read.stamp).toEqual({ release: 'abc', engine: null, made: null, seen: null });
    expect(read.notices.join()).toContain('"seen"');
    expect(parseLink('#/map?v=1&release=abc&seen=first:<b>').stamp.seen).toBeNull();
  });
});
