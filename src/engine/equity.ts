// Equity of provision: does more of it reach the places where need is greater?
import { meanRanks, spearman } from './ranks.ts';

/** How provision follows need. Every sign is the same way round: above zero, the needier have more. */
export interface Equity {
  /** Spearman's correlation of need and access: territorial justice; 1 when provision ranks as need does. */
  spearman: number;
  /** Slope index: access expected at the greatest need less at the least, in the unit of access. */
  slope: number;
  /** Concentration index in (−1, 1): 0 when access does not vary with need. */
  concentration: number;
  /** True where the slope is above zero, false where it is below, null where it is zero or not known. */
  favoursNeedier: boolean | null;
}

/**
 * Slope index, concentration index and Spearman's correlation of access over need.
 *
 * Areas are put in order of need, least first; each stands at the middle of its eligible people's share, x_i in (0, 1),
 * equal needs sharing one place. Slope: weighted least squares of access on x, weights the eligible people.
 * Concentration: 2 cov(access, x)/mean access, both weighted. Spearman is not weighted.
 * Areas with an unknown need or access, or without eligible people, are left out. Fewer than two needs, or no access
 * anywhere (for the concentration index): NaN. RangeError for unequal lengths, negative access or negative people.
 * Source: Pamuk 1985 (slope); Kakwani, Wagstaff & van Doorslaer 1997 (concentration); Spearman 1904.
 */
export function equityOf(areas: {
  need: ArrayLike<number>;
  access: ArrayLike<number>;
  eligible: ArrayLike<number>;
}): Equity {
  const { need, access, eligible } = areas;
  if (need.length !== access.length || need.length !== eligible.length) {
    throw new RangeError('Need, access and eligible people must be of the same areas.');
  }
  const known: number[] = [];
  for (let i = 0; i < need.length; i++) {
    if (access[i] < 0 || eligible[i] < 0) {
      throw new RangeError(
        `Area ${i} has less than no access or less than no people; both must be zero or more.`,
      );
    }
    if (eligible[i] > 0 && !Number.isNaN(need[i]) && !Number.isNaN(access[i])) known.push(i);
  }
  const ranks = meanRanks(known.map((i) => need[i]));
  const position = positionsByNeed(known, ranks, eligible);
  const { mean, covariance, variance } = weightedMoments(known, access, position, eligible);
  const slope = variance > 0 ? covariance / variance : Number.NaN;
  const concentration = variance > 0 && mean > 0 ? (2 * covariance) / mean : Number.NaN;
  return {
    spearman: spearman(
      known.map((i) => need[i]),
      known.map((i) => access[i]),
    ),
    slope,
    concentration,
    favoursNeedier: slope > 0 ? true : slope < 0 ? false : null,
  };
}

/** Middle of each area's share of people in order of need, equal needs together. */
function positionsByNeed(known: number[], ranks: Float64Array, eligible: ArrayLike<number>): Float64Array {
  const order = known.map((_, k) => k).sort((a, b) => ranks[a] - ranks[b]);
  const people = known.reduce((sum, i) => sum + eligible[i], 0);
  const position = new Float64Array(known.length);
  let before = 0;
  let first = 0;
  while (first < order.length) {
    let next = first;
    let group = 0;
    while (next < order.length && ranks[order[next]] === ranks[order[first]]) {
      group += eligible[known[order[next++]]];
    }
    for (let k = first; k < next; k++) position[order[k]] = (before + group / 2) / people;
    before += group;
    first = next;
  }
  return position;
}

function weightedMoments(
  known: number[],
  access: ArrayLike<number>,
  position: Float64Array,
  eligible: ArrayLike<number>,
) {
  const people = known.reduce((sum, i) => sum + eligible[i], 0);
  const mean = known.reduce((sum, i) => sum + eligible[i] * access[i], 0) / people;
  let covariance = 0;
  let variance = 0;
  for (let k = 0; k < known.length; k++) {
    // The weighted mean of the positions is one half, by construction.
    const away = position[k] - 0.5;
    covariance += (eligible[known[k]] / people) * (access[known[k]] - mean) * away;
    variance += (eligible[known[k]] / people) * away * away;
  }
  // Access that is the same everywhere must not favour anyone by a rounding error.
  if (Math.abs(covariance) < 1e-14 * mean) covariance = 0;
  return { mean, covariance, variance: variance > 1e-15 ? variance : 0 };
}
