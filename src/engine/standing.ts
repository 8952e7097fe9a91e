// What an answer rests on whatever the plan: need, people, the inventory as it stands, the yardstick, and the gap against it.

import type {
  Answer,
  AreaTable,
  CountedService,
  Headline,
  MeasureColumns,
  MonthSeries,
} from '../domain/answer.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Inventory, Programme } from '../domain/intervention.ts';
import type { Measure } from '../domain/measure.ts';
import { isOwn } from '../domain/ownCounts.ts';
import { touchedBy } from '../domain/plan.ts';
import type { Question } from '../domain/question.ts';
import { apportion, areasOf } from './apportion.ts';
import { areaNotes } from './areaNotes.ts';
import { authorityRows } from './authorityRows.ts';
import { equityOf } from './equity.ts';
import { monthsIn } from './events.ts';
import { fairYardstick, gapAgainst } from './gap.ts';
import { gapKinds } from './gapKinds.ts';
import { homeAuthority } from './homeAuthority.ts';
import { completeIn, leftOutBecause, programmesRead, readingDate } from './inventoryReading.ts';
import { monthSeries } from './monthSeries.ts';
import { needIndex } from './needIndex.ts';
import { needMeasures } from './needMeasures.ts';
import { needRatio } from './needRatio.ts';
import { peopleAged } from './people.ts';
import { placesOfServices, type ServicePlaces, totalPlaces } from './provision.ts';
import { ranksFromLargest } from './ranks.ts';
import { needProvisionClass, relativeGap } from './relativeGap.ts';

/** The part of an answer that provision decides: with a plan there are two of it. */
type Outcome = NonNullable<Answer['before']>;

/** Need and people of every area: no provision in it. */
interface Figures {
  readonly need: Float64Array;
  readonly needIndex: Float64Array;
  readonly eligible: Float64Array;
  readonly residents: Float64Array;
  readonly notes: readonly string[];
}

/** The same for every plan that is tried out over one question. */
export interface Standing {
  readonly measures: readonly MeasureColumns[];
  readonly months: ReturnType<typeof monthsIn>;
  readonly notices: readonly string[];
  readonly figures: Figures;
  readonly programmes: readonly Programme[];
  readonly base: Reading;
  readonly yardstick: number;
  readonly series: MonthSeries;
  readonly outcome: Outcome;
}

/** One inventory read for one question. */
export interface Reading {
  readonly inventory: Inventory;
  readonly known: readonly boolean[];
  readonly counted: readonly ServicePlaces[];
  readonly places: Float64Array;
}

/** The question's measures that this release has, scaled as asked; a measure it does not have is named in a notice. */
export function measuresOf(
  measures: readonly Measure[],
  question: Question,
): { chosen: { measure: Measure; weight: number }[]; notices: string[] } {
  const notices: string[] = [];
  const chosen = question.need.flatMap(({ measure: id, weight }) => {
    const measure = measures.find((m) => m.id === id);
    if (!measure)
      notices.push(
        isOwn(id)
          ? 'The link counts someone’s own data, which stays with its owner and is no part of a link. It was left out of the need; whoever has the file can bring it under “Bring your own counts”.'
          : `The measure "${id}" is not part of this release and was left out of the need.`,
      );
    return measure && weight > 0 ? [{ measure, weight }] : [];
  });
  if (chosen.length > 0) return { chosen, notices };
  notices.push(
    `None of the question's measures is at hand; ${measures[0].label.toLowerCase()} is read instead.`,
  );
  return { chosen: [{ measure: measures[0], weight: 1 }], notices };
}

export function inventoryFor(dataset: Dataset, question: Question): Inventory {
  const { documented, illustrative, own } = dataset.inventories;
  if (question.inventory === 'illustrative' && illustrative) return illustrative;
  if (question.inventory === 'own' && own) return own;
  return documented;
}

/** The services of an inventory that count for a question, with the places they bring to every area. */
export function readInventory(
  dataset: Dataset,
  question: Question,
  inventory: Inventory,
  programmes: readonly Programme[],
): Reading {
  const day = readingDate(question);
  const ids = new Set(programmes.map((p) => p.id));
  const known = completeIn(dataset, inventory, programmes);
  const counting = inventory.services.filter(
    (s) => ids.has(s.programme) && leftOutBecause(s, question, day) === '',
  );
  const counted = placesOfServices(dataset, question, question.reach, counting);
  const places = totalPlaces(counted, known, areasOf(dataset, question.level).authority);
  return { inventory, known, counted, places };
}

