// A hand-made unit of two wards and four LSOAs with every source file a release needs, small enough to check by eye.
//
//      -2.00   -1.99   -1.98   -1.97   -1.96
// 52.41  +-------+-------+-------+-------+
//        |       |               |  L4   |
//        |  L1   |      L2       +-------+     ward W1 is the left half, W2 the right; L2 lies in both
//        |       |               |  L3   |
// 52.40  +-------+-------+-------+-------+
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { csvText } from '../../scripts/release/csvRows.ts';
import type { HandTables, SourceRecord } from '../../scripts/release/handTables.ts';
import type { Unit } from '../../scripts/release/units.ts';
import { CENSUS_COLUMNS, SINGLE_YEARS, WEST_MIDLANDS_TABLES } from '../../scripts/release/westMidlands.ts';
import { INVENTORY_COLUMNS } from '../../src/data/inventoryColumns.ts';

export const WARDS = ['E05000001', 'E05000002'] as const;
export const LSOAS = ['E01000001', 'E01000002', 'E01000003', 'E01000004'] as const;
export const AUTHORITY = 'E08000001';

export const SMALL_UNIT: Unit = {
  id: 'small',
  name: 'Small unit',
  authorities: [AUTHORITY],
  boundaries: 'wards of the test',
  wards: 2,
  lsoas: 4,
  recipe: 'west-midlands',
};

/** Path inside the source folder → text. */
export type Sources = Map<string, string>;

type Cells = (string | number | null)[][];

const box = (west: number, south: number, east: number, north: number, middle: number[][] = []) => ({
  type: 'Polygon',
  coordinates: [[[west, south], [east, south], ...middle, [east, north], [west, north], [west, south]]],
});

function collection(code: string, shapes: readonly (readonly [string, object, number, number])[]): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    features: shapes.map(([id, geometry, lon, lat]) => ({
      type: 'Feature',
      properties: { [code]: id, lon, lat },
      geometry,
    })),
  });
}

/** X of METHOD §3 for a rank among 33,755. */
const transformed = (rank: number) =>
  -23 * Math.log(1 - ((33755 - rank + 1) / 33755) * (1 - Math.exp(-100 / 23)));
const WEIGHTS = [0.225, 0.225, 0.135, 0.135, 0.093, 0.093, 0.093];

function deprivation(): Cells {
  return LSOAS.map((code, k) => {
    const ranks = WEIGHTS.map((_, d) => 1000 + 4000 * k + 500 * d);
    const score = ranks.reduce((sum, rank, d) => sum + WEIGHTS[d] * transformed(rank), 0);
    return [code, score.toFixed(3), 3000 + k, ...ranks];
  });
}

/** Census: 30 people under 16, 20 of 16-24 and 10 in every other band; 25 households. */
function census(): Cells {
  const cells: Record<string, number> = {
    residents: 90,
    households: 25,
    age_0_15: 30,
    age_16_24: 20,
    age_25_34: 10,
    age_35_49: 10,
    age_50_64: 10,
    age_65plus: 10,
    occ_1_overcrowded: 3,
    occ_2_or_less_overcrowded: 1,
    hhdep_household_is_deprived_in_one_dimension: 5,
    hhdep_household_is_deprived_in_two_dimensions: 4,
    hhdep_household_is_deprived_in_three_dimensions: 2,
    hhdep_household_is_deprived_in_four_dimensions: 1,
  };
  const names = Object.keys(CENSUS_COLUMNS).slice(1);
  return LSOAS.map((code) => [code, ...names.map((name) => cells[name] ?? 2)]);
}

const years = (people: (age: number) => number) => SINGLE_YEARS.map((_, age) => people(age));

