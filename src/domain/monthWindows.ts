// Windows of months: which periods of a length a series offers, and the next or the one before.
import { type MonthRecord, monthNumber, type Period } from './month.ts';

/** Months of a period by what may be done with them. */
export interface PeriodMonths {
  readonly whole: number;
  /** Held but partial: left out of every sum. */
  readonly partial: number;
  /** Not held at all. */
  readonly missing: number;
}

export function monthsHeld(months: readonly MonthRecord[], period: Period): PeriodMonths {
  const inside = months.filter((m) => m.month >= period.from && m.month <= period.to);
  const whole = inside.filter((m) => m.status === 'whole').length;
  const asked = monthNumber(period.to) - monthNumber(period.from) + 1;
  return { whole, partial: inside.length - whole, missing: asked - inside.length };
}

/**
 * Every run of `length` months in a row that are all whole, oldest first. Months that are partial or not held end a run, so that
 * each window is as long as it says.
 */
export function windowsOf(months: readonly MonthRecord[], length: number): Period[] {
  const windows: Period[] = [];
  for (let end = length - 1; end < months.length; end++) {
    const run = months.slice(end - length + 1, end + 1);
    const inRow = monthNumber(run[length - 1].month) - monthNumber(run[0].month) === length - 1;
    if (inRow && run.every((m) => m.status === 'whole'))
      windows.push({ from: run[0].month, to: run[length - 1].month });
  }
  return windows;
}

/**
 * The window one step after (`by` 1) or before (-1) a period; null at the end of the series. A period that is none of the windows
 * steps to the nearest window beyond its last month, or before it.
 */
export function steppedWindow(windows: readonly Period[], period: Period, by: 1 | -1): Period | null {
  if (by === 1) return windows.find((w) => w.to > period.to) ?? null;
  const earlier = windows.filter((w) => w.to < period.to);
  return earlier[earlier.length - 1] ?? null;
}

/**
 * The period with one end moved by whole months; partial months are passed over and the ends never cross. The period itself where
 * there is nowhere to go.
 */
export function withEndMoved(
  months: readonly MonthRecord[],
  period: Period,
  end: 'from' | 'to',
  by: number,
): Period {
  const whole = months.filter((m) => m.status === 'whole').map((m) => m.month);
  const room = whole.filter((m) => (end === 'from' ? m <= period.to : m >= period.from));
  if (room.length === 0) return period;
  const here = room.findIndex((m) => m >= period[end]);
  const at = here < 0 ? room.length - 1 : here;
  const to = room[Math.max(0, Math.min(room.length - 1, at + by))];
  return { ...period, [end]: to };
}

/** The period from one month to another, whichever comes first, drawn in to whole months; null where there is none between. */
export function periodBetween(months: readonly MonthRecord[], a: number, b: number): Period | null {
  const whole = months.slice(Math.min(a, b), Math.max(a, b) + 1).filter((m) => m.status === 'whole');
  return whole.length > 0 ? { from: whole[0].month, to: whole[whole.length - 1].month } : null;
}
