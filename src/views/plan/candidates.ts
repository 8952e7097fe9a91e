// The places teams could work from: those of the release, asked for when first chosen, and the reader's own.
import { signal } from '@preact/signals';
import type { CandidateSite } from '../../domain/bestSites.ts';
import { Overtaken } from '../../domain/furtherAnswers.ts';
import type { CandidateSource, PlanSearch } from '../../domain/planSearch.ts';
import type { Page } from '../shell/page.ts';

export interface Candidate extends CandidateSite {
  readonly authority?: string;
  readonly phase?: string;
}

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

/** Asks for the candidates of a kind; what is there already is not asked for again. */
export function fetchCandidates(page: Page, source: CandidateSource): void {
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

/** Candidates of the kind and authority searched among; null while they are on their way. */
export function candidatesOf({ from, authority }: PlanSearch): readonly Candidate[] | null {
  if (from === 'own') return ownCandidates.value;
  if (fetched.value?.source !== from) return null;
  const { list } = fetched.value;
  return list.filter((c) => authority === '' || c.authority === undefined || c.authority === authority);
}
