// The release's areas: wards, LSOAs, authorities, the parts of LSOAs in wards, and their boundaries.
import { group } from 'd3-array';
import { PARTS } from '../../src/domain/area.ts';
import { type AreaFeature, boundariesOf } from './boundaries.ts';
import { csvText } from './csvRows.ts';
import type { Database, Row } from './database.ts';
import { AREA_FIELDS, AUTHORITY_FIELDS, PLACE_FIELDS, SHARE_FIELDS } from './fields.ts';
import type { AreaShape, Shapes } from './geojson.ts';
import { largestRemainder } from './largestRemainder.ts';
import type { Report } from './report.ts';
import type { ReleaseFile } from './seal.ts';

/**
 * Bends of less than 2,000 m² go. The grid's step in the West Midlands is 11 m east and 7 m north for wards, which the
 * first screen waits for, and half of that for LSOAs, which are looked at from closer by.
 */
const WARD_BOUNDARIES = { bend: 2000, grid: 5000 };
const LSOA_BOUNDARIES = { bend: 2000, grid: 10_000 };

const rounded = (value: unknown, digits: number) => Number(Number(value).toFixed(digits));

/** Ids in data/sources.csv. */
export interface AreaSources {
  readonly authorities: readonly string[];
  readonly wards: readonly string[];
  readonly wardBoundaries: readonly string[];
  readonly lsoas: readonly string[];
  readonly lsoaBoundaries: readonly string[];
  readonly shares: readonly string[];
}

export async function areaFiles(
  database: Database,
  shapes: Shapes,
  sources: AreaSources,
  report: Report,
): Promise<ReleaseFile[]> {
  const authorities = await database.rows('SELECT code, name FROM authorities ORDER BY code');
  const wards = await database.rows('SELECT * FROM wards ORDER BY code');
  const lsoas = await database.rows('SELECT * FROM lsoas ORDER BY code');
  const wardLines = boundariesOf(
    'wards',
    features(shapes.ward, wards),
    authorities.map((row) => String(row.code)),
    WARD_BOUNDARIES,
  );
  const lsoaLines = boundariesOf('lsoas', features(shapes.lsoa, lsoas), null, LSOA_BOUNDARIES);
  report.note(
    `Ward boundaries: ${wardLines.points.after} of ${wardLines.points.before} points kept; LSOA boundaries: ${lsoaLines.points.after} of ${lsoaLines.points.before}.`,
  );
  const header = AREA_FIELDS.map((field) => field.name);
  const table = (rows: readonly Row[], border: ReadonlySet<string>) =>
    csvText(
      header,
      rows.map((row) => [
        String(row.code),
        String(row.name),
        String(row.authority),
        rounded(row.lon, 5),
        rounded(row.lat, 5),
        rounded(row.km2, 4),
        border.has(String(row.code)) ? 1 : 0,
      ]),
    );
  return [
    {
      path: 'areas/authorities.csv',
      title: 'Authorities',
      text: csvText(
        ['code', 'name'],
        authorities.map((row) => [String(row.code), String(row.name)]),
      ),
      fields: AUTHORITY_FIELDS,
      sources: sources.authorities,
    },
    {
      path: 'areas/wards.csv',
      title: 'Wards',
      text: table(wards, wardLines.border),
      fields: AREA_FIELDS,
      sources: sources.wards,
    },
    {
      path: 'areas/lsoas.csv',
      title: 'LSOAs',
      text: table(lsoas, lsoaLines.border),
      fields: AREA_FIELDS,
      sources: sources.lsoas,
    },
    {
      path: 'areas/shares.csv',
      title: 'Parts of LSOAs in wards',
      text: csvText(
        SHARE_FIELDS.map((field) => field.name),
        await sharesOf(database),
      ),
      fields: SHARE_FIELDS,
      sources: sources.shares,
    },
    {
      path: 'boundaries/wards.topojson',
      title: 'Ward and authority boundaries',
      text: wardLines.text,
      sources: sources.wardBoundaries,
    },
    {
      path: 'boundaries/lsoas.topojson',
      title: 'LSOA boundaries',
      text: lsoaLines.text,
      sources: sources.lsoaBoundaries,
    },
  ];
}

/** Place names for the map's labels. */
export async function placeFile(database: Database): Promise<ReleaseFile> {
  const rows = await database.rows('SELECT name, lon, lat, population FROM places');
  return {
    path: 'areas/places.csv',
    title: 'Place names for labels',
    text: csvText(
      PLACE_FIELDS.map((field) => field.name),
      rows.map((row) => [String(row.name), Number(row.lon), Number(row.lat), Number(row.population)]),
    ),
    fields: PLACE_FIELDS,
    sources: ['place-names'],
  };
}

function features(shapes: readonly AreaShape[], areas: readonly Row[]): AreaFeature[] {
  const authority = new Map(areas.map((row) => [String(row.code), String(row.authority)]));
  return shapes.map((shape) => ({
    type: 'Feature',
    id: shape.code,
    properties: { authority: authority.get(shape.code) ?? '' },
    geometry: shape.geometry,
  }));
}

async function sharesOf(database: Database): Promise<(string | number)[][]> {
  const rows = await database.rows('SELECT lsoa, ward, share FROM overlap ORDER BY lsoa, share DESC, ward');
  const byLsoa = group(rows, (row) => String(row.lsoa));
  return [...byLsoa].flatMap(([lsoa, parts]) => {
    const whole = largestRemainder(
      parts.map((part) => Number(part.share)),
      PARTS,
    );
    return parts.map((part, k) => [lsoa, String(part.ward), whole[k]]).filter(([, , part]) => part !== 0);
  });
}
