// The profile of a place: sums that are the answer's, comparators that are named, and "not known" that stays so.
import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/engine/analyse.ts';
import { placeOf, widerPlace, within } from '../../src/engine/placeParts.ts';
import { placeNeeds, placeProfile } from '../../src/engine/placeProfile.ts';
import { inventory, MEASURES, PROGRAMMES, service, tinyQuestion, tinyRegion } from './tinyRegion.ts';

const region = tinyRegion();
const question = tinyQuestion();
const { answer } = analyse(region, question);
const ward = (n: number) => region.wards.code[n - 1];
const everything = PROGRAMMES.map((p) => p.id);

describe('a place', () => {
  test('is named by codes: an area, an authority, or a group that counts nobody twice', () => {
    expect(placeOf(region, 'ward', [ward(1)])).toMatchObject({ title: 'Ward 1', kind: 'ward', rows: [0] });
    expect(placeOf(region, 'ward', ['E08000002'])).toMatchObject({ kind: 'authority', rows: [3, 4, 5] });
    const group = placeOf(region, 'ward', [ward(1), ward(1), ward(4), 'E08000002']);
    expect(group).toMatchObject({ kind: 'group', title: 'Ward 1, Ward 4 and Eastshire', rows: [0, 3, 4, 5] });
    expect(within(group, new Float64Array(12).fill(1))).toBe(8);
    expect(placeOf(region, 'ward', [region.lsoas.code[3]])).toMatchObject({ level: 'lsoa', kind: 'lsoa' });
  });

  test('that cannot be is refused in a sentence', () => {
    expect(() => placeOf(region, 'ward', [])).toThrow(/No place is chosen/);
    expect(() => placeOf(region, 'ward', ['E99999999'])).toThrow(/no area of this release/);
    expect(() => placeOf(region, 'ward', [ward(1), region.lsoas.code[0]])).toThrow(/cannot be put together/);
  });

  test('sums known LSOAs, and is not known where none is', () => {
    const values = Float64Array.of(Number.NaN, Number.NaN, 1, Number.NaN, ...new Array(8).fill(2));
    expect(within(placeOf(region, 'ward', [ward(1)]), values)).toBeNaN();
    expect(within(placeOf(region, 'ward', [ward(2)]), values)).toBe(1);
  });
});

describe('the profile of a ward', () => {
  const profile = placeProfile(region, question, [ward(5)]);

  test('has the answer’s own need, places, gap, rank and kind', () => {
    expect(profile.gap).toMatchObject({
      need: answer.areas.need[4],
      places: answer.areas.places[4],
      gap: answer.areas.gap[4],
      rank: answer.areas.rank[4],
      kind: answer.areas.kind[4],
      ranked: 6,
    });
    expect(profile.gap.access.here).toBeCloseTo(answer.areas.access[4], 9);
    expect(profile.residents).toBeCloseTo(answer.areas.residents[4], 9);
    expect(profile.authority).toEqual({ code: 'E08000002', name: 'Eastshire' });
  });

  test('has a rate by type with interval, beside authority and region', () => {
    const all = profile.violence.find((v) => v.id === 'need');
    // LSOAs 9 and 10: 12 months of (4 + 2·8) + (4 + 2·9) violence and 4 + 4 robberies.
    expect(all?.count).toBe(12 * (20 + 22 + 8));
    expect(all?.rate.here).toBeCloseTo(answer.measures[0].raw[4], 9);
    expect(all?.rate.authority).toBeCloseTo(answer.measures[0].byAuthority[1], 9);
    expect(all?.rate.region).toBeCloseTo(answer.measures[0].region, 9);
    expect(all?.against).toBe('higher');
    expect(profile.violence.map((v) => v.id)).toEqual(['need', 'robbery']);
    expect(profile.violence[1].change?.ratio).toBe(2);
  });

  test('has three monthly series, without partial months, each with limits', () => {
    expect(profile.series.map((s) => s.name)).toEqual(['the region', 'Eastshire', 'Ward 5']);
    for (const s of profile.series) {
      expect(s.values).toHaveLength(30);
      expect([...s.values.slice(12, 18)]).toEqual(new Array(6).fill(Number.NaN));
      expect(s.limits.calculated).toBe(true);
    }
    const [whole, , own] = profile.series;
    expect(own.values[0]).toBe(20 + 22 + 4);
    expect(whole.values[29]).toBe(answer.series.region[29]);
  });

  test('has deprivation with its place among the wards, and people that sum to the residents', () => {
    const income = profile.deprivation.find((d) => d.id === 'income');
    // Income grows eastwards, so the fifth of six wards is above four and half of itself.
    expect(income?.percentile).toBeCloseTo((100 * 4.5) / 6, 9);
    const people = profile.people.reduce((sum, row) => sum + row.people, 0);
    expect(people).toBeCloseTo(profile.residents, 9);
    const shares = profile.people.reduce((sum, row) => sum + row.share.region, 0);
    expect(shares).toBeCloseTo(1, 9);
    expect(profile.people.map((p) => p.label)).toEqual(['0 to 10', '11 to 24', '25 to 64', '65 and over']);
  });

  test('names the most similar wards but itself, nearest first, and what they are alike in', () => {
    expect(profile.similar.areas).toHaveLength(5);
    expect(profile.similar.areas.map((a) => a.code)).not.toContain(ward(5));
    const distances = profile.similar.areas.map((a) => a.distance);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    expect(profile.similar.basis).toMatch(/Violence and provision are left out/);
  });
});

