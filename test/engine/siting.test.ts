// Siting: against full enumeration of small cases, against proven optima, and the laws that make greedy safe.
import fc from 'fast-check';
import loadHighs from 'highs';
import { describe, expect, test } from 'vitest';
import type { SiteContributions } from '../../src/engine/access.ts';
import { siteContributions } from '../../src/engine/access.ts';
import { capacitatedCovering } from '../../src/engine/capacitatedCovering.ts';
import { maximalCovering } from '../../src/engine/coverage.ts';
import { decay } from '../../src/engine/decay.ts';
import type { Means } from '../../src/engine/placement.ts';
import { met, statePlacement } from '../../src/engine/placement.ts';
import type { Solve } from '../../src/engine/prove.ts';
import { placementLp, proveCovering, proveSiting, readSolution } from '../../src/engine/prove.ts';
import { createRandom } from '../../src/engine/random.ts';
import type { Reach } from '../../src/engine/reach.ts';
import { reachFromMatrix, reachInPlane } from '../../src/engine/reach.ts';
import { closeGap, selectionFrequency } from '../../src/engine/siting.ts';
import { sharedFixture } from './sharedFixture.ts';

/** Contributions from a table of places: one row an area, one column a candidate. */
function offersOf(rows: readonly (readonly number[])[]): SiteContributions {
  const sites = rows[0].length;
  const reach = reachFromMatrix(rows.length, sites, rows.flat());
  return { areas: reach.areas, sites, start: reach.start, area: reach.area, places: reach.weight };
}

/** Every way to place teams within the means. */
function* everyChoice(means: Means, candidates: number): Generator<number[]> {
  const most = means.maxTeams ?? 1;
  const cost = means.cost ?? new Array(candidates).fill(1);
  const limit = (means.sites ?? means.budget) as number;
  const teams = new Array(candidates).fill(0);
  function* from(k: number, money: number): Generator<number[]> {
    if (k === candidates) {
      yield [...teams];
      return;
    }
    const least = means.locked?.includes(k) ? 1 : 0;
    for (let x = least; x <= most && x * cost[k] <= money; x++) {
      teams[k] = x;
      yield* from(k + 1, money - x * cost[k]);
    }
    teams[k] = 0;
  }
  yield* from(0, limit);
}

function unmet(
  gap: readonly number[],
  rows: readonly (readonly number[])[],
  teams: ArrayLike<number>,
): number {
  return gap.reduce((total, g, i) => {
    const left = g - rows[i].reduce((sum, brings, k) => sum + brings * teams[k], 0);
    return g > 0 ? total + Math.max(0, left) : total;
  }, 0);
}

const table = fc
  .record({ areas: fc.integer({ min: 1, max: 8 }), candidates: fc.integer({ min: 1, max: 7 }) })
  .chain(({ areas, candidates }) =>
    fc.record({
      gap: fc.array(fc.integer({ min: -20, max: 60 }), { minLength: areas, maxLength: areas }),
      rows: fc.array(
        fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40 })), {
          minLength: candidates,
          maxLength: candidates,
        }),
        { minLength: areas, maxLength: areas },
      ),
      cost: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: candidates, maxLength: candidates }),
      limit: fc.integer({ min: 0, max: 12 }),
      kind: fc.constantFrom('sites', 'budget'),
      maxTeams: fc.integer({ min: 1, max: 2 }),
      lock: fc.boolean(),
    }),
  )
  .map(({ gap, rows, cost, limit, kind, maxTeams, lock }) => {
    const spend: Means = kind === 'sites' ? { sites: limit % 5 } : { budget: limit, cost };
    const first = kind === 'sites' ? 1 : cost[0];
    const locked = lock && first <= ((spend.sites ?? spend.budget) as number) ? [0] : [];
    return { gap, rows, means: { ...spend, maxTeams, locked } as Means };
  });

