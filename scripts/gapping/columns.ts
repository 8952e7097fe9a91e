// Turns columns of text into codes and numbers, and says on which line one cannot be.
import type { CsvTable } from './csv-table.ts';
import { InputProblem } from './problem.ts';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

export interface NumberRule {
  /** In words, for the message: "a count of 0 or more". */
  readonly expected: string;
  readonly allows: (value: number) => boolean;
}

export const ANY_NUMBER: NumberRule = { expected: 'a number', allows: () => true };
export const NOT_NEGATIVE: NumberRule = { expected: 'a number of 0 or more', allows: (v) => v >= 0 };

function text(table: CsvTable, name: string): readonly string[] {
  const column = table.columns.get(name);
  if (column === undefined) throw new Error(`The column ${name} was never asked for.`);
  return column;
}

export function hasColumn(table: CsvTable, name: string): boolean {
  return table.columns.has(name);
}

/** A column of numbers: plain or scientific notation with a point, nothing blank, nothing infinite. */
export function numbers(table: CsvTable, name: string, rule: NumberRule): Float64Array {
  const column = text(table, name);
  const values = new Float64Array(column.length);
  for (let row = 0; row < column.length; row++) {
    const written = column[row];
    const value = NUMBER.test(written) ? Number(written) : Number.NaN;
    if (!Number.isFinite(value) || !rule.allows(value)) {
      const what = written === '' ? `${name} is blank` : `${name} is "${written}"`;
      throw new InputProblem(table.file, table.line[row], `${what}, expected ${rule.expected}`);
    }
    // -0 would be printed and compared as another number than 0.
    values[row] = value + 0;
  }
  return values;
}

/** Codes in order, and the row of each. */
export interface Keys {
  readonly code: readonly string[];
  readonly row: ReadonlyMap<string, number>;
}

/** A column of codes that names each row once. */
export function keys(table: CsvTable, name: string): Keys {
  const code = text(table, name);
  const row = new Map<string, number>();
  for (let r = 0; r < code.length; r++) {
    if (code[r] === '') {
      throw new InputProblem(table.file, table.line[r], `${name} is blank, expected a code`);
    }
    const before = row.get(code[r]);
    if (before !== undefined) {
      throw new InputProblem(
        table.file,
        table.line[r],
        `${name} "${code[r]}" was already given on line ${table.line[before]}, expected each ${name} once`,
      );
    }
    row.set(code[r], r);
  }
  return { code, row };
}

/** A column of codes that must all be known: the row of each in `known`, whose file is named in the message. */
export function references(table: CsvTable, name: string, known: Keys, knownFile: string): Int32Array {
  const code = text(table, name);
  const rows = new Int32Array(code.length);
  for (let r = 0; r < code.length; r++) {
    const found = known.row.get(code[r]);
    if (found === undefined) {
      const what = code[r] === '' ? `${name} is blank` : `${name} "${code[r]}" is unknown`;
      throw new InputProblem(table.file, table.line[r], `${what}, expected a code from ${knownFile}`);
    }
    rows[r] = found;
  }
  return rows;
}
