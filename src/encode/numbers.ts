// Figures as text: thousands, decimals, signs, shares and intervals, with a true minus sign; what is not known says so.

export const NOT_KNOWN = 'not known';

/** Thousands by hand: making one Intl.NumberFormat costs a phone more than all figures of the first view. */
const THOUSANDS = /\B(?=(?:\d{3})+(?!\d))/g;

function grouped(value: number, digits: number): string {
  const [whole, fraction] = value.toFixed(digits).split('.');
  const withCommas = whole.replace(THOUSANDS, ',');
  return fraction === undefined ? withCommas : `${withCommas}.${fraction}`;
}

/** 3412.04, 1 → "3,412.0"; NaN → "not known". A figure that rounds to zero carries no sign. */
export function decimals(value: number, digits: number): string {
  if (Number.isNaN(value)) return NOT_KNOWN;
  const text = grouped(Math.abs(value), digits);
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** Whole numbers with thousands: 3412 → "3,412". */
export function whole(value: number): string {
  return decimals(value, 0);
}

/** With its sign: +20.9, −3.2, and 0.0 without one. */
export function signed(value: number, digits = 1): string {
  const text = decimals(value, digits);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A share of one as a percentage: 0.284 → "28%". */
export function share(value: number): string {
  return Number.isNaN(value) ? NOT_KNOWN : `${decimals(value * 100, 0)}%`;
}

/** A probability from draws: never a certainty, so 1 is ">99%" and 0 is "<1%". */
export function odds(value: number): string {
  if (Number.isNaN(value)) return NOT_KNOWN;
  if (value >= 0.995) return '>99%';
  if (value < 0.005) return '<1%';
  return share(value);
}

/** Rates and scores: one decimal below 100, none from there on. */
export function rate(value: number): string {
  return decimals(value, Math.abs(value) >= 100 ? 0 : 1);
}

/** An estimate of people, to three significant figures: 3412 → "3,410". */
export function people(value: number): string {
  return Number.isNaN(value) ? NOT_KNOWN : whole(Number(value.toPrecision(3)));
}

/** "3.9 to 7.1"; "to" rather than a dash, which would read as a minus beside negative figures. */
export function range(lower: number, upper: number, digits = 1): string {
  if (Number.isNaN(lower) || Number.isNaN(upper)) return NOT_KNOWN;
  return `${decimals(lower, digits)} to ${decimals(upper, digits)}`;
}

/** A range of rates or scores, both ends told alike: "86 to 102", "3.9 to 7.1". */
export function rateRange(lower: number, upper: number): string {
  return range(lower, upper, Math.abs(upper) >= 100 ? 0 : 1);
}

/** A range of shares: "25–31". */
export function shareRange(lower: number, upper: number): string {
  return `${decimals(lower * 100, 0)}–${decimals(upper * 100, 0)}`;
}

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Small counts in words, as they stand in a sentence. */
export function inWords(count: number): string {
  return SMALL[count] ?? whole(count);
}

/** 15 significant digits, for exports that another program reads; empty where not known. */
export function exact(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : '';
}
