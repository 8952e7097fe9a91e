// The gap: places need calls for, less places that reach people; by fair share, by a norm, or on a plan's fixed yardstick.

export interface Gap {
  /** T_i: places a year need calls for. NaN where the area is not known. */
  readonly target: Float64Array;
  /** T_i - A_i E_i: above zero, more need than provision reaches. NaN where the area is not known. */
  readonly gap: Float64Array;
  /** ν: places per eligible person at mean need that the targets were made with. */
  readonly yardstick: number;
  /** C: places that reach the known areas. */
  readonly totalPlaces: number;
  /** ΣT over the known areas. */
  readonly totalTarget: number;
  /** Σ max(0, gap): places that are missing. */
  readonly unmetPlaces: number;
  /** U = Σ max(0, gap) / ΣT, in [0, 1]; NaN where ΣT is 0. */
  readonly unmetShare: number;
}

/**
 * Gap against a fair share of the places that exist (proportionate universalism):
 * T_i = C · N_i E_i / Σ N_k E_k with C = Σ A_k E_k, gap_i = T_i - A_i E_i.
 *
 * Laws: Σ gap = 0; multiplying all need by a constant changes nothing; the order of areas does not matter;
 * U = Σ|gap| / 2C, the share of places that would have to move for provision to follow need.
 *
 * @param need N_i, on a ratio scale (1 = the region's mean), 0 or more.
 * @param eligible E_i, eligible people, 0 or more.
 * @param places A_i E_i, places a year that reach the area, 0 or more.
 * An area with NaN in any of the three is not known: it is left out of C and of every sum, and its gap is NaN.
 * Where no known area has both need and people, no share is defined: yardstick, targets and U are NaN.
 * RangeError: a negative figure, columns of unequal length. Source: Marmot review 2010 (the principle); METHOD §5.
 */
export function fairShareGap(
  need: ArrayLike<number>,
  eligible: ArrayLike<number>,
  places: ArrayLike<number>,
): Gap {
  return gapAgainst(need, eligible, places, fairYardstick(need, eligible, places));
}

/**
 * ν = C / Σ N E over the known areas: today's places per eligible person at mean need. A plan is judged with this held
 * fixed, so that a new team can only close gaps. NaN where no known area has both need and people.
 */
export function fairYardstick(
  need: ArrayLike<number>,
  eligible: ArrayLike<number>,
  places: ArrayLike<number>,
): number {
  requireColumns(need, eligible, places);
  let total = 0;
  let weightedNeed = 0;
  for (let i = 0; i < need.length; i++) {
    const calls = need[i] * eligible[i];
    if (Number.isNaN(calls + places[i])) continue;
    total += places[i];
    weightedNeed += calls;
  }
  return weightedNeed > 0 ? total / weightedNeed : Number.NaN;
}

/**
 * Gap against a yardstick ν, in places per eligible person at mean need: T_i = ν N_i E_i. With a commissioner's norm Σ gap
 * is the shortfall; with today's `fairYardstick` it is the fair share, and stays it while a plan changes the places.
 * Unknown areas and failures as in `fairShareGap`; RangeError: a negative ν.
 */
export function gapAgainst(
  need: ArrayLike<number>,
  eligible: ArrayLike<number>,
  places: ArrayLike<number>,
  yardstick: number,
): Gap {
  requireColumns(need, eligible, places);
  if (yardstick < 0)
    throw new RangeError(`The norm must be 0 or more places per eligible person; got ${yardstick}.`);
  const target = new Float64Array(need.length);
  const gap = new Float64Array(need.length);
  let totalPlaces = 0;
  let totalTarget = 0;
  let unmetPlaces = 0;
  for (let i = 0; i < need.length; i++) {
    const known = !Number.isNaN(need[i] * eligible[i] + places[i]);
    target[i] = known ? yardstick * need[i] * eligible[i] : Number.NaN;
    gap[i] = target[i] - places[i];
    if (!known) continue;
    totalPlaces += places[i];
    totalTarget += target[i];
    if (gap[i] > 0) unmetPlaces += gap[i];
  }
  const unmetShare = totalTarget > 0 ? unmetPlaces / totalTarget : Number.NaN;
  if (Number.isNaN(yardstick)) unmetPlaces = Number.NaN;
  return { target, gap, yardstick, totalPlaces, totalTarget, unmetPlaces, unmetShare };
}

function requireColumns(
  need: ArrayLike<number>,
  eligible: ArrayLike<number>,
  places: ArrayLike<number>,
): void {
  if (need.length !== eligible.length || need.length !== places.length) {
    throw new RangeError(
      `Need, eligible people and places must be of the same areas; got ${need.length}, ${eligible.length} and ${places.length}.`,
    );
  }
  for (let i = 0; i < need.length; i++) {
    if (need[i] < 0 || eligible[i] < 0 || places[i] < 0) {
      throw new RangeError(
        `Area ${i + 1}: need, eligible people and places must be 0 or more; got ${need[i]}, ${eligible[i]} and ${places[i]}.`,
      );
    }
  }
}
