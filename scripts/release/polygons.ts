// Polygons on the globe: area in square kilometres, and whether a point lies inside.
import type { MultiPolygon, Polygon, Position } from 'geojson';

const SEMI_MAJOR = 6_378_137;
const ECCENTRICITY_SQUARED = 0.00669437999014;

/** The National Grid's scale on its central meridian, and that meridian, in degrees. */
const GRID_SCALE = 0.9996012717;
const GRID_MERIDIAN = -2;

const ringsOf = (geometry: Polygon | MultiPolygon): Position[][] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();

/**
 * Area in km² as on the National Grid, on which areas are published: shoelace on metres east and north of the WGS84
 * ellipsoid, scaled at the polygon's own latitude, times the square of the grid's scale there. Good to one part in 10⁵
 * for areas of a few kilometres in England. Holes count as taken out when they wind the other way.
 */
export function squareKilometres(geometry: Polygon | MultiPolygon): number {
  const rings = ringsOf(geometry);
  const points = rings.flat();
  const latitude = points.reduce((sum, [, lat]) => sum + lat, 0) / points.length;
  const sine = Math.sin((latitude * Math.PI) / 180);
  const curvature = 1 - ECCENTRICITY_SQUARED * sine * sine;
  const north = ((SEMI_MAJOR * (1 - ECCENTRICITY_SQUARED)) / curvature ** 1.5) * (Math.PI / 180);
  const east = (SEMI_MAJOR / Math.sqrt(curvature)) * Math.cos((latitude * Math.PI) / 180) * (Math.PI / 180);
  const [originLon, originLat] = points[0];
  let twice = 0;
  for (const ring of rings)
    for (let k = 0; k < ring.length - 1; k++) {
      const x0 = ring[k][0] - originLon;
      const y0 = ring[k][1] - originLat;
      const x1 = ring[k + 1][0] - originLon;
      const y1 = ring[k + 1][1] - originLat;
      twice += x0 * y1 - x1 * y0;
    }
  const offGrid = ((originLon - GRID_MERIDIAN) * east) / SEMI_MAJOR;
  const gridScale = GRID_SCALE * (1 + offGrid ** 2 / 2);
  return (Math.abs(twice) / 2) * east * north * gridScale ** 2 * 1e-6;
}

/** Whether the point lies inside, by counting crossings of a ray to the east; holes are outside. */
export function contains(geometry: Polygon | MultiPolygon, lon: number, lat: number): boolean {
  let inside = false;
  for (const ring of ringsOf(geometry))
    for (let k = 0, j = ring.length - 1; k < ring.length; j = k++) {
      const [xk, yk] = ring[k];
      const [xj, yj] = ring[j];
      if (yk > lat !== yj > lat && lon < ((xj - xk) * (lat - yk)) / (yj - yk) + xk) inside = !inside;
    }
  return inside;
}

/** Centre of mass of a polygon, in degrees; it may lie outside a bent one. */
export function centreOf(geometry: Polygon | MultiPolygon): [number, number] {
  const rings = ringsOf(geometry);
  const [originLon, originLat] = rings[0][0];
  let twice = 0;
  let lon = 0;
  let lat = 0;
  for (const ring of rings)
    for (let k = 0; k < ring.length - 1; k++) {
      // Measured from one corner: products of whole degrees would swallow the small differences.
      const x0 = ring[k][0] - originLon;
      const y0 = ring[k][1] - originLat;
      const x1 = ring[k + 1][0] - originLon;
      const y1 = ring[k + 1][1] - originLat;
      const cross = x0 * y1 - x1 * y0;
      twice += cross;
      lon += (x0 + x1) * cross;
      lat += (y0 + y1) * cross;
    }
  return [originLon + lon / (3 * twice), originLat + lat / (3 * twice)];
}
