// The shapes of one level, read once: paths for the drawing, borders, neighbours, centres, and the order a reader walks them.
import { feature, merge, mesh, neighbors } from 'topojson-client';
import type {
  GeometryCollection,
  GeometryObject,
  MultiPolygon,
  Polygon,
  Topology,
} from 'topojson-specification';

/** World coordinates: Web Mercator with the whole world 1 wide, y downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

export interface Shape {
  readonly code: string;
  /** SVG path in drawing units. */
  readonly path: string;
  /** A point well inside the largest part, in world coordinates. */
  readonly centre: Point;
  readonly box: Box;
  /** Indices of the areas that share a border with it. */
  readonly neighbours: readonly number[];
}

/** Where the name of an authority may stand. */
export interface Ground {
  readonly code: string;
  readonly centre: Point;
  readonly box: Box;
  readonly rings: readonly (readonly Point[])[];
}

export interface Geometry {
  readonly key: string;
  readonly shapes: readonly Shape[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly box: Box;
  /** The authorities by code, each with its largest part. */
  readonly grounds: readonly Ground[];
  /** Outer border and borders between authorities. */
  readonly heavy: string;
  /** Borders between areas of one authority. */
  readonly light: string;
  readonly geojson: GeoJSON.FeatureCollection<GeoJSON.Polygon | GeoJSON.MultiPolygon, { code: string }>;
  readonly heavyLines: GeoJSON.MultiLineString;
  readonly lightLines: GeoJSON.MultiLineString;
}

/** Drawing units per world unit: one unit is about 6 m here, so one decimal is finer than the boundaries. */
export const DRAWING = 2 ** 22;

/** From so many areas on, the borders between them are drawn finer. */
export const CROWD = 500;

export function toWorld(lon: number, lat: number): Point {
  const sin = Math.sin((lat * Math.PI) / 180);
  return { x: (lon + 180) / 360, y: 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI) };
}

export function fromWorld({ x, y }: Point): { lon: number; lat: number } {
  return { lon: x * 360 - 180, lat: (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI };
}

type Ring = readonly GeoJSON.Position[];

function polygonsOf(geometry: GeoJSON.Geometry): readonly (readonly Ring[])[] {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  if (geometry.type === 'MultiPolygon') return geometry.coordinates;
  return [];
}

class Drawing {
  private readonly origin: Point;
  constructor(origin: Point) {
    this.origin = origin;
  }
  private at(position: GeoJSON.Position): string {
    const p = toWorld(position[0], position[1]);
    return `${((p.x - this.origin.x) * DRAWING).toFixed(1)},${((p.y - this.origin.y) * DRAWING).toFixed(1)}`;
  }
  line(ring: Ring): string {
    return `M${ring.map((p) => this.at(p)).join('L')}`;
  }
  polygon(rings: readonly Ring[]): string {
    return rings.map((ring) => `${this.line(ring.slice(0, -1))}Z`).join('');
  }
}

/** Signed area of a closed ring in world units; its sign is the direction. */
function ringArea(ring: readonly Point[]): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++)
    sum += ring[j].x * ring[i].y - ring[i].x * ring[j].y;
  return sum / 2;
}

export function inside(point: Point, rings: readonly (readonly Point[])[]): boolean {
  let odd = false;
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const a = ring[i];
      const b = ring[j];
      if (a.y > point.y !== b.y > point.y && point.x < ((b.x - a.x) * (point.y - a.y)) / (b.y - a.y) + a.x)
        odd = !odd;
    }
  return odd;
}

/** The middle of the widest horizontal run through the shape, tried at several heights: always inside, near the middle. */
function middleOf(rings: readonly (readonly Point[])[], box: Box): Point {
  let best: Point = { x: (box.west + box.east) / 2, y: (box.north + box.south) / 2 };
  let widest = -1;
  for (const share of [0.5, 0.42, 0.58, 0.34, 0.66]) {
    const y = box.north + share * (box.south - box.north);
    const crossings: number[] = [];
    for (const ring of rings)
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++)
        if (ring[i].y > y !== ring[j].y > y)
          crossings.push(ring[i].x + ((y - ring[i].y) * (ring[j].x - ring[i].x)) / (ring[j].y - ring[i].y));
    crossings.sort((a, b) => a - b);
    for (let k = 0; k + 1 < crossings.length; k += 2) {
      const run = (crossings[k + 1] - crossings[k]) * (1 - Math.abs(share - 0.5));
      if (run > widest) {
        widest = run;
        best = { x: (crossings[k] + crossings[k + 1]) / 2, y };
      }
    }
  }
  return best;
}

function boxOf(points: Iterable<Point>): Box {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < north) north = y;
    if (y > south) south = y;
  }
  return { west, north, east, south };
}

