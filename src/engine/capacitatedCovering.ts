// Maximal covering where sites fill up: demand is covered only by a place at a chosen site within the radius.

import type { Assignment } from './assignmentFlow.ts';
import { AssignmentFlow, pairsOfArea, siteOfPair } from './assignmentFlow.ts';
import type { Coverage } from './coverage.ts';
import { boundFor, certify, chosen, knownDemand } from './coverage.ts';
import type { Means, Placement } from './placement.ts';
import { statePlacement } from './placement.ts';
import type { Reach } from './reach.ts';

export interface CapacitatedCoverage extends Coverage {
  /** Who is served where; every pair is within the radius, no site above its capacity, no area above its demand. */
  readonly assigned: readonly Assignment[];
}

const ROUNDS = 40;
const ITERATIONS = 300;
const PATIENCE = 15;

/**
 * Capacitated maximal covering: choose sites within the means and assign demand, which may be split, to chosen sites
 * within the radius (no other pair exists in the assignment), to maximise the demand served under each site's capacity.
 * For given sites the assignment is a maximum flow, found exactly by augmenting paths; sites by greedy and swaps.
 * Bound: Lagrangian on "no more than the area's demand": with multipliers 0 ≤ λ ≤ 1 each site alone takes the demand with
 * the largest 1 - λ up to its capacity, and the sites worth most are chosen.
 * Failures as in `maximalCovering`; RangeError also for a capacity that is not 0 or more.
 * Source: Current & Storbeck 1988; Pirkul & Schilling 1991.
 */
export function capacitatedCovering(
  demand: ArrayLike<number>,
  capacity: ArrayLike<number>,
  within: Reach,
  means: Means,
): CapacitatedCoverage {
  if (demand.length !== within.areas || capacity.length !== within.sites) {
    throw new RangeError(
      `The radius table is of ${within.areas} areas and ${within.sites} sites; got ${demand.length} demands and ${capacity.length} capacities.`,
    );
  }
  for (let k = 0; k < capacity.length; k++) {
    if (!(capacity[k] >= 0))
      throw new RangeError(`Capacity of site ${k + 1} must be 0 or more; got ${capacity[k]}.`);
  }
  const lack = knownDemand(demand);
  const brings = Float64Array.from(within.area, (i) => lack[i]);
  const problem = statePlacement(lack, { ...within, brings }, { ...means, maxTeams: 1 });
  const limits = Float64Array.from(capacity);
  const flow = swapSites(problem, limits, greedySites(problem, limits));
  const bound = relaxedBound(problem, limits, flow.total);
  const whole = limits.every((c) => Number.isInteger(c) || c === Number.POSITIVE_INFINITY);
  return {
    ...certify(chosen(flow.open), flow.total, whole ? boundFor(lack, bound) : bound),
    assigned: flow.assignments(),
  };
}

function flowOf(problem: Placement, limits: Float64Array, open: ArrayLike<number>): AssignmentFlow {
  const flow = new AssignmentFlow(problem, limits);
  for (let k = 0; k < open.length; k++) if (open[k] > 0) flow.add(k);
  return flow;
}

function moneyLeft(problem: Placement, open: ArrayLike<number>): number {
  let money = problem.budget * (1 + 1e-9);
  for (let k = 0; k < open.length; k++) if (open[k] > 0) money -= problem.cost[k];
  return money;
}

/** The site that serves most more; its gain is at most its capacity and the unserved people it reaches. */
function bestAddition(
  problem: Placement,
  limits: Float64Array,
  flow: AssignmentFlow,
  toBeat: number,
): AssignmentFlow | null {
  const money = moneyLeft(problem, flow.open);
  let best: AssignmentFlow | null = null;
  let most = toBeat;
  const atMost = Float64Array.from(limits, (limit, k) => {
    let people = 0;
    for (let t = problem.start[k]; t < problem.start[k + 1]; t++) people += problem.brings[t];
    return Math.min(limit, people);
  });
  const order = Array.from(limits, (_, k) => k).sort((a, b) => atMost[b] - atMost[a]);
  for (const k of order) {
    if (flow.open[k] === 1 || problem.cost[k] > money || flow.total + atMost[k] <= most) continue;
    const trial = flow.copy();
    trial.add(k);
    if (trial.total > most + 1e-9 * (1 + most)) {
      best = trial;
      most = trial.total;
    }
  }
  return best;
}

function greedySites(problem: Placement, limits: Float64Array): AssignmentFlow {
  let flow = flowOf(problem, limits, problem.locked);
  for (;;) {
    const next = bestAddition(problem, limits, flow, flow.total);
    if (next === null) return flow;
    flow = next;
  }
}

