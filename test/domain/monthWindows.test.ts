// Windows of months: never a partial month inside one, and a step that always arrives.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MonthRecord, monthFromNumber, monthNumber, type Period } from '../../src/domain/month.ts';
import {
  monthsHeld,
  periodBetween,
  steppedWindow,
  windowsOf,
  withEndMoved,
} from '../../src/domain/monthWindows.ts';

/** One letter a month from January 2025 on: w whole, p partial, - not held. */
function series(letters: string): MonthRecord[] {
  const first = monthNumber('2025-01');
  return [...letters].flatMap((letter, k) =>
    letter === '-'
      ? []
      : [
          {
            month: monthFromNumber(first + k),
            status: letter === 'w' ? ('whole' as const) : ('partial' as const),
            located: 'polygon' as const,
          },
        ],
  );
}

describe('windows', () => {
  test('hold whole months in a row only', () => {
    expect(windowsOf(series('wwpwww'), 2)).toEqual([
      { from: '2025-01', to: '2025-02' },
      { from: '2025-04', to: '2025-05' },
      { from: '2025-05', to: '2025-06' },
    ]);
  });

  test('do not reach over a month that is not held', () => {
    expect(windowsOf(series('ww-w'), 3)).toEqual([]);
  });

  test('step forwards and backwards, over a gap, and stop at both ends', () => {
    const windows = windowsOf(series('wwpw'), 1);
    const february = { from: '2025-02', to: '2025-02' };
    expect(steppedWindow(windows, february, 1)).toEqual({ from: '2025-04', to: '2025-04' });
    expect(steppedWindow(windows, february, -1)).toEqual({ from: '2025-01', to: '2025-01' });
    expect(steppedWindow(windows, { from: '2025-04', to: '2025-04' }, 1)).toBeNull();
    expect(steppedWindow(windows, { from: '2025-01', to: '2025-01' }, -1)).toBeNull();
  });

  test('of any series hold no partial month, and stepping goes through each once', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('w', 'p', '-'), maxLength: 40 }),
        fc.integer({ min: 1, max: 14 }),
        (letters, length) => {
          const months = series(letters);
          const windows = windowsOf(months, length);
          for (const w of windows)
            expect(monthsHeld(months, w)).toEqual({ whole: length, partial: 0, missing: 0 });
          const met: Period[] = [];
          let at: Period | null = windows[0] ?? null;
          for (; at; at = steppedWindow(windows, at, 1)) met.push(at);
          expect(met).toEqual(windows);
        },
      ),
    );
  });
});

describe('a period', () => {
  test('counts its whole, partial and missing months', () => {
    expect(monthsHeld(series('wp-w'), { from: '2025-01', to: '2025-04' })).toEqual({
      whole: 2,
      partial: 1,
      missing: 1,
    });
  });

  test('moves its ends over partial months, and never past each other', () => {
    const months = series('wpwww');
    const period = { from: '2025-03', to: '2025-04' };
    expect(withEndMoved(months, period, 'from', -1)).toEqual({ from: '2025-01', to: '2025-04' });
    expect(withEndMoved(months, period, 'from', 9)).toEqual({ from: '2025-04', to: '2025-04' });
    expect(withEndMoved(months, period, 'to', 1)).toEqual({ from: '2025-03', to: '2025-05' });
    expect(withEndMoved(months, period, 'to', -9)).toEqual({ from: '2025-03', to: '2025-03' });
  });

  test('drawn by hand begins and ends with a whole month', () => {
    const months = series('pwpwp');
    expect(periodBetween(months, 4, 0)).toEqual({ from: '2025-02', to: '2025-04' });
    expect(periodBetween(months, 2, 2)).toBeNull();
  });
});
