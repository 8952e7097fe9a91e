// Notable clusters: which areas, with their surroundings, are higher or lower than chance would have it.
import type { ClusterRole, HotspotCount, Hotspots } from '../domain/answer.ts';
import type { HotspotSettings } from '../domain/question.ts';
import { deviations, workingUnit } from './deviations.ts';
import { falseDiscovery } from './falseDiscovery.ts';
import { gi, giPermutationP, giStar } from './gi.ts';
import { localMoran, localMoranPermutationP, quadrants } from './localMoran.ts';
import { globalMoran } from './moran.ts';
import { globalMoranPermutation } from './moranPermutation.ts';
import { areaCount, islands, type Neighbours, neighboursFromPairs } from './neighbours.ts';
import { rowStandardised } from './spatialWeights.ts';

/** The variance of Moran's I under randomisation is defined from four areas on. */
const FEWEST_FOR_MORAN = 4;
/** One global statistic needs no correction for many tests, so fewer permutations tell enough. */
const MOST_FOR_MORAN = 999;

/** No spread beyond rounding: nothing that could cluster, and nothing the statistics are defined for. */
function allAlike(values: Float64Array): boolean {
  const least = values.reduce((a, b) => Math.min(a, b));
  const most = values.reduce((a, b) => Math.max(a, b));
  return most - least <= Math.max(1e-11 * Math.max(Math.abs(least), Math.abs(most)), 1e-150);
}

/** Neighbours among the known areas only, numbered by their place among them. */
function knownNeighbours(all: Neighbours, known: readonly number[]): Neighbours {
  const place = new Int32Array(areaCount(all)).fill(-1);
  known.forEach((i, k) => {
    place[i] = k;
  });
  const from: number[] = [];
  const to: number[] = [];
  known.forEach((i, k) => {
    for (let e = all.offsets[i]; e < all.offsets[i + 1]; e++) {
      const j = place[all.targets[e]];
      if (j < 0) continue;
      from.push(k);
      to.push(j);
    }
  });
  return neighboursFromPairs(known.length, from, to);
}

interface LocalFindings {
  readonly statistic: Float64Array;
  readonly p: Float64Array;
  /** What an area would be if its p passes. */
  readonly ifNotable: readonly ClusterRole[];
}

/**
 * Gi*: its z as the statistic; permutation p of the neighbours' lag. An area is high where its window and its surroundings alone are
 * both high; where they differ in sign it stands out from what is around it.
 */
function byGiStar(values: Float64Array, neighbours: Neighbours, settings: Permutations): LocalFindings {
  const weights = rowStandardised(neighbours);
  const window = giStar(values, weights).z;
  const around = gi(values, weights).z;
  return {
    statistic: window,
    p: giPermutationP(values, weights, settings),
    ifNotable: Array.from(window, (z, i) => {
      if (z > 0) return around[i] > 0 ? 'core high' : 'high-low';
      return around[i] > 0 ? 'low-high' : 'core low';
    }),
  };
}

function byLocalMoran(values: Float64Array, neighbours: Neighbours, settings: Permutations): LocalFindings {
  const weights = rowStandardised(neighbours);
  const role = { 'high-high': 'core high', 'low-low': 'core low' } as const;
  const deviation = deviations(values, weights);
  return {
    statistic: localMoran(deviation, weights).statistic,
    p: localMoranPermutationP(deviation, weights, settings),
    ifNotable: quadrants(deviation, weights).map((q) => (q === 'high-high' || q === 'low-low' ? role[q] : q)),
  };
}

interface Permutations {
  readonly permutations: number;
  readonly seed: number;
}

/**
 * Cores: p passes Benjamini-Hochberg at the level. Neighbours: not cores themselves, touching a core, and on the same side of the mean.
 * An area whose p passes while it differs from its surroundings is high-low or low-high.
 */
function rolesOf(
  values: Float64Array,
  neighbours: Neighbours,
  local: LocalFindings,
  adjusted: Float64Array,
  level: number,
): ClusterRole[] {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const core = Array.from(adjusted, (p, i): ClusterRole => {
    if (Number.isNaN(p)) return 'island';
    return p <= level ? local.ifNotable[i] : 'none';
  });
  return core.map((role, i) => {
    if (role !== 'none') return role;
    const around = neighbours.targets.subarray(neighbours.offsets[i], neighbours.offsets[i + 1]);
    const touches = (wanted: ClusterRole) => around.some((j) => core[j] === wanted);
    if (values[i] > mean && touches('core high')) return 'neighbour high';
    if (values[i] < mean && touches('core low')) return 'neighbour low';
    return 'none';
  });
}

