// The coverage matrix: figures where lists are complete, "none" only where that is stated, and what to ask next.
import { describe, expect, test } from 'vitest';
import { LIFE_STAGES } from '../../src/domain/ages.ts';
import type { Tier } from '../../src/domain/intervention.ts';
import { askNext } from '../../src/engine/askNext.ts';
import { coverageMatrix } from '../../src/engine/coverageMatrix.ts';
import { recentlyVerified } from '../../src/engine/coverageRecords.ts';
import { peopleAged } from '../../src/engine/people.ts';
import { inventory, PROGRAMMES, service, tinyQuestion, tinyRegion } from './tinyRegion.ts';

const everything = PROGRAMMES.map((p) => p.id);
const withInventory = (...args: Parameters<typeof inventory>) =>
  tinyRegion({ inventories: { documented: inventory(...args) } });
const stageOf = (age: number) => LIFE_STAGES.findIndex((s) => age >= s.from && age <= s.to);

function cell(
  region: ReturnType<typeof tinyRegion>,
  tier: Tier,
  age: number,
  authority: string,
  changes = {},
) {
  const { cells } = coverageMatrix(region, tinyQuestion(changes));
  const found = cells.find((c) => c.tier === tier && c.stage === stageOf(age) && c.authority === authority);
  if (!found) throw new Error('no such cell');
  return found;
}

describe('the coverage matrix', () => {
  test('a tier without a complete list is not known anywhere, never zero', () => {
    const { cells } = coverageMatrix(withInventory([service()], ['ae']), tinyQuestion());
    for (const c of cells.filter((one) => one.tier !== 'tertiary')) {
      expect(c.status).toBe('not known');
      expect(c.places).toBeNaN();
    }
  });

  test('known where every list for these ages is complete: places and rate per 1,000', () => {
    const region = withInventory([service()], everything);
    const west = cell(region, 'tertiary', 20, 'E08000001');
    const people = peopleAged(region.bands, { from: 18, to: 24 })
      .slice(0, 6)
      .reduce((a, b) => a + b);
    expect(west.status).toBe('known');
    expect(west.people).toBeCloseTo(people, 9);
    expect(west.per1000).toBeCloseTo((1000 * west.places) / people, 9);
    expect(cell(region, 'secondary', 40, 'E08000001')).toMatchObject({ status: 'none', places: 0 });
  });

  test('part known where one list is complete and another is not: at least so many', () => {
    expect(cell(withInventory([service()], ['ae']), 'tertiary', 20, 'E08000001')).toMatchObject({
      status: 'part known',
      why: 'no complete list of gang-exit',
    });
  });

  test('ages no programme of the tier is for: none if the tier is known, else not known', () => {
    expect(cell(withInventory([service()], everything), 'tertiary', 3, 'E08000001')).toMatchObject({
      status: 'none',
      why: 'no programme of this tier is for these ages',
    });
    expect(cell(withInventory([service()], ['ae']), 'tertiary', 3, 'E08000001').status).toBe('not known');
  });

  test('places are conserved over stages and authorities', () => {
    const region = withInventory(
      [
        service(),
        service({
          id: 'c',
          programme: 'campaign',
          tier: 'secondary',
          form: 'region',
          lon: null,
          lat: null,
          ages: { from: 0, to: 120 },
          capacity: 500,
        }),
      ],
      everything,
    );
    const { cells } = coverageMatrix(region, tinyQuestion());
    const sum = (tier: Tier) => cells.filter((c) => c.tier === tier).reduce((s, c) => s + c.places, 0);
    expect(sum('tertiary')).toBeCloseTo(60, 9);
    expect(sum('secondary')).toBeCloseTo(500, 9);
  });

  test('support that follows people counts in the authorities it names, and says so', () => {
    const following = service({
      id: 'exit',
      programme: 'gang-exit',
      form: 'person',
      lon: null,
      lat: null,
      areas: ['E08000002'],
      ages: { from: 11, to: 120 },
      capacity: 30,
    });
    const region = withInventory([following], everything);
    const { cells, withPeople } = coverageMatrix(region, tinyQuestion());
    const of = (authority: string) => cells.filter((c) => c.authority === authority && c.tier === 'tertiary');
    expect(of('E08000002').reduce((sum, c) => sum + c.following, 0)).toBeCloseTo(30, 9);
    expect(of('E08000001').reduce((sum, c) => sum + c.places, 0)).toBe(0);
    expect(withPeople[2]).toEqual({ tier: 'tertiary', services: 1, places: 30 });
  });

  test('a complete list with a record that does not say its places is not "none"', () => {
    const region = withInventory([service({ capacity: null })], everything);
    expect(cell(region, 'tertiary', 20, 'E08000001')).toMatchObject({
      status: 'not known',
      why: 'places a year not known at West Hospital',
    });
    expect(cell(region, 'tertiary', 20, 'E08000002').status).toBe('none');
    const ended = withInventory([service({ capacity: null, end: '2020-12' })], everything);
    expect(cell(ended, 'tertiary', 20, 'E08000001').status).toBe('none');
  });

  test('on a day after its end a service brings nothing; a plan’s service counts', () => {
    const region = withInventory([service({ end: '2026-06' })], everything);
    const late = { date: '2026-07-01' };
    expect(cell(region, 'tertiary', 20, 'E08000001', late).status).toBe('none');
    const plan = { name: 'new', changes: [{ kind: 'add' as const, service: service({ id: 'new' }) }] };
    expect(cell(region, 'tertiary', 20, 'E08000001', { ...late, plan }).status).toBe('known');
  });

  test('verified counts the twelve months before the day', () => {
    expect(recentlyVerified(service({ lastVerified: '2025-03' }), '2026-03-31')).toBe(true);
    expect(recentlyVerified(service({ lastVerified: '2025-02-28' }), '2026-03-31')).toBe(false);
    expect(recentlyVerified(service({ lastVerified: null }), '2026-03-31')).toBe(false);
  });
});

