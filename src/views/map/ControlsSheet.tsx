// The controls in a sheet over the page, for windows without room for a column of them.
import { useEffect, useRef } from 'preact/hooks';
import type { Page } from '../shell/page.ts';
import { Controls } from './Controls.tsx';

export function ControlsSheet({ page, onClose }: { page: Page; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="sheet side" closedby="any" aria-labelledby="controls-title" onClose={onClose}>
      <div class="sheet-head">
        <h2 id="controls-title">Change the question</h2>
        <button type="button" class="button primary" onClick={() => dialog.current?.close()}>
          Show the map
        </button>
      </div>
      <div class="controls">
        <Controls page={page} />
      </div>
    </dialog>
  );
}
