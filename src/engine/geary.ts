// Geary's C: how much areas differ from their neighbours; below 1 they resemble each other.
import { deviations } from './deviations.ts';
import { type AnalyticTest, analyticTest, type NullHypothesis, requireConnected } from './moran.ts';
import { type SpatialWeights, weightSums } from './spatialWeights.ts';

/**
 * Geary's C with its analytic test.
 *
 * C = (n − 1)/(2 S0) Σ_ij w_ij (x_i − x_j)² / Σ z_i², E(C) = 1, variance by Cliff & Ord. The sign of z is turned,
 * z = (1 − C)/√variance, so that a positive z means alike, as with Moran's I. n counts areas with neighbours.
 * Failure cases as in `globalMoran`. Source: Geary 1954; Cliff & Ord 1981, pp. 14, 17.
 */
export function geary(
  values: ArrayLike<number>,
  weights: SpatialWeights,
  under: NullHypothesis = 'randomisation',
): AnalyticTest {
  const { z, sumSquares, sumFourths } = deviations(values, weights);
  const { s0, s1, s2, connected: n } = weightSums(weights);
  requireConnected(n);
  const { offsets, targets } = weights.neighbours;
  let differences = 0;
  for (let i = 0; i < z.length; i++) {
    for (let e = offsets[i]; e < offsets[i + 1]; e++) {
      differences += weights.values[e] * (z[i] - z[targets[e]]) ** 2;
    }
  }
  const statistic = ((n - 1) * differences) / (2 * s0 * sumSquares);
  const square = s0 * s0;
  let variance = ((2 * s1 + s2) * (n - 1) - 4 * square) / (2 * (n + 1) * square);
  if (under === 'randomisation') {
    // With islands the reference counts all areas in the terms linear in n; the same here, so that figures agree.
    const all = z.length;
    const kurtosis = (n * sumFourths) / (sumSquares * sumSquares);
    const pairs = (n - 1) * s1 * (n * n - 3 * all + 3 - kurtosis * (n - 1));
    const rows = 0.25 * (n - 1) * s2 * (n * n + 3 * all - 6 - kurtosis * (n * n - all + 2));
    const whole = square * (n * n - 3 - kurtosis * (n - 1) ** 2);
    variance = (pairs - rows + whole) / (all * (n - 2) * (n - 3) * square);
  }
  const test = analyticTest(statistic, 1, variance);
  return { ...test, z: -test.z };
}
