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

/** What withholding each cell costs (0 where it is withheld already), and the price a move must stay below. */
export interface Market {
  readonly price: Float64Array;
  least: number;
}

/**
 * Every elementary move through a cell of the table whose counts alone stay below the market's least price: one count; two
 * in a row; two in a column; the four corners of a rectangle; each with the totals it changes. The first always exists,
 * at the price of all its totals.
 */
export function* movesThrough(full: FullTable, target: number, market: Market): Generator<Move> {
  const { rows, columns, width } = full;
  const { price } = market;
  const [ownRows, ownColumns] = linesOf(full, target);
  for (const i of ownRows) {
    for (const j of ownColumns) {
      const own = price[i * width + j];
      yield* kept(full, target, [[i, j, 1]]);
      for (let c = 0; c < columns; c++) {
        if (c === j || own + price[i * width + c] >= market.least) continue;
        yield* kept(full, target, [
          [i, j, 1],
          [i, c, -1],
        ]);
      }
      for (const r of nearestFirst(full, i)) {
        // Between two groups the totals of both change with the counts.
        const apart = full.group[r] !== full.group[i];
        const totals = apart
          ? price[(rows + full.group[i]) * width + j] + price[(rows + full.group[r]) * width + j]
          : 0;
        const pair = own + price[r * width + j] + totals;
        if (pair >= market.least) continue;
        yield* kept(full, target, [
          [i, j, 1],
          [r, j, -1],
        ]);
        for (let c = 0; c < columns; c++) {
          if (c === j || pair + price[i * width + c] + price[r * width + c] >= market.least) continue;
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

/** The other rows, those of the same group first: they cost least, and spare looking at most of the rest. */
function* nearestFirst(full: FullTable, i: number): Generator<number> {
  for (let r = 0; r < full.rows; r++) if (r !== i && full.group[r] === full.group[i]) yield r;
  for (let r = 0; r < full.rows; r++) if (full.group[r] !== full.group[i]) yield r;
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
