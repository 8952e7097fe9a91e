// The measures of a need, by area: as counted, smoothed, with interval, and the region's figure beside them.
import type { MeasureColumns } from '../domain/answer.ts';
import type { Level } from '../domain/area.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Denominator, Measure } from '../domain/measure.ts';
import type { Question } from '../domain/question.ts';
import { apportion, areasOf, weightedMean } from './apportion.ts';
import { eventsIn, twoWholeYears } from './events.ts';
import { ownColumns } from './ownMeasure.ts';
import { peopleAged } from './people.ts';
import { overdispersion, proportionInterval, rateWithInterval } from './rates.ts';
import { smoothGlobally } from './smoothing.ts';

/** What a dataset must hold before a measure can be computed. */
export function requiredBy(measure: Measure): { crimeTypes: readonly string[]; columns: readonly string[] } {
  const columns = [measure.column, measure.numerator, measure.denominator].filter(
    (c): c is string => c !== undefined,
  );
  return { crimeTypes: measure.crimeTypes ?? [], columns };
}

/** The people or the ground a count is divided by, by LSOA. */
export function baseOf(
  dataset: Dataset,
  per: Denominator,
  question: Pick<Question, 'ages'>,
  residents: Float64Array,
): Float64Array {
  if (per === 'km2') return dataset.lsoas.km2;
  return per === 'ages' ? peopleAged(dataset.bands, question.ages) : residents;
}

function column(dataset: Dataset, name: string | undefined, measure: Measure): Float64Array {
  const values = name === undefined ? undefined : dataset.columns.get(name);
  if (!values)
    throw new RangeError(`The column "${name}" of the measure "${measure.label}" has not been loaded.`);
  return values;
}

/** φ of a count measure at a level, from the two latest whole years; 1 where the release does not hold two. */
export function measureDispersion(dataset: Dataset, level: Level, types: readonly string[]): number {
  const years = twoWholeYears(dataset.months);
  if (!years) return 1;
  const [earlier, later] = years.map((months) => apportion(dataset, level, eventsIn(dataset, types, months)));
  return earlier.some((count) => count > 0) ? overdispersion(earlier, later) : 1;
}

function byAuthority(
  dataset: Dataset,
  level: Level,
  top: Float64Array,
  bottom: Float64Array,
  scale: number,
): Float64Array {
  const { authority } = areasOf(dataset, level);
  const tops = new Float64Array(dataset.authorities.length);
  const bottoms = new Float64Array(dataset.authorities.length);
  for (let i = 0; i < top.length; i++) {
    if (Number.isNaN(top[i]) || Number.isNaN(bottom[i])) continue;
    tops[authority[i]] += top[i];
    bottoms[authority[i]] += bottom[i];
  }
  return tops.map((t, a) => (bottoms[a] > 0 ? (t / bottoms[a]) * scale : Number.NaN));
}

const sumKnown = (values: Float64Array) => values.reduce((sum, v) => (Number.isNaN(v) ? sum : sum + v), 0);

/**
 * Rate of a count measure over whole months: raw, smoothed (METHOD §2), and the 95 % interval with O/φ and n/φ.
 * The base leaves out LSOAs whose counts are not known, so that a ward's rate is that of the part that is known.
 * Unit: events a year per 1,000 people, or per km².
 */
function countColumns(
  dataset: Dataset,
  question: Question,
  measure: Measure,
  weight: number,
  months: readonly number[],
  residents: Float64Array,
): MeasureColumns {
  const types = measure.crimeTypes ?? [];
  const { level } = question;
  const events = eventsIn(dataset, types, months);
  const baseLsoa = baseOf(dataset, question.per, question, residents).map((b, i) =>
    Number.isNaN(events[i]) ? Number.NaN : b,
  );
  const count = apportion(dataset, level, events);
  const base = apportion(dataset, level, baseLsoa);
  const dispersion = measureDispersion(dataset, level, types);
  const scale = ((question.per === 'km2' ? 1 : 1000) * 12) / months.length;
  const smooth = smoothGlobally(count, base);
  const lower = new Float64Array(count.length);
  const upper = new Float64Array(count.length);
  const raw = new Float64Array(count.length);
  for (let i = 0; i < count.length; i++) {
    const rate = rateWithInterval(count[i], base[i], {
      months: months.length,
      per: question.per === 'km2' ? 1 : 1000,
      dispersion,
    });
    raw[i] = rate.rate;
    lower[i] = rate.lower;
    upper[i] = rate.upper;
  }
  const people =
    question.per === 'km2'
      ? 'per km²'
      : question.per === 'ages'
        ? 'per 1,000 people of the ages'
        : 'per 1,000 residents';
  return {
    measure,
    weight,
    raw,
    value: question.smoothed ? smooth.rates.map((r) => r * scale) : raw,
    lower,
    upper,
    own: question.smoothed ? smooth.weights : smooth.weights.map((w) => (Number.isNaN(w) ? w : 1)),
    count,
    base,
    region: (sumKnown(count) / sumKnown(base)) * scale,
    byAuthority: byAuthority(dataset, level, count, base, scale),
    unit: `${people} a year`,
    overdispersion: dispersion,
  };
}

