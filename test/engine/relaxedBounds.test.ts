// The Lagrangian bounds against the linear relaxation, which the best multipliers reach: valid, and close to the least there is.
import loadHighs from 'highs';
import { describe, expect, test } from 'vitest';
import { capacitatedCovering } from '../../src/engine/capacitatedCovering.ts';
import { decay } from '../../src/engine/decay.ts';
import { boundPlacement } from '../../src/engine/lagrangianBound.ts';
import { type Means, met, type Placement, spending, statePlacement } from '../../src/engine/placement.ts';
import { placementLp } from '../../src/engine/prove.ts';
import { createRandom } from '../../src/engine/random.ts';
import { type Reach, reachFromMatrix, reachInPlane } from '../../src/engine/reach.ts';

const highs = await loadHighs();
const optimum = (lp: string) => highs.solve(lp, { output_flag: false }).ObjectiveValue;

/** The best that fractions of teams could meet. A team dearer than all there is to spend cannot be taken in part either. */
function fractional(problem: Placement): number {
  const { cost, locked, budget } = problem;
  const free = budget - locked.reduce((sum, x, k) => sum + x * cost[k], 0);
  const never = Array.from(cost.keys()).filter((k) => cost[k] > free);
  const fixed = never.map((k) => ` x${k} <= ${locked[k]}\n`).join('');
  return optimum(placementLp(problem).replace(/Generals[^E]*/, fixed));
}

function square(seed: number, areas: number, candidates: number, radius: number) {
  const random = createRandom(seed);
  const points = (n: number) => ({
    x: Array.from({ length: n }, () => random.uniform()),
    y: Array.from({ length: n }, () => random.uniform()),
  });
  const within = reachInPlane(points(areas), points(candidates), decay('step', radius));
  return { random, within };
}

function siting(seed: number, means: (cost: number[]) => Means): Placement {
  const { random, within } = square(seed, 30, 12, 0.3);
  const lack = Float64Array.from({ length: 30 }, () => Math.max(0, 30 * random.uniform() - 6));
  const brings = within.weight.map(() => 12 * random.uniform());
  const cost = Array.from({ length: 12 }, () => 1 + random.below(6));
  return statePlacement(lack, { ...within, brings }, means(cost));
}

const kinds: [string, (cost: number[]) => Means][] = [
  ['sites', () => ({ sites: 4 })],
  ['sites with some that stay', () => ({ sites: 4, locked: [2, 5] })],
  ['several teams at a site', () => ({ sites: 6, maxTeams: 2, locked: [1] })],
  ['a budget', (cost) => ({ budget: 11, cost })],
  ['a budget with one that stays', (cost) => ({ budget: 13, cost, locked: [3], maxTeams: 2 })],
  ['a budget with teams that cost nothing', (cost) => ({ budget: 9, cost: cost.map((c) => c - 1) })],
];

const SEEDS = [1, 2, 3];
/** How far above the relaxation bounds may stand: each, and on average. */
const ABOVE = { each: 8e-4, mean: 2.5e-4 };

function holdsClose(pairs: readonly (readonly [bound: number, least: number])[]) {
  const above = pairs.map(([bound, least]) => bound / least - 1);
  expect(Math.min(...above)).toBeGreaterThanOrEqual(-1e-8);
  expect(Math.max(...above)).toBeLessThanOrEqual(ABOVE.each);
  expect(above.reduce((a, b) => a + b, 0) / above.length).toBeLessThanOrEqual(ABOVE.mean);
}