describe('closing the gap', () => {
  test('two teams by hand: the pair that meets most, not the two that are best alone', () => {
    // Candidate 0 is best alone (12), but 1 and 2 together meet everything (20).
    const rows = [
      [6, 10, 0],
      [6, 0, 10],
    ];
    const result = closeGap([10, 10], offersOf(rows), { sites: 2 });
    expect(result.sites).toEqual([1, 2]);
    expect([...result.teams]).toEqual([0, 1, 1]);
    expect(result.unmetBefore).toBe(20);
    expect(result.unmetAfter).toBe(0);
    expect(result.bound).toBe(0);
    expect(result.certifiedGap).toBe(0);
  });

  test('an area that has enough counts for nothing, and one that is not known is left out', () => {
    const result = closeGap([-5, Number.NaN, 4], offersOf([[9], [9], [3]]), { sites: 1 });
    expect(result.unmetBefore).toBe(4);
    expect(result.unmetAfter).toBe(1);
  });

  test('a budget buys the cheap good ones rather than the dear best one', () => {
    const rows = [
      [10, 6, 0],
      [0, 0, 6],
    ];
    const result = closeGap([10, 10], offersOf(rows), { budget: 10, cost: [10, 5, 5] });
    expect(result.sites).toEqual([1, 2]);
    expect(result.unmetAfter).toBe(8);
  });

  test('nothing is closed with no means, no candidates that help, or no gap', () => {
    expect(closeGap([5], offersOf([[5]]), { sites: 0 })).toMatchObject({
      sites: [],
      unmetAfter: 5,
      certifiedGap: 0,
    });
    expect(closeGap([5], offersOf([[0]]), { sites: 1 })).toMatchObject({
      sites: [],
      unmetAfter: 5,
      bound: 5,
    });
    expect(closeGap([-5], offersOf([[3]]), { sites: 1 })).toMatchObject({
      sites: [],
      unmetBefore: 0,
      certifiedGap: 0,
    });
  });

  test('never better than full enumeration, never further from it than certified, never beyond the means', () => {
    fc.assert(
      fc.property(table, ({ gap, rows, means }) => {
        const result = closeGap(gap, offersOf(rows), means);
        let least = Number.POSITIVE_INFINITY;
        for (const teams of everyChoice(means, rows[0].length))
          least = Math.min(least, unmet(gap, rows, teams));
        expect(result.unmetAfter).toBeCloseTo(unmet(gap, rows, result.teams), 9);
        expect(result.unmetAfter).toBeGreaterThanOrEqual(least - 1e-9);
        expect(result.bound).toBeLessThanOrEqual(least + 1e-9);
        const couldClose = result.unmetBefore - least;
        const closed = result.unmetBefore - result.unmetAfter;
        expect(closed).toBeGreaterThanOrEqual((1 - result.certifiedGap) * couldClose - 1e-9);
        expect(result.certifiedGap).toBeGreaterThanOrEqual(0);
        expect(result.certifiedGap).toBeLessThanOrEqual(1);
        const cost = means.cost ?? rows[0].map(() => 1);
        const spent = result.teams.reduce((total, x, k) => total + x * cost[k], 0);
        expect(spent).toBeLessThanOrEqual(((means.sites ?? means.budget) as number) + 1e-9);
        for (const k of means.locked ?? []) expect(result.teams[k]).toBeGreaterThanOrEqual(1);
        expect(Math.max(...result.teams)).toBeLessThanOrEqual(means.maxTeams ?? 1);
      }),
      { numRuns: 300 },
    );
  });

  test('finds the optimum in nearly every small case', () => {
    let optimal = 0;
    const cases = fc.sample(table, { numRuns: 300, seed: 7 });
    for (const { gap, rows, means } of cases) {
      let least = Number.POSITIVE_INFINITY;
      for (const teams of everyChoice(means, rows[0].length))
        least = Math.min(least, unmet(gap, rows, teams));
      if (closeGap(gap, offersOf(rows), means).unmetAfter <= least + 1e-9) optimal++;
    }
    expect(optimal).toBeGreaterThanOrEqual(290);
  });

  test('what is met grows with every team, and by less the more there are', () => {
    fc.assert(
      fc.property(table, fc.nat(), fc.nat(), ({ gap, rows }, a, b) => {
        const offers = offersOf(rows);
        const lack = Float64Array.from(gap, (g) => Math.max(0, g));
        const problem = statePlacement(lack, { ...offers, brings: offers.places }, { sites: 5, maxTeams: 3 });
        const m = rows[0].length;
        const few = new Int32Array(m);
        few[a % m] = 1;
        const more = few.slice();
        more[b % m]++;
        const add = (teams: Int32Array): Int32Array => teams.map((x, k) => (k === (a + b) % m ? x + 1 : x));
        const gainOfFew = met(problem, add(few)) - met(problem, few);
        const gainOfMore = met(problem, add(more)) - met(problem, more);
        expect(gainOfMore).toBeGreaterThanOrEqual(-1e-9);
        expect(gainOfMore).toBeLessThanOrEqual(gainOfFew + 1e-9);
      }),
    );
  });

  test('more means never leave more unmet; the order of areas does not matter', () => {
    fc.assert(
      fc.property(table, ({ gap, rows, means }) => {
        const result = closeGap(gap, offersOf(rows), means);
        const back = closeGap([...gap].reverse(), offersOf([...rows].reverse()), means);
        expect(Math.max(result.bound, back.bound)).toBeLessThanOrEqual(
          Math.min(result.unmetAfter, back.unmetAfter) + 1e-9,
        );
        expect(result.unmetAfter).toBeLessThanOrEqual(result.unmetBefore + 1e-9);
      }),
    );
  });

  test('means and offers that cannot be are refused in words', () => {
    const offers = offersOf([[5, 5]]);
    const ask = (means: Means) => () => closeGap([5], offers, means);
    expect(ask({})).toThrow(/either a number of sites or a budget/);
    expect(ask({ sites: 1, budget: 1, cost: [1, 1] })).toThrow(/not both/);
    expect(ask({ sites: 1.5 })).toThrow(/whole number/);
    expect(ask({ sites: -1 })).toThrow(/whole number/);
    expect(ask({ budget: -1, cost: [1, 1] })).toThrow(/budget must be 0 or more/);
    expect(ask({ budget: Number.NaN, cost: [1, 1] })).toThrow(/budget/);
    expect(ask({ budget: 1 })).toThrow(/cost for every candidate/);
    expect(ask({ budget: 1, cost: [1] })).toThrow(/2 candidates but 1 costs/);
    expect(ask({ budget: 1, cost: [1, -1] })).toThrow(/candidate 2/);
    expect(ask({ sites: 1, locked: [2] })).toThrow(/Locked site 2/);
    expect(ask({ sites: 1, locked: [0, 1] })).toThrow(/locked sites alone take 2/);
    expect(ask({ sites: 1, maxTeams: 0 })).toThrow(/most teams/);
    expect(() => closeGap([5, 5], offers, { sites: 1 })).toThrow(/1 areas; got 2/);
    expect(() =>
      closeGap([5], { ...offers, places: new Float64Array([5, Number.NaN]) }, { sites: 1 }),
    ).toThrow(/NaN/);
  });

  test('free candidates are all taken under a budget of nothing', () => {
    const result = closeGap(
      [5, 5],
      offersOf([
        [5, 0, 0],
        [0, 5, 5],
      ]),
      { budget: 0, cost: [0, 0, 1] },
    );
    expect(result.unmetAfter).toBe(0);
    expect(result.sites).toEqual([0, 1]);
  });

  test('places of a new team come from access, and nobody else loses any', () => {
    const reach = reachFromMatrix(2, 1, [1, 0.5]);
    const offers = siteContributions([100, 100], [30], reach);
    const result = closeGap([30, 30], offers, { sites: 1 });
    expect(result.unmetBefore - result.unmetAfter).toBeCloseTo(30, 12);
  });
});

