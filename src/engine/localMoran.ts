// Local Moran's I: which areas resemble, or stand out from, their neighbours more than chance would have it.
import { type Deviations, deviations } from './deviations.ts';
import { normalTwoSided } from './distributions.ts';
import { type PermutationOptions, permuteLags, TIE, twoSidedPseudoP } from './permutation.ts';
import { type SpatialWeights, spatialLag } from './spatialWeights.ts';

/** One statistic per area with its moments under conditional permutation; columns in the order of the areas. */
export interface LocalTest {
  statistic: Float64Array;
  expected: Float64Array;
  variance: Float64Array;
  z: Float64Array;
  /** Two-sided, normal approximation. */
  p: Float64Array;
}

/** Own value and neighbours' mean, each against the mean of all; none at the mean itself and without neighbours. */
export type Quadrant = 'high-high' | 'low-low' | 'high-low' | 'low-high' | 'none';

/**
 * Local Moran's I_i = (z_i/m2) Σ_j w_ij z_j with m2 = Σz²/(n − 1), and its moments with area i held.
 *
 * With W = Σ_j w_ij, W₂ = Σ_j w_ij², and μ = −z_i/(n − 1), σ² the mean and variance (divisor n − 1) of the others:
 * E = (z_i/m2) W μ; Var = (z_i/m2)² σ² ((n − 1) W₂ − W²)/(n − 2). An area without neighbours, or at the mean, has
 * I = E = Var = 0 and neither z nor p (NaN), because nothing about it can vary.
 *
 * @param values one per area, or their deviations. Failure cases in `deviations`. Source: Anselin 1995; Sokal, Oden & Thomson 1998 for the conditional moments.
 */
export function localMoran(values: ArrayLike<number> | Deviations, weights: SpatialWeights): LocalTest {
  const { z, sumSquares, scale } = 'z' in values ? values : deviations(values, weights);
  const n = z.length;
  const m2 = sumSquares / (n - 1);
  // The lag's moments become those of I when multiplied by z_i/m2, which is held.
  const test = conditionalLag(z, sumSquares, scale, weights);
  const p = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const factor = Math.abs(z[i]) <= scale * TIE ? 0 : z[i] / m2;
    // Adding zero turns −0 into 0, which an island of low value would otherwise have.
    test.statistic[i] = test.statistic[i] * factor + 0;
    test.expected[i] = test.expected[i] * factor + 0;
    test.variance[i] *= factor * factor;
    test.z[i] = factor === 0 ? Number.NaN : test.z[i] * Math.sign(factor);
    p[i] = normalTwoSided(test.z[i]);
  }
  return { ...test, p };
}

/**
 * Two-sided permutation p of local Moran's I; NaN for areas without neighbours, 1 for an area at the mean, whose I is
 * 0 in every permutation. Failure cases in `permuteLags`.
 */
export function localMoranPermutationP(
  values: ArrayLike<number> | Deviations,
  weights: SpatialWeights,
  options?: PermutationOptions,
): Float64Array {
  const deviation = 'z' in values ? values : deviations(values, weights);
  const { z, scale } = deviation;
  // z_i is held, so I's two tails are the lag's two tails, exchanged where z_i is negative: two-sided they are one p.
  const p = twoSidedPseudoP(permuteLags(deviation, weights, options));
  const atMean = scale * TIE;
  for (let i = 0; i < p.length; i++) if (z[i] <= atMean && z[i] >= -atMean && p[i] < 1) p[i] = 1;
  return p;
}

/** Each area's quadrant of the Moran scatter plot, whether notable or not. Failure cases in `deviations`. */
export function quadrants(values: ArrayLike<number> | Deviations, weights: SpatialWeights): Quadrant[] {
  const { z, scale } = 'z' in values ? values : deviations(values, weights);
  const lag = spatialLag(weights, z);
  return Array.from(z, (own, i) => {
    // The lag of an area without neighbours is 0 as well.
    if (Math.abs(own) <= scale * TIE || Math.abs(lag[i]) <= scale * TIE) return 'none';
    if (own > 0) return lag[i] > 0 ? 'high-high' : 'high-low';
    return lag[i] > 0 ? 'low-high' : 'low-low';
  });
}

/** The lag Σ_j w_ij z_j of every area, with its mean, variance and z when the n − 1 others are shuffled. */
export function conditionalLag(
  z: Float64Array,
  sumSquares: number,
  scale: number,
  weights: SpatialWeights,
): Omit<LocalTest, 'p'> {
  const n = z.length;
  const { offsets } = weights.neighbours;
  const statistic = spatialLag(weights, z);
  const expected = new Float64Array(n);
  const variance = new Float64Array(n);
  const score = new Float64Array(n).fill(Number.NaN);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    let squares = 0;
    for (let e = offsets[i]; e < offsets[i + 1]; e++) {
      sum += weights.values[e];
      squares += weights.values[e] * weights.values[e];
    }
    const othersMean = -z[i] / (n - 1);
    const othersVariance = Math.max(0, (sumSquares - z[i] * z[i]) / (n - 1) - othersMean * othersMean);
    const freedom = Math.max(0, ((n - 1) * squares - sum * sum) / (n - 2));
    expected[i] = sum * othersMean;
    variance[i] = othersVariance * freedom;
    const deviation = Math.sqrt(variance[i]);
    // All others alike, or all of them neighbours: the lag cannot vary, and rounding must not make a z of that.
    if (deviation > scale * sum * 1e-7) score[i] = (statistic[i] - expected[i]) / deviation;
    else variance[i] = 0;
  }
  return { statistic, expected, variance, z: score };
}
