// LSOA codes of 2011 that were merged, split or renamed in 2021: monthly files of some months still carry them.
import { csvText } from './csvRows.ts';
import type { Database } from './database.ts';
import type { Field } from './fields.ts';
import type { ReleaseFile } from './seal.ts';

export const LSOA_CHANGE_FIELDS: readonly Field[] = [
  { name: 'lsoa_2011', type: 'string', description: 'LSOA 2011 code that is no LSOA 2021 code' },
  {
    name: 'lsoa_2021',
    type: 'string',
    description: 'LSOA 2021 code it became; one row for each part of a split',
  },
];

export async function lsoaChangeFile(database: Database, sources: readonly string[]): Promise<ReleaseFile> {
  const rows = await database.rows(
    `SELECT DISTINCT lsoa11_code, lsoa21_code FROM source_lsoa_history
     WHERE lsoa11_code <> lsoa21_code AND lsoa21_code IN (SELECT code FROM lsoas) ORDER BY lsoa11_code, lsoa21_code`,
  );
  return {
    path: 'areas/lsoa-changes.csv',
    title: 'LSOA 2011 codes that changed',
    text: csvText(
      LSOA_CHANGE_FIELDS.map((field) => field.name),
      rows.map((row) => [String(row.lsoa11_code), String(row.lsoa21_code)]),
    ),
    fields: LSOA_CHANGE_FIELDS,
    sources,
  };
}
