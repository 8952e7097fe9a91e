// The plans of this browser and what the screen does with them: every change becomes the question's plan, and so the link's.
import type { Change, Plan } from '../../domain/question.ts';
import { createPlans, withChange } from '../../state/plans.ts';
import { browserKeep } from '../shell/keep.ts';
import type { Page } from '../shell/page.ts';

export const plans = createPlans(browserKeep);

/** The plan in hand, or an empty one with the first free name. */
export function planInHand(page: Page): Plan {
  return page.session.question.peek().plan ?? { name: plans.freeName(), changes: [] };
}

export function become(page: Page, next: Plan): void {
  const { question, ask } = page.session;
  ask({ plan: plans.change(question.peek().plan, next) });
}

export function makeChange(page: Page, change: Change): void {
  become(page, withChange(planInHand(page), change));
}

export function undo(page: Page): void {
  const { question, ask } = page.session;
  ask({ plan: plans.undo(question.peek().plan) });
}

export function redo(page: Page): void {
  const { question, ask } = page.session;
  ask({ plan: plans.redo(question.peek().plan) });
}

/** An id for a team added by hand that no change of the plan has. */
export function freeTeamId(plan: Plan): string {
  const taken = new Set(plan.changes.map((c) => (c.kind === 'add' ? c.service.id : c.id)));
  for (let n = 1; ; n++) if (!taken.has(`team-${n}`)) return `team-${n}`;
}
