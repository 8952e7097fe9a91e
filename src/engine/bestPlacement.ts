// The whole search for a placement: greedy, swaps, bound, and where the bound leaves room, ruin and recreate and branch and bound.
import { greedyPlacement, improveBySwaps } from './greedySwap.ts';
import type { Bounded } from './lagrangianBound.ts';
import { boundPlacement } from './lagrangianBound.ts';
import type { Placement } from './placement.ts';
import { ruinAndRecreate } from './ruinRecreate.ts';
import { searchWhole } from './wholeSearch.ts';

/** Less than this share from the bound, a placement is the best but for rounding. */
const BEST = 1e-6;
/** Less than this share from the bound, leaving a local best by chance is not worth the reader's time. */
const GOOD_ENOUGH = 1e-3;

/**
 * The best placement found and an upper bound on what any can meet. Deterministic. A problem small enough to be searched
 * whole has its best placement, and the bound is what that meets.
 */
export function bestPlacement(problem: Placement): Bounded {
  const first = improveBySwaps(problem, greedyPlacement(problem));
  const bounded = boundPlacement(problem, first);
  const room = bounded.bound - bounded.met;
  if (room <= BEST * bounded.bound) return bounded;
  const near = room <= GOOD_ENOUGH * bounded.bound ? bounded.teams : ruinAndRecreate(problem, bounded.teams);
  const searched = searchWhole(problem, near);
  if (searched.whole) return { teams: searched.teams, met: searched.met, bound: searched.met };
  return { teams: searched.teams, met: searched.met, bound: Math.max(bounded.bound, searched.met) };
}