function countedServices(
  dataset: Dataset,
  question: Question,
  base: Reading,
  programmes: readonly Programme[],
): CountedService[] {
  const day = readingDate(question);
  const ids = new Set(programmes.map((p) => p.id));
  const touched = touchedBy(question.plan);
  return base.inventory.services
    .filter((s) => ids.has(s.programme))
    .map((service) => {
      const counted = base.counted.find((c) => c.service === service);
      const why =
        leftOutBecause(service, question, day) ||
        (counted?.reaches === false ? 'no eligible people within reach' : '');
      return {
        service,
        placesUsed: counted?.total ?? Number.NaN,
        leftOut: why,
        planned: touched.has(service.id),
        authority: homeAuthority(dataset, service),
      };
    });
}

/** What one reading of the inventory makes of a question: the gap of every area, and what follows from it. */
export function outcomeOf(
  dataset: Dataset,
  question: Question,
  { figures, programmes, yardstick }: Pick<Standing, 'figures' | 'programmes' | 'yardstick'>,
  reading: Reading,
): Outcome {
  const areas = areasOf(dataset, question.level);
  const { need, eligible } = figures;
  const result = gapAgainst(need, eligible, reading.places, yardstick);
  const access = reading.places.map((p, i) => (eligible[i] > 0 ? (1000 * p) / eligible[i] : Number.NaN));
  const table: AreaTable = {
    level: question.level,
    code: areas.code,
    name: areas.name,
    authority: Array.from(areas.authority, (a) => dataset.authorities[a].name),
    authorityCode: Array.from(areas.authority, (a) => dataset.authorities[a].code),
    residents: figures.residents,
    eligible,
    need,
    needIndex: figures.needIndex,
    places: reading.places,
    access,
    target: result.target,
    gap: result.gap,
    relativeGap: relativeGap(need, access),
    class: needProvisionClass(figures.needIndex, access),
    kind: gapKinds(dataset, question, reading, programmes, result),
    rank: ranksFromLargest(result.gap),
    note: figures.notes,
  };
  const headline: Headline = {
    unmetShare: result.unmetShare,
    unmetPlaces: result.unmetPlaces,
    totalPlaces: result.totalPlaces,
    totalTarget: result.totalTarget,
    region: {
      need: 1,
      eligible: eligible.reduce((sum, e, i) => (Number.isNaN(need[i]) ? sum : sum + e), 0),
    },
  };
  return {
    headline,
    areas: table,
    authorities: authorityRows(dataset, table),
    services: countedServices(dataset, question, reading, programmes),
    equity: equityOf(table),
  };
}

/** Everything of the answer to a question that no plan changes. RangeError with a plain sentence where nothing can be computed. */
export function standingOf(dataset: Dataset, asked: Question): Standing {
  const question = { ...asked, plan: null };
  const { chosen, notices } = measuresOf(dataset.measures, question);
  const months = monthsIn(dataset.months, question.period);
  const residentsLsoa = dataset.residents;
  const measures = needMeasures(dataset, question, chosen, months.whole, residentsLsoa);
  const need = needRatio(
    measures.map((m) => ({
      value: m.value,
      region: m.region,
      weight: m.weight,
      direction: m.measure.direction,
    })),
  );
  const figures: Figures = {
    need,
    needIndex: needIndex(question, measures),
    eligible: apportion(dataset, question.level, peopleAged(dataset.bands, question.ages)),
    residents: apportion(dataset, question.level, residentsLsoa),
    notes: areaNotes(dataset, question.level, residentsLsoa),
  };
  const programmes = programmesRead(dataset.programmes, question);
  if (programmes.length === 0)
    notices.push('None of the named programmes is of this tier; nothing is read as provision.');
  if (question.inventory === 'own' && !dataset.inventories.own) {
    notices.push(
      'The link reads an inventory that stays in the browser it was loaded in. The documented one is shown; load that file under Provision to see the same figures.',
    );
  }
  const base = readInventory(dataset, question, inventoryFor(dataset, question), programmes);
  const yardstick =
    question.yardstick.kind === 'norm'
      ? question.yardstick.places
      : fairYardstick(need, figures.eligible, base.places);
  const outcome = outcomeOf(dataset, question, { figures, programmes, yardstick }, base);
  if (months.partial.length > 0 && measures.some((m) => m.measure.kind === 'count')) {
    notices.push(
      `${months.partial.length} ${months.partial.length === 1 ? 'month of the period is' : 'months of the period are'} partial and left out: ${months.partial.join(', ')}. Rates are a year's worth of the ${months.whole.length} whole months.`,
    );
  }
  if (months.missing > 0) notices.push(`The release does not hold ${months.missing} of the period's months.`);
  const series = monthSeries(dataset, question.level, chosen);
  return { measures, months, notices, figures, programmes, base, yardstick, series, outcome };
}
