// How many decimals three figures need so that a reader who takes one from another arrives at the third.

/** `digits`, or one more where what need calls for less what reaches, both as they would be shown, is not the gap as shown. */
export function digitsThatAddUp(target: number, places: number, gap: number, digits: number): number {
  const shown = (value: number) => Math.round(value * 10 ** digits);
  const off = shown(target) - shown(places) - shown(gap);
  return Number.isNaN(off) || off === 0 ? digits : digits + 1;
}