describe('selection frequency', () => {
  test('is the share of draws that choose a candidate, once a draw', () => {
    const draws = [[0], [0, 2], [0, 0], []];
    expect([...selectionFrequency(3, 4, (draw) => draws[draw])]).toEqual([0.75, 0, 0.25]);
  });

  test('needs draws, and candidates that exist', () => {
    expect(() => selectionFrequency(1, 0, () => [])).toThrow(/draws/);
    expect(() => selectionFrequency(1, 1, () => [1])).toThrow(/candidate 1/);
  });
});

interface CoverFixture {
  readonly random: {
    readonly name: string;
    readonly demand_xy: [number, number][];
    readonly site_xy: [number, number][];
    readonly demand: number[];
    readonly radius: number;
    readonly expected: { readonly p: number; readonly objective: number }[];
  }[];
}

const plane = (points: readonly (readonly number[])[]) => ({
  x: points.map((p) => p[0]),
  y: points.map((p) => p[1]),
});
const proven = sharedFixture<CoverFixture>('mclp.json');

describe.skipIf(proven === null)(
  'maximal covering of proven optima (need ../shared/fixtures/mclp.json)',
  () => {
    for (const c of proven?.random ?? []) {
      const within = reachInPlane(plane(c.demand_xy), plane(c.site_xy), decay('step', c.radius));
      for (const { p, objective } of c.expected) {
        test(`${c.name}, ${p} sites`, () => {
          const result = maximalCovering(c.demand, within, { sites: p });
          expect(result.covered).toBeLessThanOrEqual(objective);
          expect(result.bound).toBeGreaterThanOrEqual(objective);
          expect(result.covered).toBeGreaterThanOrEqual(objective * (1 - result.certifiedGap) - 1e-9);
          expect(result.certifiedGap).toBeLessThanOrEqual(0.03);
        });
      }
    }
  },
);

