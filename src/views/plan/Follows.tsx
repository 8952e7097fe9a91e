// A part that follows the figures a frame later, and is said to be late for as long as it has not.
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { useTurn } from '../shell/useTurn.ts';

interface FollowsProps<Drawn> {
  readonly drawn: Drawn | null;
  /** Must mean the same from one rendering to the next: only what is drawn changes. */
  readonly children: (drawn: Drawn) => ComponentChildren;
}

export function Follows<Drawn>({ drawn, children }: FollowsProps<Drawn>) {
  const shown = useTurn(drawn);
  const made = useMemo(() => shown && children(shown), [shown]);
  const late = shown !== drawn;
  return (
    <div class="plan-follows" data-late={late} aria-busy={late}>
      {made}
    </div>
  );
}
