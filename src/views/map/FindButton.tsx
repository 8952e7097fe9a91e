// Opens the search for an area; the search itself arrives when it is first asked for.
import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { Later } from '../shell/Later.tsx';
import { layout } from '../shell/layout.ts';
import type { Page } from '../shell/page.ts';
import type { FindAreaProps } from './FindArea.tsx';

const load = (): Promise<ComponentType<FindAreaProps>> => import('./FindArea.tsx').then((m) => m.FindArea);

export function FindButton({ page }: { page: Page }) {
  const open = useSignal(false);
  const close = () => {
    open.value = false;
  };
  return (
    <>
      <button
        type="button"
        class="button"
        aria-haspopup="dialog"
        onClick={() => {
          open.value = true;
        }}
      >
        {layout.value === 'phone' ? 'Find a place…' : 'Find a ward…'}
      </button>
      {open.value && <Later load={load} props={{ page, onClose: close }} what="The search" />}
    </>
  );
}
