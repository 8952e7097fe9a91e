// Control charts for monthly series: which months are more than the ordinary coming and going?

/** What made a month stand out, by the rules of the NHS programme Making Data Count. */
export type Signal = 'outside limits' | 'shift' | 'trend' | 'near limits';

/** An XmR chart: one line and two limits, or the reason why there is none. */
export type ControlChart =
  | { calculated: false; reason: string }
  | {
      calculated: true;
      mean: number;
      lower: number;
      upper: number;
      /** Mean of the moving ranges, the measure of ordinary variation. */
      meanRange: number;
      /** Signals of each month, in the order of the series; none for a month that is not known. */
      signals: Signal[][];
    };

/** Fewest known months with a line and limits that mean anything. */
const FEWEST_MONTHS = 12;
/** Months in a row on one side of the mean that make a shift. */
const SHIFT_RUN = 7;
/** Months in a row that rise, or fall, from each to the next and make a trend; the first is counted. */
const TREND_RUN = 6;
/** 3/d2, d2 = 2/√π the expected range of two normal values in standard deviations. */
const LIMIT_FACTOR = 2.66;

/**
 * XmR chart: mean ± 2.66 × the mean moving range, with four rules.
 *
 * outside limits: a month beyond a limit. shift: seven or more known months in a row on one side of the mean; a month
 * at the mean ends the run. trend: six or more in a row that rise, or fall, from each to the next. near limits: of
 * three months in a row, at least two in the outer third on the same side (inside or beyond the limit).
 * A month that is NaN (partial or not known) is a gap: moving ranges and runs do not reach across it.
 *
 * @param series one value per month, oldest first; infinite values are a RangeError.
 * @param floor the least possible value; the lower limit is not drawn below it. 0 for counts and rates.
 * @returns "cannot be calculated", with the reason, for fewer than 12 known months or no two in a row.
 * Source: Shewhart 1931; Wheeler 1993; NHS England, Making Data Count (a shift there is seven points, a trend six).
 */
export function controlChart(series: ArrayLike<number>, floor = 0): ControlChart {
  const known: number[] = [];
  const ranges: number[] = [];
  for (let t = 0; t < series.length; t++) {
    if (Math.abs(series[t]) === Number.POSITIVE_INFINITY)
      throw new RangeError(`The value of month ${t} is infinite.`);
    if (Number.isNaN(series[t])) continue;
    known.push(series[t]);
    if (t > 0 && !Number.isNaN(series[t - 1])) ranges.push(Math.abs(series[t] - series[t - 1]));
  }
  if (known.length < FEWEST_MONTHS) {
    const reason = `A control chart needs at least ${FEWEST_MONTHS} complete months; there are ${known.length}.`;
    return { calculated: false, reason };
  }
  if (ranges.length === 0) {
    return {
      calculated: false,
      reason: 'A control chart needs months that follow each other; there are none.',
    };
  }
  const mean = average(known);
  const meanRange = average(ranges);
  const upper = mean + LIMIT_FACTOR * meanRange;
  const lower = mean - LIMIT_FACTOR * meanRange;
  const third = (LIMIT_FACTOR * meanRange) / 3;
  const sides = Array.from(series, (x) => (Number.isNaN(x) ? 0 : Math.sign(x - mean)));
  const outer = Array.from(series, (x) => (Math.abs(x - mean) > 2 * third ? Math.sign(x - mean) : 0));
  const steps = Array.from(series, (x, t) => (t > 0 ? Math.sign(x - series[t - 1]) || 0 : 0));
  const shifts = inRunsOf(SHIFT_RUN, sides);
  // Six rising months are five rises, and the month they start from is one of the six.
  const rises = inRunsOf(TREND_RUN - 1, steps);
  const trends = rises.map((marked, t) => marked || rises[t + 1] === true);
  const near = nearLimits(outer, series);
  const signals = Array.from(series, (x, t) => {
    const found: Signal[] = [];
    if (x > upper || x < lower) found.push('outside limits');
    if (shifts[t]) found.push('shift');
    if (trends[t]) found.push('trend');
    if (near[t]) found.push('near limits');
    return found;
  });
  return { calculated: true, mean, lower: Math.max(floor, lower), upper, meanRange, signals };
}

/** Marks every member of a run of at least `length` equal signs other than 0. */
function inRunsOf(length: number, signs: readonly number[]): boolean[] {
  const marked = signs.map(() => false);
  let start = 0;
  for (let t = 1; t <= signs.length; t++) {
    if (t < signs.length && signs[t] === signs[start]) continue;
    if (signs[start] !== 0 && t - start >= length) marked.fill(true, start, t);
    start = t;
  }
  return marked;
}

/** Marks the months in the outer third of every three known months in a row with two or more there, on one side. */
function nearLimits(outer: readonly number[], series: ArrayLike<number>): boolean[] {
  const marked = outer.map(() => false);
  for (let t = 2; t < outer.length; t++) {
    const three = [t - 2, t - 1, t];
    if (three.some((k) => Number.isNaN(series[k]))) continue;
    for (const side of [1, -1]) {
      const there = three.filter((k) => outer[k] === side);
      if (there.length >= 2) for (const k of there) marked[k] = true;
    }
  }
  return marked;
}

const average = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
