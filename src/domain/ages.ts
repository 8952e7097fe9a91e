// Ages: the range a question or a service is for, and the stages of life the coverage matrix uses.

/** Completed years, both ends included; `to` is OPEN_END for "and over". */
export interface AgeRange {
  readonly from: number;
  readonly to: number;
}

export const OPEN_END = 120;
export const ALL_AGES: AgeRange = { from: 0, to: OPEN_END };

/** Birth to old age, as the founding paper's life course asks. */
export const LIFE_STAGES: readonly AgeRange[] = [
  { from: 0, to: 4 },
  { from: 5, to: 9 },
  { from: 10, to: 17 },
  { from: 18, to: 24 },
  { from: 25, to: 64 },
  { from: 65, to: OPEN_END },
];

export function sameAges(a: AgeRange, b: AgeRange): boolean {
  return a.from === b.from && a.to === b.to;
}

/** The ages two ranges have in common, or null where they have none. */
export function sharedAges(a: AgeRange, b: AgeRange): AgeRange | null {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return from <= to ? { from, to } : null;
}

/** People of one age band by area; the bands of a dataset do not overlap and cover all ages. */
export interface AgeBand {
  readonly ages: AgeRange;
  readonly people: Float64Array;
}
