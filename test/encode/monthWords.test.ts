// Whole months in words: runs, with what is partial or not held between them.
import { expect, test } from 'vitest';
import type { MonthRecord } from '../../src/domain/month.ts';
import { wholeMonthsPhrase } from '../../src/encode/monthWords.ts';

const record = (month: string, status: MonthRecord['status'] = 'whole'): MonthRecord => ({
  month,
  status,
  located: 'polygon',
});

test('months in a row are told as one run; a partial month and one not held end it', () => {
  const months = ['2023-12', '2024-01', '2024-02'].map((m) => record(m));
  expect(
    wholeMonthsPhrase([...months, record('2024-03', 'partial'), record('2024-04'), record('2024-06')]),
  ).toBe('The release holds whole months of December 2023 – February 2024, April 2024 and June 2024.');
  expect(wholeMonthsPhrase([record('2024-03', 'partial')])).toBe('The release holds no whole month.');
});
