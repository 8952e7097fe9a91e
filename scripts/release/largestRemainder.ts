// Largest remainder: whole parts of a whole total, as near to the weights as whole numbers can be.

/**
 * Splits `total` into whole parts in proportion to `weights`; the parts sum to `total` exactly. Units left over after
 * rounding down go to the largest remainders, ties to the earlier part. Weights that are all zero share equally.
 * Throws RangeError for a negative or fractional total, or a weight that is negative or not finite.
 */
export function largestRemainder(weights: readonly number[], total: number): number[] {
  if (!Number.isInteger(total) || total < 0)
    throw new RangeError(`A total of ${total} cannot be split; it must be a whole number of at least 0.`);
  const bad = weights.findIndex((weight) => !(weight >= 0 && Number.isFinite(weight)));
  if (bad >= 0) throw new RangeError(`Weight ${bad} is ${weights[bad]}; weights must be at least 0.`);
  if (weights.length === 0) {
    if (total === 0) return [];
    throw new RangeError(`A total of ${total} cannot be split into no parts.`);
  }
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (sum > 0 ? (weight / sum) * total : total / weights.length));
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((a, b) => a + b, 0);
  const order = exact.map((value, k) => ({ k, remainder: value - parts[k] }));
  order.sort((a, b) => b.remainder - a.remainder || a.k - b.k);
  for (let i = 0; i < left; i++) parts[order[i].k]++;
  return parts;
}
