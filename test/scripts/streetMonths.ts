// Hand-made releases and monthly files for the tests of refresh: small enough to count by hand.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { AREA_FIELDS, AUTHORITY_FIELDS, countFields } from '../../scripts/release/fields.ts';
import { LSOA_CHANGE_FIELDS } from '../../scripts/release/lsoaChanges.ts';
import { sealed } from '../../scripts/release/seal.ts';
import { STREET_COLUMNS } from '../../src/data/streetFile.ts';
import type { Month, MonthRecord } from '../../src/domain/month.ts';
import { lastDay } from '../../src/domain/month.ts';

export interface SmallRelease {
  /** LSOA → authority. */
  readonly lsoas: Readonly<Record<string, string>>;
  readonly centres?: Readonly<Record<string, readonly [number, number]>>;
  readonly changes?: readonly (readonly [old: string, now: string])[];
  readonly months: readonly MonthRecord[];
  /** Crimes of each LSOA in each month that is whole. */
  readonly robberies: (lsoa: string, month: Month) => number;
  readonly unrecorded?: readonly string[];
}

const SOURCE = {
  title: 't',
  publisher: 'p',
  licence: 'Open Government Licence v3.0',
  attribution: 'a',
  vintage: 'January 2025 to December 2025',
  file: 'f',
  sha256: '0'.repeat(64),
  refresh: 'monthly',
};
const SOURCES = ['crimes', 'crime-months', 'lsoa'].map((id) => ({
  id,
  ...SOURCE,
  title: id,
  page: `https://example.org/${id}`,
}));

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'refresh-'));
}

/** Writes a release sealed as the release command does; returns its folder. */
export function smallRelease(given: SmallRelease): string {
  const folder = join(temporaryFolder(), 'release');
  const lsoas = Object.entries(given.lsoas).sort(([a], [b]) => (a < b ? -1 : 1));
  const authorities = [...new Set(Object.values(given.lsoas))].sort();
  const names = given.months.map(({ month }) => month);
  const unrecorded = given.unrecorded ?? [];
  const table = (
    path: string,
    fields: Parameters<typeof sealed>[0][number]['fields'],
    rows: readonly (readonly unknown[])[],
    title?: string,
  ) => ({
    path,
    ...(title ? { title } : {}),
    fields,
    text: `${[fields!.map((field) => field.name), ...rows].map((row) => row.join(',')).join('\n')}\n`,
    sources: path.startsWith('counts/') ? ['crimes', 'crime-months'] : ['lsoa'],
  });
  const files = [
    table(
      'areas/authorities.csv',
      AUTHORITY_FIELDS,
      authorities.map((code) => [code, `Town ${code}`]),
    ),
    table(
      'areas/lsoas.csv',
      AREA_FIELDS,
      lsoas.map(([code, authority]) => [
        code,
        'Name',
        authority,
        ...(given.centres?.[code] ?? [-1.9, 52.5]),
        1,
        0,
      ]),
    ),
    table('areas/lsoa-changes.csv', LSOA_CHANGE_FIELDS, given.changes ?? []),
    table(
      'counts/robbery.csv',
      countFields(names),
      lsoas.map(([code]) => [
        code,
        ...given.months.map(({ month, status }) =>
          unrecorded.includes(code) ? '' : status === 'whole' ? given.robberies(code, month) : 0,
        ),
      ]),
      'Robbery',
    ),
    { path: 'tables/sources.json', text: `${JSON.stringify(SOURCES)}\n`, sources: [] },
  ];
  const facts = {
    id: lastDay(names[names.length - 1]),
    unit: 'small',
    name: 'Small',
    boundaries: 'none',
    months: given.months,
    unrecorded,
  };
  for (const { path, text } of [
    ...files,
    { path: 'datapackage.json', text: sealed(files, facts, SOURCES) },
  ]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

export interface Crimes {
  readonly lsoa: string;
  readonly crimes: number;
  readonly type?: string;
  readonly lon?: number;
}

/** A monthly file as the publisher writes one. */
export function monthlyFile(month: Month, crimes: readonly Crimes[], force = 'West Midlands Police'): string {
  const rows = crimes.flatMap(({ lsoa, crimes: n, type = 'Robbery', lon = -1.9 }) =>
    Array.from({ length: n }, () =>
      [
        'abc',
        month,
        force,
        force,
        lon,
        52.5,
        'On or near High Street',
        lsoa,
        'Name',
        type,
        'Under investigation',
        '',
      ].join(','),
    ),
  );
  return `${[STREET_COLUMNS.join(','), ...rows].join('\r\n')}\r\n`;
}

export const fileName = (month: Month, force = 'west-midlands') => `${month}/${month}-${force}-street.csv`;

/** Files by path inside a new folder. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Month → figure of one LSOA in a release's count table. */
export function seriesOf(release: string, lsoa: string, type = 'robbery'): Record<Month, string> {
  const [header, ...rows] = readFileSync(join(release, `counts/${type}.csv`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  const row = rows.find(([code]) => code === lsoa) ?? [];
  return Object.fromEntries(header.slice(1).map((month, k) => [month, row[k + 1]]));
}

export function packageOf(release: string): {
  release: { id: string; hash: string };
  months: (MonthRecord & { note?: string })[];
} {
  return JSON.parse(readFileSync(join(release, 'datapackage.json'), 'utf8'));
}
