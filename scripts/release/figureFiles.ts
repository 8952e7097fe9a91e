// The release's figures by LSOA: counts by month, people by age, deprivation, households and groups.
import { group } from 'd3-array';
import { BAND_NAMES, SPLIT_BANDS, splitAges } from './ages.ts';
import { csvText } from './csvRows.ts';
import type { Database, Row } from './database.ts';
import { SourceFault } from './fault.ts';
import {
  ageFields,
  countFields,
  DEPRIVATION_FIELDS,
  DOMAINS,
  type Field,
  GROUP_FIELDS,
  HOUSEHOLD_FIELDS,
} from './fields.ts';
import type { Report } from './report.ts';
import type { ReleaseFile } from './seal.ts';

/** File name of a crime type: "Violence and sexual offences" → "violence-and-sexual-offences". */
export function slugOf(crimeType: string): string {
  return crimeType
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

export async function countFiles(database: Database, sources: readonly string[]): Promise<ReleaseFile[]> {
  await database.script('counts.sql');
  const months = (await database.rows('SELECT month FROM months ORDER BY month')).map((row) =>
    String(row.month),
  );
  const lines = await database.rows('SELECT * FROM count_lines ORDER BY crime_type, lsoa');
  const fields = countFields(months);
  const header = fields.map((field) => field.name).join(',');
  return [...group(lines, (row) => String(row.crime_type))].map(([crimeType, rows]) => ({
    path: `counts/${slugOf(crimeType)}.csv`,
    title: crimeType,
    text: `${[header, ...rows.map((row) => `${row.lsoa},${row.line}`)].join('\n')}\n`,
    fields,
    sources,
  }));
}

/** Ages by LSOA; without single years (`profile` false) the census bands stay whole. */
export async function ageFile(
  database: Database,
  profile: boolean,
  sources: readonly string[],
): Promise<ReleaseFile> {
  const census = await database.rows('SELECT * FROM census_bands ORDER BY lsoa');
  const names = profile ? BAND_NAMES : SPLIT_BANDS.map((band) => band.census);
  const years = new Map<string, number[]>();
  if (profile)
    for (const row of await database.rows('SELECT lsoa, age, people FROM single_years')) {
      const lsoa = String(row.lsoa);
      const column = years.get(lsoa) ?? new Array<number>(91).fill(0);
      column[Number(row.age)] = Number(row.people);
      years.set(lsoa, column);
    }
  const fields = ageFields(names);
  const rows = census.map((row) => {
    const lsoa = String(row.lsoa);
    const bands = Object.fromEntries(SPLIT_BANDS.map(({ census: name }) => [name, Number(row[name])]));
    return [lsoa, ...(profile ? splitAges(bands, years.get(lsoa) ?? []) : Object.values(bands))];
  });
  return {
    path: 'people/ages.csv',
    title: profile
      ? 'Residents by age: census bands, split by the single years of mid-2020'
      : 'Residents by age: census bands',
    text: csvText(
      fields.map((field) => field.name),
      rows,
    ),
    fields,
    sources,
  };
}

/** `file` is the source that a fault would be in. */
export async function deprivationFile(
  database: Database,
  file: string,
  sources: readonly string[],
  report: Report,
): Promise<ReleaseFile> {
  await database.script('deprivation.sql');
  const [worst] = await database.rows(
    'SELECT lsoa, abs(recomputed - imd_score) AS difference, imd_score FROM index_scores ORDER BY difference DESC, lsoa LIMIT 1',
  );
  const difference = Number(worst.difference);
  // Published scores have three decimals; the recomputed ones must agree with every one of them.
  if (!(difference <= 0.001))
    throw new SourceFault(
      file,
      null,
      `the domain ranks of ${worst.lsoa} give an index ${difference.toFixed(4)} away from its imd_score ${worst.imd_score}`,
      'the ranks and scores of the Indices of Deprivation 2025',
    );
  report.note(
    `Deprivation: the index recomputed from its domains differs from the published one by at most ${difference.toFixed(5)}.`,
  );
  const scores = new Set(['imd_score', 'imd_without_crime', ...DOMAINS.map((domain) => `${domain}_x`)]);
  const rows = await database.rows('SELECT * FROM index_scores ORDER BY lsoa');
  return table(
    'deprivation.csv',
    'Deprivation 2025, with and without crime',
    DEPRIVATION_FIELDS,
    rows,
    sources,
    scores,
  );
}

export async function peopleFiles(database: Database, sources: readonly string[]): Promise<ReleaseFile[]> {
  const households = await database.rows('SELECT * FROM households ORDER BY lsoa');
  const groups = await database.rows('SELECT * FROM groups ORDER BY lsoa');
  return [
    table('households.csv', 'Households', HOUSEHOLD_FIELDS, households, sources),
    table('people/groups.csv', 'Residents by group', GROUP_FIELDS, groups, sources),
  ];
}

/** A table file with the columns of `fields`; columns in `decimals` are rounded to three places. */
export function table(
  path: string,
  title: string,
  fields: readonly Field[],
  rows: readonly Row[],
  sources: readonly string[],
  decimals: ReadonlySet<string> = new Set(),
): ReleaseFile {
  const cell = (row: Row, name: string) => {
    const value = row[name];
    if (value === null || typeof value === 'boolean') return null;
    return decimals.has(name) ? Number(Number(value).toFixed(3)) : value;
  };
  return {
    path,
    title,
    text: csvText(
      fields.map((field) => field.name),
      rows.map((row) => fields.map((field) => cell(row, field.name))),
    ),
    fields,
    sources,
  };
}
