// People of an age range by LSOA, from bands that cover all ages.

import type { AgeBand } from '../domain/ages.ts';
import { type AgeRange, OPEN_END, sharedAges } from '../domain/ages.ts';

/** The oldest completed year the open band is spread over when a range ends inside it. */
const OLDEST = 90;

/** Part of a band that lies in a range: whole where the range covers it, else by single years, evenly. */
function partOf(band: AgeRange, ages: AgeRange): number {
  const shared = sharedAges(band, ages);
  if (!shared) return 0;
  const last = (range: AgeRange) => (range.to >= OPEN_END ? Math.max(range.from, OLDEST) : range.to);
  return Math.min(1, (last(shared) - shared.from + 1) / (last(band) - band.from + 1));
}

/**
 * People of an age range, by LSOA: Σ over bands of people × part of the band inside the range.
 * Exact where the range begins and ends at bands' borders, else an even split within the band. NaN stays NaN.
 */
export function peopleAged(bands: readonly AgeBand[], ages: AgeRange): Float64Array {
  const total = new Float64Array(bands[0]?.people.length ?? 0);
  for (const band of bands) {
    const part = partOf(band.ages, ages);
    if (part === 0) continue;
    for (let i = 0; i < total.length; i++) total[i] += band.people[i] * part;
  }
  return total;
}
