// The search for the best sites: the reader's wish, the candidates, and what was found, kept while the page is open.
import { computed, signal } from '@preact/signals';
import type { CountedService } from '../../domain/answer.ts';
import type { BestSites, CandidateSite, SitingWish } from '../../domain/bestSites.ts';
import { Overtaken } from '../../domain/furtherAnswers.ts';
import type { Programme } from '../../domain/intervention.ts';
import { proposedService } from '../../domain/plan.ts';
import type { Change, Plan, Question } from '../../domain/question.ts';
import { writeLink } from '../../state/link.ts';
import type { Page } from '../shell/page.ts';
import { become, planInHand } from './plansInHand.ts';

export type CandidateSource = 'hospitals' | 'schools' | 'practices' | 'own';

export interface Candidate extends CandidateSite {
  readonly authority?: string;
  readonly phase?: string;
}

/** What the reader wishes for; costs and budget in pounds a year, empty where not stated. */
export const wish = {
  means: signal<'sites' | 'budget'>('budget'),
  sites: signal(2),
  budget: signal(320_000),
  cost: signal(160_000),
  places: signal(80),
  source: signal<CandidateSource>('hospitals'),
  /** GSS code of an authority, or empty for all. */
  authority: signal(''),
  keepExisting: signal(true),
  programme: signal(''),
};

export const ownCandidates = signal<readonly Candidate[]>([]);

function freeCandidateId(): string {
  const taken = new Set(ownCandidates.peek().map((c) => c.id));
  for (let n = 1; ; n++) if (!taken.has(`own-${n}`)) return `own-${n}`;
}

/** Takes a place into the list of own candidates. */
export function addOwnCandidate(name: string, lon: number, lat: number): Candidate {
  const id = freeCandidateId();
  const site = { id, name: name.trim() || `Place ${id.slice(4)}`, lon, lat };
  ownCandidates.value = [...ownCandidates.peek(), site];
  return site;
}

interface Fetched {
  readonly source: CandidateSource;
  readonly list: readonly Candidate[];
}
const fetched = signal<Fetched | null>(null);
export const candidatesFailed = signal('');

/** Asks for the candidates of the chosen kind; what is there already is not asked for again. */
export function fetchCandidates(page: Page): void {
  const source = wish.source.value;
  candidatesFailed.value = '';
  if (source === 'own' || fetched.peek()?.source === source) return;
  page.further('candidates', page.session.question.peek(), { from: source }).then(
    (list) => {
      fetched.value = { source, list: list.map((c) => ({ ...c, name: c.name.trim() })) };
    },
    (error: unknown) => {
      if (!(error instanceof Overtaken))
        candidatesFailed.value = error instanceof Error ? error.message : String(error);
    },
  );
}

/** Candidates of the chosen kind and authority; null while they are on their way. */
export const candidates = computed<readonly Candidate[] | null>(() => {
  const source = wish.source.value;
  const all =
    source === 'own' ? ownCandidates.value : fetched.value?.source === source ? fetched.value.list : null;
  const authority = wish.authority.value;
  return (
    all?.filter((c) => authority === '' || c.authority === undefined || c.authority === authority) ?? null
  );
});

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
  /** The figures of the question the search was made for. */
  readonly key: string;
  readonly question: Question | null;
  readonly wish: SitingWish | null;
}

const NOTHING: Search = {
  status: 'none',
  share: 0,
  result: null,
  message: '',
  key: '',
  question: null,
  wish: null,
};
export const search = signal<Search>(NOTHING);

/** What a search depends on beside the plan's found teams. */
export function searchKey(question: Question): string {
  return writeLink({ ...question, plan: null, screen: 'plan', show: 'gap', selected: [], story: null });
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
  const base = withoutFound(plan);
  const released = wish.keepExisting.value ? [] : existing.filter((s) => !s.service.id.startsWith(FOUND));
  const gone = new Set(released.map((s) => s.service.id));
  const kept = base.changes.filter((c) => c.kind !== 'close' || !gone.has(c.id));
  const closes = released.map((s): Change => ({ kind: 'close', id: s.service.id }));
  const list = candidates.value ?? [];
  const perTeam = wish.cost.value;
  const perPlace = perTeam / wish.places.value;
  const sites: Candidate[] = [
    ...list,
    ...released.map(({ service: s }) => ({
      id: EXISTING + s.id,
      name: `${s.place} (there today)`,
      lon: s.lon ?? 0,
      lat: s.lat ?? 0,
    })),
  ];
  const capacity = [...list.map(() => wish.places.value), ...released.map((s) => s.service.capacity ?? 0)];
  const cost = [
    ...list.map(() => perTeam),
    ...released.map(({ service: s }) => s.cost ?? perPlace * (s.capacity ?? 0)),
  ];
  const changes = [...kept, ...closes];
  const means =
    wish.means.value === 'sites'
      ? { sites: wish.sites.value + released.length }
      : { budget: wish.budget.value + released.reduce((sum, _, k) => sum + cost[list.length + k], 0) };
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

/** Finds the best sites, puts them into the plan at once, and goes on to how often each is chosen. */
export function findBest(page: Page, existing: readonly CountedService[], programme: Programme): void {
  const question = page.session.question.peek();
  const made = ready(question, planInHand(page), existing, programme);
  const key = searchKey(question);
  let placed = false;
  const place = (result: BestSites) => {
    if (!placed) become(page, planWith(made, result));
    placed = true;
  };
  const say = (part: Partial<Search>) => {
    search.value = { ...search.peek(), ...part };
  };
  search.value = { ...NOTHING, status: 'running', key, question: made.question, wish: made.wish };
  page
    .further('bestSites', made.question, made.wish, (share, soFar) => {
      if (soFar) place(soFar);
      say(soFar ? { share, result: soFar } : { share });
    })
    .then(
      (result) => {
        place(result);
        say({ status: 'done', share: 1, result });
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
