// Periods in someone's own table: months, years or financial years, told apart by the column as a whole.
import { isMonth } from '../domain/month.ts';
import type { OwnPeriods, PeriodKind } from '../domain/ownCounts.ts';

export interface PeriodColumn {
  readonly kind: PeriodKind;
  /** The cell as YYYY-MM, YYYY or YYYY-YY; null where it is none of the column's kind. */
  readonly read: (cell: string) => string | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const two = (n: number) => String(n).padStart(2, '0');

/** The first kind that fits nine in ten cells; "2011-12" is a month only where every cell of the column can be one. */
export function periodColumn(cells: readonly string[]): PeriodColumn {
  const filled = cells.map((cell) => cell.trim()).filter(Boolean);
  const fits = (read: (cell: string) => string | null, share: number) =>
    filled.length > 0 && filled.filter((cell) => read(cell) !== null).length >= share * filled.length;
  if (filled.some((cell) => isFinancial(cell) && !isMonth(cell)) && fits(financialYear, 0.9))
    return { kind: 'financial year', read: financialYear };
  if (fits(month, 0.9)) return { kind: 'month', read: month };
  if (fits(year, 0.9)) return { kind: 'year', read: year };
  return { kind: 'text', read: (cell) => cell.trim() || null };
}

/** More than this, and a column tells rows apart, not periods. */
const MOST_PERIODS = 120;

/** The periods a column has, in order; null where its cells are no periods: all different, or far too many. */
export function periodsIn(cells: readonly string[]): OwnPeriods | null {
  if (new Set(cells.map((cell) => cell.trim())).size > MOST_PERIODS) return null;
  const { kind, read } = periodColumn(cells);
  const keys = [...new Set(cells.flatMap((cell) => read(cell) ?? []))].sort();
  return keys.length > 0 ? { kind, keys } : null;
}

/** 2025-04, 2025/4, 04/2025, 2025-04-30, 30/04/2025, Apr 2025, April-25 → 2025-04. */
function month(cell: string): string | null {
  const text = cell.trim();
  const yearFirst = /^(\d{4})[-/](\d{1,2})(?:[-/]\d{1,2})?$/.exec(text);
  if (yearFirst) return valid(Number(yearFirst[1]), Number(yearFirst[2]));
  const yearLast = /^(?:\d{1,2}[-/])?(\d{1,2})[-/](\d{4})$/.exec(text);
  if (yearLast) return valid(Number(yearLast[2]), Number(yearLast[1]));
  const named = /^([a-z]{3})[a-z]*[ -]?(\d{4}|\d{2})$/i.exec(text);
  if (!named) return null;
  const at = MONTHS.indexOf(named[1].toLowerCase());
  return valid(named[2].length === 2 ? 2000 + Number(named[2]) : Number(named[2]), at + 1);
}

function valid(y: number, m: number): string | null {
  return y >= 1900 && y < 2200 && m >= 1 && m <= 12 ? `${y}-${two(m)}` : null;
}

function year(cell: string): string | null {
  return /^(19|20|21)\d{2}$/.test(cell.trim()) ? cell.trim() : null;
}

function isFinancial(cell: string): boolean {
  return financialYear(cell) !== null;
}

/** 2025/26, 2025-26, 2025-2026 → 2025-26. */
function financialYear(cell: string): string | null {
  const match = /^(\d{4})\s*[-/–]\s*(\d{2}|\d{4})$/.exec(cell.trim());
  if (!match) return null;
  const next = (Number(match[1]) + 1) % 100;
  return Number(match[2].slice(-2)) === next ? `${match[1]}-${two(next)}` : null;
}