describe('records behind the matrix', () => {
  test('are those that bring places to an authority or name it, and how many were verified of late', () => {
    const region = withInventory(
      [
        service(),
        service({ id: 'named', form: 'area', areas: ['E08000002'], capacity: null, lastVerified: '2019-01' }),
        service({ id: 'nowhere', lon: 40, lastVerified: null }),
      ],
      everything,
    );
    const short = { reach: { catchment: 2600, decay: 'gaussian' as const, detour: 1.3 } };
    const { records } = coverageMatrix(region, tinyQuestion(short));
    expect(records.filter((r) => r.tier === 'tertiary')).toEqual([
      { tier: 'tertiary', authority: null, records: 3, verified: 1 },
      { tier: 'tertiary', authority: 'E08000001', records: 1, verified: 1 },
      { tier: 'tertiary', authority: 'E08000002', records: 1, verified: 0 },
    ]);
  });
});

describe('what to ask next', () => {
  const region = withInventory(
    [
      service({ id: 'sound' }),
      service({ id: 'old', lastVerified: '2019-01', capacity: 10 }),
      service({ id: 'doubtful', confidence: 0.5, capacity: 80 }),
      service({ id: 'blank', capacity: null }),
    ],
    ['ae', 'mentors'],
  );
  const { openLists, weakRecords } = askNext(
    region,
    tinyQuestion(),
    region.inventories.documented,
    '2026-03-31',
  );

  test('the lists that would settle a tier come first, with the areas that wait', () => {
    expect(openLists.map((l) => [l.programme, l.areas, l.settlesTier])).toEqual([
      ['campaign', 6, true],
      ['gang-exit', 6, true],
    ]);
  });

  test('a record without places comes first, then by the places that stand on it; a sound one is not asked after', () => {
    expect(weakRecords.map((r) => r.id)).toEqual(['blank', 'doubtful', 'old']);
    expect(weakRecords[1].reasons[0]).toBe('held to be right with a probability of 0.5');
  });
});