export function union(boxes: Iterable<Box>): Box {
  const corners: Point[] = [];
  for (const b of boxes) corners.push({ x: b.west, y: b.north }, { x: b.east, y: b.south });
  return boxOf(corners);
}

function boxOfBounds([west, south, east, north]: readonly number[]): Box {
  return boxOf([toWorld(west, north), toWorld(east, south)]);
}

/** Largest part with its centre, and the box of all parts. */
function placeOf(geometry: GeoJSON.Geometry): Omit<Ground, 'code'> {
  const parts = polygonsOf(geometry).map((rings) =>
    rings.map((ring) => ring.map(([lon, lat]) => toWorld(lon, lat))),
  );
  const box = boxOf(parts.flat(2));
  let largest = parts[0];
  for (const part of parts) if (Math.abs(ringArea(part[0])) > Math.abs(ringArea(largest[0]))) largest = part;
  return { centre: middleOf(largest, boxOf(largest[0])), box, rings: largest };
}

/**
 * Everything the map needs of one level. `object` names the areas in the topology; their ids are GSS codes.
 * `authorityOf` tells which authority an area belongs to, so that its borders can be drawn heavy.
 */
export function readGeometry(
  topology: Topology,
  object: string,
  authorityOf: (code: string) => string | undefined,
): Geometry {
  const collection = topology.objects[object] as GeometryCollection | undefined;
  if (collection?.type !== 'GeometryCollection')
    throw new RangeError(`The boundaries hold no areas under the name "${object}".`);
  const items = collection.geometries;
  const codeOf = (g: GeometryObject) => String(g.id);
  const near = once(() => neighbors(items));
  const featureOf = items.map((item) =>
    once(() => feature(topology, item) as GeoJSON.Feature<GeoJSON.Polygon | GeoJSON.MultiPolygon>),
  );
  const placeAt = featureOf.map((made) => once(() => placeOf(made().geometry)));
  // The topology knows its box; without it every area is looked at.
  const box = topology.bbox ? boxOfBounds(topology.bbox) : union(placeAt.map((place) => place().box));
  const drawing = new Drawing({ x: box.west, y: box.north });
  const apart = (a: GeometryObject, b: GeometryObject) => authorityOf(codeOf(a)) !== authorityOf(codeOf(b));
  const heavyLines = once(() => mesh(topology, collection, (a, b) => a === b || apart(a, b)));
  const lightLines = once(() => mesh(topology, collection, (a, b) => a !== b && !apart(a, b)));
  const pathOf = (lines: GeoJSON.MultiLineString) => lines.coordinates.map((l) => drawing.line(l)).join('');
  const heavy = once(() => pathOf(heavyLines()));
  const light = once(() => pathOf(lightLines()));
  const shapes = items.map((item, i) => {
    const path = once(() =>
      polygonsOf(featureOf[i]().geometry)
        .map((rings) => drawing.polygon(rings))
        .join(''),
    );
    return {
      code: codeOf(item),
      get path() {
        return path();
      },
      get centre() {
        return placeAt[i]().centre;
      },
      get box() {
        return placeAt[i]().box;
      },
      get neighbours() {
        return near()[i];
      },
    };
  });
  const grounds = once(() => groundsOf(topology, items, (g) => authorityOf(codeOf(g))));
  const geojson = once((): Geometry['geojson'] => ({
    type: 'FeatureCollection',
    features: featureOf.map((made, i) => ({ ...made(), properties: { code: shapes[i].code } })),
  }));
  return {
    key: `${object}:${shapes.length}`,
    shapes,
    indexOf: new Map(shapes.map((s, i) => [s.code, i])),
    box,
    get grounds() {
      return grounds();
    },
    get heavy() {
      return heavy();
    },
    get light() {
      return light();
    },
    get geojson() {
      return geojson();
    },
    get heavyLines() {
      return heavyLines();
    },
    get lightLines() {
      return lightLines();
    },
  };
}

/** Worked out when first asked for, then kept: the first picture needs neither neighbours nor names nor a copy for WebGL,
 * and borders and areas are drawn in turns of their own. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The authorities' own shapes, merged from their areas. */
function groundsOf(
  topology: Topology,
  items: readonly GeometryObject[],
  authorityOf: (area: GeometryObject) => string | undefined,
): Ground[] {
  const byAuthority = new Map<string, (Polygon | MultiPolygon)[]>();
  for (const item of items) {
    const authority = authorityOf(item);
    if (authority === undefined) continue;
    const parts = byAuthority.get(authority) ?? [];
    parts.push(item as Polygon);
    byAuthority.set(authority, parts);
  }
  return [...byAuthority]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, parts]) => ({ code, ...placeOf(merge(topology, parts as Polygon[])) }));
}
