// Plan: services added, moved, resized or closed, by hand or by search; the new gap beside the old.
import type { Page } from '../shell/page.ts';

export function PlanScreen({ page }: { page: Page }) {
  return <h1>Plan {page.session.question.value.plan?.name}</h1>;
}
