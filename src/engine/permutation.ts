// Conditional permutation: how often would chance give an area neighbours as high, or as low, as it has?
import { type Deviations, deviations } from './deviations.ts';
import { createRandom, type Random } from './random.ts';
import { rowLag, type SpatialWeights } from './spatialWeights.ts';

/** How many permutations to draw, and the seed of the draws. */
export interface PermutationOptions {
  /** R ≥ 1; 9,999 by default, as 999 cannot pass a false-discovery test over some two hundred areas. */
  permutations?: number;
  seed?: number;
}

/** Per area, the permutations whose lag is at least, and at most, the observed one; ties count in both. */
export interface LagTails {
  atLeast: Int32Array;
  atMost: Int32Array;
  /** R, the number of permutations. */
  permutations: number;
  /** 1 where the area has neighbours of any weight, so that there is a lag to permute. */
  hasLag: Uint8Array;
}

/** Lags closer than this share of the standard deviation are ties: sums in another order differ in the last bit. */
export const TIE = 1e-9;

/** Sums kept at once, in numbers of 8 bytes; longer runs are counted in blocks. */
const LARGEST_BLOCK = 4_000_000;

/**
 * Tails of every area's lag under conditional permutation: i is held, its k_i neighbours' values are drawn from the
 * n − 1 others without replacement.
 *
 * Equal weights in a row: R sequences of K + 1 distinct areas are drawn once, K the largest k. Deleting i from a
 * sequence leaves a uniform sample of the others, so the first k + 1 entries give every area its draw: sums are sorted
 * once per k, each lag is searched for in them, and the few sequences with i in them are counted anew. The draws of one
 * area are exact and independent; draws of different areas share sequences. Unequal weights: drawn for each area.
 *
 * @param values one per area, or their deviations; failure cases in `deviations`. RangeError also unless R is a whole number of 1 or more.
 * Source: Anselin 1995 for the conditional permutation; METHOD of this project, hot spots, for the shared sequences.
 */
export function permuteLags(
  values: ArrayLike<number> | Deviations,
  weights: SpatialWeights,
  options: PermutationOptions = {},
): LagTails {
  const { permutations = 9999, seed = 1 } = options;
  if (!(Number.isSafeInteger(permutations) && permutations >= 1)) {
    throw new RangeError(`Permutations must be a whole number of at least 1; got ${permutations}.`);
  }
  const { z, scale } = 'z' in values ? values : deviations(values, weights);
  const n = z.length;
  const tails = {
    atLeast: new Int32Array(n),
    atMost: new Int32Array(n),
    permutations,
    hasLag: new Uint8Array(n),
  };
  const draw = weights.equalInRows ? countShared : countPerArea;
  draw(z, weights, scale * TIE, createRandom(seed), tails);
  return tails;
}

/**
 * Two-sided pseudo-p of one area: min(1, 2 (M + 1)/(R + 1)), M the count in the smaller tail; NaN for an area without a lag.
 * Source: North, Curtis & Sham 2002 for the + 1.
 */
export function pseudoP({ atLeast, atMost, hasLag, permutations }: LagTails, i: number): number {
  if (hasLag[i] === 0) return Number.NaN;
  const smaller = atLeast[i] < atMost[i] ? atLeast[i] : atMost[i];
  return Math.min(1, (2 * (smaller + 1)) / (permutations + 1));
}

/** `pseudoP` of every area. */
export const twoSidedPseudoP = (tails: LagTails): Float64Array =>
  Float64Array.from(tails.atLeast, (_, i) => pseudoP(tails, i));

/** What the observed lag of each area is held against: sums from `low` up are at least it, sums up to `high` at most. */
interface Observed {
  /** Neighbours counted, k_i; 0 for an area without a lag. */
  degrees: Int32Array;
  low: Float64Array;
  high: Float64Array;
  /** The k there are, and where among them a k stands. */
  present: number[];
  columnOf: Int32Array;
  longest: number;
}

function observedSums(z: Float64Array, weights: SpatialWeights, tie: number, hasLag: Uint8Array): Observed {
  const { offsets, targets } = weights.neighbours;
  const n = z.length;
  const degrees = new Int32Array(n);
  const low = new Float64Array(n);
  const high = new Float64Array(n);
  const present: number[] = [];
  const columnOf = new Int32Array(n + 1).fill(-1);
  for (let i = 0; i < n; i++) {
    const start = offsets[i];
    const k = offsets[i + 1] - start;
    if (k === 0 || weights.values[start] === 0) continue;
    hasLag[i] = 1;
    degrees[i] = k;
    const sum = rowLag(weights.values, targets, z, start, start + k) / weights.values[start];
    low[i] = sum - k * tie;
    high[i] = sum + k * tie;
    if (columnOf[k] < 0) columnOf[k] = present.push(k) - 1;
  }
  return { degrees, low, high, present, columnOf, longest: Math.max(0, ...present) };
}

