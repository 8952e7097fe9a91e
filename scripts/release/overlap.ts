// Which share of each LSOA lies in which ward, by area, where no source says so: polygons cut with polygons.
import { featureCollection, intersect, multiPolygon, polygon as polygonFeature } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import type { AreaShape } from './geojson.ts';
import { squareKilometres } from './polygons.ts';

/** Slivers below this share come from two drawings of one border, and are left out; the rest sums to 1. */
const SLIVER = 0.01;

export interface Overlap {
  readonly lsoa: string;
  readonly ward: string;
  readonly share: number;
}

/** Every LSOA has at least one ward: where it meets none for more than a sliver, the one it meets most. */
export function overlapsOf(lsoas: readonly AreaShape[], wards: readonly AreaShape[]): Overlap[] {
  const boxed = wards.map((ward) => ({ ward, box: boxOf(ward.geometry) }));
  return lsoas.flatMap((lsoa) => {
    const box = boxOf(lsoa.geometry);
    const pieces = boxed
      .filter((one) => meets(one.box, box))
      .map(({ ward }) => ({ ward: ward.code, km2: sharedArea(lsoa.geometry, ward.geometry) }))
      .filter(({ km2 }) => km2 > 0)
      .sort((a, b) => b.km2 - a.km2 || (a.ward < b.ward ? -1 : 1));
    const total = pieces.reduce((sum, piece) => sum + piece.km2, 0);
    const kept = pieces.filter((piece, k) => k === 0 || piece.km2 / total >= SLIVER);
    const whole = kept.reduce((sum, piece) => sum + piece.km2, 0);
    return kept.map((piece) => ({ lsoa: lsoa.code, ward: piece.ward, share: piece.km2 / whole }));
  });
}

type Box = readonly [west: number, south: number, east: number, north: number];

function boxOf(geometry: Polygon | MultiPolygon): Box {
  const points: Position[] =
    geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat(2);
  const lon = points.map(([x]) => x);
  const lat = points.map(([, y]) => y);
  return [Math.min(...lon), Math.min(...lat), Math.max(...lon), Math.max(...lat)];
}

const meets = (a: Box, b: Box) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

const featureOf = (geometry: Polygon | MultiPolygon): Feature<Polygon | MultiPolygon> =>
  geometry.type === 'Polygon' ? polygonFeature(geometry.coordinates) : multiPolygon(geometry.coordinates);

function sharedArea(a: Polygon | MultiPolygon, b: Polygon | MultiPolygon): number {
  const shared = intersect(featureCollection([featureOf(a), featureOf(b)]));
  return shared ? squareKilometres(shared.geometry) : 0;
}
