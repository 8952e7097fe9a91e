// Change between the two latest whole years, by area, authority and region.
import type { Level } from '../domain/area.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Period } from '../domain/month.ts';
import type { Question } from '../domain/question.ts';
import type { Ratio, YearChange } from '../domain/yearChange.ts';
import { apportion, areasOf } from './apportion.ts';
import { eventsIn, twoWholeYears } from './events.ts';
import { overdispersion, rateRatio } from './rates.ts';
import { measuresOf } from './standing.ts';

/** The later count over the earlier one, each over a year; NaN in any part that is not known. */
export function ratioOf(earlier: number, later: number, dispersion: number): Ratio {
  return { earlier, later, ...rateRatio(later, 1, earlier, 1, { dispersion }) };
}

/** First and last month of each of the two latest whole years; null where the release does not hold two. */
export function wholeYears(
  dataset: Dataset,
): { months: [earlier: number[], later: number[]]; periods: [earlier: Period, later: Period] } | null {
  const months = twoWholeYears(dataset.months);
  if (!months) return null;
  const period = (indices: number[]): Period => ({
    from: dataset.months[indices[0]].month,
    to: dataset.months[indices[indices.length - 1]].month,
  });
  return { months, periods: [period(months[0]), period(months[1])] };
}

/**
 * Ratio of the later to the earlier of the two latest runs of twelve whole months, for the crime types given: score interval
 * of a ratio of Poisson rates with O/φ (`rateRatio`), φ from the same two years. People are taken as unchanged.
 * Cannot be calculated, with the reason, where the release does not hold two whole years or no type is a count.
 */
function yearChangeOf(dataset: Dataset, level: Level, types: readonly string[], of: string): YearChange {
  if (types.length === 0)
    return {
      calculated: false,
      reason: 'No measure of the need is a monthly count, so no change can be calculated.',
    };
  const years = wholeYears(dataset);
  if (!years)
    return {
      calculated: false,
      reason: 'The release does not hold two whole years, so no change can be calculated.',
    };
  const [before, after] = years.months.map((months) => eventsIn(dataset, types, months));
  const earlierCount = apportion(dataset, level, before);
  const laterCount = apportion(dataset, level, after);
  const dispersion = earlierCount.some((c) => c > 0) ? overdispersion(earlierCount, laterCount) : 1;
  const ratios = Array.from(earlierCount, (count, i) => ratioOf(count, laterCount[i], dispersion));
  const { authority, code } = areasOf(dataset, level);
  const sum = (column: Float64Array, inside: (row: number) => boolean) =>
    column.reduce((total, v, i) => (inside(i) && !Number.isNaN(v) ? total + v : total), 0);
  const together = (inside: (row: number) => boolean) =>
    ratioOf(sum(earlierCount, inside), sum(laterCount, inside), dispersion);
  return {
    calculated: true,
    of,
    level,
    earlier: years.periods[0],
    later: years.periods[1],
    code,
    earlierCount,
    laterCount,
    ratio: Float64Array.from(ratios, (r) => r.ratio),
    lower: Float64Array.from(ratios, (r) => r.lower),
    upper: Float64Array.from(ratios, (r) => r.upper),
    region: together(() => true),
    byAuthority: dataset.authorities.map((_, a) => together((i) => authority[i] === a)),
    overdispersion: dispersion,
  };
}

/** The change in the counts the question's need is made of, each type once. */
export function yearChange(dataset: Dataset, question: Question): YearChange {
  const counts = measuresOf(dataset.measures, question).chosen.filter((c) => c.measure.kind === 'count');
  const types = [...new Set(counts.flatMap((c) => c.measure.crimeTypes ?? []))];
  return yearChangeOf(dataset, question.level, types, counts.map((c) => c.measure.phrase).join(' and '));
}
