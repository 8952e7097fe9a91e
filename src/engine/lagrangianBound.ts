// How far a placement can be from the best: an upper bound by Lagrangian relaxation, and better placements on the way.
import { improveBySwaps } from './greedySwap.ts';
import type { Placement } from './placement.ts';
import { exceeds, met } from './placement.ts';

export interface Bounded {
  /** The best teams found. */
  readonly teams: Int32Array;
  /** What they meet. */
  readonly met: number;
  /** No placement within the means meets more than this. */
  readonly bound: number;
}

const ITERATIONS = 400;
const PATIENCE = 20;
const MOMENTUM = 0.8;
const CLOSE_ENOUGH = 1e-6;

/**
 * Upper bound on Σ min(h_i, Σ_k g_ik x_k). With multipliers 0 ≤ λ_i ≤ 1 on c_i ≤ Σ_k g_ik x_k the problem falls apart:
 * L(λ) = Σ (1 - λ_i) h_i + max_x Σ_k x_k v_k, v_k = Σ_i λ_i g_ik; the maximum takes candidates by v_k / cost_k until the means
 * are spent (a last fraction of a team where costs are unequal). Every λ gives a valid bound; the least is sought by
 * projected subgradient steps of Polyak's length from the greedy's multipliers. Seed-free: the same problem, the same bound.
 * The teams each λ prefers are tried as placements; those that come near the best are improved by swaps.
 * Source: Fisher 1981; Galvão & ReVelle 1996 for covering.
 */
export function boundPlacement(problem: Placement, from: Int32Array): Bounded {
  const { lack, start, area, brings, cost } = problem;
  const n = lack.length;
  const m = cost.length;
  let best = from;
  let bestMet = met(problem, from);
  let bound = lack.reduce((total, h) => total + h, 0);
  if (bound - bestMet <= CLOSE_ENOUGH * bound) return { teams: best, met: bestMet, bound };

  const preference = preferredTeams(problem);
  const multiplier = firstMultipliers(problem, from);
  const value = new Float64Array(m);
  const slope = new Float64Array(n);
  const direction = new Float64Array(n);
  const tried = new Set<string>();
  let step = 2;
  let sinceBetter = 0;
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    for (let k = 0; k < m; k++) {
      let v = 0;
      const end = start[k + 1];
      for (let t = start[k]; t < end; t++) v += multiplier[area[t]] * brings[t];
      value[k] = v;
    }
    const { teams, worth, whole } = preference(value);
    let relaxed = worth;
    for (let i = 0; i < n; i++) relaxed += (1 - multiplier[i]) * lack[i];
    if (relaxed < bound) {
      if (relaxed < bound - 1e-4 * (bound - bestMet)) sinceBetter = 0;
      bound = relaxed;
    }
    if (++sinceBetter > PATIENCE) {
      step /= 2;
      sinceBetter = 0;
      if (step < 1e-4) break;
    }

    // Slope of the relaxation by λ_i per unit of what the area lacks: what the preferred teams bring too much (+) or too little (-).
    for (let i = 0; i < n; i++) slope[i] = -lack[i];
    for (let k = 0; k < m; k++) {
      if (teams[k] === 0) continue;
      for (let t = start[k]; t < start[k + 1]; t++) slope[area[t]] += teams[k] * brings[t];
    }
    const found = tryTeams(problem, whole, bestMet, tried);
    if (found !== null) {
      best = found.teams;
      bestMet = found.met;
    }
    if (bound - bestMet <= CLOSE_ENOUGH * bound) break;

    let length = 0;
    for (let i = 0; i < n; i++) {
      if (lack[i] === 0) continue;
      const scaled = slope[i] / lack[i];
      const pinned = (multiplier[i] === 0 && scaled > 0) || (multiplier[i] === 1 && scaled < 0);
      direction[i] = pinned ? 0 : scaled + MOMENTUM * direction[i];
      length += lack[i] * direction[i] * direction[i];
    }
    if (length === 0) break;
    const stride = (step * (relaxed - bestMet)) / length;
    for (let i = 0; i < n; i++) {
      multiplier[i] = Math.min(1, Math.max(0, multiplier[i] - stride * direction[i]));
    }
  }
  return { teams: best, met: bestMet, bound: Math.max(bound, bestMet) };
}

/** λ to start from: 1 where the greedy leaves a lack, and its share where it brings too much. */
function firstMultipliers(problem: Placement, teams: Int32Array): Float64Array {
  const { lack, start, area, brings } = problem;
  const received = new Float64Array(lack.length);
  for (let k = 0; k < teams.length; k++) {
    for (let t = start[k]; t < start[k + 1]; t++) received[area[t]] += teams[k] * brings[t];
  }
  return received.map((got, i) => (got < lack[i] ? 1 : got > 0 ? lack[i] / got / 2 : 0));
}

interface Preferred {
  /** Teams by candidate, one of them perhaps a fraction. */
  readonly teams: Float64Array;
  readonly worth: number;
  /** The whole ones. */
  readonly whole: Int32Array;
}

/** The teams worth most at given values: by value per cost until the means are spent, the locked ones first. */
function preferredTeams(problem: Placement): (value: Float64Array) => Preferred {
  const { cost, budget, maxTeams, locked } = problem;
  const m = cost.length;
  const spent = locked.reduce((total, x, k) => total + x * cost[k], 0);
  const free = Math.max(0, budget - spent);
  const order: number[] = [];
  // A team that the search may place must be in the bound as well, so both ask the same question.
  for (let k = 0; k < m; k++) if (!exceeds(spent + cost[k], budget) && locked[k] < maxTeams) order.push(k);
  const rate = new Float64Array(m);
  return (value) => {
    for (let k = 0; k < m; k++) rate[k] = cost[k] > 0 ? value[k] / cost[k] : Number.POSITIVE_INFINITY;
    order.sort((a, b) => (rate[b] === rate[a] ? a - b : rate[b] - rate[a]));
    const teams = Float64Array.from(locked);
    const whole = locked.slice();
    let worth = 0;
    for (let k = 0; k < m; k++) worth += locked[k] * value[k];
    let money = free;
    for (const k of order) {
      if (value[k] <= 0 || (money <= 0 && cost[k] > 0)) continue;
      const room = maxTeams - locked[k];
      const x = cost[k] > 0 ? Math.min(room, money / cost[k]) : room;
      teams[k] += x;
      whole[k] += Math.floor(x);
      worth += x * value[k];
      money -= x * cost[k];
    }
    return { teams, worth, whole };
  };
}

const NEAR = 0.995;

function tryTeams(
  problem: Placement,
  teams: Int32Array,
  toBeat: number,
  tried: Set<string>,
): { teams: Int32Array; met: number } | null {
  const asFound = met(problem, teams);
  if (asFound < NEAR * toBeat) return null;
  const name = teams.join();
  if (tried.has(name) || tried.size > 25) return null;
  tried.add(name);
  const improved = improveBySwaps(problem, teams);
  const value = met(problem, improved);
  return value > toBeat ? { teams: improved, met: value } : null;
}
