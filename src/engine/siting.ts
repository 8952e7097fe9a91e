// Closing the gap: where new teams would meet most of the places that are missing, and how far from the best that is.
import type { SiteContributions } from './access.ts';
import { bestPlacement } from './bestPlacement.ts';
import type { Means } from './placement.ts';
import { lacking, statePlacement } from './placement.ts';

export interface Siting {
  /** Indices of the candidates that get a team, ascending. */
  readonly sites: readonly number[];
  /** Teams by candidate. */
  readonly teams: Int32Array;
  /** Σ max(0, gap) before any team, places a year. */
  readonly unmetBefore: number;
  /** The same with the teams. */
  readonly unmetAfter: number;
  /** No choice within the means leaves less unmet than this. */
  readonly bound: number;
  /**
   * (best possible closing - closing) / best possible closing, with best possible closing = unmetBefore - bound; 0 to 1.
   * "At most this share of what could be closed is left on the table." 0 where nothing can be closed.
   */
  readonly certifiedGap: number;
}

/**
 * Minimises Σ_i max(0, gap_i - Σ_k g_ik x_k) over whole teams x_k at the candidates. In E2SFCA a new site changes nobody
 * else's share, so g is fixed in advance. Search and bound as in `bestPlacement`.
 *
 * @param gap by area, places a year, from `gapAgainst` with a fixed yardstick; NaN is not known and is left out of both sums.
 * @param offers g_ik, places a year that one team at candidate k brings to area i: `siteContributions` of the candidates.
 * @param means at most `sites` teams in all, or a `budget` with a `cost` per team; `maxTeams` at one candidate (1 unless
 *   told); `locked` candidates keep their first team, counted towards the means. RangeError: a contribution that is
 *   negative or not known, or means that cannot be (see `statePlacement`).
 */
export function closeGap(gap: ArrayLike<number>, offers: SiteContributions, means: Means): Siting {
  if (gap.length !== offers.areas) {
    throw new RangeError(`The contributions are of ${offers.areas} areas; got ${gap.length} gaps.`);
  }
  for (const places of offers.places) {
    if (!(places >= 0 && places < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`A candidate must bring 0 or more places to an area; got ${places}.`);
    }
  }
  const lack = Float64Array.from(gap, (g) => (g > 0 ? g : 0));
  const problem = statePlacement(lack, { ...offers, brings: offers.places }, means);
  const { teams, bound } = bestPlacement(problem);

  const unmetBefore = lack.reduce((total, h) => total + h, 0);
  const unmetAfter = lacking(problem, teams).reduce((total, h) => total + h, 0);
  const closed = unmetBefore - unmetAfter;
  const couldClose = Math.max(bound, closed);
  return {
    sites: Array.from(teams, (x, k) => (x > 0 ? k : -1)).filter((k) => k >= 0),
    teams,
    unmetBefore,
    unmetAfter,
    bound: Math.max(0, unmetBefore - couldClose),
    certifiedGap: couldClose > 0 ? Math.min(1, (couldClose - closed) / couldClose) : 0,
  };
}

/**
 * Selection frequency: the share of draws in which each candidate is chosen. A candidate chosen in 95 % of them is a
 * no-regret buy. The idea is Marxan's (Ball, Possingham & Watts 2009).
 * @param candidates how many there are. @param draws how many times to choose, 1 or more.
 * @param choose the indices chosen in one draw.
 * @returns by candidate, 0 to 1.
 */
export function selectionFrequency(
  candidates: number,
  draws: number,
  choose: (draw: number) => readonly number[],
): Float64Array {
  if (!(Number.isInteger(draws) && draws >= 1)) {
    throw new RangeError(`The number of draws must be a whole number of 1 or more; got ${draws}.`);
  }
  const times = new Float64Array(candidates);
  for (let draw = 0; draw < draws; draw++) {
    for (const k of new Set(choose(draw))) {
      if (!(k >= 0 && k < candidates))
        throw new RangeError(`Draw ${draw + 1} chose candidate ${k}, which does not exist.`);
      times[k]++;
    }
  }
  return times.map((count) => count / draws);
}
