// What is said of chosen sites and their rivals: order, shares, costs, and the runs they rest on.
import { expect, test } from 'vitest';
import type { SitingWish } from '../../src/domain/bestSites.ts';
import { analyse } from '../../src/engine/analyse.ts';
import { startBestSites } from '../../src/engine/bestSites.ts';
import { LSOAS, tinyQuestion, tinyRegion } from './tinyRegion.ts';

const region = tinyRegion();
// Short reach, so that a team helps its own surroundings and the choice between places matters.
const question = tinyQuestion({ reach: { catchment: 3000, decay: 'gaussian', detour: 1.3 } });
const wish: SitingWish = {
  candidates: Array.from({ length: LSOAS }, (_, i) => ({
    id: `c${i}`,
    name: `Place ${i}`,
    lon: region.lsoas.lon[i],
    lat: region.lsoas.lat[i],
  })),
  programme: 'ae',
  ages: { from: 11, to: 24 },
  capacity: 6,
  cost: 30_000,
  sites: 3,
  runs: 30,
};
const run = (changes: Partial<SitingWish> = {}) => {
  const started = startBestSites(region, question, { ...wish, ...changes });
  const reported = started.advance(12);
  while (started.advance(11) < started.total);
  return { reported, total: started.total, found: started.finish(), point: started.point };
};

test('chosen sites stand in order of what would be lost without them, rivals by how often they are chosen', () => {
  const { found, reported, total } = run();
  expect([reported, total, found.runs]).toEqual([12, 30, 30]);
  const lost = found.chosen.map((c) => c.closesLast);
  expect(lost).toEqual([...lost].sort((a, b) => b - a));
  const often = found.rivals.map((r) => r.frequency);
  expect(often.length).toBeGreaterThan(0);
  expect(often).toEqual([...often].sort((a, b) => b - a));
  for (const r of found.rivals) {
    expect(r.frequency).toBeGreaterThanOrEqual(0.05);
    expect(found.chosen.map((c) => c.id)).not.toContain(r.id);
    expect(r.name).toBe(`Place ${r.id.slice(1)}`);
    expect(r.closesAlone).toBeGreaterThan(0);
  }
  const whole = [...found.chosen, ...found.rivals].map((c) => c.frequency * 30);
  for (const times of whole) expect(times).toBeCloseTo(Math.round(times), 9);
});

test('shares, costs and places elsewhere are of the same sums', () => {
  const { point } = run();
  const { headline } = analyse(region, question).answer;
  expect(point.shareBefore).toBeCloseTo(headline.unmetShare, 9);
  expect(point.shareBefore * headline.totalTarget).toBeCloseTo(point.unmetBefore, 9);
  expect(point.shareAfter * headline.totalTarget).toBeCloseTo(point.unmetAfter, 9);
  const closed = point.unmetBefore - point.unmetAfter;
  expect(closed).toBeGreaterThan(0);
  expect(point.cost).toBe(90_000);
  expect(point.costPerPlace).toBeCloseTo(90_000 / closed, 6);
  expect(point.placesElsewhere).toBeCloseTo(18 - closed, 9);
  expect([point.candidates, point.unreached, point.runs]).toEqual([LSOAS, 0, 0]);
  for (const c of point.chosen) expect([c.capacity, c.cost, c.locked]).toEqual([6, 30_000, false]);
  const one = run({ sites: 1 }).point;
  expect(one.chosen[0].closesLast).toBeCloseTo(one.unmetBefore - one.unmetAfter, 9);
  expect(one.chosen[0].closesAlone).toBeCloseTo(one.chosen[0].closesLast, 9);
});

test('costs and places each their own; without a cost none is told; a candidate out of reach is counted', () => {
  const cost = wish.candidates.map((_, i) => 1000 * (i + 1));
  const capacity = wish.candidates.map((_, i) => 5 + i);
  const { point } = run({ cost, capacity });
  const rows = point.chosen.map((c) => Number(c.id.slice(1)));
  expect(point.cost).toBe(rows.reduce((sum, i) => sum + cost[i], 0));
  for (const [k, i] of rows.entries()) {
    expect([point.chosen[k].cost, point.chosen[k].capacity]).toEqual([cost[i], capacity[i]]);
  }
  const far = [...wish.candidates, { id: 'far', name: 'Far', lon: 3, lat: 55 }];
  const none = run({ cost: null, candidates: far }).point;
  expect([none.cost, none.costPerPlace, none.unreached, none.candidates]).toEqual([null, null, 1, 13]);
  for (const c of none.chosen) expect(c.cost).toBeNull();
});

test('the order is that of the sites’ worth, whatever order the candidates come in', () => {
  const capacity = wish.candidates.map((_, i) => 5 + i);
  const forward = run({ capacity }).found;
  const turned = run({ candidates: [...wish.candidates].reverse(), capacity: [...capacity].reverse() }).found;
  for (const { chosen, rivals } of [forward, turned]) {
    const lost = chosen.map((c) => c.closesLast);
    expect(new Set(lost).size).toBe(3);
    expect(lost).toEqual([...lost].sort((a, b) => b - a));
    const often = rivals.map((r) => r.frequency);
    expect(often.length).toBeGreaterThan(1);
    expect(often).toEqual([...often].sort((a, b) => b - a));
  }
  expect(turned.chosen.map((c) => c.id)).toEqual(forward.chosen.map((c) => c.id));
});

test('candidates far from each other are near nobody, and teams side by side are', () => {
  const apart = wish.candidates.filter((_, i) => i % 5 === 0);
  for (const c of run({ candidates: apart }).found.chosen) expect(c.frequencyNearby).toBe(c.frequency);
  const { found } = run();
  const whole = found.chosen.map((c) => c.frequencyNearby * 30);
  for (const times of whole) expect(times).toBeCloseTo(Math.round(times), 9);
  expect(found.chosen.some((c) => c.frequencyNearby > c.frequency)).toBe(true);
});

test('a site that closes nothing has a cost, but none for a place', () => {
  const far = [{ id: 'far', name: 'Far', lon: 3, lat: 55 }];
  const { point } = run({ candidates: far, locked: ['far'] });
  expect([point.cost, point.costPerPlace, point.placesElsewhere]).toEqual([30_000, null, 6]);
  expect(point.unmetAfter).toBe(point.unmetBefore);
  expect(point.chosen.map((c) => [c.id, c.locked, c.closesAlone, c.closesLast])).toEqual([
    ['far', true, 0, 0],
  ]);
});
