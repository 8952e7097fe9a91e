// What one reading of an inventory makes of a question: places, gap and rows of every area, and the headline.

import type { Answer, AreaTable, CountedService, Headline } from '../domain/answer.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Inventory, Programme } from '../domain/intervention.ts';
import { touchedBy } from '../domain/plan.ts';
import type { Question } from '../domain/question.ts';
import { areasOf } from './apportion.ts';
import { authorityRows } from './authorityRows.ts';
import { equityOf } from './equity.ts';
import { gapAgainst } from './gap.ts';
import { gapKinds } from './gapKinds.ts';
import { homeAuthority } from './homeAuthority.ts';
import { completeIn, leftOutBecause, readingDate } from './inventoryReading.ts';
import { placesOfServices, type ServicePlaces, totalPlaces } from './provision.ts';
import { ranksFromLargest } from './ranks.ts';
import { needProvisionClass, relativeGap } from './relativeGap.ts';

/** The part of an answer that provision decides: with a plan there are two of it. */
export type Outcome = NonNullable<Answer['before']>;

/** Need and people of every area: no provision in it. */
export interface Figures {
  readonly need: Float64Array;
  readonly needIndex: Float64Array;
  readonly eligible: Float64Array;
  readonly residents: Float64Array;
  readonly notes: readonly string[];
}

/** What the gap is measured with. */
export interface Measured {
  readonly figures: Figures;
  readonly programmes: readonly Programme[];
  readonly yardstick: number;
}

/** One inventory read for one question. */
export interface Reading {
  readonly inventory: Inventory;
  readonly known: readonly boolean[];
  readonly counted: readonly ServicePlaces[];
  readonly places: Float64Array;
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
  { figures, programmes, yardstick }: Measured,
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
