// The periods of a reader's own counts, in words: one, several in a row, or with some missing.
import { type Month, monthNumber } from '../domain/month.ts';
import type { PeriodKind } from '../domain/ownCounts.ts';
import { whole } from './numbers.ts';
import { listed, monthName, periodPhrase } from './words.ts';

/** What stands where a file does not say its period. */
const PERIOD_AS_IN_FILE = 'period as in your file';

/** Longest text of a period that a reader wrote in words of their own. */
const LONGEST = 40;
const MOST_NAMED = 3;

/** One period: "January 2026", "2025", "2025/26", or as it stands in the file. */
export function ownPeriodText(kind: PeriodKind, key: string): string {
  if (kind === 'month') return monthName(key);
  if (kind === 'financial year') return key.replace('-', '/');
  return key.length > LONGEST ? `${key.slice(0, LONGEST - 1)}…` : key;
}

function missingMonths(keys: readonly Month[]): Month[] {
  const held = new Set(keys.map(monthNumber));
  const first = monthNumber(keys[0]);
  const last = monthNumber(keys[keys.length - 1]);
  const gone: Month[] = [];
  for (let n = first; n <= last; n++)
    if (!held.has(n)) gone.push(`${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`);
  return gone;
}

/** Several added up: "January 2025 – June 2025 without March 2025", "2023 – 2025", "3 periods of your file". */
export function ownPeriodsText(kind: PeriodKind, keys: readonly string[]): string {
  if (keys.length === 0) return PERIOD_AS_IN_FILE;
  const first = keys[0];
  const last = keys[keys.length - 1];
  if (keys.length === 1) return ownPeriodText(kind, first);
  if (kind === 'text') return `${whole(keys.length)} periods of your file`;
  if (kind !== 'month') {
    const span = Number(last.slice(0, 4)) - Number(first.slice(0, 4)) + 1;
    return span === keys.length
      ? `${ownPeriodText(kind, first)} – ${ownPeriodText(kind, last)}`
      : listed(keys.map((key) => ownPeriodText(kind, key)));
  }
  const all = periodPhrase({ from: first, to: last });
  const gone = missingMonths(keys);
  if (gone.length === 0) return all;
  return gone.length <= MOST_NAMED
    ? `${all} without ${listed(gone.map(monthName))}`
    : `${whole(keys.length)} months of ${all}`;
}
