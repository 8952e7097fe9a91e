// Ways a table could differ without anything published differing: what keeps a suppressed count from being worked out.

import type { FullTable } from './disclosureTable.ts';
import { cellsWith, linesOf } from './disclosureTable.ts';

/** Cells that change together, and in which direction: +1 or -1. */
export type Move = ReadonlyMap<number, number>;

/** How far the protected cell must be able to go, up and down. */
export interface Play {
  readonly up: number;
  readonly down: number;
}

/**
 * Every elementary move through a cell of the table: one count alone; two in a row; two in a column; the four corners of a
 * rectangle; each with the totals it changes. The first always exists, at the price of all its totals.
 * @param tooDear passes over a set of counts before its totals are worked out.
 */
export function* movesThrough(
  full: FullTable,
  target: number,
  tooDear: (cells: readonly number[]) => boolean = () => false,
): Generator<Move> {
  const { rows, columns, width } = full;
  const [ownRows, ownColumns] = linesOf(full, target);
  for (const i of ownRows) {
    for (const j of ownColumns) {
      const own = i * width + j;
      yield* kept(full, target, [[i, j, 1]]);
      for (let c = 0; c < columns; c++) {
        if (c === j || tooDear([own, i * width + c])) continue;
        yield* kept(full, target, [
          [i, j, 1],
          [i, c, -1],
        ]);
      }
      for (let r = 0; r < rows; r++) {
        if (r === i || tooDear([own, r * width + j])) continue;
        yield* kept(full, target, [
          [i, j, 1],
          [r, j, -1],
        ]);
        for (let c = 0; c < columns; c++) {
          if (c === j || tooDear([own, i * width + c, r * width + j, r * width + c])) continue;
          yield* kept(full, target, [
            [i, j, 1],
            [i, c, -1],
            [r, j, -1],
            [r, c, 1],
          ]);
        }
      }
    }
  }
}

/** The move with its totals, if it changes the target; totals in which it cancels out do not change. */
function* kept(
  full: FullTable,
  target: number,
  counts: readonly (readonly [number, number, number])[],
): Generator<Move> {
  const change = new Map<number, number>();
  for (const [i, j, sign] of counts) {
    for (const cell of cellsWith(full, i, j)) change.set(cell, (change.get(cell) ?? 0) + sign);
  }
  if ((change.get(target) ?? 0) === 0) return;
  for (const [cell, sign] of change) if (sign === 0) change.delete(cell);
  yield change;
}

/**
 * Whether the target can go all the way up and down while every other cell of the move stays at 1 or more. (A suppressed
 * cell is known to be 1 or more; zeros are published.) Totals that are not known constrain nothing.
 */
export function hasPlay(full: FullTable, move: Move, target: number, play: Play): boolean {
  const interior = full.rows * full.width;
  const direction = move.get(target) as number;
  for (const [cell, sign] of move) {
    const value = full.values[cell];
    if (Number.isNaN(value)) {
      if (cell < interior && cell % full.width < full.columns) return false;
      continue;
    }
    const away = sign === direction ? play.down : play.up;
    if (value - away < 1) return false;
  }
  return true;
}
