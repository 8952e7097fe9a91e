// How much each neighbour counts: weights over neighbour lists, and the sums the statistics' moments need.
import { areaCount, type Neighbours, transpose } from './neighbours.ts';

/** Weights w_ij over the entries of a neighbour list, in the same order as `neighbours.targets`. */
export interface SpatialWeights {
  neighbours: Neighbours;
  values: Float64Array;
  /** True when all weights of an area's row are the same, so its lag does not depend on who stands where. */
  equalInRows: boolean;
}

/** w_ij = 1/k_i for the k_i neighbours of i: the lag is the neighbours' mean. */
export function rowStandardised(neighbours: Neighbours): SpatialWeights {
  const values = new Float64Array(neighbours.targets.length);
  for (let i = 0; i < areaCount(neighbours); i++) {
    const start = neighbours.offsets[i];
    const end = neighbours.offsets[i + 1];
    values.fill(1 / (end - start), start, end);
  }
  return { neighbours, values, equalInRows: true };
}

/** w_ij = 1: the lag is the neighbours' sum. */
export function binary(neighbours: Neighbours): SpatialWeights {
  return { neighbours, values: new Float64Array(neighbours.targets.length).fill(1), equalInRows: true };
}

/**
 * Weights of the caller's own, for instance by length of shared border, each row scaled to sum to 1.
 * RangeError for a negative or infinite weight, or a wrong number of them. A row of zeros stays zero.
 */
export function rowStandardisedBy(neighbours: Neighbours, raw: ArrayLike<number>): SpatialWeights {
  const { offsets, targets } = neighbours;
  if (raw.length !== targets.length) {
    throw new RangeError(`There are ${targets.length} pairs of neighbours but ${raw.length} weights.`);
  }
  const values = new Float64Array(raw.length);
  let equalInRows = true;
  for (let i = 0; i < areaCount(neighbours); i++) {
    let sum = 0;
    for (let e = offsets[i]; e < offsets[i + 1]; e++) {
      if (!(raw[e] >= 0 && raw[e] < Infinity)) {
        throw new RangeError(
          `The weight of area ${targets[e]} for area ${i} is ${raw[e]}; it must be zero or more.`,
        );
      }
      sum += raw[e];
      if (raw[e] !== raw[offsets[i]]) equalInRows = false;
    }
    for (let e = offsets[i]; e < offsets[i + 1]; e++) values[e] = sum > 0 ? raw[e] / sum : 0;
  }
  return { neighbours, values, equalInRows };
}

/**
 * Weights with each area in its own window, as Gi* needs: the area counts like a neighbour of mean weight,
 * and rows are scaled to sum to 1. With equal weights every one of the k + 1 counts 1/(k + 1). These are the only lists
 * in which an area stands among its own neighbours.
 */
export function includingSelf(weights: SpatialWeights): SpatialWeights {
  const { offsets, targets } = weights.neighbours;
  const n = areaCount(weights.neighbours);
  const wider: Neighbours = {
    offsets: new Int32Array(n + 1),
    targets: new Int32Array(targets.length + n),
  };
  const raw = new Float64Array(targets.length + n);
  let at = 0;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let e = offsets[i]; e < offsets[i + 1]; e++) sum += weights.values[e];
    const own = sum > 0 ? sum / (offsets[i + 1] - offsets[i]) : 1;
    let placed = false;
    for (let e = offsets[i]; e <= offsets[i + 1]; e++) {
      const last = e === offsets[i + 1];
      if (!placed && (last || targets[e] > i)) {
        wider.targets[at] = i;
        raw[at++] = own;
        placed = true;
      }
      if (last) break;
      wider.targets[at] = targets[e];
      raw[at++] = weights.values[e];
    }
    wider.offsets[i + 1] = at;
  }
  return rowStandardisedBy(wider, raw);
}

/** Σ_j w_ij x_j for every area; 0 for an area without neighbours. */
export function spatialLag({ neighbours, values }: SpatialWeights, x: ArrayLike<number>): Float64Array {
  const { offsets, targets } = neighbours;
  const lag = new Float64Array(offsets.length - 1);
  for (let i = 0; i < lag.length; i++) lag[i] = rowLag(values, targets, x, offsets[i], offsets[i + 1]);
  return lag;
}

/** Σ w_e x over one row's edges. A function of its own: called for every area, it is compiled long before a loop over all edges. */
export function rowLag(
  values: Float64Array,
  targets: Int32Array,
  x: ArrayLike<number>,
  from: number,
  to: number,
): number {
  let sum = 0;
  for (let e = from; e < to; e++) sum += values[e] * x[targets[e]];
  return sum;
}

/**
 * The sums of Cliff & Ord 1981: S0 = ΣΣ w_ij, S1 = ½ ΣΣ (w_ij + w_ji)², S2 = Σ_i (Σ_j w_ij + Σ_j w_ji)²,
 * and the number of areas that have neighbours, which is the n of the global moments.
 */
export function weightSums(weights: SpatialWeights): {
  s0: number;
  s1: number;
  s2: number;
  connected: number;
} {
  const { neighbours, values } = weights;
  const { offsets, targets } = neighbours;
  const n = areaCount(neighbours);
  const rowSums = new Float64Array(n);
  const columnSums = new Float64Array(n);
  let s0 = 0;
  let s1 = 0;
  for (let i = 0; i < n; i++) {
    for (let e = offsets[i]; e < offsets[i + 1]; e++) {
      const w = values[e];
      rowSums[i] += w;
      columnSums[targets[e]] += w;
      s0 += w;
      s1 += w * w;
    }
  }
  // ½ (w_ij + w_ji)² summed is Σ w_ij² + Σ w_ij w_ji; the second needs each pair's other direction.
  const back = transpose(neighbours);
  const cursor = offsets.slice(0, n);
  for (let i = 0; i < n; i++) {
    // Sources j of i come in ascending order, so the cursor of each row j moves through its targets once.
    let e = offsets[i];
    for (let b = back.offsets[i]; b < back.offsets[i + 1]; b++) {
      const j = back.targets[b];
      while (targets[cursor[j]] !== i) cursor[j]++;
      while (e < offsets[i + 1] && targets[e] < j) e++;
      if (e < offsets[i + 1] && targets[e] === j) s1 += values[e] * values[cursor[j]];
    }
  }
  let s2 = 0;
  let connected = 0;
  for (let i = 0; i < n; i++) {
    s2 += (rowSums[i] + columnSums[i]) ** 2;
    if (offsets[i + 1] > offsets[i]) connected++;
  }
  return { s0, s1, s2, connected };
}
