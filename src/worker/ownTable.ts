// A reader's table of counts: read, accounted for, protected and kept as a measure.
import { csvText } from '../data/csvOut.ts';
import type { Fault } from '../data/fault.ts';
import { loadKnownCodes } from '../data/knownCodes.ts';
import { ownColumn, readOwnCounts } from '../data/ownCounts.ts';
import type { Level } from '../domain/area.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { OwnReport, OwnWish } from '../domain/ownCounts.ts';
import { areasOf } from '../engine/apportion.ts';
import { protectOwn, wholeWards } from '../engine/ownProtection.ts';
import { measureOf, type OwnHost, type OwnKept, statusOf } from './ownKept.ts';
import { ruleSentence } from './ownWords.ts';

const FIRST_FAULTS = 200;

function faultsCsv(faults: readonly Fault[]): string {
  return csvText(
    ['row', 'column', 'problem', 'remedy', 'row set aside'],
    faults.map((f) => [f.row, f.field, f.problem, f.remedy, f.setAside ? 'yes' : 'no']),
  );
}

function reasonsOf(faults: readonly Fault[]): { reason: string; rows: number }[] {
  const rows = new Map<string, number>();
  for (const fault of faults)
    if (fault.setAside) {
      const reason = fault.row === null ? 'the file as a whole' : fault.field || 'shape of the row';
      rows.set(reason, (rows.get(reason) ?? 0) + 1);
    }
  return [...rows].map(([reason, count]) => ({ reason, rows: count })).sort((a, b) => b.rows - a.rows);
}

/** Protects the counts of one level, minding what was shown of them before. */
function guarded(
  kept: OwnKept,
  dataset: Dataset,
  wish: OwnWish,
  by: Level,
  raw: Float64Array,
  counts: Float64Array,
) {
  const label = wish.label.trim().toLowerCase();
  const same = (a: Float64Array, b: Float64Array) =>
    a.length === b.length && a.every((v, i) => Object.is(v, b[i]));
  const before = kept.shown.filter((s) => s.label === label || same(s.raw, raw));
  const other = before.find((s) => s.by !== by);
  if (other) {
    throw new RangeError(
      `These counts were shown by ${other.by === 'ward' ? 'ward' : 'LSOA'} already. Shown by ${by === 'ward' ? 'ward' : 'LSOA'} as well, withheld ones could be worked out. Keep to the first, or reload the page to begin again.`,
    );
  }
  const last = before[before.length - 1]?.shown ?? null;
  const result = protectOwn(counts, areasOf(dataset, by).authority, wish.rule, last);
  return { level: result.level, remember: () => kept.shown.push({ label, by, raw, shown: result.shown }) };
}

export async function takeTable(
  host: OwnHost,
  dataset: Dataset,
  wish: OwnWish,
  text: string,
): Promise<OwnReport> {
  const { columns } = wish;
  if (!columns) throw new RangeError('Say first which columns hold the area codes and the counts.');
  const known = await loadKnownCodes(host.read, dataset);
  const reading = readOwnCounts(text, { ...columns, population: null }, known);
  const report = {
    account: reading.account,
    reasons: reasonsOf(reading.faults),
    faults: reading.faults.slice(0, FIRST_FAULTS),
    faultsFile: faultsCsv(reading.faults),
    files: [],
    periods: reading.periods.filter((p) => p !== ''),
  };
  const nothing = { measure: null, levels: [], known: 0, suppressed: 0, notKnown: 0 };
  if (reading.level === null || reading.rows.length === 0)
    return {
      ...report,
      ...nothing,
      notes: ['None of the rows has a code of this release’s wards or LSOAs, so there is nothing to show.'],
    };
  const by = reading.level === 'ward' ? 'ward' : wish.level;
  const raw = ownColumn(reading.rows, areasOf(dataset, reading.level).code, reading.periods);
  const counts = reading.level === by ? raw : wholeWards(dataset, raw);
  const { level, remember } = guarded(host.ownCounts, dataset, wish, by, raw, counts);
  const status = statusOf(level);
  const total = level.counts.reduce((sum, c) => sum + (Number.isNaN(c) ? 0 : c), 0);
  const notes = [
    ruleSentence(wish.rule),
    reading.level === 'ward'
      ? 'Counts of wards are not shared out over LSOAs: the measure is there for wards only.'
      : '',
    reading.level !== by
      ? 'Counts of LSOAs are added up for wards by the share of each LSOA that lies in the ward; a ward with an LSOA missing from the table is not known.'
      : '',
    report.periods.length > 1
      ? `The ${report.periods.length} periods are added up; an area that lacks one of them is not known.`
      : '',
    reading.periodKind === 'text' || report.periods.length === 0
      ? 'The table does not say how long a time it covers, so the rates are over the table’s period and not a year.'
      : '',
  ].filter(Boolean);
  if (!(total > 0))
    return {
      ...report,
      ...nothing,
      ...status,
      notes: [...notes, 'No area has a count above zero that may be shown, so there is nothing to compare.'],
    };
  remember();
  const { periods } = report;
  const span =
    periods.length > 1
      ? `${periods[0]} to ${periods[periods.length - 1]}`
      : (periods[0] ?? 'the table’s period');
  const measure = measureOf(wish, span, 'your own file', `Your own counts. ${ruleSentence(wish.rule)}`);
  const length = { month: 1, year: 12, 'financial year': 12, text: Number.NaN };
  const months =
    periods.length === 0 || !reading.periodKind ? Number.NaN : length[reading.periodKind] * periods.length;
  host.ownCounts.tables.set(measure.id, { measure, levels: { [by]: level }, months });
  await host.ownChanged();
  return { ...report, ...status, measure, levels: [by], notes };
}
