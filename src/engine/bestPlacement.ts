// The whole search for a placement: greedy, swaps, bound, and ruin and recreate where the bound leaves room.
import { greedyPlacement, improveBySwaps } from './greedySwap.ts';
import type { Bounded } from './lagrangianBound.ts';
import { boundPlacement } from './lagrangianBound.ts';
import type { Placement } from './placement.ts';
import { met } from './placement.ts';
import { ruinAndRecreate } from './ruinRecreate.ts';

/** Less than this share from the bound, looking further is not worth the reader's time. */
const GOOD_ENOUGH = 1e-3;

/** The best placement found and an upper bound on what any can meet. Deterministic. */
export function bestPlacement(problem: Placement): Bounded {
  const first = improveBySwaps(problem, greedyPlacement(problem));
  const bounded = boundPlacement(problem, first);
  if (bounded.bound - bounded.met <= GOOD_ENOUGH * bounded.bound) return bounded;
  const teams = ruinAndRecreate(problem, bounded.teams);
  const value = met(problem, teams);
  return { teams, met: value, bound: Math.max(bounded.bound, value) };
}
