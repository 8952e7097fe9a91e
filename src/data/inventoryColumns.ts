// The columns of an inventory file, in order; the same for documented, illustrative and own inventories.

export const INVENTORY_COLUMNS = [
  'record',
  'id',
  'programme',
  'organisation',
  'place',
  'tier',
  'form',
  'lon',
  'lat',
  'areas',
  'age_from',
  'age_to',
  'eligibility',
  'capacity',
  'capacity_unit',
  'cost',
  'start',
  'end',
  'last_verified',
  'source',
  'status',
  'confidence',
  'evidence',
  'lineage',
  'notes',
] as const;

export type InventoryColumn = (typeof INVENTORY_COLUMNS)[number];

/** Without these a row says nothing; every other column may be absent and is then read as not stated. */
export const NEEDED_COLUMNS: readonly InventoryColumn[] = ['id', 'programme', 'place'];
