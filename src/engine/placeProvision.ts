// What provision reaches a place, by tier: places, services, and what is not known.
import { ALL_AGES, sharedAges } from '../domain/ages.ts';
import { PARTS } from '../domain/area.ts';
import type { Dataset } from '../domain/dataset.ts';
import { type Inventory, type Service, TIERS } from '../domain/intervention.ts';
import type { CascadeStep, ServiceHere, TierHere } from '../domain/placeProfile.ts';
import type { Question } from '../domain/question.ts';
import { areasOf } from './apportion.ts';
import { cascade } from './gapSteps.ts';
import { homeLsoa } from './homeAuthority.ts';
import { completeIn, leftOutBecause, programmesRead, readingDate } from './inventoryReading.ts';
import { peopleAged } from './people.ts';
import { type Place, within } from './placeParts.ts';
import type { Comparators } from './placeViolence.ts';
import { placesOfServices } from './provision.ts';

/** One service as it is seen from a place. */
interface Seen {
  readonly service: Service;
  /** Places a year by LSOA that go to people of the question's ages, were there one place a year in all. */
  readonly perPlace: Float64Array;
  /** Whether anybody of the place, of any age it takes, is within its reach. */
  readonly reaches: (where: Place) => boolean;
  readonly leftOut: string;
}

function seenServices(dataset: Dataset, question: Question, inventory: Inventory): Seen[] {
  const day = readingDate(question);
  // How far a service reaches does not depend on how many places it has: one place each tells.
  const one = inventory.services.map((s) => ({ ...s, capacity: 1 }));
  const spread = placesOfServices(dataset, { ages: ALL_AGES, level: 'lsoa' }, question.reach, one);
  return inventory.services.map((service, j) => {
    const { places } = spread[j];
    const shared = sharedAges(service.ages, question.ages);
    const all = peopleAged(dataset.bands, service.ages);
    const asked = shared ? peopleAged(dataset.bands, shared) : null;
    return {
      service,
      perPlace: places.map((p, i) => (asked && all[i] > 0 ? (p * asked[i]) / all[i] : 0)),
      reaches: (where) => !forOthers(dataset, where, service) && within(where, places) > 0,
      leftOut: leftOutBecause(service, question, day),
    };
  });
}

/** Whether a service without a reach is for this place by the areas it lists. */
function lists(dataset: Dataset, place: Place, { areas }: Service): boolean {
  const { code } = areasOf(dataset, place.level);
  return (
    place.authorities.some((a) => areas.includes(dataset.authorities[a].code)) ||
    place.rows.some((i) => areas.includes(code[i]))
  );
}

/**
 * An area service is for the areas it lists. One that lists other authorities alone reaches this place only by LSOA that lie partly
 * across a ward's border, which is no reach of its own.
 */
function forOthers(dataset: Dataset, place: Place, { form, areas }: Service): boolean {
  if (form !== 'area' || areas.length === 0) return false;
  const named = areas.map((code) => dataset.authorities.findIndex((a) => a.code === code));
  return named.every((a) => a >= 0 && !place.authorities.includes(a));
}

/** Whether a service is the place's own: it stands there, with half of its LSOA or more inside, or lists it. */
function standsIn(dataset: Dataset, place: Place, service: Service): boolean {
  const home = homeLsoa(dataset, service);
  return home >= 0 ? place.parts[home] >= PARTS / 2 : lists(dataset, place, service);
}

/** Places a year that reach a place from the services that count, of the programmes whose list is complete there; NaN for none. */
function placesIn(
  where: Place,
  seen: readonly Seen[],
  known: (programme: string, where: Place) => boolean,
  programmes: readonly string[],
): number {
  const complete = programmes.filter((p) => known(p, where));
  if (complete.length === 0) return Number.NaN;
  return seen
    .filter((s) => s.leftOut === '' && complete.includes(s.service.programme))
    .reduce((sum, s) => sum + within(where, s.perPlace) * (s.service.capacity ?? 0), 0);
}

/**
 * By tier: whether its lists are complete for the place (in every authority its areas belong to), the places a year that reach the
 * place's people of the question's ages, the same per 1,000 of them beside authority and region, and the services behind it, those
 * left out among them and the place's own first. Access is compared only where the same programmes are known.
 */
export function provisionHere(
  dataset: Dataset,
  question: Question,
  inventory: Inventory,
  place: Place,
  { authority, region }: Comparators,
): { tiers: TierHere[]; cascade: CascadeStep[]; rated: number } {
  const seen = seenServices(dataset, question, inventory);
  const eligible = peopleAged(dataset.bands, question.ages);
  const complete = new Map(dataset.programmes.map((p) => [p.id, completeIn(dataset, inventory, [p])]));
  const known = (id: string, where: Place) => where.authorities.every((a) => complete.get(id)?.[a]);
  const tiers = TIERS.map((tier): TierHere => {
    const programmes = dataset.programmes.filter((p) => p.tier === tier);
    const here = programmes.filter((p) => known(p.id, place)).map((p) => p.id);
    const access = (where: Place | null) => {
      if (!where || !here.every((id) => known(id, where))) return Number.NaN;
      return (1000 * placesIn(where, seen, known, here)) / within(where, eligible);
    };
    const relevant = seen.filter(
      (s) => s.service.tier === tier && (s.reaches(place) || lists(dataset, place, s.service)),
    );
    return {
      tier,
      status: here.length === programmes.length ? 'known' : here.length > 0 ? 'part known' : 'not known',
      unknown: programmes.filter((p) => !here.includes(p.id)).map((p) => p.label),
      places: placesIn(place, seen, known, here),
      access: { here: access(place), authority: access(authority), region: access(region) },
      services: relevant
        .map(({ service, perPlace, leftOut }): ServiceHere => {
          const counted = leftOut === '' ? (service.capacity ?? Number.NaN) : Number.NaN;
          return {
            id: service.id,
            place: service.place,
            organisation: service.organisation,
            programme: service.programme,
            status: service.status,
            lastVerified: service.lastVerified,
            own: standsIn(dataset, place, service),
            placesHere: within(place, perPlace) * counted,
            places: perPlace.reduce((a, b) => a + b, 0) * counted,
            leftOut,
          };
        })
        .sort((a, b) => Number(b.own) - Number(a.own) || (b.placesHere || 0) - (a.placesHere || 0)),
    };
  });
  const read = new Set(programmesRead(dataset.programmes, question).map((p) => p.id));
  const ofQuestion = seen.filter((s) => read.has(s.service.programme));
  const { left } = cascade(
    ofQuestion.map((s) => s.service),
    ofQuestion.filter((s) => s.reaches(place)).map((s) => s.service),
    question,
    readingDate(question),
  );
  return { tiers, cascade: left, rated: ofQuestion.filter((s) => s.service.evidence !== '').length };
}
