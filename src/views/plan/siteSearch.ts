// The search for the best sites: what it is made with, what was found, and whether that still stands; kept while the page is open.
import { signal } from '@preact/signals';
import type { CountedService } from '../../domain/answer.ts';
import type { BestSites, SitingWish } from '../../domain/bestSites.ts';
import { Overtaken } from '../../domain/furtherAnswers.ts';
import type { Programme } from '../../domain/intervention.ts';
import { proposedService } from '../../domain/plan.ts';
import type { PlanSearch } from '../../domain/planSearch.ts';
import type { Change, Plan, Question } from '../../domain/question.ts';
import {
  changesText,
  type SearchedWith,
  type Standing,
  searchedWith,
  standingOf,
} from '../../state/planStanding.ts';
import { ownInventory } from '../shell/ownInventory.ts';
import type { Page } from '../shell/page.ts';
import { type Candidate, candidatesOf, ownCandidates } from './candidates.ts';
import { become, planInHand } from './plansInHand.ts';

/** Another wish for the search; numbers are adjusted, and only choices go into the history. */
export function changeSearch(page: Page, change: Partial<PlanSearch>): void {
  const { question, ask } = page.session;
  const numbers = Object.values(change).every((v) => typeof v === 'number');
  ask({ search: { ...question.peek().search, ...change } }, numbers ? 'adjust' : 'decide');
}

/** Teams the search itself has put into a plan; the next search takes them away first. */
const FOUND = 'best-';
/** Existing sites that are let go stand among the candidates under this mark. */
const EXISTING = 'existing-';

/** The plan without what an earlier search put into it. */
function withoutFound(plan: Plan): Plan {
  const found = (c: Change) => (c.kind === 'add' ? c.service.id : c.id).startsWith(FOUND);
  return { ...plan, changes: plan.changes.filter((c) => !found(c)) };
}

/** Services with a point that count today: those that can be closed, moved, resized, or let go for the search. */
export function existingSites(services: readonly CountedService[]): CountedService[] {
  return services.filter((s) => s.leftOut === '' && s.service.lon !== null && s.service.capacity);
}

export interface Search {
  readonly status: 'none' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly share: number;
  readonly result: BestSites | null;
  readonly message: string;
  readonly searched: SearchedWith;
  /** What the reader brought that the search read and no link carries. */
  readonly brought: readonly unknown[];
  readonly question: Question | null;
  readonly wish: SitingWish | null;
}

const NOTHING: Search = {
  status: 'none',
  share: 0,
  result: null,
  message: '',
  searched: { question: '', plan: null, means: '' },
  brought: [],
  question: null,
  wish: null,
};
export const search = signal<Search>(NOTHING);

function broughtTo({ inventory, search: { from } }: Question): readonly unknown[] {
  return [
    inventory === 'own' ? ownInventory.inventory.value : null,
    from === 'own' ? ownCandidates.value : null,
  ];
}

/** Whether what was found still belongs to the question, the plan and the means in hand. */
export function searchStanding(found: Search, question: Question): Standing {
  const standing = standingOf(found.searched, question);
  if (standing !== 'current') return standing;
  const now = broughtTo(question);
  const other = found.brought.findIndex((b, k) => b !== now[k]);
  return other < 0 ? 'current' : other === 0 ? 'question' : 'means';
}

interface Ready {
  readonly question: Question;
  readonly wish: SitingWish;
  readonly plan: Plan;
  readonly programme: Programme;
}