/** Runs of touching areas that belong to high clusters, the largest first; each holds at least one core. */
function clustersOf(role: readonly ClusterRole[], neighbours: Neighbours): number[][] {
  const high = (i: number) => role[i] === 'core high' || role[i] === 'neighbour high';
  const seen = new Uint8Array(role.length);
  const clusters: number[][] = [];
  for (let i = 0; i < role.length; i++) {
    if (role[i] !== 'core high' || seen[i]) continue;
    const cluster = [i];
    seen[i] = 1;
    for (let k = 0; k < cluster.length; k++) {
      for (let e = neighbours.offsets[cluster[k]]; e < neighbours.offsets[cluster[k] + 1]; e++) {
        const j = neighbours.targets[e];
        if (seen[j] || !high(j)) continue;
        seen[j] = 1;
        cluster.push(j);
      }
    }
    clusters.push(cluster.sort((a, b) => a - b));
  }
  return clusters.sort((a, b) => b.length - a.length || a[0] - b[0]);
}

function count(role: readonly ClusterRole[], neighbours: Neighbours): HotspotCount {
  const of = (...wanted: ClusterRole[]) => role.filter((r) => wanted.includes(r)).length;
  return {
    coresHigh: of('core high'),
    neighboursHigh: of('neighbour high'),
    coresLow: of('core low'),
    neighboursLow: of('neighbour low'),
    outliers: of('high-low', 'low-high'),
    islands: of('island'),
    notKnown: of('not known'),
    tested: role.length - of('island', 'not known'),
    clustersHigh: clustersOf(role, neighbours),
  };
}

/**
 * Notable clusters of values over touching areas (METHOD §7): Gi* or Local Moran's I with two-sided conditional-permutation p,
 * Benjamini-Hochberg adjusted, and global Moran's I with its permutation p.
 *
 * Areas not known are left out of the test and of everybody's surroundings; an area that touches no known area is an island. Neither
 * has a statistic. Where all known values are alike there is nothing to test: every statistic is NaN and no area notable.
 *
 * @param values by area, NaN where not known. @param neighbours of the same areas.
 * RangeError: fewer than four known areas, an infinite value, a number of permutations that is not whole, columns of unequal length.
 */
export function notableClusters(
  values: Float64Array,
  neighbours: Neighbours,
  settings: Omit<HotspotSettings, 'of'> & { readonly of: string; readonly seed: number },
): Hotspots {
  const n = values.length;
  const known = Array.from(values.keys()).filter((i) => !Number.isNaN(values[i]));
  if (known.length < FEWEST_FOR_MORAN) {
    throw new RangeError(
      `Clusters need figures of at least four areas; ${known.length} are known. Choose another measure or period.`,
    );
  }
  const endless = known.find((i) => !Number.isFinite(values[i]));
  if (endless !== undefined) {
    throw new RangeError(
      `The value of area ${endless} is ${values[endless]}; clusters need finite values, NaN where not known.`,
    );
  }
  const unit = workingUnit(known.reduce((largest, i) => Math.max(largest, Math.abs(values[i])), 0));
  const tested = Float64Array.from(known, (i) => values[i] * unit);
  const around = knownNeighbours(neighbours, known);
  const nothing = () => new Float64Array(n).fill(Number.NaN);
  const hotspots = { value: nothing(), p: nothing(), pAdjusted: nothing() };
  const role: ClusterRole[] = new Array(n).fill('not known');
  let global = { moran: Number.NaN, p: Number.NaN, permutations: 0 };
  if (allAlike(tested) || around.targets.length === 0) {
    known.forEach((i, k) => {
      role[i] = around.offsets[k] === around.offsets[k + 1] ? 'island' : 'none';
    });
  } else {
    const local = (settings.statistic === 'gi-star' ? byGiStar : byLocalMoran)(tested, around, settings);
    const adjusted = falseDiscovery(local.p);
    const roles = rolesOf(tested, around, local, adjusted, settings.level);
    known.forEach((i, k) => {
      const island = roles[k] === 'island';
      hotspots.value[i] = island ? Number.NaN : local.statistic[k];
      hotspots.p[i] = local.p[k];
      hotspots.pAdjusted[i] = adjusted[k];
      role[i] = roles[k];
    });
    if (known.length - islands(around).length >= FEWEST_FOR_MORAN) {
      const weights = rowStandardised(around);
      const permutations = Math.min(settings.permutations, MOST_FOR_MORAN);
      global = {
        moran: globalMoran(tested, weights).statistic,
        p: globalMoranPermutation(tested, weights, { permutations, seed: settings.seed }).p,
        permutations,
      };
    }
  }
  return {
    statistic: settings.statistic,
    of: settings.of,
    level: settings.level,
    found: count(role, neighbours),
    role,
    ...hotspots,
    permutations: settings.permutations,
    global,
  };
}
