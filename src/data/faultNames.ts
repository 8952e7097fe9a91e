// What a fault calls columns and programmes: by the ids a file is written with, unless a form names them as its reader sees them.
import type { Programme } from '../domain/intervention.ts';
import type { InventoryColumn } from './inventoryColumns.ts';

export interface FaultNames {
  readonly column: (column: InventoryColumn) => string;
  /** How to mend a programme that is not one: every one there is. */
  readonly programmes: (programmes: readonly Programme[]) => string;
}

/** For the author of a file: the id that must be written, and the name it stands for. */
export const FILE_NAMES: FaultNames = {
  column: (column) => column,
  programmes: (all) =>
    `Write the id that stands before the name: ${all.map((p) => `${p.id} (${p.label})`).join('; ')}`,
};

/** For the reader of a form whose fields bear these labels: what the lists on screen say. */
export function formNames(labels: ReadonlyMap<string, string>): FaultNames {
  return {
    column: (column) => `“${labels.get(column) ?? column}”`,
    programmes: (all) => `Choose one of: ${all.map((p) => p.label).join('; ')}`,
  };
}