/** Demand and candidates on the unit square. */
function square(seed: number, areas: number, candidates: number, radius: number) {
  const random = createRandom(seed);
  const points = (n: number) => Array.from({ length: n }, () => [random.uniform(), random.uniform()]);
  const within = reachInPlane(plane(points(areas)), plane(points(candidates)), decay('step', radius));
  const demand = Array.from({ length: areas }, () => 100 + random.below(900));
  return { within, demand, random };
}

function coveredBy(demand: readonly number[], within: Reach, sites: readonly number[]): number {
  const seen = new Set<number>();
  for (const k of sites) for (let t = within.start[k]; t < within.start[k + 1]; t++) seen.add(within.area[t]);
  return [...seen].reduce((total, i) => total + demand[i], 0);
}

describe('maximal covering', () => {
  test('an area at exactly the radius is covered', () => {
    const within = reachInPlane({ x: [0, 5.000001], y: [0, 0] }, { x: [3], y: [4] }, decay('step', 5));
    expect(maximalCovering([7, 9], within, { sites: 1 })).toMatchObject({ sites: [0], covered: 16 });
    const far = reachInPlane({ x: [0], y: [0] }, { x: [3], y: [4.000001] }, decay('step', 5));
    expect(maximalCovering([7], far, { sites: 1 })).toMatchObject({
      sites: [],
      covered: 0,
      bound: 0,
      certifiedGap: 0,
    });
  });

  test('demand within two radii is counted once, and locked sites stay', () => {
    const within = reachFromMatrix(3, 3, [1, 1, 0, 1, 0, 0, 0, 0, 1]);
    expect(maximalCovering([5, 5, 3], within, { sites: 2 })).toMatchObject({ sites: [0, 2], covered: 13 });
    expect(maximalCovering([5, 5, 3], within, { sites: 1, locked: [1] })).toMatchObject({
      sites: [1],
      covered: 5,
    });
    expect(maximalCovering([5, 5, 3], within, { sites: 2, locked: [1] })).toMatchObject({
      sites: [0, 1],
      covered: 10,
    });
  });

  test('at 1,680 areas and 400 candidates it is certified within 3 % and counts what it says', () => {
    for (const [seed, radius, p] of [
      [1, 0.08, 40],
      [2, 0.12, 20],
      [3, 0.2, 10],
    ]) {
      const { within, demand } = square(seed, 1680, 400, radius);
      const result = maximalCovering(demand, within, { sites: p });
      expect(result.sites.length).toBeLessThanOrEqual(p);
      expect(result.covered).toBeCloseTo(coveredBy(demand, within, result.sites), 6);
      expect(result.certifiedGap).toBeLessThanOrEqual(0.03);
    }
  });

  test('demand not known is left out; negative demand and a wrong table are refused', () => {
    const within = reachFromMatrix(2, 1, [1, 1]);
    expect(maximalCovering([4, Number.NaN], within, { sites: 1 }).covered).toBe(4);
    expect(() => maximalCovering([4, -1], within, { sites: 1 })).toThrow(/area 2/);
    expect(() => maximalCovering([4], within, { sites: 1 })).toThrow(/2 areas; got 1/);
  });

  test('bounds of fractional demand are not rounded', () => {
    const { within, demand } = square(5, 60, 12, 0.3);
    const halves = demand.map((d) => d + 0.5);
    const result = maximalCovering(halves, within, { sites: 3 });
    expect(result.bound).toBeGreaterThanOrEqual(result.covered);
    expect(result.covered).toBeCloseTo(coveredBy(halves, within, result.sites), 6);
  });
});

