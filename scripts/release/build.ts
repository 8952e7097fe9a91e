// Builds one release in memory: checks every source, computes every file, and says what became of every row.
import { lastDay } from '../../src/domain/month.ts';
import { areaFiles, placeFile } from './areaFiles.ts';
import { type Database, openDatabase } from './database.ts';
import { SourceFault } from './fault.ts';
import { ageFile, countFiles, deprivationFile, peopleFiles } from './figureFiles.ts';
import { type AreaShape, readAreas } from './geojson.ts';
import type { HandTables } from './handTables.ts';
import { lsoaChangeFile } from './lsoaChanges.ts';
import { openingFile } from './opening.ts';
import { squareKilometres } from './polygons.ts';
import { Report } from './report.ts';
import type { ReleaseFacts, ReleaseFile } from './seal.ts';
import { outcomeFiles, serviceFiles, sexFile } from './serviceFiles.ts';
import { tableFiles } from './tableFiles.ts';
import { checkTable } from './tableSource.ts';
import type { Unit } from './units.ts';
import { otherWardsFile } from './wardHistory.ts';
import { WEST_MIDLANDS_BOUNDARIES, WEST_MIDLANDS_TABLES } from './westMidlands.ts';
import { wholeRelease } from './whole.ts';

export interface Release {
  /** Path inside the release → text; datapackage.json among them. */
  readonly files: ReadonlyMap<string, string>;
  readonly report: Report;
}

export async function buildRelease(unit: Unit, sources: string, tables: HandTables): Promise<Release> {
  const report = new Report();
  const rows = new Map(WEST_MIDLANDS_TABLES.map((source) => [source.file, checkTable(sources, source)]));
  const shapes = {
    ward: readAreas(sources, WEST_MIDLANDS_BOUNDARIES.ward.file, WEST_MIDLANDS_BOUNDARIES.ward.code),
    lsoa: readAreas(sources, WEST_MIDLANDS_BOUNDARIES.lsoa.file, WEST_MIDLANDS_BOUNDARIES.lsoa.code),
  };
  const database = await openDatabase();
  try {
    for (const source of WEST_MIDLANDS_TABLES) await database.open(sources, source);
    await loadShapes(database, unit, shapes);
    await stopAtFault(database);
    await database.script(unit.tables);
    await database.script('people.sql');
    const files: ReleaseFile[] = [
      ...(await areaFiles(database, shapes, report)),
      await lsoaChangeFile(database),
      await otherWardsFile(database),
      await placeFile(database),
      await ageFile(database, true, ['census', 'people-lsoa', 'lsoa11-lsoa21']),
      ...(await countFiles(database, ['crimes', 'crime-months'])),
      await deprivationFile(database, 'deprivation/iod2025_lsoa21.csv', ['deprivation'], report),
      ...(await peopleFiles(database, ['census'])),
      await sexFile(database, report),
      ...(await serviceFiles(database, shapes.ward, report)),
      ...(await outcomeFiles(database, report)),
      ...(await tableFiles(database, tables)),
    ];
    await countPlainSources(database, rows, shapes, report);
    const facts = await factsOf(database, unit);
    return { files: wholeRelease([...files, openingFile(files, facts)], facts, tables.sources), report };
  } finally {
    database.close();
  }
}

async function loadShapes(database: Database, unit: Unit, shapes: { ward: AreaShape[]; lsoa: AreaShape[] }) {
  await database.table(
    'unit_authorities',
    { code: 'VARCHAR' },
    unit.authorities.map((code) => [code]),
  );
  await database.table('unit_size', { wards: 'INTEGER', lsoas: 'INTEGER' }, [[unit.wards, unit.lsoas]]);
  await database.table(
    'ward_shapes',
    { code: 'VARCHAR' },
    shapes.ward.map((shape) => [shape.code]),
  );
  await database.table(
    'lsoa_shapes',
    { code: 'VARCHAR', lon: 'DOUBLE', lat: 'DOUBLE', km2: 'DOUBLE' },
    shapes.lsoa.map(({ code, geometry, properties }) => [
      code,
      Number(properties.lon),
      Number(properties.lat),
      squareKilometres(geometry),
    ]),
  );
}

async function stopAtFault(database: Database): Promise<void> {
  await database.script('west-midlands-checks.sql');
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

/** Sources of which every row joins, or stops the run. */
async function countPlainSources(
  database: Database,
  rows: ReadonlyMap<string, number>,
  shapes: { ward: readonly AreaShape[]; lsoa: readonly AreaShape[] },
  report: Report,
): Promise<void> {
  const reported = new Set(report.sources.map((count) => count.file));
  const [{ n: events, whole, partial }] = await database.rows(
    `SELECT sum(count)::INTEGER AS n, count(DISTINCT month) FILTER (status = 'whole')::INTEGER AS whole,
            count(DISTINCT month) FILTER (status = 'partial')::INTEGER AS partial
     FROM crimes JOIN months USING (month)`,
  );
  const unrecorded = await database.rows('SELECT code FROM unrecorded ORDER BY code');
  const all = (file: string, read: number, why = '') => {
    if (!reported.has(file)) report.count({ file, read, joined: read, unmatched: 0, dropped: 0, why });
  };
  for (const [file, read] of rows)
    all(
      file,
      read,
      file.startsWith('crime/wm') ? `${events} crimes; ${whole} whole and ${partial} partial months` : '',
    );
  all(WEST_MIDLANDS_BOUNDARIES.ward.file, shapes.ward.length);
  all(WEST_MIDLANDS_BOUNDARIES.lsoa.file, shapes.lsoa.length);
  report.note(
    `LSOAs that do not occur in the counts, not known: ${unrecorded.map((row) => row.code).join(', ') || 'none'}.`,
  );
}
