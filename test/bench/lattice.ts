// Seeded lattices for the bench: a map of rows × columns cells with values, neighbours and polygons.
import { type Neighbours, neighboursFromPairs } from '../../src/engine/neighbours.ts';
import { createRandom } from '../../src/engine/random.ts';

export interface Lattice {
  readonly rows: number;
  readonly columns: number;
  readonly n: number;
}

/** The four sizes of the bench: wards, LSOAs, and two larger maps. */
export const LATTICES: readonly Lattice[] = [
  { rows: 12, columns: 16, n: 192 },
  { rows: 40, columns: 42, n: 1680 },
  { rows: 80, columns: 100, n: 8000 },
  { rows: 175, columns: 200, n: 35_000 },
];

export function latticeOf(n: number): Lattice {
  const found = LATTICES.find((l) => l.n === n);
  if (found === undefined) throw new RangeError(`There is no lattice of ${n} areas.`);
  return found;
}

/** Queen neighbours of a lattice, by construction. */
export function latticeNeighbours({ rows, columns, n }: Lattice): Neighbours {
  const from: number[] = [];
  const to: number[] = [];
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      for (let dr = -1; dr <= 1; dr++) {
        for (let dc = -1; dc <= 1; dc++) {
          const [row, column] = [r + dr, c + dc];
          if ((dr === 0 && dc === 0) || row < 0 || row >= rows || column < 0 || column >= columns) continue;
          from.push(r * columns + c);
          to.push(row * columns + column);
        }
      }
    }
  }
  return neighboursFromPairs(n, from, to);
}

/** Values with some likeness between neighbours: a slope, a wave and noise. */
export function latticeValues({ rows, columns, n }: Lattice, seed = 1): Float64Array {
  const random = createRandom(seed);
  return Float64Array.from({ length: n }, (_, i) => {
    const r = Math.floor(i / columns) / rows;
    const c = (i % columns) / columns;
    return 20 + 4 * r + 3 * Math.sin(9 * c) + 2 * random.normal();
  });
}

/** Coordinates in a region of the extent of seven city authorities, in degrees. */
export function places(count: number, seed: number): { lon: Float64Array; lat: Float64Array } {
  const random = createRandom(seed);
  const lon = new Float64Array(count);
  const lat = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    lon[i] = -2.2 + 0.9 * random.uniform();
    lat[i] = 52.35 + 0.31 * random.uniform();
  }
  return { lon, lat };
}

type Position = [number, number];

/**
 * The cells of a lattice as closed rings whose shared borders have many, exactly shared, displaced vertices.
 * @param pieces how many segments the upright border left of a column, or a level border, is cut into.
 */
export function latticeRings(
  { rows, columns }: Lattice,
  pieces: { level: number; upright: (column: number) => number },
  seed = 1,
): Position[][] {
  const random = createRandom(seed);
  const shake = () => 0.2 * (random.uniform() - 0.5);
  const corner: Position[][] = Array.from({ length: rows + 1 }, (_, r) =>
    Array.from({ length: columns + 1 }, (_, c) => [c + shake(), r + shake()] as Position),
  );
  const line = (a: Position, b: Position, count: number): Position[] =>
    Array.from({ length: count }, (_, k): Position => {
      if (k === 0) return a;
      const t = k / count;
      const sway = (0.1 / count) * (random.uniform() - 0.5);
      return [a[0] + t * (b[0] - a[0]) + sway, a[1] + t * (b[1] - a[1]) + sway];
    });
  const level = corner.map((row) =>
    Array.from({ length: columns }, (_, c) => line(row[c], row[c + 1], pieces.level)),
  );
  const upright = Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns + 1 }, (_, c) => line(corner[r][c], corner[r + 1][c], pieces.upright(c))),
  );
  /** A border walked the other way, still without its last vertex. */
  const back = (border: Position[], end: Position): Position[] => [end, ...border.slice(1).reverse()];
  const rings: Position[][] = [];
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const ring = [
        ...level[r][c],
        ...upright[r][c + 1],
        ...back(level[r + 1][c], corner[r + 1][c + 1]),
        ...back(upright[r][c], corner[r + 1][c]),
      ];
      ring.push(ring[0]);
      rings.push(ring);
    }
  }
  return rings;
}
