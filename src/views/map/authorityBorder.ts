// The border of one authority as a path in the drawing's own units, from the areas it is made of.
import { mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import { DRAWING, type Geometry, toWorld } from './geometry.ts';

/** `isInside` tells whether the area with a GSS code belongs to the authority. */
export function authorityBorder(
  topology: Topology,
  object: string,
  geometry: Geometry,
  isInside: (code: string) => boolean,
): string {
  const collection = topology.objects[object] as GeometryCollection;
  const inside = (g: GeometryObject) => isInside(String(g.id));
  // An arc of the region's own edge has the same area on both sides.
  const lines = mesh(topology, collection, (a, b) => (a === b ? inside(a) : inside(a) !== inside(b)));
  const at = ([lon, lat]: GeoJSON.Position) => {
    const p = toWorld(lon, lat);
    return `${((p.x - geometry.box.west) * DRAWING).toFixed(1)},${((p.y - geometry.box.north) * DRAWING).toFixed(1)}`;
  };
  return lines.coordinates.map((line) => `M${line.map(at).join('L')}`).join('');
}
