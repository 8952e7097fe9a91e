// Reads areas out of a national TopoJSON source: only the unit's, each with its properties.
import type { MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import { SourceFault } from './fault.ts';
import type { AreaShape } from './geojson.ts';
import { sourceText } from './text.ts';

type Properties = Readonly<Record<string, unknown>>;

/** The areas that `code` names, in the order of their codes; `code` gives null for those of other units. */
export function readTopology(
  sources: string,
  { file, layer }: { readonly file: string; readonly layer: string },
  code: (properties: Properties) => string | null,
): AreaShape[] {
  const topology = parse(sourceText(sources, file), file);
  const object = topology.objects?.[layer] as GeometryCollection<Properties> | undefined;
  if (object?.type !== 'GeometryCollection')
    throw new SourceFault(file, null, `there is no layer ${layer}`, 'the boundaries under that name');
  return object.geometries
    .flatMap((geometry) => {
      const properties = (geometry.properties ?? {}) as Properties;
      const named = code(properties);
      return named === null ? [] : [{ code: named, properties, geometry: polygonOf(topology, geometry) }];
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

function polygonOf(topology: Topology, geometry: GeometryObject): Polygon | MultiPolygon {
  return (feature(topology, geometry) as { geometry: Polygon | MultiPolygon }).geometry;
}

function parse(text: string, file: string): Topology {
  try {
    return JSON.parse(text) as Topology;
  } catch {
    throw new SourceFault(
      file,
      text.split('\n').length,
      'the JSON ends or breaks off',
      'a whole TopoJSON file',
    );
  }
}
