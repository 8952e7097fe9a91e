// Events recorded in a period, by LSOA: whole months only.
import type { Dataset } from '../domain/dataset.ts';
import { joinedName } from '../domain/joinedCounts.ts';
import { type Month, type MonthRecord, monthNumber, type Period } from '../domain/month.ts';

export interface MonthChoice {
  /** Indices into the dataset's months that may be summed. */
  readonly whole: readonly number[];
  /** Months of the period that are held but partial. */
  readonly partial: readonly Month[];
  /** Months of the period the release does not hold. */
  readonly missing: number;
}

/** Which months of a period can be summed: a partial or missing month never is. */
export function monthsIn(months: readonly MonthRecord[], period: Period): MonthChoice {
  const inside = months
    .map((m, index) => ({ ...m, index }))
    .filter((m) => m.month >= period.from && m.month <= period.to);
  const asked = monthNumber(period.to) - monthNumber(period.from) + 1;
  return {
    whole: inside.filter((m) => m.status === 'whole').map((m) => m.index),
    partial: inside.filter((m) => m.status === 'partial').map((m) => m.month),
    missing: asked - inside.length,
  };
}

/** Sums by LSOA and month, kept as long as the counts they were made of: every slider asks for the same ones again. */
const summed = new WeakMap<Dataset['counts'], Map<string, Float64Array>>();

/**
 * Events of some crime types, by LSOA and month: row i, column m at i * months + m. Partial months are in it as published and LSOAs
 * the source never names are zero: what may be summed is the caller's question. RangeError if a type has not been loaded.
 */
export function monthlyEvents(dataset: Dataset, types: readonly string[]): Float64Array {
  const held = summed.get(dataset.counts) ?? new Map<string, Float64Array>();
  summed.set(dataset.counts, held);
  const key = types.join('|');
  const known = held.get(key);
  if (known) return known;
  const total = new Float64Array(dataset.lsoas.code.length * dataset.months.length);
  const missing = types.find((type) => !dataset.counts.has(type));
  const joined = dataset.counts.get(joinedName(types));
  if (missing !== undefined && !joined)
    throw new RangeError(`The counts of "${missing}" have not been loaded.`);
  for (const type of missing === undefined ? types : [joinedName(types)]) {
    const counts = dataset.counts.get(type);
    if (!counts) continue;
    for (let k = 0; k < total.length; k++) total[k] += counts[k];
  }
  held.set(key, total);
  return total;
}

/** Events of some crime types over some months, by LSOA. LSOAs the source never names are NaN: not known, not zero. */
export function eventsIn(
  dataset: Dataset,
  types: readonly string[],
  months: readonly number[],
): Float64Array {
  const held = dataset.months.length;
  const monthly = monthlyEvents(dataset, types);
  const total = new Float64Array(dataset.lsoas.code.length);
  for (let i = 0; i < total.length; i++) {
    let sum = 0;
    for (let k = 0; k < months.length; k++) sum += monthly[i * held + months[k]];
    total[i] = sum;
  }
  for (const i of dataset.unrecorded) total[i] = Number.NaN;
  return total;
}

/**
 * The two latest runs of twelve whole months in a row that do not overlap, earlier first; null where there are none.
 * They tell how much counts vary from year to year.
 */
export function twoWholeYears(months: readonly MonthRecord[]): [earlier: number[], later: number[]] | null {
  const years: number[][] = [];
  for (let end = months.length - 1; end >= 11 && years.length < 2; end--) {
    const run = Array.from({ length: 12 }, (_, k) => end - 11 + k);
    const whole = run.every((k) => months[k].status === 'whole');
    const inRow = monthNumber(months[end].month) - monthNumber(months[end - 11].month) === 11;
    if (!whole || !inRow) continue;
    years.push(run);
    end -= 11;
  }
  return years.length === 2 ? [years[1], years[0]] : null;
}
