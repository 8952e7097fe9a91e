// Global Moran's I: do areas resemble their neighbours more than chance would have it?
import { deviations } from './deviations.ts';
import { normalTwoSided } from './distributions.ts';
import { type SpatialWeights, spatialLag, weightSums } from './spatialWeights.ts';

/** A statistic with its moments under no clustering, its z and the two-sided normal p. */
export interface AnalyticTest {
  statistic: number;
  expected: number;
  variance: number;
  z: number;
  p: number;
}

/** What is held to be random: who has which value (randomisation), or values drawn from one normal. */
export type NullHypothesis = 'randomisation' | 'normality';

/**
 * Global Moran's I with its analytic test.
 *
 * I = (n/S0) Σ_i z_i Σ_j w_ij z_j / Σ z_i², E(I) = −1/(n − 1), variance by Cliff & Ord under either hypothesis.
 * Areas without neighbours add nothing to S0 and are not counted in n, but their values stay in the mean, in Σz² and in
 * the kurtosis.
 *
 * @param values one per area, in any unit; see `deviations` for what is refused. RangeError also when fewer than four
 *   areas have neighbours, as the variance under randomisation needs four.
 * Source: Moran 1950; Cliff & Ord 1981, pp. 42-46.
 */
export function globalMoran(
  values: ArrayLike<number>,
  weights: SpatialWeights,
  under: NullHypothesis = 'randomisation',
): AnalyticTest {
  const { z, sumSquares, sumFourths } = deviations(values, weights);
  const { s0, s1, s2, connected: n } = weightSums(weights);
  requireConnected(n);
  const statistic = ((n / s0) * crossProduct(z, spatialLag(weights, z))) / sumSquares;
  const expected = -1 / (n - 1);
  const square = s0 * s0;
  let variance = (n * n * s1 - n * s2 + 3 * square) / (square * (n * n - 1)) - expected ** 2;
  if (under === 'randomisation') {
    const kurtosis = (z.length * sumFourths) / (sumSquares * sumSquares);
    const spread = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * square);
    const peaked = kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * square);
    variance = (spread - peaked) / ((n - 1) * (n - 2) * (n - 3) * square) - expected ** 2;
  }
  return analyticTest(statistic, expected, variance);
}

/**
 * z and two-sided p of a statistic with these moments. Where everybody is everybody's neighbour the statistic cannot
 * vary; its variance is then zero but for rounding, is given as 0, and z and p are not known. With few areas and islands
 * among them the formulas can give less than zero, which is no variance: it is not known either (NaN).
 */
export function analyticTest(statistic: number, expected: number, variance: number): AnalyticTest {
  const rounding = 1e-12 * expected * expected;
  const varies = variance > rounding;
  const z = varies ? (statistic - expected) / Math.sqrt(variance) : Number.NaN;
  const given = varies ? variance : variance < -rounding ? Number.NaN : 0;
  return { statistic, expected, variance: given, z, p: normalTwoSided(z) };
}

/** RangeError unless enough areas have neighbours for the moments to exist. */
export function requireConnected(connected: number): void {
  if (connected < 4) {
    throw new RangeError(`A global test needs at least four areas with neighbours; ${connected} have any.`);
  }
}

function crossProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
