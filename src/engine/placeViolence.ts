// What happens in a place: counts and rates by type beside authority and region, change between years, month by month.
import type { ChartedSeries } from '../domain/controlChart.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { ViolenceRow } from '../domain/placeProfile.ts';
import type { Question } from '../domain/question.ts';
import { controlChart } from './controlChart.ts';
import { eventsIn } from './events.ts';
import { baseOf, measureDispersion } from './needMeasures.ts';
import { type Place, within } from './placeParts.ts';
import { rateWithInterval } from './rates.ts';
import { measuresOf } from './standing.ts';
import { ratioOf, wholeYears } from './yearChange.ts';

export interface Comparators {
  readonly authority: Place | null;
  readonly region: Place;
}

/** The crime types of the question's need, each once, and how the need is called. */
export function needTypes(dataset: Dataset, question: Question): { types: string[]; label: string } {
  const counts = measuresOf(dataset.measures, question).chosen.filter((c) => c.measure.kind === 'count');
  return {
    types: [...new Set(counts.flatMap((c) => c.measure.crimeTypes ?? []))],
    label: counts.map((c) => c.measure.label).join(' and '),
  };
}

/**
 * A row for the need's counts together, where they are more than one type, and one for every single type: events in the period's whole
 * months, rate on the question's denominator with a 95 % interval widened by the type's own φ, the authority's and the region's rate,
 * and the change between the two whole years. LSOAs without records are in neither count nor base.
 */
export function violenceRows(
  dataset: Dataset,
  question: Question,
  place: Place,
  { authority, region }: Comparators,
  months: readonly number[],
  residents: Float64Array,
): ViolenceRow[] {
  const need = needTypes(dataset, question);
  const single = dataset.measures.filter((m) => m.kind === 'count' && m.crimeTypes?.length === 1);
  const wanted = [
    ...(need.types.length > 1 ? [{ id: 'need', label: need.label, types: need.types }] : []),
    ...single.map((m) => ({ id: m.id, label: m.label, types: m.crimeTypes ?? [] })),
  ];
  const per = question.per === 'km2' ? 1 : 1000;
  const base = baseOf(dataset, question.per, question, residents);
  const years = wholeYears(dataset);
  return wanted.map(({ id, label, types }): ViolenceRow => {
    const dispersion = measureDispersion(dataset, place.level, types);
    const events =
      months.length > 0 ? eventsIn(dataset, types, months) : new Float64Array(base.length).fill(Number.NaN);
    const known = base.map((b, i) => (Number.isNaN(events[i]) ? Number.NaN : b));
    const rateIn = (where: Place | null) =>
      where && months.length > 0
        ? rateWithInterval(within(where, events), within(where, known), {
            months: months.length,
            per,
            dispersion,
          })
        : { rate: Number.NaN, lower: Number.NaN, upper: Number.NaN };
    const here = rateIn(place);
    const whole = rateIn(region).rate;
    const change = years?.months.map((m) => within(place, eventsIn(dataset, types, m)));
    return {
      id,
      label,
      inNeed: types.every((t) => need.types.includes(t)),
      count: within(place, events),
      rate: { here: here.rate, authority: rateIn(authority).rate, region: whole },
      lower: here.lower,
      upper: here.upper,
      against: Number.isNaN(here.rate + whole)
        ? 'not known'
        : here.lower > whole
          ? 'higher'
          : here.upper < whole
            ? 'lower'
            : 'similar',
      change: change ? ratioOf(change[0], change[1], dispersion) : null,
    };
  });
}

/** Events of the need's counts month by month, with XmR limits each; a partial month is NaN and enters no limit. */
export function chartedSeries(
  dataset: Dataset,
  question: Question,
  place: Place,
  { authority, region }: Comparators,
): ChartedSeries[] {
  const { types } = needTypes(dataset, question);
  if (types.length === 0) return [];
  const monthly = dataset.months.map((month, m) =>
    month.status === 'partial' ? null : eventsIn(dataset, types, [m]),
  );
  return [region, authority, place].flatMap((where) => {
    if (!where) return [];
    const values = Float64Array.from(monthly, (events) => (events ? within(where, events) : Number.NaN));
    return [{ name: where.title, values, limits: controlChart(values) }];
  });
}
