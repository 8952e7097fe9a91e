// Counts and rates with their intervals: how often per person, and how sure the count itself makes us.
import { chiSquareQuantile, normalQuantile } from './distributions.ts';

/** Lower and upper end of an interval, in the unit of the estimate. */
export type Interval = [lower: number, upper: number];

/** From this count on Byar's approximation is used, below it the exact chi-square limits. */
const BYAR_FROM = 10;

/**
 * Interval for the mean of a Poisson count.
 *
 * O ≥ 10 (Byar): L = O(1 − 1/(9O) − z/(3√O))³, U = (O+1)(1 − 1/(9(O+1)) + z/(3√(O+1)))³.
 * O < 10 (exact): L = χ²(α/2; 2O)/2, U = χ²(1 − α/2; 2O + 2)/2, and L = 0 at O = 0.
 * O need not be whole (apportioned or overdispersion-scaled counts): both forms are continuous in O.
 *
 * @param count O, events, ≥ 0. NaN (not known) gives [NaN, NaN]; negative or infinite is a RangeError.
 * @param confidence between 0 and 1, exclusive.
 * Source: OHID public health technical guidance; Byar in Breslow & Day 1987, p. 69.
 */
export function countInterval(count: number, confidence = 0.95): Interval {
  const alpha = oneMinus(confidence);
  if (Number.isNaN(count)) return [Number.NaN, Number.NaN];
  requireCount(count);
  if (count < BYAR_FROM) {
    const lower = count === 0 ? 0 : chiSquareQuantile(alpha / 2, 2 * count) / 2;
    return [lower, chiSquareQuantile(1 - alpha / 2, 2 * count + 2) / 2];
  }
  const z = normalQuantile(1 - alpha / 2);
  const above = count + 1;
  return [
    count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3,
    above * (1 - 1 / (9 * above) + z / (3 * Math.sqrt(above))) ** 3,
  ];
}

/**
 * Wilson's score interval for a proportion of `count` out of `total`; inside [0, 1] always.
 *
 * (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n). NaN in, or a total of 0: [NaN, NaN], nothing is known.
 * RangeError for a negative count or total, or a count above its total. Source: Wilson 1927.
 */
export function proportionInterval(count: number, total: number, confidence = 0.95): Interval {
  const alpha = oneMinus(confidence);
  if (Number.isNaN(count) || Number.isNaN(total)) return [Number.NaN, Number.NaN];
  requireCount(count);
  requireCount(total);
  if (count > total) throw new RangeError(`A proportion of ${count} out of ${total} is more than the whole.`);
  if (total === 0) return [Number.NaN, Number.NaN];
  const z = normalQuantile(1 - alpha / 2);
  const share = count / total;
  const pull = (z * z) / total;
  const centre = share + pull / 2;
  const reach = z * Math.sqrt((share * (1 - share)) / total + pull / (4 * total));
  return [
    count === 0 ? 0 : Math.max(0, (centre - reach) / (1 + pull)),
    count === total ? 1 : Math.min(1, (centre + reach) / (1 + pull)),
  ];
}

/** A rate with its interval, in events per `per` people a year. */
export interface Rate {
  rate: number;
  lower: number;
  upper: number;
}

/** What a rate is expressed in, and how much its count varies beyond counting error. */
export interface RateOptions {
  /** Whole months the count covers, ≥ 1. Months that are not complete must not be summed into it. */
  months?: number;
  /** People the rate is per; 1,000 by default, 1 for a rate per person. */
  per?: number;
  confidence?: number;
  /** φ ≥ 1 from `overdispersion`; 1 leaves counting error only. */
  dispersion?: number;
}

/**
 * Rate per 1,000 per year: (O/n)·1000·12/m, with the interval of O carried along.
 *
 * With φ > 1 the interval is that of O/φ over n/φ (Spiegelhalter 2005); the rate itself does not change.
 * An area of nobody without events has no rate: all three are NaN, as they are where O or n is NaN.
 * RangeError for a negative or infinite count or population, and for events among nobody.
 */
export function rateWithInterval(count: number, population: number, options: RateOptions = {}): Rate {
  const { months = 12, per = 1000, confidence = 0.95, dispersion = 1 } = options;
  if (!(Number.isInteger(months) && months >= 1)) {
    throw new RangeError(`A rate needs a whole number of complete months, at least one; got ${months}.`);
  }
  requireDispersion(dispersion);
  const [lower, upper] = countInterval(count / dispersion, confidence);
  requirePopulation(count, population);
  const unknown = Number.isNaN(count) || Number.isNaN(population) || population === 0;
  if (unknown) return { rate: Number.NaN, lower: Number.NaN, upper: Number.NaN };
  const scale = (per * 12) / months / population;
  return { rate: count * scale, lower: lower * dispersion * scale, upper: upper * dispersion * scale };
}

