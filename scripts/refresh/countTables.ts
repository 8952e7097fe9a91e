// The count tables of a release: LSOA by month for each crime type, read, added to, and written in the same form.
import type { CrimesByPlace } from '../../src/data/streetCounts.ts';
import { type Month, monthFromNumber, monthNumber } from '../../src/domain/month.ts';
import { countFields } from '../release/fields.ts';
import { slugOf } from '../release/figureFiles.ts';
import type { ReleaseFile } from '../release/seal.ts';
import type { MonthTotals } from './completeness.ts';
import { lsoasOf, type OpenRelease, plainRows } from './releaseFolder.ts';

export interface CountTables {
  readonly lsoas: readonly string[];
  readonly authorities: readonly string[];
  readonly authorityOf: ReadonlyMap<string, string>;
  /** LSOAs that never occur: their cells are blank in every month. */
  readonly unrecorded: ReadonlySet<string>;
  /** Crime type → month → crimes by LSOA, in the order of lsoas. */
  readonly types: ReadonlyMap<string, Map<Month, number[]>>;
}

const SOURCES = ['crimes', 'crime-months'];

export function countTablesOf(release: OpenRelease): CountTables {
  const lsoas = lsoasOf(release);
  const types = new Map<string, Map<Month, number[]>>();
  for (const file of release.files.filter(({ path }) => path.startsWith('counts/'))) {
    const [header, ...rows] = plainRows(file.text);
    const byMonth = header
      .slice(1)
      .map((month, k): [Month, number[]] => [month, rows.map((row) => Number(row[k + 1]))]);
    types.set(file.title ?? file.path, new Map(byMonth));
  }
  return {
    lsoas: lsoas.map(({ code }) => code),
    authorities: [...new Set(lsoas.map(({ authority }) => authority))].sort(),
    authorityOf: new Map(lsoas.map(({ code, authority }) => [code, authority])),
    unrecorded: new Set(release.facts.unrecorded),
    types,
  };
}

/** Totals of one month of the tables. */
export function totalsOf(tables: CountTables, month: Month): MonthTotals {
  const byLsoa = tables.lsoas.map((_, k) => {
    let sum = 0;
    for (const byMonth of tables.types.values()) sum += byMonth.get(month)?.[k] ?? 0;
    return sum;
  });
  return sumUp(tables, month, byLsoa);
}

/** Totals of one month of newly counted crimes. */
export function totalsOfCounts(tables: CountTables, month: Month, counts: CrimesByPlace): MonthTotals {
  const byLsoa = tables.lsoas.map((code) => {
    let sum = 0;
    for (const byMonth of counts.values()) sum += byMonth.get(month)?.get(code) ?? 0;
    return sum;
  });
  return sumUp(tables, month, byLsoa);
}

function sumUp(tables: CountTables, month: Month, byLsoa: readonly number[]): MonthTotals {
  const byAuthority = new Map(tables.authorities.map((code) => [code, 0]));
  let total = 0;
  let lsoas = 0;
  byLsoa.forEach((crimes, k) => {
    const authority = tables.authorityOf.get(tables.lsoas[k])!;
    byAuthority.set(authority, byAuthority.get(authority)! + crimes);
    total += crimes;
    if (crimes > 0) lsoas++;
  });
  return { month, total, byAuthority: [...byAuthority.values()], lsoas };
}

/** Sets the months of the counts in the tables, in place; a month not counted for a type is zero there. */
export function setMonths(tables: CountTables, months: readonly Month[], counts: CrimesByPlace): void {
  const types = tables.types as Map<string, Map<Month, number[]>>;
  for (const type of counts.keys()) if (!types.has(type)) types.set(type, new Map());
  for (const [type, byMonth] of types)
    for (const month of months) {
      const byLsoa = counts.get(type)?.get(month);
      byMonth.set(
        month,
        tables.lsoas.map((code) => byLsoa?.get(code) ?? 0),
      );
    }
}

/** Every month from the first to the last: a month between them that no file covers must stand in the axis too. */
export function withoutHoles(months: readonly Month[]): Month[] {
  const numbers = months.map(monthNumber);
  const first = Math.min(...numbers);
  return Array.from({ length: Math.max(...numbers) - first + 1 }, (_, k) => monthFromNumber(first + k));
}

export function countFilesOf(tables: CountTables, months: readonly Month[]): ReleaseFile[] {
  const fields = countFields(months);
  const header = fields.map((field) => field.name).join(',');
  return [...tables.types].map(([type, byMonth]) => {
    const columns = months.map((month) => byMonth.get(month));
    const rows = tables.lsoas.map((code, k) => {
      const blank = tables.unrecorded.has(code);
      return [code, ...columns.map((column) => (blank ? '' : (column?.[k] ?? 0)))].join(',');
    });
    return {
      path: `counts/${slugOf(type)}.csv`,
      title: type,
      text: `${[header, ...rows].join('\n')}\n`,
      fields,
      sources: SOURCES,
    };
  });
}
