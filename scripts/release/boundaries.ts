// Boundaries of a release: one topology per level, simplified and quantised with shared borders kept shared.
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { mergeArcs, quantize } from 'topojson-client';
import { topology as buildTopology } from 'topojson-server';
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';
import type {
  Polygon as Area,
  GeometryCollection,
  MultiPolygon as MultiArea,
  Topology,
} from 'topojson-specification';

export type AreaFeature = Feature<Polygon | MultiPolygon, { authority: string }> & { id: string };
type Named = GeometryCollection<{ authority: string }>;
type AreaObject = Area<{ authority: string }> | MultiArea<{ authority: string }>;

const EARTH_RADIUS = 6_371_008.8;

export interface BoundarySettings {
  /** Bends whose triangle is smaller than this are taken out, in square metres. */
  readonly bend: number;
  /** Steps of the grid along each side of the region. */
  readonly grid: number;
}

export interface Boundaries {
  readonly text: string;
  /** Codes of areas that touch the region's outer border. */
  readonly border: ReadonlySet<string>;
  readonly points: { readonly before: number; readonly after: number };
}

/** Features must come in the order of the release's areas; objects are `name` and, for wards, `authorities`. */
export function boundariesOf(
  name: string,
  features: readonly AreaFeature[],
  authorities: readonly string[] | null,
  settings: BoundarySettings,
): Boundaries {
  const collection: FeatureCollection = { type: 'FeatureCollection', features: [...features] };
  const exact = buildTopology({ [name]: collection });
  const object = exact.objects[name] as Named;
  const border = borderCodes(object);
  if (authorities)
    exact.objects.authorities = {
      type: 'GeometryCollection',
      geometries: authorities.map((code) => ({ ...mergeArcs(exact, areasOf(object, code)), id: code })),
    };
  for (const geometry of object.geometries) delete geometry.properties;
  const weighed = presimplify(exact as Topology<Record<string, GeometryCollection>>, sphericalTriangleArea);
  const coarse = quantize(simplify(weighed, settings.bend / EARTH_RADIUS ** 2), settings.grid);
  return {
    text: `${JSON.stringify(coarse)}\n`,
    border,
    points: { before: pointCount(exact), after: pointCount(coarse) },
  };
}

function areasOf(object: Named, authority: string): AreaObject[] {
  return object.geometries.filter(
    (one): one is AreaObject =>
      (one.type === 'Polygon' || one.type === 'MultiPolygon') && one.properties?.authority === authority,
  );
}

/** An arc that only one area uses lies on the outer border. */
function borderCodes(object: Named): Set<string> {
  const users = new Map<number, string[]>();
  for (const geometry of object.geometries) {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') continue;
    for (const arc of (geometry.arcs as unknown[]).flat(3) as number[]) {
      const key = arc < 0 ? ~arc : arc;
      users.set(key, [...(users.get(key) ?? []), String(geometry.id)]);
    }
  }
  return new Set([...users.values()].filter((codes) => codes.length === 1).flat());
}

const pointCount = (topology: Topology) => topology.arcs.reduce((sum, arc) => sum + arc.length, 0);
