// Getis & Ord's local statistics: where high values, or low ones, gather.
import { deviations } from './deviations.ts';
import { normalTwoSided } from './distributions.ts';
import { conditionalLag, type LocalTest } from './localMoran.ts';
import { type PermutationOptions, permuteLags, twoSidedPseudoP } from './permutation.ts';
import { includingSelf, type SpatialWeights, spatialLag } from './spatialWeights.ts';

/**
 * Gi* of Ord & Getis: the share of all there is that lies in and around area i.
 *
 * G_i* = Σ_j w_ij x_j / Σ_j x_j over a window with i itself (see `includingSelf`; rows sum to 1, so E = 1/n), with
 * z = (Σ_j w_ij x_j − W x̄) / (s √((n W₂ − W²)/(n − 1))), s² = Σ(x − x̄)²/n. An area without neighbours is a window of
 * one. Where Σx is 0 the share is not defined (NaN) but z and p are; where the window is everything, z and p are NaN.
 * Failure cases in `deviations`. Source: Ord & Getis 1995.
 */
export function giStar(values: ArrayLike<number>, weights: SpatialWeights): LocalTest {
  const { z, mean, sumSquares, scale } = deviations(values, weights);
  const n = z.length;
  const withSelf = includingSelf(weights);
  const { offsets } = withSelf.neighbours;
  const lag = spatialLag(withSelf, z);
  const total = Math.abs(mean) > scale * 1e-12 ? mean * n : Number.NaN;
  const variance = new Float64Array(n);
  const score = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let squares = 0;
    for (let e = offsets[i]; e < offsets[i + 1]; e++) squares += withSelf.values[e] ** 2;
    const lagVariance = ((sumSquares / n) * Math.max(0, n * squares - 1)) / (n - 1);
    const deviation = Math.sqrt(lagVariance);
    const varies = deviation > scale * 1e-7;
    variance[i] = varies ? lagVariance / (total * total) : 0;
    score[i] = varies ? lag[i] / deviation : Number.NaN;
  }
  return {
    statistic: lag.map((deviation) => (deviation + mean) / total),
    expected: new Float64Array(n).fill(Number.isNaN(total) ? Number.NaN : 1 / n),
    variance,
    z: score,
    p: score.map(normalTwoSided),
  };
}

/**
 * Gi, without the area itself: G_i = Σ_j w_ij x_j / Σ_{j≠i} x_j, with moments over the n − 1 others.
 * z is (Σ_j w_ij x_j − W x̄(i)) / (s(i) √(((n − 1) W₂ − W²)/(n − 2))); an area without neighbours has none (NaN).
 * Failure cases in `deviations`. Source: Getis & Ord 1992; Ord & Getis 1995.
 */
export function gi(values: ArrayLike<number>, weights: SpatialWeights): LocalTest {
  const deviation = deviations(values, weights);
  const { z, mean, scale } = deviation;
  const n = z.length;
  const lag = conditionalLag(deviation, weights);
  const rowSums = spatialLag(weights, new Float64Array(n).fill(1));
  const others = z.map((own) => {
    const total = (n - 1) * mean - own;
    return Math.abs(total) > n * scale * 1e-12 ? total : Number.NaN;
  });
  return {
    statistic: lag.statistic.map((held, i) => (held + rowSums[i] * mean) / others[i]),
    expected: lag.expected.map((held, i) => (held + rowSums[i] * mean) / others[i]),
    variance: lag.variance.map((spread, i) => spread / others[i] ** 2),
    z: lag.z,
    p: lag.p,
  };
}

/**
 * Two-sided permutation p of Gi and of Gi* alike: with i held, both vary only with the neighbours' lag.
 * NaN for areas without neighbours. Failure cases in `permuteLags`.
 */
export function giPermutationP(
  values: ArrayLike<number>,
  weights: SpatialWeights,
  options?: PermutationOptions,
): Float64Array {
  return twoSidedPseudoP(permuteLags(values, weights, options));
}
