// Control charts: limits by hand, one series per rule, gaps, and the answer that there is no answer.
import { describe, expect, test } from 'vitest';
import { type ControlChart, controlChart, type Signal } from '../../src/engine/controlChart.ts';

const steady = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12];

function charted(series: number[]): Extract<ControlChart, { calculated: true }> {
  const chart = controlChart(series);
  if (!chart.calculated) throw new Error(chart.reason);
  return chart;
}
const monthsWith = (series: number[], signal: Signal) =>
  charted(series).signals.flatMap((found, t) => (found.includes(signal) ? [t] : []));

describe('a control chart', () => {
  test('has its limits at 2.66 mean moving ranges from the mean', () => {
    const chart = charted(steady);
    expect(chart.mean).toBe(11);
    expect(chart.meanRange).toBe(2);
    expect(chart.upper).toBeCloseTo(16.32, 12);
    expect(chart.lower).toBeCloseTo(5.68, 12);
    expect(chart.signals.flat()).toEqual([]);
  });

  test('does not draw a lower limit below the least possible value', () => {
    const low = steady.map((x) => x - 10);
    expect(charted(low).lower).toBe(0);
    const free = controlChart(low, Number.NEGATIVE_INFINITY);
    expect(free.calculated && free.lower).toBeCloseTo(1 - 5.32, 12);
  });

  test('signals a month beyond either limit', () => {
    expect(monthsWith([...steady, 60], 'outside limits')).toEqual([12]);
    expect(monthsWith([...steady.map((x) => x + 90), 40], 'outside limits')).toEqual([12]);
  });

  test('signals seven months in a row on one side of the mean, not six', () => {
    const low = [10, 12, 10, 12, 10, 12, 11];
    const high = (n: number) => Array.from({ length: n }, (_, k) => (k % 2 ? 21 : 20));
    const seven = [...low, ...high(7)];
    expect(monthsWith(seven, 'shift')).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    const six = [...low.slice(1), ...high(6)];
    expect(monthsWith(six, 'shift')).toEqual([]);
  });

  test('a month at the mean, or one that is not known, ends a run', () => {
    const seven = [10, 12, 10, 12, 10, 12, 11, 20, 21, 20, 21, 20, 21, 20];
    const broken = [...seven];
    broken[10] = Number.NaN;
    expect(monthsWith(broken, 'shift')).toEqual([0, 1, 2, 3, 4, 5, 6]);
    const flat = [1, 1, 1, 3, 3, 3, 2, 3, 3, 3, 1, 1, 1];
    expect(monthsWith(flat, 'shift')).toEqual([]);
  });

  test('signals six months that rise from each to the next, the first of them too, not five', () => {
    const rise = [10, 12, 10, 12, 10, 12, 8, 9, 10, 11, 12, 13, 9, 12, 10];
    expect(monthsWith(rise, 'trend')).toEqual([6, 7, 8, 9, 10, 11]);
    const five = [10, 12, 10, 12, 10, 12, 9, 10, 11, 12, 13, 9, 12, 10];
    expect(monthsWith(five, 'trend')).toEqual([]);
    expect(
      monthsWith(
        rise.map((x) => 30 - x),
        'trend',
      ),
    ).toEqual([6, 7, 8, 9, 10, 11]);
    const unknown = [...rise];
    unknown[9] = Number.NaN;
    expect(monthsWith(unknown, 'trend')).toEqual([]);
  });

  test('a trend that turns into another marks both, and no month before them', () => {
    const peak = [10, 12, 10, 12, 10, 7, 8, 9, 10, 11, 12, 11, 10, 9, 8, 7, 10, 12];
    expect(monthsWith(peak, 'trend')).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
  });

  test('signals two of three months in the outer third of one side, and not of both', () => {
    // Mean near 11, outer third beyond two thirds of 2.66 ranges.
    const base = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12];
    const twice = [...base, 16, 11, 16, 11, 10, 12];
    expect(monthsWith(twice, 'near limits')).toEqual([20, 22]);
    const once = [...base, 16, 11, 12, 16, 11, 10];
    expect(monthsWith(once, 'near limits')).toEqual([]);
    const bothSides = [...base, 16.5, 11, 5.5, 11, 10, 12];
    expect(monthsWith(bothSides, 'near limits')).toEqual([]);
    const gap = [...base, 16, Number.NaN, 16, 11, 10, 12];
    expect(monthsWith(gap, 'near limits')).toEqual([]);
  });

  test('does not measure a range across a month that is not known', () => {
    const gap = [...steady, Number.NaN, 12, 10];
    expect(charted(gap).meanRange).toBe(2);
    expect(charted(gap).signals[12]).toEqual([]);
  });

  test('cannot be calculated from fewer than twelve months, or from months that never follow each other', () => {
    expect(controlChart(steady.slice(1))).toMatchObject({
      calculated: false,
      reason: expect.stringMatching(/at least 12.*there are 11/),
    });
    const scattered = steady.flatMap((x) => [x, Number.NaN]);
    expect(controlChart(scattered)).toMatchObject({
      calculated: false,
      reason: expect.stringMatching(/follow each other/),
    });
    expect(() => controlChart([...steady, Infinity])).toThrow(/month 12/);
  });
});
