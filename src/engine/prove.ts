// The siting problems as text for an exact solver, and what its answer proves. The solver itself is handed in.
import { knownDemand } from './coverage.ts';
import type { Means, Offers, Placement } from './placement.ts';
import { met, spending, statePlacement } from './placement.ts';

/** What is asked of a solver of CPLEX LP-format text, such as HiGHS: `(lp, options) => highs.solve(lp, options)`. */
export type Solve = (
  lp: string,
  options: { readonly time_limit: number; readonly mip_rel_gap: number; readonly output_flag: boolean },
) => Solution | Promise<Solution>;

export interface Solution {
  readonly Status: string;
  readonly ObjectiveValue: number;
  /** By name; each with a number `Primal` where the solver has an answer. */
  readonly Columns: Readonly<Record<string, object>>;
}

export interface Proof {
  /** Whether the solver proved that nothing better exists. */
  readonly status: 'proven' | 'time limit' | 'failed';
  /** Teams by candidate in the solver's best answer; empty where it has none. */
  readonly teams: Int32Array;
  /** What they meet, counted by us from the teams, not read from the solver; NaN where it has no answer. */
  readonly met: number;
  /** The solver's own word for how it ended. */
  readonly solverStatus: string;
}

/**
 * The placement problem in LP format: maximise Σ c_i subject to c_i ≤ Σ_k g_ik x_k, c_i ≤ h_i, Σ cost_k x_k ≤ means,
 * locked_k ≤ x_k ≤ maxTeams whole. Areas that lack nothing, or that nobody reaches, have no row.
 */
export function placementLp(problem: Placement): string {
  const { lack, start, area, brings, cost, budget, maxTeams, locked } = problem;
  const terms: string[][] = Array.from(lack, () => []);
  for (let k = 0; k < cost.length; k++) {
    for (let t = start[k]; t < start[k + 1]; t++) terms[area[t]].push(`- ${brings[t]} x${k}`);
  }
  const reached = terms.map((row, i) => (row.length > 0 ? i : -1)).filter((i) => i >= 0);
  const spend = Array.from(cost, (c, k) => `+ ${c} x${k}`);
  return [
    'Maximize',
    ` met: ${reached.length > 0 ? wrap(reached.map((i) => `+ c${i}`)) : '0 x0'}`,
    'Subject To',
    ...reached.map((i) => ` a${i}: c${i} ${wrap(terms[i])} <= 0`),
    ` means: ${wrap(spend)} <= ${budget}`,
    'Bounds',
    ...reached.map((i) => ` 0 <= c${i} <= ${lack[i]}`),
    ...Array.from(cost, (_, k) => ` ${locked[k]} <= x${k} <= ${maxTeams}`),
    'Generals',
    ` ${wrap(Array.from(cost, (_, k) => `x${k}`))}`,
    'End',
    '',
  ].join('\n');
}

// LP format has a limit on the length of a line (560 in CPLEX).
function wrap(terms: readonly string[]): string {
  const lines: string[] = [];
  for (let at = 0; at < terms.length; at += 12) lines.push(terms.slice(at, at + 12).join(' '));
  return lines.join('\n  ');
}

/**
 * Proves the best closing of gaps: the same question as `closeGap`, to optimality.
 * @param seconds the time limit, above zero. @param solve runs the solver; cancelling is its caller's.
 */
export function proveSiting(
  gap: ArrayLike<number>,
  offers: Omit<Offers, 'brings'> & { readonly places: Float64Array },
  means: Means,
  solve: Solve,
  seconds: number,
): Promise<Proof> {
  const lack = Float64Array.from(gap, (g) => (g > 0 ? g : 0));
  return proveProblem(statePlacement(lack, { ...offers, brings: offers.places }, means), solve, seconds);
}

/** Proves the best covering: the same question as `maximalCovering`, to optimality. */
export function proveCovering(
  demand: ArrayLike<number>,
  within: Omit<Offers, 'brings'>,
  means: Means,
  solve: Solve,
  seconds: number,
): Promise<Proof> {
  const lack = knownDemand(demand);
  const brings = Float64Array.from(within.area, (i) => lack[i]);
  return proveProblem(statePlacement(lack, { ...within, brings }, { ...means, maxTeams: 1 }), solve, seconds);
}

/** Proves the best placement of a problem that is stated already. */
export async function proveProblem(problem: Placement, solve: Solve, seconds: number): Promise<Proof> {
  if (!(seconds > 0)) throw new RangeError(`The time limit must be above zero seconds; got ${seconds}.`);
  if (problem.cost.length === 0) {
    return { status: 'proven', teams: new Int32Array(0), met: 0, solverStatus: 'No candidates' };
  }
  const options = { time_limit: seconds, mip_rel_gap: 0, output_flag: false };
  return readSolution(problem, await solve(placementLp(problem), options));
}

/** What a solver's answer says of the problem. */
export function readSolution(problem: Placement, solution: Solution): Proof {
  const solverStatus = solution.Status;
  const none = { teams: new Int32Array(0), met: Number.NaN, solverStatus };
  if (solverStatus !== 'Optimal' && solverStatus !== 'Time limit reached')
    return { status: 'failed', ...none };
  const status = solverStatus === 'Optimal' ? 'proven' : 'time limit';
  const teams = Int32Array.from(problem.cost, (_, k) => Math.round(primal(solution, `x${k}`)));
  // Without an answer a solver may still list columns; teams that break the means are no answer.
  const named = problem.cost.every((_, k) => Number.isFinite(primal(solution, `x${k}`)));
  const allowed = teams.every((x, k) => x >= problem.locked[k] && x <= problem.maxTeams);
  const affordable = spending(problem, teams) <= problem.budget * (1 + 1e-6);
  if (!named || !allowed || !affordable) return { status: status === 'proven' ? 'failed' : status, ...none };
  return { status, teams, met: met(problem, teams), solverStatus };
}

function primal(solution: Solution, name: string): number {
  const column = solution.Columns[name];
  return column !== undefined && 'Primal' in column ? Number(column.Primal) : Number.NaN;
}
