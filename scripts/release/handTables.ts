// The hand-kept tables of data/, as the release carries them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { ALL_AGES, OPEN_END } from '../../src/domain/ages.ts';
import type { Programme, SpatialForm, Tier } from '../../src/domain/intervention.ts';
import type { Measure, MeasureKind } from '../../src/domain/measure.ts';
import { SourceFault } from './fault.ts';
import { decodeUtf8 } from './text.ts';

export interface SourceRecord {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly page: string;
  readonly licence: string;
  readonly attribution: string;
  readonly vintage: string;
  readonly file: string;
  readonly sha256: string;
  readonly refresh: string;
}

export interface HandTables {
  readonly sources: readonly SourceRecord[];
  readonly measures: readonly Measure[];
  readonly programmes: readonly Programme[];
  readonly documented: string;
  readonly illustrative: string;
  /** Further tables by name, as they are. */
  readonly plain: ReadonlyMap<string, string>;
}

const PLAIN = ['funding', 'claims', 'outcome-figures'];

export function readHandTables(folder: string): HandTables {
  return {
    sources: rowsOf(folder, 'sources.csv') as unknown as SourceRecord[],
    measures: rowsOf(folder, 'measures.csv').map(measureOf),
    programmes: rowsOf(folder, 'programmes.csv').map(programmeOf),
    documented: textOf(folder, 'inventory-documented.csv'),
    illustrative: textOf(folder, 'inventory-illustrative.csv'),
    plain: new Map(PLAIN.map((name) => [name, textOf(folder, `${name}.csv`)])),
  };
}

function textOf(folder: string, name: string): string {
  const path = join(folder, name);
  if (!existsSync(path))
    throw new SourceFault(`data/${name}`, null, 'the table is missing', 'it in the project');
  return decodeUtf8(readFileSync(path), `data/${name}`).replaceAll('\r\n', '\n');
}

function rowsOf(folder: string, name: string): Record<string, string>[] {
  const parsed = Papa.parse<Record<string, string>>(textOf(folder, name), {
    header: true,
    skipEmptyLines: true,
  });
  const [error] = parsed.errors;
  if (error)
    throw new SourceFault(
      `data/${name}`,
      (error.row ?? 0) + 2,
      error.message.toLowerCase(),
      'a row as the header says',
    );
  return parsed.data;
}

function measureOf(row: Record<string, string>): Measure {
  return {
    id: row.id,
    label: row.label,
    phrase: row.phrase,
    unit: row.unit,
    kind: row.kind as MeasureKind,
    direction: Number(row.direction) as 1 | -1,
    period: row.period,
    source: row.source,
    ...(row.crime_types ? { crimeTypes: row.crime_types.split(';').map((type) => type.trim()) } : {}),
    ...(row.column ? { column: row.column } : {}),
    ...(row.numerator ? { numerator: row.numerator, denominator: row.denominator } : {}),
    ...(row.note ? { note: row.note } : {}),
  };
}

function programmeOf(row: Record<string, string>): Programme {
  return {
    id: row.id,
    label: row.label,
    phrase: row.phrase,
    tier: row.tier as Tier,
    form: row.form as SpatialForm,
    ages: {
      from: row.age_from === '' ? ALL_AGES.from : Number(row.age_from),
      to: row.age_to === '' ? OPEN_END : Number(row.age_to),
    },
    source: row.source,
  };
}
