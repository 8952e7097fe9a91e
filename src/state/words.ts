// The small words of a link: numbers, days, ages and periods, read strictly.
import { type AgeRange, ALL_AGES, OPEN_END } from '../domain/ages.ts';
import { isMonth, type Period } from '../domain/month.ts';

/** A finite number within bounds, or null. */
export function parseNumber(text: string | undefined, least: number, most: number): number | null {
  if (text === undefined || !/^-?\d+(\.\d+)?(e-?\d+)?$/.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}

/** "2026-03-31", a day there is. A date that is none, such as 31 February, may be read as one of the next month. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(text);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
}

/** What a link said, short enough to be repeated to the reader. */
export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** "11-24", "65+" or "all". */
export function formatAges(ages: AgeRange): string {
  if (ages.from === ALL_AGES.from && ages.to >= OPEN_END) return 'all';
  return ages.to >= OPEN_END ? `${ages.from}+` : `${ages.from}-${ages.to}`;
}

export function parseAges(text: string): AgeRange | null {
  if (text === 'all') return ALL_AGES;
  const open = /^(\d{1,2})\+$/.exec(text);
  if (open) return { from: Number(open[1]), to: OPEN_END };
  const closed = /^(\d{1,2})-(\d{1,2})$/.exec(text);
  if (!closed || Number(closed[1]) > Number(closed[2])) return null;
  return { from: Number(closed[1]), to: Number(closed[2]) };
}

export function formatPeriod(period: Period): string {
  return `${period.from}..${period.to}`;
}

export function parsePeriod(text: string): Period | null {
  const [from, to, ...rest] = text.split('..');
  return rest.length === 0 && isMonth(from ?? '') && isMonth(to ?? '') && from <= to ? { from, to } : null;
}