describe('covering with capacities', () => {
  test('people move to another site in reach to make room', () => {
    // Area 0 reaches both sites, area 1 only site 0: serving both needs area 0 at site 1.
    const within = reachFromMatrix(2, 2, [1, 1, 1, 0]);
    const result = capacitatedCovering([10, 10], [10, 10], within, { sites: 2 });
    expect(result.covered).toBe(20);
    expect(result.assigned).toContainEqual({ area: 1, site: 0, people: 10 });
    expect(result.certifiedGap).toBe(0);
  });

  test('with room for everybody it is plain covering', () => {
    const { within, demand } = square(11, 80, 15, 0.2);
    const roomy = capacitatedCovering(demand, new Array(15).fill(Number.POSITIVE_INFINITY), within, {
      sites: 4,
    });
    const plain = maximalCovering(demand, within, { sites: 4 });
    expect(roomy.covered).toBeLessThanOrEqual(plain.bound + 1e-6);
    expect(plain.covered).toBeLessThanOrEqual(roomy.bound + 1e-6);
    expect(Math.abs(roomy.covered - plain.covered)).toBeLessThanOrEqual(0.02 * plain.covered);
  });

  test('every assigned pair is within the radius, no site over its capacity, no area over its demand', () => {
    for (const seed of [1, 2, 3, 4]) {
      const { within, demand, random } = square(seed, 50, 10, 0.25);
      const capacity = Array.from({ length: 10 }, () => random.below(5000));
      const result = capacitatedCovering(demand, capacity, within, { sites: 4, locked: [seed] });
      const atSite = new Float64Array(10);
      const ofArea = new Float64Array(50);
      for (const { area, site, people } of result.assigned) {
        expect([...within.area.subarray(within.start[site], within.start[site + 1])]).toContain(area);
        expect(result.sites).toContain(site);
        atSite[site] += people;
        ofArea[area] += people;
      }
      atSite.forEach((people, k) => {
        expect(people).toBeLessThanOrEqual(capacity[k] + 1e-6);
      });
      ofArea.forEach((people, i) => {
        expect(people).toBeLessThanOrEqual(demand[i] + 1e-6);
      });
      expect(ofArea.reduce((a, b) => a + b, 0)).toBeCloseTo(result.covered, 6);
      expect(result.sites).toContain(seed);
      expect(result.sites.length).toBeLessThanOrEqual(4);
    }
  });

  test('capacities that cannot be are refused', () => {
    const within = reachFromMatrix(1, 1, [1]);
    expect(() => capacitatedCovering([1], [-1], within, { sites: 1 })).toThrow(/site 1/);
    expect(() => capacitatedCovering([1], [], within, { sites: 1 })).toThrow(/0 capacities/);
    expect(() => capacitatedCovering([1], [Number.NaN], within, { sites: 1 })).toThrow(RangeError);
  });
});

