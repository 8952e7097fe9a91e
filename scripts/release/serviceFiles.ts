// The release's services and outcomes: candidates inside the unit, and what is published by partnership or region.
import { SPLIT_BANDS } from './ages.ts';
import { csvText } from './csvRows.ts';
import type { Database, Row } from './database.ts';
import {
  ADMISSION_AGE_FIELDS,
  ADMISSION_FIELDS,
  type Field,
  HOSPITAL_FIELDS,
  PRACTICE_FIELDS,
  RECORDED_CRIME_FIELDS,
  SCHOOL_FIELDS,
  sexFields,
} from './fields.ts';
import { table } from './figureFiles.ts';
import type { AreaShape } from './geojson.ts';
import { contains } from './polygons.ts';
import type { Report } from './report.ts';
import type { ReleaseFile } from './seal.ts';

interface Kind {
  readonly name: string;
  readonly title: string;
  readonly file: string;
  readonly fields: readonly Field[];
  readonly source: string;
  /** Rows of the source that the SQL left out, and why. */
  readonly left: string;
}

const KINDS: readonly Kind[] = [
  {
    name: 'schools',
    title: 'Schools',
    file: 'services/schools_gias_2025.csv',
    fields: SCHOOL_FIELDS,
    source: 'schools',
    left: '',
  },
  {
    name: 'practices',
    title: 'GP practices',
    file: 'services/gp_practices_epraccur_2023-12.csv',
    fields: PRACTICE_FIELDS,
    source: 'practices',
    left: 'without coordinates',
  },
  {
    name: 'hospitals',
    title: 'NHS hospital sites',
    file: 'services/hospitals_nhsuk_2018.csv',
    fields: HOSPITAL_FIELDS,
    source: 'hospitals',
    left: 'not NHS',
  },
];

/** Schools, practices and hospitals that lie inside the unit's wards. */
export async function serviceFiles(
  database: Database,
  wards: readonly AreaShape[],
  report: Report,
): Promise<ReleaseFile[]> {
  await database.script('services.sql');
  const authority = new Map(
    (await database.rows('SELECT code, authority FROM wards')).map((row) => [
      String(row.code),
      String(row.authority),
    ]),
  );
  const files: ReleaseFile[] = [];
  for (const kind of KINDS) {
    const [{ n: read }] = await database.rows(`SELECT count(*)::INTEGER AS n FROM source_${kind.name}`);
    const rows = await database.rows(`SELECT * FROM ${kind.name} ORDER BY id`);
    const inside: Row[] = [];
    for (const row of rows) {
      const ward = wards.find((shape) => contains(shape.geometry, Number(row.lon), Number(row.lat)));
      if (ward)
        inside.push({
          ...row,
          lon: place(row.lon),
          lat: place(row.lat),
          authority: authority.get(ward.code)!,
        });
    }
    const outside = rows.length - inside.length;
    const dropped = Number(read) - rows.length;
    report.count({
      file: kind.file,
      read: Number(read),
      joined: inside.length,
      unmatched: outside,
      dropped,
      why: [outside > 0 ? `${outside} outside the unit` : '', dropped > 0 ? `${dropped} ${kind.left}` : '']
        .filter(Boolean)
        .join('; '),
    });
    files.push(table(`services/${kind.name}.csv`, kind.title, kind.fields, inside, [kind.source]));
  }
  return files;
}

const place = (degrees: unknown) => Number(Number(degrees).toFixed(5));

export async function outcomeFiles(database: Database, report: Report): Promise<ReleaseFile[]> {
  await database.script('outcomes.sql');
  const list = async (name: string) => database.rows(`SELECT * FROM ${name} ORDER BY ALL`);
  const crime = await list('recorded_crime');
  const admissions = await list('admissions');
  const ages = await list('admissions_by_age');
  const whole = (file: string, rows: readonly Row[], why: string) =>
    report.count({ file, read: rows.length, joined: rows.length, unmatched: 0, dropped: 0, why });
  whole('outcomes/police_recorded_crime_csp_yejun2025.csv', crime, '');
  whole(
    'health/nhs_sharp_object_assault_admissions_westmidlands_region.csv',
    admissions,
    'region: wider than the unit',
  );
  whole(
    'health/nhs_sharp_object_assault_admissions_westmidlands_region_age.csv',
    ages,
    `${ages.filter((row) => row.admissions === '*').length} withheld by the publisher, kept as *`,
  );
  return [
    table('outcomes/recorded-crime.csv', 'Recorded crime by partnership', RECORDED_CRIME_FIELDS, crime, [
      'recorded-crime',
      'csp',
    ]),
    table(
      'outcomes/knife-admissions.csv',
      'Admissions for assault with a sharp object, West Midlands region',
      ADMISSION_FIELDS,
      admissions,
      ['knife-admissions'],
    ),
    table('outcomes/knife-admissions-by-age.csv', 'The same by age group', ADMISSION_AGE_FIELDS, ages, [
      'knife-admissions-age',
    ]),
  ];
}

/** Women and men of wards whose code is the same in mid-2020; the other wards have no row: not known. */
export async function sexFile(database: Database, report: Report): Promise<ReleaseFile> {
  await database.script('sexes.sql');
  const [{ n: read }] = await database.rows('SELECT count(*)::INTEGER AS n FROM source_ward_sexes');
  const years = await database.rows('SELECT * FROM ward_sexes');
  const pieces = SPLIT_BANDS.flatMap((band) => band.pieces);
  const byWard = new Map<string, number[]>();
  for (const row of years) {
    const sex = ['females', 'males'].indexOf(String(row.sex));
    if (sex < 0) continue;
    const ward = String(row.ward);
    const cells = byWard.get(ward) ?? new Array<number>(pieces.length * 2).fill(0);
    const band = pieces.findIndex((piece) => Number(row.age) >= piece.from && Number(row.age) <= piece.to);
    cells[sex * pieces.length + band] += Number(row.people);
    byWard.set(ward, cells);
  }
  const joined = byWard.size * 2;
  const unmatched = Number(read) - byWard.size * 3;
  report.count({
    file: 'population/population_mid2020_wd20_syoa_sex.csv',
    read: Number(read),
    joined,
    unmatched,
    dropped: byWard.size,
    why: `${unmatched} of wards whose code changed; ${byWard.size} of both sexes together`,
  });
  const fields = sexFields(pieces.map((piece) => piece.name));
  return {
    path: 'people/sex-wards.csv',
    title: 'Women and men by ward and age, mid-2020',
    text: csvText(
      fields.map((field) => field.name),
      [...byWard].sort(([a], [b]) => (a < b ? -1 : 1)).map(([ward, cells]) => [ward, ...cells]),
    ),
    fields,
    sources: ['people-ward'],
  };
}
