// The hand-kept tables hold what their schemas say, and what they say agrees with the files they speak of.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { CRIME_TYPES } from '../../src/data/streetFile.ts';

const root = new URL('../..', import.meta.url).pathname;
const folder = join(root, 'data');
const shared = join(root, '..', 'shared', 'data');
type Row = Record<string, string>;
const rowsOf = (path: string): Row[] =>
  Papa.parse<Row>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data;
const table = (name: string) => rowsOf(join(folder, `${name}.csv`));
const column = (rows: Row[], name: string) => rows.map((row) => row[name]);
const pounds = (rows: Row[]) => rows.reduce((sum, row) => sum + Number(row.pounds), 0);

interface Field {
  name: string;
  type: string;
  description: string;
  constraints?: {
    required?: boolean;
    unique?: boolean;
    enum?: (string | number)[];
    pattern?: string;
    minimum?: number;
    maximum?: number;
  };
}

const names = readdirSync(folder)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => name.slice(0, -4));

describe.each(names)('data/%s.csv', (name) => {
  const schema = JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8')) as {
    fields: Field[];
    primaryKey?: string | string[];
  };
  const parsed = Papa.parse<string[]>(readFileSync(join(folder, `${name}.csv`), 'utf8'), {
    skipEmptyLines: true,
  });
  const rows = table(name);

  test('has the columns of its schema, each described, and whole rows', () => {
    expect(parsed.errors).toEqual([]);
    expect(parsed.data[0]).toEqual(schema.fields.map((field) => field.name));
    expect(schema.fields.filter((field) => !field.description)).toEqual([]);
    expect(new Set(parsed.data.map((cells) => cells.length))).toEqual(new Set([schema.fields.length]));
  });

  test.each(schema.fields.map((field) => [field.name, field] as const))(
    '%s is as the schema says',
    (_, field) => {
      const { required, unique, enum: choices, pattern, minimum, maximum } = field.constraints ?? {};
      const cells = column(rows, field.name);
      const filled = cells.filter((cell) => cell !== '');
      if (required) expect(filled).toHaveLength(cells.length);
      if (unique) expect(new Set(filled).size).toBe(filled.length);
      if (choices) expect(filled.filter((cell) => !choices.map(String).includes(cell))).toEqual([]);
      if (pattern) expect(filled.filter((cell) => !new RegExp(`^(?:${pattern})$`).test(cell))).toEqual([]);
      if (field.type === 'integer') expect(filled.filter((cell) => !/^-?\d+$/.test(cell))).toEqual([]);
      if (field.type === 'number')
        expect(filled.filter((cell) => !Number.isFinite(Number(cell)))).toEqual([]);
      if (minimum !== undefined) expect(filled.filter((cell) => Number(cell) < minimum)).toEqual([]);
      if (maximum !== undefined) expect(filled.filter((cell) => Number(cell) > maximum)).toEqual([]);
    },
  );

  test('its key tells its rows apart', () => {
    const key = [schema.primaryKey ?? []].flat();
    const keys = rows.map((row) => key.map((part) => row[part]).join(' | '));
    if (key.length > 0) expect(new Set(keys).size).toBe(rows.length);
  });
});

describe('measures', () => {
  const measures = table('measures');
  const header = (path: string) =>
    readFileSync(join(root, 'public/data', path), 'utf8')
      .split('\n', 1)[0]
      .split(',');

  test('every crime type stands alone once, and violence sums three', () => {
    const counts = measures.filter((row) => row.kind === 'count');
    const alone = counts.filter((row) => !row.crime_types.includes(';'));
    expect(column(alone, 'crime_types').sort()).toEqual([...CRIME_TYPES].sort());
    expect(counts[0]).toMatchObject({
      id: 'violence',
      phrase: 'all violence',
      crime_types: 'Violence and sexual offences;Robbery;Possession of weapons',
    });
  });

  test('every score and proportion has its columns in the release, and every measure its source', () => {
    const scores = header('deprivation.csv');
    const households = header('households.csv');
    for (const row of measures) {
      if (row.kind === 'score') expect(scores).toContain(row.column);
      if (row.kind === 'proportion')
        expect(households).toEqual(expect.arrayContaining([row.numerator, row.denominator]));
      expect(column(table('sources'), 'id')).toContain(row.source);
    }
  });
});

describe('sources', () => {
  test.skipIf(!existsSync(shared))(
    'have the hash of the file that was read (skipped where ../shared/data is absent)',
    () => {
      for (const { file, sha256 } of table('sources')) {
        const hash = createHash('sha256')
          .update(readFileSync(join(shared, file)))
          .digest('hex');
        expect(hash, file).toBe(sha256);
      }
    },
  );

  test('name the publisher’s page', () => {
    for (const { page, id } of table('sources')) expect(page, id).toMatch(/^https:\/\/\S+$/);
  });
});

describe('what the founding paper says', () => {
  const funding = table('funding');
  const of = (name: string) => funding.filter((row) => row.table === name);

  test('the budget is the sum of its three parts, and 18 areas come to £37.98 million', () => {
    expect(pounds(of('budget'))).toBe(4_034_000);
    expect(of('areas')).toHaveLength(18);
    expect(pounds(of('areas'))).toBe(37_980_000);
    expect(pounds(of('announced'))).toBe(35_000_000);
  });

  test('seven programmes are named in it, in all three tiers', () => {
    const paper = table('programmes').filter((row) => row.source.startsWith('Founding paper'));
    expect(column(paper, 'id')).toEqual([
      'mvp',
      'school-officers',
      'mentoring',
      'iris',
      'campaign',
      'ae',
      'gang-exit',
    ]);
    expect(new Set(column(paper, 'tier'))).toEqual(new Set(['primary', 'secondary', 'tertiary']));
  });

  test('the finding on knife crime follows from the admissions of the release', () => {
    const rows = rowsOf(join(root, 'public/data/outcomes/knife-admissions.csv'));
    const year = (first: number) =>
      rows
        .filter(({ month }) => month >= `${first}-04` && month <= `${first + 1}-03`)
        .reduce((sum, row) => sum + Number(row.admissions), 0);
    const claim = table('claims').find((row) => row.id === 'knife-crime')!;
    expect(Number(claim.measured)).toBeCloseTo((year(2018) / year(2012) - 1) * 100, 1);
    expect(claim.finding).toContain(`from ${year(2012)} in 2012-13 to ${year(2018)} in 2018-19`);
  });

  test('what is blank in the paper stays blank', () => {
    expect(table('claims').find((row) => row.id === 'success-factors')?.status).toBe('not recoverable');
  });
});
