// Opens the list of files and pictures; what makes them arrives when it is first asked for.
import { useSignal } from '@preact/signals';
import { Later } from '../shell/Later.tsx';
import type { Page } from '../shell/page.ts';

const load = () => import('./ExportMenu.tsx').then((m) => m.ExportMenu);

export function ExportButton({ page }: { page: Page }) {
  const open = useSignal(false);
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
        Export
      </button>
      {open.value && (
        <Later
          load={load}
          what="The export"
          props={{
            page,
            onClose: () => {
              open.value = false;
            },
          }}
        />
      )}
    </>
  );
}
