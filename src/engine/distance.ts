// How far it is between two places: great-circle for longitude and latitude, straight-line for plane coordinates.

/** Mean radius of the Earth in metres (IUGG: (2a + b) / 3). */
export const EARTH_RADIUS_M = 6371008.8;

/** Path length over straight-line length, where no travel times are given. */
export const DEFAULT_DETOUR = 1.3;

const RADIANS = Math.PI / 180;

/** Columns of longitude and latitude in degrees, WGS84. */
export interface LonLat {
  readonly lon: ArrayLike<number>;
  readonly lat: ArrayLike<number>;
}

/** Columns of plane coordinates, both in the same unit. */
export interface PlaneXY {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/** RangeError unless every place has a longitude in [-180, 180] and a latitude in [-90, 90]. */
export function requireLonLat(places: LonLat, what: string): void {
  if (places.lon.length !== places.lat.length) {
    throw new RangeError(`${what}: ${places.lon.length} longitudes but ${places.lat.length} latitudes.`);
  }
  for (let i = 0; i < places.lon.length; i++) {
    const lon = places.lon[i];
    const lat = places.lat[i];
    if (!(lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90)) {
      throw new RangeError(
        `${what}, entry ${i + 1}: longitude ${lon} and latitude ${lat} are not a place; degrees are expected.`,
      );
    }
  }
}

/**
 * Great-circle distance in metres between two places in degrees, by the haversine formula:
 * d = 2R asin √(sin²(Δφ/2) + cos φ₁ cos φ₂ sin²(Δλ/2)), R = 6,371,008.8 m. NaN where a coordinate is NaN.
 * Source: Sinnott 1984, "Virtues of the haversine".
 */
export function greatCircle(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const sinLat = Math.sin(((lat2 - lat1) * RADIANS) / 2);
  const sinLon = Math.sin(((lon2 - lon1) * RADIANS) / 2);
  const square = sinLat * sinLat + Math.cos(lat1 * RADIANS) * Math.cos(lat2 * RADIANS) * sinLon * sinLon;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(square)));
}

/** Straight-line distance in the unit of the coordinates. */
export function planar(x1: number, y1: number, x2: number, y2: number): number {
  return Math.sqrt((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1));
}

/**
 * Places as unit vectors from the Earth's centre, three numbers a place (x, y, z). Between two of them the squared
 * chord c² = Δx² + Δy² + Δz² is 4 sin²(θ/2): a distance then needs no trigonometry of its own.
 */
export function unitVectors(places: LonLat): Float64Array {
  const n = places.lon.length;
  const vectors = new Float64Array(3 * n);
  for (let i = 0; i < n; i++) {
    const lat = places.lat[i] * RADIANS;
    const lon = places.lon[i] * RADIANS;
    const cosLat = Math.cos(lat);
    vectors[3 * i] = cosLat * Math.cos(lon);
    vectors[3 * i + 1] = cosLat * Math.sin(lon);
    vectors[3 * i + 2] = Math.sin(lat);
  }
  return vectors;
}

// Below these sin²(θ/2), about 40 km and 570 km, three and five terms of the series are exact to the last bits.
const NEAR_LIMIT = 1e-5;
const SERIES_LIMIT = 0.002;

/**
 * Squared angle θ² in radians² from the squared chord on the unit sphere: θ = 2 asin(c/2). For near places by the series
 * asin²(s) = s² + s⁴/3 + 8s⁶/45 + 4s⁸/35 + 128s¹⁰/1575 + …, which spares the root and the arcsine in the inner loop.
 */
export function squaredAngle(squaredChord: number): number {
  const q = squaredChord / 4;
  if (q < NEAR_LIMIT) return 4 * q * (1 + q * (1 / 3 + (q * 8) / 45));
  if (q < SERIES_LIMIT) {
    return 4 * q * (1 + q * (1 / 3 + q * (8 / 45 + q * (4 / 35 + (q * 128) / 1575))));
  }
  const angle = 2 * Math.asin(Math.min(1, Math.sqrt(q)));
  return angle * angle;
}

/**
 * Distances in metres by path from every area to every site: great-circle distance × detour.
 * @returns areas × sites, row by row: entry [i * sites + j].
 */
export function pathDistances(areas: LonLat, sites: LonLat, detour = DEFAULT_DETOUR): Float64Array {
  requireLonLat(areas, 'areas');
  requireLonLat(sites, 'sites');
  if (!(detour >= 1 && detour < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`The detour factor must be 1 or more; got ${detour}.`);
  }
  const n = areas.lon.length;
  const m = sites.lon.length;
  const from = unitVectors(areas);
  const to = unitVectors(sites);
  const distances = new Float64Array(n * m);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      const dx = from[3 * i] - to[3 * j];
      const dy = from[3 * i + 1] - to[3 * j + 1];
      const dz = from[3 * i + 2] - to[3 * j + 2];
      distances[i * m + j] = detour * EARTH_RADIUS_M * Math.sqrt(squaredAngle(dx * dx + dy * dy + dz * dz));
    }
  }
  return distances;
}

/** Straight-line distances from every area to every site in plane coordinates, areas × sites, row by row. */
export function planarDistances(areas: PlaneXY, sites: PlaneXY): Float64Array {
  const n = areas.x.length;
  const m = sites.x.length;
  const distances = new Float64Array(n * m);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      distances[i * m + j] = planar(areas.x[i], areas.y[i], sites.x[j], sites.y[j]);
    }
  }
  return distances;
}
