// The search for a placement, step by step: greedy is the plain greedy, swaps end where none helps, and a good bound ends the search.
import { describe, expect, test } from 'vitest';
import { bestPlacement } from '../../src/engine/bestPlacement.ts';
import { greedyPlacement, improveBySwaps } from '../../src/engine/greedySwap.ts';
import { boundPlacement } from '../../src/engine/lagrangianBound.ts';
import { type Means, met, type Placement, spending, statePlacement } from '../../src/engine/placement.ts';
import { createRandom } from '../../src/engine/random.ts';
import { reachFromMatrix } from '../../src/engine/reach.ts';
import { ruinAndRecreate } from '../../src/engine/ruinRecreate.ts';

/** One area a row, one candidate a column. */
function stated(lack: readonly number[], rows: readonly (readonly number[])[], means: Means): Placement {
  const table = reachFromMatrix(rows.length, rows[0].length, rows.flat());
  return statePlacement(Float64Array.from(lack), { ...table, brings: table.weight }, means);
}

const AREAS = 20;
const CANDIDATES = 10;
function drawn(seed: number, means: (cost: number[]) => Means): Placement {
  const random = createRandom(seed);
  const rows = Array.from({ length: AREAS }, () =>
    Array.from({ length: CANDIDATES }, () => (random.uniform() < 0.35 ? 12 * random.uniform() : 0)),
  );
  const lack = Array.from({ length: AREAS }, () => 15 * random.uniform());
  const cost = Array.from({ length: CANDIDATES }, () => 1 + random.below(6) + random.uniform());
  return stated(lack, rows, means(cost));
}
const kinds: [string, (cost: number[]) => Means][] = [
  ['sites', () => ({ sites: 4 })],
  ['several teams at a site, one that stays', () => ({ sites: 6, maxTeams: 2, locked: [7] })],
  ['a budget', (cost) => ({ budget: 12, cost })],
  ['a budget, several teams, one that stays', (cost) => ({ budget: 20, cost, maxTeams: 2, locked: [3] })],
];
const SEEDS = Array.from({ length: 12 }, (_, i) => i + 1);

/** Again and again the affordable team of most worth, every one worked out anew. */
function plainGreedy(problem: Placement, from: Int32Array, perCost: boolean): Int32Array {
  const teams = from.slice();
  for (;;) {
    const now = met(problem, teams);
    const money = problem.budget - spending(problem, teams);
    let best = -1;
    let most = 0;
    problem.cost.forEach((cost, k) => {
      if (teams[k] >= problem.maxTeams || cost > money + 1e-9) return;
      const more = met(problem, plus(teams, k)) - now;
      const worth = perCost ? more / cost : more;
      if (worth > most + 1e-12) [best, most] = [k, worth];
    });
    if (best < 0) return teams;
    teams[best]++;
  }
}
const plus = (teams: Int32Array, k: number, by = 1) => teams.map((x, j) => (j === k ? x + by : x));

describe('greedy', () => {
  test.each(kinds)(
    'is the plain greedy, by gain or by gain for its cost, whichever meets more: %s',
    (_, means) => {
      let byCost = 0;
      for (const seed of SEEDS) {
        const problem = drawn(seed, means);
        const byGain = plainGreedy(problem, problem.locked, false);
        const byValue = plainGreedy(problem, problem.locked, true);
        const better = met(problem, byValue) > met(problem, byGain) + 1e-9;
        if (better) byCost++;
        expect([...greedyPlacement(problem)]).toEqual([...(better ? byValue : byGain)]);
      }
      const budgeted = means([]).budget !== undefined;
      expect(byCost > 0).toBe(budgeted);
      if (budgeted) expect(byCost).toBeLessThan(SEEDS.length);
    },
  );

  test('goes on from the teams it is given, and leaves them as they were', () => {
    for (const seed of SEEDS) {
      const problem = drawn(seed, () => ({ sites: 5, maxTeams: 2 }));
      const from = new Int32Array(CANDIDATES);
      from[seed % CANDIDATES] = 2;
      const given = from.slice();
      expect([...greedyPlacement(problem, from)]).toEqual([...plainGreedy(problem, from, false)]);
      expect(from).toEqual(given);
    }
  });

  test('by hand: equal candidates in their order, none that brings nothing, one that costs nothing', () => {
    const apart = [
      [5, 0, 0],
      [0, 5, 0],
    ];
    expect([...greedyPlacement(stated([5, 5], apart, { sites: 1 }))]).toEqual([1, 0, 0]);
    expect([...greedyPlacement(stated([5, 5], apart, { sites: 3 }))]).toEqual([1, 1, 0]);
    const free = stated([5, 5], apart, { budget: 1, cost: [2, 0, 0] });
    expect([...greedyPlacement(free)]).toEqual([0, 1, 0]);
    const exact = stated([5, 5], apart, { budget: 0.3, cost: [0.1, 0.2, 0.1] });
    expect([...greedyPlacement(exact)]).toEqual([1, 1, 0]);
  });

  test('by hand: the dear team of most gain, or two cheap ones that meet more together', () => {
    const rows = [
      [10, 6, 0],
      [0, 0, 6],
    ];
    expect([...greedyPlacement(stated([10, 10], rows, { budget: 10, cost: [10, 5, 5] }))]).toEqual([0, 1, 1]);
    // Here the cheap one first leaves no money for the dear one that meets far more.
    const dear = [
      [9, 0],
      [0, 1],
    ];
    expect([...greedyPlacement(stated([9, 1], dear, { budget: 10, cost: [10, 1] }))]).toEqual([1, 0]);
  });
});

