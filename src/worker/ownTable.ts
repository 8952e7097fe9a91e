// A reader's table of counts: read, accounted for, protected and kept as measures.
import { csvText } from '../data/csvOut.ts';
import type { Fault } from '../data/fault.ts';
import { loadKnownCodes } from '../data/knownCodes.ts';
import { columnOf, type OwnReading, ownMatrix, readOwnCounts, summed } from '../data/ownCounts.ts';
import { unusedColumns } from '../data/ownGuess.ts';
import type { Level } from '../domain/area.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Counted, OwnMonths, OwnReport, OwnWish } from '../domain/ownCounts.ts';
import { ownPeriodsText, ownPeriodText } from '../encode/ownPeriodWords.ts';
import { areasOf } from '../engine/apportion.ts';
import { monthsBesideSum, monthsOfEach } from '../engine/ownMonths.ts';
import {
  type OwnProtected,
  protectOwnPeriods,
  tooManyToProtect,
  wholeWards,
} from '../engine/ownProtection.ts';
import { minded, sameCounts } from './ownGuard.ts';
import { dropOwn, keepParts, labelOf, type OwnHost, type OwnPart, statusOf, usable } from './ownKept.ts';
import { coverageSentence, ruleSentence, unusedSentences } from './ownWords.ts';

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

const LENGTH = { month: 1, year: 12, 'financial year': 12, text: Number.NaN };

/** The counts of a reading by area of a level, one column for each of the periods wanted. */
function countsBy(dataset: Dataset, by: Level, reading: OwnReading, keys: readonly string[]): Float64Array {
  const from = reading.level ?? by;
  const matrix = ownMatrix(reading.rows, areasOf(dataset, from).code, keys);
  if (from === by) return matrix;
  const rows = areasOf(dataset, by).code.length;
  const out = new Float64Array(rows * keys.length);
  keys.forEach((_, j) => {
    wholeWards(dataset, columnOf(matrix, keys.length, j)).forEach((c, i) => {
      out[i * keys.length + j] = c;
    });
  });
  return out;
}

interface Protected {
  readonly held: OwnProtected;
  readonly byMonth: OwnMonths | null;
  readonly knownAddedUp: number | null;
}

