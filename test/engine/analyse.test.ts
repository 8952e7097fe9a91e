// The answer to a question in parts: what it reads, what it says beside the figures, and the rows that hold them.
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../src/domain/dataset.ts';
import type { Change, Question } from '../../src/domain/question.ts';
import { analyse } from '../../src/engine/analyse.ts';
import { areaNotes } from '../../src/engine/areaNotes.ts';
import { equityOf } from '../../src/engine/equity.ts';
import { ranksFromLargest } from '../../src/engine/ranks.ts';
import { inventoryFor, measuresOf, standingOf } from '../../src/engine/standing.ts';
import { inventory, MEASURES, service, tinyQuestion, tinyRegion } from './tinyRegion.ts';

const region = tinyRegion();
const answerTo = (changes: Partial<Question> = {}, dataset: Dataset = region) =>
  analyse(dataset, tinyQuestion(changes)).answer;
const notices = (changes: Partial<Question> = {}, dataset: Dataset = region) =>
  answerTo(changes, dataset).notices;
const total = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);
const planOf = (...changes: Change[]) => ({ plan: { name: 'a plan', changes } });

describe('the measures read', () => {
  const need = (...ids: string[]) => ({ need: ids.map((id) => ({ measure: id, weight: 1 })) });

  test('are those of the release, in order; one of no weight is left out without a word', () => {
    const found = measuresOf(
      MEASURES,
      tinyQuestion({
        need: [
          { measure: 'income', weight: 2 },
          { measure: 'violence', weight: 0 },
          { measure: 'robbery', weight: 1 },
        ],
      }),
    );
    expect(found.chosen.map((c) => [c.measure.id, c.weight])).toEqual([
      ['income', 2],
      ['robbery', 1],
    ]);
    expect(found.notices).toEqual([]);
    expect(notices()).toEqual([]);
  });

  test('one the release does not have, or that is somebody’s own, is named', () => {
    expect(notices(need('robbery', 'noise'))).toEqual([
      'The measure "noise" is not part of this release and was left out of the need.',
    ]);
    expect(notices(need('robbery', 'own-1'))).toEqual([
      'The link counts someone’s own data, which stays with its owner and is no part of a link. It was left out of the need; whoever has the file can bring it under “Bring your own counts”.',
    ]);
  });

  test('where none is at hand the first of the release is read, and that is said', () => {
    const found = answerTo(need('noise'));
    expect(found.notices[1]).toBe(
      "None of the question's measures is at hand; violence, recorded is read instead.",
    );
    expect(found.measures.map((m) => [m.measure.id, m.weight])).toEqual([['violence', 1]]);
    expect(notices({ need: [] })).toHaveLength(1);
  });
});

describe('the months read', () => {
  test('are the whole ones; partial and missing ones are told apart', () => {
    const found = answerTo({ period: { from: '2024-08', to: '2025-05' } });
    expect(found.months).toEqual(['2024-08', '2024-09', '2025-04', '2025-05']);
    const partial = ['2024-10', '2024-11', '2024-12', '2025-01', '2025-02', '2025-03'];
    expect(found.partialMonths).toEqual(partial);
    expect(found.notices).toEqual([
      `6 months of the period are partial and left out: ${partial.join(', ')}. Rates are a year's worth of the 4 whole months.`,
    ]);
    expect(notices({ period: { from: '2025-04', to: '2026-05' } })).toEqual([
      "The release does not hold 2 of the period's months.",
    ]);
  });

  test('a need without counts has no partial months to speak of, one with any has', () => {
    const period = { from: '2024-08', to: '2025-05' };
    const income = { measure: 'income', weight: 1 };
    expect(notices({ period, need: [income] })).toEqual([]);
    expect(notices({ period, need: [income, { measure: 'robbery', weight: 1 }] })).toHaveLength(1);
  });
});

