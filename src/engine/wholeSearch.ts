// Small problems searched whole: branch and bound over the candidates, so that their best placement is known and not only bounded.
import type { Placement } from './placement.ts';
import { exceeds, lacking, met, spending } from './placement.ts';

export interface Searched {
  /** The best teams found; those given, unless others meet more. */
  readonly teams: Int32Array;
  /** What they meet. */
  readonly met: number;
  /** Whether nothing was left unsearched: no placement within the means meets more. */
  readonly whole: boolean;
}

/** Table entries looked at before giving up: some tens of milliseconds, whatever the size of the problem. */
const MOST_WORK = 10_000_000;
/** Two placements that differ by less than this share of all that is lacking are equally good. */
const EQUAL = 1e-12;

/**
 * The best placement by branch and bound, from a good one. A branch takes one more team at the candidate of most gain for
 * its cost, or none there any more. As gains only shrink while teams are added, what a branch can still meet is at most
 * the gains of today, taken by gain for cost until the means are spent, the last in part; a branch that cannot beat the
 * best known placement is left. Deterministic; `whole` is false where `mostWork` did not suffice.
 *
 * @param from teams within the means, the locked ones among them.
 * Source: Land & Doig 1960; the bound is that of Nemhauser, Wolsey & Fisher 1978 for submodular functions.
 */
export function searchWhole(problem: Placement, from: Int32Array, mostWork = MOST_WORK): Searched {
  const { lack, start, area, brings, cost, budget, maxTeams } = problem;
  const tolerance = EQUAL * lack.reduce((total, h) => total + h, 0);
  let best = from;
  let bestMet = met(problem, from);
  let work = 0;

  const gain = (left: Float64Array, k: number): number => {
    let more = 0;
    for (let t = start[k]; t < start[k + 1]; t++) more += Math.min(brings[t], left[area[t]]);
    work += start[k + 1] - start[k] + 1;
    return more;
  };

  const visit = (teams: Int32Array, left: Float64Array, metNow: number, open: readonly number[]): void => {
    if (work > mostWork) return;
    if (metNow > bestMet + tolerance) {
      best = teams.slice();
      bestMet = metNow;
    }
    const spent = spending(problem, teams);
    const offers = open
      .filter((k) => teams[k] < maxTeams && !exceeds(spent + cost[k], budget))
      .map((k) => ({ k, gain: gain(left, k) }))
      .filter((offer) => offer.gain > tolerance);
    const rate = (offer: { k: number; gain: number }) =>
      cost[offer.k] > 0 ? offer.gain / cost[offer.k] : Number.POSITIVE_INFINITY;
    offers.sort((a, b) => (rate(a) === rate(b) ? a.k - b.k : rate(b) - rate(a)));

    let money = budget - spent;
    let most = metNow;
    for (const offer of offers) {
      const room = maxTeams - teams[offer.k];
      // What is left of the money after .1 + .2 is off in its last digit: never less than one team that was found affordable.
      const share = cost[offer.k] > 0 ? Math.min(room, Math.max(0, money / cost[offer.k])) : room;
      const x = Math.abs(share - Math.round(share)) < 1e-6 ? Math.max(share, Math.round(share)) : share;
      most += x * offer.gain;
      money -= x * cost[offer.k];
    }
    if (offers.length === 0 || most <= bestMet + tolerance) return;

    const [first, ...others] = offers;
    const fewer = left.slice();
    for (let t = start[first.k]; t < start[first.k + 1]; t++)
      fewer[area[t]] = Math.max(0, fewer[area[t]] - brings[t]);
    work += left.length;
    const rest = others.map((offer) => offer.k);
    teams[first.k]++;
    visit(teams, fewer, metNow + first.gain, [first.k, ...rest]);
    teams[first.k]--;
    visit(teams, left, metNow, rest);
  };

  const locked = problem.locked.slice();
  const left = lacking(problem, locked);
  visit(
    locked,
    left,
    met(problem, locked),
    Array.from(cost, (_, k) => k),
  );
  return { teams: best, met: met(problem, best), whole: work <= mostWork };
}
