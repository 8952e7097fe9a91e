// Where a crime counts: its published LSOA code, 2011 or 2021, brought to the LSOA 2021 codes of a release.

/** The LSOAs of a release, and what became of the codes of 2011. */
export interface LsoaUnit {
  /** LSOA 2021 codes of the unit. */
  readonly codes: ReadonlySet<string>;
  /** LSOA 2011 code → the 2021 codes it became: one where merged or renamed, several where split. */
  readonly successors: ReadonlyMap<string, readonly string[]>;
  /** Centre points of 2021 codes, longitude and latitude. */
  readonly centres: ReadonlyMap<string, readonly [number, number]>;
  /** Codes of the unit that earlier months know nothing of: new records there would make the series jump. */
  readonly unknown?: ReadonlySet<string>;
}

export type Placement =
  | { readonly how: 'as published' | 'recoded' | 'by point'; readonly code: string }
  | { readonly how: 'outside the unit' | 'split LSOA without a point' | 'LSOA not known in earlier months' };

/**
 * A code of the unit stands. A code of 2011 that was merged or renamed takes its only successor. A code that was split gives
 * each crime to the part whose centre lies nearest the published point: every crime counts once and whole, which sharing it
 * out equally would not keep, and it stays within the former LSOA.
 */
export function placeCrime(unit: LsoaUnit, code: string, lon: string, lat: string): Placement {
  const placement = placeInUnit(unit, code, lon, lat);
  if ('code' in placement && unit.unknown?.has(placement.code))
    return { how: 'LSOA not known in earlier months' };
  return placement;
}

function placeInUnit(unit: LsoaUnit, code: string, lon: string, lat: string): Placement {
  if (unit.codes.has(code)) return { how: 'as published', code };
  const parts = unit.successors.get(code) ?? [];
  if (!parts.some((part) => unit.codes.has(part))) return { how: 'outside the unit' };
  if (parts.length === 1) return { how: 'recoded', code: parts[0] };
  const part = nearest(unit, parts, lon, lat);
  if (part === null) return { how: 'split LSOA without a point' };
  return unit.codes.has(part) ? { how: 'by point', code: part } : { how: 'outside the unit' };
}

/** Degrees of longitude are shortened by the latitude, which is enough within one LSOA. */
function nearest(unit: LsoaUnit, parts: readonly string[], lon: string, lat: string): string | null {
  const x = Number.parseFloat(lon);
  const y = Number.parseFloat(lat);
  const shorten = Math.cos((y * Math.PI) / 180);
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const part of parts) {
    const centre = unit.centres.get(part);
    if (!centre) continue;
    const distance = ((centre[0] - x) * shorten) ** 2 + (centre[1] - y) ** 2;
    if (distance < least) {
      least = distance;
      best = part;
    }
  }
  return best;
}
