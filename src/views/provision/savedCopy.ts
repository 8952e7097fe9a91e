// A copy of the inventory as a file, with what must be said of it above the header and in its name.
import { writeInventory } from '../../data/inventoryOut.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Inventory } from '../../domain/intervention.ts';
import { holdsIllustrative } from '../../encode/inventoryWords.ts';

export function savedCopy(
  inventory: Inventory,
  catalogue: Catalogue,
  day: string,
): { readonly name: string; readonly text: string } {
  const invented = holdsIllustrative(inventory);
  const remarks = [
    ...(invented
      ? ['ILLUSTRATIVE: records marked illustrative are invented to show the method, and are no evidence']
      : []),
    `Inventory of services, ${inventory.status === 'own' ? "the reader's own, not part of a release" : inventory.status}; empty cells are not known, never zero`,
    `release ${catalogue.release.id} ${catalogue.release.hash}, ${catalogue.release.unit}; read on ${day}`,
  ];
  return { name: `inventory-${inventory.status}-${day}.csv`, text: writeInventory(inventory, remarks) };
}