describe('the inventory read', () => {
  const documented = inventory([service()]);
  const illustrative = { ...inventory([service({ id: 'made-up' })]), status: 'illustrative' as const };
  const own = { ...inventory([service({ id: 'mine' })]), status: 'own' as const };
  const all = tinyRegion({ inventories: { documented, illustrative, own } });

  test('is the one asked for where it is at hand, else the documented one', () => {
    const read = (which: Question['inventory'], dataset = all) =>
      inventoryFor(dataset, tinyQuestion({ inventory: which }));
    expect([read('documented'), read('illustrative'), read('own')]).toEqual([documented, illustrative, own]);
    expect(read('illustrative', region)).toBe(region.inventories.documented);
    expect(read('own', region)).toBe(region.inventories.documented);
    expect(answerTo({ inventory: 'own' }, all).inventoryStatus).toBe('own');
  });

  test('one’s own that is not at hand is said to be missing', () => {
    expect(notices({ inventory: 'own' })).toEqual([
      'The link reads an inventory that stays in the browser it was loaded in. The documented one is shown; load that file under Provision to see the same figures.',
    ]);
    expect(notices({ inventory: 'own' }, all)).toEqual([]);
    expect(notices({ inventory: 'illustrative' })).toEqual([]);
  });

  test('a programme of another tier is no provision, and that is said', () => {
    const found = answerTo({ programmes: ['mentors'] });
    expect(found.notices).toEqual([
      'None of the named programmes is of this tier; nothing is read as provision.',
    ]);
    expect(found.services).toEqual([]);
    expect([...found.areas.places]).toEqual(new Array(6).fill(Number.NaN));
  });

  test('each service of the programmes is listed with the places it gives, or why it gives none', () => {
    const held = tinyRegion({
      inventories: {
        documented: inventory([
          service(),
          service({ id: 'far', lon: 3 }),
          service({ id: 'ended', end: '2024-01', lon: -1.85 }),
          service({ id: 'other', programme: 'gang-exit' }),
        ]),
      },
    });
    const found = answerTo({}, held).services;
    expect(found.map((s) => [s.service.id, s.leftOut, s.planned, s.authority])).toEqual([
      ['ae-west', '', false, 'E08000001'],
      ['far', 'no eligible people within reach', false, ''],
      ['ended', 'funding ended before the reading date', false, 'E08000002'],
    ]);
    expect(found[0].placesUsed).toBeCloseTo(60, 9);
    expect(found[2].placesUsed).toBeNaN();
    expect(total(answerTo({}, held).areas.places)).toBeCloseTo(60, 9);
  });
});

describe('a plan', () => {
  const add: Change = { kind: 'add', service: service({ id: 'new', lon: -1.85, capacity: 30 }) };

  test('tried out over what stands from another plan, gives the answer it gives afresh', () => {
    const one = tinyQuestion(planOf({ kind: 'close', id: 'ae-west' }));
    const other = tinyQuestion(planOf({ kind: 'resize', id: 'ae-west', capacity: 5 }));
    const standing = standingOf(region, one);
    for (const question of [one, other, tinyQuestion(), other])
      expect(analyse(region, question, standing)).toEqual(analyse(region, question));
  });

  test('changes the figures, and what was before stands beside them', () => {
    const without = answerTo();
    const found = answerTo(planOf(add));
    expect(without.before).toBeNull();
    expect(found.before?.areas).toEqual(without.areas);
    expect(found.before?.headline).toEqual(without.headline);
    expect(found.before?.authorities).toEqual(without.authorities);
    expect(found.before?.equity).toEqual(equityOf(without.areas));
    expect(found.equity).toEqual(equityOf(found.areas));
    expect(found.yardstick).toBe(without.yardstick);
    expect(found.headline.totalPlaces).toBeCloseTo(90, 9);
    expect([...found.areas.target]).toEqual([...without.areas.target]);
    expect(found.services.map((s) => [s.service.id, s.planned])).toEqual([
      ['ae-west', false],
      ['new', true],
    ]);
    expect(found.before?.services.map((s) => [s.service.id, s.planned])).toEqual([['ae-west', false]]);
    const { base, planned } = analyse(region, tinyQuestion());
    expect(planned).toBe(base);
  });

  test('that changes a service which is not there says so; one it added itself may be changed again', () => {
    const gone = (id: string) =>
      `The plan changes a service “${id}” that this inventory does not hold; that change does nothing.`;
    expect(notices(planOf({ kind: 'close', id: 'nobody' }))).toEqual([gone('nobody')]);
    expect(notices(planOf({ kind: 'close', id: 'ae-west' }))).toEqual([]);
    expect(notices(planOf(add, { kind: 'resize', id: 'new', capacity: 5 }))).toEqual([]);
    expect(notices(planOf({ kind: 'resize', id: 'new', capacity: 5 }, add))).toEqual([gone('new')]);
  });

  test('a norm is the yardstick whatever there is', () => {
    const norm = { yardstick: { kind: 'norm' as const, places: 0.02 } };
    expect(answerTo(norm).yardstick).toBe(0.02);
    const { areas } = answerTo(norm);
    areas.target.forEach((t, i) => {
      expect(t).toBeCloseTo(0.02 * areas.need[i] * areas.eligible[i], 9);
    });
  });
});

