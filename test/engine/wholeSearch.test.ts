// Branch and bound: what it calls the best is the best of all placements, counted out one by one.
import { describe, expect, test } from 'vitest';
import { bestPlacement } from '../../src/engine/bestPlacement.ts';
import { boundPlacement } from '../../src/engine/lagrangianBound.ts';
import {
  exceeds,
  type Means,
  met,
  type Placement,
  spending,
  statePlacement,
} from '../../src/engine/placement.ts';
import { createRandom } from '../../src/engine/random.ts';
import { reachFromMatrix } from '../../src/engine/reach.ts';
import { searchWhole } from '../../src/engine/wholeSearch.ts';

/** One area a row, one candidate a column. */
function stated(lack: readonly number[], rows: readonly (readonly number[])[], means: Means): Placement {
  const table = reachFromMatrix(rows.length, rows[0].length, rows.flat());
  return statePlacement(Float64Array.from(lack), { ...table, brings: table.weight }, means);
}

const AREAS = 12;
const CANDIDATES = 7;
const PRICES = [0, 0.1, 0.2, 0.3];
function drawn(seed: number, means: (cost: number[]) => Means): Placement {
  const random = createRandom(seed);
  const rows = Array.from({ length: AREAS }, () =>
    Array.from({ length: CANDIDATES }, () => (random.uniform() < 0.4 ? 12 * random.uniform() : 0)),
  );
  const lack = Array.from({ length: AREAS }, () => 15 * random.uniform());
  const cost = Array.from({ length: CANDIDATES }, () => PRICES[random.below(PRICES.length)]);
  return stated(lack, rows, means(cost));
}

/** The most that any placement within the means meets, every one tried. */
function most(problem: Placement, teams = problem.locked.slice(), from = 0): number {
  let best = exceeds(spending(problem, teams), problem.budget)
    ? Number.NEGATIVE_INFINITY
    : met(problem, teams);
  for (let k = from; k < teams.length; k++) {
    if (teams[k] >= problem.maxTeams) continue;
    teams[k]++;
    best = Math.max(best, most(problem, teams, k));
    teams[k]--;
  }
  return best;
}

describe('a small problem searched whole', () => {
  test.each<[string, (cost: number[]) => Means]>([
    ['sites', () => ({ sites: 3 })],
    ['sites, one that stays', () => ({ sites: 3, locked: [5] })],
    ['several teams at a site', () => ({ sites: 4, maxTeams: 2 })],
    ['a budget, some candidates for nothing', (cost) => ({ budget: 0.6, cost })],
    ['a budget that the locked ones use up', (cost) => ({ budget: cost[1] + cost[4], cost, locked: [1, 4] })],
    ['a budget, several teams, one that stays', (cost) => ({ budget: 0.9, cost, maxTeams: 2, locked: [2] })],
  ])('meets as much as the best of all placements, from nothing or from a good start: %s', (_, means) => {
    for (let seed = 1; seed <= 25; seed++) {
      const problem = drawn(seed, means);
      const best = most(problem);
      const found = searchWhole(problem, problem.locked);
      expect(found.whole).toBe(true);
      expect(found.met).toBeCloseTo(best, 9);
      expect(found.met).toBe(met(problem, found.teams));
      expect(exceeds(spending(problem, found.teams), problem.budget)).toBe(false);
      found.teams.forEach((teams, k) => {
        expect(teams).toBeGreaterThanOrEqual(problem.locked[k]);
        expect(teams).toBeLessThanOrEqual(problem.maxTeams);
      });
      const result = bestPlacement(problem);
      expect(result.met).toBeGreaterThanOrEqual(best * (1 - 1e-6));
      expect(result.bound).toBeGreaterThanOrEqual(best * (1 - 1e-12));
      expect(boundPlacement(problem, problem.locked).bound).toBeGreaterThanOrEqual(best * (1 - 1e-12));
    }
  });

  test('by hand: two cheap teams meet more than the one that greedy by gain and by gain for its cost both take', () => {
    const rows = [
      [9, 6, 0],
      [0, 0, 5],
    ];
    const problem = stated([9, 5], rows, { budget: 3, cost: [2, 2, 1] });
    expect([...searchWhole(problem, new Int32Array(3)).teams]).toEqual([1, 0, 1]);
    const dear = stated(
      [9, 8, 8],
      [
        [9, 0, 0],
        [0, 8, 0],
        [0, 0, 8],
      ],
      { budget: 4, cost: [2.1, 2, 2] },
    );
    expect([...bestPlacement(dear).teams]).toEqual([0, 1, 1]);
  });

  test('keeps the placement it was given unless another meets more', () => {
    const problem = stated(
      [5, 5],
      [
        [5, 5, 0],
        [0, 0, 5],
      ],
      { sites: 2 },
    );
    for (const given of [Int32Array.of(1, 0, 1), Int32Array.of(0, 1, 1)])
      expect([...searchWhole(problem, given).teams]).toEqual([...given]);
  });

  test('gives up where the work is more than it may do, and is never worse than what it was given', () => {
    const problem = drawn(3, () => ({ sites: 3 }));
    const given = Int32Array.of(1, 1, 1, 0, 0, 0, 0);
    const found = searchWhole(problem, given, 10);
    expect(found.whole).toBe(false);
    expect(found.met).toBeGreaterThanOrEqual(met(problem, given));
  });

  test('locked teams of .1 and .2 fit a budget of .3, and no more than that', () => {
    const rows = [
      [3, 0, 0],
      [0, 4, 0],
      [0, 0, 5],
    ];
    const cost = [0.1, 0.2, 0.1];
    const all = stated([3, 4, 5], rows, { budget: 0.3, cost, locked: [0, 1] });
    expect([...bestPlacement(all).teams]).toEqual([1, 1, 0]);
    const one = stated([3, 4, 5], rows, { budget: 0.3, cost, locked: [1] });
    expect([...bestPlacement(one).teams]).toEqual([0, 1, 1]);
    expect(boundPlacement(one, one.locked).bound).toBeCloseTo(9, 9);
    expect(() => stated([3, 4, 5], rows, { budget: 0.299, cost, locked: [0, 1] })).toThrow(RangeError);
  });
});
