// Global Moran's I by permutation: who has which value is shuffled over all areas.
import { deviations } from './deviations.ts';
import { type Neighbours, symmetrise } from './neighbours.ts';
import { type PermutationOptions, TIE } from './permutation.ts';
import { createRandom } from './random.ts';
import { type SpatialWeights, weightSums } from './spatialWeights.ts';

/** What the permutations say; I in the unit of `globalMoran`. */
export interface MoranPermutation {
  /** Two-sided pseudo-p: min(1, 2 (M + 1)/(R + 1)), M the count in the smaller tail. */
  p: number;
  /** Permutations with I at least, and at most, the observed one; ties count in both. */
  atLeast: number;
  atMost: number;
  mean: number;
  standardDeviation: number;
}

/** Permutations worked side by side: their values of one area fill half a cache line. */
const LANES = 4;

/**
 * Distribution of global Moran's I under complete shuffles of the values; failure cases as in `permuteLags`.
 * RangeError also when no area has neighbours. Source: Cliff & Ord 1981, pp. 63-65.
 */
export function globalMoranPermutation(
  values: ArrayLike<number>,
  weights: SpatialWeights,
  options: PermutationOptions = {},
): MoranPermutation {
  const { permutations = 9999, seed = 1 } = options;
  if (!(Number.isSafeInteger(permutations) && permutations >= 1)) {
    throw new RangeError(`Permutations must be a whole number of at least 1; got ${permutations}.`);
  }
  const { z, sumSquares } = deviations(values, weights);
  const { s0, connected } = weightSums(weights);
  if (s0 === 0) throw new RangeError('No area has neighbours, so there is nothing to compare values with.');
  const pairs = foldedPairs(weights);
  const random = createRandom(seed);
  const n = z.length;
  const factor = connected / (s0 * sumSquares);
  const observed = factor * crossProducts(pairs, spreadOverLanes(z))[0];
  const shuffled = z.slice();
  const lanes = new Float64Array(n * LANES);
  let atLeast = 0;
  let atMost = 0;
  let sum = 0;
  let squares = 0;
  for (let done = 0; done < permutations; done += LANES) {
    const size = Math.min(LANES, permutations - done);
    for (let lane = 0; lane < size; lane++) {
      for (let i = n - 1; i > 0; i--) {
        const pick = random.below(i + 1);
        const value = shuffled[pick];
        shuffled[pick] = shuffled[i];
        shuffled[i] = value;
        lanes[i * LANES + lane] = value;
      }
      lanes[lane] = shuffled[0];
    }
    const products = crossProducts(pairs, lanes);
    for (let lane = 0; lane < size; lane++) {
      const statistic = factor * products[lane];
      if (statistic >= observed - TIE) atLeast++;
      if (statistic <= observed + TIE) atMost++;
      sum += statistic;
      squares += statistic * statistic;
    }
  }
  const mean = sum / permutations;
  return {
    p: Math.min(1, (2 * (Math.min(atLeast, atMost) + 1)) / (permutations + 1)),
    atLeast,
    atMost,
    mean,
    standardDeviation: Math.sqrt(Math.max(0, squares / permutations - mean * mean)),
  };
}

/** Each unordered pair once, under its lower area, with w_ij + w_ji. */
interface FoldedPairs {
  neighbours: Neighbours;
  values: Float64Array;
}

function foldedPairs({ neighbours, values }: SpatialWeights): FoldedPairs {
  const both = symmetrise(neighbours);
  const n = both.offsets.length - 1;
  const offsets = new Int32Array(n + 1);
  const targets: number[] = [];
  for (let i = 0; i < n; i++) {
    for (let e = both.offsets[i]; e < both.offsets[i + 1]; e++)
      if (both.targets[e] > i) targets.push(both.targets[e]);
    offsets[i + 1] = targets.length;
  }
  const folded = {
    neighbours: { offsets, targets: Int32Array.from(targets) },
    values: new Float64Array(targets.length),
  };
  for (let i = 0; i < n; i++) {
    for (let e = neighbours.offsets[i]; e < neighbours.offsets[i + 1]; e++) {
      const j = neighbours.targets[e];
      const low = Math.min(i, j);
      const row = folded.neighbours.targets.subarray(offsets[low], offsets[low + 1]);
      folded.values[offsets[low] + row.indexOf(Math.max(i, j))] += values[e];
    }
  }
  return folded;
}

/** Σ over pairs of w x_i x_j, for each lane. */
function crossProducts({ neighbours, values }: FoldedPairs, lanes: Float64Array): Float64Array {
  const { offsets, targets } = neighbours;
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let i = 0; i < offsets.length - 1; i++) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let e = offsets[i]; e < offsets[i + 1]; e++) {
      const w = values[e];
      const at = targets[e] * LANES;
      a += w * lanes[at];
      b += w * lanes[at + 1];
      c += w * lanes[at + 2];
      d += w * lanes[at + 3];
    }
    const own = i * LANES;
    first += a * lanes[own];
    second += b * lanes[own + 1];
    third += c * lanes[own + 2];
    fourth += d * lanes[own + 3];
  }
  return Float64Array.of(first, second, third, fourth);
}

function spreadOverLanes(z: Float64Array): Float64Array {
  const lanes = new Float64Array(z.length * LANES);
  for (let i = 0; i < z.length; i++) lanes.fill(z[i], i * LANES, (i + 1) * LANES);
  return lanes;
}
