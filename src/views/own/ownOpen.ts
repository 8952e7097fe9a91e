// Whether the sheet for the reader's own counts is open, which name the next have, and the question there was before any were used.
import { signal } from '@preact/signals';
import { OWN_PREFIX } from '../../domain/ownCounts.ts';
import type { Question } from '../../domain/question.ts';

export const ownOpen = signal(false);

/** The question before own counts came into it; null while none are used. */
export const questionBefore = signal<Question | null>(null);

let named = 0;

/** An id that no measure of this visit had, so that an older question never meets other counts under its name. */
export function nextOwnId(): string {
  named += 1;
  return `${OWN_PREFIX}${named}`;
}
