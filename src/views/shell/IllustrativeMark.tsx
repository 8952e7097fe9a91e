// Said on every screen and on paper for as long as anything invented is read: nobody may take it for evidence.
import { ownInventory } from './ownInventory.ts';
import type { Page } from './page.ts';

export function IllustrativeMark({ page }: { page: Page }) {
  const { inventory } = page.session.question.value;
  const own = ownInventory.inventory.value;
  const invented = inventory === 'illustrative' || (inventory === 'own' && own?.status === 'illustrative');
  if (!invented) return null;
  return (
    <aside class="illustrative-mark" aria-label="Illustrative inventory">
      <strong>Illustrative inventory, not evidence.</strong>{' '}
      {inventory === 'own'
        ? 'Your own inventory holds invented records; figures of provision and gap only show the method.'
        : 'Its services are invented; figures of provision and gap only show the method.'}{' '}
      <button
        type="button"
        class="plain-button"
        onClick={() => page.session.ask({ inventory: 'documented' })}
      >
        Back to the documented inventory
      </button>
    </aside>
  );
}
