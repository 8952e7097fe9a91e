// Ward codes of other years: someone who brings counts under them is told of which year they are.
import { csvText } from './csvRows.ts';
import type { Database } from './database.ts';
import type { Field } from './fields.ts';
import type { ReleaseFile } from './seal.ts';

const OTHER_WARD_FIELDS: readonly Field[] = [
  { name: 'code', type: 'string', description: 'ward code that is not of the boundaries in use' },
  { name: 'name', type: 'string', description: 'name' },
  { name: 'authority', type: 'string', description: 'authority code' },
  { name: 'first_seen', type: 'integer', description: 'first year in which the code was seen', unit: 'year' },
];

export async function otherWardsFile(database: Database, sources: readonly string[]): Promise<ReleaseFile> {
  const rows = await database.rows(
    `SELECT ward_code, ward_name, lad_code, first_seen_source_year FROM source_ward_history
     WHERE ward_code NOT IN (SELECT code FROM wards) ORDER BY ward_code`,
  );
  return {
    path: 'areas/other-wards.csv',
    title: 'Ward codes of other years',
    text: csvText(
      OTHER_WARD_FIELDS.map((field) => field.name),
      rows.map((row) => [
        String(row.ward_code),
        String(row.ward_name),
        String(row.lad_code),
        Number(row.first_seen_source_year),
      ]),
    ),
    fields: OTHER_WARD_FIELDS,
    sources,
  };
}
