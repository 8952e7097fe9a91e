// Concentration: how few places hold how many events.

/** Lorenz curve from the emptiest area to the fullest: shares of areas and of events, both from 0 to 1. */
export interface Lorenz {
  areas: Float64Array;
  events: Float64Array;
}

/**
 * Lorenz curve of counts over areas, n + 1 points from (0, 0) to (1, 1), areas in rising order of count.
 * RangeError for no areas, no events, or a count that is NaN, infinite or below zero (naming the index).
 * Source: Lorenz 1905.
 */
export function lorenz(counts: ArrayLike<number>): Lorenz {
  const { sorted, total } = ascending(counts);
  const n = sorted.length;
  const areas = new Float64Array(n + 1);
  const events = new Float64Array(n + 1);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += sorted[i];
    areas[i + 1] = (i + 1) / n;
    events[i + 1] = sum / total;
  }
  events[n] = 1;
  return { areas, events };
}

/**
 * Gini coefficient: 0 when every area has the same count, (n − 1)/n when one area has all.
 * G = (2 Σ i y_i − n − 1)/n with y_i the i-th smallest share of all events. Errors as in `lorenz`. Source: Gini 1912.
 */
export function gini(counts: ArrayLike<number>): number {
  const { sorted, total } = ascending(counts);
  const n = sorted.length;
  return Math.max(0, (2 * rankedShares(sorted, total) - n - 1) / n);
}

/**
 * Generalised Gini, which is not driven up by there being fewer events than areas to hold them.
 *
 * G' = max(1/c, 1/n)(2 Σ i y_i − n − 1) − max(n/c, 1) + 1, c the number of events: 0 when events are spread as evenly
 * as whole events can be, and equal to the Gini coefficient when c ≥ n. Errors as in `lorenz`.
 * Source: Bernasco & Steenbeek 2017.
 */
export function generalisedGini(counts: ArrayLike<number>): number {
  const { sorted, total } = ascending(counts);
  const n = sorted.length;
  const spread = 2 * rankedShares(sorted, total) - n - 1;
  return Math.max(0, Math.max(1 / total, 1 / n) * spread - Math.max(n / total, 1) + 1);
}

/** Share of areas, fullest first, that together hold at least the given share of events. Errors as in `lorenz`. */
export function areasHolding(share: number, counts: ArrayLike<number>): number {
  if (!(share > 0 && share <= 1))
    throw new RangeError(`A share of events lies above 0 and up to 1; got ${share}.`);
  const { sorted, total } = ascending(counts);
  let sum = 0;
  for (let taken = 1; taken <= sorted.length; taken++) {
    sum += sorted[sorted.length - taken];
    if (sum >= share * total * (1 - 1e-12)) return taken / sorted.length;
  }
  return 1;
}

function ascending(counts: ArrayLike<number>): { sorted: Float64Array; total: number } {
  if (counts.length === 0) throw new RangeError('Concentration needs at least one area.');
  const sorted = Float64Array.from(counts);
  let total = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (!(sorted[i] >= 0 && sorted[i] < Infinity)) {
      throw new RangeError(`The count of area ${i} is ${sorted[i]}; it must be known and zero or more.`);
    }
    total += sorted[i];
  }
  if (total === 0) throw new RangeError('There are no events, so their concentration cannot be calculated.');
  return { sorted: sorted.sort(), total };
}

/** Σ i y_i, i from 1, over ascending counts. */
function rankedShares(sorted: Float64Array, total: number): number {
  let sum = 0;
  for (let i = 0; i < sorted.length; i++) sum += (i + 1) * sorted[i];
  return sum / total;
}
