// Disclosure control for counts that are not public: small counts withheld, others rounded, and none to be worked out.
import type { Reading } from '../domain/reading.ts';
import { known, unknown } from '../domain/reading.ts';
import type { Move, Play } from './disclosureMoves.ts';
import { hasPlay, movesThrough } from './disclosureMoves.ts';
import type { CountTable, FullTable } from './disclosureTable.ts';
import { isTotal, largestPart, levelOf, withTotals } from './disclosureTable.ts';

export interface DisclosureRule {
  /** Counts from 1 to this are withheld. */
  readonly threshold: number;
  /** Other counts are rounded to the nearest multiple of this; 1 leaves them. */
  readonly base: number;
}

/** NHS England's rule for Hospital Episode Statistics: 1 to 7 withheld, others to the nearest 5. */
export const HES_RULE: DisclosureRule = { threshold: 7, base: 5 };

export interface ProtectedTable {
  /** Rows and columns of the readings, totals included (see `FullTable`). */
  readonly height: number;
  readonly width: number;
  /** What may be shown, row by row. */
  readonly readings: readonly Reading[];
  /** 1 where the reading is withheld, for being small or to protect a small one. */
  readonly suppressed: Uint8Array;
  /** Cells that an earlier release gives away whatever is withheld now: where there are any, do not release. */
  readonly exposed: readonly number[];
}

/** A table as it was released before, with what was withheld of it. */
export interface EarlierRelease {
  readonly table: CountTable;
  readonly suppressed: ArrayLike<number>;
}

/** One count on its own: withheld from 1 to the threshold, else rounded; zero is shown, NaN is not known. */
export function protectCount(count: number, rule: DisclosureRule = HES_RULE): Reading {
  requireRule(rule);
  if (Number.isNaN(count)) return unknown('not given');
  if (!(Number.isInteger(count) && count >= 0)) {
    throw new RangeError(`A count must be a whole number of 0 or more; got ${count}.`);
  }
  if (isSmall(count, rule)) return { status: 'suppressed' };
  // A count above the threshold is never shown as none.
  return known(count === 0 ? 0 : Math.max(rule.base, Math.round(count / rule.base) * rule.base));
}

/**
 * What may be shown of a table with its totals.
 *
 * Primary: counts and totals of 1 to the threshold. Secondary, inside each total: for every small cell the cheapest set
 * of further cells is withheld such that the cell could be anything from 1 to the threshold with everything shown unchanged (totals: see `playOf`),
 * even to a reader who knew the shown counts unrounded. Such sets are a count with its totals, two in a row or column, or
 * four corners of a rectangle (hypercube method); cheapest is the least sum of newly withheld counts, a total at four times for every level it
 * stands above the counts.
 * Zeros are shown. More may be withheld than the least possible, never less than is safe.
 *
 * Two releases: given the earlier one, what it withheld stays withheld, and a cell it withheld is protected only by cells it
 * withheld too, in each table where it is small: a reader who knows which counts did not change learns nothing. A cell for which no such
 * set exists is listed in `exposed`. Without rounding (base 1) a total or count that changed by 1 to the threshold is
 * withheld as well, since the difference is itself a small count.
 *
 * RangeError: counts that are negative or not whole, a table of another shape than the earlier one, a rule that cannot be.
 * Source: NHS England, HES analysis guide (rule); Giessing & Repsilber 2002 (hypercube method).
 */
export function protectTable(
  table: CountTable,
  rule: DisclosureRule = HES_RULE,
  earlier?: EarlierRelease,
): ProtectedTable {
  requireRule(rule);
  const full = withTotals(table);
  const before = earlier === undefined ? null : requireSameShape(full, earlier);
  const suppressed = new Uint8Array(full.values.length);
  if (before !== null) suppressed.set(Uint8Array.from(before.suppressed, (s) => (s ? 1 : 0)));
  const small = Array.from(full.values, (_, cell) => isPrimary(full, before, cell, rule));
  small.forEach((primary, cell) => {
    if (primary) suppressed[cell] = 1;
  });

  const price = full.values.map((value, cell) => priceOf(full, cell, value, suppressed[cell] === 1));
  const exposed: number[] = [];
  small.forEach((primary, cell) => {
    const wasWithheld = before !== null && Boolean(before.suppressed[cell]);
    const wasSmall = before !== null && isSmall(before.full.values[cell], rule);
    if (!primary && !(wasWithheld && wasSmall)) return;
    const move = cheapestMove(full, wasWithheld ? before : null, cell, rule, price);
    if (move === null) exposed.push(cell);
    for (const withheld of move?.keys() ?? []) {
      suppressed[withheld] = 1;
      price[withheld] = 0;
    }
  });

  const readings = Array.from(full.values, (value, cell): Reading => {
    if (Number.isNaN(value)) return unknown('a count it needs was not given');
    return suppressed[cell] === 1 ? { status: 'suppressed' } : protectCount(value, rule);
  });
  return { height: full.height, width: full.width, readings, suppressed, exposed };
}

