// Reads an inventory file, CSV or TSV: the good rows become records, the others are listed with what is wrong.
import {
  type CoverageStatement,
  type Inventory,
  type Programme,
  type RecordStatus,
  type Service,
  SPATIAL_FORMS,
  type SpatialForm,
  TIERS,
  type Tier,
} from '../domain/intervention.ts';
import { type Fault, shown } from './fault.ts';
import { type FaultNames, FILE_NAMES } from './faultNames.ts';
import { InventoryCells } from './inventoryCells.ts';
import { INVENTORY_COLUMNS, NEEDED_COLUMNS } from './inventoryColumns.ts';
import { columnAt, readTable, type Table, type TableRow, wholeFile } from './table.ts';

/** Degrees within which a service is believed. */
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export interface InventoryContext {
  readonly programmes: readonly Programme[];
  /** What a record without a status of its own is, and what the inventory as a whole is. */
  readonly status: RecordStatus;
  /** Region with a margin: services outside it may serve it. Without one, the United Kingdom. */
  readonly bounds?: Bounds;
  /** Codes of the release's areas; without them any GSS code is taken. */
  readonly areaCodes?: ReadonlySet<string>;
  /** What faults call columns and programmes; as they are written in a file where absent. */
  readonly names?: FaultNames;
}

export interface InventoryReading {
  readonly inventory: Inventory;
  readonly faults: readonly Fault[];
  /** Rows of the file that are not blank = services + coverage + setAside. */
  readonly rows: { readonly read: number; readonly used: number; readonly setAside: number };
}

const NO_PROGRAMME = { id: '', tier: 'primary', form: 'site' } as const;
const UNITED_KINGDOM: Bounds = { west: -8.7, south: 49.8, east: 1.8, north: 60.9 };
const STATUSES: readonly RecordStatus[] = ['documented', 'illustrative', 'own'];
const POINTED: readonly SpatialForm[] = ['site', 'institution network'];

/** Every fault names row and field; a row with a fault that sets it aside is not used, the others are. */
export function readInventory(text: string, context: InventoryContext): InventoryReading {
  const table = readTable(text);
  const faults: Fault[] = [...table.faults, ...columnFaults(table)];
  const services: Service[] = [];
  const complete: CoverageStatement[] = [];
  const ids = new Map<string, number>();
  const unusable = NEEDED_COLUMNS.some((column) => columnAt(table, column) < 0);
  let used = 0;
  for (const row of unusable ? [] : table.rows) {
    const cells = cellsOf(table, row, context.names);
    const kind = cells.choice('record', ['service', 'coverage'], 'service');
    const programme = readProgramme(cells, context);
    if (kind === 'coverage') {
      const statements = readCoverage(cells, context);
      if (!cells.broken) complete.push(...statements);
    } else {
      // A row without a programme is read to its end, so that all its faults are told at once.
      const service = readService(cells, programme ?? NO_PROGRAMME, context, ids, row.row);
      if (!cells.broken) services.push(service);
    }
    if (!cells.broken) used++;
    faults.push(...cells.faults);
  }
  const rows = { read: table.rowsRead, used, setAside: table.rowsRead - used };
  return { inventory: { status: context.status, services, complete }, faults, rows };
}

function cellsOf(table: Table, row: TableRow, names?: FaultNames): InventoryCells {
  return new InventoryCells(row.row, (column) => row.cells[columnAt(table, column)] ?? '', names);
}

function columnFaults(table: Table): Fault[] {
  if (table.header.length === 0) return [];
  const faults: Fault[] = [];
  const names: readonly string[] = INVENTORY_COLUMNS;
  for (const column of INVENTORY_COLUMNS) {
    if (columnAt(table, column) >= 0) continue;
    const needed = NEEDED_COLUMNS.includes(column);
    if (needed)
      faults.push(wholeFile(`the column “${column}” is missing`, 'Add it; the template has every column'));
    else if (column !== 'record')
      faults.push({
        row: null,
        field: column,
        problem: 'the column is missing; it is read as not stated',
        remedy: 'Add it where it is known; the template has every column',
        setAside: false,
      });
  }
  for (const name of new Set(table.header.filter((header) => header !== '' && !names.includes(header))))
    faults.push({
      row: null,
      field: shown(name),
      problem: 'the column is not one of an inventory; it is not read',
      remedy: 'Move what it says to “notes”, or remove it',
      setAside: false,
    });
  return faults;
}