describe('a group and an authority', () => {
  test('add up: the authority’s figures are the answer’s row, and it is compared with the region alone', () => {
    const profile = placeProfile(region, question, ['E08000002']);
    const row = answer.authorities[1];
    expect(profile.gap.gap).toBeCloseTo(row.gap, 9);
    expect(profile.gap.places).toBeCloseTo(row.places, 9);
    expect(profile.gap.need).toBeCloseTo(row.need, 9);
    expect(profile.authority).toBeNull();
    expect(profile.gap.access.authority).toBeNaN();
    expect(profile.gap.kinds.reduce((n, k) => n + k.areas, 0)).toBe(3);
    expect(profile.similar.areas.map((a) => a.name)).toEqual(['Westshire']);
  });

  test('the region as a group of both authorities has the headline’s totals', () => {
    const profile = placeProfile(region, question, ['E08000001', 'E08000002']);
    expect(profile.gap.gap).toBeCloseTo(0, 9);
    expect(profile.gap.places).toBeCloseTo(answer.headline.totalPlaces, 9);
    expect(profile.similar.areas).toEqual([]);
  });
});

describe('provision in a profile', () => {
  test('a tier without a complete list is not known, never zero', () => {
    const { tiers } = placeProfile(region, question, [ward(1)]);
    expect(tiers.map((t) => [t.tier, t.status])).toEqual([
      ['primary', 'not known'],
      ['secondary', 'not known'],
      ['tertiary', 'part known'],
    ]);
    expect(tiers[0].places).toBeNaN();
    expect(tiers[2].unknown).toEqual(['gang-exit']);
  });

  test('places here sum to all places over the wards, and services left out say why', () => {
    const held = tinyRegion({
      inventories: {
        documented: inventory(
          [
            service(),
            service({ id: 'ended', place: 'Old Hospital', end: '2024-01' }),
            service({
              id: 'person',
              programme: 'gang-exit',
              form: 'person',
              lon: null,
              lat: null,
              areas: ['E08000001'],
            }),
          ],
          everything,
        ),
      },
    });
    const profiles = region.wards.code.map((code) => placeProfile(held, question, [code]).tiers[2]);
    expect(profiles.reduce((sum, t) => sum + t.places, 0)).toBeCloseTo(60, 9);
    const [first] = profiles;
    expect(first.status).toBe('known');
    expect(first.services.map((s) => [s.id, s.leftOut])).toEqual([
      ['ae-west', ''],
      ['ended', 'funding ended before the reading date'],
      ['person', 'follows people, not places: capacity only'],
    ]);
    expect(profiles[5].services.map((s) => s.id)).not.toContain('person');
  });

  test('a service for another authority is not listed where an LSOA lies partly across the border', () => {
    // Ward 4, of the east, has a hundredth of an LSOA of the west.
    const { lsoa, ward: of, parts } = region.shares;
    const across = lsoa.findIndex((_, k) => of[k] === 2);
    const straddling = {
      lsoa: Uint16Array.from([...lsoa, lsoa[across]]),
      ward: Uint8Array.from([...of, 3]),
      parts: Uint16Array.from([...parts.map((p, k) => (k === across ? p - 100 : p)), 100]),
    };
    const area = { form: 'area', lon: null, lat: null } as const;
    const held = tinyRegion({
      shares: straddling,
      inventories: {
        documented: inventory(
          [
            service({ ...area, id: 'west', areas: ['E08000001'], evidence: '' }),
            service({ ...area, id: 'east', areas: ['E08000002'], evidence: 'rated weak' }),
          ],
          everything,
        ),
      },
    });
    const listed = (code: string) => placeProfile(held, question, [code]).tiers[2].services.map((s) => s.id);
    expect(listed('E08000002')).toEqual(['east']);
    expect(listed(ward(4))).toEqual(['east']);
    expect(listed('E08000001')).toEqual(['west']);
    const { cascade, rated } = placeProfile(held, question, [ward(4)]).gap;
    expect(cascade.slice(0, 2).map((c) => c.services)).toEqual([2, 1]);
    expect(rated).toBe(1);
  });

  test('the cascade counts the services left after each step', () => {
    const held = tinyRegion({
      inventories: {
        documented: inventory([
          service(),
          service({ id: 'far', lon: 3 }),
          service({ id: 'blank', capacity: null }),
          service({ id: 'old', ages: { from: 30, to: 60 } }),
          service({ id: 'ended', end: '2024-01' }),
        ]),
      },
    });
    const { cascade } = placeProfile(held, question, [ward(1)]).gap;
    expect(cascade.map((c) => c.services)).toEqual([5, 4, 3, 2, 1, 0]);
  });
});

