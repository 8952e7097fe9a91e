// The sources of the West Midlands release: files, and the columns that must be in them.
import type { ColumnKind, TableSource } from './tableSource.ts';

const columns = (kind: ColumnKind, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, kind]));

export const SINGLE_YEARS = [...Array.from({ length: 90 }, (_, age) => `age_${age}`), 'age_90plus'];
const DOMAINS = [
  'income',
  'employment',
  'education',
  'health',
  'crime',
  'housing_and_services',
  'environment',
];

export const CENSUS_COLUMNS = {
  lsoa21_code: 'lsoa',
  ...columns('integer', [
    'residents',
    'households',
    'age_0_15',
    'age_16_24',
    'age_25_34',
    'age_35_49',
    'age_50_64',
    'age_65plus',
    'eth_asian_asian_british_or_asian_welsh',
    'eth_black_black_british_black_welsh_caribbean_or_african',
    'eth_mixed_or_multiple_ethnic_groups',
    'eth_other_ethnic_group',
    'eth_white',
    'hhdep_household_is_not_deprived_in_any_dimension',
    'hhdep_household_is_deprived_in_one_dimension',
    'hhdep_household_is_deprived_in_two_dimensions',
    'hhdep_household_is_deprived_in_three_dimensions',
    'hhdep_household_is_deprived_in_four_dimensions',
    'occ_1_overcrowded',
    'occ_2_or_less_overcrowded',
    'ten_private_rented_other_private_rented',
    'ten_private_rented_private_landlord_or_letting_agency',
    'ten_social_rented_other_social_rented',
    'ten_social_rented_rents_from_council_or_local_authority',
    'dis_disabled_under_the_equality_act',
  ]),
} as const;

export const DEPRIVATION_COLUMNS = {
  lsoa21_code: 'lsoa',
  imd_score: 'number',
  imd_rank: 'integer',
  ...columns(
    'integer',
    DOMAINS.map((domain) => `${domain}_rank`),
  ),
} as const;

export const WEST_MIDLANDS_TABLES: readonly TableSource[] = [
  {
    view: 'source_wards',
    file: 'geography/wards_wd25.csv',
    columns: {
      ward_code: 'ward',
      ward_name: 'text',
      lad_code: 'authority',
      lad_name: 'text',
      lon: 'number',
      lat: 'number',
      area_km2: 'number',
    },
  },
  {
    view: 'source_lsoa_lookup',
    file: 'geography/lookup_lsoa21_ward_lad.csv',
    columns: { lsoa21_code: 'lsoa', lsoa21_name: 'text', lad_code: 'authority', msoa21_hocl_name: 'text' },
  },
  {
    view: 'source_overlap',
    file: 'geography/overlap_lsoa21_wd25_area.csv',
    columns: { lsoa21_code: 'lsoa', ward_code: 'ward', share: 'number' },
  },
  {
    view: 'source_lsoa_history',
    file: 'geography/lookup_lsoa11_lsoa21.csv',
    columns: { lsoa11_code: 'lsoa', lsoa21_code: 'lsoa', change_code: 'text' },
  },
  {
    view: 'source_ward_history',
    file: 'geography/ward_code_history.csv',
    columns: {
      ward_code: 'ward',
      ward_name: 'text',
      lad_code: 'authority',
      first_seen_source_year: 'integer',
    },
  },
  {
    view: 'source_partnerships',
    file: 'geography/lookup_lad_csp_pfa.csv',
    columns: { ltla24_code: 'authority', csp24_code: 'text', csp24_name: 'text' },
  },
  {
    view: 'source_places',
    file: 'geography/places_geonames.csv',
    columns: { name: 'text', population: 'integer', lon: 'number', lat: 'number' },
  },
  {
    view: 'source_crimes',
    file: 'crime/wm_lsoa21_month_category.csv.gz',
    columns: { month: 'month', lsoa21cd: 'lsoa', crime_type: 'text', count: 'integer' },
  },
  {
    view: 'source_months',
    file: 'crime/month_completeness.csv',
    columns: { month: 'month', records: 'integer', status: 'text' },
  },
  { view: 'source_deprivation', file: 'deprivation/iod2025_lsoa21.csv', columns: DEPRIVATION_COLUMNS },
  { view: 'source_census', file: 'population/census2021_lsoa21.csv', columns: CENSUS_COLUMNS },
  {
    view: 'source_single_years',
    file: 'population/population_mid2020_lsoa11.csv',
    columns: { lsoa11_code: 'lsoa', ...columns('integer', SINGLE_YEARS) },
  },
  {
    view: 'source_ward_sexes',
    file: 'population/population_mid2020_wd20_syoa_sex.csv',
    columns: {
      wd20_code: 'ward',
      same_code_in_wd25: 'text',
      sex: 'text',
      ...columns('integer', SINGLE_YEARS),
    },
  },
  {
    view: 'source_schools',
    file: 'services/schools_gias_2025.csv',
    columns: {
      urn: 'integer',
      establishment_name: 'text',
      education_phase: 'text',
      number_of_pupils: 'integer?',
      percentage_fsm: 'number?',
      longitude: 'number',
      latitude: 'number',
    },
  },
  {
    view: 'source_practices',
    file: 'services/gp_practices_epraccur_2023-12.csv',
    columns: { ods_code: 'text', name: 'text', longitude: 'number?', latitude: 'number?' },
  },
  {
    view: 'source_hospitals',
    file: 'services/hospitals_nhsuk_2018.csv',
    columns: {
      OrganisationCode: 'text',
      Sector: 'text',
      OrganisationName: 'text',
      Latitude: 'number',
      Longitude: 'number',
    },
  },
  {
    view: 'source_recorded_crime',
    file: 'outcomes/police_recorded_crime_csp_yejun2025.csv',
    columns: {
      'Community Safety Partnership code': 'text',
      'Community Safety Partnership name': 'text',
      'Local Authority code': 'authority',
      'Violence against the person': 'integer',
      Homicide: 'integer',
      'Violence with injury': 'integer',
      'Violence without injury': 'integer',
      'Stalking and harassment': 'integer',
      'Sexual offences': 'integer',
      Robbery: 'integer',
      'Possession of weapons offences': 'integer',
    },
  },
  {
    view: 'source_admissions',
    file: 'health/nhs_sharp_object_assault_admissions_westmidlands_region.csv',
    columns: { month: 'month', FAE: 'integer', FCE: 'integer' },
  },
  {
    view: 'source_admissions_by_age',
    file: 'health/nhs_sharp_object_assault_admissions_westmidlands_region_age.csv',
    columns: { financial_year: 'text', month: 'text', age_group: 'text', FAE: 'text', FCE: 'text' },
  },
];

export const WEST_MIDLANDS_BOUNDARIES = {
  ward: { file: 'geography/wards_wd25.geojson', code: 'ward_code' },
  lsoa: { file: 'geography/lsoa21.geojson', code: 'lsoa21_code' },
} as const;
