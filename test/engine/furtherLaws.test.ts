// The further answers on the real release: what must add up adds up, at both levels and with both inventories.
import { beforeAll, describe, expect, test } from 'vitest';
import { ensure } from '../../src/data/load.ts';
import type { Dataset } from '../../src/domain/dataset.ts';
import { proposedService } from '../../src/domain/plan.ts';
import { OPENING_QUESTION, type Question } from '../../src/domain/question.ts';
import { analyse } from '../../src/engine/analyse.ts';
import { startBestSites } from '../../src/engine/bestSites.ts';
import { coverageMatrix } from '../../src/engine/coverageMatrix.ts';
import { hotspotsOf } from '../../src/engine/hotspots.ts';
import { asymmetricPair, islands } from '../../src/engine/neighbours.ts';
import { placeNeeds, placeProfile } from '../../src/engine/placeProfile.ts';
import { sensitivity } from '../../src/engine/sensitivity.ts';
import { validate } from '../../src/engine/validate.ts';
import { wholeAnswer } from '../../src/engine/wholeAnswer.ts';
import { yearChange } from '../../src/engine/yearChange.ts';
import { withNeighbours } from '../../src/worker/withNeighbours.ts';
import { readRelease, releaseIsHere, wholeRelease } from './release.ts';

describe.skipIf(!releaseIsHere)('on the release (skipped where public/data has not been made)', () => {
  let dataset: Dataset;
  beforeAll(async () => {
    const release = await wholeRelease();
    const more = await ensure(readRelease, release, placeNeeds(release.measures));
    dataset = await withNeighbours(readRelease, await withNeighbours(readRelease, more, 'ward'), 'lsoa');
  });
  const asking = (changes: Partial<Question>): Question => ({ ...OPENING_QUESTION, ...changes });

  test('answers obey the laws for every tier, level and inventory', () => {
    for (const inventory of ['documented', 'illustrative'] as const)
      for (const tier of ['primary', 'secondary', 'tertiary'] as const)
        expect(validate(wholeAnswer(dataset, asking({ inventory, tier, programmes: [] }), 50))).toEqual([]);
    expect(validate(analyse(dataset, asking({ level: 'lsoa' })).answer)).toEqual([]);
  });

  test('queen neighbours are symmetric, and no area of the region is an island', () => {
    for (const level of ['ward', 'lsoa'] as const) {
      const touching = dataset.neighbours?.[level];
      if (!touching) throw new Error('no neighbours');
      expect(asymmetricPair(touching)).toBeNull();
      expect(islands(touching)).toEqual([]);
    }
  });

  test('hot spots: the two LSOAs without records are not known, and a core is never one of them', () => {
    const question = asking({ level: 'lsoa', show: 'hotspots' });
    const { role, found, pAdjusted, level } = hotspotsOf(dataset, question, analyse(dataset, question));
    expect(dataset.unrecorded.map((i) => role[i])).toEqual(['not known', 'not known']);
    expect(found.tested).toBe(1717);
    role.forEach((r, i) => {
      if (r === 'core high' || r === 'core low') expect(pAdjusted[i]).toBeLessThanOrEqual(level);
    });
    expect(found.coresHigh).toBeGreaterThan(0);
  });

  test('profiles of the seven authorities sum to the headline, and of a ward are its row', () => {
    const { answer } = analyse(dataset, OPENING_QUESTION);
    const profiles = dataset.authorities.map((a) => placeProfile(dataset, OPENING_QUESTION, [a.code]));
    const sum = (of: (p: (typeof profiles)[number]) => number) => profiles.reduce((s, p) => s + of(p), 0);
    expect(sum((p) => p.gap.places)).toBeCloseTo(answer.headline.totalPlaces, 6);
    expect(sum((p) => p.gap.gap)).toBeCloseTo(0, 6);
    profiles.forEach((p, a) => {
      expect(p.gap.gap).toBeCloseTo(answer.authorities[a].gap, 6);
      expect(p.groups).toHaveLength(6);
      expect(p.deprivation.length).toBeGreaterThanOrEqual(9);
      expect(p.similar.areas).toHaveLength(6);
      expect(p.tiers.map((t) => t.status)).toEqual(['not known', 'not known', 'part known']);
    });
    const ward = placeProfile(dataset, OPENING_QUESTION, [answer.areas.code[7]]);
    expect(ward.gap.gap).toBe(answer.areas.gap[7]);
    expect(ward.violence[0].rate.here).toBeCloseTo(answer.measures[0].raw[7], 9);
  });

  test('the change of wards sums to that of the region', () => {
    const change = yearChange(dataset, OPENING_QUESTION);
    if (!change.calculated) throw new Error(change.reason);
    const sum = (column: Float64Array) => column.reduce((a, b) => a + b, 0);
    expect(sum(change.earlierCount)).toBeCloseTo(change.region.earlier, 6);
    expect(change.byAuthority.reduce((s, r) => s + r.later, 0)).toBeCloseTo(change.region.later, 6);
    expect([change.earlier.from, change.later.to]).toEqual(['2023-09', '2026-03']);
    expect(change.overdispersion).toBeCloseTo(3, 0);
  });

  test('the matrix: nothing documented is called none, the illustrative inventory leaves nothing not known', () => {
    const documented = coverageMatrix(dataset, OPENING_QUESTION);
    expect(documented.cells.filter((c) => c.status === 'none' || c.status === 'known')).toEqual([]);
    const illustrative = coverageMatrix(dataset, asking({ inventory: 'illustrative' }));
    expect(illustrative.cells.filter((c) => c.status === 'not known')).toEqual([]);
    expect(illustrative.openLists).toEqual([]);
  });

  test('a new team in Walsall closes gaps and opens none; its plan is what best sites foresaw', () => {
    const site = { id: 'manor', name: 'Manor Hospital', lon: -1.99, lat: 52.58 };
    const found = startBestSites(dataset, OPENING_QUESTION, {
      candidates: [site],
      programme: 'ae',
      ages: { from: 11, to: 24 },
      capacity: 80,
      cost: null,
      sites: 1,
      runs: 0,
    }).point;
    const programme = dataset.programmes.find((p) => p.id === 'ae');
    if (!programme) throw new Error('no such programme');
    const service = proposedService({
      ...site,
      programme,
      form: 'site',
      place: site.name,
      areas: [],
      ages: { from: 11, to: 24 },
      capacity: 80,
      cost: null,
    });
    const plan = { name: 'Walsall', changes: [{ kind: 'add' as const, service }] };
    const { answer } = analyse(dataset, asking({ plan }));
    expect(answer.headline.unmetPlaces).toBeCloseTo(found.unmetAfter, 6);
    expect(answer.headline.unmetPlaces).toBeLessThan(answer.before?.headline.unmetPlaces ?? 0);
    answer.areas.gap.forEach((g, i) => {
      expect(g).toBeLessThanOrEqual((answer.before?.areas.gap[i] ?? Number.NaN) + 1e-9);
    });
  });

  test('sensitivity names what moves, and agrees with itself', () => {
    const result = sensitivity(dataset, OPENING_QUESTION, null);
    for (const a of result.alternatives) {
      expect(a.agreement).toBeGreaterThan(0);
      expect(a.agreement).toBeLessThanOrEqual(1);
      expect(a.flips).toBe(a.why !== '');
    }
    expect(result.fragile).toBe(result.alternatives.some((a) => a.flips));
  });
});