test('an LSOA without records has no rate and no change, and its series is not known', () => {
  const holed = tinyRegion({ unrecorded: [0] });
  const profile = placeProfile(holed, { ...question, level: 'lsoa' }, [region.lsoas.code[0]]);
  expect(profile.violence[0].rate.here).toBeNaN();
  expect(profile.violence[0].against).toBe('not known');
  expect(profile.violence[0].change?.ratio).toBeNaN();
  expect(profile.series[2].limits).toMatchObject({ calculated: false });
  expect(profile.notes.join(' ')).toMatch(/No crime record names this LSOA/);
});

test('what must be loaded covers every count, score and group', () => {
  const needs = placeNeeds(MEASURES);
  expect(needs.crimeTypes).toEqual(['Violence', 'Robbery']);
  expect(needs.columns).toEqual(
    expect.arrayContaining(['income_x', 'imd_score', 'households', 'residents', 'black']),
  );
});

test('the wider place of an authority is its areas of the level', () => {
  expect(widerPlace(region, 'lsoa', 0).rows).toEqual([0, 1, 2, 3, 4, 5]);
  expect(widerPlace(region, 'ward', null).rows).toHaveLength(6);
});

describe('services of a place', () => {
  test('stand with its own first, however few of their places reach it', () => {
    const [lsoa] = region.lsoas.code.keys();
    const here = { lon: region.lsoas.lon[lsoa], lat: region.lsoas.lat[lsoa] };
    const held = tinyRegion({
      inventories: {
        documented: inventory(
          [
            service({ id: 'large', capacity: 5000, lon: region.lsoas.lon[3], lat: region.lsoas.lat[3] }),
            service({ id: 'own', capacity: 1, ...here }),
          ],
          everything,
        ),
      },
    });
    const { tiers } = placeProfile(held, question, [ward(1)]);
    expect(tiers[2].services.map((s) => [s.id, s.own])).toEqual([
      ['own', true],
      ['large', false],
    ]);
  });
});
