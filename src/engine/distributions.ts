// The normal, gamma and chi-square distributions: probabilities and quantiles to about 1e-13 relative.

const SQRT_TWO_PI = 2.5066282746310002;
const ONE_BY_ROOT_PI = 0.5641895835477563;

/**
 * Cody's rational approximations of the error function and its complement, highest power first, each a pair of numerator and
 * denominator: erf(y)/y in y² up to 0.46875; e^(y²) erfc(y) in y up to 4; and beyond it what 1/√π lacks, in 1/y².
 */
const NEAR_TOP = [
  0.18577770618460315, 3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694,
];
const NEAR_BOTTOM = [1, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171];
const MIDDLE_TOP = [
  2.1531153547440383e-8, 0.5641884969886701, 8.883149794388377, 66.11919063714163, 298.6351381974001,
  881.952221241769, 1712.0476126340707, 2051.0783778260716, 1230.3393547979972,
];
const MIDDLE_BOTTOM = [
  1, 15.744926110709835, 117.6939508913125, 537.1811018620099, 1621.3895745666903, 3290.7992357334597,
  4362.619090143247, 3439.3676741437216, 1230.3393548037495,
];
const FAR_TOP = [
  0.016315387137302097, 0.30532663496123236, 0.36034489994980445, 0.12578172611122926, 0.016083785148742275,
  0.0006587491615298378,
];
const FAR_BOTTOM = [
  1, 2.568520192289822, 1.8729528499234673, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918,
];

function ratio(top: readonly number[], bottom: readonly number[], x: number): number {
  let above = 0;
  let below = 0;
  for (let k = 0; k < top.length; k++) {
    above = above * x + top[k];
    below = below * x + bottom[k];
  }
  return above / below;
}

/**
 * Probability of a standard normal at least as far from zero as z, on either side: erfc(|z|/√2), accurate in relative
 * terms in the tail as well. NaN gives NaN. Source: Cody 1969, rational Chebyshev approximations for the error function.
 */
export function normalTwoSided(z: number): number {
  const y = Math.abs(z) * Math.SQRT1_2;
  if (y <= 0.46875) return 1 - y * ratio(NEAR_TOP, NEAR_BOTTOM, y * y);
  const fade = Math.exp(-0.5 * z * z);
  if (y <= 4) return fade * ratio(MIDDLE_TOP, MIDDLE_BOTTOM, y);
  // Beyond the smallest number there is, the rest would be ∞ · 0.
  if (fade === 0) return 0;
  const inverse = 1 / (y * y);
  return (fade / y) * (ONE_BY_ROOT_PI - inverse * ratio(FAR_TOP, FAR_BOTTOM, inverse));
}

/** P(Z ≤ x) of the standard normal, accurate in relative terms in the lower tail as well. NaN gives NaN. */
export function normalCdf(x: number): number {
  const outer = normalTwoSided(x) / 2;
  return x <= 0 ? outer : 1 - outer;
}

/**
 * The x with P(Z ≤ x) = p. p = 0 and 1 give −∞ and ∞; a p outside [0, 1] is a RangeError.
 * Start: Abramowitz & Stegun 1964, 26.2.23 (error 4.5e-4); then Halley steps on `normalCdf`, which cube the error.
 */
export function normalQuantile(p: number): number {
  requireProbability(p);
  if (p === 0 || p === 1) return p === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  const t = Math.sqrt(-2 * Math.log(tail));
  const top = 2.515517 + t * (0.802853 + t * 0.010328);
  let x = top / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
  for (let step = 0; step < 3; step++) {
    const density = Math.exp(-0.5 * x * x) / SQRT_TWO_PI;
    if (density === 0) break;
    const newton = (normalCdf(x) - tail) / density;
    x -= newton / (1 + 0.5 * x * newton);
  }
  return p < 0.5 ? x : -x;
}

/** u − ln r with u = r − 1, for r = x / a > 0, without cancellation where x is near a. */
function excessOverLog(x: number, a: number): number {
  const u = (x - a) / a;
  if (Math.abs(u) > 0.1) return u - Math.log(x / a);
  const v = u / (2 + u);
  const square = v * v;
  let power = v;
  let sum = 0;
  for (let k = 3; k < 40; k += 2) {
    power *= square;
    sum += power / k;
  }
  return u * v - 2 * sum;
}

