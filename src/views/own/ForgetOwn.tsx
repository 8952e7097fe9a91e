// The button that forgets the reader's own counts, and the confirmation it asks for.
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Page } from '../shell/page.ts';
import { forgetOwn } from './forget.ts';
import '../../styles/own.css';

export function ForgetOwn({ page, onDone }: { page: Page; onDone?: () => void }) {
  const asking = useSignal(false);
  const keep = useRef<HTMLButtonElement>(null);
  const open = useRef<HTMLButtonElement>(null);
  const turned = useRef(false);
  // The focus stays with the question that is put, and goes back to the button where it is not taken up.
  useEffect(() => {
    if (asking.value) keep.current?.focus();
    else if (turned.current) open.current?.focus();
    turned.current = asking.value;
  }, [asking.value]);
  if (!asking.value)
    return (
      <button
        ref={open}
        type="button"
        class="plain-button"
        onClick={() => {
          asking.value = true;
        }}
      >
        Forget my counts
      </button>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in, and this is answered
    <div class="own-forget" role="group" aria-label="Forget my counts">
      <p>
        The page goes back to the question before them. Your file stays where it is, and can be brought again.
      </p>
      <button
        type="button"
        class="button"
        onClick={() => {
          forgetOwn(page).then(onDone, () => {});
        }}
      >
        Forget them
      </button>{' '}
      <button
        ref={keep}
        type="button"
        class="button"
        onClick={() => {
          asking.value = false;
        }}
      >
        Keep them
      </button>
    </div>
  );
}
