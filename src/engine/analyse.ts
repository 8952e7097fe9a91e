// Question + dataset → answer: every point figure on the page, in one pass. Intervals follow from the draws.

import { type Answer, ENGINE_VERSION, type MeasureColumns } from '../domain/answer.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Inventory } from '../domain/intervention.ts';
import { withPlan } from '../domain/plan.ts';
import type { Plan, Question } from '../domain/question.ts';
import { programmeReadings, tierReadings } from './inventoryReading.ts';
import { outcomeOf, type Reading, readInventory } from './outcome.ts';
import { type Standing, standingOf } from './standing.ts';

/** What the draws need of the point answer, so that nothing is computed twice. */
export interface Workings {
  readonly answer: Answer;
  readonly measures: readonly MeasureColumns[];
  /** Services that count, without and with the plan; equal where there is no plan. */
  readonly base: Reading;
  readonly planned: Reading;
}

/** A sentence for each change of a plan to a service that is not there. */
function strayChanges(plan: Plan | null, inventory: Inventory): string[] {
  const there = new Set(inventory.services.map((s) => s.id));
  const strays: string[] = [];
  for (const change of plan?.changes ?? []) {
    // A team that the plan itself added may be moved, resized or closed again.
    if (change.kind === 'add') there.add(change.service.id);
    else if (!there.has(change.id)) strays.push(change.id);
  }
  return strays.map(
    (id) => `The plan changes a service “${id}” that this inventory does not hold; that change does nothing.`,
  );
}

/**
 * The answer to a question, without intervals.
 *
 * Need on a ratio scale, provision by E2SFCA, gap on the question's yardstick (METHOD §1-5). With a plan, targets keep the
 * yardstick of the inventory as it stands, so that a new team can only close gaps, and `before` holds the answer without it.
 * Pure: the same dataset and question give the same answer. RangeError with a plain sentence where nothing can be computed.
 *
 * @param standing of the same dataset and question, where it is at hand from another plan over them.
 */
export function analyse(
  dataset: Dataset,
  question: Question,
  standing: Standing = standingOf(dataset, question),
): Workings {
  const { measures, months, programmes, base, series, yardstick } = standing;
  const { plan } = question;
  const planned = plan ? readInventory(dataset, question, withPlan(base.inventory, plan), programmes) : base;
  const outcome = plan ? outcomeOf(dataset, question, standing, planned) : standing.outcome;
  const answer: Answer = {
    question,
    release: dataset.release,
    engine: ENGINE_VERSION,
    inventoryStatus: base.inventory.status,
    months: months.whole.map((m) => dataset.months[m].month),
    partialMonths: months.partial,
    measures,
    tiers: tierReadings(dataset, planned.inventory),
    programmes: programmeReadings(dataset, planned.inventory),
    series,
    yardstick,
    ...outcome,
    before: plan && standing.outcome,
    uncertainty: null,
    hotspots: null,
    notices: [...standing.notices, ...strayChanges(plan, base.inventory)],
  };
  return { answer, measures, base, planned };
}