describe('swaps', () => {
  test.each(kinds)('end where no team moved or added meets more: %s', (_, means) => {
    let better = 0;
    for (const seed of SEEDS) {
      const problem = drawn(seed, means);
      const { locked, maxTeams, budget, cost } = problem;
      const from = locked.slice();
      // The first candidates that can be paid, whatever they bring.
      for (let k = 0; k < CANDIDATES; k++)
        if (from[k] < maxTeams && spending(problem, plus(from, k)) <= budget) from[k]++;
      const given = from.slice();
      const found = improveBySwaps(problem, from);
      expect(from).toEqual(given);
      const value = met(problem, found);
      expect(value).toBeGreaterThanOrEqual(met(problem, from) - 1e-9);
      if (value > met(problem, from) + 1e-9) better++;
      expect(spending(problem, found)).toBeLessThanOrEqual(budget + 1e-6);
      const allowed = (teams: Int32Array) =>
        teams.every((x, k) => x >= locked[k] && x <= maxTeams) && spending(problem, teams) <= budget;
      expect(found.every((x, k) => x >= locked[k] && x <= maxTeams)).toBe(true);
      for (let into = 0; into < cost.length; into++) {
        const added = plus(found, into);
        if (allowed(added)) expect(met(problem, added)).toBeLessThanOrEqual(value + 1e-6);
        for (let out = 0; out < cost.length; out++) {
          const moved = plus(added, out, -1);
          if (allowed(moved)) expect(met(problem, moved)).toBeLessThanOrEqual(value + 1e-6);
        }
      }
    }
    expect(better).toBeGreaterThan(SEEDS.length / 2);
  });

  test('by hand: one team goes where it meets most more, what stays stays, and money left is spent', () => {
    const rows = [
      [6, 10, 0],
      [6, 0, 10],
    ];
    expect([...improveBySwaps(stated([10, 10], rows, { sites: 2 }), Int32Array.of(1, 1, 0))]).toEqual([
      0, 1, 1,
    ]);
    const stays = stated([10, 10], rows, { sites: 2, locked: [0] });
    expect([...improveBySwaps(stays, Int32Array.of(1, 0, 0))]).toEqual([1, 1, 0]);
    expect([...improveBySwaps(stated([10, 10], rows, { sites: 3 }), new Int32Array(3))]).toEqual([0, 1, 1]);
    const same = Int32Array.of(0, 1, 1);
    expect([...improveBySwaps(stated([10, 10], rows, { sites: 2 }), same)]).toEqual([...same]);
  });
});

describe('the whole search', () => {
  const problems = [
    ...[100, 101, 102, 103].map((seed) => drawn(seed, () => ({ sites: 4 }))),
    ...[104, 105, 120].map((seed) => drawn(seed, (cost) => ({ budget: 11, cost }))),
    ...[102, 105, 114, 117].map((seed) => drawn(seed, () => ({ sites: 8 }))),
  ];

  test('ends with the bound where that is met; a small problem ends with its best placement, and the bound is what that meets', () => {
    let ended = 0;
    let improved = 0;
    for (const problem of problems) {
      const bounded = boundPlacement(problem, improveBySwaps(problem, greedyPlacement(problem)));
      const result = bestPlacement(problem);
      expect(result.met).toBeCloseTo(met(problem, result.teams), 9);
      expect(spending(problem, result.teams)).toBeLessThanOrEqual(problem.budget * (1 + 1e-9));
      if (bounded.bound - bounded.met <= 1e-6 * bounded.bound) {
        expect(result).toEqual(bounded);
        ended++;
      } else {
        expect(result.met).toBeGreaterThanOrEqual(met(problem, ruinAndRecreate(problem, bounded.teams)));
        expect(result.bound).toBe(result.met);
        expect(result.bound).toBeLessThanOrEqual(bounded.bound);
        if (result.met > bounded.met) improved++;
      }
    }
    expect(ended).toBeGreaterThan(0);
    expect(improved).toBeGreaterThan(0);
  });

  test('keeps the relaxed bound, and what ruin and recreate found, where a problem is too large to be searched whole', () => {
    const random = createRandom(7);
    const rows = Array.from({ length: 150 }, () =>
      Array.from({ length: 60 }, () => (random.uniform() < 0.1 ? 12 * random.uniform() : 0)),
    );
    const lack = rows.map(() => 15 * random.uniform());
    const cost = Array.from({ length: 60 }, () => 1 + 9 * random.uniform());
    const problem = stated(lack, rows, { budget: 60, cost });
    const bounded = boundPlacement(problem, improveBySwaps(problem, greedyPlacement(problem)));
    const result = bestPlacement(problem);
    expect(bounded.bound - bounded.met).toBeGreaterThan(1e-3 * bounded.bound);
    expect(result.bound).toBe(bounded.bound);
    expect(result.met).toBeLessThan(result.bound);
    expect(result.met).toBeGreaterThanOrEqual(met(problem, ruinAndRecreate(problem, bounded.teams)));
  });
});
