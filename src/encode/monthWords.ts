// Which whole months a release holds, in words.
import { type MonthRecord, monthNumber } from '../domain/month.ts';
import { listed, periodPhrase } from './words.ts';

/** "The release holds whole months of September 2023 – August 2024, November 2024 – February 2025 and April 2025 – March 2026." */
export function wholeMonthsPhrase(months: readonly MonthRecord[]): string {
  const runs: { from: string; to: string }[] = [];
  for (const { month } of months.filter((m) => m.status === 'whole')) {
    const last = runs[runs.length - 1];
    if (last && monthNumber(month) === monthNumber(last.to) + 1) last.to = month;
    else runs.push({ from: month, to: month });
  }
  if (runs.length === 0) return 'The release holds no whole month.';
  return `The release holds whole months of ${listed(runs.map(periodPhrase))}.`;
}
