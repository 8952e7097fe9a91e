// The coverage matrix: who of which age is reached, by tier and authority, and where nobody can say.
import { type AgeRange, ALL_AGES, LIFE_STAGES, sharedAges } from '../domain/ages.ts';
import type { CoverageCell, CoverageMatrix } from '../domain/coverageMatrix.ts';
import type { Dataset } from '../domain/dataset.ts';
import { type Inventory, type Programme, type Service, TIERS, type Tier } from '../domain/intervention.ts';
import { monthNumber } from '../domain/month.ts';
import { withPlan } from '../domain/plan.ts';
import type { Question } from '../domain/question.ts';
import { inventoryFor } from './analyse.ts';
import { askNext } from './askNext.ts';
import { completeIn, leftOutBecause, readingDate } from './inventoryReading.ts';
import { peopleAged } from './people.ts';
import { placesOfServices } from './provision.ts';

/** Whether a record was last verified in the twelve months before a day. */
export function recentlyVerified(service: Service, day: string): boolean {
  if (service.lastVerified === null) return false;
  return monthNumber(day.slice(0, 7)) - monthNumber(service.lastVerified.slice(0, 7)) <= 12;
}

/** Sums of an LSOA column by authority. */
function byAuthority(dataset: Dataset, values: Float64Array): Float64Array {
  const sums = new Float64Array(dataset.authorities.length);
  for (let i = 0; i < values.length; i++)
    if (!Number.isNaN(values[i])) sums[dataset.lsoas.authority[i]] += values[i];
  return sums;
}

/** A service that counts on the day, with the places it brings to each stage in each authority. */
interface Brought {
  readonly service: Service;
  /** By stage, then authority. */
  readonly places: readonly Float64Array[];
}

function broughtBy(dataset: Dataset, question: Question, services: readonly Service[]): Brought[] {
  const { bands } = dataset;
  const people = new Map<string, Float64Array>();
  const aged = (ages: AgeRange) => {
    const key = `${ages.from}-${ages.to}`;
    const held = people.get(key) ?? peopleAged(bands, ages);
    people.set(key, held);
    return held;
  };
  const spread = placesOfServices(dataset, { ages: ALL_AGES, level: 'lsoa' }, question.reach, services);
  return spread.map(({ service, places }) => {
    const all = aged(service.ages);
    return {
      service,
      places: LIFE_STAGES.map((stage) => {
        const shared = sharedAges(service.ages, stage);
        if (!shared) return new Float64Array(dataset.authorities.length);
        const part = aged(shared);
        return byAuthority(
          dataset,
          places.map((p, i) => (all[i] > 0 ? (p * part[i]) / all[i] : 0)),
        );
      }),
    };
  });
}

interface CellInput {
  readonly tier: Tier;
  readonly stage: number;
  /** Row of the authority. */
  readonly a: number;
  readonly people: number;
}

function cellOf(
  dataset: Dataset,
  inventory: Inventory,
  complete: ReadonlyMap<string, readonly boolean[]>,
  brought: readonly Brought[],
  day: string,
  { tier, stage, a, people }: CellInput,
): CoverageCell {
  const ages = LIFE_STAGES[stage];
  const ofTier = dataset.programmes.filter((p) => p.tier === tier);
  const forAges = ofTier.filter((p) => sharedAges(p.ages, ages));
  // Where no programme listed is for these ages, "none" can only be said when the whole tier is known.
  const asked = forAges.length > 0 ? forAges : ofTier;
  const open = asked.filter((p) => !complete.get(p.id)?.[a]);
  const bringing = brought.filter((b) => b.service.tier === tier && b.places[stage][a] > 0);
  const untold = inventory.services.filter(
    (s) =>
      s.tier === tier &&
      s.capacity === null &&
      s.areas.includes(dataset.authorities[a].code) &&
      sharedAges(s.ages, ages),
  );
  const places = bringing.reduce((sum, b) => sum + b.places[stage][a], 0);
  const settled = open.length === 0 && untold.length === 0;
  const status = settled ? (places > 0 ? 'known' : 'none') : places > 0 ? 'part known' : 'not known';
  const reasons = [
    open.length > 0 ? `no complete list of ${open.map((p) => p.phrase).join(', ')}` : '',
    open.length === 0 && untold.length > 0
      ? `places a year not known at ${untold.map((s) => s.place).join(', ')}`
      : '',
    status === 'none' && forAges.length === 0 ? 'no programme of this tier is for these ages' : '',
    status === 'none' && forAges.length > 0
      ? 'the lists are complete, and no service reaches these people'
      : '',
  ].filter(Boolean);
  return {
    tier,
    stage,
    authority: dataset.authorities[a].code,
    status,
    places: status === 'not known' ? Number.NaN : places,
    per1000: status === 'not known' || people === 0 ? Number.NaN : (1000 * places) / people,
    people,
    services: bringing.length,
    verified: bringing.filter((b) => recentlyVerified(b.service, day)).length,
    why: reasons.join('; '),
  };
}

/**
 * Places a year per 1,000 people, by tier × life stage × authority, on a day (METHOD §4, §5). The places of a service are spread as in
 * the answer and divided among life stages by the people of each that it is for. A cell without places is "none" only where the lists
 * of all programmes of the tier for these ages are stated to be complete in the authority; otherwise it is not known. The question's
 * plan is carried out; its measures do not matter here.
 * @param date YYYY-MM-DD; null reads on the question's own day.
 */
export function coverageMatrix(
  dataset: Dataset,
  question: Question,
  date: string | null = null,
): CoverageMatrix {
  const day = date ?? readingDate(question);
  const inventory = withPlan(inventoryFor(dataset, question), question.plan);
  const anyAge = { ...question, ages: ALL_AGES };
  const brought = broughtBy(
    dataset,
    question,
    inventory.services.filter((s) => leftOutBecause(s, anyAge, day) === ''),
  );
  const complete = new Map(
    dataset.programmes.map((p: Programme) => [p.id, completeIn(dataset, inventory, [p])] as const),
  );
  const people = LIFE_STAGES.map((stage) => byAuthority(dataset, peopleAged(dataset.bands, stage)));
  const cells = TIERS.flatMap((tier) =>
    LIFE_STAGES.flatMap((_, stage) =>
      dataset.authorities.map((_, a) =>
        cellOf(dataset, inventory, complete, brought, day, { tier, stage, a, people: people[stage][a] }),
      ),
    ),
  );
  return {
    date: day,
    inventoryStatus: inventory.status,
    stages: LIFE_STAGES,
    authorities: dataset.authorities,
    cells,
    withPeople: TIERS.map((tier) => {
      const following = inventory.services.filter((s) => s.tier === tier && s.form === 'person');
      const places = following.map((s) => s.capacity ?? Number.NaN);
      return { tier, services: following.length, places: places.reduce((sum, p) => sum + p, 0) };
    }),
    ...askNext(dataset, question, inventory, day),
  };
}