describe('proof by an exact solver (HiGHS)', async () => {
  const highs = await loadHighs();
  const solve: Solve = (lp, options) => highs.solve(lp, options);

  test('closing the gap: proven at least as good as ours, within our certified gap', async () => {
    for (const seed of [1, 2, 3]) {
      const { within, random } = square(seed, 60, 20, 0.25);
      const gap = Array.from({ length: 60 }, () => 40 * random.uniform() - 15);
      const places = within.weight.map(() => 12 * random.uniform());
      const cost = Array.from({ length: 20 }, () => 1 + random.below(9));
      const offers = { ...within, places };
      for (const means of [
        { sites: 5 },
        { budget: 20, cost },
        { sites: 6, maxTeams: 2, locked: [3] },
      ] as Means[]) {
        const ours = closeGap(gap, offers, means);
        const proof = await proveSiting(gap, offers, means, solve, 30);
        const closed = ours.unmetBefore - ours.unmetAfter;
        expect(proof.status).toBe('proven');
        expect(closed).toBeLessThanOrEqual(proof.met + 1e-6);
        expect(closed).toBeGreaterThanOrEqual((1 - ours.certifiedGap) * proof.met - 1e-6);
        expect(ours.unmetBefore - ours.bound).toBeGreaterThanOrEqual(proof.met - 1e-6);
        for (const k of means.locked ?? []) expect(proof.teams[k]).toBeGreaterThanOrEqual(1);
      }
    }
  });

  test('covering: proven at least as good as ours, within our certified gap', async () => {
    const { within, demand } = square(9, 200, 40, 0.12);
    const ours = maximalCovering(demand, within, { sites: 6 });
    const proof = await proveCovering(demand, within, { sites: 6 }, solve, 30);
    expect(proof.status).toBe('proven');
    expect(ours.covered).toBeLessThanOrEqual(proof.met);
    expect(ours.bound).toBeGreaterThanOrEqual(proof.met);
    expect(ours.covered).toBeGreaterThanOrEqual((1 - ours.certifiedGap) * proof.met);
  });

  test('covering with capacities: at most the proven optimum of the full assignment model, at least within the gap', async () => {
    for (const seed of [21, 22, 23]) {
      const { within, demand, random } = square(seed, 30, 8, 0.35);
      const capacity = Array.from({ length: 8 }, () => 500 + random.below(4000));
      const ours = capacitatedCovering(demand, capacity, within, { sites: 3 });
      const best = highs.solve(assignmentLp(demand, capacity, within, 3), {
        mip_rel_gap: 0,
        output_flag: false,
      }).ObjectiveValue;
      expect(ours.covered).toBeLessThanOrEqual(best + 1e-6);
      expect(ours.bound).toBeGreaterThanOrEqual(best - 1e-6);
      expect(ours.covered).toBeGreaterThanOrEqual((1 - ours.certifiedGap) * best - 1e-6);
    }
  });

  test('a question without candidates, or without anything lacking, is proven at nothing', async () => {
    const nobody = await proveSiting(
      [5],
      { areas: 1, sites: 0, start: new Int32Array(1), area: new Int32Array(0), places: new Float64Array(0) },
      { sites: 1 },
      solve,
      5,
    );
    expect(nobody).toMatchObject({ status: 'proven', met: 0 });
    expect(await proveSiting([-5], offersOf([[5]]), { sites: 1 }, solve, 5)).toMatchObject({
      status: 'proven',
      met: 0,
    });
    await expect(proveSiting([5], offersOf([[5]]), { sites: 1 }, solve, 0)).rejects.toThrow(/time limit/);
  });
});

