// Data & method: every source, which months are whole, what each figure estimates, and where it ends.
import type { Page } from '../shell/page.ts';

export function MethodScreen({ page }: { page: Page }) {
  return <div class="method">{page.session.link.value}</div>;
}
