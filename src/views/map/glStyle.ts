// The WebGL map's style: its sources, layers and hatch, with nothing fetched from anywhere.
import type { StyleSpecification } from 'maplibre-gl';
import { CROWD, type Geometry } from './geometry.ts';

export const AREAS = 'areas';
export const HATCH = 'hatch';

export function lightWidth(geometry: Geometry): number {
  return geometry.shapes.length > CROWD ? 0.35 : 0.7;
}

export function styleOf(geometry: Geometry): StyleSpecification {
  const line = (data: GeoJSON.MultiLineString) => ({
    type: 'geojson' as const,
    data: { type: 'Feature' as const, properties: {}, geometry: data },
    tolerance: 0,
  });
  const round = { 'line-join': 'round', 'line-cap': 'round' } as const;
  return {
    version: 8,
    sources: {
      [AREAS]: { type: 'geojson', data: geometry.geojson, promoteId: 'code', tolerance: 0 },
      light: line(geometry.lightLines),
      heavy: line(geometry.heavyLines),
    },
    layers: [
      {
        id: AREAS,
        type: 'fill',
        source: AREAS,
        paint: { 'fill-color': ['to-color', ['feature-state', 'colour'], 'rgba(0,0,0,0)'] },
      },
      {
        id: HATCH,
        type: 'fill',
        source: AREAS,
        paint: {
          'fill-pattern': HATCH,
          'fill-opacity': ['case', ['boolean', ['feature-state', 'hatched'], false], 1, 0],
        },
      },
      {
        id: 'light',
        type: 'line',
        source: 'light',
        layout: round,
        paint: { 'line-width': lightWidth(geometry) },
      },
      { id: 'heavy', type: 'line', source: 'heavy', layout: round, paint: { 'line-width': 1.4 } },
    ],
  };
}

const TILE = 16;

/** Diagonal lines that meet at the tile's edges. */
export function hatchImage(ground: string, ink: string): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = TILE;
  canvas.height = TILE;
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
  pen.fillStyle = ground;
  pen.fillRect(0, 0, TILE, TILE);
  pen.strokeStyle = ink;
  pen.lineWidth = 3;
  pen.beginPath();
  for (const shift of [-TILE, 0, TILE]) {
    pen.moveTo(shift - 2, TILE + 2);
    pen.lineTo(shift + TILE + 2, -2);
  }
  pen.stroke();
  return pen.getImageData(0, 0, TILE, TILE);
}
