// Someone's own counts by ward or LSOA: joined by code and vintage, with a reason for every row that is not used.
import type { Level } from '../domain/area.ts';
import type { PeriodKind } from '../domain/ownCounts.ts';
import { type KnownCodes, readCode } from './areaCodes.ts';
import { type Fault, shown } from './fault.ts';
import { isWithheld, type OwnMapping } from './ownGuess.ts';
import { periodColumn } from './ownPeriods.ts';
import { readTable, type TableRow } from './table.ts';

export interface OwnRow {
  /** Row as a spreadsheet numbers it. */
  readonly row: number;
  /** Code of the release. */
  readonly code: string;
  /** Code as written; differs where LSOAs of 2011 were merged. */
  readonly written: string;
  /** Empty where the table has no periods. */
  readonly period: string;
  /** Null: the table withholds it. Not known, never 0. */
  readonly count: number | null;
  readonly population: number | null;
}

export interface OwnReading {
  readonly level: Level | null;
  readonly periodKind: PeriodKind | null;
  /** In order; one empty text where the table has no periods. */
  readonly periods: readonly string[];
  readonly rows: readonly OwnRow[];
  readonly faults: readonly Fault[];
  /** read = used + setAside. */
  readonly account: { readonly read: number; readonly used: number; readonly setAside: number };
}

/** Reads with the columns the reader confirmed. The level is that of most rows; rows of the other level are set aside. */
export function readOwnCounts(text: string, mapping: OwnMapping, known: KnownCodes): OwnReading {
  const table = readTable(text);
  const faults: Fault[] = [...table.faults];
  const level = levelOf(table.rows, mapping.code, known);
  const periods =
    mapping.period === null ? null : periodColumn(table.rows.map((row) => row.cells[mapping.period!]));
  const reader = new RowReader(mapping, known, level, periods?.read ?? (() => ''), faults);
  const rows = wholeMergers(
    table.rows.flatMap((row) => reader.read(row) ?? []),
    known,
    faults,
  );
  return {
    level,
    periodKind: periods?.kind ?? null,
    periods: [...new Set(rows.map((row) => row.period))].sort(),
    rows,
    faults,
    account: { read: table.rowsRead, used: rows.length, setAside: table.rowsRead - rows.length },
  };
}

/**
 * Counts by area and period, row by row, in the order of the codes. NaN where the table lacks the area's period, or withholds it or
 * a part of it: a sum with a part missing is not known.
 */
export function ownMatrix(
  rows: readonly OwnRow[],
  codes: readonly string[],
  periods: readonly string[],
): Float64Array {
  const area = new Map(codes.map((code, i) => [code, i]));
  const column = new Map(periods.map((period, j) => [period, j]));
  const out = new Float64Array(codes.length * periods.length).fill(Number.NaN);
  const begun = new Uint8Array(out.length);
  for (const row of rows) {
    const i = area.get(row.code);
    const j = column.get(row.period);
    if (i === undefined || j === undefined) continue;
    const cell = i * periods.length + j;
    out[cell] = (begun[cell] ? out[cell] : 0) + (row.count ?? Number.NaN);
    begun[cell] = 1;
  }
  return out;
}

/** One column of a matrix of so many. */
export function columnOf(matrix: Float64Array, columns: number, column: number): Float64Array {
  return Float64Array.from({ length: matrix.length / columns }, (_, i) => matrix[i * columns + column]);
}

/** Counts by area, summed over the periods; NaN where an area lacks one of them. */
export function ownColumn(
  rows: readonly OwnRow[],
  codes: readonly string[],
  periods: readonly string[],
): Float64Array {
  return summed(ownMatrix(rows, codes, periods), periods.length);
}

/** Rows of a matrix added up. */
export function summed(matrix: Float64Array, columns: number): Float64Array {
  return Float64Array.from({ length: matrix.length / columns }, (_, i) =>
    matrix.subarray(i * columns, (i + 1) * columns).reduce((sum, c) => sum + c, 0),
  );
}

