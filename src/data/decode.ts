// Decodes the release's tables: text to typed columns, strict, naming file and line of anything out of place.
import { DamagedRelease } from './damage.ts';

export interface TextTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A small table of text cells; quotes as CSV has them. `header`, where given, must match exactly. */
export function decodeTable(text: string, file: string, header?: readonly string[]): TextTable {
  const lines = linesOf(text, file);
  const found = splitLine(lines[0], file, 1);
  if (header) sameHeader(found, header, file);
  const rows = lines.slice(1).map((line, k) => {
    const cells = splitLine(line, file, k + 2);
    if (cells.length !== found.length)
      throw new DamagedRelease(file, `line ${k + 2} has ${cells.length} cells, expected ${found.length}`);
    return cells;
  });
  return { header: found, rows };
}

/** Cells of one text column as finite numbers. */
export function numbers(table: TextTable, name: string, file: string): Float64Array {
  const at = table.header.indexOf(name);
  if (at < 0) throw new DamagedRelease(file, `there is no column ${name}`);
  return Float64Array.from(table.rows, (row, k) => {
    const value = row[at] === '' ? Number.NaN : Number(row[at]);
    if (row[at] !== '' && !Number.isFinite(value))
      throw new DamagedRelease(file, `line ${k + 2} has “${row[at]}” for ${name}, expected a number`);
    return value;
  });
}

export function texts(table: TextTable, name: string, file: string): string[] {
  const at = table.header.indexOf(name);
  if (at < 0) throw new DamagedRelease(file, `there is no column ${name}`);
  return table.rows.map((row) => row[at]);
}

/**
 * A matrix of numbers keyed by code: first column the codes in the order given, the others numbers. The result is row
 * by row, value of code i in column j at i * columns + j; NaN where a cell is blank.
 */
export interface Matrix {
  readonly columns: readonly string[];
  readonly values: Float64Array;
}

const COMMA = 44;
const NEWLINE = 10;
const MINUS = 45;
const POINT = 46;

export function decodeMatrix(text: string, file: string, codes: readonly string[]): Matrix {
  const end = text.indexOf('\n');
  if (end < 0 || text.charCodeAt(text.length - 1) !== NEWLINE)
    throw new DamagedRelease(file, 'the file is cut short');
  const columns = text.slice(0, end).split(',').slice(1);
  const width = columns.length;
  const values = new Float64Array(codes.length * width);
  let at = end + 1;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row];
    if (!text.startsWith(code, at) || text.charCodeAt(at + code.length) !== COMMA)
      throw new DamagedRelease(file, `line ${row + 2} is not the one of ${code}`);
    at += code.length;
    for (let column = 0; column < width; column++) {
      if (text.charCodeAt(at) !== COMMA)
        throw new DamagedRelease(file, `line ${row + 2} has ${column} figures, expected ${width}`);
      const start = ++at;
      let value = 0;
      let decimals = -1;
      const negative = text.charCodeAt(at) === MINUS;
      if (negative) at++;
      const digits = at;
      for (let c = text.charCodeAt(at); c !== COMMA && c !== NEWLINE; c = text.charCodeAt(++at)) {
        if (c >= 48 && c <= 57) {
          value = value * 10 + (c - 48);
          if (decimals >= 0) decimals++;
        } else if (c === POINT && decimals < 0) decimals = 0;
        else
          throw new DamagedRelease(
            file,
            `line ${row + 2} has “${wordAt(text, start)}” for ${columns[column]}, expected a number`,
          );
      }
      if (digits === at) value = Number.NaN;
      // Division by a power of ten gives the nearest double, as reading the decimal text would.
      else if (decimals > 0) value /= 10 ** decimals;
      values[row * width + column] = negative ? -value : value;
    }
    if (text.charCodeAt(at) !== NEWLINE)
      throw new DamagedRelease(file, `line ${row + 2} has more than ${width} figures`);
    at++;
  }
  if (at !== text.length) throw new DamagedRelease(file, `there are more than ${codes.length} rows`);
  return { columns, values };
}

/** Column j of a matrix on its own. */
export function matrixColumn(matrix: Matrix, column: number): Float64Array {
  const width = matrix.columns.length;
  const length = width === 0 ? 0 : matrix.values.length / width;
  return Float64Array.from({ length }, (_, row) => matrix.values[row * width + column]);
}

export function sameHeader(found: readonly string[], expected: readonly string[], file: string): void {
  if (found.length === expected.length && found.every((name, k) => name === expected[k])) return;
  throw new DamagedRelease(
    file,
    `line 1 is “${found.join(',').slice(0, 60)}”, expected ${expected.join(',')}`,
  );
}

function linesOf(text: string, file: string): string[] {
  if (!text.endsWith('\n')) throw new DamagedRelease(file, 'the file is cut short');
  return text.slice(0, -1).split('\n');
}

function splitLine(line: string, file: string, number: number): string[] {
  if (!line.includes('"')) return line.split(',');
  const cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;
  for (;;) {
    const match = cell.exec(line);
    if (!match) throw new DamagedRelease(file, `line ${number} has a quote out of place`);
    cells.push(match[1] === undefined ? match[2] : match[1].replaceAll('""', '"'));
    if (match[3] === '') return cells;
  }
}

function wordAt(text: string, start: number): string {
  return text.slice(start, start + 20).split(/[,\n]/)[0];
}