/** Columns and rows of every table; L1 and L2 are halves of one 2011 LSOA, L3 merges two, L4 is unchanged. */
function tables(): Record<string, [readonly string[], Cells]> {
  return {
    'geography/wards_wd25.csv': [
      ['ward_code', 'ward_name', 'lad_code', 'lad_name', 'lon', 'lat', 'area_km2'],
      [
        [WARDS[0], 'Left', AUTHORITY, 'Town', -1.99, 52.405, 1.5],
        [WARDS[1], 'Right, and more', AUTHORITY, 'Town', -1.97, 52.405, 1.5],
      ],
    ],
    'geography/lookup_lsoa21_ward_lad.csv': [
      ['lsoa21_code', 'lsoa21_name', 'lad_code', 'msoa21_hocl_name'],
      LSOAS.map((code, k) => [code, `Town 001${'ABCD'[k]}`, AUTHORITY, 'Old Quarter']),
    ],
    'geography/overlap_lsoa21_wd25_area.csv': [
      ['lsoa21_code', 'ward_code', 'share'],
      [
        [LSOAS[0], WARDS[0], 1],
        [LSOAS[1], WARDS[0], 0.5],
        [LSOAS[1], WARDS[1], 0.5],
        [LSOAS[2], WARDS[1], 1],
        [LSOAS[3], WARDS[1], 1],
      ],
    ],
    'geography/lookup_lsoa11_lsoa21.csv': [
      ['lsoa11_code', 'change_code', 'lsoa21_code'],
      [
        ['E01000091', 'S', LSOAS[0]],
        ['E01000091', 'S', LSOAS[1]],
        ['E01000092', 'M', LSOAS[2]],
        ['E01000093', 'M', LSOAS[2]],
        [LSOAS[3], 'U', LSOAS[3]],
      ],
    ],
    'geography/ward_code_history.csv': [
      ['ward_code', 'ward_name', 'lad_code', 'first_seen_source_year'],
      [
        ['E05000009', 'Left', AUTHORITY, 2016],
        [WARDS[0], 'Left', AUTHORITY, 2025],
        [WARDS[1], 'Right', AUTHORITY, 2025],
      ],
    ],
    'geography/lookup_lad_csp_pfa.csv': [
      ['ltla24_code', 'csp24_code', 'csp24_name'],
      [[AUTHORITY, 'E22000001', 'Town']],
    ],
    'geography/places_geonames.csv': [['name', 'population', 'lon', 'lat'], [['Town', 4000, -1.98, 52.405]]],
    'crime/wm_lsoa21_month_category.csv.gz': [
      ['month', 'lsoa21cd', 'crime_type', 'count'],
      [
        ['2025-01', LSOAS[0], 'Violence and sexual offences', 3],
        ['2025-01', LSOAS[1], 'Robbery', 1],
        ['2025-02', LSOAS[1], 'Violence and sexual offences', 4],
        ['2025-02', LSOAS[2], 'Possession of weapons', 2],
      ],
    ],
    'crime/month_completeness.csv': [
      ['month', 'records', 'status'],
      [
        ['2025-01', 4, 'partial'],
        ['2025-02', 6, 'complete (one tile lost)'],
      ],
    ],
    'deprivation/iod2025_lsoa21.csv': [
      [
        'lsoa21_code',
        'imd_score',
        'imd_rank',
        'income_rank',
        'employment_rank',
        'education_rank',
        'health_rank',
        'crime_rank',
        'housing_and_services_rank',
        'environment_rank',
      ],
      deprivation(),
    ],
    'population/census2021_lsoa21.csv': [Object.keys(CENSUS_COLUMNS), census()],
    'population/population_mid2020_lsoa11.csv': [
      ['lsoa11_code', ...SINGLE_YEARS],
      [
        // Only ten-year-olds under 16, and 18 and 19 evenly among the next.
        ['E01000091', ...years((age) => ([10, 18, 19].includes(age) ? 5 : 0))],
        ['E01000092', ...years(() => 1)],
        ['E01000093', ...years(() => 3)],
        [LSOAS[3], ...years(() => 0)],
      ],
    ],
    'population/population_mid2020_wd20_syoa_sex.csv': [
      ['wd20_code', 'same_code_in_wd25', 'sex', 'total', ...SINGLE_YEARS],
      [
        [WARDS[0], 'True', 'females', 91, ...years(() => 1)],
        [WARDS[0], 'True', 'males', 182, ...years(() => 2)],
        [WARDS[0], 'True', 'persons', 273, ...years(() => 3)],
        ['E05000009', 'False', 'females', 91, ...years(() => 1)],
        ['E05000009', 'False', 'males', 91, ...years(() => 1)],
        ['E05000009', 'False', 'persons', 182, ...years(() => 2)],
      ],
    ],
    'services/schools_gias_2025.csv': [
      [
        'urn',
        'establishment_name',
        'education_phase',
        'number_of_pupils',
        'percentage_fsm',
        'longitude',
        'latitude',
      ],
      [
        ['100001.0', 'Left School, Town', 'Secondary', '900.0', 12.5, -1.995, 52.405],
        ['100002.0', 'Far School', 'Primary', '', '', -1.5, 52.405],
      ],
    ],
    'services/gp_practices_epraccur_2023-12.csv': [
      ['ods_code', 'name', 'longitude', 'latitude'],
      [
        ['M00001', 'SURGERY', -1.965, 52.402],
        ['M00002', 'LOST', '', ''],
      ],
    ],
    'services/hospitals_nhsuk_2018.csv': [
      ['OrganisationCode', 'Sector', 'OrganisationName', 'Latitude', 'Longitude'],
      [
        ['R0001', 'NHS Sector', 'Town Hospital', 52.405, -1.985],
        ['N0001', 'Independent Sector', 'Other Hospital', 52.405, -1.985],
      ],
    ],
    'outcomes/police_recorded_crime_csp_yejun2025.csv': [
      Object.keys(columnsOf('outcomes/police_recorded_crime_csp_yejun2025.csv')),
      [['E22000001', 'Town', AUTHORITY, 90, 1, 20, 40, 29, 10, 5, 4]],
    ],
    'health/nhs_sharp_object_assault_admissions_westmidlands_region.csv': [
      ['month', 'FAE', 'FCE'],
      [['2021-12', 35, 40]],
    ],
    'health/nhs_sharp_object_assault_admissions_westmidlands_region_age.csv': [
      ['financial_year', 'month', 'age_group', 'FAE', 'FCE'],
      [
        ['2021-22', 'December', '10 to 19', 15, 15],
        ['2021-22', 'February', 'Under 10', '*', '*'],
      ],
    ],
  };
}

