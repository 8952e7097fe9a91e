// Moves of a small table written out by hand: which exist, in what order, which are too dear, and how far each leaves a cell to go.
import { describe, expect, test } from 'vitest';
import { hasPlay, type Market, movesThrough } from '../../src/engine/disclosureMoves.ts';
import { type CountTable, type FullTable, withTotals } from '../../src/engine/disclosureTable.ts';

const dear = Number.POSITIVE_INFINITY;
/** Nothing costs anything unless said. */
const market = (full: FullTable, least = dear, prices: Record<number, number> = {}): Market => {
  const price = new Float64Array(full.values.length);
  for (const [cell, p] of Object.entries(prices)) price[Number(cell)] = p;
  return { price, least };
};
/** Each move as its cells that go up, then those that go down. */
const listed = (full: FullTable, target: number, to = market(full)) =>
  [...movesThrough(full, target, to)].map((move) => {
    const cells = (sign: number) => [...move].filter(([, s]) => Math.sign(s) === sign).map(([cell]) => cell);
    return [cells(1).sort((a, b) => a - b), cells(-1).sort((a, b) => a - b)];
  });

// Cells of two rows and two columns of one group, with totals:
// 0 1 | 2
// 3 4 | 5
// 6 7 | 8
const square = withTotals({ columns: 2, group: [0, 0], counts: [3, 20, 30, 40] });
// Three rows in one column, the last of another group: 0, 1 | 2 are the rows, 3 and 4 the groups, 5 all.
const groups = withTotals({ columns: 1, group: [0, 0, 1], counts: [3, 20, 30] });

describe('moves through a count', () => {
  test('are the count with its totals, two in its row, two in its column, and the rectangle', () => {
    expect(listed(square, 0)).toEqual([
      [[0, 2, 6, 8], []],
      [
        [0, 6],
        [1, 7],
      ],
      [
        [0, 2],
        [3, 5],
      ],
      [
        [0, 4],
        [1, 3],
      ],
    ]);
  });

  test('between groups change the totals of both; rows of the same group come first', () => {
    expect(listed(groups, 0)).toEqual([
      [[0, 3, 5], []],
      [[0], [1]],
      [
        [0, 3],
        [2, 4],
      ],
    ]);
    const turned = withTotals({ columns: 1, group: [0, 1, 0], counts: [3, 30, 20] });
    expect(listed(turned, 0).map(([up, down]) => [...up, ...down])).toEqual([
      [0, 3, 5],
      [0, 2],
      [0, 3, 1, 4],
    ]);
  });

  test('through a total start from every count it sums, and leave out those that cancel in it', () => {
    // The first column's total: each count of it alone, in its row, and against the other column.
    const moves = listed(square, 6);
    expect(moves).toContainEqual([[0, 2, 6, 8], []]);
    expect(moves).toContainEqual([
      [0, 6],
      [1, 7],
    ]);
    expect(moves).toContainEqual([
      [3, 6],
      [4, 7],
    ]);
    // Two in the column, and rectangles, leave its total as it is.
    expect(moves).toHaveLength(4);
    expect(listed(square, 8)).toHaveLength(4);
    // The first group's total: its own two rows alone, and each against the other group.
    expect(listed(groups, 3)).toEqual([
      [[0, 3, 5], []],
      [
        [0, 3],
        [2, 4],
      ],
      [[1, 3, 5], []],
      [
        [1, 3],
        [2, 4],
      ],
    ]);
  });
});