/** A merged area is known only where all the LSOAs it was made of are in the table for the period. */
function wholeMergers(rows: OwnRow[], known: KnownCodes, faults: Fault[]): OwnRow[] {
  const parents = new Map<string, string[]>();
  for (const [old, parts] of known.lsoaChanges)
    if (parts.length === 1) parents.set(parts[0], [...(parents.get(parts[0]) ?? []), old]);
  const there = new Set(rows.map((row) => `${row.written} ${row.period}`));
  return rows.filter((row) => {
    if (row.written === row.code) return true;
    const lacking = (parents.get(row.code) ?? []).filter((old) => !there.has(`${old} ${row.period}`));
    if (lacking.length === 0) return true;
    faults.push({
      row: row.row,
      field: 'area code',
      problem: `${row.written} was merged into ${row.code} with ${lacking.join(' and ')}, which the table lacks`,
      remedy: `Add ${lacking.join(' and ')}, or give the count of ${row.code}`,
      setAside: true,
    });
    return false;
  });
}

/** Two small tables to start from. */
export const OWN_TEMPLATES = {
  ward: 'ward_code,month,count\nE05011118,2026-01,12\nE05011118,2026-02,9\nE05011119,2026-01,*\n',
  lsoa: 'lsoa_code,count\nE01008881,4\nE01008882,0\n',
} as const;

function levelOf(rows: readonly TableRow[], column: number, known: KnownCodes): Level | null {
  let wards = 0;
  let lsoas = 0;
  for (const { cells } of rows) {
    const reading = readCode(cells[column], known);
    if (reading.status === 'other') continue;
    if (reading.level === 'ward') wards++;
    else lsoas++;
  }
  if (wards + lsoas === 0) return null;
  return wards >= lsoas ? 'ward' : 'lsoa';
}

class RowReader {
  /** Cell of code and period as written → its row: the same cell twice is a fault, two merged LSOAs are none. */
  readonly #seen = new Map<string, number>();

  constructor(
    private readonly mapping: OwnMapping,
    private readonly known: KnownCodes,
    private readonly level: Level | null,
    private readonly period: (cell: string) => string | null,
    private readonly faults: Fault[],
  ) {}

  read({ row, cells }: TableRow): OwnRow | null {
    const fault = (field: string, problem: string, remedy: string) => {
      this.faults.push({ row, field, problem, remedy, setAside: true });
      return null;
    };
    const reading = readCode(cells[this.mapping.code], this.known);
    if (reading.status === 'other') return fault('area code', reading.problem, reading.remedy);
    if (reading.level !== this.level)
      return fault(
        'area code',
        `it is of a ${reading.level}, most rows are of a ${this.level}`,
        'Bring wards and LSOAs in two files',
      );
    const period = this.mapping.period === null ? '' : this.period(cells[this.mapping.period]);
    if (period === null)
      return fault(
        'period',
        `${shown(cells[this.mapping.period!])} is not a period like the others`,
        'Write 2026-01',
      );
    const key = `${cells[this.mapping.code].trim().toUpperCase()} ${period}`;
    const before = this.#seen.get(key);
    if (before !== undefined)
      return fault(
        '',
        `area and period stand in row ${before} already`,
        'Add such rows up first, or choose the column that tells periods apart',
      );
    const count = countOf(cells[this.mapping.count]);
    if (count === undefined)
      return fault(
        'count',
        `${shown(cells[this.mapping.count])} is not a count`,
        'Write a whole number from 0 on, or * where it is withheld',
      );
    if (count === null)
      this.faults.push({
        row,
        field: 'count',
        problem: `${shown(cells[this.mapping.count])} is withheld: it stays not known, and is not 0`,
        remedy: 'Nothing needs doing',
        setAside: false,
      });
    const population = this.mapping.population === null ? null : countOf(cells[this.mapping.population]);
    if (population === undefined || population === 0)
      return fault(
        'population',
        `${shown(cells[this.mapping.population!])} is not a population`,
        'Write a whole number above 0',
      );
    this.#seen.set(key, row);
    const written = cells[this.mapping.code].trim().toUpperCase();
    return { row, code: reading.code, written, period, count, population };
  }
}

/** A whole number from 0 on; null is withheld; undefined is neither. */
function countOf(cell: string): number | null | undefined {
  const text = cell.trim();
  if (/^\d{1,3}(,\d{3})+$/.test(text)) return Number(text.replaceAll(',', ''));
  if (/^\d+(\.0+)?$/.test(text)) return Number(text);
  return isWithheld(text) ? null : undefined;
}
