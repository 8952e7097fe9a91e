// The West Midlands release, out of sources cut to its seven authorities.
import { apportionmentNote } from './apportionmentCheck.ts';
import { areaFiles, placeFile } from './areaFiles.ts';
import { ageFile, countFiles, deprivationFile, peopleFiles } from './figureFiles.ts';
import { readAreas } from './geojson.ts';
import { lsoaChangeFile } from './lsoaChanges.ts';
import type { Recipe, Run } from './recipe.ts';
import { outcomeFiles, serviceFiles, sexFile } from './serviceFiles.ts';
import { tableFiles } from './tableFiles.ts';
import { otherWardsFile } from './wardHistory.ts';
import { WEST_MIDLANDS_BOUNDARIES, WEST_MIDLANDS_TABLES } from './westMidlands.ts';

export const WEST_MIDLANDS: Recipe = {
  tables: WEST_MIDLANDS_TABLES,
  checks: 'west-midlands-checks.sql',
  base: 'west-midlands.sql',
  shapes: (sources) => ({
    ward: readAreas(sources, WEST_MIDLANDS_BOUNDARIES.ward.file, WEST_MIDLANDS_BOUNDARIES.ward.code),
    lsoa: readAreas(sources, WEST_MIDLANDS_BOUNDARIES.lsoa.file, WEST_MIDLANDS_BOUNDARIES.lsoa.code),
  }),
  async files(run) {
    const { database, shapes, tables, report } = run;
    const files = [
      ...(await areaFiles(
        database,
        shapes,
        {
          authorities: ['ward-points'],
          wards: ['ward-points', 'wards'],
          wardBoundaries: ['wards'],
          lsoas: ['lsoa', 'lsoa-ward-lookup'],
          lsoaBoundaries: ['lsoa'],
          shares: ['lsoa-ward-shares'],
        },
        report,
      )),
      await lsoaChangeFile(database, ['lsoa11-lsoa21']),
      await otherWardsFile(database, ['ward-history']),
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
    report.note(await apportionmentNote(database, files));
    await countRows(run);
    return files;
  },
};

/** The other sources: every row joins, or the run has stopped. */
async function countRows({ database, rows, shapes, report }: Run): Promise<void> {
  const reported = new Set(report.sources.map((count) => count.file));
  const [{ n: events, whole, partial }] = await database.rows(
    `SELECT sum(count)::INTEGER AS n, count(DISTINCT month) FILTER (status = 'whole')::INTEGER AS whole,
            count(DISTINCT month) FILTER (status = 'partial')::INTEGER AS partial
     FROM crimes JOIN months USING (month)`,
  );
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
}
