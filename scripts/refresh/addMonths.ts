// Adds counted months to a release: judges each, keeps what is whole already, and says what was done with every month.
import type { StreetCounts } from '../../src/data/streetCounts.ts';
import { lastDay, type Month, type MonthRecord, monthNumber } from '../../src/domain/month.ts';
import type { SourceRecord } from '../release/handTables.ts';
import { FEWEST, judgeMonth, type MonthTotals, STRAY } from './completeness.ts';
import {
  countFilesOf,
  countTablesOf,
  setMonths,
  totalsOf,
  totalsOfCounts,
  withoutHoles,
} from './countTables.ts';
import { fileOf, type OpenRelease, plainRows } from './releaseFolder.ts';

type KeptMonth = MonthRecord & { readonly note?: string };

interface MonthReport {
  readonly month: Month;
  readonly crimes: number;
  readonly status: 'whole' | 'partial';
  readonly done: 'added' | 'replaced' | 'left as it was' | 'not added';
  readonly why: string;
}

export interface Refreshed {
  readonly release: OpenRelease;
  readonly months: readonly MonthReport[];
  /** Months between others that no file covers; they stand as partial and count nowhere. */
  readonly holes: readonly Month[];
  /** Where the way of locating records changes: the first month on the other side of each join. */
  readonly joins: readonly Month[];
}

/** `forces` by month go into the month's note. A partial month never replaces what is there. */
export function addMonths(release: OpenRelease, counted: StreetCounts): Refreshed {
  const tables = countTablesOf(release);
  const names = authorityNames(release, tables.authorities);
  const old = new Map(release.facts.months.map((record) => [record.month, record as KeptMonth]));
  const fresh = counted.months.map((month) => totalsOfCounts(tables, month, counted.counts));
  const whole = new Map<Month, MonthTotals>();
  for (const { month, status } of old.values())
    if (status === 'whole') whole.set(month, totalsOf(tables, month));
  const reports: MonthReport[] = [];
  const records = new Map<Month, KeptMonth>(old);
  const taken: Month[] = [];
  for (const totals of inOrderOfNearness(fresh, [...whole.keys()])) {
    const { month, total: crimes } = totals;
    // A release that has next to no whole month yet is judged by the new ones together.
    const others = whole.size >= FEWEST ? [...whole.values()] : [...whole.values(), ...fresh];
    const { status, why, share } = judgeMonth(totals, others, names);
    const before = old.get(month);
    if (status === 'partial' && (before || share < STRAY)) {
      reports.push({ month, crimes, status, done: before ? 'left as it was' : 'not added', why });
      continue;
    }
    if (status === 'whole') whole.set(month, totals);
    taken.push(month);
    const forces = forcesOf(counted, month);
    const note = status === 'partial' ? `${why}. ${forces}` : forces;
    records.set(month, { month, status, located: 'published', note });
    reports.push({ month, crimes, status, done: before ? 'replaced' : 'added', why });
  }
  reports.sort((a, b) => (a.month < b.month ? -1 : 1));
  if (taken.length === 0) return { release, months: reports, holes: [], joins: [] };
  setMonths(tables, taken, counted.counts);
  const months = withoutHoles([...records.keys()]);
  const holes = months.filter((month) => !records.has(month));
  for (const month of holes)
    records.set(month, { month, status: 'partial', located: 'published', note: 'no file of this month' });
  const series = months.map((month) => records.get(month)!);
  return {
    release: grown(release, countFilesOf(tables, months), series),
    months: reports,
    holes,
    joins: joinsOf(series),
  };
}

/** Months nearest to whole ones first, so that a row of new months is judged step by step against its neighbours. */
function inOrderOfNearness(fresh: readonly MonthTotals[], whole: readonly Month[]): MonthTotals[] {
  const near = ({ month }: MonthTotals) =>
    Math.min(...whole.map((other) => Math.abs(monthNumber(other) - monthNumber(month))));
  return [...fresh].sort((a, b) => near(a) - near(b) || (a.month < b.month ? -1 : 1));
}

function joinsOf(series: readonly KeptMonth[]): Month[] {
  return series
    .filter((record, k) => k > 0 && record.located !== series[k - 1].located)
    .map(({ month }) => month);
}

function forcesOf(counted: StreetCounts, month: Month): string {
  const forces = counted.files
    .filter((file) => file.months.includes(month) && file.used > 0)
    .flatMap((file) => file.forces);
  return `monthly files of ${[...new Set(forces)].sort().join(', ')}`;
}

function authorityNames(release: OpenRelease, codes: readonly string[]): string[] {
  const names = new Map(
    plainRows(fileOf(release, 'areas/authorities.csv')?.text ?? '').map(([code, name]) => [code, name]),
  );
  return codes.map((code) => names.get(code) ?? code);
}

function grown(
  release: OpenRelease,
  counts: OpenRelease['files'],
  months: readonly KeptMonth[],
): OpenRelease {
  const span = `${monthInWords(months[0].month)} to ${monthInWords(months[months.length - 1].month)}`;
  const sources = release.sources.map(
    (source): SourceRecord =>
      source.id === 'crimes' || source.id === 'crime-months' ? { ...source, vintage: span } : source,
  );
  const others = release.files
    .filter(({ path }) => !path.startsWith('counts/'))
    .map((file) =>
      file.path === 'tables/sources.json' ? { ...file, text: `${JSON.stringify(sources)}\n` } : file,
    );
  return {
    ...release,
    sources,
    files: [...others, ...counts],
    facts: { ...release.facts, id: lastDay(months[months.length - 1].month), months },
  };
}

function monthInWords(month: Month): string {
  return new Date(`${month}-01T00:00:00Z`).toLocaleDateString('en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
