// What to ask next: which lists are open where, for how many people, and what each record lacks.
import { describe, expect, test } from 'vitest';
import type { Inventory, Service } from '../../src/domain/intervention.ts';
import { askNext } from '../../src/engine/askNext.ts';
import { peopleAged } from '../../src/engine/people.ts';
import { inventory, service, tinyQuestion, tinyRegion } from './tinyRegion.ts';

const region = tinyRegion();
const DAY = '2026-03-31';
const ask = (held: Inventory, changes = {}) => askNext(region, tinyQuestion(changes), held, DAY);
const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);

describe('open lists', () => {
  const westOnly: Inventory = {
    ...inventory([], []),
    complete: [{ programme: 'ae', authority: 'E08000001', source: 'test', status: 'documented' }],
  };

  test('are listed with where they are open, how many areas and people wait, and whether they settle a tier', () => {
    const { openLists } = ask(westOnly);
    // In the west gang-exit is the last open list of its tier; in the east it and ae wait for each other.
    expect(openLists.map((l) => [l.programme, l.tier, l.settlesTier, l.areas, l.authorities])).toEqual([
      ['campaign', 'secondary', true, 6, ['E08000001', 'E08000002']],
      ['gang-exit', 'tertiary', true, 6, ['E08000001', 'E08000002']],
      ['mentors', 'primary', true, 6, ['E08000001', 'E08000002']],
      ['ae', 'tertiary', false, 3, ['E08000002']],
    ]);
    expect(openLists.map((l) => l.label)).toEqual(['campaign', 'gang-exit', 'mentors', 'ae']);
    expect(openLists[0].people).toBeCloseTo(20_640, 6);
    expect(openLists[1].people).toBeCloseTo(20_640 - 3060, 6);
    expect(openLists[2].people).toBeCloseTo(sum(peopleAged(region.bands, { from: 11, to: 18 })), 6);
    expect(openLists[3].people).toBeCloseTo(6 * 300 + 10 * (6 + 7 + 8 + 9 + 10 + 11), 6);
  });

  test('count the areas of the question’s level, and a list complete everywhere is none of them', () => {
    expect(ask(westOnly, { level: 'lsoa' }).openLists.map((l) => l.areas)).toEqual([12, 12, 12, 6]);
    const all = inventory([], ['ae', 'gang-exit', 'mentors', 'campaign']);
    expect(ask(all).openLists).toEqual([]);
  });
});

describe('weak records', () => {
  const sound: Partial<Service> = { end: '2028-03' };
  const reasons = (changes: Partial<Service>) =>
    ask(inventory([service({ ...sound, ...changes })])).weakRecords.map((r) => r.reasons);

  test('a sound record is not asked after, even where the end of its funding is not known', () => {
    expect(reasons({})).toEqual([]);
    expect(reasons({ end: null })).toEqual([]);
  });

  test.each<[Partial<Service>, string]>([
    [{ capacity: null }, 'places a year not known'],
    [{ lon: null }, 'location not known'],
    [{ lat: null }, 'location not known'],
    [{ form: 'institution network', lat: null }, 'location not known'],
    [{ form: 'area', lon: null, lat: null, areas: [] }, 'its areas are not known'],
    [{ confidence: 0.89 }, 'held to be right with a probability of 0.89'],
    [{ lastVerified: null }, 'never verified'],
    [{ lastVerified: '2025-02-28' }, 'last verified 2025-02-28'],
  ])('%o is asked after', (changes, reason) => {
    expect(reasons(changes)).toEqual([[reason]]);
    expect(reasons({ ...changes, end: null })).toEqual([[reason, 'end of funding not known']]);
  });

  test.each<[Partial<Service>]>([
    [{ confidence: 0.9 }],
    [{ lastVerified: '2025-03-01' }],
    [{ form: 'region', lon: null, lat: null }],
    [{ form: 'person', lon: null, lat: null }],
    [{ form: 'area', lon: null, lat: null, areas: ['E08000001'] }],
  ])('%o is not', (changes) => {
    expect(reasons(changes)).toEqual([]);
  });

  test('those that count for nothing come first, then by places, then the more doubtful', () => {
    const { weakRecords } = ask(
      inventory([
        service({ id: 'small', capacity: 10, confidence: 0.5 }),
        service({ id: 'surer', capacity: 80, confidence: 0.7 }),
        service({ id: 'doubtful', capacity: 80, confidence: 0.6 }),
        service({ id: 'blank', capacity: null }),
        service({ id: 'somewhere', lon: null, capacity: 5 }),
      ]),
    );
    expect(weakRecords.map((r) => r.id)).toEqual(['somewhere', 'blank', 'doubtful', 'surer', 'small']);
    expect(weakRecords[1]).toEqual({
      id: 'blank',
      place: 'West Hospital',
      programme: 'ae',
      tier: 'tertiary',
      status: 'documented',
      places: Number.NaN,
      confidence: 0.95,
      lastVerified: '2026-01',
      reasons: ['places a year not known', 'end of funding not known'],
    });
  });
});
