// The hand-kept tables as files of the release; an inventory with a fault stops the run like any other source.

import { readInventory } from '../../src/data/inventoryFile.ts';
import type { Inventory, RecordStatus } from '../../src/domain/intervention.ts';
import type { Database } from './database.ts';
import { SourceFault } from './fault.ts';
import type { HandTables } from './handTables.ts';
import type { ReleaseFile } from './seal.ts';

/** Degrees around the unit within which a service is believed to serve it: about 50 km. */
const MARGIN = 0.5;

export async function tableFiles(database: Database, tables: HandTables): Promise<ReleaseFile[]> {
  const codes = await database.rows(
    'SELECT code FROM authorities UNION ALL SELECT code FROM wards UNION ALL SELECT code FROM lsoas',
  );
  const [box] = await database.rows(
    'SELECT min(lon) AS west, min(lat) AS south, max(lon) AS east, max(lat) AS north FROM wards',
  );
  const read = (name: string, text: string, status: RecordStatus): Inventory => {
    const { inventory, faults } = readInventory(text, {
      programmes: tables.programmes,
      status,
      areaCodes: new Set(codes.map((row) => String(row.code))),
      bounds: {
        west: Number(box.west) - MARGIN,
        south: Number(box.south) - MARGIN,
        east: Number(box.east) + MARGIN,
        north: Number(box.north) + MARGIN,
      },
    });
    const fault = faults.find((one) => one.setAside);
    if (fault)
      throw new SourceFault(
        `data/${name}`,
        fault.row,
        `${fault.field || 'the row'}: ${fault.problem}`,
        'a whole record',
      );
    return inventory;
  };
  const documented = read('inventory-documented.csv', tables.documented, 'documented');
  const illustrative = read('inventory-illustrative.csv', tables.illustrative, 'illustrative');
  return [
    { path: 'tables/measures.json', text: json(tables.measures), sources: [] },
    { path: 'tables/programmes.json', text: json(tables.programmes), sources: [] },
    { path: 'tables/sources.json', text: json(tables.sources), sources: [] },
    ...[...tables.plain].map(([name, text]) => ({ path: `tables/${name}.csv`, text, sources: [] })),
    { path: 'inventory/documented.csv', title: 'Documented provision', text: tables.documented, sources: [] },
    { path: 'inventory/documented.json', title: 'The same, as read', text: json(documented), sources: [] },
    {
      path: 'inventory/illustrative.csv',
      title: 'Illustrative provision, not evidence',
      text: tables.illustrative,
      sources: [],
    },
    {
      path: 'inventory/illustrative.json',
      title: 'The same, as read',
      text: json(illustrative),
      sources: [],
    },
  ];
}

const json = (value: unknown) => `${JSON.stringify(value)}\n`;