/**
 * Ratio of two Poisson rates (later over earlier) with its interval: the change between two whole windows.
 *
 * Given a + b events, the later count a is binomial with odds of the ratio times the exposures' ratio, so Wilson's
 * interval of a/(a+b), turned into odds, is the ratio's score interval: defined at zero counts, 0 or ∞ at the ends.
 * With φ > 1 the counts enter as a/φ and b/φ. No events at all: every value is NaN, the change cannot be calculated.
 *
 * @param laterExposure,earlierExposure person-time or area-time of each window, > 0.
 * Source: the conditional argument is Przyborowski & Wilenski 1940; score limits as in Graham, Mengersen & Morton 2003.
 */
export function rateRatio(
  later: number,
  laterExposure: number,
  earlier: number,
  earlierExposure: number,
  options: { confidence?: number; dispersion?: number } = {},
): { ratio: number; lower: number; upper: number } {
  const { confidence = 0.95, dispersion = 1 } = options;
  requireDispersion(dispersion);
  if (!(laterExposure > 0 && earlierExposure > 0)) {
    throw new RangeError('A ratio of rates needs an exposure above zero in both windows.');
  }
  if (!Number.isNaN(later)) requireCount(later);
  if (!Number.isNaN(earlier)) requireCount(earlier);
  const [low, high] = proportionInterval(later / dispersion, (later + earlier) / dispersion, confidence);
  const exposures = earlierExposure / laterExposure;
  const odds = (share: number) => (share / (1 - share)) * exposures;
  if (later + earlier === 0) return { ratio: Number.NaN, lower: Number.NaN, upper: Number.NaN };
  return { ratio: (later / earlier) * exposures, lower: odds(low), upper: odds(high) };
}

/**
 * φ: how much more counts vary from one whole year to the next than Poisson counts would. 1 means not at all.
 *
 * Mean over areas of z² = (b − k a)² / (b + k² a), k = Σb/Σa, never below 1. Areas without events in either year
 * say nothing and are left out, as are areas with a NaN. No area left: 1.
 *
 * @param earlier,later a and b: counts of the same areas in the same order. RangeError for unequal lengths,
 *   negative counts, or an earlier year without any events while the later has some.
 * Source: Spiegelhalter 2005; METHOD of this project, counts and intervals.
 */
export function overdispersion(earlier: ArrayLike<number>, later: ArrayLike<number>): number {
  if (earlier.length !== later.length) {
    throw new RangeError(
      `Two years of counts must have the same areas; got ${earlier.length} and ${later.length}.`,
    );
  }
  const known: [number, number][] = [];
  let earlierSum = 0;
  let laterSum = 0;
  for (let i = 0; i < earlier.length; i++) {
    const a = earlier[i];
    const b = later[i];
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    requireCount(a);
    requireCount(b);
    if (a + b === 0) continue;
    known.push([a, b]);
    earlierSum += a;
    laterSum += b;
  }
  if (known.length === 0) return 1;
  if (earlierSum === 0)
    throw new RangeError('The earlier year has no events, so its change cannot be calculated.');
  const growth = laterSum / earlierSum;
  let sum = 0;
  for (const [a, b] of known) {
    const variance = b + growth * growth * a;
    sum += variance > 0 ? (b - growth * a) ** 2 / variance : 0;
  }
  return Math.max(1, sum / known.length);
}

function oneMinus(confidence: number): number {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`A confidence level lies between 0 and 1; got ${confidence}.`);
  }
  return 1 - confidence;
}

function requireCount(count: number): void {
  if (!(count >= 0) || count === Number.POSITIVE_INFINITY) {
    throw new RangeError(`A count of events or people cannot be ${count}; it must be zero or more.`);
  }
}

function requirePopulation(count: number, population: number): void {
  if (Number.isNaN(population)) return;
  requireCount(population);
  if (population === 0 && count > 0) {
    throw new RangeError(`There are ${count} events among a population of 0; correct one of the two.`);
  }
}

function requireDispersion(dispersion: number): void {
  if (!(dispersion >= 1) || dispersion === Number.POSITIVE_INFINITY) {
    throw new RangeError(`Overdispersion is 1 or more; got ${dispersion}.`);
  }
}
