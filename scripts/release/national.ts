// The national sources: files, and the columns that must be in them, for units that have no sources of their own.
import type { TableSource } from './tableSource.ts';
import { CENSUS_COLUMNS, DEPRIVATION_COLUMNS } from './westMidlands.ts';

export const NATIONAL_TABLES: readonly TableSource[] = [
  {
    view: 'source_lsoa_lookup',
    file: 'national/lookup_ew_lsoa21_wd24_lad24.csv.gz',
    columns: { lsoa21_code: 'lsoa', lsoa21_name: 'text', ltla24_code: 'authority', ltla24_name: 'text' },
  },
  {
    view: 'source_lsoa_history',
    file: 'national/lookup_ew_lsoa11_lsoa21_lad22.csv.gz',
    columns: { lsoa11_code: 'lsoa', lsoa21_code: 'lsoa', ltla22_code: 'authority' },
  },
  {
    view: 'source_lsoa_points',
    file: 'national/lsoa_centroids_ew_2011_2021.csv.gz',
    columns: { lsoa_code: 'lsoa', lat: 'number', lon: 'number', in_2021: 'integer' },
  },
  {
    view: 'source_deprivation',
    file: 'national/iod2025_england_lsoa21.csv.gz',
    columns: DEPRIVATION_COLUMNS,
  },
  { view: 'source_census', file: 'national/census2021_ew_lsoa21.csv.gz', columns: CENSUS_COLUMNS },
];

export const NATIONAL_BOUNDARIES = {
  ward: { file: 'national/uk_wards_wd25.topojson', layer: 'uk_wards_wd25' },
  lsoa: { file: 'national/lsoa21_england_simplified.topojson', layer: 'lsoa21_ew' },
} as const;

/** Properties of the ward boundaries: code, name and authority. */
export const WARD_PROPERTIES = { code: 'c', name: 'n', authority: 'l' } as const;
