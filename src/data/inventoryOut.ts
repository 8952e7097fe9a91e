// Writes an inventory as CSV that the reader gives back without loss.
import { OPEN_END } from '../domain/ages.ts';
import type { CoverageStatement, Inventory, Service } from '../domain/intervention.ts';
import { type Cell, csvText } from './csvOut.ts';
import { INVENTORY_COLUMNS, type InventoryColumn } from './inventoryColumns.ts';

export type InventoryRow = Partial<Record<InventoryColumn, Cell>>;

/** The inventory as CSV: services first, in their order, then the statements of coverage. */
export function writeInventory(inventory: Inventory, remarks: readonly string[] = []): string {
  const rows = [...inventory.services.map(serviceRow), ...inventory.complete.map(coverageRow)];
  return csvText(
    INVENTORY_COLUMNS,
    rows.map((row) => INVENTORY_COLUMNS.map((column) => row[column])),
    remarks,
  );
}

export function serviceRow(service: Service): InventoryRow {
  return {
    record: 'service',
    id: service.id,
    programme: service.programme,
    organisation: service.organisation,
    place: service.place,
    tier: service.tier,
    form: service.form,
    lon: service.lon,
    lat: service.lat,
    areas: service.areas.join(';'),
    age_from: service.ages.from,
    age_to: service.ages.to === OPEN_END ? null : service.ages.to,
    eligibility: service.eligibility,
    capacity: service.capacity,
    capacity_unit: service.capacityUnit,
    cost: service.cost,
    start: service.start,
    end: service.end,
    last_verified: service.lastVerified,
    source: service.source,
    status: service.status,
    confidence: service.confidence,
    evidence: service.evidence,
    lineage: service.lineage,
    notes: service.notes,
  };
}

function coverageRow(statement: CoverageStatement): InventoryRow {
  return {
    record: 'coverage',
    programme: statement.programme,
    areas: statement.authority,
    source: statement.source,
    status: statement.status,
  };
}

/** An empty inventory with two rows to follow, for someone who starts from nothing. */
export const INVENTORY_TEMPLATE = `${INVENTORY_COLUMNS.join(',')}
service,mentoring-example,mentoring,Name of the organisation,Name of the place,primary,site,-1.9,52.48,,10,18,,40,places a year,90000,2025-04-01,2027-03-31,2025-09,Where this comes from,own,0.9,,,Replace this row
coverage,,mentoring,,,,,,,E08000025,,,,,,,,,,Who says the list is complete,own,,,,Keep only where the list is complete
`;