describe('reading a solver', () => {
  const problem = statePlacement(
    new Float64Array([5, 5]),
    {
      areas: 2,
      sites: 2,
      start: new Int32Array([0, 1, 2]),
      area: new Int32Array([0, 1]),
      brings: new Float64Array([5, 3]),
    },
    { sites: 1 },
  );
  const columns = (x0: number, x1: number) => ({ x0: { Primal: x0 }, x1: { Primal: x1 } });
  const read = (Status: string, Columns: Record<string, { Primal?: number }>) =>
    readSolution(problem, { Status, ObjectiveValue: 99, Columns });

  test('counts what the teams meet itself', () => {
    expect(read('Optimal', columns(1, 0))).toMatchObject({ status: 'proven', met: 5 });
    expect(read('Optimal', columns(1e-9, 0.9999999))).toMatchObject({ status: 'proven', met: 3 });
    expect(read('Time limit reached', columns(0, 1))).toMatchObject({ status: 'time limit', met: 3 });
  });

  test('takes nothing from an answer that breaks the means, lacks teams or failed', () => {
    expect(read('Time limit reached', columns(1, 1)).met).toBeNaN();
    expect(read('Time limit reached', {}).met).toBeNaN();
    expect(read('Optimal', columns(2, 0))).toMatchObject({ status: 'failed' });
    expect(read('Infeasible', columns(1, 0))).toMatchObject({ status: 'failed', solverStatus: 'Infeasible' });
  });

  test('the model is the problem, line by line', () => {
    expect(placementLp(problem).split('\n')).toEqual([
      'Maximize',
      ' met: + c0 + c1',
      'Subject To',
      ' a0: c0 - 5 x0 <= 0',
      ' a1: c1 - 3 x1 <= 0',
      ' means: + 1 x0 + 1 x1 <= 1',
      'Bounds',
      ' 0 <= c0 <= 5',
      ' 0 <= c1 <= 5',
      ' 0 <= x0 <= 1',
      ' 0 <= x1 <= 1',
      'Generals',
      ' x0 x1',
      'End',
      '',
    ]);
  });
});

/** The capacitated model written out in full, with an assignment variable for every pair within the radius. */
function assignmentLp(
  demand: readonly number[],
  capacity: readonly number[],
  within: Reach,
  p: number,
): string {
  const pairs = capacity.flatMap((_, k) =>
    Array.from(within.area.subarray(within.start[k], within.start[k + 1]), (i) => ({
      i,
      k,
      name: `z${i}_${k}`,
    })),
  );
  const join = (names: string[]) => names.map((name) => `+ ${name}`).join('\n ');
  const byArea = demand.map((d, i) => ({
    d,
    names: pairs.filter((pair) => pair.i === i).map((pair) => pair.name),
  }));
  const bySite = capacity.map((c, k) => ({
    c,
    names: pairs.filter((pair) => pair.k === k).map((pair) => pair.name),
  }));
  return [
    'Maximize',
    ` obj: ${join(pairs.map((pair) => pair.name))}`,
    'Subject To',
    ...byArea.flatMap(({ d, names }, i) => (names.length > 0 ? [` d${i}: ${join(names)} <= ${d}`] : [])),
    ...bySite.flatMap(({ c, names }, k) =>
      names.length > 0 ? [` s${k}: ${join(names)} - ${c} x${k} <= 0`] : [],
    ),
    ` p: ${join(capacity.map((_, k) => `x${k}`))} <= ${p}`,
    'Binaries',
    ` ${capacity.map((_, k) => `x${k}`).join(' ')}`,
    'End',
    '',
  ].join('\n');
}
