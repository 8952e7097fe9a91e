// Said on every screen and on paper for as long as anything invented is read: nobody may take it for evidence.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { ownInventory } from './ownInventory.ts';
import type { Page } from './page.ts';

export function IllustrativeMark({ page }: { page: Page }) {
  const { inventory } = page.session.question.value;
  const own = ownInventory.inventory.value;
  const invented = inventory === 'illustrative' || (inventory === 'own' && own?.status === 'illustrative');
  const left = useRef(false);
  // The button goes with the mark: the keyboard goes to what takes its place, or to the screen.
  useLayoutEffect(() => {
    if (invented || !left.current) return;
    left.current = false;
    requestAnimationFrame(() => {
      const next =
        document.querySelector<HTMLElement>('.status-tools [data-to="illustrative"]') ??
        document.getElementById('main');
      next?.focus({ preventScroll: true });
    });
  }, [invented]);
  if (!invented) return null;
  return (
    <aside class="illustrative-mark" aria-label="Illustrative inventory">
      <strong>Illustrative inventory, not evidence.</strong>{' '}
      {inventory === 'own'
        ? 'Your own inventory holds invented records; figures of provision and gap only show the method.'
        : 'It holds some documented records and many invented ones; figures of provision and gap only show the method.'}{' '}
      <button
        type="button"
        class="plain-button"
        onClick={() => {
          left.current = true;
          page.session.ask({ inventory: 'documented' });
        }}
      >
        Back to the documented inventory
      </button>
    </aside>
  );
}
