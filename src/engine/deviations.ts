// Values as deviations from their mean: where every clustering statistic starts, and where bad input stops.
import type { SpatialWeights } from './spatialWeights.ts';

/**
 * z_i = x_i − x̄ with Σz² and Σz⁴, and the standard deviation with divisor n, the scale of tolerances; all in the unit of
 * the values, or in `workingUnit` of it. Every clustering statistic is a ratio in which the unit cancels.
 */
export interface Deviations {
  z: Float64Array;
  mean: number;
  sumSquares: number;
  sumFourths: number;
  scale: number;
}

/** Fourth powers of values beyond these would not be numbers, or would be zero. */
const LARGEST = 1e70;
const SMALLEST = 1e-70;
/** Powers of two beyond this are no numbers themselves. */
const MOST_DOUBLINGS = 1000;

/**
 * What to multiply values by so that their fourth powers can be added up: 1 for all values met in practice, else the power
 * of two that brings the largest near 1. Multiplying by a power of two loses nothing.
 */
export function workingUnit(largest: number): number {
  if (largest === 0 || (largest >= SMALLEST && largest <= LARGEST)) return 1;
  return 2 ** Math.max(-MOST_DOUBLINGS, Math.min(MOST_DOUBLINGS, -Math.floor(Math.log2(largest))));
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
  let { excess, largest } = sumOver(values, 1);
  if (!Number.isFinite(excess)) requireFinite(values);
  const unit = workingUnit(largest);
  if (unit !== 1) ({ excess, largest } = sumOver(values, unit));
  const first = values[0] * unit;
  const shift = excess / n;
  const z = new Float64Array(n);
  let sumSquares = 0;
  let sumFourths = 0;
  for (let i = 0; i < n; i++) {
    // In two steps: the mean itself, rounded, would cost values far from zero their digits.
    z[i] = values[i] * unit - first - shift;
    const square = z[i] * z[i];
    sumSquares += square;
    sumFourths += square * square;
  }
  const scale = Math.sqrt(sumSquares / n);
  if (!(scale > largest * 1e-13)) {
    throw new RangeError('All areas have the same value, so there is nothing that could cluster.');
  }
  return { z, mean: first + shift, sumSquares, sumFourths, scale };
}

/** Σ(x − x₀) over the first value, which keeps the digits of values far from zero, and the largest size. */
function sumOver(values: ArrayLike<number>, unit: number): { excess: number; largest: number } {
  const first = values[0] * unit;
  let excess = 0;
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] * unit;
    excess += value - first;
    if (value > largest) largest = value;
    else if (value < -largest) largest = -value;
  }
  return { excess, largest };
}

function requireFinite(values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i++) {
    if (Number.isFinite(values[i])) continue;
    throw new RangeError(
      `The value of area ${i} is ${values[i]}; clusters need a known value for every area.`,
    );
  }
}
