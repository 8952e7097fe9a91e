// Places sorted into strips of latitude, so that those near a point are found without looking at the others.
import type { LonLat } from './distance.ts';
import { unitVectors } from './distance.ts';

const DEGREES = 180 / Math.PI;
const MOST_STRIPS = 256;
/** Longitudes are sorted by steps of a third of a thousandth of a degree: fine enough to search, quick to sort. */
const STEPS = 2 ** 20;
const SLACK = 1 + 1e-9;

export interface Strips {
  readonly count: number;
  /** Strip s holds entries start[s] to start[s + 1] - 1, from west to east. */
  readonly start: Int32Array;
  /** The place of each entry. */
  readonly order: Int32Array;
  /** Unit vectors by entry. */
  readonly vectors: Float64Array;
  /** Longitude by entry, in steps from the west; ascending in each strip. */
  readonly step: Int32Array;
  readonly south: Float64Array;
  readonly north: Float64Array;
  /** Least cosine of latitude in the strip. */
  readonly leastCosine: Float64Array;
}

/** Sorts places into strips a quarter of the reach high: hardly more is then looked at than is within reach. */
export function latitudeStrips(places: LonLat, reachRadians: number): Strips {
  const n = places.lon.length;
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < n; i++) {
    lowest = Math.min(lowest, places.lat[i]);
    highest = Math.max(highest, places.lat[i]);
  }
  const height = Math.max(0, highest - lowest);
  const count = Math.max(1, Math.min(MOST_STRIPS, Math.ceil((4 * height) / (reachRadians * DEGREES))));
  const start = new Int32Array(count + 1);
  const south = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const north = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  // Strip, step and place in one number: numbers sort many times faster than by comparing two at a time.
  const keys = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const lat = places.lat[i];
    const s = height > 0 ? Math.min(count - 1, Math.floor(((lat - lowest) / height) * count)) : 0;
    start[s + 1]++;
    south[s] = Math.min(south[s], lat);
    north[s] = Math.max(north[s], lat);
    keys[i] = (s * (STEPS + 1) + stepOf(places.lon[i])) * n + i;
  }
  keys.sort();
  for (let s = 0; s < count; s++) start[s + 1] += start[s];
  const order = new Int32Array(n);
  const step = new Int32Array(n);
  const lon = new Float64Array(n);
  const lat = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    const i = keys[k] % n;
    order[k] = i;
    lon[k] = places.lon[i];
    lat[k] = places.lat[i];
    step[k] = stepOf(lon[k]);
  }
  const leastCosine = south.map((low, s) => Math.cos(Math.max(Math.abs(low), Math.abs(north[s])) / DEGREES));
  return { count, start, order, vectors: unitVectors({ lon, lat }), step, south, north, leastCosine };
}

function stepOf(longitude: number): number {
  return Math.floor(((longitude + 180) / 360) * STEPS);
}

/**
 * Entries of strip s that may be within reach of a point: range[0] to range[1] - 1. False where none can be.
 * @param cosine of the point's latitude. @param halfChord sin² of half the reach.
 */
export function searchStrip(
  strips: Strips,
  s: number,
  lon: number,
  lat: number,
  cosine: number,
  reachRadians: number,
  halfChord: number,
  range: Int32Array,
): boolean {
  const apart = Math.max(0, strips.south[s] - lat, lat - strips.north[s]) / DEGREES;
  if (apart > reachRadians * SLACK) return false;
  const from = strips.start[s];
  const to = strips.start[s + 1];
  // The haversine formula turned round: how much longitude the reach has left at this latitude.
  const left = halfChord - Math.sin(apart / 2) ** 2;
  const cosines = cosine * strips.leastCosine[s];
  const width =
    left >= cosines ? 360 : 2 * Math.asin(Math.sqrt(Math.max(0, left) / cosines)) * DEGREES * SLACK + 1e-9;
  // Where the reach crosses the date line, the whole strip is looked at.
  const wraps = lon - width < -180 || lon + width > 180;
  range[0] = wraps ? from : lowerBound(strips.step, stepOf(lon - width), from, to);
  range[1] = wraps ? to : lowerBound(strips.step, stepOf(lon + width) + 1, range[0], to);
  return range[1] > range[0];
}

/** First index in [from, to) of an ascending column whose value is at least `value`; `to` where there is none. */
function lowerBound(ascending: Int32Array, value: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