/** ln Γ(a + 1) less Stirling's (a + ½) ln a − a + ½ ln 2π, for a > 0. */
function stirlingError(a: number): number {
  let shifted = 0;
  let b = a;
  while (b < 16) {
    shifted += (b + 0.5) * Math.log1p(1 / b) - 1;
    b += 1;
  }
  const s = 1 / (b * b);
  const series =
    (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - (s * 691) / 360360))))) / b;
  return shifted + series;
}

/** x^a e^(−x) / Γ(a + 1), by the saddle-point form that keeps full precision for large a (Loader 2000). */
function poissonDensity(a: number, x: number): number {
  const deviance = a * excessOverLog(x, a);
  return Math.exp(-stirlingError(a) - deviance) / (SQRT_TWO_PI * Math.sqrt(a));
}

/** Both tails of the gamma at x > 0: the smaller one is computed, so neither loses relative precision. */
function gammaTails(x: number, shape: number): { lower: number; upper: number } {
  const density = poissonDensity(shape, x);
  if (x < shape + 1) {
    let term = 1;
    let sum = 1;
    for (let k = 1; term > sum * 1e-17; k++) {
      term *= x / (shape + k);
      sum += term;
    }
    const lower = Math.min(1, density * sum);
    return { lower, upper: 1 - lower };
  }
  // Modified Lentz evaluation of the continued fraction of Γ(a, x).
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; k < 1e6; k++) {
    const coefficient = k * (shape - k);
    b += 2;
    d = 1 / (b + coefficient * d);
    c = b + coefficient / c;
    const change = c * d;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  const upper = Math.min(1, density * shape * fraction);
  return { lower: 1 - upper, upper };
}

/**
 * P(X ≤ x) of a gamma with the given shape and scale 1 (the regularised incomplete gamma function).
 * Series below x = shape + 1, continued fraction above. RangeError unless shape > 0 and finite.
 * Source: DLMF 8.7.1 and 8.9.2; density by Loader 2000.
 */
export function gammaCdf(x: number, shape: number): number {
  requireShape(shape);
  if (Number.isNaN(x)) return Number.NaN;
  if (x <= 0) return 0;
  return x === Number.POSITIVE_INFINITY ? 1 : gammaTails(x, shape).lower;
}

/**
 * The x with P(X ≤ x) = p for a gamma with the given shape and scale 1.
 * Newton steps on the logarithm of the smaller tail, which is concave, from Wilson & Hilferty's (1931) start.
 * p = 0 gives 0, p = 1 gives ∞; RangeError for p outside [0, 1] or a shape that is not above zero.
 */
export function gammaQuantile(p: number, shape: number): number {
  requireShape(shape);
  requireProbability(p);
  if (p === 0) return 0;
  if (p === 1) return Number.POSITIVE_INFINITY;
  const lowerTail = p <= 0.5;
  const cube = 1 - 1 / (9 * shape) + normalQuantile(p) / (3 * Math.sqrt(shape));
  // Near zero P is x^a / Γ(a + 1), which for a very small shape leaves nothing above the smallest number.
  const nearZero = Math.exp((Math.log(p) + logGamma(shape + 1)) / shape);
  let x = cube > 0.3 ? shape * cube ** 3 : nearZero;
  if (!(x > 0)) return 0;
  for (let step = 0; step < 200; step++) {
    const { lower, upper } = gammaTails(x, shape);
    const slope = (poissonDensity(shape, x) * shape) / x;
    const tail = lowerTail ? lower : upper;
    const miss = Math.log(tail / (lowerTail ? p : 1 - p));
    // d ln P / d ln x for the lower tail, d ln Q / dx for the upper.
    const next = lowerTail ? x * Math.exp(-(miss * tail) / (slope * x)) : x + (miss * tail) / slope;
    const kept = next > 0 && Number.isFinite(next) ? next : x / 2;
    const change = Math.abs(kept - x);
    x = kept;
    if (change <= 1e-15 * x) break;
  }
  return x;
}

/** The x with P(X ≤ x) = p for a chi-square with df > 0 degrees of freedom, which need not be a whole number. */
export const chiSquareQuantile = (p: number, df: number): number => 2 * gammaQuantile(p, df / 2);

/** ln Γ(a) for a > 0. */
export function logGamma(a: number): number {
  requireShape(a);
  return stirlingError(a) + (a - 0.5) * Math.log(a) - a + Math.log(SQRT_TWO_PI);
}

function requireProbability(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability lies between 0 and 1; got ${p}.`);
}

function requireShape(shape: number): void {
  if (!(shape > 0) || shape === Number.POSITIVE_INFINITY) {
    throw new RangeError(`A gamma or chi-square distribution needs a shape above zero; got ${shape}.`);
  }
}
