// A grid over areas: which cells lie wholly in an area, which edges pass the others, and who holds each reference point.
import type { Edges } from './edges.ts';
import { side } from './orientation.ts';

/** The index of no area. */
export const OUTSIDE = -1;

export interface EdgeGrid {
  readonly left: number;
  readonly bottom: number;
  readonly perX: number;
  readonly perY: number;
  readonly columns: number;
  readonly rows: number;
  /** First area that holds the whole cell, or -1. */
  readonly whole: Int32Array;
  /** Edges that pass a cell, by area ascending: from start[cell] to start[cell + 1]. */
  readonly start: Int32Array;
  /** Edge × 2, plus 1 at the first edge of an area that holds the cell's reference point. */
  readonly codes: Int32Array;
}

// Where in its cell the reference point stands: odd fractions, so that no border runs through it.
export const ACROSS = 0.48712364017;
export const UP = 0.51829046513;

/** Builds the grid. Every cell an edge passes lists it, rounding or not; reference points are decided exactly. */
export function edgeGrid(areas: number, edges: Edges): EdgeGrid {
  const { ends, first, box } = edges;
  let left = Number.POSITIVE_INFINITY;
  let bottom = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let top = Number.NEGATIVE_INFINITY;
  for (let a = 0; a < areas; a++) {
    left = Math.min(left, box[4 * a]);
    bottom = Math.min(bottom, box[4 * a + 1]);
    right = Math.max(right, box[4 * a + 2]);
    top = Math.max(top, box[4 * a + 3]);
  }
  // Enough cells that most lie wholly in one area and the others hold few edges.
  const across = Math.ceil(Math.sqrt(Math.min(1 << 20, 1024 + 512 * areas + edges.count)));
  const columns = across;
  const rows = across;
  const perX = right > left ? (columns * (1 - 1e-12)) / (right - left) : 1;
  const perY = top > bottom ? (rows * (1 - 1e-12)) / (top - bottom) : 1;
  const lastColumn = columns - 1;
  const lastRow = rows - 1;
  const columnOf = (x: number): number => Math.max(0, Math.min(lastColumn, Math.floor((x - left) * perX)));
  const rowOf = (y: number): number => Math.max(0, Math.min(lastRow, Math.floor((y - bottom) * perY)));

  const whole = new Int32Array(columns * rows).fill(OUTSIDE);
  /** The area that last touched the cell, plus 1, and where its first edge there is listed. */
  const touchedBy = new Int32Array(columns * rows);
  const firstEntry = new Int32Array(columns * rows);
  /** Flips of "inside" between the reference points of a row, for the area at hand; all zero between areas. */
  const flips = new Uint8Array(columns * rows);
  let cells = new Int32Array(2 * edges.count + 1024);
  let codes = new Int32Array(cells.length);
  let entries = 0;
  const start = new Int32Array(columns * rows + 2);

  const list = (cell: number, edge: number, a: number): void => {
    if (touchedBy[cell] !== a + 1) {
      touchedBy[cell] = a + 1;
      firstEntry[cell] = entries;
    }
    if (entries === cells.length) {
      cells = doubled(cells);
      codes = doubled(codes);
    }
    cells[entries] = cell;
    codes[entries++] = 2 * edge;
    start[cell + 2]++;
  };

  // A hair's breadth more on each side, so that rounding never leaves out a cell that an edge passes.
  const hairX = (right - left) * 1e-11;
  const hairY = (top - bottom) * 1e-11;
  const listEdge = (edge: number, a: number): void => {
    const lowX = ends[4 * edge];
    const lowY = ends[4 * edge + 1];
    const highX = ends[4 * edge + 2];
    const highY = ends[4 * edge + 3];
    const minX = lowX < highX ? lowX : highX;
    const maxX = lowX < highX ? highX : lowX;
    const firstRow = rowOf(lowY - hairY);
    const endRow = rowOf(highY + hairY);
    const fromColumn = columnOf(minX - hairX);
    const toColumn = columnOf(maxX + hairX);
    if (fromColumn === toColumn && firstRow === endRow) {
      list(firstRow * columns + fromColumn, edge, a);
      return;
    }
    if (fromColumn === toColumn || firstRow === endRow || lowY === highY) {
      for (let row = firstRow; row <= endRow; row++) {
        for (let column = fromColumn; column <= toColumn; column++) list(row * columns + column, edge, a);
      }
      return;
    }
    const slope = (highX - lowX) / (highY - lowY);
    for (let row = firstRow; row <= endRow; row++) {
      const atFloor = lowX + (Math.max(lowY, bottom + row / perY - hairY) - lowY) * slope;
      const atCeiling = lowX + (Math.min(highY, bottom + (row + 1) / perY + hairY) - lowY) * slope;
      const from = columnOf(Math.max(minX, Math.min(atFloor, atCeiling)) - hairX);
      const to = columnOf(Math.min(maxX, Math.max(atFloor, atCeiling)) + hairX);
      for (let column = from; column <= to; column++) list(row * columns + column, edge, a);
    }
  };

  /** Notes, for each row whose reference height the edge passes, the first reference point right of it. */
  const flipRows = (edge: number): void => {
    const lowX = ends[4 * edge];
    const lowY = ends[4 * edge + 1];
    const highX = ends[4 * edge + 2];
    const highY = ends[4 * edge + 3];
    const endRow = rowOf(highY);
    for (let row = rowOf(lowY); row <= endRow; row++) {
      const y = bottom + (row + UP) / perY;
      if (y < lowY || y >= highY) continue;
      const crossing = lowX + ((y - lowY) / (highY - lowY)) * (highX - lowX);
      let column = columnOf(crossing);
      // Rounding may put the crossing a column off; where exactly, the exact test says.
      while (column > 0 && side(lowX, lowY, highX, highY, referenceX(column - 1), y) <= 0) column--;
      while (column < columns && side(lowX, lowY, highX, highY, referenceX(column), y) > 0) column++;
      if (column < columns) flips[row * columns + column] ^= 1;
    }
  };
  const referenceX = (column: number): number => left + (column + ACROSS) / perX;

  /** Walks the rows of an area's box: cells without an edge of it are wholly in or out; the others learn of their reference point. */
  const fillInside = (a: number): void => {
    const fromColumn = columnOf(box[4 * a]);
    const toColumn = columnOf(box[4 * a + 2]);
    const toRow = rowOf(box[4 * a + 3]);
    for (let row = rowOf(box[4 * a + 1]); row <= toRow; row++) {
      let inside = 0;
      const base = row * columns;
      for (let cell = base + fromColumn; cell <= base + toColumn; cell++) {
        inside ^= flips[cell];
        flips[cell] = 0;
        if (touchedBy[cell] === a + 1) codes[firstEntry[cell]] |= inside;
        else if (inside === 1 && whole[cell] === OUTSIDE) whole[cell] = a;
      }
      if (toColumn < lastColumn) flips[base + toColumn + 1] = 0;
    }
  };

  for (let a = 0; a < areas; a++) {
    if (first[a] === first[a + 1]) continue;
    for (let edge = first[a]; edge < first[a + 1]; edge++) {
      listEdge(edge, a);
      flipRows(edge);
    }
    fillInside(a);
  }

  for (let c = 2; c < start.length; c++) start[c] += start[c - 1];
  const sorted = new Int32Array(entries);
  for (let t = 0; t < entries; t++) sorted[start[cells[t] + 1]++] = codes[t];
  return { left, bottom, perX, perY, columns, rows, whole, start, codes: sorted };
}

function doubled(column: Int32Array): Int32Array<ArrayBuffer> {
  const bigger = new Int32Array(2 * column.length);
  bigger.set(column);
  return bigger;
}
