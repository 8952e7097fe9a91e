// Maximal covering: the sites within whose radius the most demand lies, and how far from the best possible that is.
import { bestPlacement } from './bestPlacement.ts';
import type { Means } from './placement.ts';
import { statePlacement } from './placement.ts';
import type { Reach } from './reach.ts';

export interface Coverage {
  /** Indices of the chosen candidates, ascending, the locked ones among them. */
  readonly sites: readonly number[];
  /** Demand within the radius of at least one of them. */
  readonly covered: number;
  /** No choice within the means covers more than this. */
  readonly bound: number;
  /** (bound - covered) / bound, 0 to 1: at most this far from the best possible. 0 where nothing can be covered. */
  readonly certifiedGap: number;
}

/**
 * Maximal covering location (Church & ReVelle 1974): choose at most p candidates (or what a budget allows) to maximise the demand
 * of the areas within the radius of one of them. Search and bound as in `bestPlacement`; with whole-numbered demand the bound
 * is rounded down, since covered demand is whole too.
 *
 * @param demand by area, 0 or more; NaN is not known and is left out.
 * @param within areas in each candidate's radius (`reachFromCoordinates` with step decay and detour 1, or `reachInPlane`);
 *   an area at exactly the radius is covered.
 * @param means sites or budget; locked candidates stay and count towards the means. Fewer sites are returned where more
 *   would cover nothing more. RangeError: negative demand, or means that cannot be (see `statePlacement`).
 */
export function maximalCovering(demand: ArrayLike<number>, within: Reach, means: Means): Coverage {
  if (demand.length !== within.areas) {
    throw new RangeError(`The radius table is of ${within.areas} areas; got ${demand.length} demands.`);
  }
  const lack = knownDemand(demand);
  const brings = Float64Array.from(within.area, (i) => lack[i]);
  const problem = statePlacement(lack, { ...within, brings }, { ...means, maxTeams: 1 });
  const result = bestPlacement(problem);
  return certify(chosen(result.teams), result.met, boundFor(lack, result.bound));
}

/** Demand with unknown as nothing to cover. RangeError: negative or infinite demand. */
export function knownDemand(demand: ArrayLike<number>): Float64Array {
  return Float64Array.from(demand, (d, i) => {
    if (d < 0 || d === Number.POSITIVE_INFINITY) {
      throw new RangeError(`Demand of area ${i + 1} must be 0 or more; got ${d}.`);
    }
    return Number.isNaN(d) ? 0 : d;
  });
}

/** Rounds a bound down to the next whole number where all demand is whole. */
export function boundFor(demand: Float64Array, bound: number): number {
  return demand.every(Number.isInteger) ? Math.floor(bound * (1 + 1e-12) + 1e-6) : bound;
}

export function chosen(teams: ArrayLike<number>): number[] {
  return Array.from(teams, (x, k) => (x > 0 ? k : -1)).filter((k) => k >= 0);
}

export function certify(sites: readonly number[], covered: number, atMost: number): Coverage {
  const bound = Math.max(atMost, covered);
  return { sites, covered, bound, certifiedGap: bound > 0 ? (bound - covered) / bound : 0 };
}
