// Who borders whom: one compact list of neighbours per area, and its checks.

/**
 * Neighbours of areas 0 … n − 1 as compressed rows: those of i are targets[offsets[i]] … targets[offsets[i + 1] − 1],
 * in ascending order, without repeats and without i itself.
 */
export interface Neighbours {
  /** n + 1 positions into `targets`. */
  offsets: Int32Array;
  targets: Int32Array;
}

/** Number of areas. */
export const areaCount = (neighbours: Neighbours): number => neighbours.offsets.length - 1;

/**
 * Neighbours from one list per area. Repeats are merged; the lists may be asymmetric (see `asymmetricPair`).
 * RangeError for a neighbour that is no area, or an area listed as its own neighbour.
 */
export function neighboursFromLists(lists: ArrayLike<ArrayLike<number>>): Neighbours {
  let size = 0;
  for (let i = 0; i < lists.length; i++) size += lists[i].length;
  const from = new Int32Array(size);
  const to = new Float64Array(size);
  let e = 0;
  for (let i = 0; i < lists.length; i++) {
    for (let k = 0; k < lists[i].length; k++) {
      from[e] = i;
      to[e++] = lists[i][k];
    }
  }
  return neighboursFromPairs(lists.length, from, to);
}

/**
 * Neighbours from directed pairs: to[e] is a neighbour of from[e]. Repeats are merged.
 * RangeError for an id that is no area, an area paired with itself, or columns of unequal length.
 */
export function neighboursFromPairs(n: number, from: ArrayLike<number>, to: ArrayLike<number>): Neighbours {
  if (from.length !== to.length) throw new RangeError('Every pair of neighbours needs both its areas.');
  for (let e = 0; e < from.length; e++) {
    requireArea(from[e], n, e);
    requireArea(to[e], n, e);
    if (from[e] === to[e]) throw new RangeError(`Area ${from[e]} is listed as its own neighbour.`);
  }
  return compress(n, from, to);
}

function requireArea(id: number, n: number, pair: number): void {
  if (!(Number.isInteger(id) && id >= 0 && id < n)) {
    throw new RangeError(`Pair ${pair} names area ${id}, but areas are numbered 0 to ${n - 1}.`);
  }
}

/** Two counting sorts, by target and then by source, leave every row ascending; repeats are then neighbours. */
function compress(n: number, from: ArrayLike<number>, to: ArrayLike<number>): Neighbours {
  const size = from.length;
  const byTarget = new Int32Array(n + 1);
  const bySource = new Int32Array(n + 1);
  for (let e = 0; e < size; e++) {
    byTarget[to[e] + 1]++;
    bySource[from[e] + 1]++;
  }
  for (let i = 0; i < n; i++) {
    byTarget[i + 1] += byTarget[i];
    bySource[i + 1] += bySource[i];
  }
  const order = new Int32Array(size);
  for (let e = 0; e < size; e++) order[byTarget[to[e]]++] = e;
  const fill = bySource.slice();
  const rows = new Int32Array(size);
  for (let e = 0; e < size; e++) rows[fill[from[order[e]]]++] = to[order[e]];
  const offsets = new Int32Array(n + 1);
  let kept = 0;
  for (let i = 0; i < n; i++) {
    for (let e = bySource[i]; e < bySource[i + 1]; e++) {
      if (e === bySource[i] || rows[e] !== rows[e - 1]) rows[kept++] = rows[e];
    }
    offsets[i + 1] = kept;
  }
  return { offsets, targets: kept === size ? rows : rows.slice(0, kept) };
}

/** The same pairs with every direction turned round. */
export function transpose(neighbours: Neighbours): Neighbours {
  return compress(areaCount(neighbours), neighbours.targets, sources(neighbours));
}

/** Both directions of every pair. */
export function symmetrise(neighbours: Neighbours): Neighbours {
  const from = sources(neighbours);
  const size = from.length;
  const both = new Int32Array(2 * size);
  const back = new Int32Array(2 * size);
  both.set(from);
  both.set(neighbours.targets, size);
  back.set(neighbours.targets);
  back.set(from, size);
  return compress(areaCount(neighbours), both, back);
}

/** The first pair [i, j] where j is a neighbour of i but i is none of j; null when the lists are symmetric. */
export function asymmetricPair(neighbours: Neighbours): [number, number] | null {
  const back = transpose(neighbours);
  for (let i = 0; i < areaCount(neighbours); i++) {
    let b = back.offsets[i];
    for (let e = neighbours.offsets[i]; e < neighbours.offsets[i + 1]; e++) {
      while (b < back.offsets[i + 1] && back.targets[b] < neighbours.targets[e]) b++;
      if (b === back.offsets[i + 1] || back.targets[b] !== neighbours.targets[e])
        return [i, neighbours.targets[e]];
    }
  }
  return null;
}

/** Areas without any neighbour, ascending. */
export function islands(neighbours: Neighbours): number[] {
  const { offsets } = neighbours;
  const found: number[] = [];
  for (let i = 0; i < areaCount(neighbours); i++) if (offsets[i] === offsets[i + 1]) found.push(i);
  return found;
}

/** The source of every entry of `targets`. */
function sources(neighbours: Neighbours): Int32Array {
  const from = new Int32Array(neighbours.targets.length);
  for (let i = 0; i < areaCount(neighbours); i++) {
    from.fill(i, neighbours.offsets[i], neighbours.offsets[i + 1]);
  }
  return from;
}
