// Forgetting the reader's own counts: the question as it was before them, then the counts themselves.
import { withoutOwn } from '../../domain/ownChoices.ts';
import { isOwn } from '../../domain/ownCounts.ts';
import { OPENING_QUESTION, type Question } from '../../domain/question.ts';
import type { Page } from '../shell/page.ts';
import { questionBefore } from './ownOpen.ts';

/** What the question is to be: the need, level and picture there were before, with all that was chosen since. */
function restored(now: Question, before: Question | null): Partial<Question> {
  if (before) {
    const { need, show, level, hotspots, selected } = before;
    return { need, show, level, hotspots, selected: level === now.level ? now.selected : selected };
  }
  return withoutOwn(now) ?? { need: OPENING_QUESTION.need, hotspots: OPENING_QUESTION.hotspots };
}

export async function forgetOwn(page: Page): Promise<void> {
  const { question, ask } = page.session;
  const now = question.peek();
  const used = now.need.some((n) => isOwn(n.measure)) || isOwn(now.hotspots.of);
  if (used) ask(restored(now, questionBefore.peek()));
  questionBefore.value = null;
  await page.further('ownForget', question.peek(), null);
}