/** Protects what is to be shown as a whole, minding what was shown before. */
function protect(
  dataset: Dataset,
  by: Level,
  counts: Float64Array,
  keys: readonly string[],
  counted: Counted,
  wish: OwnWish,
  before: ReturnType<typeof minded>,
  inMonths: boolean,
  same: boolean,
): Protected {
  const { authority } = areasOf(dataset, by);
  const setting = { keys, authority, authorities: dataset.authorities.length };
  const shown = before?.shown ?? null;
  const several = inMonths && keys.length > 1;
  if (counted.kind === 'each') {
    if (tooManyToProtect(counts, wish.rule))
      throw new RangeError(
        `There are too many small counts to protect each of the ${keys.length} periods by itself. Choose all periods added up, or some, or show the counts by ward.`,
      );
    const held = protectOwnPeriods(counts, keys.length, authority, wish.rule, shown);
    const alone = protectOwnPeriods(summed(counts, keys.length), 1, authority, wish.rule);
    return {
      held,
      byMonth: several ? monthsOfEach(held, counts, setting, by) : null,
      knownAddedUp: statusOf(alone.sum).known,
    };
  }
  const held = protectOwnPeriods(summed(counts, keys.length), 1, authority, wish.rule, shown);
  // Beside an earlier showing of other figures, months would be one more thing to hold against it.
  const months = several && (before === null || same);
  return {
    held,
    byMonth: months ? monthsBesideSum(counts, setting, wish.rule, held.totalsWithheld) : null,
    knownAddedUp: null,
  };
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
  const kind = reading.periodKind ?? 'text';
  const all = reading.periods;
  const named = all.filter((p) => p !== '');
  const report = {
    account: reading.account,
    reasons: reasonsOf(reading.faults),
    faults: reading.faults.slice(0, FIRST_FAULTS),
    faultsFile: faultsCsv(reading.faults),
    files: [],
    periods: named.map((p) => ownPeriodText(kind, p)),
    knownAddedUp: null,
  };
  const unused = unusedSentences(unusedColumns(text, columns));
  const nothing = { measure: null, levels: [], known: 0, suppressed: 0, notKnown: 0 };
  if (reading.level === null || reading.rows.length === 0)
    return {
      ...report,
      ...nothing,
      notes: ['None of the rows has a code of this release’s wards or LSOAs, so there is nothing to show.'],
    };
  const counted: Counted = named.length > 1 ? wish.counted : { kind: 'sum' };
  const keys = counted.kind === 'some' ? all.filter((p) => p >= counted.from && p <= counted.to) : all;
  if (keys.length === 0)
    throw new RangeError(
      'No row that could be used is of the periods chosen. Choose others, or all of them.',
    );
  if (wish.insteadOf) dropOwn(host.ownCounts, wish.insteadOf);
  const by = reading.level === 'ward' ? 'ward' : wish.level;
  const raw = ownMatrix(reading.rows, areasOf(dataset, reading.level).code, all);
  const manner = { label: labelOf(wish).toLowerCase(), by, counted, rule: wish.rule };
  const before = minded(host.ownCounts, { ...manner, raw });
  const same =
    before !== null &&
    sameCounts(before.raw, raw) &&
    before.rule.base === wish.rule.base &&
    before.rule.threshold === wish.rule.threshold;
  const counts = countsBy(dataset, by, reading, keys);
  const inMonths = kind === 'month' && named.length > 0;
  const { held, byMonth, knownAddedUp } = protect(
    dataset,
    by,
    counts,
    keys,
    counted,
    wish,
    before,
    inMonths,
    same,
  );
  const length = named.length === 0 ? Number.NaN : LENGTH[kind];
  const sum: OwnPart = {
    sum: true,
    period: ownPeriodsText(kind, named.length === 0 ? [] : keys),
    levels: { [by]: held.sum },
    months: length * keys.length,
  };
  const each =
    counted.kind === 'each'
      ? keys.map(
          (key, j): OwnPart => ({
            sum: false,
            period: ownPeriodText(kind, key),
            levels: { [by]: held.levels[j] },
            months: length,
          }),
        )
      : [];
  const parts = [sum, ...each].filter((part) => usable(part.levels[by]));
  const status = statusOf(held.sum);
  const notes = [
    ruleSentence(wish.rule),
    reading.level === 'ward'
      ? 'Counts of wards are not shared out over LSOAs: the measure is there for wards only.'
      : '',
    reading.level !== by
      ? 'Counts of LSOAs are added up for wards by the share of each LSOA that lies in the ward; a ward with an LSOA missing from the table is not known.'
      : '',
    keys.length < named.length
      ? `Only ${sum.period} is counted, of ${named.length} periods in the table.`
      : '',
    keys.length > 1
      ? `The ${keys.length} periods, ${sum.period}, are added up; an area that lacks one of them is not known.`
      : '',
    each.length > 0 && parts.length < each.length + 1
      ? `${each.length + 1 - parts.length} of the choices of period have no count above zero that may be shown, and are not offered.`
      : '',
    counted.kind === 'sum' && inMonths && keys.length > 1 && byMonth === null
      ? 'Month by month nothing can be drawn: withheld counts could be worked out from it.'
      : '',
    kind === 'text' || named.length === 0
      ? 'The table does not say how long a time it covers, so the rates are over the table’s period and not a year.'
      : '',
    ...unused,
  ].filter(Boolean);
  if (parts.length === 0)
    return {
      ...report,
      ...nothing,
      ...status,
      knownAddedUp,
      notes: [...notes, 'No area has a count above zero that may be shown, so there is nothing to compare.'],
    };
  host.ownCounts.shown.push({ ...manner, id: wish.id, raw, shown: held.shown });
  const measure = keepParts(host.ownCounts, wish, parts, {
    source: 'your own file',
    note: `Your own counts. ${ruleSentence(wish.rule)} ${coverageSentence(status, by)}`,
    byMonth,
  });
  await host.ownChanged();
  return { ...report, ...status, measure, levels: [by], knownAddedUp, notes };
}
