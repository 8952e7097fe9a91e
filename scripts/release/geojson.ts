// Reads a GeoJSON source of areas: one feature per code, with the properties the release needs.
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { SourceFault } from './fault.ts';
import { sourceText } from './text.ts';

export interface AreaShape {
  readonly code: string;
  readonly geometry: Polygon | MultiPolygon;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The areas of a unit, each level in the order of the codes. */
export interface Shapes {
  readonly ward: readonly AreaShape[];
  readonly lsoa: readonly AreaShape[];
}

/** The areas of the file in the order of their codes. */
export function readAreas(sources: string, file: string, codeProperty: string): AreaShape[] {
  const text = sourceText(sources, file);
  const collection = parse(text, file);
  const shapes = collection.features.map(({ geometry, properties }, k): AreaShape => {
    const code = properties?.[codeProperty];
    if (typeof code !== 'string')
      throw new SourceFault(file, null, `feature ${k + 1} has no ${codeProperty}`, 'a code on every feature');
    if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon')
      throw new SourceFault(file, null, `${code} is no polygon`, 'a polygon for every area');
    return { code, geometry, properties: properties ?? {} };
  });
  return shapes.sort((a, b) => (a.code < b.code ? -1 : 1));
}

function parse(text: string, file: string): FeatureCollection {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SourceFault(
      file,
      text.split('\n').length,
      'the JSON ends or breaks off',
      'a whole GeoJSON file',
    );
  }
  const collection = value as Partial<FeatureCollection> | null;
  if (collection?.type !== 'FeatureCollection' || !Array.isArray(collection.features))
    throw new SourceFault(file, 1, 'the file is no feature collection', 'GeoJSON with one feature per area');
  return collection as FeatureCollection;
}
