// A plan as a file of its own: its changes with places and cost, what it closes, and every authority's gap before and after.
import { type Cell, csvText } from '../data/csvOut.ts';
import type { Answer } from '../domain/answer.ts';
import type { Service } from '../domain/intervention.ts';
import type { Change, Plan } from '../domain/question.ts';
import { gapColumn } from '../encode/noGap.ts';
import { exact, NOT_KNOWN } from '../encode/numbers.ts';
import { planCosts } from '../encode/planCost.ts';
import { planName, planOf } from '../encode/planPhrase.ts';
import { changeWords } from '../encode/planWords.ts';
import { type ExportWords, provenance } from './areaExport.ts';

const HEADER = [
  'part',
  'name',
  'change',
  'places_now',
  'places_with_plan',
  'cost_a_year',
  'gap_now',
  'gap_with_plan',
  'missing_now',
  'missing_with_plan',
];

const told = (value: number | null | undefined): Cell =>
  value === null || value === undefined || !Number.isFinite(value) ? NOT_KNOWN : Number(exact(value)) + 0;

/** Pounds a year that change k adds after those before it; a move is taken to cost nothing. */
function costAt(plan: Plan, k: number, today: readonly Service[]): Cell {
  const upTo = (n: number) => planCosts({ ...plan, changes: plan.changes.slice(0, n) }, today);
  const [before, after] = [upTo(k), upTo(k + 1)];
  return after.unknown > before.unknown ? NOT_KNOWN : told(after.known - before.known);
}

/** A service's places a year before and after one change; 0 before it is there and once it is closed. */
function placesAt(change: Change, before: Service | undefined): [Cell, Cell] {
  const now = told(before?.capacity);
  if (change.kind === 'add') return [0, told(change.service.capacity)];
  if (change.kind === 'close') return [now, 0];
  return [now, change.kind === 'resize' ? told(change.capacity) : now];
}

function changeRows(plan: Plan, today: readonly Service[]): Cell[][] {
  const there = new Map(today.map((s) => [s.id, s]));
  return plan.changes.map((change, k) => {
    const id = change.kind === 'add' ? change.service.id : change.id;
    const before = there.get(id);
    const service = change.kind === 'add' ? change.service : before;
    const [now, planned] = placesAt(change, before);
    if (change.kind === 'add') there.set(id, change.service);
    if (change.kind === 'close') there.delete(id);
    if (change.kind === 'resize' && before) there.set(id, { ...before, capacity: change.capacity });
    const words = changeWords(change, [...today, ...there.values()]);
    return [
      'change',
      service?.place || id,
      words,
      now,
      planned,
      costAt(plan, k, today),
      null,
      null,
      null,
      null,
    ];
  });
}

/** The plan of an answer as CSV, its services those of the question; RangeError where the answer has none. Gaps are held against one yardstick, that of today. */
export function planCsv(answer: Answer, words: ExportWords): string {
  const plan = planOf(answer);
  const { before } = answer;
  if (!plan || !before) throw new RangeError('There is no plan here. Add a change, then export it.');
  const today = before.services.map((s) => s.service);
  const { known, unknown } = planCosts(plan, today);
  const gaps = (of: readonly { gap: number }[]) =>
    gapColumn(
      answer,
      Float64Array.from(of, (a) => a.gap),
    );
  const [now, planned] = [gaps(before.authorities), gaps(answer.authorities)];
  const rows: Cell[][] = [
    ...changeRows(plan, today),
    [
      'plan',
      planName(plan),
      null,
      told(before.headline.totalPlaces),
      told(answer.headline.totalPlaces),
      unknown > 0 ? NOT_KNOWN : told(known),
      null,
      null,
      told(before.headline.unmetPlaces),
      told(answer.headline.unmetPlaces),
    ],
    ...answer.authorities.map((a, k): Cell[] => [
      'authority',
      a.name,
      null,
      told(before.authorities[k].places),
      told(a.places),
      null,
      told(now[k]),
      told(planned[k]),
      null,
      null,
    ]),
  ];
  return csvText(HEADER, rows, [
    'file: a plan, its changes in their order, the plan as a whole, and every authority without and with it',
    'units: places a year; pounds a year more than today; gap: places called for less places that reach people, above zero short; missing: places short, added up over the areas that are short',
    ...provenance(answer, words).map(([key, text]) => `${key}: ${text}`),
  ]);
}
