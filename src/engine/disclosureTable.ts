// A table of counts with all the totals it is published with: rows, groups of rows, columns and their sums.

export interface CountTable {
  /** Counts of rows × columns, row by row: whole numbers of 0 or more; NaN is not known. */
  readonly counts: ArrayLike<number>;
  readonly columns: number;
  /** The group of each row (a ward's authority), numbered from 0. Each group has at least one row. */
  readonly group: ArrayLike<number>;
}

/**
 * The table with its totals, row by row: the rows, then a row for each group, then one for all where there are two groups
 * or more; the last column is the sum of the others where there are two columns or more.
 */
export interface FullTable {
  readonly rows: number;
  readonly columns: number;
  readonly groups: number;
  readonly group: ArrayLike<number>;
  readonly width: number;
  readonly height: number;
  /** Every count, totals included; a total with a part that is not known is not known (NaN). */
  readonly values: Float64Array;
}

/** Adds the totals. RangeError: a count that is negative or not whole, a wrong size, groups that are not numbered from 0. */
export function withTotals(table: CountTable): FullTable {
  const { counts, columns, group } = table;
  const rows = group.length;
  if (!(Number.isInteger(columns) && columns >= 1) || counts.length !== rows * columns) {
    throw new RangeError(
      `${rows} rows of ${columns} columns need ${rows * columns} counts; got ${counts.length}.`,
    );
  }
  const present = new Set(Array.from(group));
  const groups = present.size;
  for (let g = 0; g < groups; g++) {
    if (!present.has(g))
      throw new RangeError(`Groups must be numbered from 0 without a break; ${g} is missing.`);
  }
  const width = columns > 1 ? columns + 1 : 1;
  const height = rows + groups + (groups > 1 ? 1 : 0);
  const values = new Float64Array(width * height);
  const full = { rows, columns, groups, group, width, height, values };
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const count = counts[i * columns + j];
      if (!Number.isNaN(count) && !(Number.isInteger(count) && count >= 0)) {
        throw new RangeError(
          `Row ${i + 1}, column ${j + 1}: a count must be a whole number of 0 or more; got ${count}.`,
        );
      }
      for (const cell of cellsWith(full, i, j)) values[cell] += count;
    }
  }
  return full;
}

/** The cell of row i and column j, and every total it is part of. */
export function cellsWith(full: Omit<FullTable, 'values'>, i: number, j: number): number[] {
  const { rows, groups, group, width, columns } = full;
  const lines = [i, rows + group[i]];
  if (groups > 1) lines.push(rows + groups);
  return lines.flatMap((line) =>
    columns > 1 ? [line * width + j, line * width + columns] : [line * width + j],
  );
}

export function isTotal(full: FullTable, cell: number): boolean {
  return levelOf(full, cell) > 0;
}

/** How many sums a cell is above the counts: 0 a count; 1 a total of a row or of a group's column; up to 3 the total of all. */
export function levelOf(full: FullTable, cell: number): number {
  const line = Math.floor(cell / full.width);
  const above = line < full.rows ? 0 : line < full.rows + full.groups ? 1 : 2;
  return above + (cell % full.width < full.columns ? 0 : 1);
}

/** The largest count that a cell sums. */
export function largestPart(full: FullTable, cell: number): number {
  const [rows, columns] = linesOf(full, cell);
  let largest = 0;
  for (const i of rows) for (const j of columns) largest = Math.max(largest, full.values[i * full.width + j]);
  return largest;
}

/** The rows and columns of the counts that make up a cell: its own, or those a total sums. */
export function linesOf(full: FullTable, target: number): [number[], number[]] {
  const line = Math.floor(target / full.width);
  const column = target % full.width;
  const everyRow = Array.from({ length: full.rows }, (_, i) => i);
  const everyColumn = Array.from({ length: full.columns }, (_, j) => j);
  const rows =
    line < full.rows
      ? [line]
      : line < full.rows + full.groups
        ? everyRow.filter((i) => full.group[i] === line - full.rows)
        : everyRow;
  return [rows, column < full.columns ? [column] : everyColumn];
}
