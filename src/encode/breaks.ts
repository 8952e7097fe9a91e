// Class breaks: where a scale of colours steps, on round numbers that a reader can say aloud.
import { bisectRight, quantileSorted } from 'd3-array';

/** Smaller figures are noise of binary fractions: no class is made for them. */
const NOISE = 1e-12;
const ROUND = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

function known(values: ArrayLike<number>): number[] {
  return [
    ...Float64Array.from(values)
      .filter((v) => !Number.isNaN(v))
      .sort(),
  ];
}

/** The nearest of 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8 × a power of ten, by ratio. */
export function roundNumber(value: number): number {
  if (!(value > 0)) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  const lead = value / power;
  let best = ROUND[0];
  for (const r of ROUND) if (Math.abs(Math.log(lead / r)) < Math.abs(Math.log(lead / best))) best = r;
  return clean(best * power);
}

/** Takes the noise of binary fractions off a round number, so that 0.30000000000000004 prints as 0.3. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}

/**
 * Six breaks -c, -b, -a, a, b, c around zero for a figure whose sign is the message. The magnitudes stand near the
 * 45th, 80th and 95th percentile of |value|, so that about half the areas are close to no gap and few are far from it.
 */
export function symmetricBreaks(values: ArrayLike<number>): number[] {
  const size = known(Array.from(values, Math.abs));
  const top = size.length ? size[size.length - 1] : 0;
  if (!(top > NOISE)) return [-3, -2, -1, 1, 2, 3];
  const at = (p: number) => {
    const quantile = quantileSorted(size, p) ?? 0;
    return roundNumber(quantile > NOISE ? quantile : top * p);
  };
  const a = at(0.45);
  const b = Math.max(at(0.8), roundNumber(a * 1.5));
  const c = Math.max(at(0.95), roundNumber(b * 1.5));
  return [-c, -b, -a, a, b, c];
}

/**
 * At most `classes - 1` increasing breaks that part the known values into groups of about equal size, each rounded as
 * coarsely as the distance to its neighbours allows.
 */
export function quantileBreaks(values: ArrayLike<number>, classes: number): number[] {
  const sorted = known(values);
  if (!sorted.length) return [];
  const raw = Array.from({ length: classes - 1 }, (_, k) => quantileSorted(sorted, (k + 1) / classes) ?? 0);
  const fences = [sorted[0], ...raw, sorted[sorted.length - 1]];
  const breaks: number[] = [];
  for (let k = 1; k <= raw.length; k++) {
    const room = Math.min(fences[k] - fences[k - 1], fences[k + 1] - fences[k]);
    if (!(room > 0)) continue;
    const power = 10 ** Math.floor(Math.log10(room));
    const lead = room / power;
    const step = (lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power;
    const rounded = clean(Math.round(fences[k] / step) * step);
    if (breaks.length === 0 || rounded > breaks[breaks.length - 1]) breaks.push(rounded);
  }
  return breaks;
}

/** The class of a value: how many breaks it has reached. A value on a break belongs to the class above it. */
export function classAt(breaks: readonly number[], value: number): number {
  return bisectRight(breaks as number[], value);
}

/** The same around zero, so that opposite values have opposite classes: a value on a break belongs to the outer class. */
export function classAround(breaks: readonly number[], value: number): number {
  const half = breaks.length / 2;
  const out = classAt(breaks.slice(half), Math.abs(value));
  return value < 0 ? half - out : half + out;
}

/** As many decimals as the finest break needs, at most 3. */
export function digitsOf(breaks: readonly number[]): number {
  const needed = breaks.map((b) => (String(clean(b)).split('.')[1] ?? '').length);
  return Math.min(3, Math.max(0, ...needed));
}
