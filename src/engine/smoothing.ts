// Empirical Bayes: rates of small areas, drawn towards the mean by as much as their own data is thin.
import type { Neighbours } from './neighbours.ts';

/** Smoothed rates, all per person, in the order of the areas; NaN where an area's rate is not known. */
interface SmoothedRates {
  /** r*, between the area's own rate and the mean, never negative. */
  rates: Float64Array;
  /** W in [0, 1]: how much of r* is the area's own data. */
  weights: Float64Array;
}

/** Marshall's global estimate, with the two moments of the prior. */
export interface GlobalSmoothing extends SmoothedRates {
  /** m = ΣO/Σn. */
  mean: number;
  /** A ≥ 0: variance of the true rates between areas. */
  variance: number;
}

/** Each area's window: mean and between-area variance, as well as the smoothed rates. */
export interface LocalSmoothing extends SmoothedRates {
  means: Float64Array;
  variances: Float64Array;
}

/** Parameters of a gamma distribution for each area's true rate: mean shape/rate. NaN where not known. */
export interface GammaPosterior {
  shape: Float64Array;
  rate: Float64Array;
}

type Column = ArrayLike<number>;

/**
 * Global empirical Bayes rates.
 *
 * m = ΣO/Σn; s² = Σ n(r − m)²/Σn; A = max(0, s² − m/n̄); W = A/(A + m/n); r* = W r + (1 − W) m.
 * An area of nobody without events, or with a NaN, has no rate: it gives NaN and no weight to m.
 * With A = 0 every rate is m; without any events every rate is 0 and W is 0.
 *
 * @param counts,populations O ≥ 0 and n ≥ 0; RangeError, naming the area's index, for events among nobody,
 *   negative or infinite input, unequal lengths, or no area with people.
 * Source: Marshall 1991. A is clamped: unclamped, rates can be negative.
 */
export function smoothGlobally(counts: Column, populations: Column): GlobalSmoothing {
  const known = areasWithRates(counts, populations);
  if (known.length === 0) throw new RangeError('No area has people, so no rate can be calculated.');
  const { mean, variance } = priorMoments(counts, populations, known);
  const rates = new Float64Array(counts.length).fill(Number.NaN);
  const weights = new Float64Array(counts.length).fill(Number.NaN);
  for (const i of known) {
    weights[i] = ownWeight(variance, mean, populations[i]);
    rates[i] = weights[i] * (counts[i] / populations[i]) + (1 - weights[i]) * mean;
  }
  return { rates, weights, mean, variance };
}

/**
 * Local empirical Bayes rates: each area is drawn towards the mean of its own window, itself and its neighbours.
 *
 * The formulas are those of `smoothGlobally` with sums over the window (n̄ is the window's mean population).
 * An area without neighbours is its own window, so it keeps its own rate with W = 0.
 * Failure cases as in `smoothGlobally`, and RangeError if the neighbours are of another number of areas.
 * Source: Marshall 1991; the window with the area itself is GeoDa's and esda's definition (Anselin et al. 2006).
 */
export function smoothLocally(counts: Column, populations: Column, neighbours: Neighbours): LocalSmoothing {
  const n = counts.length;
  if (neighbours.offsets.length !== n + 1) {
    throw new RangeError(`There are ${n} areas but neighbours of ${neighbours.offsets.length - 1}.`);
  }
  const known = areasWithRates(counts, populations);
  const hasRate = new Uint8Array(n);
  for (const i of known) hasRate[i] = 1;
  const [rates, weights, means, variances] = [0, 1, 2, 3].map(() => new Float64Array(n).fill(Number.NaN));
  for (const i of known) {
    const withSelf = [i];
    for (let e = neighbours.offsets[i]; e < neighbours.offsets[i + 1]; e++) {
      if (hasRate[neighbours.targets[e]]) withSelf.push(neighbours.targets[e]);
    }
    const { mean, variance } = priorMoments(counts, populations, withSelf);
    means[i] = mean;
    variances[i] = variance;
    weights[i] = ownWeight(variance, mean, populations[i]);
    rates[i] = weights[i] * (counts[i] / populations[i]) + (1 - weights[i]) * mean;
  }
  return { rates, weights, means, variances };
}

