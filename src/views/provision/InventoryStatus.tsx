// Which inventory is read, what may be believed of it, and the way to the others; undo and redo of edits.
import type { Inventory } from '../../domain/intervention.ts';
import { holdsIllustrative, inventedCount } from '../../encode/inventoryWords.ts';
import { planPhrase } from '../../encode/planPhrase.ts';
import { ownInventory } from '../shell/ownInventory.ts';
import type { Page } from '../shell/page.ts';

interface InventoryStatusProps {
  readonly page: Page;
  readonly inventory: Inventory | null;
  readonly onChanged: (sentence: string) => void;
  /** Before another inventory is read: the button that is pressed goes, and this one takes its place. */
  readonly onSwitch: (selectors: readonly string[]) => void;
}

const SAYS = {
  documented: 'The documented inventory: what readable sources say. Tiers without a record are not known.',
  illustrative: 'The illustrative inventory, to show how every tier would look. It is no evidence.',
  own: 'Your own inventory. It stays in this browser; no link carries it.',
};

export function InventoryStatus({ page, inventory, onChanged, onSwitch }: InventoryStatusProps) {
  const { question, ask } = page.session;
  const own = ownInventory.inventory.value;
  const reads = question.value.inventory;
  const { plan } = question.value;
  const missing = reads === 'own' && own === null;
  const invented = reads === 'own' && holdsIllustrative(inventory);
  const to = (wanted: 'documented' | 'illustrative' | 'own', label: string, title?: string) => (
    <button
      type="button"
      class="button"
      data-to={wanted}
      title={title}
      onClick={() => {
        const next = wanted === 'documented' ? reads : 'documented';
        onSwitch([`.status-tools [data-to="${next}"]`, '.status-tools button']);
        ask({ inventory: wanted });
      }}
    >
      {label}
    </button>
  );
  return (
    <section class="inventory-status" aria-label="The inventory that is read" data-reads={reads}>
      <p>
        {missing
          ? 'The link reads an inventory that is kept in another browser. The documented one is shown; import that file to see the same figures.'
          : SAYS[reads]}
        {reads === 'illustrative' && inventory && ` ${inventedCount(inventory)}`}
        {plan &&
          plan.changes.length > 0 &&
          ` Figures here count what ${planPhrase(plan)} changes; the records below do not.`}
        {invented && ' Some of its records are illustrative: invented, and no evidence.'}
      </p>
      <div class="status-tools">
        {ownInventory.canUndo.value && (
          <button
            type="button"
            class="button"
            title={ownInventory.lastChange.value ? `Undo: ${ownInventory.lastChange.value}` : undefined}
            onClick={() => {
              const what = ownInventory.lastChange.peek();
              ownInventory.undo();
              onChanged(`Undone: ${what}.`);
            }}
          >
            Undo
          </button>
        )}
        {ownInventory.canRedo.value && (
          <button
            type="button"
            class="button"
            onClick={() => {
              ownInventory.redo();
              onChanged(`Done again: ${ownInventory.lastChange.peek()}.`);
            }}
          >
            Redo
          </button>
        )}
        {reads !== 'documented' && to('documented', 'Back to the documented inventory')}
        {reads !== 'own' && own && to('own', 'Read your own inventory')}
        {reads !== 'illustrative' &&
          to(
            'illustrative',
            'Load the illustrative inventory',
            'Marked on every view and export while it is on.',
          )}
        {own && (
          <button
            type="button"
            class="button"
            onClick={() => {
              ownInventory.forget();
              onChanged('Your own inventory is forgotten; undo brings it back while the page is open.');
            }}
          >
            Forget your own
          </button>
        )}
      </div>
    </section>
  );
}
