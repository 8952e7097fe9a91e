// Month by month: events of the need's count measures, by area and for the region.
import type { MonthSeries } from '../domain/answer.ts';
import { type Level, PARTS } from '../domain/area.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Measure } from '../domain/measure.ts';
import { areasOf } from './apportion.ts';
import { monthlyEvents } from './events.ts';

/**
 * Events per month of the chosen count measures together, row by area; wards by share. A partial month is NaN: withheld, never
 * interpolated. So are LSOAs that no record names, and every month where no measure is a count.
 */
export function monthSeries(
  dataset: Dataset,
  level: Level,
  chosen: readonly { measure: Measure }[],
): MonthSeries {
  const types = [...new Set(chosen.flatMap((c) => c.measure.crimeTypes ?? []))];
  const held = dataset.months.length;
  const n = areasOf(dataset, level).code.length;
  const region = new Float64Array(held);
  const values = new Float64Array(n * held);
  if (types.length === 0)
    return { months: dataset.months, values: values.fill(Number.NaN), region: region.fill(Number.NaN) };
  const monthly = monthlyEvents(dataset, types);
  if (level === 'lsoa') values.set(monthly);
  else {
    const { lsoa, ward, parts } = dataset.shares;
    for (let k = 0; k < parts.length; k++) {
      const [from, to, share] = [lsoa[k] * held, ward[k] * held, parts[k]];
      for (let m = 0; m < held; m++) values[to + m] += monthly[from + m] * share;
    }
    for (let k = 0; k < values.length; k++) values[k] /= PARTS;
  }
  for (let k = 0; k < values.length; k++) region[k % held] += values[k];
  dataset.months.forEach((month, m) => {
    if (month.status === 'whole') return;
    region[m] = Number.NaN;
    for (let i = 0; i < n; i++) values[i * held + m] = Number.NaN;
  });
  if (level === 'lsoa') for (const i of dataset.unrecorded) values.fill(Number.NaN, i * held, (i + 1) * held);
  return { months: dataset.months, values, region };
}
