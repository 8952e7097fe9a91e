// One record as the fields of a form, and back: read by the same rules as a row of a file, so both find the same faults.
import type { Service } from '../domain/intervention.ts';
import { csvText } from './csvOut.ts';
import type { Fault } from './fault.ts';
import { INVENTORY_COLUMNS, type InventoryColumn } from './inventoryColumns.ts';
import { type InventoryContext, readInventory } from './inventoryFile.ts';
import { serviceRow } from './inventoryOut.ts';

/** What stands in each field, as text; empty is not stated. */
export type ServiceFields = Readonly<Record<InventoryColumn, string>>;

export function fieldsOf(service: Service): ServiceFields {
  const row = serviceRow(service);
  return Object.fromEntries(
    INVENTORY_COLUMNS.map((column) => [column, row[column] === null ? '' : String(row[column] ?? '')]),
  ) as ServiceFields;
}

/** The record the fields make; null where a fault keeps it from being one. Every fault names its field. */
export function readFields(
  fields: ServiceFields,
  context: InventoryContext,
): { service: Service | null; faults: readonly Fault[] } {
  const text = csvText(INVENTORY_COLUMNS, [INVENTORY_COLUMNS.map((column) => fields[column])]);
  const { inventory, faults } = readInventory(text, context);
  return { service: inventory.services[0] ?? null, faults };
}
