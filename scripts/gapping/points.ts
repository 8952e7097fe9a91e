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

/** lon,lat where the file has both, else x,y. */
export function readPoints(table: CsvTable): Points {
  if (hasColumn(table, 'lon') && hasColumn(table, 'lat')) return readLonLat(table);
  if (hasColumn(table, 'x') && hasColumn(table, 'y')) {
    return { geographic: false, x: numbers(table, 'x', ANY_NUMBER), y: numbers(table, 'y', ANY_NUMBER) };
  }
  throw new InputProblem(table.file, 1, 'the header has no pair of coordinates, expected lon,lat or x,y');
}

/** Two files whose rows are set against each other must say where they lie in the same way. */
export function requireSameKind(a: CsvTable, inA: Points, b: CsvTable, inB: Points): void {
  if (inA.geographic === inB.geographic) return;
  const [degrees, plane] = inA.geographic ? [a, b] : [b, a];
  throw new InputProblem(
    plane.file,
    1,
    `the header has x,y while ${degrees.file} has lon,lat, expected the same pair in both`,
  );
}
