// Calendar months, and which of them are whole.

/** A month as YYYY-MM; sorts as text. */
export type Month = string;

export interface MonthRecord {
  readonly month: Month;
  /** A partial month is listed and marked, and never enters a sum. */
  readonly status: 'whole' | 'partial';
  /** How the records of this month were placed: by the point they were published at, or by the LSOA code they carry. */
  readonly located: 'polygon' | 'published';
}

/** Both ends included. */
export interface Period {
  readonly from: Month;
  readonly to: Month;
}

export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** Months since year 0, so that months can be subtracted. */
export function monthNumber(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

export function monthFromNumber(number: number): Month {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** Every month of a period in order. */
export function monthsOf(period: Period): Month[] {
  const first = monthNumber(period.from);
  const last = monthNumber(period.to);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => monthFromNumber(first + k));
}

/** The last day of a month as YYYY-MM-DD. */
export function lastDay(month: Month): string {
  const day = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
  return `${month}-${String(day).padStart(2, '0')}`;
}
