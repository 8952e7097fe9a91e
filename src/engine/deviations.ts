// Values as deviations from their mean: where every clustering statistic starts, and where bad input stops.
import type { SpatialWeights } from './spatialWeights.ts';

/** z_i = x_i − x̄ with Σz² and Σz⁴, and the standard deviation with divisor n, the scale of tolerances. */
export interface Deviations {
  z: Float64Array;
  mean: number;
  sumSquares: number;
  sumFourths: number;
  scale: number;
}

/**
 * Deviations of values that a clustering statistic over these weights can use.
 * RangeError, naming the area's index, for a value that is NaN or infinite; for fewer than three areas; for another
 * number of areas than the weights have; and for values that are all the same, which cannot cluster.
 */
export function deviations(values: ArrayLike<number>, weights: SpatialWeights): Deviations {
  const n = values.length;
  const areas = weights.neighbours.offsets.length - 1;
  if (n !== areas) throw new RangeError(`There are ${n} values but neighbours of ${areas} areas.`);
  if (n < 3) throw new RangeError(`Clusters need at least three areas; got ${n}.`);
  let sum = 0;
  let largest = 0;
  for (let i = 0; i < n; i++) {
    if (!Number.isFinite(values[i])) {
      throw new RangeError(
        `The value of area ${i} is ${values[i]}; clusters need a known value for every area.`,
      );
    }
    sum += values[i];
    largest = Math.max(largest, Math.abs(values[i]));
  }
  let mean = sum / n;
  // A second pass takes up what rounding left in the first.
  let rest = 0;
  for (let i = 0; i < n; i++) rest += values[i] - mean;
  mean += rest / n;
  const z = new Float64Array(n);
  let sumSquares = 0;
  let sumFourths = 0;
  for (let i = 0; i < n; i++) {
    z[i] = values[i] - mean;
    const square = z[i] * z[i];
    sumSquares += square;
    sumFourths += square * square;
  }
  const scale = Math.sqrt(sumSquares / n);
  if (!(scale > largest * 1e-13)) {
    throw new RangeError('All areas have the same value, so there is nothing that could cluster.');
  }
  return { z, mean, sumSquares, sumFourths, scale };
}
