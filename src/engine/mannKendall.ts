// The Mann-Kendall test: does a series rise or fall over time, whatever the shape of its rise?
import { normalTwoSided } from './distributions.ts';

/** S counts rises less falls over all pairs of moments; p is two-sided, by the normal approximation. */
export interface MannKendall {
  s: number;
  variance: number;
  z: number;
  p: number;
}

/**
 * Mann-Kendall trend test.
 *
 * S = Σ_{i<j} sign(x_j − x_i); Var = (n(n − 1)(2n + 5) − Σ_t t(t − 1)(2t + 5))/18 over groups of t equal values;
 * z = (S ∓ 1)/√Var towards zero, and 0 at S = 0. A series that never changes has z = 0, p = 1.
 *
 * @param series in order of time, at least three values (four or fewer can hardly be significant).
 *   RangeError for fewer, or a value that is NaN, naming its position. Source: Mann 1945; Kendall 1975.
 */
export function mannKendall(series: ArrayLike<number>): MannKendall {
  const n = series.length;
  if (n < 3) throw new RangeError(`A trend needs at least three moments; got ${n}.`);
  let s = 0;
  const sizes = new Map<number, number>();
  for (let i = 0; i < n; i++) {
    if (Number.isNaN(series[i]))
      throw new RangeError(`The value at moment ${i} is not known, so no trend can be read.`);
    sizes.set(series[i], (sizes.get(series[i]) ?? 0) + 1);
    for (let j = i + 1; j < n; j++) s += Math.sign(series[j] - series[i]);
  }
  let ties = 0;
  for (const size of sizes.values()) ties += size * (size - 1) * (2 * size + 5);
  const variance = (n * (n - 1) * (2 * n + 5) - ties) / 18;
  const z = s === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
  return { s, variance, z, p: normalTwoSided(z) };
}
