// What a table someone brings seems to be, and which of its columns is which: a guess for the reader to confirm.

import { type Fault, shown } from './fault.ts';
import { isStreetFile } from './streetFile.ts';
import { columnName, readTable, type Table } from './table.ts';

/** Positions of columns; null is none. */
export interface OwnMapping {
  readonly code: number;
  readonly count: number;
  readonly period: number | null;
  readonly population: number | null;
}

export interface OwnGuess {
  /** A street file is counted by LSOA instead; an inventory belongs to the Provision screen. */
  readonly kind: 'counts' | 'street file' | 'inventory' | 'not recognised';
  readonly columns: readonly string[];
  /** First rows, to look at while confirming. */
  readonly sample: readonly (readonly string[])[];
  /** Null where code or count column cannot be guessed. */
  readonly mapping: OwnMapping | null;
  /** Each column that was guessed, and by what; in words. */
  readonly why: readonly string[];
  readonly faults: readonly Fault[];
}

const CODE = /^[EWSN]\d{8}$/i;
const COUNT_NAMES =
  /count|number|offence|crime|incident|event|victim|admission|attendance|referral|injur|assault|total|cases|^n$|value/;
const POPULATION_NAMES = /popul|resident|people|denominator|persons|base/;
const PERIOD_NAMES = /month|period|year|date|quarter|time/;
/** Looked at for guessing; the rest is read when the guess is confirmed. */
const LOOKED_AT = 500;

export function recognise(text: string): OwnGuess {
  const start = text.slice(0, 2000);
  if (isStreetFile(start)) {
    const why = ['it has the twelve columns of a police.uk street file'];
    return { kind: 'street file', columns: [], sample: [], mapping: null, why, faults: [] };
  }
  const table = readTable(headOf(text));
  const columns = table.header;
  const sample = table.rows.slice(0, 5).map((row) => row.cells);
  const shared = { columns, sample, faults: table.faults };
  if (columns.includes('programme') && columns.includes('place'))
    return {
      ...shared,
      kind: 'inventory',
      mapping: null,
      why: ['it has the columns “programme” and “place”'],
    };
  const cells = columns.map((_, k) => table.rows.map((row) => row.cells[k].trim()).filter(Boolean));
  const code = cells.findIndex((column) => most(column, (cell) => CODE.test(cell)));
  const taken = new Set([code]);
  const period = named(columns, taken, PERIOD_NAMES);
  if (period >= 0) taken.add(period);
  const numeric = new Set(cells.flatMap((column, k) => (most(column, isCount) ? [k] : [])));
  const population = named(columns, taken, POPULATION_NAMES, numeric);
  if (population >= 0) taken.add(population);
  const byName = named(columns, taken, COUNT_NAMES, numeric);
  const count = byName >= 0 ? byName : columns.findIndex((_, k) => !taken.has(k) && numeric.has(k));
  if (code < 0 || count < 0)
    return { ...shared, kind: 'not recognised', mapping: null, why: missing(table, code, count) };
  const mapping = {
    code,
    count,
    period: period < 0 ? null : period,
    population: population < 0 ? null : population,
  };
  const why = [
    `area codes: “${columns[code]}”, as its cells are GSS codes`,
    `counts: “${columns[count]}”, ${byName >= 0 ? 'by its name' : 'the first column of whole numbers'}`,
    ...(period < 0 ? [] : [`periods: “${columns[period]}”, by its name`]),
    ...(population < 0
      ? []
      : [`“${columns[population]}” looks like a population and is not used: rates are made with the census`]),
  ];
  return { ...shared, kind: 'counts', mapping, why };
}

/** The header and the first rows; cut at a line end. */
function headOf(text: string): string {
  let at = -1;
  for (let lines = 0; lines < LOOKED_AT; lines++) {
    at = text.indexOf('\n', at + 1);
    if (at < 0) return text;
  }
  return text.slice(0, at + 1);
}

function named(
  columns: readonly string[],
  taken: ReadonlySet<number>,
  names: RegExp,
  among: ReadonlySet<number> | null = null,
): number {
  return columns.findIndex(
    (name, k) => !taken.has(k) && (among?.has(k) ?? true) && names.test(columnName(name)),
  );
}

function most(column: readonly string[], test: (cell: string) => boolean): boolean {
  return column.length > 0 && column.filter(test).length * 2 > column.length;
}

function isCount(cell: string): boolean {
  return /^\d{1,3}(,\d{3})+$|^\d+$/.test(cell) || isWithheld(cell);
}

/** How publishers write a figure they keep back. */
export function isWithheld(cell: string): boolean {
  return /^(\*+|c|x|s|z|supp(ressed)?|withheld|<\s*\d+|\d+\s*-\s*\d+|\.\.)$/i.test(cell.trim());
}

function missing(table: Table, code: number, count: number): string[] {
  if (table.rows.length === 0 && table.rowsRead > 0)
    return [
      'the first row is taken for the header, and no row below has as many cells: put the column names in the first row',
    ];
  if (table.header.length === 0 || table.rows.length === 0) return ['there are no rows below a header'];
  return [
    ...(code < 0
      ? ['no column has GSS codes (E05…, E01…); names alone are not enough to place a count']
      : []),
    ...(count < 0 ? ['no column has whole numbers that could be counts'] : []),
  ];
}

/** A column of the table that plays no part, quoted. */
export interface UnusedColumn {
  readonly name: string;
  /** It looks like people to divide by. */
  readonly population: boolean;
}

/** The columns other than those chosen for code, count and period. */
export function unusedColumns(
  text: string,
  { code, count, period }: Pick<OwnMapping, 'code' | 'count' | 'period'>,
): UnusedColumn[] {
  const { header } = readTable(headOf(text));
  return header.flatMap((name, k) =>
    k === code || k === count || k === period || name === ''
      ? []
      : [{ name: shown(name), population: POPULATION_NAMES.test(name) }],
  );
}