interface Before {
  readonly full: FullTable;
  readonly suppressed: ArrayLike<number>;
}

function isSmall(count: number, rule: DisclosureRule): boolean {
  return count >= 1 && count <= rule.threshold;
}

function isPrimary(full: FullTable, before: Before | null, cell: number, rule: DisclosureRule): boolean {
  const value = full.values[cell];
  if (isSmall(value, rule)) return true;
  if (before === null || rule.base > 1 || before.suppressed[cell] || value === 0) return false;
  return isSmall(Math.abs(value - before.full.values[cell]), rule);
}

/** The move through a cell that withholds least more; null where the earlier release leaves none. */
function cheapestMove(
  full: FullTable,
  before: Before | null,
  cell: number,
  rule: DisclosureRule,
  price: Float64Array,
): Move | null {
  const tables =
    before === null ? [full] : [full, before.full].filter(({ values }) => isSmall(values[cell], rule));
  const plays = tables.map((each) => playOf(each, cell, rule));
  const market = { price, least: Number.POSITIVE_INFINITY };
  let best: Move | null = null;
  for (const move of movesThrough(full, cell, market)) {
    let total = 0;
    for (const other of move.keys()) total += price[other];
    if (total >= market.least) continue;
    if (before !== null && [...move.keys()].some((other) => isShown(before, other))) continue;
    if (!tables.every((each, t) => hasPlay(each, move, cell, plays[t]))) continue;
    best = move;
    market.least = total;
    if (total === 0) break;
  }
  return best;
}

/**
 * How far a withheld cell must be able to go. A small count: from 1 to the threshold. A small total: down by its largest part
 * but one (its other parts are known to be 1 or more), and up by the threshold less one. A cell withheld for a small
 * change: as far both ways.
 */
function playOf(full: FullTable, cell: number, rule: DisclosureRule): Play {
  const value = full.values[cell];
  const most = Math.max(0, rule.threshold - 1);
  if (!isSmall(value, rule)) return { up: most, down: most };
  if (!isTotal(full, cell)) return { up: rule.threshold - value, down: value - 1 };
  return { up: most, down: largestPart(full, cell) - 1 };
}

function isShown(before: Before, cell: number): boolean {
  return !before.suppressed[cell] && !Number.isNaN(before.full.values[cell]);
}

const TOTALS_ARE_DEARER = 4;

function priceOf(full: FullTable, cell: number, value: number, withheld: boolean): number {
  return withheld || Number.isNaN(value) ? 0 : (value + 1) * TOTALS_ARE_DEARER ** levelOf(full, cell);
}

function requireRule(rule: DisclosureRule): void {
  if (
    !(
      Number.isInteger(rule.threshold) &&
      rule.threshold >= 0 &&
      Number.isInteger(rule.base) &&
      rule.base >= 1
    )
  ) {
    throw new RangeError(
      `The threshold must be a whole number of 0 or more and the base of 1 or more; got ${rule.threshold} and ${rule.base}.`,
    );
  }
}

function requireSameShape(full: FullTable, earlier: EarlierRelease): Before {
  const before = withTotals(earlier.table);
  const sameGroups =
    before.rows === full.rows && Array.from(full.group).every((g, i) => g === before.group[i]);
  if (!sameGroups || before.columns !== full.columns || earlier.suppressed.length !== full.values.length) {
    throw new RangeError('The earlier release is not of the same rows, groups and columns.');
  }
  return { full: before, suppressed: earlier.suppressed };
}