describe('rows', () => {
  test('of areas hold their names, their authority, and access for every 1,000 eligible', () => {
    const { areas } = answerTo();
    expect(areas.name).toEqual(region.wards.name);
    expect(areas.authority).toEqual([...new Array(3).fill('Westshire'), ...new Array(3).fill('Eastshire')]);
    expect(areas.authorityCode[0]).toBe('E08000001');
    expect(areas.authorityCode[5]).toBe('E08000002');
    areas.access.forEach((a, i) => {
      expect(a).toBeCloseTo((1000 * areas.places[i]) / areas.eligible[i], 9);
    });
    expect(areas.eligible[0]).toBe(610);
    expect(areas.residents[0]).toBe(3040);
  });

  test('without eligible people have no access', () => {
    const bands = region.bands.map((b) =>
      b.ages.from === 11 ? { ...b, people: b.people.map((p, i) => (i < 2 ? 0 : p)) } : b,
    );
    const { areas } = answerTo({}, tinyRegion({ bands }));
    expect(areas.access[0]).toBeNaN();
    expect(areas.access[1]).toBeGreaterThan(0);
  });

  test('of authorities are sums of their areas, need weighted by the eligible', () => {
    const { areas, authorities, headline } = answerTo();
    expect(authorities.map((a) => [a.code, a.name])).toEqual([
      ['E08000001', 'Westshire'],
      ['E08000002', 'Eastshire'],
    ]);
    for (const [a, rows] of [
      [0, [0, 1, 2]],
      [1, [3, 4, 5]],
    ] as const) {
      for (const key of ['eligible', 'places', 'target', 'gap'] as const)
        expect(authorities[a][key]).toBeCloseTo(total(rows.map((i) => areas[key][i])), 9);
      expect(authorities[a].need).toBeCloseTo(
        total(rows.map((i) => areas.need[i] * areas.eligible[i])) / total(rows.map((i) => areas.eligible[i])),
        12,
      );
    }
    expect(headline.region).toEqual({ need: 1, eligible: total(areas.eligible) });
  });

  test('of authorities leave out areas that are not known, and are not known where none is', () => {
    const found = answerTo({ level: 'lsoa' }, tinyRegion({ unrecorded: [0] }));
    const [west] = found.authorities;
    expect(west.eligible).toBe(total(found.areas.eligible.slice(0, 6)));
    expect(west.places).toBeCloseTo(total(found.areas.places.slice(1, 6)), 9);
    expect(west.gap).toBeCloseTo(total(found.areas.gap.slice(1, 6)), 9);
    expect(west.need).toBeGreaterThan(0);
    expect(found.headline.region.eligible).toBe(total(found.areas.eligible.slice(1)));
    const nothing = answerTo({ programmes: ['gang-exit'] }).authorities[0];
    expect([nothing.places, nothing.target, nothing.gap]).toEqual(new Array(3).fill(Number.NaN));
    expect(nothing.need).toBeGreaterThan(0);
  });

  test('are ranked from the largest, equal ones at the better rank, unknown ones not at all', () => {
    expect([...ranksFromLargest([3, 9, 3, Number.NaN, 1, 9, 3])]).toEqual([3, 1, 3, Number.NaN, 6, 1, 3]);
    expect([...ranksFromLargest([])]).toEqual([]);
    expect([...ranksFromLargest([Number.NaN])]).toEqual([Number.NaN]);
    expect([...ranksFromLargest([-1, -2, 0])]).toEqual([2, 3, 1]);
  });
});

describe('notes beside an area', () => {
  const edge =
    'At the edge of the region: services outside it may reach people here and are not in the inventory.';
  const shareOf = (percent: string) =>
    `${percent} % of residents live in an LSOA that no crime record names; rates are of the rest.`;

  test('say how many residents live where no record names the LSOA, rounded, and where the region ends', () => {
    const holed = tinyRegion({ unrecorded: [2] });
    // 1,580 of the second ward's 3,200 residents.
    expect(areaNotes(holed, 'ward', holed.residents)).toEqual([edge, shareOf('49'), '', '', '', edge]);
    expect(areaNotes(tinyRegion({ unrecorded: [0] }), 'ward', region.residents)[0]).toBe(
      `${shareOf('49')} ${edge}`,
    );
    expect(answerTo({}, holed).areas.note).toEqual([edge, shareOf('49'), '', '', '', edge]);
  });

  test('call a share below one half per cent "under 1", and one of 1 per cent by its number', () => {
    const note = (of: number) => {
      const residents = Float64Array.from(region.residents, (_, i) => (i === 2 ? of : 1000 - of));
      return areaNotes(tinyRegion({ unrecorded: [2] }), 'ward', residents)[1];
    };
    expect(note(4)).toBe(shareOf('Under 1'));
    expect(note(10)).toBe(shareOf('1'));
    expect(note(0)).toBe('');
  });

  test('of an LSOA say that its own counts are not known', () => {
    const holed = tinyRegion({ unrecorded: [2] });
    expect(areaNotes(holed, 'lsoa', holed.residents)[2]).toBe(
      'No crime record names this LSOA: its counts are not known.',
    );
    expect(areaNotes(holed, 'lsoa', holed.residents).filter((n) => n !== '')).toHaveLength(3);
  });
});
