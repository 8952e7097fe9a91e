// Local Moran's I: which areas resemble, or stand out from, their neighbours more than chance would have it.
import { type Deviations, deviations } from './deviations.ts';
import { normalTwoSided } from './distributions.ts';
import { type PermutationOptions, permuteLags, pseudoP, TIE } from './permutation.ts';
import { rowLag, type SpatialWeights, spatialLag } from './spatialWeights.ts';

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
  const test = emptyTest(n);
  for (let i = 0; i < n; i++) {
    hold(test, i, z, sumSquares, scale, weights);
    // The lag's moments become those of I when multiplied by z_i/m2, which is held.
    multiply(test, i, Math.abs(z[i]) <= scale * TIE ? 0 : z[i] / m2);
  }
  return test;
}

function multiply(test: LocalTest, i: number, factor: number): void {
  // Adding zero turns −0 into 0, which an island of low value would otherwise have.
  test.statistic[i] = test.statistic[i] * factor + 0;
  test.expected[i] = test.expected[i] * factor + 0;
  test.variance[i] *= factor * factor;
  if (factor === 0) test.z[i] = Number.NaN;
  else if (factor < 0) test.z[i] = -test.z[i];
  test.p[i] = normalTwoSided(test.z[i]);
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
  const tails = permuteLags(deviation, weights, options);
  const atMean = scale * TIE;
  const p = new Float64Array(z.length);
  for (let i = 0; i < p.length; i++) {
    const moves = z[i] > atMean || z[i] < -atMean || tails.hasLag[i] === 0;
    p[i] = moves ? pseudoP(tails, i) : 1;
  }
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

/** The lag Σ_j w_ij z_j of every area, with its mean, variance, z and p when the n − 1 others are shuffled. */
export function conditionalLag({ z, sumSquares, scale }: Deviations, weights: SpatialWeights): LocalTest {
  const test = emptyTest(z.length);
  for (let i = 0; i < z.length; i++) {
    hold(test, i, z, sumSquares, scale, weights);
    test.p[i] = normalTwoSided(test.z[i]);
  }
  return test;
}

const emptyTest = (n: number): LocalTest => ({
  statistic: new Float64Array(n),
  expected: new Float64Array(n),
  variance: new Float64Array(n),
  z: new Float64Array(n),
  p: new Float64Array(n),
});

/** The lag of one area with its moments, while the area itself is held. */
function hold(
  test: LocalTest,
  i: number,
  z: Float64Array,
  sumSquares: number,
  scale: number,
  { neighbours, values, equalInRows }: SpatialWeights,
): void {
  const n = z.length;
  const start = neighbours.offsets[i];
  const end = neighbours.offsets[i + 1];
  const lag = rowLag(values, neighbours.targets, z, start, end);
  let sum = 0;
  let squares = 0;
  if (equalInRows && end > start) {
    sum = (end - start) * values[start];
    squares = sum * values[start];
  } else {
    for (let e = start; e < end; e++) {
      sum += values[e];
      squares += values[e] * values[e];
    }
  }
  const othersMean = -z[i] / (n - 1);
  const othersVariance = Math.max(0, (sumSquares - z[i] * z[i]) / (n - 1) - othersMean * othersMean);
  const variance = othersVariance * Math.max(0, ((n - 1) * squares - sum * sum) / (n - 2));
  const deviation = Math.sqrt(variance);
  // All others alike, or all of them neighbours: the lag cannot vary, and rounding must not make a z of that.
  const varies = deviation > scale * sum * 1e-7;
  test.statistic[i] = lag;
  test.expected[i] = sum * othersMean;
  test.variance[i] = varies ? variance : 0;
  test.z[i] = varies ? (lag - sum * othersMean) / deviation : Number.NaN;
}
