// The k nearest areas as neighbours: an option where borders say little, as for islands or very uneven sizes.
import type { Neighbours } from './neighbours.ts';

/**
 * k nearest neighbours of every point, by straight line; not symmetric in general (see `symmetrise`).
 *
 * @param columns one coordinate column per dimension: x and y in one unit, or the three from `onSphere`.
 * @param k whole number from 1 to n − 1. Of equally near points the lower index is taken.
 *   RangeError for another k, unequal lengths, or a coordinate that is not a finite number (naming the index).
 */
export function nearestNeighbours(columns: readonly ArrayLike<number>[], k: number): Neighbours {
  const n = columns[0]?.length ?? 0;
  if (columns.some((column) => column.length !== n))
    throw new RangeError('Every point needs all its coordinates.');
  if (!(Number.isInteger(k) && k >= 1 && k < n)) {
    throw new RangeError(`The number of nearest neighbours lies between 1 and ${n - 1} here; got ${k}.`);
  }
  for (let i = 0; i < n; i++) {
    if (columns.some((column) => !Number.isFinite(column[i]))) {
      throw new RangeError(`Point ${i} has a coordinate that is not a number.`);
    }
  }
  const tree = new PointTree(columns);
  const offsets = new Int32Array(n + 1);
  const targets = new Int32Array(n * k);
  for (let i = 0; i < n; i++) {
    offsets[i + 1] = (i + 1) * k;
    targets.set(tree.nearest(i, k).sort(), i * k);
  }
  return { offsets, targets };
}

/**
 * Longitudes and latitudes in degrees as points of the unit sphere, where straight lines order as great circles do.
 * RangeError, naming the index, for a latitude beyond ±90 or anything that is not a finite number.
 */
export function onSphere(longitudes: ArrayLike<number>, latitudes: ArrayLike<number>): Float64Array[] {
  const n = longitudes.length;
  if (latitudes.length !== n) throw new RangeError('Every point needs a longitude and a latitude.');
  const [x, y, z] = [0, 1, 2].map(() => new Float64Array(n));
  for (let i = 0; i < n; i++) {
    if (!Number.isFinite(longitudes[i]) || !(Math.abs(latitudes[i]) <= 90)) {
      throw new RangeError(
        `Point ${i} is at longitude ${longitudes[i]}, latitude ${latitudes[i]}, which is nowhere.`,
      );
    }
    const longitude = (longitudes[i] * Math.PI) / 180;
    const latitude = (latitudes[i] * Math.PI) / 180;
    x[i] = Math.cos(latitude) * Math.cos(longitude);
    y[i] = Math.cos(latitude) * Math.sin(longitude);
    z[i] = Math.sin(latitude);
  }
  return [x, y, z];
}

/** A k-d tree: ids in an order where the middle of each span splits it along one coordinate after another. */
class PointTree {
  readonly #columns: readonly ArrayLike<number>[];
  readonly #ids: Int32Array;
  // The k best so far, nearest first.
  #best = new Int32Array(0);
  #squares = new Float64Array(0);
  #found = 0;

  constructor(columns: readonly ArrayLike<number>[]) {
    this.#columns = columns;
    this.#ids = Int32Array.from({ length: columns[0].length }, (_, i) => i);
    this.#split(0, this.#ids.length, 0);
  }

  #split(from: number, to: number, depth: number): void {
    if (to - from < 2) return;
    const column = this.#columns[depth % this.#columns.length];
    const middle = (from + to) >>> 1;
    this.#ids.subarray(from, to).sort((a, b) => column[a] - column[b] || a - b);
    this.#split(from, middle, depth + 1);
    this.#split(middle + 1, to, depth + 1);
  }

  nearest(i: number, k: number): Int32Array {
    this.#best = new Int32Array(k);
    this.#squares = new Float64Array(k).fill(Number.POSITIVE_INFINITY);
    this.#found = 0;
    this.#visit(i, 0, this.#ids.length, 0);
    return this.#best;
  }

  #visit(i: number, from: number, to: number, depth: number): void {
    if (from >= to) return;
    const column = this.#columns[depth % this.#columns.length];
    const middle = (from + to) >>> 1;
    const id = this.#ids[middle];
    if (id !== i) this.#offer(id, this.#squaredDistance(i, id));
    const ahead = column[i] - column[id];
    const before = ahead < 0;
    if (before) this.#visit(i, from, middle, depth + 1);
    else this.#visit(i, middle + 1, to, depth + 1);
    // Not < but ≤: an equally near point of lower index may lie across.
    if (ahead * ahead > this.#squares[this.#squares.length - 1]) return;
    if (before) this.#visit(i, middle + 1, to, depth + 1);
    else this.#visit(i, from, middle, depth + 1);
  }

  #offer(id: number, square: number): void {
    const k = this.#best.length;
    let at = this.#found < k ? this.#found++ : k;
    while (at > 0 && this.#precedes(id, square, at - 1)) {
      if (at < k) {
        this.#best[at] = this.#best[at - 1];
        this.#squares[at] = this.#squares[at - 1];
      }
      at--;
    }
    if (at === k) return;
    this.#best[at] = id;
    this.#squares[at] = square;
  }

  #precedes(id: number, square: number, at: number): boolean {
    return square < this.#squares[at] || (square === this.#squares[at] && id < this.#best[at]);
  }

  #squaredDistance(a: number, b: number): number {
    let sum = 0;
    for (let d = 0; d < this.#columns.length; d++) {
      const difference = this.#columns[d][a] - this.#columns[d][b];
      sum += difference * difference;
    }
    return sum;
  }
}
