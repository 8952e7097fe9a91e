// Which ranks move, asked for once the intervals stand and the page is idle; kept for as long as the question is the same.
import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Question } from '../../domain/question.ts';
import { sameFigures } from '../../domain/question.ts';
import type { Sensitivity } from '../../domain/sensitivity.ts';
import type { Session } from '../../state/session.ts';
import type { Page } from '../shell/page.ts';

interface RanksHeld {
  readonly question: Question;
  readonly found: Sensitivity;
}

/** Rests this long after the intervals, so that a reader who goes on choosing is not slowed. */
const IDLE_MS = 700;

const held = new WeakMap<Session, Signal<RanksHeld | null>>();

function watch(page: Page, into: Signal<RanksHeld | null>): void {
  const { answer, progress, question } = page.session;
  effect(() => {
    const newest = answer.value;
    const wanted =
      question.value.screen === 'map' && progress.value.stage === 'done' && newest?.uncertainty != null;
    if (!wanted || (into.peek() && sameFigures(into.peek()?.question ?? newest.question, newest.question)))
      return;
    const asked = newest.question;
    const { unmetShare } = newest.uncertainty ?? { unmetShare: null };
    const interval = unmetShare && !Number.isNaN(unmetShare.lower) ? unmetShare : null;
    const timer = setTimeout(() => {
      page.further('sensitivity', asked, { interval }).then(
        (found) => {
          into.value = { question: asked, found };
        },
        // Overtaken, or not to be had: the page then says nothing of ranks, which is what it knows.
        () => {},
      );
    }, IDLE_MS);
    return () => clearTimeout(timer);
  });
}

/** What is known of this question's ranks; null until it is. Reading it the first time starts the watch. */
export function ranksOf(page: Page): ReadonlySignal<RanksHeld | null> {
  let mine = held.get(page.session);
  if (!mine) {
    mine = signal<RanksHeld | null>(null);
    held.set(page.session, mine);
    watch(page, mine);
  }
  return mine;
}

/** The ranks of the question that is answered on screen, or null. */
export function ranksNow(page: Page): Sensitivity | null {
  const known = ranksOf(page).value;
  const newest = page.session.answer.value;
  return known && newest && sameFigures(known.question, newest.question) ? known.found : null;
}
