// Ranks with ties, the common ground of percentiles, rank correlation and inequality indices.

/** Ranks from 1 (smallest) among the known values, ties sharing the mean of their ranks; NaN stays NaN. */
export function meanRanks(values: ArrayLike<number>): Float64Array {
  const known: number[] = [];
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i])) known.push(i);
  known.sort((a, b) => (values[a] < values[b] ? -1 : values[a] > values[b] ? 1 : a - b));
  const ranks = new Float64Array(values.length).fill(Number.NaN);
  let first = 0;
  while (first < known.length) {
    let next = first + 1;
    while (next < known.length && values[known[next]] === values[known[first]]) next++;
    for (let k = first; k < next; k++) ranks[known[k]] = (first + 1 + next) / 2;
    first = next;
  }
  return ranks;
}

/**
 * Percentile of each value among the known ones, 0 to 100: 100 (rank - 1) / (n - 1), ties sharing their mean rank.
 * A single known value is at 50. NaN stays NaN and is not ranked.
 */
export function percentiles(values: ArrayLike<number>): Float64Array {
  const ranks = meanRanks(values);
  const n = ranks.reduce((known, rank) => (Number.isNaN(rank) ? known : known + 1), 0);
  return ranks.map((rank) => (n === 1 ? rank * 50 : (100 * (rank - 1)) / (n - 1)));
}

/**
 * Spearman's rank correlation over the positions where both are known: Pearson's correlation of the mean ranks.
 * NaN with fewer than two such positions, or where one side has no two different values. RangeError: unequal lengths.
 * Source: Spearman 1904; with ties, Kendall 1970.
 */
export function spearman(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length)
    throw new RangeError(`A correlation needs pairs; got ${a.length} and ${b.length} values.`);
  const knownA: number[] = [];
  const knownB: number[] = [];
  for (let i = 0; i < a.length; i++) {
    if (Number.isNaN(a[i]) || Number.isNaN(b[i])) continue;
    knownA.push(a[i]);
    knownB.push(b[i]);
  }
  const rankA = meanRanks(knownA);
  const rankB = meanRanks(knownB);
  const middle = (knownA.length + 1) / 2;
  let both = 0;
  let squareA = 0;
  let squareB = 0;
  for (let i = 0; i < knownA.length; i++) {
    both += (rankA[i] - middle) * (rankB[i] - middle);
    squareA += (rankA[i] - middle) ** 2;
    squareB += (rankB[i] - middle) ** 2;
  }
  // Ranks that are all the same are all in the middle: 0 / 0, not known.
  return both / Math.sqrt(squareA * squareB);
}

/** 1 for the largest; equal values share the better rank; NaN is unranked. */
export function ranksFromLargest(values: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: values.length }, (_, i) => i).filter((i) => !Number.isNaN(values[i]));
  order.sort((a, b) => values[b] - values[a]);
  const ranks = new Float64Array(values.length).fill(Number.NaN);
  order.forEach((i, k) => {
    ranks[i] = k > 0 && values[order[k - 1]] === values[i] ? ranks[order[k - 1]] : k + 1;
  });
  return ranks;
}
