// Emerging clusters: how each area's gathering of high, or low, values has come about over time.
import { normalTwoSided } from './distributions.ts';
import { falseDiscovery } from './falseDiscovery.ts';
import { giStar } from './gi.ts';
import { mannKendall } from './mannKendall.ts';
import type { SpatialWeights } from './spatialWeights.ts';

/** Fewer complete slices than this, and a class cannot be calculated. */
const FEWEST_SLICES = 10;

/** Esri's eight patterns, for high and low alike, and none of them. */
type EmergingPattern =
  | 'new'
  | 'consecutive'
  | 'intensifying'
  | 'persistent'
  | 'diminishing'
  | 'sporadic'
  | 'oscillating'
  | 'historical'
  | 'none';

export interface EmergingClass {
  pattern: EmergingPattern;
  /** Whether values gather high or low; null where there is no pattern. */
  side: 'high' | 'low' | null;
}

/** One class per area, with what it was read from; or why it cannot be calculated. */
export type Emerging =
  | { calculated: false; reason: string }
  | { calculated: true; classes: EmergingClass[]; trend: Float64Array; slices: Float64Array[] };

/** A share of slices from which on a cluster is a lasting one. */
const LASTING = 0.9;

/**
 * Classes of emerging clusters from a series of complete slices, oldest first.
 *
 * Gi* per slice; an area is notable in a slice where its two-sided p, Benjamini-Hochberg-adjusted over all areas and
 * slices, is at most `level`. Mann-Kendall over each area's Gi* z gives its trend, at the same level. `trend` holds the
 * Mann-Kendall z, `slices` the Gi* z per slice. A slice in which all areas are equal has no clusters (z = 0).
 *
 * @returns "cannot be calculated", with the reason, for fewer than ten slices.
 *   RangeError for a slice that `giStar` refuses for another reason than equal values.
 * Source: Esri, How Emerging Hot Spot Analysis works, for the classes; Ord & Getis 1995; Mann 1945.
 */
export function emergingClusters(
  slices: readonly ArrayLike<number>[],
  weights: SpatialWeights,
  level = 0.05,
): Emerging {
  if (slices.length < FEWEST_SLICES) {
    return {
      calculated: false,
      reason: `Emerging clusters need at least ${FEWEST_SLICES} complete periods; there are ${slices.length}.`,
    };
  }
  const scores = slices.map((slice) => {
    const flat = slice.length > 0 && Array.prototype.every.call(slice, (x: number) => x === slice[0]);
    return flat
      ? new Float64Array(slice.length)
      : giStar(slice, weights).z.map((z) => (Number.isNaN(z) ? 0 : z));
  });
  const areas = slices[0].length;
  const adjusted = falseDiscovery(scores.flatMap((z) => Array.from(z, normalTwoSided)));
  const trend = new Float64Array(areas);
  const classes = Array.from({ length: areas }, (_, i) => {
    const series = scores.map((z) => z[i]);
    const signs = series.map((z, t) => (adjusted[t * areas + i] <= level ? Math.sign(z) : 0));
    const { z, p } = mannKendall(series);
    trend[i] = z;
    return classOf(signs, p <= level ? Math.sign(z) : 0);
  });
  return { calculated: true, classes, trend, slices: scores };
}

/**
 * The class of one area: `signs` are 1 (notable high), −1 (notable low) or 0 per slice, oldest first; `trend` is the sign
 * of a notable trend, else 0. The side is that of the last notable slice that a pattern rests on.
 */
export function classOf(signs: readonly number[], trend: number): EmergingClass {
  const last = signs[signs.length - 1];
  if (last === 0) {
    for (const side of [1, -1]) {
      const lasting = count(signs, side) >= LASTING * signs.length;
      if (lasting) return { pattern: 'historical', side: nameOf(side) };
    }
    return { pattern: 'none', side: null };
  }
  return { pattern: livePattern(signs, last, trend), side: nameOf(last) };
}

/** Pattern of an area that is notable on this side in the last slice. */
function livePattern(signs: readonly number[], side: number, trend: number): EmergingPattern {
  const times = count(signs, side);
  if (times >= LASTING * signs.length) {
    // Intensity grows away from zero: a low cluster intensifies as its z falls.
    if (trend * side > 0) return 'intensifying';
    return trend * side < 0 ? 'diminishing' : 'persistent';
  }
  if (signs.includes(-side)) return 'oscillating';
  if (times === 1) return 'new';
  const run = signs.length - 1 - signs.findLastIndex((sign) => sign !== side);
  return run === times ? 'consecutive' : 'sporadic';
}

const count = (signs: readonly number[], side: number): number =>
  signs.filter((sign) => sign === side).length;

const nameOf = (side: number): 'high' | 'low' => (side > 0 ? 'high' : 'low');