/** Each loop is a function of its own: run once on many areas, it is compiled sooner than one long function would be. */
function countShared(
  z: Float64Array,
  weights: SpatialWeights,
  tie: number,
  random: Random,
  tails: LagTails,
): void {
  const { permutations, hasLag } = tails;
  const observed = observedSums(z, weights, tie, hasLag);
  const { present, longest } = observed;
  if (longest === 0) return;
  const block = Math.max(1, Math.min(permutations, Math.floor(LARGEST_BLOCK / present.length)));
  const sums = present.map(() => new Float64Array(block));
  const deck = countingUp(z.length);
  const prefix = new Float64Array(longest + 2);
  for (let done = 0; done < permutations; done += block) {
    const size = Math.min(block, permutations - done);
    for (let r = 0; r < size; r++) {
      drawSequence(z, deck, prefix, longest, random);
      for (let c = 0; c < present.length; c++) sums[c][r] = prefix[present[c]];
      countAnew(z, deck, prefix, observed, tails);
    }
    countSorted(
      sums.map((column) => column.subarray(0, size).sort()),
      observed,
      tails,
    );
  }
}

/** The next sequence of longest + 1 areas at the head of the deck; `prefix` becomes the sums of its first entries. */
function drawSequence(
  z: Float64Array,
  deck: Int32Array,
  prefix: Float64Array,
  longest: number,
  random: Random,
): void {
  // A partial shuffle of any earlier order is again a uniform sample, so the deck is never put back.
  for (let p = 0; p <= longest; p++) {
    const pick = p + random.below(deck.length - p);
    const id = deck[pick];
    deck[pick] = deck[p];
    deck[p] = id;
    prefix[p + 1] = prefix[p] + z[id];
  }
}

/** Areas that stand among their own first k: without them the (k + 1)th takes their place. */
function countAnew(
  z: Float64Array,
  deck: Int32Array,
  prefix: Float64Array,
  { degrees, low, high, longest }: Observed,
  { atLeast, atMost }: LagTails,
): void {
  for (let p = 0; p < longest; p++) {
    const i = deck[p];
    const k = degrees[i];
    if (p >= k) continue;
    const counted = prefix[k];
    const right = prefix[k + 1] - z[i];
    if (counted >= low[i]) atLeast[i]--;
    if (counted <= high[i]) atMost[i]--;
    if (right >= low[i]) atLeast[i]++;
    if (right <= high[i]) atMost[i]++;
  }
}

function countSorted(
  sums: readonly Float64Array[],
  { degrees, low, high, columnOf }: Observed,
  { atLeast, atMost }: LagTails,
): void {
  for (let i = 0; i < degrees.length; i++) {
    if (degrees[i] === 0) continue;
    const sorted = sums[columnOf[degrees[i]]];
    const from = firstAtLeast(sorted, low[i], 0, sorted.length);
    atLeast[i] += sorted.length - from;
    atMost[i] += firstAbove(sorted, high[i], from, sorted.length);
  }
}

function countPerArea(
  z: Float64Array,
  weights: SpatialWeights,
  tie: number,
  random: Random,
  { atLeast, atMost, permutations, hasLag }: LagTails,
): void {
  const { offsets, targets } = weights.neighbours;
  const n = z.length;
  // Slots stand for the others: slot s is area s below i and area s + 1 from i on, so one deck serves every area.
  const deck = countingUp(n - 1);
  for (let i = 0; i < n; i++) {
    const start = offsets[i];
    const k = offsets[i + 1] - start;
    let observed = 0;
    let total = 0;
    for (let e = start; e < start + k; e++) {
      observed += weights.values[e] * z[targets[e]];
      total += weights.values[e];
    }
    if (total === 0) continue;
    hasLag[i] = 1;
    const low = observed - total * tie;
    const high = observed + total * tie;
    for (let r = 0; r < permutations; r++) {
      let lag = 0;
      for (let p = 0; p < k; p++) {
        const pick = p + random.below(n - 1 - p);
        const slot = deck[pick];
        deck[pick] = deck[p];
        deck[p] = slot;
        lag += weights.values[start + p] * z[slot < i ? slot : slot + 1];
      }
      if (lag >= low) atLeast[i]++;
      if (lag <= high) atMost[i]++;
    }
  }
}

function countingUp(n: number): Int32Array {
  const ids = new Int32Array(n);
  for (let i = 0; i < n; i++) ids[i] = i;
  return ids;
}

/** First position in [from, to) of an ascending column whose number is at least x; `to` when there is none. */
function firstAtLeast(sorted: Float64Array, x: number, from: number, to: number): number {
  let left = from;
  let right = to;
  while (left < right) {
    const middle = (left + right) >>> 1;
    if (sorted[middle] >= x) right = middle;
    else left = middle + 1;
  }
  return left;
}

/** First position in [from, to) of an ascending column whose number is above x; `to` when there is none. */
function firstAbove(sorted: Float64Array, x: number, from: number, to: number): number {
  // Most lags tie with no permutation, and then the search is over where it starts.
  if (from === to || sorted[from] > x) return from;
  let left = from + 1;
  let right = to;
  while (left < right) {
    const middle = (left + right) >>> 1;
    if (sorted[middle] > x) right = middle;
    else left = middle + 1;
  }
  return left;
}
