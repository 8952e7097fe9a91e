// Boundaries: from one topology to features, border lines, neighbours and SVG paths, all sharing the same arcs.
import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, mesh, neighbors } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { DamagedRelease } from './damage.ts';

/** `id` is the area's code; `index` its row in the areas of the level. */
export type AreaShape = Feature<Polygon | MultiPolygon, { index: number; code: string }> & { id: string };
export type Boundaries = Topology<Record<string, GeometryCollection>>;
export type Layer = 'wards' | 'lsoas' | 'authorities';

/** Checks that the layers are there; their contents are what the data package's hash says. */
export function decodeTopology(value: unknown, file: string, layers: readonly Layer[]): Boundaries {
  const topology = value as Partial<Boundaries> | null;
  if (topology?.type !== 'Topology' || !Array.isArray(topology.arcs))
    throw new DamagedRelease(file, 'it is no topology');
  if (topology.bbox?.length !== 4) throw new DamagedRelease(file, 'it does not say how far it reaches');
  for (const layer of layers)
    if (topology.objects?.[layer]?.type !== 'GeometryCollection')
      throw new DamagedRelease(file, `it has no ${layer}`);
  return topology as Boundaries;
}

export function areaFeatures(
  topology: Boundaries,
  layer: Layer,
): FeatureCollection<Polygon | MultiPolygon, { index: number; code: string }> & { features: AreaShape[] } {
  const { features } = feature(topology, topology.objects[layer]);
  return {
    type: 'FeatureCollection',
    features: features.map((one, index) => {
      const code = String(one.id);
      return { type: 'Feature', id: code, properties: { index, code }, geometry: one.geometry as Polygon };
    }),
  };
}

/** Lines between areas, each once; with `outer`, the region's outer border too. */
export function borderLines(topology: Boundaries, layer: Layer, outer = false): MultiLineString {
  return mesh(topology, topology.objects[layer] as GeometryCollection, (a, b) => outer || a !== b);
}

/** For each area the rows of those it shares a border line with. */
export function neighbourRows(topology: Boundaries, layer: Layer): number[][] {
  return neighbors(topology.objects[layer].geometries).map((rows) => [...rows].sort((a, b) => a - b));
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Position in the frame of a longitude and latitude. */
  readonly place: (lon: number, lat: number) => readonly [number, number];
}

/** A frame that fits the region into a width: equirectangular, true at the region's middle latitude. */
export function frameOf(topology: Boundaries, width: number): Frame {
  const [west, south, east, north] = boxOf(topology);
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = width / ((east - west) * narrowing);
  return {
    width,
    height: (north - south) * scale,
    place: (lon, lat) => [(lon - west) * narrowing * scale, (north - lat) * scale],
  };
}

/** One SVG path per area, in the order of the layer. */
export function areaPaths(topology: Boundaries, layer: Layer, frame: Frame): string[] {
  return areaFeatures(topology, layer).features.map(({ geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return polygons
      .flatMap((rings) => rings.map((ring) => `${linePath(ring.slice(0, -1), frame)}Z`))
      .join('');
  });
}

/** The border lines as one SVG path. */
export function borderPath(topology: Boundaries, layer: Layer, frame: Frame, outer = false): string {
  return borderLines(topology, layer, outer)
    .coordinates.map((line) => linePath(line, frame))
    .join('');
}

function linePath(line: readonly Position[], frame: Frame): string {
  let path = '';
  line.forEach(([lon, lat], k) => {
    const [x, y] = frame.place(lon, lat);
    path += `${k === 0 ? 'M' : k === 1 ? 'L' : ' '}${Number(x.toFixed(1))},${Number(y.toFixed(1))}`;
  });
  return path;
}

/** West, south, east, north, in degrees. */
function boxOf(topology: Boundaries): readonly [number, number, number, number] {
  return topology.bbox as [number, number, number, number];
}
