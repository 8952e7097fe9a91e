// The edges of areas' outlines as one table, whatever way their rings run.

/** An area's outline as in GeoJSON: rings of a Polygon or polygons of a MultiPolygon; inner rings are holes. */
export type Outline =
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly (readonly number[])[])[] }
  | {
      readonly type: 'MultiPolygon';
      readonly coordinates: readonly (readonly (readonly (readonly number[])[])[])[];
    };

export interface Edges {
  readonly count: number;
  /** Four numbers an edge: x, y of the lower end, then of the upper; of a level edge the left end, then the right. */
  readonly ends: Float64Array;
  /** The area of each edge. */
  readonly area: Int32Array;
  /** Edges of area a: from first[a] to first[a + 1] - 1. */
  readonly first: Int32Array;
  /** Least x, least y, greatest x, greatest y by area. */
  readonly box: Float64Array;
}

/**
 * Reads outlines into edges, lower end first, so that both neighbours of a shared border have the very same numbers.
 * Rings may be open or closed; a corner repeated at once makes no edge.
 * RangeError: a coordinate that is not a finite number, a ring of fewer than three corners, another kind of geometry.
 */
export function readEdges(outlines: readonly Outline[]): Edges {
  const rings = outlines.map(ringsOf);
  let corners = 0;
  for (const ringsOfArea of rings) for (const ring of ringsOfArea) corners += ring.length;
  const ends = new Float64Array(4 * corners);
  const area = new Int32Array(corners);
  const first = new Int32Array(outlines.length + 1);
  const box = new Float64Array(4 * outlines.length);
  let count = 0;
  for (let a = 0; a < rings.length; a++) {
    let minX = Number.POSITIVE_INFINITY;
    let minY = Number.POSITIVE_INFINITY;
    let maxX = Number.NEGATIVE_INFINITY;
    let maxY = Number.NEGATIVE_INFINITY;
    for (const ring of rings[a]) {
      if (ring.length < 3) {
        throw new RangeError(`Area ${a + 1} has a ring of ${ring.length} corners; three or more are needed.`);
      }
      let px = ring[ring.length - 1][0];
      let py = ring[ring.length - 1][1];
      for (let v = 0; v < ring.length; v++) {
        const x = ring[v][0];
        const y = ring[v][1];
        if (!(Number.isFinite(x) && Number.isFinite(y))) {
          throw new RangeError(`Area ${a + 1} has a corner at ${x}, ${y}; two numbers are expected.`);
        }
        if (x < minX) minX = x;
        if (x > maxX) maxX = x;
        if (y < minY) minY = y;
        if (y > maxY) maxY = y;
        if (x !== px || y !== py) {
          const up = py < y || (py === y && px < x);
          const at = 4 * count;
          ends[at] = up ? px : x;
          ends[at + 1] = up ? py : y;
          ends[at + 2] = up ? x : px;
          ends[at + 3] = up ? y : py;
          area[count++] = a;
        }
        px = x;
        py = y;
      }
    }
    first[a + 1] = count;
    box[4 * a] = minX;
    box[4 * a + 1] = minY;
    box[4 * a + 2] = maxX;
    box[4 * a + 3] = maxY;
  }
  return { count, ends, area, first, box };
}

function ringsOf(outline: Outline): readonly (readonly (readonly number[])[])[] {
  if (outline.type === 'Polygon') return outline.coordinates;
  if (outline.type === 'MultiPolygon') return outline.coordinates.flat();
  throw new RangeError(
    `An area must be a Polygon or a MultiPolygon; got ${String((outline as { type: unknown }).type)}.`,
  );
}