/** Share of a whole, in per cent, with Wilson's 95 % interval; smoothed as a count is. */
function proportionColumns(
  dataset: Dataset,
  question: Question,
  measure: Measure,
  weight: number,
): MeasureColumns {
  const { level } = question;
  const count = apportion(dataset, level, column(dataset, measure.numerator, measure));
  const base = apportion(dataset, level, column(dataset, measure.denominator, measure));
  const smooth = smoothGlobally(count, base);
  const intervals = Array.from(count, (c, i) =>
    base[i] > 0 ? proportionInterval(c, base[i]) : [Number.NaN, Number.NaN],
  );
  const raw = count.map((c, i) => (base[i] > 0 ? (100 * c) / base[i] : Number.NaN));
  return {
    measure,
    weight,
    raw,
    value: question.smoothed ? smooth.rates.map((r) => r * 100) : raw,
    lower: Float64Array.from(intervals, ([l]) => l * 100),
    upper: Float64Array.from(intervals, ([, u]) => u * 100),
    own: question.smoothed ? smooth.weights : smooth.weights.map((w) => (Number.isNaN(w) ? w : 1)),
    count,
    base,
    region: (100 * sumKnown(count)) / sumKnown(base),
    byAuthority: byAuthority(dataset, level, count, base, 100),
    unit: measure.unit,
    overdispersion: Number.NaN,
  };
}

/** A published score: population-weighted for wards; it comes without an interval. */
function scoreColumns(
  dataset: Dataset,
  question: Question,
  measure: Measure,
  weight: number,
  residents: Float64Array,
): MeasureColumns {
  const { level } = question;
  const scores = column(dataset, measure.column, measure);
  const value = weightedMean(dataset, level, scores, residents);
  const people = apportion(
    dataset,
    level,
    residents.map((p, i) => (Number.isNaN(scores[i]) ? Number.NaN : p)),
  );
  const product = value.map((v, i) => v * people[i]);
  const nothing = () => new Float64Array(value.length).fill(Number.NaN);
  return {
    measure,
    weight,
    raw: value,
    value,
    lower: nothing(),
    upper: nothing(),
    own: nothing(),
    count: nothing(),
    base: nothing(),
    region: sumKnown(product) / sumKnown(people),
    byAuthority: byAuthority(dataset, level, product, people, 1),
    unit: measure.unit,
    overdispersion: Number.NaN,
  };
}

/**
 * Every measure of the question's need, with its weight scaled so that weights sum to 1. Measures of weight zero are left out.
 * @param months indices of the whole months that are summed; RangeError where there are none and a count is asked for.
 */
export function needMeasures(
  dataset: Dataset,
  question: Question,
  chosen: readonly { measure: Measure; weight: number }[],
  months: readonly number[],
  residents: Float64Array,
): MeasureColumns[] {
  const total = chosen.reduce((sum, c) => sum + c.weight, 0);
  return chosen
    .filter((c) => c.weight > 0)
    .map(({ measure, weight }) => {
      const share = weight / total;
      if (measure.kind === 'score') return scoreColumns(dataset, question, measure, share, residents);
      if (measure.kind === 'proportion') return proportionColumns(dataset, question, measure, share);
      if (measure.kind === 'own') {
        const base = apportion(dataset, question.level, baseOf(dataset, question.per, question, residents));
        return ownColumns(dataset, question, measure, share, base, (top, bottom, scale) =>
          byAuthority(dataset, question.level, top, bottom, scale),
        );
      }
      if (months.length === 0)
        throw new RangeError(
          'The period holds no whole month, so no rate can be calculated. Choose a period with whole months.',
        );
      return countColumns(dataset, question, measure, share, months, residents);
    });
}