function readProgramme(
  cells: InventoryCells,
  { programmes, names = FILE_NAMES }: InventoryContext,
): Programme | null {
  const id = cells.word('programme');
  const found = programmes.find((programme) => programme.id === id);
  if (found) return found;
  cells.fault(
    'programme',
    id === '' ? 'it is empty' : `${shown(id)} is not a programme here`,
    names.programmes(programmes),
  );
  return null;
}

function readService(
  cells: InventoryCells,
  programme: Pick<Programme, 'id' | 'tier' | 'form'>,
  context: InventoryContext,
  ids: Map<string, number>,
  row: number,
): Service {
  const id = cells.word('id');
  if (id === '')
    cells.fault('id', 'it is empty', 'Give every service a short name of its own, such as ae-walsall');
  else if (ids.has(id))
    cells.fault('id', `${shown(id)} stands in row ${ids.get(id)} already`, 'Give every service its own id');
  else ids.set(id, row);
  const tier: Tier = cells.choice('tier', TIERS, programme.tier);
  const form: SpatialForm = cells.choice('form', SPATIAL_FORMS, programme.form);
  const point = readPoint(cells, form, context.bounds ?? UNITED_KINGDOM);
  const areas = cells.codes('areas', context.areaCodes ?? null);
  return {
    id,
    programme: programme.id,
    organisation: cells.text('organisation'),
    place: cells.text('place'),
    tier,
    form,
    lon: point?.lon ?? null,
    lat: point?.lat ?? null,
    areas,
    ages: cells.ages(),
    eligibility: cells.text('eligibility'),
    capacity: cells.number('capacity', 0, Infinity),
    capacityUnit: cells.text('capacity_unit'),
    cost: cells.number('cost', 0, Infinity),
    ...cells.span(),
    lastVerified: cells.date('last_verified'),
    source: cells.text('source'),
    status: cells.choice('status', STATUSES, context.status),
    confidence: cells.number('confidence', 0, 1) ?? 1,
    evidence: cells.text('evidence'),
    lineage: cells.text('lineage'),
    notes: cells.text('notes'),
  };
}

function readPoint(
  cells: InventoryCells,
  form: SpatialForm,
  bounds: Bounds,
): { lon: number; lat: number } | null {
  const lon = cells.number('lon', -180, 180);
  const lat = cells.number('lat', -90, 90);
  if (!POINTED.includes(form)) {
    if (lon !== null || lat !== null)
      cells.fault(
        'lon',
        `a service of the form “${form}” has no point on the map; its point is not read`,
        form === 'person'
          ? 'Remove the point: it may be sensitive'
          : `Remove ${cells.called('lon')} and ${cells.called('lat')}, or write form “site”`,
        false,
      );
    return null;
  }
  if (lon === null || lat === null) {
    if (lon !== null || lat !== null)
      cells.fault(
        lon === null ? 'lon' : 'lat',
        'only one half of the point is there',
        `Write ${cells.called('lon')} and ${cells.called('lat')}`,
      );
    else if (!cells.broken)
      cells.fault(
        'lon',
        'the service has no point: it is listed, and reaches nobody',
        `Write ${cells.called('lon')} and ${cells.called('lat')} in degrees, such as -1.9 and 52.48`,
        false,
      );
    return null;
  }
  if (inside(lon, lat, bounds)) return { lon, lat };
  const field = lat < bounds.south || lat > bounds.north ? 'lat' : 'lon';
  cells.fault(
    field,
    `the point ${lon}, ${lat} lies outside the region`,
    inside(lat, lon, bounds)
      ? `Exchange ${cells.called('lon')} and ${cells.called('lat')}`
      : 'Write degrees (WGS84), not metres of the National Grid, near the areas it serves',
  );
  return null;
}

function inside(lon: number, lat: number, bounds: Bounds): boolean {
  return lon >= bounds.west && lon <= bounds.east && lat >= bounds.south && lat <= bounds.north;
}

/** The authorities a coverage row names, one statement each; empty or "all" is every authority. */
function readCoverage(cells: InventoryCells, context: InventoryContext): CoverageStatement[] {
  const word = cells.word('areas');
  const authorities =
    word === '' || word.toLowerCase() === 'all' ? ['all'] : cells.codes('areas', context.areaCodes ?? null);
  const status = cells.choice('status', STATUSES, context.status);
  const programme = cells.word('programme');
  const source = cells.text('source');
  return authorities.map((authority) => ({ programme, authority, source, status }));
}
