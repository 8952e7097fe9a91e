// Measures on a common scale, and their weighted mean: for display and classes, never for a fair share.
import type { Aggregation, Standardisation } from '../domain/question.ts';
import { meanRanks, percentiles } from './ranks.ts';

/** The constant of the Indices of Deprivation: what share of a perfect score one domain alone can give. */
const CANCELLATION = 23;

/**
 * A measure on the chosen scale, the highest value highest; NaN (not known) stays NaN and is left out of the scaling.
 *
 * percentile: 100 (rank − 1)/(n − 1), ties sharing their mean rank, a single value at 50;
 * z: (x − mean)/standard deviation with divisor n; minmax: (x − min)/(max − min), from 0 to 1;
 * exponential: `exponentialOfRank` of rank/n, from near 0 to 100.
 * Values that are all alike have no spread: 50 on percentiles, 0 as z, .5 as minmax; the exponential of the mean rank.
 * RangeError, naming the position, for an infinite value.
 */
export function standardise(values: ArrayLike<number>, how: Standardisation): Float64Array {
  for (let i = 0; i < values.length; i++) {
    if (Math.abs(values[i]) === Number.POSITIVE_INFINITY) {
      throw new RangeError(`The value of area ${i} is infinite, so it has no place on a scale.`);
    }
  }
  switch (how) {
    case 'percentile':
      return percentiles(values);
    case 'z':
      return zScore(values);
    case 'minmax':
      return minMax(values);
    case 'exponential': {
      const n = knownCount(values);
      return meanRanks(values).map((rank) => exponentialOfRank(rank / n));
    }
  }
}

function zScore(values: ArrayLike<number>): Float64Array {
  const n = knownCount(values);
  const known = (i: number): number => (Number.isNaN(values[i]) ? 0 : values[i]);
  let sum = 0;
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    sum += known(i);
    largest = Math.max(largest, Math.abs(known(i)));
  }
  const mean = sum / n;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += Number.isNaN(values[i]) ? 0 : (values[i] - mean) ** 2;
  const deviation = Math.sqrt(squares / n);
  const flat = !(deviation > largest * 1e-14);
  return Float64Array.from(values, (x) => (Number.isNaN(x) ? x : flat ? 0 : (x - mean) / deviation));
}

function minMax(values: ArrayLike<number>): Float64Array {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    if (values[i] < least) least = values[i];
    if (values[i] > most) most = values[i];
  }
  const flat = most === least;
  return Float64Array.from(values, (x) => (Number.isNaN(x) ? x : flat ? 0.5 : (x - least) / (most - least)));
}

/**
 * The exponential transformation of the Indices of Deprivation: X = −23 ln(1 − R (1 − e^(−100/23))).
 * R = .5 gives 15.6468, .9 gives 50.4267, 1 gives 100: the most deprived tenth fills half the scale.
 *
 * @param scaledRank R in (0, 1], 1 the most deprived. NaN gives NaN; RangeError outside.
 * Source: English Indices of Deprivation, technical report (MHCLG), domain transformation.
 */
export function exponentialOfRank(scaledRank: number): number {
  if (scaledRank <= 0 || scaledRank > 1) {
    throw new RangeError(`A scaled rank lies above 0 and up to 1; got ${scaledRank}.`);
  }
  return -CANCELLATION * Math.log1p(scaledRank * Math.expm1(-100 / CANCELLATION));
}

/**
 * Weighted mean of standardised columns, area by area: Σ w x / Σ w, or Π x^(w/Σw), which lets a high measure
 * make up for a low one less. NaN where any column of weight above 0 is not known.
 *
 * @param columns one per measure, all of the same areas; weights ≥ 0, one per column, not all 0.
 *   RangeError otherwise, and for a geometric mean of values below 0, such as z-scores.
 */
export function aggregate(
  columns: readonly ArrayLike<number>[],
  weights: ArrayLike<number>,
  how: Aggregation,
): Float64Array {
  if (columns.length === 0 || columns.length !== weights.length) {
    throw new RangeError(
      `Each measure needs a weight; got ${columns.length} measures and ${weights.length} weights.`,
    );
  }
  const n = columns[0].length;
  let total = 0;
  for (let k = 0; k < columns.length; k++) {
    if (columns[k].length !== n) throw new RangeError('All measures must be of the same areas.');
    if (!(weights[k] >= 0 && weights[k] < Infinity)) {
      throw new RangeError(`The weight of measure ${k} is ${weights[k]}; it must be zero or more.`);
    }
    total += weights[k];
  }
  if (total === 0) throw new RangeError('At least one measure needs a weight above zero.');
  const result = new Float64Array(n);
  for (let k = 0; k < columns.length; k++) {
    const share = weights[k] / total;
    if (share === 0) continue;
    for (let i = 0; i < n; i++) {
      const x = columns[k][i];
      if (how === 'geometric' && x < 0) {
        throw new RangeError(
          'A geometric mean needs values of zero or more: choose another scale than z-scores.',
        );
      }
      result[i] += share * (how === 'geometric' ? Math.log(x) : x);
    }
  }
  return how === 'geometric' ? result.map(Math.exp) : result;
}

function knownCount(values: ArrayLike<number>): number {
  let known = 0;
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i])) known++;
  return known;
}
