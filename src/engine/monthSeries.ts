// Month by month: events of the need's count measures, by area and for the region.
import type { MonthSeries } from '../domain/answer.ts';
import type { Level } from '../domain/area.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Measure } from '../domain/measure.ts';
import { apportion, areasOf } from './apportion.ts';
import { eventsIn } from './events.ts';

/** Events per month of the chosen count measures together; a partial month is NaN, it is withheld and never interpolated. */
export function monthSeries(
  dataset: Dataset,
  level: Level,
  chosen: readonly { measure: Measure }[],
): MonthSeries {
  const types = [...new Set(chosen.flatMap((c) => c.measure.crimeTypes ?? []))];
  const n = areasOf(dataset, level).code.length;
  const held = dataset.months.length;
  const values = new Float64Array(n * held).fill(Number.NaN);
  const region = new Float64Array(held).fill(Number.NaN);
  dataset.months.forEach((month, m) => {
    if (month.status === 'partial' || types.length === 0) return;
    const events = apportion(dataset, level, eventsIn(dataset, types, [m]));
    region[m] = 0;
    for (let i = 0; i < n; i++) {
      values[i * held + m] = events[i];
      if (!Number.isNaN(events[i])) region[m] += events[i];
    }
  });
  return { months: dataset.months, values, region };
}