const columnsOf = (file: string) => WEST_MIDLANDS_TABLES.find((source) => source.file === file)!.columns;

export function smallSources(): Sources {
  const sources: Sources = new Map();
  for (const [file, [header, rows]] of Object.entries(tables())) sources.set(file, csvText(header, rows));
  sources.set(
    'geography/wards_wd25.geojson',
    collection('ward_code', [
      [WARDS[0], box(-2, 52.4, -1.98, 52.41), -1.99, 52.405],
      [WARDS[1], box(-1.98, 52.4, -1.96, 52.41), -1.97, 52.405],
    ]),
  );
  sources.set(
    'geography/lsoa21.geojson',
    collection('lsoa21_code', [
      [LSOAS[0], box(-2, 52.4, -1.99, 52.41), -1.995, 52.405],
      [LSOAS[1], box(-1.99, 52.4, -1.97, 52.41), -1.98, 52.405],
      [LSOAS[2], box(-1.97, 52.4, -1.96, 52.405), -1.965, 52.4025],
      [LSOAS[3], box(-1.97, 52.405, -1.96, 52.41), -1.965, 52.4075],
    ]),
  );
  return sources;
}

/** Files whose name ends in .gz are packed by `zip`. */
export function writeSources(folder: string, sources: Sources, zip: (text: string) => Uint8Array): void {
  for (const [file, text] of sources) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.endsWith('.gz') ? zip(text) : text);
  }
}

const SOURCE_IDS = [
  'ward-points',
  'wards',
  'lsoa',
  'lsoa-ward-lookup',
  'lsoa-ward-shares',
  'lsoa11-lsoa21',
  'ward-history',
  'csp',
  'place-names',
  'crimes',
  'crime-months',
  'deprivation',
  'census',
  'people-lsoa',
  'people-ward',
  'schools',
  'practices',
  'hospitals',
  'recorded-crime',
  'knife-admissions',
  'knife-admissions-age',
];

const inventory = `${INVENTORY_COLUMNS.join(',')}\n`;

export const SMALL_TABLES: HandTables = {
  sources: SOURCE_IDS.map(
    (id): SourceRecord => ({
      id,
      title: `Table ${id}`,
      publisher: 'Office of the test',
      page: `https://example.org/${id}`,
      licence: 'Open Government Licence v3.0',
      attribution: 'Office of the test',
      vintage: '2025',
      file: id,
      sha256: '',
      refresh: '',
    }),
  ),
  measures: [
    {
      id: 'violence',
      label: 'Violence, recorded',
      phrase: 'all violence',
      unit: 'recorded crimes',
      kind: 'count',
      direction: 1,
      period: 'by month',
      source: 'crimes',
      crimeTypes: ['Violence and sexual offences', 'Robbery'],
    },
  ],
  programmes: [
    {
      id: 'ae',
      label: 'A&E interventions',
      phrase: 'A&E interventions',
      tier: 'tertiary',
      form: 'site',
      ages: { from: 11, to: 24 },
      source: 'the test',
    },
  ],
  documented: inventory,
  illustrative: inventory,
  plain: new Map(),
};