function ready(
  question: Question,
  plan: Plan,
  existing: readonly CountedService[],
  programme: Programme,
): Ready {
  const wished = question.search;
  const base = withoutFound(plan);
  const released = wished.keepExisting ? [] : existing.filter((s) => !s.service.id.startsWith(FOUND));
  const gone = new Set(released.map((s) => s.service.id));
  const kept = base.changes.filter((c) => c.kind !== 'close' || !gone.has(c.id));
  const closes = released.map((s): Change => ({ kind: 'close', id: s.service.id }));
  const list = candidatesOf(wished) ?? [];
  const perTeam = wished.cost;
  const perPlace = perTeam / wished.places;
  const sites: Candidate[] = [
    ...list,
    ...released.map(({ service: s }) => ({
      id: EXISTING + s.id,
      name: `${s.place} (there today)`,
      lon: s.lon ?? 0,
      lat: s.lat ?? 0,
    })),
  ];
  const capacity = [...list.map(() => wished.places), ...released.map((s) => s.service.capacity ?? 0)];
  const cost = [
    ...list.map(() => perTeam),
    ...released.map(({ service: s }) => s.cost ?? perPlace * (s.capacity ?? 0)),
  ];
  const changes = [...kept, ...closes];
  const means =
    wished.means === 'sites'
      ? { sites: wished.sites + released.length }
      : { budget: wished.budget + released.reduce((sum, _, k) => sum + cost[list.length + k], 0) };
  return {
    question: { ...question, plan: changes.length > 0 ? { ...base, changes } : null },
    wish: { candidates: sites, programme: programme.id, ages: question.ages, capacity, cost, ...means },
    plan: { ...base, changes: kept },
    programme,
  };
}

/** The plan with the sites found; existing ones that were let go and not chosen again close. */
function planWith({ plan, wish: asked, programme }: Ready, result: BestSites): Plan {
  const chosen = new Set(result.chosen.map((c) => c.id));
  const adds = result.chosen
    .filter((c) => !c.id.startsWith(EXISTING))
    .map(
      (c): Change => ({
        kind: 'add',
        service: proposedService({
          id: FOUND + c.id,
          programme,
          form: 'site',
          place: c.name,
          lon: c.lon,
          lat: c.lat,
          areas: [],
          ages: asked.ages,
          capacity: c.capacity,
          cost: c.cost,
        }),
      }),
    );
  const closes = asked.candidates
    .filter((c) => c.id.startsWith(EXISTING) && !chosen.has(c.id))
    .map((c): Change => ({ kind: 'close', id: c.id.slice(EXISTING.length) }));
  return { ...plan, changes: [...plan.changes, ...closes, ...adds] };
}

const OVERTAKEN =
  'The plan or the question changed while sites were looked for, so nothing was put into the plan. Find the best sites again.';

/** Finds the best sites, puts them into the plan at once, and goes on to how often each is chosen. */
export function findBest(page: Page, existing: readonly CountedService[], programme: Programme): void {
  const { question } = page.session;
  const asked = question.peek();
  const made = ready(asked, planInHand(page), existing, programme);
  const searched = searchedWith(asked);
  const planned = changesText(asked.plan);
  const say = (part: Partial<Search>) => {
    search.value = { ...search.peek(), ...part };
  };
  /** False where the reader went on meanwhile: what they did by hand is not written over. */
  const place = (result: BestSites): boolean => {
    if (search.peek().searched.plan !== null) return true;
    const now = question.peek();
    if (standingOf(searched, now) === 'question' || changesText(now.plan) !== planned) {
      page.cancel('bestSites');
      search.value = { ...NOTHING, status: 'failed', message: OVERTAKEN };
      return false;
    }
    become(page, planWith(made, result));
    say({ searched: { ...searched, plan: changesText(question.peek().plan) } });
    return true;
  };
  search.value = {
    ...NOTHING,
    status: 'running',
    searched,
    brought: broughtTo(asked),
    question: made.question,
    wish: made.wish,
  };
  page
    .further('bestSites', made.question, made.wish, (share, soFar) => {
      if (!soFar) say({ share });
      else if (place(soFar)) say({ share, result: soFar });
    })
    .then(
      (result) => {
        if (place(result)) say({ status: 'done', share: 1, result });
      },
      (error: unknown) => {
        if (error instanceof Overtaken) return;
        say({ status: 'failed', message: error instanceof Error ? error.message : String(error) });
      },
    );
}

/** Gives up counting; the sites found stay. */
export function cancelSearch(page: Page): void {
  page.cancel('bestSites');
  search.value = { ...search.peek(), status: 'cancelled' };
}
