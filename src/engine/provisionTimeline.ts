// Provision over time: the days on which it changes, and who falls into gap from one day to another.
import type { Answer } from '../domain/answer.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Service } from '../domain/intervention.ts';
import { withPlan } from '../domain/plan.ts';
import type {
  DateComparison,
  FallenArea,
  ProvisionDate,
  ProvisionTimeline,
  TimelineService,
} from '../domain/provisionTimeline.ts';
import type { Question } from '../domain/question.ts';
import { analyse } from './analyse.ts';
import { firstDayOf, lastDayOf, leftOutBecause, programmesRead } from './inventoryReading.ts';
import { inventoryFor } from './standing.ts';

const brief = ({ id, place, programme, tier, capacity }: Service): TimelineService => ({
  id,
  place,
  programme,
  tier,
  capacity,
});

/** The day after, as YYYY-MM-DD. RangeError: not a day of the calendar. */
export function dayAfter(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) throw new RangeError(`"${day}" is not a day; write it as 2026-03-31.`);
  return new Date(time + 86_400_000).toISOString().slice(0, 10);
}

/** The services the question reads, with its plan carried out. */
function servicesRead(dataset: Dataset, question: Question): Service[] {
  const programmes = new Set(programmesRead(dataset.programmes, question).map((p) => p.id));
  const { services } = withPlan(inventoryFor(dataset, question), question.plan);
  return services.filter((s) => programmes.has(s.programme));
}

/**
 * Every day on which a service of the programmes read starts, or is no longer there after its last day, with the known places a year
 * from that day on. A start or end that is not stated excludes nothing. Pure text arithmetic on dates: no time zone enters.
 */
export function provisionDates(dataset: Dataset, question: Question): ProvisionDate[] {
  const services = servicesRead(dataset, question);
  const starts = services.flatMap((s) => (s.start === null ? [] : [{ day: firstDayOf(s.start), s }]));
  const ends = services.flatMap((s) => (s.end === null ? [] : [{ day: dayAfter(lastDayOf(s.end)), s }]));
  const days = [...new Set([...starts, ...ends].map((d) => d.day))].sort();
  return days.map((date) => {
    const counting = services.filter((s) => leftOutBecause(s, question, date) === '');
    return {
      date,
      starts: starts.filter((d) => d.day === date).map((d) => brief(d.s)),
      ends: ends.filter((d) => d.day === date).map((d) => brief(d.s)),
      places: counting.reduce((sum, s) => sum + (s.capacity ?? 0), 0),
      services: counting.length,
    };
  });
}

/**
 * Provision on two days, both held against the yardstick of the first, so that places that end open gaps and shrink no target. An
 * area falls into gap when its provision met its need on the first day and does not on the second. Areas not known on either day are
 * in no list. RangeError: a day that is none.
 */
export function compareDates(dataset: Dataset, question: Question, from: string, to: string): DateComparison {
  for (const day of [from, to]) dayAfter(day);
  const before = analyse(dataset, { ...question, date: from }).answer;
  const after = analyse(dataset, {
    ...question,
    date: to,
    yardstick: { kind: 'norm', places: before.yardstick },
  }).answer;
  const counts = (answer: Answer) => answer.services.filter((s) => s.leftOut === '').map((s) => s.service);
  const [earlier, later] = [counts(before), counts(after)];
  const { code, name, authority } = before.areas;
  const rows: FallenArea[] = code.map((c, i) => ({
    code: c,
    name: name[i],
    authority: authority[i],
    before: before.areas.gap[i],
    after: after.areas.gap[i],
    kind: after.areas.kind[i],
  }));
  return {
    from,
    to,
    ended: earlier.filter((s) => !later.some((l) => l.id === s.id)).map(brief),
    started: later.filter((s) => !earlier.some((e) => e.id === s.id)).map(brief),
    before: before.headline,
    after: after.headline,
    fallen: rows.filter((r) => r.before <= 0 && r.after > 0).sort((a, b) => b.after - a.after),
    deepened: rows
      .filter((r) => r.before > 0 && r.after > r.before)
      .sort((a, b) => b.after - b.before - (a.after - a.before)),
    risen: rows.filter((r) => r.before > 0 && r.after <= 0).sort((a, b) => b.before - a.before),
    authorities: before.authorities.map((a, k) => ({
      code: a.code,
      name: a.name,
      before: a.gap,
      after: after.authorities[k].gap,
    })),
  };
}

export function provisionTimeline(
  dataset: Dataset,
  question: Question,
  days: { readonly from: string; readonly to: string } | null,
): ProvisionTimeline {
  const services = servicesRead(dataset, question);
  return {
    dates: provisionDates(dataset, question),
    withoutStart: services.filter((s) => s.start === null).length,
    withoutEnd: services.filter((s) => s.end === null).length,
    comparison: days && compareDates(dataset, question, days.from, days.to),
  };
}
