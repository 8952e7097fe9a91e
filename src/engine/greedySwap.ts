// Good placements fast: greedy by gain, then swaps of one team for another until none helps.

import type { Placement } from './placement.ts';
import { exceeds, lacking, met, receiving, spending } from './placement.ts';

const MOST_ROUNDS = 60;

/**
 * Greedy: the team that meets most more, again and again, with late re-evaluation (gains only shrink). With unequal
 * costs also by gain per cost, and the better of the two. For p teams it meets at least 1 - 1/e of the best possible.
 * Source: Nemhauser, Wolsey & Fisher 1978; Minoux 1978 (late re-evaluation).
 */
export function greedyPlacement(problem: Placement, from: Int32Array = problem.locked): Int32Array {
  const byGain = greedy(problem, from, false);
  if (problem.cost.every((c) => c === problem.cost[0])) return byGain;
  const byValue = greedy(problem, from, true);
  return met(problem, byValue) > met(problem, byGain) ? byValue : byGain;
}

function greedy(problem: Placement, from: Int32Array, perCost: boolean): Int32Array {
  const { cost, budget, maxTeams } = problem;
  const teams = from.slice();
  const left = lacking(problem, teams);
  let money = budget - spending(problem, teams);
  const worth = (k: number): number => {
    const more = gain(problem, left, k);
    return perCost ? more / Math.max(cost[k], Number.MIN_VALUE) : more;
  };
  const stale = Float64Array.from(cost, (_, k) => worth(k));
  const fresh = new Uint8Array(cost.length).fill(1);
  for (;;) {
    let best = -1;
    for (let k = 0; k < cost.length; k++) {
      if (teams[k] >= maxTeams || !affordable(cost[k], money, budget)) continue;
      if (stale[k] > 0 && (best < 0 || stale[k] > stale[best])) best = k;
    }
    if (best < 0) return teams;
    if (fresh[best] === 0) {
      stale[best] = worth(best);
      fresh[best] = 1;
      continue;
    }
    place(problem, left, best);
    teams[best]++;
    money -= cost[best];
    fresh.fill(0);
  }
}

/**
 * Moves one team at a time to the candidate where it meets most more, and adds what the means still allow, until a whole
 * round brings nothing. Locked teams stay. Never worse than what it was given.
 * Source: Teitz & Bart 1968 (vertex substitution).
 */
export function improveBySwaps(problem: Placement, from: Int32Array): Int32Array {
  const { cost, budget, maxTeams, locked } = problem;
  const teams = from.slice();
  const tolerance = 1e-9 * problem.lack.reduce((total, h) => total + h, 0);
  let money = budget - spending(problem, teams);
  let gains = gainsOf(problem, teams);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let improved = false;
    // The round past the last candidate takes nobody out: it only adds.
    for (let out = 0; out <= cost.length; out++) {
      const takesOut = out < cost.length;
      if (takesOut && teams[out] <= locked[out]) continue;
      const freed = takesOut ? cost[out] : 0;
      const more = takesOut ? gainsWithout(problem, gains, out) : gains.gain;
      let best = -1;
      let most = (takesOut ? more[out] : 0) + tolerance;
      for (let k = 0; k < cost.length; k++) {
        if (more[k] <= most || k === out || teams[k] >= maxTeams) continue;
        if (!affordable(cost[k], money + freed, budget)) continue;
        best = k;
        most = more[k];
      }
      if (best < 0) continue;
      if (takesOut) teams[out]--;
      teams[best]++;
      money += freed - cost[best];
      gains = gainsOf(problem, teams);
      improved = true;
    }
    if (!improved) break;
  }
  return teams;
}

interface Gains {
  /** What each area receives. */
  readonly received: Float64Array;
  /** What one more team at each candidate would meet. */
  readonly gain: Float64Array;
}

function gainsOf(problem: Placement, teams: Int32Array): Gains {
  const received = receiving(problem, teams);
  const left = received.map((got, i) => Math.max(0, problem.lack[i] - got));
  return { received, gain: Float64Array.from(problem.cost, (_, k) => gain(problem, left, k)) };
}

/** The gains once a team at `out` is gone: they change only where it was, so only there is anything worked out anew. */
function gainsWithout(problem: Placement, gains: Gains, out: number): Float64Array {
  const { lack, start, area, brings, byArea } = problem;
  const more = gains.gain.slice();
  for (let t = start[out]; t < start[out + 1]; t++) {
    const i = area[t];
    const before = Math.max(0, lack[i] - gains.received[i]);
    const after = Math.max(0, lack[i] - (gains.received[i] - brings[t]));
    if (after === before) continue;
    for (let s = byArea.start[i]; s < byArea.start[i + 1]; s++) {
      const b = byArea.brings[s];
      more[byArea.candidate[s]] += (b < after ? b : after) - (b < before ? b : before);
    }
  }
  return more;
}

/** What one more team at candidate k would meet. */
function gain(problem: Placement, left: Float64Array, k: number): number {
  const { start, area, brings } = problem;
  let more = 0;
  const end = start[k + 1];
  for (let t = start[k]; t < end; t++) {
    const lack = left[area[t]];
    more += brings[t] < lack ? brings[t] : lack;
  }
  return more;
}

function place(problem: Placement, left: Float64Array, k: number): void {
  const { start, area, brings } = problem;
  for (let t = start[k]; t < start[k + 1]; t++) left[area[t]] = Math.max(0, left[area[t]] - brings[t]);
}

function affordable(cost: number, money: number, budget: number): boolean {
  return !exceeds(budget - money + cost, budget);
}