function swapSites(problem: Placement, limits: Float64Array, from: AssignmentFlow): AssignmentFlow {
  let flow = from;
  for (let round = 0; round < ROUNDS; round++) {
    let improved = false;
    for (const out of chosen(flow.open)) {
      if (problem.locked[out] > 0) continue;
      const without = flow.open.slice();
      without[out] = 0;
      const next = bestAddition(problem, limits, flowOf(problem, limits, without), flow.total);
      if (next === null) continue;
      flow = next;
      improved = true;
    }
    const more = bestAddition(problem, limits, flow, flow.total);
    if (more !== null) {
      flow = more;
      improved = true;
    }
    if (!improved) return flow;
  }
  return flow;
}

/** The least Lagrangian bound found; every multiplier gives a valid one. */
function relaxedBound(problem: Placement, limits: Float64Array, served: number): number {
  const { lack, start, area, cost, budget, locked } = problem;
  const n = lack.length;
  const pairs = pairsOfArea(problem);
  const siteOf = siteOfPair(problem);
  const reachable = lack.map((h, i) => (pairs[i].length > 0 ? h : 0));
  let bound = reachable.reduce((total, h) => total + h, 0);
  const multiplier = new Float64Array(n);
  const order = Array.from(lack, (_, i) => i);
  const taken = new Float64Array(area.length);
  const worth = new Float64Array(limits.length);
  const free = budget - locked.reduce((total, x, k) => total + x * cost[k], 0);
  let step = 1;
  let sinceBetter = 0;
  for (let iteration = 0; iteration < ITERATIONS && bound - served > 1e-9 * bound; iteration++) {
    order.sort((a, b) => multiplier[a] - multiplier[b]);
    const room = limits.slice();
    taken.fill(0);
    worth.fill(0);
    for (const i of order) {
      if (multiplier[i] >= 1) break;
      for (const t of pairs[i]) {
        const k = siteOf[t];
        taken[t] = Math.min(lack[i], room[k]);
        room[k] -= taken[t];
        worth[k] += taken[t] * (1 - multiplier[i]);
      }
    }
    const share = fractionalChoice(worth, cost, free, locked);
    let relaxed = 0;
    for (let k = 0; k < worth.length; k++) relaxed += share[k] * worth[k];
    const slope = reachable.slice();
    for (let i = 0; i < n; i++) relaxed += multiplier[i] * reachable[i];
    for (let k = 0; k < worth.length; k++) {
      if (share[k] === 0) continue;
      for (let t = start[k]; t < start[k + 1]; t++) slope[area[t]] -= share[k] * taken[t];
    }
    sinceBetter = relaxed < bound ? 0 : sinceBetter + 1;
    bound = Math.min(bound, relaxed);
    if (sinceBetter > PATIENCE) {
      step /= 2;
      sinceBetter = 0;
    }
    let length = 0;
    for (let i = 0; i < n; i++) {
      if ((multiplier[i] === 0 && slope[i] > 0) || (multiplier[i] === 1 && slope[i] < 0)) slope[i] = 0;
      if (lack[i] > 0) length += (slope[i] * slope[i]) / lack[i];
    }
    if (length === 0) break;
    const stride = (step * (relaxed - served)) / length;
    for (let i = 0; i < n; i++) {
      if (lack[i] > 0)
        multiplier[i] = Math.min(1, Math.max(0, multiplier[i] - (stride * slope[i]) / lack[i]));
    }
  }
  return Math.max(bound, served);
}

/** Sites by worth per cost until the means are spent, the last perhaps in part; the locked ones whole. */
function fractionalChoice(
  worth: Float64Array,
  cost: Float64Array,
  free: number,
  locked: Int32Array,
): Float64Array {
  const share = Float64Array.from(locked, (x) => (x > 0 ? 1 : 0));
  const rate = (k: number): number => (cost[k] > 0 ? worth[k] / cost[k] : Number.POSITIVE_INFINITY);
  const order = Array.from(cost, (_, k) => k).filter(
    (k) => locked[k] === 0 && cost[k] <= free && worth[k] > 0,
  );
  order.sort((a, b) => (rate(a) === rate(b) ? a - b : rate(b) - rate(a)));
  let money = free;
  for (const k of order) {
    share[k] = cost[k] > 0 ? Math.min(1, money / cost[k]) : 1;
    money -= share[k] * cost[k];
    if (money <= 0) break;
  }
  return share;
}
