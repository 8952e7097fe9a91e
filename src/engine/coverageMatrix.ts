// The coverage matrix: who of which age is reached, by tier and authority, and where nobody can say.
import { ALL_AGES, LIFE_STAGES, sharedAges } from '../domain/ages.ts';
import type { CoverageCell, CoverageMatrix } from '../domain/coverageMatrix.ts';
import type { Dataset } from '../domain/dataset.ts';
import { type Inventory, type Programme, TIERS, type Tier } from '../domain/intervention.ts';
import { withPlan } from '../domain/plan.ts';
import type { Question } from '../domain/question.ts';
import { askNext } from './askNext.ts';
import { recentlyVerified, recordsOf } from './coverageRecords.ts';
import { homeAuthority } from './homeAuthority.ts';
import { completeIn, FOLLOWS_PEOPLE, leftOutBecause, readingDate } from './inventoryReading.ts';
import { peopleAged } from './people.ts';
import { type Brought, broughtBy, byAuthority } from './placesByStage.ts';
import { inventoryFor } from './standing.ts';

interface CellInput {
  readonly tier: Tier;
  readonly stage: number;
  /** Row of the authority. */
  readonly a: number;
  readonly people: number;
}

function cellOf(
  dataset: Dataset,
  question: Question,
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
  const here = dataset.authorities[a].code;
  const untold = inventory.services.filter(
    (s) =>
      s.tier === tier &&
      s.capacity === null &&
      sharedAges(s.ages, ages) &&
      !leftOutBecause({ ...s, capacity: 1 }, { ...question, ages }, day).includes('reading date') &&
      (s.form === 'region' || s.areas.includes(here) || homeAuthority(dataset, s) === here),
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
    following: bringing
      .filter((b) => b.service.form === 'person')
      .reduce((sum, b) => sum + b.places[stage][a], 0),
    services: bringing.length,
    verified: bringing.filter((b) => recentlyVerified(b.service, day)).length,
    why: reasons.join('; '),
  };
}

/**
 * Places a year per 1,000 people, by tier × life stage × authority, on a day (METHOD §4, §5). The places of a service are spread as in
 * the answer and divided among life stages by the people of each that it is for; a service that follows people, which has no point
 * and no part in a map, is shared among the people of its ages in the authorities it names. A cell without places is "none" only where the lists
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
    inventory.services.filter((s) => ['', FOLLOWS_PEOPLE].includes(leftOutBecause(s, anyAge, day))),
  );
  const complete = new Map(
    dataset.programmes.map((p: Programme) => [p.id, completeIn(dataset, inventory, [p])] as const),
  );
  const people = LIFE_STAGES.map((stage) => byAuthority(dataset, peopleAged(dataset.bands, stage)));
  const cells = TIERS.flatMap((tier) =>
    LIFE_STAGES.flatMap((_, stage) =>
      dataset.authorities.map((_, a) =>
        cellOf(dataset, question, inventory, complete, brought, day, {
          tier,
          stage,
          a,
          people: people[stage][a],
        }),
      ),
    ),
  );
  return {
    date: day,
    inventoryStatus: inventory.status,
    stages: LIFE_STAGES,
    authorities: dataset.authorities,
    cells,
    records: recordsOf(dataset, inventory, brought, day),
    withPeople: TIERS.map((tier) => {
      const following = inventory.services.filter((s) => s.tier === tier && s.form === 'person');
      const places = following.map((s) => s.capacity ?? Number.NaN);
      return { tier, services: following.length, places: places.reduce((sum, p) => sum + p, 0) };
    }),
    ...askNext(dataset, question, inventory, day),
  };
}
