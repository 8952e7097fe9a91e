// Under a printed Map: where its figures come from. The other screens say so themselves.

import { Provenance } from './Provenance.tsx';
import type { Page } from './page.ts';

export function PaperFoot({ page }: { page: Page }) {
  const { answer, question } = page.session;
  if (question.value.screen !== 'map' || !answer.value) return null;
  return (
    <footer class="paper-foot">
      <Provenance answer={answer.value} />
    </footer>
  );
}
