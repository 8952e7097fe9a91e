// Which area each of very many points lies in: a grid over the areas, then the few edges in the point's cell.
import { ACROSS, edgeGrid, OUTSIDE, UP } from './edgeGrid.ts';
import type { Outline } from './edges.ts';
import { readEdges } from './edges.ts';
import { side } from './orientation.ts';

export interface PointLocator {
  /** Index of the area the point is in, -1 where it is in none. A coordinate of NaN is in none. */
  find(x: number, y: number): number;
  /** The same for columns of points. */
  findAll(x: ArrayLike<number>, y: ArrayLike<number>): Int32Array;
}

/**
 * Builds the locator. A point is in an area where a way from the point to the outside crosses its rings an odd number of
 * times: holes and parts need no rule of their own. A point on an edge belongs to the area on its right, on a level edge
 * to the area above: as if every point stood a hair to the right, and far less than a hair above, of where it is. So a
 * point on a border shared vertex by vertex belongs to exactly one of the neighbours, and on the outermost border the left
 * and lower edges are in, the right and upper ones out. Decided exactly, whatever the rounding. Where areas overlap, the
 * first in order has the point. Rings may be open or closed, in either direction. Plane geometry on the coordinates given.
 *
 * Each grid cell knows which areas hold its reference point and which edges pass it: the way from a point to the reference
 * point of its cell crosses only those. RangeError: a coordinate that is not a finite number, a ring of fewer than three
 * corners, columns of unequal length.
 */
export function pointLocator(outlines: readonly Outline[]): PointLocator {
  const edges = readEdges(outlines);
  if (edges.count === 0) {
    return { find: () => OUTSIDE, findAll: (x) => new Int32Array(x.length).fill(OUTSIDE) };
  }
  const { ends, area } = edges;
  const { left, bottom, perX, perY, columns, rows, whole, start, codes } = edgeGrid(outlines.length, edges);

  const find = (x: number, y: number): number => {
    const column = Math.floor((x - left) * perX);
    const row = Math.floor((y - bottom) * perY);
    if (!(column >= 0 && column < columns && row >= 0 && row < rows)) return OUTSIDE;
    const cell = row * columns + column;
    const holder = whole[cell];
    const end = start[cell + 1];
    let t = start[cell];
    if (t === end) return holder;
    const referenceX = left + (column + ACROSS) / perX;
    const referenceY = bottom + (row + UP) / perY;
    while (t < end) {
      const owner = area[codes[t] >> 1];
      if (holder !== OUTSIDE && holder < owner) return holder;
      let inside = (codes[t] & 1) === 1;
      for (; t < end && area[codes[t] >> 1] === owner; t++) {
        if (crosses(ends, 4 * (codes[t] >> 1), x, y, referenceX, referenceY)) inside = !inside;
      }
      if (inside) return owner;
    }
    return holder;
  };
  return {
    find,
    findAll: (x, y) => {
      if (x.length !== y.length) throw new RangeError(`There are ${x.length} x but ${y.length} y of points.`);
      const areas = new Int32Array(x.length);
      for (let i = 0; i < areas.length; i++) areas[i] = find(x[i], y[i]);
      return areas;
    },
  };
}

/** Whether the way from a point to a reference point crosses an edge; the point stands a hair right and above. */
function crosses(ends: Float64Array, at: number, x: number, y: number, rx: number, ry: number): boolean {
  const ax = ends[at];
  const ay = ends[at + 1];
  const bx = ends[at + 2];
  const by = ends[at + 3];
  if (ay > y && ay > ry) return false;
  if (by < y && by < ry) return false;
  if ((ax < x && ax < rx && bx < x && bx < rx) || (ax > x && ax > rx && bx > x && bx > rx)) return false;
  const pointLeft = side(ax, ay, bx, by, x, y) || (by > ay ? -1 : 1);
  const referenceLeft = side(ax, ay, bx, by, rx, ry) || -1;
  if (pointLeft === referenceLeft) return false;
  const lowerLeft = side(x, y, rx, ry, ax, ay) || Math.sign(ry - ay) || Math.sign(ax - rx);
  const upperLeft = side(x, y, rx, ry, bx, by) || Math.sign(ry - by) || Math.sign(bx - rx);
  return lowerLeft !== upperLeft;
}
