// What can be known of a figure: a value, a value withheld, or nothing. Unknown is never zero.

export type Reading =
  | { readonly status: 'known'; readonly value: number }
  | { readonly status: 'suppressed' }
  | { readonly status: 'unknown'; readonly why: string };

/** A column of figures by area. NaN marks a figure that is not known; it is never drawn, ranked or summed as zero. */
export type Column = Float64Array;

/** An interval around a figure, in the figure's own unit. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

export function known(value: number): Reading {
  return { status: 'known', value };
}

export function unknown(why: string): Reading {
  return { status: 'unknown', why };
}
