// The inventory the question reads, record by record; and edits to it, which make it the reader's own.
import { computed, signal } from '@preact/signals';
import type { Inventory } from '../../domain/intervention.ts';
import { ownInventory } from '../shell/ownInventory.ts';
import type { Page } from '../shell/page.ts';

const illustrative = signal<Inventory | null>(null);
const failed = signal(false);
let asked = false;

async function fetchIllustrative(page: Page): Promise<void> {
  if (asked) return;
  asked = true;
  try {
    illustrative.value = JSON.parse(await page.read('inventory/illustrative.json')) as Inventory;
    failed.value = false;
  } catch {
    asked = false;
    failed.value = true;
  }
}

/** Null while it is on its way. */
export function inventoryInUse(page: Page): Inventory | null {
  const documented = page.session.catalogue.value?.documented ?? null;
  switch (page.session.question.value.inventory) {
    case 'own':
      return ownInventory.inventory.value ?? documented;
    case 'illustrative':
      if (!illustrative.value) fetchIllustrative(page);
      return illustrative.value;
    case 'documented':
      return documented;
  }
}

export const illustrativeFailed = computed(() => failed.value);

/** What is read again once every edit is undone. */
let editedFrom: 'documented' | 'illustrative' = 'documented';

/** Shows the own inventory after an edit, an undo or a redo. */
export function showOwn(page: Page): void {
  const { question, ask, again } = page.session;
  const { inventory } = question.peek();
  if (ownInventory.inventory.peek() === null) {
    if (inventory === 'own') ask({ inventory: editedFrom });
    return;
  }
  if (inventory === 'own') {
    again();
    return;
  }
  editedFrom = inventory;
  ask({ inventory: 'own' });
}
