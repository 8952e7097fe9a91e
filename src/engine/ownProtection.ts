// Own counts made safe to show: small ones withheld, others rounded, and none to be worked out from totals or an earlier showing.
import type { Dataset } from '../domain/dataset.ts';
import type { OwnLevel, OwnRule } from '../domain/ownCounts.ts';
import { apportion } from './apportion.ts';
import { type EarlierRelease, protectTable } from './disclosure.ts';

/** What was shown of a table before, as the next showing of the same counts has to know it. */
export interface Shown {
  readonly counts: Float64Array;
  readonly columns: number;
  readonly rule: OwnRule;
  readonly earlier: EarlierRelease;
}

/** Counts by area and period as they may be shown, with the sums that were protected beside them. */
export interface OwnProtected {
  /** One for each period, in order. */
  readonly levels: readonly OwnLevel[];
  /** All periods added up; the only period itself where there is one. */
  readonly sum: OwnLevel;
  /** Sums over each group's areas, then over all, by period; NaN where withheld or not known. */
  readonly groups: readonly Float64Array[];
  readonly region: Float64Array;
  /** True where the sum of all periods is withheld of any group or of the region. */
  readonly totalsWithheld: boolean;
  readonly shown: Shown;
}

/** Groups numbered from 0 without a break, whatever numbers they come with. */
function numbered(group: ArrayLike<number>): number[] {
  const seats = new Map([...new Set(Array.from(group))].sort((a, b) => a - b).map((g, k) => [g, k]));
  return Array.from(group, (g) => seats.get(g) ?? 0);
}

const SMALL_ENOUGH = 4e7;

/** Protecting every period by itself takes time that grows with small counts × cells; beyond some seconds it is not offered. */
export function tooManyToProtect(counts: Float64Array, rule: OwnRule): boolean {
  const small = counts.reduce((n, c) => (c >= 1 && c <= rule.threshold ? n + 1 : n), 0);
  return small * counts.length > SMALL_ENOUGH;
}

/**
 * Counts by area and period as they may be shown (METHOD §10), protected together with every sum that can be made of them: over the
 * periods, over each group's areas and over all (`protectTable`). Whatever is shown of the result, one period now and their sum
 * later, reveals no more than all of it at once does.
 *
 * Areas that are not known count as none inside the sums, so that the sums of those that are known are protected too. Shown before
 * under the same name: what was withheld then stays withheld. Where the earlier showing would give a count away whatever is withheld
 * now, nothing is shown: RangeError. Counts that are not whole (shared out between wards) are rounded first.
 * @param counts row by row, `columns` periods each, NaN where not known. @param group of each area, such as its authority.
 */
export function protectOwnPeriods(
  counts: Float64Array,
  columns: number,
  group: ArrayLike<number>,
  rule: OwnRule,
  before: Shown | null = null,
): OwnProtected {
  const given = counts.map((c) => (Number.isNaN(c) ? 0 : Math.round(c)));
  const table = { counts: given, columns, group: numbered(group) };
  if (before && before.columns !== columns)
    throw new RangeError(
      'Counts of this name were shown with other periods before. Beside those, withheld ones could be worked out: give these another name if they are of other events, or reload the page.',
    );
  const { readings, suppressed, exposed, width } = protectTable(table, rule, before?.earlier);
  if (exposed.length > 0) {
    throw new RangeError(
      'Beside what was shown of these counts before, withheld ones could be worked out. Bring them under another name only if they are of other events, or reload the page.',
    );
  }
  const rows = group.length;
  const known = (cell: number) => {
    const reading = readings[cell];
    return reading.status === 'known' ? reading.value : Number.NaN;
  };
  /** One column of the areas; `missing` says which are not known. */
  const levelOf = (column: number, missing: (row: number) => boolean): OwnLevel => ({
    counts: Float64Array.from({ length: rows }, (_, i) =>
      missing(i) ? Number.NaN : known(i * width + column),
    ),
    suppressed: Uint8Array.from({ length: rows }, (_, i) =>
      !missing(i) && suppressed[i * width + column] === 1 ? 1 : 0,
    ),
  });
  const absent = (row: number, column: number) => Number.isNaN(counts[row * columns + column]);
  const levels = Array.from({ length: columns }, (_, j) => levelOf(j, (i) => absent(i, j)));
  const anyAbsent = (row: number) => Array.from({ length: columns }, (_, j) => j).some((j) => absent(row, j));
  const lines = readings.length / width - rows;
  const groupCount = Math.max(...table.group) + 1;
  const sums = Array.from({ length: lines }, (_, line) =>
    Float64Array.from({ length: columns }, (_, j) => known((rows + line) * width + j)),
  );
  const total = (line: number) => suppressed[(rows + line) * width + width - 1] === 1;
  return {
    levels,
    sum: columns > 1 ? levelOf(columns, anyAbsent) : levels[0],
    groups: sums.slice(0, groupCount),
    region: sums[sums.length - 1],
    totalsWithheld: Array.from({ length: lines }, (_, line) => line).some(total),
    shown: { counts, columns, rule, earlier: { table, suppressed } },
  };
}

/** The same for counts of one period, or of several added up. */
export function protectOwn(
  counts: Float64Array,
  group: ArrayLike<number>,
  rule: OwnRule,
  before: Shown | null = null,
): { level: OwnLevel; shown: Shown; totalsWithheld: boolean } {
  const { sum, shown, totalsWithheld } = protectOwnPeriods(counts, 1, group, rule, before);
  return { level: sum, shown, totalsWithheld };
}

/** Public records, shown as they are. */
export function openLevel(counts: Float64Array): OwnLevel {
  return { counts, suppressed: new Uint8Array(counts.length) };
}

/** A sliver of this many ten-thousandths of an LSOA does not make its ward unknown. */
const SLIVER = 100;

/** Counts of LSOAs added up for wards by share (METHOD §3); NaN for a ward any real part of which is not known. */
export function wholeWards(dataset: Dataset, counts: Float64Array): Float64Array {
  const total = apportion(dataset, 'ward', counts);
  const { lsoa, ward, parts } = dataset.shares;
  for (let k = 0; k < parts.length; k++)
    if (parts[k] >= SLIVER && Number.isNaN(counts[lsoa[k]])) total[ward[k]] = Number.NaN;
  return total;
}
