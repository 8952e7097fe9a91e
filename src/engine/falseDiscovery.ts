// False discoveries: of the areas called notable, how many would be so by chance alone?

/**
 * Benjamini-Hochberg adjusted p-values: calling those ≤ q notable keeps the expected share of false ones at q.
 *
 * For the j-th smallest of m: min over l ≥ j of p_(l) · m / l, at most 1. NaN (no test) stays NaN and is not in m.
 * RangeError, naming the position, for a p outside [0, 1]. Source: Benjamini & Hochberg 1995.
 */
export function falseDiscovery(p: ArrayLike<number>): Float64Array {
  const tested = Float64Array.from(p);
  let m = 0;
  for (let i = 0; i < p.length; i++) {
    if (Number.isNaN(p[i])) continue;
    if (!(p[i] >= 0 && p[i] <= 1))
      throw new RangeError(`The p of area ${i} is ${p[i]}; it lies between 0 and 1.`);
    tested[m++] = p[i];
  }
  const sorted = tested.subarray(0, m).sort();
  const steps = new Float64Array(m);
  let least = 1;
  for (let rank = m; rank >= 1; rank--) {
    // The quotient first: it is 1 or more, so that no rounding takes the adjusted p below p itself.
    least = Math.min(least, sorted[rank - 1] * (m / rank));
    steps[rank - 1] = least;
  }
  const adjusted = new Float64Array(p.length);
  for (let i = 0; i < p.length; i++)
    adjusted[i] = Number.isNaN(p[i]) ? Number.NaN : steps[placeOf(p[i], sorted)];
  return adjusted;
}

/** Where a number first stands in an ascending column that holds it. Equal p share a step, so the first will do. */
function placeOf(x: number, sorted: Float64Array): number {
  let left = 0;
  let right = sorted.length - 1;
  while (left < right) {
    const middle = (left + right) >>> 1;
    if (sorted[middle] < x) left = middle + 1;
    else right = middle;
  }
  return left;
}
