// Whether what a search for sites found still belongs to the question, the plan and the means in hand.
import { OPENING_SEARCH } from '../domain/planSearch.ts';
import type { Plan, Question } from '../domain/question.ts';
import { writeLink } from './link.ts';
import { writePlan } from './planLink.ts';
import { writeSearch } from './planSearchLink.ts';

/** What has changed since the search: nothing, the question's figures, the plan, or what was searched with. */
export type Standing = 'current' | 'question' | 'plan' | 'means';

/** What a search was made with, as text that can be compared. */
export interface SearchedWith {
  readonly question: string;
  /** The plan once the sites found stood in it; null until then. */
  readonly plan: string | null;
  readonly means: string;
}

/** The question's own figures, whatever the plan and whatever is looked at. */
function questionText(question: Question): string {
  return writeLink({
    ...question,
    plan: null,
    search: OPENING_SEARCH,
    screen: 'plan',
    show: 'gap',
    selected: [],
    story: null,
  });
}

/** The changes of a plan, whatever its name. */
export function changesText(plan: Plan | null): string {
  return writePlan({ name: '', changes: plan?.changes ?? [] });
}

export function searchedWith(question: Question): SearchedWith {
  return { question: questionText(question), plan: null, means: writeSearch(question.search) };
}

/** The farthest-reaching change since the search: another question leaves none of its figures standing. */
export function standingOf(searched: SearchedWith, question: Question): Standing {
  const now = searchedWith(question);
  if (now.question !== searched.question) return 'question';
  if (searched.plan !== null && changesText(question.plan) !== searched.plan) return 'plan';
  return now.means === searched.means ? 'current' : 'means';
}
