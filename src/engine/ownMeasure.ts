// A measure of the reader's own counts, by area: rates made of the protected counts alone.
import type { MeasureColumns } from '../domain/answer.ts';
import type { Level } from '../domain/area.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Measure } from '../domain/measure.ts';
import type { OwnLevel, OwnTable } from '../domain/ownCounts.ts';
import type { Question } from '../domain/question.ts';
import { rateWithInterval } from './rates.ts';
import { smoothGlobally } from './smoothing.ts';

const NOUN: Record<Level, string> = { ward: 'wards', lsoa: 'LSOAs' };

/** The protected counts of a measure at a level. RangeError with what to do where they cannot be shown by it. */
function ownLevelOf(dataset: Dataset, measure: Measure, level: Level): { table: OwnTable; held: OwnLevel } {
  const table = dataset.own?.get(measure.id);
  if (!table)
    throw new RangeError(`The counts of “${measure.label}” are not in this browser. Bring the file again.`);
  const held = table.levels[level];
  if (!held) {
    const other = level === 'ward' ? 'lsoa' : 'ward';
    throw new RangeError(
      `“${measure.label}” can be shown by ${NOUN[other]} only: counts of ${NOUN[other]} are not shared out over ${NOUN[level]}. Show ${NOUN[other]}, or take the measure out of the need.`,
    );
  }
  return { table, held };
}

export type SumByAuthority = (top: Float64Array, bottom: Float64Array, scale: number) => Float64Array;

/**
 * Rates of own counts: raw, smoothed (METHOD §2) and the 95 % interval from counting error alone, since nothing is known of how the counts
 * vary from year to year. Suppressed and unknown areas are NaN in every column and enter neither mean nor region, so that nothing here
 * depends on more than the protected counts. Unit: a year where the table says how many years it covers, else over its period.
 *
 * @param base people or km² by area of the level.
 */
export function ownColumns(
  dataset: Dataset,
  question: Question,
  measure: Measure,
  weight: number,
  base: Float64Array,
  byAuthority: SumByAuthority,
): MeasureColumns {
  const { table, held } = ownLevelOf(dataset, measure, question.level);
  const { counts, suppressed } = held;
  const per = question.per === 'km2' ? 1 : 1000;
  const months = Number.isNaN(table.months) ? 12 : table.months;
  const known = base.map((b, i) => (Number.isNaN(counts[i]) ? Number.NaN : b));
  const scale = (per * 12) / months;
  if (known.every((b) => Number.isNaN(b)))
    throw new RangeError(
      `Every count of “${measure.label}” is withheld or not known, so no rate can be made of them.`,
    );
  const sum = (values: Float64Array) => values.reduce((total, v) => (Number.isNaN(v) ? total : total + v), 0);
  const rates = Array.from(counts, (c, i) => rateWithInterval(c, known[i], { months, per, dispersion: 1 }));
  const smooth = smoothGlobally(counts, known);
  const people =
    question.per === 'km2'
      ? 'per km²'
      : question.per === 'ages'
        ? 'per 1,000 people of the ages'
        : 'per 1,000 residents';
  const raw = Float64Array.from(rates, (r) => r.rate);
  return {
    measure,
    weight,
    raw,
    value: question.smoothed ? smooth.rates.map((r) => r * scale) : raw,
    lower: Float64Array.from(rates, (r) => r.lower),
    upper: Float64Array.from(rates, (r) => r.upper),
    own: question.smoothed ? smooth.weights : smooth.weights.map((w) => (Number.isNaN(w) ? w : 1)),
    count: counts,
    base: known,
    region: (sum(counts) / sum(known)) * scale,
    byAuthority: byAuthority(counts, known, scale),
    unit: `${people}${Number.isNaN(table.months) ? ', over the table’s period' : ' a year'}`,
    overdispersion: 1,
    suppressed,
    ...(table.byMonth ? { byMonth: table.byMonth } : {}),
  };
}
