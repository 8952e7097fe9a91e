// Own counts made safe to show: small ones withheld, others rounded, and none to be worked out from totals or an earlier showing.
import type { Dataset } from '../domain/dataset.ts';
import type { OwnLevel, OwnRule } from '../domain/ownCounts.ts';
import { apportion } from './apportion.ts';
import { type EarlierRelease, protectTable } from './disclosure.ts';

/** What was shown of a table before, as the next showing of the same counts has to know it. */
export interface Shown {
  readonly counts: Float64Array;
  readonly rule: OwnRule;
  readonly earlier: EarlierRelease;
}

/** Groups numbered from 0 without a break, whatever numbers they come with. */
function numbered(group: ArrayLike<number>): number[] {
  const seats = new Map([...new Set(Array.from(group))].sort((a, b) => a - b).map((g, k) => [g, k]));
  return Array.from(group, (g) => seats.get(g) ?? 0);
}

/**
 * Counts by area as they may be shown (METHOD §10), protected inside each group's total and the total of all (`protectTable`).
 *
 * Shown before under the same name: what was withheld then stays withheld. Where the earlier showing would give a count away
 * whatever is withheld now, nothing is shown: RangeError. Counts that are not whole (shared out between wards) are rounded first.
 * @param counts by area, NaN where not known. @param group of each area, such as its authority.
 */
export function protectOwn(
  counts: Float64Array,
  group: ArrayLike<number>,
  rule: OwnRule,
  before: Shown | null = null,
): { level: OwnLevel; shown: Shown } {
  const table = { counts: counts.map((c) => Math.round(c)), columns: 1, group: numbered(group) };
  const { readings, suppressed, exposed } = protectTable(table, rule, before?.earlier);
  if (exposed.length > 0) {
    throw new RangeError(
      'Beside what was shown of these counts before, withheld ones could be worked out. Bring them under another name only if they are of other events, or reload the page.',
    );
  }
  const n = counts.length;
  return {
    level: {
      counts: Float64Array.from({ length: n }, (_, i) => {
        const reading = readings[i];
        return reading.status === 'known' ? reading.value : Number.NaN;
      }),
      suppressed: Uint8Array.from({ length: n }, (_, i) => (readings[i].status === 'suppressed' ? 1 : 0)),
    },
    shown: { counts, rule, earlier: { table, suppressed } },
  };
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
