// The problem stated for an exact solver is the one that was searched; and an answer with a plan still holds the one without.
import highs from 'highs';
import { describe, expect, test } from 'vitest';
import type { SitingWish } from '../../src/domain/bestSites.ts';
import { proposedService } from '../../src/domain/plan.ts';
import { analyse } from '../../src/engine/analyse.ts';
import { startBestSites } from '../../src/engine/bestSites.ts';
import { met } from '../../src/engine/placement.ts';
import { proveProblem } from '../../src/engine/prove.ts';
import { sitingProblem } from '../../src/engine/sitingProblem.ts';
import { LSOAS, PROGRAMMES, tinyQuestion, tinyRegion } from './tinyRegion.ts';

const region = tinyRegion();
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
  sites: 3,
  runs: 0,
};

describe('the stated problem', () => {
  const found = startBestSites(region, question, wish).point;
  const problem = sitingProblem(region, question, wish);
  const chosen = candidates.map((c) => (found.chosen.some((s) => s.id === c.id) ? 1 : 0));

  test('counts the same places closed for the same teams', () => {
    expect(problem.lack.reduce((a, b) => a + b)).toBeCloseTo(found.unmetBefore, 9);
    expect(met(problem, chosen)).toBeCloseTo(found.unmetBefore - found.unmetAfter, 9);
  });

  test('proved exactly, lies within the certificate of the search', async () => {
    const solver = await highs();
    const proof = await proveProblem(problem, (lp, options) => solver.solve(lp, options), 30);
    const closed = found.unmetBefore - found.unmetAfter;
    expect(proof.status).toBe('proven');
    expect(proof.met).toBeGreaterThanOrEqual(closed - 1e-6);
    expect(closed).toBeGreaterThanOrEqual(proof.met * (1 - found.certifiedGap) - 1e-6);
  });

  test('cannot be stated without candidates', () => {
    expect(() => sitingProblem(region, question, { ...wish, candidates: [] })).toThrow(/no candidate sites/);
  });
});

describe('an answer with a plan', () => {
  const team = proposedService({
    id: 'new',
    programme: PROGRAMMES.find((p) => p.id === 'ae') ?? PROGRAMMES[0],
    form: 'site',
    place: 'A new place',
    lon: region.lsoas.lon[0],
    lat: region.lsoas.lat[0],
    areas: [],
    ages: { from: 11, to: 24 },
    capacity: 20,
    cost: null,
  });
  const plain = analyse(region, question).answer;
  const planned = analyse(region, {
    ...question,
    plan: {
      name: 'A',
      changes: [
        { kind: 'add', service: team },
        { kind: 'close', id: plain.services[0].service.id },
      ],
    },
  }).answer;

  test('holds the services and the equity there are without it', () => {
    expect(planned.before?.services).toEqual(plain.services);
    expect(planned.before?.equity).toEqual(plain.equity);
    expect(planned.before?.headline).toEqual(plain.headline);
    expect(planned.services.map((s) => s.service.id)).not.toContain(plain.services[0].service.id);
    expect(planned.services.find((s) => s.service.id === 'new')?.planned).toBe(true);
  });

  test('taken back, is the very answer there was', () => {
    expect(analyse(region, { ...question, plan: null }).answer).toEqual(plain);
  });
});
