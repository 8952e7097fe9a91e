// What an inventory says for one question: which services count on the day, and where the list is known to be complete.
import { sharedAges } from '../domain/ages.ts';
import type { ProgrammeReading, TierReading } from '../domain/answer.ts';
import type { Dataset } from '../domain/dataset.ts';
import { type Inventory, type Programme, type Service, TIERS, type Tier } from '../domain/intervention.ts';
import { lastDay } from '../domain/month.ts';
import type { Question } from '../domain/question.ts';

/** The day provision is read on: the question's own, or the last day of its period. */
export function readingDate(question: Question): string {
  return question.date ?? lastDay(question.period.to);
}

/** The first and last day a date written as YYYY-MM or YYYY-MM-DD can mean. */
export const firstDayOf = (date: string) => (date.length === 7 ? `${date}-01` : date);
export const lastDayOf = (date: string) => (date.length === 7 ? lastDay(date) : date);

/** The programmes a question reads: those named, or all of its tier. */
export function programmesRead(programmes: readonly Programme[], question: Question): readonly Programme[] {
  const ofTier = programmes.filter((p) => p.tier === question.tier);
  return question.programmes.length === 0 ? ofTier : ofTier.filter((p) => question.programmes.includes(p.id));
}

export const FOLLOWS_PEOPLE = 'follows people, not places: capacity only';

/**
 * Why a service does not count for a question, in words; empty where it counts. An unknown start or end does not exclude a
 * service: the record is shown with it.
 */
export function leftOutBecause(service: Service, question: Question, day: string): string {
  if (service.start !== null && firstDayOf(service.start) > day) return 'starts after the reading date';
  if (service.end !== null && lastDayOf(service.end) < day) return 'funding ended before the reading date';
  if (service.capacity === null) return 'places a year not known';
  if (service.form === 'person') return FOLLOWS_PEOPLE;
  if (!sharedAges(service.ages, question.ages)) return 'not for these ages';
  const needsPoint = service.form === 'site' || service.form === 'institution network';
  if (needsPoint && (service.lon === null || service.lat === null)) return 'location not known';
  if (service.form === 'area' && service.areas.length === 0) return 'its areas are not known';
  return '';
}

/** For each authority, whether the lists of all given programmes are stated to be complete there. */
export function completeIn(
  dataset: Dataset,
  inventory: Inventory,
  programmes: readonly Programme[],
): boolean[] {
  return dataset.authorities.map(
    (authority) =>
      programmes.length > 0 &&
      programmes.every((p) =>
        inventory.complete.some(
          (c) => c.programme === p.id && (c.authority === 'all' || c.authority === authority.code),
        ),
      ),
  );
}

/** Known / not known for each tier as a whole: a tier is known where every programme of it is, in every authority. */
export function tierReadings(dataset: Dataset, inventory: Inventory): TierReading[] {
  return TIERS.map((tier: Tier) => {
    const programmes = dataset.programmes.filter((p) => p.tier === tier);
    const services = inventory.services.filter((s) => s.tier === tier).length;
    const open = programmes.filter((p) => !completeIn(dataset, inventory, [p]).every(Boolean));
    const why = open.length === 0 ? '' : `no complete list of ${open.map((p) => p.phrase).join(', ')}`;
    return { tier, services, status: open.length === 0 ? 'known' : 'not known', why };
  });
}

export function programmeReadings(dataset: Dataset, inventory: Inventory): ProgrammeReading[] {
  return dataset.programmes.map((p) => ({
    programme: p.id,
    tier: p.tier,
    services: inventory.services.filter((s) => s.programme === p.id).length,
    status: completeIn(dataset, inventory, [p]).every(Boolean) ? 'known' : 'not known',
  }));
}