describe('moves too dear', () => {
  const kinds = (prices: Record<number, number>, least: number) =>
    listed(square, 0, market(square, least, prices)).map(([up, down]) => [...up, ...down].join());
  const [alone, row, column, rectangle] = ['0,2,6,8', '0,6,1,7', '0,2,3,5', '0,4,1,3'];

  test('whose counts alone reach the least price are not looked at; the count with its totals always is', () => {
    expect(kinds({}, dear)).toEqual([alone, row, column, rectangle]);
    expect(kinds({ 0: 5 }, 5)).toEqual([alone]);
    expect(kinds({ 1: 5 }, 5)).toEqual([alone, column]);
    expect(kinds({ 1: 5 }, 5.5)).toEqual([alone, row, column, rectangle]);
    // A dear count below takes the rectangle over it along.
    expect(kinds({ 3: 5 }, 5)).toEqual([alone, row]);
    expect(kinds({ 4: 5 }, 5)).toEqual([alone, row, column]);
    expect(kinds({ 0: 2, 1: 1, 3: 1, 4: 1 }, 5)).toEqual([alone, row, column]);
    expect(kinds({ 0: 2, 1: 1, 3: 1, 4: 1 }, 5.5)).toEqual([alone, row, column, rectangle]);
    expect(kinds({ 0: 2, 1: 3 }, 5)).toEqual([alone, column]);
    expect(kinds({ 0: 2, 3: 3 }, 5)).toEqual([alone, row]);
    // What its totals cost is no reason not to look.
    expect(kinds({ 2: 9, 6: 9, 8: 9 }, 5)).toEqual([alone, row, column, rectangle]);
  });

  test('count the totals of both groups where rows of two are taken together', () => {
    const across = (prices: Record<number, number>, least: number) =>
      listed(groups, 0, market(groups, least, prices)).length;
    expect(across({}, 5)).toBe(3);
    expect(across({ 3: 5 }, 5)).toBe(2);
    expect(across({ 4: 5 }, 5)).toBe(2);
    expect(across({ 3: 2, 4: 3 }, 5)).toBe(2);
    expect(across({ 3: 2, 4: 2 }, 5)).toBe(3);
    expect(across({ 3: 2, 4: 2, 0: 1 }, 5)).toBe(2);
    expect(across({ 3: 2, 4: 2, 2: 1 }, 5)).toBe(2);
    expect(across({ 1: 5 }, 5)).toBe(2);
    // All together is never changed by a move between its groups.
    expect(across({ 5: 9 }, 5)).toBe(3);
  });

  test('a price found on the way is what the next ones must stay below', () => {
    const to = market(square, dear, { 1: 3, 3: 2 });
    const seen: number[] = [];
    for (const move of movesThrough(square, 0, to)) {
      seen.push(move.size);
      to.least = 2.5;
    }
    // Alone, then the column; the row at 3 and the rectangle at 5 are dearer than 2.5.
    expect(seen).toEqual([4, 4]);
  });
});

describe('how far a move leaves a cell to go', () => {
  const counts = (values: number[], columns = 1, group = values.map(() => 0)): CountTable => ({
    columns,
    group,
    counts: values,
  });
  const pair = new Map([
    [0, 1],
    [1, -1],
  ]);
  const play = { up: 4, down: 2 };

  test('what goes the other way must be able to fall by as much as the cell may rise, and stay at 1', () => {
    const full = (other: number) => withTotals(counts([3, other, 9]));
    expect(hasPlay(full(5), pair, 0, play)).toBe(true);
    expect(hasPlay(full(4), pair, 0, play)).toBe(false);
    expect(hasPlay(withTotals(counts([2, 50, 9])), pair, 0, play)).toBe(false);
  });

  test('what goes the same way must be able to fall as far as the cell itself', () => {
    const both = new Map([
      [0, 1],
      [1, 1],
    ]);
    expect(hasPlay(withTotals(counts([3, 3, 9])), both, 0, play)).toBe(true);
    expect(hasPlay(withTotals(counts([3, 2, 9])), both, 0, play)).toBe(false);
    const down = new Map([
      [0, -1],
      [1, 1],
    ]);
    expect(hasPlay(withTotals(counts([3, 5, 9])), down, 0, play)).toBe(true);
    expect(hasPlay(withTotals(counts([3, 4, 9])), down, 0, play)).toBe(false);
  });

  test('a count that is not known can go nowhere, a total that is not known constrains nothing', () => {
    const unknown = withTotals(counts([3, Number.NaN, 9]));
    expect(hasPlay(unknown, pair, 0, play)).toBe(false);
    const withTotal = new Map([
      [0, 1],
      [3, 1],
    ]);
    expect(hasPlay(unknown, withTotal, 0, play)).toBe(true);
    // A row's total stands beside its counts and is none of them.
    const wide = withTotals(counts([3, 20, Number.NaN, 30, 40, 50], 3, [0, 0]));
    const inRow = (last: number) =>
      new Map([
        [0, 1],
        [last, 1],
      ]);
    expect(wide.values[3]).toBeNaN();
    expect(hasPlay(wide, inRow(3), 0, play)).toBe(true);
    expect(hasPlay(wide, inRow(2), 0, play)).toBe(false);
    // A column's total of what is not known in it.
    expect(wide.values[10]).toBeNaN();
    expect(hasPlay(wide, inRow(10), 0, play)).toBe(true);
  });
});
