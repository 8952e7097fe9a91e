// A release of any unit of England out of the national sources and a street file of its force.
import { INVENTORY_COLUMNS } from '../../src/data/inventoryColumns.ts';
import { areaFiles } from './areaFiles.ts';
import { eachCsvRow } from './csvRows.ts';
import { ageFile, countFiles, deprivationFile, peopleFiles } from './figureFiles.ts';
import { lsoaChangeFile } from './lsoaChanges.ts';
import { NATIONAL_BOUNDARIES, NATIONAL_TABLES, WARD_PROPERTIES } from './national.ts';
import { overlapsOf } from './overlap.ts';
import type { Recipe, Run } from './recipe.ts';
import { loadStreetMonths } from './streetMonths.ts';
import { tableFiles } from './tableFiles.ts';
import { sourceText } from './text.ts';
import { readTopology } from './topojson.ts';
import type { Unit } from './units.ts';
import { otherWardsFile } from './wardHistory.ts';

const LOOKUP = 'national/lookup_ew_lsoa21_wd24_lad24.csv.gz';
const HISTORY = 'national/lookup_ew_lsoa11_lsoa21_lad22.csv.gz';
const POINTS = 'national/lsoa_centroids_ew_2011_2021.csv.gz';
/** No service of the unit is documented here: its provision is not known until someone brings an inventory. */
const NO_SERVICES = `${INVENTORY_COLUMNS.join(',')}\n`;

export const NATIONAL: Recipe = {
  tables: NATIONAL_TABLES,
  checks: 'national-checks.sql',
  base: 'national.sql',
  shapes(sources, unit) {
    const ours = new Set<unknown>(unit.authorities);
    const ward = readTopology(sources, NATIONAL_BOUNDARIES.ward, (properties) =>
      ours.has(properties[WARD_PROPERTIES.authority]) ? String(properties[WARD_PROPERTIES.code]) : null,
    ).map((shape) => ({
      ...shape,
      properties: {
        name: shape.properties[WARD_PROPERTIES.name],
        authority: shape.properties[WARD_PROPERTIES.authority],
      },
    }));
    const codes = lsoaCodesOf(sources, ours);
    const lsoa = readTopology(sources, NATIONAL_BOUNDARIES.lsoa, ({ lsoa21_code: code }) =>
      codes.has(code) ? String(code) : null,
    );
    return { ward, lsoa };
  },
  async prepare(run) {
    const { database, shapes } = run;
    await database.table(
      'overlap',
      { lsoa: 'VARCHAR', ward: 'VARCHAR', share: 'DOUBLE' },
      overlapsOf(shapes.lsoa, shapes.ward).map(({ lsoa, ward, share }) => [lsoa, ward, share]),
    );
    await loadStreetMonths(run, streetOf(run).file);
  },
  async files(run) {
    const { database, shapes, tables, report } = run;
    const files = [
      ...(await areaFiles(
        database,
        shapes,
        {
          authorities: ['national-lsoa-ward'],
          wards: ['national-wards'],
          wardBoundaries: ['national-wards'],
          lsoas: ['national-lsoa-points', 'national-lsoa-ward', 'national-lsoa'],
          lsoaBoundaries: ['national-lsoa'],
          shares: ['national-lsoa', 'national-wards'],
        },
        report,
      )),
      await lsoaChangeFile(database, ['national-lsoa11-lsoa21']),
      await otherWardsFile(database, []),
      await ageFile(database, false, ['national-census']),
      ...(await countFiles(database, [streetOf(run).source])),
      await deprivationFile(
        database,
        'national/iod2025_england_lsoa21.csv.gz',
        ['national-deprivation'],
        report,
      ),
      ...(await peopleFiles(database, ['national-census'])),
      ...(await tableFiles(database, {
        ...tables,
        documented: NO_SERVICES,
        illustrative: NO_SERVICES,
        plain: new Map(),
      })),
    ];
    await countRows(run);
    return files;
  },
};

function streetOf({ unit }: { readonly unit: Unit }): { file: string; source: string } {
  if (unit.street) return unit.street;
  throw new RangeError(
    `The unit "${unit.id}" has no street file to count crimes from; name one in units.ts.`,
  );
}

/** LSOAs of the unit's authorities; the lookup has been checked before. */
function lsoaCodesOf(sources: string, authorities: ReadonlySet<unknown>): Set<unknown> {
  const codes = new Set<unknown>();
  let code = -1;
  let authority = -1;
  eachCsvRow(sourceText(sources, LOOKUP), (cells) => {
    if (code < 0) {
      code = cells.indexOf('lsoa21_code');
      authority = cells.indexOf('ltla24_code');
    } else if (authorities.has(cells[authority])) codes.add(cells[code]);
  });
  return codes;
}

/** What of the national sources is the unit's. */
async function countRows({ database, rows, shapes, report }: Run): Promise<void> {
  const [{ lsoas, history, points }] = await database.rows(
    `SELECT (SELECT count(*) FROM lsoas)::INTEGER AS lsoas,
            (SELECT count(*) FROM source_lsoa_history WHERE lsoa21_code IN (SELECT code FROM lsoas))::INTEGER AS history,
            (SELECT count(*) FROM source_lsoa_points WHERE lsoa_code IN (SELECT code FROM lsoas))::INTEGER AS points`,
  );
  const ours: Record<string, unknown> = { [HISTORY]: history, [POINTS]: points };
  for (const [file, read] of rows) {
    const joined = Number(ours[file] ?? lsoas);
    report.count({
      file,
      read,
      joined,
      unmatched: read - joined,
      dropped: 0,
      why: 'the others are of other units',
    });
  }
  report.note(
    `Of the national boundaries, ${shapes.ward.length} wards and ${shapes.lsoa.length} LSOAs are the unit's.`,
  );
}
