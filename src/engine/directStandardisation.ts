// Directly standardised rates: what an area's rate would be had it the standard population's ages.
import { countInterval, type Rate } from './rates.ts';

/** Below this many events a standardised rate is withheld: its weights then rest on almost nothing. */
const FEWEST_EVENTS_TO_STANDARDISE = 10;

/**
 * Directly standardised rate with Dobson's interval.
 *
 * rate = Σ w_k O_k/n_k / Σ w_k; variance = Σ w_k² O_k/n_k² / (Σ w_k)²; with O = Σ O_k and its Byar limits L, U:
 * lower = rate + √(variance/O)·(L − O), upper likewise with U. All times `per`.
 *
 * @param counts,populations,standard events, people and standard people per stratum, all the same length.
 * @returns null when there are fewer than 10 events (withheld, which is not the same as unknown).
 *   RangeError for unequal lengths, no strata, a stratum of weight above 0 but nobody in it, or a negative or NaN input.
 * Source: OHID public health technical guidance; Dobson, Kuulasmaa, Eberle & Scherer 1991.
 */
export function directlyStandardisedRate(
  counts: ArrayLike<number>,
  populations: ArrayLike<number>,
  standard: ArrayLike<number>,
  per = 1000,
  confidence = 0.95,
): Rate | null {
  if (counts.length !== populations.length || counts.length !== standard.length || counts.length === 0) {
    throw new RangeError('A standardised rate needs the same age bands, at least one, in all three columns.');
  }
  let events = 0;
  let weights = 0;
  let rate = 0;
  let variance = 0;
  for (let k = 0; k < counts.length; k++) {
    if (!(counts[k] >= 0 && populations[k] >= 0 && standard[k] >= 0)) {
      throw new RangeError(`Age band ${k} has a count, population or standard that is not zero or more.`);
    }
    if (populations[k] === 0 && (standard[k] > 0 || counts[k] > 0)) {
      throw new RangeError(
        `Age band ${k} has nobody in it, so its rate cannot be calculated; merge it with another.`,
      );
    }
    events += counts[k];
    weights += standard[k];
    if (populations[k] === 0) continue;
    rate += (standard[k] * counts[k]) / populations[k];
    variance += (standard[k] / populations[k]) ** 2 * counts[k];
  }
  if (weights === 0) throw new RangeError('The standard population is empty.');
  if (events < FEWEST_EVENTS_TO_STANDARDISE) return null;
  const [lower, upper] = countInterval(events, confidence);
  const step = Math.sqrt(variance / events) / weights;
  return {
    rate: (rate / weights) * per,
    lower: (rate / weights + step * (lower - events)) * per,
    upper: (rate / weights + step * (upper - events)) * per,
  };
}
