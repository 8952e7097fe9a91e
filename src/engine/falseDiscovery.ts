// False discoveries: of the areas called notable, how many would be so by chance alone?

/**
 * Benjamini-Hochberg adjusted p-values: calling those ≤ q notable keeps the expected share of false ones at q.
 *
 * For the j-th smallest of m: min over l ≥ j of p_(l) · m / l, at most 1. NaN (no test) stays NaN and is not in m.
 * RangeError, naming the position, for a p outside [0, 1]. Source: Benjamini & Hochberg 1995.
 */
export function falseDiscovery(p: ArrayLike<number>): Float64Array {
  const adjusted = new Float64Array(p.length).fill(Number.NaN);
  const tested: number[] = [];
  for (let i = 0; i < p.length; i++) {
    if (Number.isNaN(p[i])) continue;
    if (!(p[i] >= 0 && p[i] <= 1))
      throw new RangeError(`The p of area ${i} is ${p[i]}; it lies between 0 and 1.`);
    tested.push(i);
  }
  tested.sort((a, b) => p[a] - p[b]);
  let least = 1;
  for (let rank = tested.length; rank >= 1; rank--) {
    const i = tested[rank - 1];
    // The quotient first: it is 1 or more, so that no rounding takes the adjusted p below p itself.
    least = Math.min(least, p[i] * (tested.length / rank));
    adjusted[i] = least;
  }
  return adjusted;
}
