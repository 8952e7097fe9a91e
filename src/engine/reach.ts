// Which areas each site reaches, and with what weight: a sparse table made from coordinates, costs or a full matrix.
import type { Decay, DecayName } from './decay.ts';
import { decay } from './decay.ts';
import type { LonLat, PlaneXY } from './distance.ts';
import {
  DEFAULT_DETOUR,
  EARTH_RADIUS_M,
  planarDistances,
  requireLonLat,
  squaredAngle,
  unitVectors,
} from './distance.ts';
import { fading } from './fading.ts';
import { latitudeStrips, searchStrip } from './latitudeStrips.ts';

/** Weights W_ij > 0 by site: site j's areas and weights stand at start[j] … start[j + 1] - 1. Missing = out of reach. */
export interface Reach {
  readonly areas: number;
  readonly sites: number;
  readonly start: Int32Array;
  readonly area: Int32Array;
  readonly weight: Float64Array;
}

/** Fills `area` and `weight` with what one place reaches and says how many there are. */
export type ReachFinder = (lon: number, lat: number, area: Int32Array, weight: Float64Array) => number;

export interface CatchmentChoice {
  /** Metres by path. */
  readonly catchment: number;
  readonly decay: DecayName;
  /** Path over straight line, 1.3 unless told. */
  readonly detour?: number;
}

/** One pair that is within reach of each other, with its distance, time or cost. */
export interface CostTriples {
  readonly area: ArrayLike<number>;
  readonly site: ArrayLike<number>;
  readonly cost: ArrayLike<number>;
}

/** Rounding in a distance computed two ways must not put a site at exactly the catchment's edge outside. */
const EDGE = 1 + 1e-12;

/**
 * Prepares the areas once, so that the reach of any place (a site, a candidate, a click) is found by looking at little
 * else. d = great-circle distance × detour; W as in `decay`. Weights agree with `decay(greatCircle × detour)`
 * to 1e-9. RangeError: places that are not degrees, a catchment not above zero, a detour below 1.
 */
export function reachFinder(areas: LonLat, choice: CatchmentChoice): ReachFinder {
  requireLonLat(areas, 'areas');
  const { catchment, decay: name, detour = DEFAULT_DETOUR } = choice;
  decay(name, catchment);
  if (!(detour >= 1 && detour < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`The detour factor must be 1 or more; got ${detour}.`);
  }
  const strips = latitudeStrips(areas, catchment / (detour * EARTH_RADIUS_M));
  const { order, vectors } = strips;

  // Everything in the loop is measured in catchments squared: t = (d / catchment)², so W needs t alone.
  const perRadian = (detour * EARTH_RADIUS_M) / catchment;
  const scale = perRadian * perRadian;
  const reachRadians = Math.min(Math.PI, EDGE / perRadian);
  const halfChord = Math.sin(reachRadians / 2) ** 2 * EDGE;
  const range = new Int32Array(2);
  const gaussian = name === 'gaussian';
  const step = name === 'step';

  return (lon, lat, area, weight) => {
    const here = unitVectors({ lon: [lon], lat: [lat] });
    const x = here[0];
    const y = here[1];
    const z = here[2];
    const cosHere = Math.cos((lat * Math.PI) / 180);
    let found = 0;
    for (let s = 0; s < strips.count; s++) {
      if (!searchStrip(strips, s, lon, lat, cosHere, reachRadians, halfChord, range)) continue;
      const last = range[1];
      for (let k = range[0]; k < last; k++) {
        const dx = vectors[3 * k] - x;
        const dy = vectors[3 * k + 1] - y;
        const dz = vectors[3 * k + 2] - z;
        const t = squaredAngle(dx * dx + dy * dy + dz * dz) * scale;
        if (t > EDGE) continue;
        area[found] = order[k];
        weight[found++] = gaussian ? fading(4.5 * t) : step ? 1 : fading(3 * Math.sqrt(t));
      }
    }
    return found;
  };
}

/** The reach of every site over the areas, from coordinates. See `reachFinder` for formula and failures. */
export function reachFromCoordinates(areas: LonLat, sites: LonLat, choice: CatchmentChoice): Reach {
  requireLonLat(sites, 'sites');
  const find = reachFinder(areas, choice);
  const n = areas.lon.length;
  const area = new Int32Array(n);
  const weight = new Float64Array(n);
  return gather(n, sites.lon.length, (j) => ({
    count: find(sites.lon[j], sites.lat[j], area, weight),
    area,
    weight,
  }));
}

