// Getting a placement out of a local best: take some teams out by chance, fill up greedily, swap again, keep what is better.
import { greedyPlacement, improveBySwaps } from './greedySwap.ts';
import type { Placement } from './placement.ts';
import { met } from './placement.ts';
import { createRandom } from './random.ts';

const ROUNDS = 12;
/** Fixed, so that the same problem always has the same answer. */
const SEED = 20191119;

/**
 * Iterated local search: a third of the free teams (at least two) out, greedy, swaps; the better placement stays.
 * Never worse than what it was given. Source: Schrimpf et al. 2000 (ruin and recreate).
 */
export function ruinAndRecreate(problem: Placement, from: Int32Array): Int32Array {
  const random = createRandom(SEED);
  let best = from;
  let bestMet = met(problem, best);
  for (let round = 0; round < ROUNDS; round++) {
    const ruined = best.slice();
    const free: number[] = [];
    for (let k = 0; k < best.length; k++) for (let x = problem.locked[k]; x < best[k]; x++) free.push(k);
    if (free.length < 2) return best;
    const out = Math.max(2, Math.round(free.length / 3));
    for (let taken = 0; taken < out; taken++) {
      const at = random.below(free.length);
      ruined[free[at]]--;
      free[at] = free[free.length - 1];
      free.pop();
    }
    const again = improveBySwaps(problem, greedyPlacement(problem, ruined));
    const value = met(problem, again);
    if (value > bestMet) {
      best = again;
      bestMet = value;
    }
  }
  return best;
}
