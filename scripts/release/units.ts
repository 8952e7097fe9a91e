// The units a release can be made for: their authorities, their ward vintage, and how many areas must be found.

export interface Unit {
  readonly id: string;
  readonly name: string;
  /** GSS codes of the authorities, in the order in which they are shown. */
  readonly authorities: readonly string[];
  /** Vintage of the ward codes and boundaries, as it stands on every page and export. */
  readonly boundaries: string;
  readonly wards: number;
  readonly lsoas: number;
  /** Which sources it is made of: those cut to the West Midlands, or the national ones and a street file of its force. */
  readonly recipe: 'west-midlands' | 'national';
  /** For the national recipe: the force's street file, and its id in data/sources.csv. */
  readonly street?: { readonly file: string; readonly source: string };
}

export const UNITS: readonly Unit[] = [
  {
    id: 'west-midlands',
    name: 'West Midlands',
    authorities: ['E08000025', 'E08000026', 'E08000027', 'E08000028', 'E08000029', 'E08000030', 'E08000031'],
    boundaries: '2025 wards, codes as of December 2024',
    wards: 192,
    lsoas: 1719,
    recipe: 'west-midlands',
  },
  {
    id: 'merseyside',
    name: 'Merseyside',
    authorities: ['E08000011', 'E08000012', 'E08000013', 'E08000014', 'E08000015'],
    boundaries: '2025 wards',
    wards: 141,
    lsoas: 923,
    recipe: 'national',
    street: { file: 'crime/merseyside-street_2019-10_2021-09.csv.gz', source: 'merseyside' },
  },
];

export function unitNamed(id: string): Unit {
  const unit = UNITS.find((candidate) => candidate.id === id);
  if (unit) return unit;
  throw new RangeError(`There is no unit "${id}"; units are ${UNITS.map((one) => one.id).join(', ')}.`);
}