/** The reach of every site over areas in plane coordinates: W = decay(straight-line distance), in the coordinates' unit. */
export function reachInPlane(areas: PlaneXY, sites: PlaneXY, weigh: Decay): Reach {
  return reachFromMatrix(areas.x.length, sites.x.length, planarDistances(areas, sites).map(weigh));
}

/**
 * The reach from listed pairs: W = decay(cost). A pair that is not listed is out of reach, and so is a cost of NaN.
 * RangeError: an index outside the areas or sites, a negative cost, the same pair twice, columns of unequal length.
 */
export function reachFromCosts(areas: number, sites: number, triples: CostTriples, weigh: Decay): Reach {
  const { area, site, cost } = triples;
  if (area.length !== site.length || area.length !== cost.length) {
    throw new RangeError('The cost table needs an area, a site and a cost in every row.');
  }
  const rows: Map<number, number>[] = Array.from({ length: sites }, () => new Map());
  for (let t = 0; t < area.length; t++) {
    requireIndex(area[t], areas, `cost table, row ${t + 1}: area`);
    requireIndex(site[t], sites, `cost table, row ${t + 1}: site`);
    if (rows[site[t]].has(area[t]))
      throw new RangeError(`Cost table, row ${t + 1}: this area and site are listed twice.`);
    rows[site[t]].set(area[t], weigh(cost[t]));
  }
  return reachFromRows(areas, rows);
}

/** The reach from a full matrix of weights, areas × sites row by row; 0 is out of reach. RangeError: a negative weight, a wrong size. */
export function reachFromMatrix(areas: number, sites: number, weights: ArrayLike<number>): Reach {
  if (weights.length !== areas * sites) {
    throw new RangeError(
      `The matrix has ${weights.length} weights; ${areas} areas × ${sites} sites were expected.`,
    );
  }
  const rows = Array.from({ length: sites }, (_, j) => {
    const row = new Map<number, number>();
    for (let i = 0; i < areas; i++) row.set(i, weights[i * sites + j]);
    return row;
  });
  return reachFromRows(areas, rows);
}

function reachFromRows(areas: number, rows: readonly Map<number, number>[]): Reach {
  const area = new Int32Array(areas);
  const weight = new Float64Array(areas);
  return gather(areas, rows.length, (j) => {
    let count = 0;
    for (const [i, w] of rows[j]) {
      if (!(w >= 0 && w < Number.POSITIVE_INFINITY)) {
        throw new RangeError(`The weight of area ${i + 1} and site ${j + 1} must be 0 or more; got ${w}.`);
      }
      if (w === 0) continue;
      area[count] = i;
      weight[count++] = w;
    }
    return { count, area, weight };
  });
}

type Row = { readonly count: number; readonly area: Int32Array; readonly weight: Float64Array };

/** Joins the rows of all sites into one table. */
function gather(areas: number, sites: number, rowOf: (site: number) => Row): Reach {
  const start = new Int32Array(sites + 1);
  let area = new Int32Array(Math.max(16, areas));
  let weight = new Float64Array(area.length);
  for (let j = 0; j < sites; j++) {
    const row = rowOf(j);
    const end = start[j] + row.count;
    if (end > area.length) {
      const size = Math.max(end, 2 * area.length);
      area = grown(area, new Int32Array(size));
      weight = grown(weight, new Float64Array(size));
    }
    area.set(row.area.subarray(0, row.count), start[j]);
    weight.set(row.weight.subarray(0, row.count), start[j]);
    start[j + 1] = end;
  }
  return { areas, sites, start, area: area.slice(0, start[sites]), weight: weight.slice(0, start[sites]) };
}

function grown<T extends Int32Array | Float64Array>(old: T, bigger: T): T {
  bigger.set(old);
  return bigger;
}

function requireIndex(index: number, length: number, what: string): void {
  if (!Number.isInteger(index) || index < 0 || index >= length) {
    throw new RangeError(`${what} ${index} does not exist; there are ${length}.`);
  }
}
