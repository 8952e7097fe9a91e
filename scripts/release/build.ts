// Builds one release in memory: checks every source, computes every file, and says what became of every row.
import { lastDay } from '../../src/domain/month.ts';
import { type Database, openDatabase } from './database.ts';
import { SourceFault } from './fault.ts';
import type { Shapes } from './geojson.ts';
import type { HandTables } from './handTables.ts';
import { NATIONAL } from './nationalRecipe.ts';
import { openingFile } from './opening.ts';
import { centreOf, squareKilometres } from './polygons.ts';
import type { Recipe } from './recipe.ts';
import { Report } from './report.ts';
import type { ReleaseFacts } from './seal.ts';
import { checkTable } from './tableSource.ts';
import type { Unit } from './units.ts';
import { WEST_MIDLANDS } from './westMidlandsRecipe.ts';
import { wholeRelease } from './whole.ts';

const RECIPES: Record<Unit['recipe'], Recipe> = { 'west-midlands': WEST_MIDLANDS, national: NATIONAL };

export interface Release {
  /** Path inside the release → text; datapackage.json among them. */
  readonly files: ReadonlyMap<string, string>;
  readonly report: Report;
}

export async function buildRelease(unit: Unit, sources: string, tables: HandTables): Promise<Release> {
  const recipe = RECIPES[unit.recipe];
  const report = new Report();
  const rows = new Map(recipe.tables.map((source) => [source.file, checkTable(sources, source)]));
  const shapes = recipe.shapes(sources, unit);
  const database = await openDatabase();
  try {
    for (const source of recipe.tables) {
      await database.open(sources, source);
      const [{ n }] = await database.rows(`SELECT count(*)::INTEGER AS n FROM ${source.view}`);
      if (n !== rows.get(source.file))
        throw new SourceFault(
          source.file,
          null,
          `${n} rows can be read into the database`,
          `${rows.get(source.file)} as the file has lines for (a quote may be out of place)`,
        );
    }
    await loadShapes(database, unit, shapes);
    await stopAtFault(database, recipe.checks);
    const run = { unit, sources, database, shapes, tables, rows, report };
    await recipe.prepare?.(run);
    await database.script(recipe.base);
    await database.script('people.sql');
    const files = await recipe.files(run);
    const facts = await factsOf(database, unit);
    report.note(
      `LSOAs that do not occur in the counts, not known: ${facts.unrecorded.join(', ') || 'none'}.`,
    );
    return { files: wholeRelease([...files, openingFile(files, facts)], facts, tables.sources), report };
  } finally {
    database.close();
  }
}

async function loadShapes(database: Database, unit: Unit, shapes: Shapes): Promise<void> {
  await database.table(
    'unit_authorities',
    { code: 'VARCHAR' },
    unit.authorities.map((code) => [code]),
  );
  await database.table('unit_size', { wards: 'INTEGER', lsoas: 'INTEGER' }, [[unit.wards, unit.lsoas]]);
  await database.table(
    'ward_shapes',
    { code: 'VARCHAR', name: 'VARCHAR', authority: 'VARCHAR', lon: 'DOUBLE', lat: 'DOUBLE', km2: 'DOUBLE' },
    shapes.ward.map(({ code, geometry, properties }) => [
      code,
      String(properties.name ?? ''),
      String(properties.authority ?? ''),
      ...centreOf(geometry),
      squareKilometres(geometry),
    ]),
  );
  await database.table(
    'lsoa_shapes',
    { code: 'VARCHAR', lon: 'DOUBLE', lat: 'DOUBLE', km2: 'DOUBLE' },
    shapes.lsoa.map(({ code, geometry, properties }) => [
      code,
      Number(properties.lon ?? Number.NaN),
      Number(properties.lat ?? Number.NaN),
      squareKilometres(geometry),
    ]),
  );
}

async function stopAtFault(database: Database, checks: string): Promise<void> {
  await database.script(checks);
  const [fault] = await database.rows('SELECT * FROM faults ORDER BY stage, line NULLS LAST, found LIMIT 1');
  if (!fault) return;
  const line = fault.line === null ? null : Number(fault.line);
  throw new SourceFault(String(fault.file), line, String(fault.found), String(fault.expected));
}

async function factsOf(database: Database, unit: Unit): Promise<ReleaseFacts> {
  const months = await database.rows('SELECT month, status, located, note FROM months ORDER BY month');
  const unrecorded = await database.rows('SELECT code FROM unrecorded ORDER BY code');
  return {
    id: lastDay(String(months[months.length - 1].month)),
    unit: unit.id,
    name: unit.name,
    boundaries: unit.boundaries,
    months: months.map((row) => ({
      month: String(row.month),
      status: row.status as 'whole' | 'partial',
      located: row.located as 'polygon' | 'published',
      ...(row.note ? { note: String(row.note) } : {}),
    })),
    unrecorded: unrecorded.map((row) => String(row.code)),
  };
}
