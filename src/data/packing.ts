// Packing: a column of decimal numbers as a short text that compresses well, and back, to the last bit.

/** Whole numbers `least + digit value`, divided by `per`, a power of ten. */
export interface Packed {
  readonly least: number;
  readonly per: number;
  /** Base-64 digits plane by plane: the last digits of all numbers, then those before them, and so on. */
  readonly digits: string;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const BASE = ALPHABET.length;
const VALUE = new Int8Array(128).fill(-1);
for (let k = 0; k < BASE; k++) VALUE[ALPHABET.charCodeAt(k)] = k;

/** Packs numbers of at most `decimals` places; throws RangeError for one that has more, or that is not finite. */
export function pack(values: ArrayLike<number>, decimals = 0): Packed {
  const per = 10 ** decimals;
  const whole = Array.from(values, (value) => {
    const rounded = Math.round(value * per);
    if (rounded / per !== value)
      throw new RangeError(`${value} cannot be packed with ${decimals} places after the point.`);
    return rounded;
  });
  const least = whole.reduce((a, b) => Math.min(a, b), whole[0] ?? 0);
  let left = whole.map((value) => value - least);
  let digits = '';
  do {
    digits += left.map((value) => ALPHABET[value % BASE]).join('');
    left = left.map((value) => Math.floor(value / BASE));
  } while (left.some((value) => value > 0));
  return { least, per, digits };
}

/** The `length` numbers that were packed; null where the text is not one of that many. */
export function unpack({ least, per, digits }: Packed, length: number): Float64Array | null {
  const planes = length === 0 ? 0 : digits.length / length;
  if (length === 0 ? digits !== '' : planes < 1 || !Number.isInteger(planes)) return null;
  const values = new Float64Array(length);
  let weight = 1;
  for (let plane = 0, at = 0; plane < planes; plane++, weight *= BASE)
    for (let k = 0; k < length; k++, at++) {
      const digit = VALUE[digits.charCodeAt(at)] ?? -1;
      if (digit < 0) return null;
      values[k] += digit * weight;
    }
  for (let k = 0; k < length; k++) values[k] = (values[k] + least) / per;
  return values;
}
