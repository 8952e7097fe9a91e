// Best sites: the plan they make is the answer's own, no pair does better, and frequencies are shares of runs.
import { describe, expect, test } from 'vitest';
import type { SitingWish } from '../../src/domain/bestSites.ts';
import { proposedService } from '../../src/domain/plan.ts';
import { analyse } from '../../src/engine/analyse.ts';
import { startBestSites } from '../../src/engine/bestSites.ts';
import { LSOAS, PROGRAMMES, tinyQuestion, tinyRegion } from './tinyRegion.ts';

const region = tinyRegion();
/** Short reach, so that it matters where a team stands. */
const question = tinyQuestion({ reach: { catchment: 4000, decay: 'gaussian', detour: 1.3 } });
const candidates = Array.from({ length: LSOAS }, (_, i) => ({
  id: `c${i}`,
  name: `School ${i + 1}`,
  lon: region.lsoas.lon[i],
  lat: region.lsoas.lat[i],
}));
const wish: SitingWish = {
  candidates,
  programme: 'ae',
  ages: { from: 11, to: 24 },
  capacity: 10,
  cost: 50_000,
  sites: 2,
  runs: 40,
};

/** The answer with teams at these candidates as its plan. */
function withTeams(ids: readonly string[], asked = question) {
  const changes = ids.map((id) => {
    const c = candidates.find((one) => one.id === id) ?? candidates[0];
    const { programme: _, ...rest } = wish;
    return {
      kind: 'add' as const,
      service: proposedService({
        ...c,
        programme: PROGRAMMES[0],
        form: 'site',
        place: c.name,
        areas: [],
        ages: rest.ages,
        capacity: 10,
        cost: null,
      }),
    };
  });
  return analyse(region, { ...asked, plan: { name: 'plan', changes } }).answer;
}

describe('best sites', () => {
  const { point } = startBestSites(region, question, wish);

  test('before and after are those of the answer itself, with the sites as its plan', () => {
    const answer = withTeams(point.chosen.map((c) => c.id));
    expect(point.unmetBefore).toBeCloseTo(analyse(region, question).answer.headline.unmetPlaces, 9);
    expect(point.unmetAfter).toBeCloseTo(answer.headline.unmetPlaces, 9);
    expect(point.shareAfter).toBeCloseTo(answer.headline.unmetShare, 9);
  });

  test('no pair of candidates leaves less unmet by more than the certified gap allows', () => {
    const closedBest = point.unmetBefore - point.unmetAfter;
    for (let a = 0; a < LSOAS; a++) {
      for (let b = a + 1; b < LSOAS; b++) {
        const closed = point.unmetBefore - withTeams([`c${a}`, `c${b}`]).headline.unmetPlaces;
        expect(closedBest).toBeGreaterThanOrEqual(closed * (1 - point.certifiedGap) - 1e-9);
      }
    }
  });

  test('new teams go where need outstrips provision, in the east', () => {
    expect(point.chosen).toHaveLength(2);
    for (const c of point.chosen) expect(Number(c.id.slice(1))).toBeGreaterThanOrEqual(6);
  });

  test('costs: pounds for each unmet place closed, and every place of the teams is accounted for', () => {
    const closed = point.unmetBefore - point.unmetAfter;
    expect(point.cost).toBe(100_000);
    expect(point.costPerPlace).toBeCloseTo(100_000 / closed, 9);
    expect(point.placesElsewhere).toBeCloseTo(20 - closed, 9);
    for (const c of point.chosen) expect(c.closesLast).toBeLessThanOrEqual(c.closesAlone + 1e-9);
  });

  test('a budget buys what it pays for, and a locked site stays', () => {
    const budget = { ...wish, sites: undefined, budget: 120_000, locked: ['c0'] };
    const bought = startBestSites(region, question, budget).point;
    expect(bought.chosen.map((c) => c.id)).toContain('c0');
    expect(bought.chosen.find((c) => c.id === 'c0')?.locked).toBe(true);
    expect(bought.cost).toBeLessThanOrEqual(120_000);
  });

  test('frequencies are shares of the runs, the same for the same seed, and unknown before them', () => {
    expect(point.chosen[0].frequency).toBeNaN();
    const run = () => {
      const started = startBestSites(region, question, wish);
      while (started.advance(7) < started.total);
      return started.finish();
    };
    const [first, second] = [run(), run()];
    expect(second).toEqual(first);
    expect(first.runs).toBe(40);
    for (const c of [...first.chosen, ...first.rivals]) {
      expect(c.frequency).toBeGreaterThanOrEqual(0);
      expect(c.frequency).toBeLessThanOrEqual(1);
    }
    // Candidates stand 1 km apart, so two on either side are nearby.
    for (const c of first.chosen) expect(c.frequencyNearby).toBeGreaterThanOrEqual(c.frequency);
    const all = [...first.chosen, ...first.rivals].reduce((sum, c) => sum + c.frequency, 0);
    expect(all).toBeGreaterThan(1.5);
    expect(all).toBeLessThanOrEqual(2 + 1e-9);
  });

  test('works at LSOA level alike', () => {
    const fine = { ...question, level: 'lsoa' as const };
    const chosen = startBestSites(region, fine, wish).point;
    expect(chosen.unmetAfter).toBeCloseTo(
      withTeams(
        chosen.chosen.map((c) => c.id),
        fine,
      ).headline.unmetPlaces,
      9,
    );
  });

  test.each([
    ['a programme not read', { programme: 'mentors' }, /does not read the programme "mentors"/],
    ['no candidates', { candidates: [] }, /no candidate sites/],
    ['a team without places', { capacity: 0 }, /needs a number of places/],
    ['a budget without a cost', { sites: undefined, budget: 1, cost: null }, /A budget needs the cost/],
    ['a locked site that is none', { locked: ['zz'] }, /"zz" that is to stay/],
    ['costs of another number', { cost: [1, 2] }, /12 candidate sites but 2/],
  ])('%s is refused in a sentence', (_, changes, sentence) => {
    expect(() => startBestSites(region, question, { ...wish, ...changes })).toThrow(sentence);
  });

  test('where provision is not known there is no gap to close', () => {
    const unknown = { ...question, programmes: ['gang-exit'] };
    expect(() => startBestSites(region, unknown, { ...wish, programme: 'gang-exit' })).toThrow(
      /not known here/,
    );
  });
});