/**
 * Assunção-Reis standardised rates, the variable to put into Moran's I where populations differ.
 *
 * b = ΣO/Σn, a = s² − b/n̄ (not clamped), z = (r − b)/√(a + b/n), with b/n alone where a + b/n is not above 0.
 * Unknown areas give NaN, as does every area when there are no events at all. Errors as in `smoothGlobally`.
 * Source: Assunção & Reis 1999.
 */
export function assuncaoReis(counts: Column, populations: Column): Float64Array {
  const known = areasWithRates(counts, populations);
  const z = new Float64Array(counts.length).fill(Number.NaN);
  if (known.length === 0) return z;
  const { mean, excess } = priorMoments(counts, populations, known);
  for (const i of known) {
    const sampling = mean / populations[i];
    const variance = excess + sampling > 0 ? excess + sampling : sampling;
    if (mean > 0) z[i] = (counts[i] / populations[i] - mean) / Math.sqrt(variance);
  }
  return z;
}

/**
 * Posterior of each area's true rate under the global prior, for simulation.
 *
 * θ ~ Gamma(shape m²/A + O, rate m/A + n), whose mean is r*; if A = 0, Gamma(ΣO, Σn) for every area.
 * Pass O/φ and n/φ for counts that vary more than Poisson's. Unknown areas give NaN in both; without any events
 * the shape is 0, a rate of exactly zero. Errors as in `smoothGlobally`. Source: Marshall 1991; Clayton & Kaldor 1987.
 */
export function posterior(counts: Column, populations: Column): GammaPosterior {
  const { mean, variance, weights } = smoothGlobally(counts, populations);
  const shape = new Float64Array(counts.length).fill(Number.NaN);
  const rate = new Float64Array(counts.length).fill(Number.NaN);
  let allEvents = 0;
  let allPeople = 0;
  for (let i = 0; i < counts.length; i++) {
    if (Number.isNaN(weights[i])) continue;
    allEvents += counts[i];
    allPeople += populations[i];
  }
  for (let i = 0; i < counts.length; i++) {
    if (Number.isNaN(weights[i])) continue;
    shape[i] = variance > 0 ? (mean * mean) / variance + counts[i] : allEvents;
    rate[i] = variance > 0 ? mean / variance + populations[i] : allPeople;
  }
  return { shape, rate };
}

/** Areas with people and a known count; refuses input that cannot be a count or a population. */
function areasWithRates(counts: Column, populations: Column): number[] {
  if (counts.length !== populations.length) {
    throw new RangeError(`There are ${counts.length} counts but ${populations.length} populations.`);
  }
  const known: number[] = [];
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i];
    const people = populations[i];
    if (count < 0 || people < 0 || Math.abs(count) === Infinity || people === Infinity) {
      throw new RangeError(
        `Area ${i} has ${count} events among ${people} people; both must be zero or more.`,
      );
    }
    if (people === 0 && count > 0) {
      throw new RangeError(`Area ${i} has ${count} events among a population of 0; correct one of the two.`);
    }
    if (people > 0 && !Number.isNaN(count)) known.push(i);
  }
  return known;
}

/** m, s² − m/n̄ as it comes, and clamped at 0, over some areas that all have people. */
function priorMoments(counts: Column, populations: Column, areas: ArrayLike<number>) {
  let events = 0;
  let people = 0;
  for (let k = 0; k < areas.length; k++) {
    events += counts[areas[k]];
    people += populations[areas[k]];
  }
  const mean = events / people;
  let spread = 0;
  for (let k = 0; k < areas.length; k++) {
    const n = populations[areas[k]];
    spread += n * (counts[areas[k]] / n - mean) ** 2;
  }
  const excess = spread / people - (mean * areas.length) / people;
  return { mean, excess, variance: Math.max(0, excess) };
}

const ownWeight = (variance: number, mean: number, people: number): number =>
  variance === 0 ? 0 : variance / (variance + mean / people);