describe('the bound of a placement', () => {
  test.each(kinds)('is the linear relaxation’s, hardly more and never less: %s', (_, means) => {
    holdsClose(
      SEEDS.map((seed) => {
        const problem = siting(seed, means);
        const found = boundPlacement(problem, problem.locked);
        expect(found.met).toBeCloseTo(met(problem, found.teams), 9);
        expect(found.met).toBeGreaterThan(met(problem, problem.locked));
        expect(spending(problem, found.teams)).toBeLessThanOrEqual(problem.budget + 1e-9);
        expect(found.teams.every((x, k) => x >= problem.locked[k] && x <= problem.maxTeams)).toBe(true);
        return [found.bound, fractional(problem)] as const;
      }),
    );
  });

  /** One area a row, one candidate a column. */
  function stated(lack: number[], rows: number[][], means: Means): Placement {
    const table = reachFromMatrix(rows.length, rows[0].length, rows.flat());
    return statePlacement(Float64Array.from(lack), { ...table, brings: table.weight }, means);
  }
  const apart = [
    [10, 0],
    [0, 8],
  ];

  test('by hand: what one of two teams can meet, and what half a team more would where money is left', () => {
    const one = stated([10, 8], apart, { sites: 1 });
    const found = boundPlacement(one, Int32Array.of(1, 0));
    expect([...found.teams]).toEqual([1, 0]);
    expect(found.met).toBe(10);
    expect(found.bound).toBeCloseTo(10, 4);
    const half = boundPlacement(stated([10, 8], apart, { budget: 15, cost: [10, 10] }), Int32Array.of(1, 0));
    expect(half.met).toBe(10);
    expect(half.bound).toBeCloseTo(14, 3);
  });

  test('by hand: a team dearer than what is left bounds nothing, one that costs nothing is always there', () => {
    const dear = stated([10, 8], apart, { budget: 15, cost: [10, 16] });
    expect(boundPlacement(dear, Int32Array.of(1, 0)).bound).toBeCloseTo(10, 4);
    const rest = stated([10, 8], apart, { budget: 15, cost: [10, 6], locked: [0] });
    expect(boundPlacement(rest, Int32Array.of(1, 0)).bound).toBeCloseTo(10, 4);
    const free = stated([10, 8], apart, { budget: 5, cost: [10, 0] });
    const found = boundPlacement(free, Int32Array.of(0, 1));
    expect([found.met, [...found.teams]]).toEqual([8, [0, 1]]);
    expect(found.bound).toBeCloseTo(8, 4);
  });

  test('by hand: several teams at a site count as often as they may stand there, the one that stays among them', () => {
    const rows = [
      [4, 0],
      [0, 3],
    ];
    const two = stated([10, 9], rows, { sites: 3, maxTeams: 2, locked: [1] });
    // One stays at the second; the best the other two can do is both at the first.
    expect(boundPlacement(two, Int32Array.of(2, 1)).bound).toBeCloseTo(11, 3);
    const many = stated([10, 9], rows, { sites: 9, maxTeams: 2 });
    expect(boundPlacement(many, Int32Array.of(2, 2)).bound).toBeCloseTo(14, 3);
  });

  test('what meets all there is to meet is returned as it came, and so is nothing lacking', () => {
    const all = stated([10, 8], apart, { sites: 2 });
    const from = Int32Array.of(1, 1);
    expect(boundPlacement(all, from)).toEqual({ teams: from, met: 18, bound: 18 });
    expect(boundPlacement(all, from).teams).toBe(from);
    const none = stated([0, 0], apart, { sites: 1 });
    expect(boundPlacement(none, new Int32Array(2))).toMatchObject({ met: 0, bound: 0 });
  });

  test('a better placement met on the way is taken: from nothing to the best pair', () => {
    const rows = [
      [6, 10, 0],
      [6, 0, 10],
    ];
    const found = boundPlacement(stated([10, 10], rows, { sites: 2 }), new Int32Array(3));
    expect([...found.teams]).toEqual([0, 1, 1]);
    expect([found.met, found.bound]).toEqual([20, 20]);
  });
});

