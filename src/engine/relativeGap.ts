// Need beside provision on scales without a unit: the difference of percentiles, and the 3 × 3 class.
import { meanRanks, percentiles } from './ranks.ts';

/** What `needProvisionClass` gives an area that is not known. */
export const CLASS_UNKNOWN = 255;

/**
 * percentile(need) - percentile(access), -100 to 100: above zero, need stands higher among the areas than provision does.
 * Both percentiles are taken over the areas where both are known; the others are NaN. RangeError: unequal lengths.
 */
export function relativeGap(need: ArrayLike<number>, access: ArrayLike<number>): Float64Array {
  const [knownNeed, knownAccess] = bothKnown(need, access);
  const accessPercentile = percentiles(knownAccess);
  return percentiles(knownNeed).map((percentile, i) => percentile - accessPercentile[i]);
}

/**
 * 3 × 3 class: need third × 3 + provision third, each 0 low, 1 middle, 2 high; so 6 is high need and low provision.
 * Thirds are of the areas where both are known, by (mean rank - ½) / n against 1/3 and 2/3: equal values are always in the
 * same third, and where all are equal they are in the middle one. 255 where either is not known.
 */
export function needProvisionClass(need: ArrayLike<number>, access: ArrayLike<number>): Uint8Array {
  const [knownNeed, knownAccess] = bothKnown(need, access);
  const needThird = thirds(knownNeed);
  const accessThird = thirds(knownAccess);
  return needThird.map((third, i) => (third === CLASS_UNKNOWN ? CLASS_UNKNOWN : third * 3 + accessThird[i]));
}

function thirds(values: Float64Array): Uint8Array {
  const ranks = meanRanks(values);
  const n = ranks.reduce((known, rank) => (Number.isNaN(rank) ? known : known + 1), 0);
  return Uint8Array.from(ranks, (rank) => {
    if (Number.isNaN(rank)) return CLASS_UNKNOWN;
    // In whole half-ranks, so that a value at exactly a third falls on the same side on every machine.
    const halfRanks = 3 * (2 * rank - 1);
    return halfRanks < 2 * n ? 0 : halfRanks < 4 * n ? 1 : 2;
  });
}

function bothKnown(need: ArrayLike<number>, access: ArrayLike<number>): [Float64Array, Float64Array] {
  if (need.length !== access.length) {
    throw new RangeError(
      `Need and provision must be of the same areas; got ${need.length} and ${access.length}.`,
    );
  }
  const either = (i: number): boolean => Number.isNaN(need[i]) || Number.isNaN(access[i]);
  return [
    Float64Array.from(need, (value, i) => (either(i) ? Number.NaN : value)),
    Float64Array.from(access, (value, i) => (either(i) ? Number.NaN : value)),
  ];
}
