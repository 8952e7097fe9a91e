// What the columns of a release mean: type, unit and a few words, for the data package's table schemas.

export interface Field {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean';
  readonly description?: string;
  readonly unit?: string;
}

const text = (name: string, description: string): Field => ({ name, type: 'string', description });
const whole = (name: string, description: string, unit?: string): Field => ({
  name,
  type: 'integer',
  description,
  unit,
});
const real = (name: string, description: string, unit?: string): Field => ({
  name,
  type: 'number',
  description,
  unit,
});

const LSOA = text('lsoa', 'LSOA 2021 code');
const PLACE = [real('lon', 'centre, WGS84', 'degrees'), real('lat', 'centre, WGS84', 'degrees')];
const SERVICE = [
  text('id', 'publisher’s code'),
  text('name', 'name'),
  real('lon', 'WGS84', 'degrees'),
  real('lat', 'WGS84', 'degrees'),
  text('authority', 'authority code, by polygon'),
];

export const AREA_FIELDS: readonly Field[] = [
  text('code', 'GSS code'),
  text('name', 'name'),
  text('authority', 'authority code'),
  ...PLACE,
  real('km2', 'land and water', 'km²'),
  whole('border', '1: touches the outer border'),
];
export const AUTHORITY_FIELDS = [text('code', 'GSS code'), text('name', 'name')];
export const SHARE_FIELDS = [
  LSOA,
  text('ward', 'ward code'),
  whole('parts', 'part of the LSOA in the ward, by area; 10,000 for each LSOA', 'ten-thousandths'),
];
export const PLACE_FIELDS = [text('name', 'place'), ...PLACE, whole('population', 'GeoNames', 'people')];

export const ageFields = (bands: readonly string[]): Field[] => [
  LSOA,
  ...bands.map((band) => whole(band, `aged ${band}`, 'people')),
];
export const countFields = (months: readonly string[]): Field[] => [
  LSOA,
  ...months.map((month): Field => ({ name: month, type: 'integer', unit: 'records' })),
];

export const DOMAINS = ['income', 'employment', 'education', 'health', 'crime', 'barriers', 'environment'];
export const DEPRIVATION_FIELDS: readonly Field[] = [
  LSOA,
  real('imd_score', 'Index of Multiple Deprivation', 'score'),
  whole('imd_rank', '1 is the most deprived of 33,755', 'rank'),
  real('imd_without_crime', 'index from the six other domains', 'score'),
  ...DOMAINS.map((domain) => whole(`${domain}_rank`, `${domain} domain`, 'rank')),
  ...DOMAINS.map((domain) =>
    real(`${domain}_x`, `${domain} domain, exponential of the scaled rank`, '0-100'),
  ),
];

export const HOUSEHOLD_FIELDS: readonly Field[] = [
  LSOA,
  whole('households', 'all households', 'households'),
  whole('overcrowded', 'fewer bedrooms than the standard', 'households'),
  whole('deprived', 'deprived in 1 to 4 dimensions', 'households'),
  ...[1, 2, 3, 4].map((n) => whole(`deprived_${n}`, `deprived in ${n}`, 'households')),
  whole('social_rent', 'council or housing association', 'households'),
  whole('private_rent', 'rented privately', 'households'),
];
export const GROUP_FIELDS: readonly Field[] = [
  LSOA,
  whole('residents', 'usual residents', 'people'),
  ...['asian', 'black', 'mixed', 'white', 'other'].map((group) =>
    whole(group, `${group} ethnic group`, 'people'),
  ),
  whole('disabled', 'disabled under the Equality Act', 'people'),
];
export const sexFields = (bands: readonly string[]): Field[] => [
  text('ward', 'ward code, same in mid-2020 and 2025'),
  ...['female', 'male'].flatMap((sex) =>
    bands.map((band) => whole(`${sex} ${band}`, `${sex}, aged ${band}`, 'people')),
  ),
];

export const SCHOOL_FIELDS = [
  ...SERVICE,
  text('phase', 'phase of education'),
  whole('pupils', 'blank: not known', 'pupils'),
  real('free_meals', 'on free school meals; blank: not known', '% of pupils'),
];
export const PRACTICE_FIELDS = SERVICE;
export const HOSPITAL_FIELDS = SERVICE;

export const RECORDED_CRIME_FIELDS: readonly Field[] = [
  text('partnership', 'community safety partnership code'),
  text('name', 'partnership'),
  text('authority', 'authority code'),
  ...[
    'violence_against_the_person',
    'homicide',
    'violence_with_injury',
    'violence_without_injury',
    'stalking_and_harassment',
    'sexual_offences',
    'robbery',
    'possession_of_weapons',
  ].map((name) => whole(name, 'year ending June 2025', 'recorded crimes')),
];
export const ADMISSION_FIELDS: readonly Field[] = [
  text('month', 'YYYY-MM'),
  whole('admissions', 'finished admissions, rounded to 5', 'admissions'),
  whole('episodes', 'finished episodes, rounded to 5', 'episodes'),
];
export const ADMISSION_AGE_FIELDS: readonly Field[] = [
  text('month', 'YYYY-MM'),
  text('age_group', 'completed years'),
  text('admissions', 'rounded to 5; * withheld'),
  text('episodes', 'rounded to 5; * withheld'),
];