describe('the bound of covering with capacities', () => {
  function lp(demand: readonly number[], capacity: readonly number[], within: Reach, means: Means): string {
    const cost = means.cost ?? capacity.map(() => 1);
    const limit = (means.sites ?? means.budget) as number;
    const locked = means.locked ?? [];
    const free = limit - locked.reduce((sum, k) => sum + cost[k], 0);
    const pairs = capacity.flatMap((_, k) =>
      Array.from(within.area.subarray(within.start[k], within.start[k + 1]), (i) => ({
        i,
        k,
        name: `y${i}_${k}`,
      })),
    );
    const sum = (of: typeof pairs) => of.map((p) => `+ ${p.name}`).join(' ');
    const of = (key: 'i' | 'k', n: number) => pairs.filter((p) => p[key] === n);
    return [
      'Maximize',
      ` served: ${sum(pairs)}`,
      'Subject To',
      ...demand.flatMap((d, i) => (of('i', i).length > 0 ? [` d${i}: ${sum(of('i', i))} <= ${d}`] : [])),
      ...capacity.flatMap((c, k) =>
        of('k', k).length > 0 ? [` s${k}: ${sum(of('k', k))} - ${c} x${k} <= 0`] : [],
      ),
      ...pairs.map((p) => ` p${p.name}: ${p.name} - ${demand[p.i]} x${p.k} <= 0`),
      ` means: ${capacity.map((_, k) => `+ ${cost[k]} x${k}`).join(' ')} <= ${limit}`,
      'Bounds',
      ...capacity.map(
        (_, k) =>
          ` ${locked.includes(k) ? 1 : 0} <= x${k} <= ${cost[k] > free && !locked.includes(k) ? 0 : 1}`,
      ),
      'End',
      '',
    ].join('\n');
  }

  test.each(kinds.filter(([name]) => name !== 'several teams at a site'))(
    'is the linear relaxation’s, hardly more and never less: %s',
    (_, means) => {
      holdsClose(
        SEEDS.map((seed) => {
          const { random, within } = square(seed, 25, 12, 0.3);
          // No whole numbers, so that the bound is not rounded.
          const demand = Array.from({ length: 25 }, () => 0.5 + random.below(40));
          const capacity = Array.from({ length: 12 }, () => 20.25 + random.below(80));
          const cost = Array.from({ length: 12 }, () => 1 + random.below(6));
          const asked = { ...means(cost), maxTeams: 1 };
          const least = optimum(lp(demand, capacity, within, asked));
          const { bound, covered, sites, assigned } = capacitatedCovering(demand, capacity, within, asked);
          expect(assigned.reduce((sum, a) => sum + a.people, 0)).toBeCloseTo(covered, 6);
          expect(sites.reduce((sum, k) => sum + (asked.cost?.[k] ?? 1), 0)).toBeLessThanOrEqual(
            (asked.sites ?? asked.budget) as number,
          );
          return [bound, least] as const;
        }),
      );
    },
  );

  const two = reachFromMatrix(2, 2, [1, 0, 0, 1]);
  const bound = (means: Means, capacity = [10, 8], demand = [10, 8]) =>
    capacitatedCovering(demand, capacity, two, means);

  test('by hand: half a site more where money is left, none that is dearer, those that cost nothing whole', () => {
    expect(bound({ budget: 15, cost: [10, 10] })).toMatchObject({ sites: [0], covered: 10, bound: 14 });
    expect(bound({ budget: 15, cost: [10, 16] })).toMatchObject({ sites: [0], covered: 10, bound: 10 });
    expect(bound({ budget: 5, cost: [10, 0] })).toMatchObject({ sites: [1], covered: 8, bound: 8 });
    expect(bound({ budget: 12, cost: [10, 4], locked: [1] })).toMatchObject({
      sites: [1],
      covered: 8,
      bound: 8,
    });
    expect(bound({ budget: 30, cost: [10, 10] })).toMatchObject({ sites: [0, 1], covered: 18, bound: 18 });
  });

  test('by hand: sites by what they are worth for their cost, the last in part', () => {
    const three = reachFromMatrix(3, 3, [1, 0, 0, 0, 1, 0, 0, 0, 1]);
    const found = capacitatedCovering([12, 10, 9], [12, 10, 9], three, { budget: 7, cost: [4, 2, 3] });
    // Worth for cost 3, 5 and 3: the second whole, then 5 of money at 3 each, 25 together; whole sites serve 22 for 6.
    expect(found).toMatchObject({ sites: [0, 1], covered: 22, bound: 25 });
    expect(found.certifiedGap).toBeCloseTo(3 / 25, 12);
  });

  test('by hand: capacity and people in reach both bound, and people out of reach never', () => {
    expect(bound({ sites: 2 }, [4, 100])).toMatchObject({ covered: 12, bound: 12 });
    expect(bound({ sites: 1 }, [4, 100])).toMatchObject({ sites: [1], covered: 8, bound: 8 });
    expect(bound({ sites: 0 })).toMatchObject({ sites: [], covered: 0, bound: 0 });
    const apart = reachFromMatrix(2, 1, [1, 0]);
    expect(capacitatedCovering([5, 7], [50], apart, { sites: 1 })).toMatchObject({ covered: 5, bound: 5 });
  });
});
