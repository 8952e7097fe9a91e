// Reads the polygons of areas from a GeoJSON file, matched by a property.
import type { MultiPolygon } from '../../src/engine/contiguity.ts';
import type { Keys } from './columns.ts';
import type { CsvTable } from './csv-table.ts';
import { InputProblem } from './problem.ts';
import { readText } from './text-file.ts';

interface Feature {
  readonly id?: unknown;
  readonly properties?: Record<string, unknown> | null;
  readonly geometry?: { readonly type?: unknown; readonly coordinates?: unknown } | null;
}

/**
 * One MultiPolygon per area of the values, in their order. Features of other areas are passed over.
 * InputProblem for what is no FeatureCollection, a feature without the property or without polygons, an id that comes
 * twice, and an area of the values that has no feature.
 */
export function readPolygons(path: string, property: string, areas: Keys, values: CsvTable): MultiPolygon[] {
  const source = readText(path, 'a GeoJSON FeatureCollection of polygons');
  const { file } = source;
  const polygons: (MultiPolygon | undefined)[] = new Array(areas.code.length).fill(undefined);
  for (const [k, feature] of featuresOf(source.text, file).entries()) {
    const problem = (sentence: string) => new InputProblem(file, 1, `feature ${k + 1} ${sentence}`);
    const id = feature?.properties?.[property] ?? (property === 'id' ? feature?.id : undefined);
    if (typeof id !== 'string' && typeof id !== 'number') {
      throw problem(`has no property "${property}", expected the code of its area there`);
    }
    const row = areas.row.get(String(id).trim());
    if (row === undefined) continue;
    if (polygons[row] !== undefined) {
      throw problem(`is another with the ${property} "${id}", expected each area once`);
    }
    const { type, coordinates } = feature.geometry ?? {};
    const shape = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null;
    if (!isMultiPolygon(shape)) {
      throw problem(`("${id}") has no polygon, expected a Polygon or MultiPolygon of finite coordinates`);
    }
    polygons[row] = shape;
  }
  return polygons.map((polygon, row) => {
    if (polygon !== undefined) return polygon;
    throw new InputProblem(
      values.file,
      values.line[row],
      `area "${areas.code[row]}" has no polygon, expected a feature of ${file} whose ${property} it is`,
    );
  });
}

function featuresOf(text: string, file: string): readonly Feature[] {
  let content: { type?: unknown; features?: unknown };
  try {
    content = JSON.parse(text);
  } catch (error) {
    const at = error instanceof Error ? /position (\d+)/.exec(error.message) : null;
    const line = at ? text.slice(0, Number(at[1])).split('\n').length : 1;
    throw new InputProblem(
      file,
      line,
      'the file stops being JSON here, expected a GeoJSON FeatureCollection',
    );
  }
  if (content?.type !== 'FeatureCollection' || !Array.isArray(content.features)) {
    throw new InputProblem(
      file,
      1,
      'the file is no FeatureCollection, expected a GeoJSON FeatureCollection of polygons',
    );
  }
  return content.features;
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

function isMultiPolygon(shape: unknown): shape is MultiPolygon {
  return (
    isList(shape) &&
    shape.length > 0 &&
    shape.every(
      (polygon) =>
        isList(polygon) &&
        polygon.length > 0 &&
        polygon.every(
          (ring) =>
            isList(ring) &&
            ring.length > 0 &&
            ring.every((p) => isList(p) && Number.isFinite(p[0]) && Number.isFinite(p[1])),
        ),
    )
  );
}
