// Change between the two whole years in words and columns: per cent with its interval, and when it can not be told from chance.
import type { Ratio, YearChange } from '../domain/yearChange.ts';
import type { TableColumn } from './areaTable.ts';
import { decimals, NOT_KNOWN, signed, whole } from './numbers.ts';
import { periodPhrase } from './words.ts';

/** A ratio as a change in per cent: 1.12 is +12%. */
export function percentChange(ratio: number): string {
  if (Number.isNaN(ratio)) return NOT_KNOWN;
  if (!Number.isFinite(ratio)) return 'from none';
  return `${signed((ratio - 1) * 100, 0)}%`;
}

type Counts = Pick<Ratio, 'earlier' | 'later' | 'ratio' | 'lower' | 'upper'>;

/** "+12%, 95% interval −3% to +28%: no change that can be told from chance; 93 → 104" */
export function changeText({ earlier, later, ratio, lower, upper }: Counts): string {
  const counts = `${whole(earlier)} → ${whole(later)}`;
  if (Number.isNaN(earlier) || Number.isNaN(later)) return NOT_KNOWN;
  if (Number.isNaN(ratio)) return `${counts}: no change can be calculated`;
  const interval = `95% interval ${percentChange(lower)} to ${Number.isFinite(upper) ? percentChange(upper) : 'no upper end'}`;
  const chance = lower <= 1 && upper >= 1 ? '; it may be chance' : '';
  return `${percentChange(ratio)} (${interval})${chance}; ${counts}`;
}

/** The row's part of a change, or null where none can be calculated. */
export function changeAt(change: YearChange, row: number): Counts | null {
  if (!change.calculated) return null;
  return {
    earlier: change.earlierCount[row],
    later: change.laterCount[row],
    ratio: change.ratio[row],
    lower: change.lower[row],
    upper: change.upper[row],
  };
}

/** "April 2024 – March 2025 to April 2025 – March 2026" */
export function changeYears(change: YearChange & { calculated: true }): string {
  return `${periodPhrase(change.earlier)} to ${periodPhrase(change.later)}`;
}

/** Columns for the table of areas: the change as a ratio, its interval, and both years' events. */
export function changeColumns(change: YearChange): TableColumn[] {
  if (!change.calculated) return [];
  const events = (v: number) => decimals(v, 0);
  const column = (
    id: string,
    label: string,
    unit: string,
    values: Float64Array,
    text: (value: number) => string,
  ): TableColumn => ({ id, label, unit, values, text });
  return [
    column('events_earlier', 'Events', periodPhrase(change.earlier), change.earlierCount, events),
    column('events_later', 'Events', periodPhrase(change.later), change.laterCount, events),
    column('change', 'Change', 'per cent', change.ratio, percentChange),
    column('change_lower', 'From', '95% interval', change.lower, percentChange),
    column('change_upper', 'To', '95% interval', change.upper, percentChange),
  ];
}
