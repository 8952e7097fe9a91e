// What a plan costs a year more than today: the sum of what is known, how much of it is not, and how it stands to a budget.
import type { Service } from '../domain/intervention.ts';
import type { Change, Plan } from '../domain/question.ts';
import { pounds } from './inventoryWords.ts';
import { inWords, NOT_KNOWN } from './numbers.ts';
import { capital } from './words.ts';

export interface PlanCosts {
  /** Pounds a year more than today, over the changes whose cost is known; below zero where the plan saves. */
  readonly known: number;
  /** Changes that cost or save something a year, and those among them whose cost is not known. */
  readonly counted: number;
  readonly unknown: number;
}

/** What one change adds to the year's cost, null where it is not known; undefined where it has none or its service is not there. */
function costOf(change: Change, service: Service | undefined): number | null | undefined {
  // Moving is taken to cost nothing a year.
  if (change.kind === 'move') return undefined;
  if (change.kind === 'add') return change.service.cost;
  if (!service) return undefined;
  if (service.cost === null) return null;
  if (change.kind === 'close') return -service.cost;
  if (!service.capacity) return null;
  return (service.cost * (change.capacity - service.capacity)) / service.capacity;
}

/** Adds up the changes in their order: closing saves what the record costs, resizing scales it. `services` are those without the plan. */
export function planCosts(plan: Plan | null, services: readonly Service[]): PlanCosts {
  const there = new Map(services.map((s) => [s.id, s]));
  let [known, counted, unknown] = [0, 0, 0];
  for (const change of plan?.changes ?? []) {
    const id = change.kind === 'add' ? change.service.id : change.id;
    const before = there.get(id);
    const cost = costOf(change, before);
    if (cost !== undefined) counted += 1;
    if (cost === null) unknown += 1;
    known += cost ?? 0;
    if (change.kind === 'add') there.set(id, change.service);
    if (change.kind === 'close') there.delete(id);
    if (change.kind === 'resize' && before) {
      const scaled = before.cost === null || !before.capacity ? null : before.cost + (cost ?? 0);
      there.set(id, { ...before, capacity: change.capacity, cost: scaled });
    }
  }
  return { known, counted, unknown };
}

/** "£480,000 a year", "saves £86,000 a year", "not known". */
export function costFigure({ known, counted, unknown }: PlanCosts): string {
  if (counted > 0 && unknown === counted) return NOT_KNOWN;
  const sum = Math.round(known);
  return sum < 0 ? `saves ${pounds(-sum)} a year` : `${pounds(sum)} a year`;
}

/** "£160,000 a year known; one change has no cost known": the sum where it stands alone, with what is not in it. */
export function costFigureAlone(costs: PlanCosts): string {
  const { counted, unknown } = costs;
  const figure = costFigure(costs);
  if (unknown === 0 || unknown === counted) return figure;
  const without = `${inWords(unknown)} ${unknown === 1 ? 'change has' : 'changes have'} no cost known`;
  return `${figure} ${costs.known < 0 ? 'as far as known' : 'known'}; ${without}`;
}

/** "costs £480,000 a year", "saves £86,000 a year", "costs not known", inside a sentence. */
export function costsWords(costs: PlanCosts): string {
  const figure = costFigureAlone(costs);
  return figure.startsWith('saves') ? figure : `costs ${figure}`;
}

/** How many changes have no known cost and so are not in the sum; empty where every one has. */
export function uncostedWords({ counted, unknown }: PlanCosts): string {
  if (unknown === 0) return '';
  if (counted === 1) return 'The change has no cost known.';
  if (unknown === counted) return `None of the ${inWords(counted)} changes has a cost known.`;
  const [have, are] = unknown === 1 ? ['has', 'is'] : ['have', 'are'];
  return `${capital(inWords(unknown))} of ${inWords(counted)} changes ${have} no cost known, and ${are} not in the sum.`;
}

export interface BudgetRemark {
  readonly over: boolean;
  readonly sentence: string;
}

/** How the plan's cost stands to the budget; null where there is nothing to compare. */
export function budgetRemark(costs: PlanCosts, budget: number): BudgetRemark | null {
  const { counted, unknown } = costs;
  if (counted === 0) return null;
  const known = Math.round(costs.known);
  const beyond = Math.round(known - budget);
  const means = `the budget of ${pounds(budget)}`;
  if (beyond > 0) {
    const already = unknown > 0 ? ' already, without the changes whose cost is not known' : '';
    return { over: true, sentence: `Over budget: ${pounds(beyond)} a year more than ${means}${already}.` };
  }
  if (unknown === counted)
    return { over: false, sentence: `Whether that is within ${means} cannot be said.` };
  if (unknown > 0) return { over: false, sentence: `Within ${means} as far as costs are known.` };
  const left = beyond === 0 ? 'all of it is used' : `${pounds(-beyond)} a year is left`;
  return { over: false, sentence: `Within ${means}; ${left}.` };
}
