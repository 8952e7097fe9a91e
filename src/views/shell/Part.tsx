// A part of a screen that takes its turn: the page is drawn a part at a time, the most asked for first.
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { useTurn } from './useTurn.ts';

interface PartProps<Drawn> {
  readonly drawn: Drawn | null;
  /** Must mean the same from one rendering to the next: only what is drawn changes. */
  readonly children: (drawn: Drawn) => ComponentChildren;
  readonly waiting: ComponentChildren;
  /** Once drawn it follows a new answer at once: what belongs together changes in the same frame. */
  readonly prompt?: boolean;
}

/** A part of the screen, drawn when its turn comes, and not again for the same answer. */
export function Part<Drawn>({ drawn, children, waiting, prompt }: PartProps<Drawn>) {
  const last = useTurn(drawn);
  const shown = prompt && last ? drawn : last;
  const made = useMemo(() => shown && children(shown), [shown]);
  return <>{made ?? waiting}</>;
}
