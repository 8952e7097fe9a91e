// Reads where rows lie: lon,lat in degrees, or x,y in any unit of length.
import { ANY_NUMBER, hasColumn, numbers } from './columns.ts';
import type { CsvTable } from './csv-table.ts';
import { InputProblem } from './problem.ts';

export interface Points {
  /** Whether x and y are degrees of longitude and latitude. */
  readonly geographic: boolean;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export const POINT_COLUMNS = ['lon', 'lat', 'x', 'y'] as const;

/** Degrees from lon,lat. InputProblem outside the globe, which mostly means metres or a swapped pair. */
export function readLonLat(table: CsvTable): Points {
  const within = (limit: number, name: string) => ({
    expected: `${name} in degrees from -${limit} to ${limit}`,
    allows: (v: number) => Math.abs(v) <= limit,
  });
  return {
    geographic: true,
    x: numbers(table, 'lon', within(180, 'longitude')),
    y: numbers(table, 'lat', within(90, 'latitude')),
  };
}

/** Where the rows of two files lie, in the pair of coordinates both have: lon,lat if they do, else x,y. */
export function readBothPoints(a: CsvTable, b: CsvTable): [Points, Points] {
  if (hasPair(a, 'lon', 'lat') && hasPair(b, 'lon', 'lat')) return [readLonLat(a), readLonLat(b)];
  if (hasPair(a, 'x', 'y') && hasPair(b, 'x', 'y')) return [readPlane(a), readPlane(b)];
  for (const table of [a, b]) {
    if (!hasPair(table, 'lon', 'lat') && !hasPair(table, 'x', 'y')) {
      throw new InputProblem(table.file, 1, 'the header has no pair of coordinates, expected lon,lat or x,y');
    }
  }
  const [degrees, plane] = hasPair(a, 'lon', 'lat') ? [a, b] : [b, a];
  throw new InputProblem(
    plane.file,
    1,
    `the header has x,y while ${degrees.file} has lon,lat, expected the same pair in both`,
  );
}

function hasPair(table: CsvTable, first: string, second: string): boolean {
  return hasColumn(table, first) && hasColumn(table, second);
}

function readPlane(table: CsvTable): Points {
  return {
    geographic: false,
    x: numbers(table, 'x', ANY_NUMBER),
    y: numbers(table, 'y', ANY_NUMBER),
  };
}
