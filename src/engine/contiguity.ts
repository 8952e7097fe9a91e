// Neighbours from polygons: areas that share a corner (queen) or a stretch of border (rook).
import { type Neighbours, neighboursFromPairs, symmetrise } from './neighbours.ts';

/** Rings of one area: polygons → rings (outer first, then holes) → positions, as in a GeoJSON MultiPolygon. */
export type MultiPolygon = readonly (readonly (readonly (readonly number[])[])[])[];

/**
 * Queen contiguity: two areas are neighbours when they share at least one vertex.
 * Rook contiguity: when they share at least one edge, two vertices that follow each other in a ring of both.
 *
 * Vertices are the same only when both coordinates are equal to the last bit (−0 is 0), as in any one boundary file;
 * borders drawn with different vertices do not touch. Holes and separate parts count like outer rings. Areas that
 * touch nobody are islands. Linear in the number of vertices.
 *
 * @param areas one MultiPolygon per area; an empty one is an island.
 *   RangeError, naming the area, for a coordinate that is not a finite number.
 */
export function contiguity(areas: ArrayLike<MultiPolygon>, rule: 'queen' | 'rook'): Neighbours {
  const outline = indexVertices(areas);
  return rule === 'queen'
    ? sharing(areas.length, outline.areaEnds, outline.vertex, outline.distinct)
    : byEdges(areas.length, outline);
}

interface Outline {
  /** Position in `vertex` after each area's last. */
  areaEnds: Int32Array;
  /** Every position of every ring, in order, as the number of its distinct vertex. */
  vertex: Int32Array;
  /** 1 where a ring starts, so that no edge leads there. */
  ringStart: Uint8Array;
  distinct: number;
}

function countPositions(areas: ArrayLike<MultiPolygon>): number {
  let positions = 0;
  for (let i = 0; i < areas.length; i++) {
    for (const polygon of areas[i]) for (const ring of polygon) positions += ring.length;
  }
  return positions;
}

function indexVertices(areas: ArrayLike<MultiPolygon>): Outline {
  const positions = countPositions(areas);
  const table = new VertexTable(positions);
  const outline: Outline = {
    areaEnds: new Int32Array(areas.length),
    vertex: new Int32Array(positions),
    ringStart: new Uint8Array(positions),
    distinct: 0,
  };
  let at = 0;
  for (let i = 0; i < areas.length; i++) {
    const area = areas[i];
    for (let p = 0; p < area.length; p++) {
      for (let r = 0; r < area[p].length; r++) {
        const ring = area[p][r];
        if (ring.length > 0) outline.ringStart[at] = 1;
        for (let k = 0; k < ring.length; k++) {
          const position = ring[k];
          const x = position[0];
          const y = position[1];
          // A difference with itself is NaN for anything that is not finite.
          if (x - x !== 0 || y - y !== 0) {
            throw new RangeError(`Area ${i} has a coordinate that is not a number: ${x}, ${y}.`);
          }
          outline.vertex[at++] = table.numberOf(x, y);
        }
      }
    }
    outline.areaEnds[i] = at;
  }
  outline.distinct = table.size;
  return outline;
}

/** Numbers distinct vertices 0, 1, 2, … in order of first sight; an open-addressing hash of the coordinates' bits. */
class VertexTable {
  size = 0;
  readonly #mask: number;
  readonly #slots: Int32Array;
  readonly #xy: Float64Array;
  readonly #pair = new Float64Array(2);
  readonly #bits = new Int32Array(this.#pair.buffer);

  constructor(capacity: number) {
    const slots = powerOfTwoAbove(2 * capacity);
    this.#mask = slots - 1;
    this.#slots = new Int32Array(slots);
    this.#xy = new Float64Array(2 * capacity);
  }

  numberOf(x: number, y: number): number {
    // Adding zero turns −0 into 0, so that both hash alike.
    this.#pair[0] = x + 0;
    this.#pair[1] = y + 0;
    const bits = this.#bits;
    let slot = scramble(
      scramble(bits[0] ^ Math.imul(bits[1], 0x9e3779b1)) ^ bits[2] ^ Math.imul(bits[3], 0x85ebca77),
    );
    const xy = this.#xy;
    for (slot &= this.#mask; ; slot = (slot + 1) & this.#mask) {
      const found = this.#slots[slot] - 1;
      if (found < 0) break;
      if (xy[2 * found] === x && xy[2 * found + 1] === y) return found;
    }
    xy[2 * this.size] = x;
    xy[2 * this.size + 1] = y;
    this.#slots[slot] = this.size + 1;
    return this.size++;
  }
}

/** Replaces every ring position by the number of the edge that leads to it, then looks for shared edges. */
function byEdges(n: number, { areaEnds, vertex, ringStart }: Outline): Neighbours {
  const positions = vertex.length;
  const mask = powerOfTwoAbove(2 * positions) - 1;
  const slots = new Int32Array(mask + 1);
  const low = new Int32Array(positions);
  const high = new Int32Array(positions);
  const edge = new Int32Array(positions);
  const ends = new Int32Array(n);
  let edges = 0;
  let at = 0;
  let area = 0;
  for (let v = 0; v <= positions; v++) {
    while (area < n && areaEnds[area] === v) ends[area++] = at;
    if (v === positions) break;
    if (ringStart[v] || vertex[v] === vertex[v - 1]) continue;
    const a = Math.min(vertex[v], vertex[v - 1]);
    const b = Math.max(vertex[v], vertex[v - 1]);
    let slot = scramble(a ^ Math.imul(b, 0x9e3779b1)) & mask;
    let found = slots[slot] - 1;
    while (found >= 0 && (low[found] !== a || high[found] !== b)) {
      slot = (slot + 1) & mask;
      found = slots[slot] - 1;
    }
    if (found < 0) {
      found = edges++;
      low[found] = a;
      high[found] = b;
      slots[slot] = edges;
    }
    edge[at++] = found;
  }
  return sharing(n, ends, edge, edges);
}

/** Neighbours by sharing any item (vertex or edge): items of area i are those up to ends[i]. */
function sharing(n: number, ends: Int32Array, items: Int32Array, distinct: number): Neighbours {
  // Areas of an item form a chain: head[item] is its latest entry, previous[entry] the one before, −1 the end.
  const head = new Int32Array(distinct).fill(-1);
  const previous = new Int32Array(ends[n - 1] ?? 0);
  const areaOf = new Int32Array(ends[n - 1] ?? 0);
  const metBy = new Int32Array(n).fill(-1);
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (let i = 0; i < n; i++) {
    for (; at < ends[i]; at++) {
      const item = items[at];
      const latest = head[item];
      if (latest >= 0 && areaOf[latest] === i) continue;
      for (let entry = latest; entry >= 0; entry = previous[entry]) {
        const other = areaOf[entry];
        if (metBy[other] === i) continue;
        metBy[other] = i;
        from.push(i);
        to.push(other);
      }
      areaOf[at] = i;
      previous[at] = latest;
      head[item] = at;
    }
  }
  return symmetrise(neighboursFromPairs(n, from, to));
}

function scramble(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return mixed ^ (mixed >>> 16);
}

function powerOfTwoAbove(least: number): number {
  let power = 16;
  while (power < least) power *= 2;
  return power;
}
