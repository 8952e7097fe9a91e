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
  /** The .sql file beside this one that makes the unit's base tables out of its sources. */
  readonly tables: string;
}

export const UNITS: readonly Unit[] = [
  {
    id: 'west-midlands',
    name: 'West Midlands',
    authorities: ['E08000025', 'E08000026', 'E08000027', 'E08000028', 'E08000029', 'E08000030', 'E08000031'],
    boundaries: '2025 wards, codes as of December 2024',
    wards: 192,
    lsoas: 1719,
    tables: 'west-midlands.sql',
  },
];

export function unitNamed(id: string): Unit {
  const unit = UNITS.find((candidate) => candidate.id === id);
  if (unit) return unit;
  throw new RangeError(`There is no unit "${id}"; units are ${UNITS.map((one) => one.id).join(', ')}.`);
}
