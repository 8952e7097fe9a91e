// Seeded random numbers: the same seed gives the same draws in a browser, in Node and in a test.

/** A stream of pseudo-random numbers. Every draw advances the stream, so order of calls matters. */
export interface Random {
  /** Uniform on [0, 1), 53 bits. */
  uniform(): number;
  /** A whole number from 0 to n − 1, without modulo bias. RangeError unless n is a whole number from 1 to 2³². */
  below(n: number): number;
  /** Standard normal: mean 0, standard deviation 1. */
  normal(): number;
  /** Gamma with the given shape > 0 and scale 1; its mean and its variance are the shape. */
  gamma(shape: number): number;
  /** Dirichlet: fills `out` with shares that sum to 1. A concentration of 0 gives a share of exactly 0. */
  dirichlet(alpha: ArrayLike<number>, out: Float64Array): Float64Array;
}

const TWO_TO_32 = 4294967296;
const TWO_TO_53 = 9007199254740992;

/** SplitMix32: spreads one seed over the generator's state, so that neighbouring seeds give unrelated streams. */
function splitMix(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) | 0;
  };
}

/**
 * A random stream from a whole-number seed.
 *
 * Generator: sfc32 (Chris Doty-Humphrey, PractRand; 128 bits of state). Normal: Marsaglia's polar method.
 * Gamma: Marsaglia & Tsang 2000, with the shape + 1 boost below 1. Dirichlet: normalised gammas.
 * `below` multiplies and rejects (Lemire 2019), so every value is equally likely.
 *
 * @param seed any safe integer. Its high and low 32 bits both count. RangeError otherwise.
 */
export function createRandom(seed: number): Random {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`The seed must be a whole number; got ${seed}.`);
  const low = splitMix(seed % TWO_TO_32);
  const high = splitMix(Math.floor(seed / TWO_TO_32) ^ 0x5bf03635);
  let a = low() ^ high();
  let b = low();
  let c = high();
  let counter = 1;
  let spare = Number.NaN;

  /** 32 random bits as an unsigned whole number. */
  function bits(): number {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  }
  for (let warmUp = 0; warmUp < 15; warmUp++) bits();

  const uniform = (): number => ((bits() >>> 5) * 67108864 + (bits() >>> 6)) / TWO_TO_53;

  function below(n: number): number {
    if (!(n >= 1 && n <= TWO_TO_32) || Math.floor(n) !== n) {
      throw new RangeError(`A random choice needs a whole number of options from 1 to 4294967296; got ${n}.`);
    }
    for (;;) {
      const draw = bits();
      const product = draw * n;
      // The product is up to 64 bits wide: its high word is the choice, its low word says whether to redraw.
      const lowWord = Math.imul(draw, n | 0) >>> 0;
      if (lowWord >= n || lowWord >= (TWO_TO_32 - n) % n) return Math.round((product - lowWord) / TWO_TO_32);
    }
  }

  function normal(): number {
    if (!Number.isNaN(spare)) {
      const kept = spare;
      spare = Number.NaN;
      return kept;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square > 0 && square < 1) {
        const scale = Math.sqrt((-2 * Math.log(square)) / square);
        spare = y * scale;
        return x * scale;
      }
    }
  }

  function gamma(shape: number): number {
    if (!(shape > 0) || shape === Number.POSITIVE_INFINITY) {
      throw new RangeError(`A gamma draw needs a shape above zero; got ${shape}.`);
    }
    if (shape < 1) return gamma(shape + 1) * (1 - uniform()) ** (1 / shape);
    const d = shape - 1 / 3;
    const slope = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const root = 1 + slope * x;
      if (root <= 0) continue;
      const v = root * root * root;
      const u = 1 - uniform();
      const square = x * x;
      if (u < 1 - 0.0331 * square * square) return d * v;
      if (Math.log(u) < 0.5 * square + d * (1 - v + Math.log(v))) return d * v;
    }
  }

  function dirichlet(alpha: ArrayLike<number>, out: Float64Array): Float64Array {
    if (out.length !== alpha.length) {
      throw new RangeError(`A Dirichlet draw of ${alpha.length} shares cannot fill ${out.length} places.`);
    }
    let total = 0;
    let mass = 0;
    for (let k = 0; k < alpha.length; k++) {
      out[k] = alpha[k] === 0 ? 0 : gamma(alpha[k]);
      total += out[k];
      mass += alpha[k];
    }
    if (!(mass > 0)) throw new RangeError('A Dirichlet draw needs at least one concentration above zero.');
    if (total === 0) {
      // Concentrations so small that every gamma underflows: in that limit one share takes everything.
      let left = uniform() * mass;
      let taker = 0;
      while (taker < alpha.length - 1 && (alpha[taker] === 0 || left >= alpha[taker])) left -= alpha[taker++];
      out[taker] = total = 1;
    }
    for (let k = 0; k < out.length; k++) out[k] /= total;
    return out;
  }

  return { uniform, below, normal, gamma, dirichlet };
}
