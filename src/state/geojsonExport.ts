// The areas with the answer's figures as GeoJSON; what must be said with them stands in a member "metadata" at the top.
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { Source } from '../data/sources.ts';
import { areaFeatures, type Boundaries } from '../data/topology.ts';
import type { Answer } from '../domain/answer.ts';
import { areaRows, type ExportWords, provenance } from './areaExport.ts';

/** Figures are numbers, null where not known or suppressed; `status` says which. Longitude and latitude, WGS84. */
export function areaGeojson(
  answer: Answer,
  words: ExportWords,
  topology: Boundaries,
  sources: readonly Source[],
): string {
  const { features } = areaFeatures(topology, answer.areas.level === 'ward' ? 'wards' : 'lsoas');
  const shapeOf = new Map(features.map((f) => [f.id, f.geometry]));
  const { header, rows } = areaRows(answer);
  const told = provenance(answer, words);
  const metadata = {
    ...Object.fromEntries(told.filter(([key]) => key !== 'note')),
    notes: told.filter(([key]) => key === 'note').map(([, text]) => text),
    release: { id: answer.release.id, hash: answer.release.hash, boundaries: answer.release.boundaries },
    engine: answer.engine,
    seed: answer.question.seed,
    sources: sources.map(({ title, publisher, licence, attribution, vintage, sha256 }) => ({
      title,
      publisher,
      licence,
      attribution,
      vintage,
      sha256,
    })),
  };
  const made = rows.map((row, i): Feature<Polygon | MultiPolygon | null> => {
    const geometry = shapeOf.get(answer.areas.code[i]);
    return {
      type: 'Feature',
      id: answer.areas.code[i],
      properties: Object.fromEntries(header.map((name, k) => [name, row[k]])),
      geometry: (geometry ?? null) as Polygon | MultiPolygon | null,
    } as Feature<Polygon | MultiPolygon | null>;
  });
  return `${JSON.stringify({ type: 'FeatureCollection', metadata, features: made })}\n`;
}
