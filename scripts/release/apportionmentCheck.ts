// How far people of wards, apportioned from LSOAs by area, stand from the ward estimates of mid-2020.
import { deviation, mean } from 'd3-array';
import { PARTS } from '../../src/domain/area.ts';
import type { Database } from './database.ts';
import type { ReleaseFile } from './seal.ts';

/** One sentence for the report, over the wards whose code is the same in both. */
export async function apportionmentNote(database: Database, files: readonly ReleaseFile[]): Promise<string> {
  const rowsOf = (path: string) =>
    files
      .find((file) => file.path === path)!
      .text.trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
  const people = new Map(rowsOf('people/ages.csv').map(([lsoa, ...bands]) => [lsoa, sum(bands)]));
  const wards = new Map<string, number>();
  for (const [lsoa, ward, parts] of rowsOf('areas/shares.csv'))
    wards.set(ward, (wards.get(ward) ?? 0) + ((people.get(lsoa) ?? 0) * Number(parts)) / PARTS);
  const estimates = await database.rows(
    `SELECT ward, sum(people)::INTEGER AS people FROM ward_sexes WHERE sex = 'persons' GROUP BY ward ORDER BY ward`,
  );
  const errors = estimates.map(
    ({ ward, people: estimate }) => (wards.get(String(ward)) ?? 0) / Number(estimate) - 1,
  );
  const percent = (share: number | undefined) => `${(100 * (share ?? 0)).toFixed(1)} %`;
  return `People apportioned to wards stand ${percent(mean(errors))} from the mid-2020 estimates of the ${errors.length} wards with the same code, on average; standard deviation ${percent(deviation(errors))}.`;
}

const sum = (cells: readonly string[]) => cells.reduce((all, cell) => all + Number(cell), 0);
