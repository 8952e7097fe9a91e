// Addresses of profiles: the same question, with another place looked at.
import type { Question } from '../../domain/question.ts';
import { writeLink } from '../../state/link.ts';

export function placeHref(question: Question, codes: readonly string[]): string {
  return writeLink({ ...question, screen: 'place', selected: codes, story: null });
}

/** The Map with the place still selected. */
export function mapHref(question: Question): string {
  return writeLink({ ...question, screen: 'map' });
}
