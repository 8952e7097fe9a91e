// Areas: units with a GSS code, at the levels the page speaks of.

export type Level = 'ward' | 'lsoa';

export interface Authority {
  /** GSS code, E08000025 ... */
  readonly code: string;
  readonly name: string;
}

/** The areas of one level, column by column. All columns have the same length and order. */
export interface Areas {
  readonly level: Level;
  readonly code: readonly string[];
  readonly name: readonly string[];
  /** Index into Dataset.authorities. */
  readonly authority: Uint8Array;
  /** Centre point, WGS84 degrees. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly km2: Float64Array;
  /** 1 where the area touches the region's outer border: services outside may reach it. */
  readonly border: Uint8Array;
}

/**
 * Which part of each LSOA lies in which ward. `parts` are ten-thousandths and sum to exactly 10,000 for every LSOA, so
 * that whatever is apportioned with them is conserved to the last unit.
 */
export interface Shares {
  readonly lsoa: Uint16Array;
  readonly ward: Uint8Array;
  readonly parts: Uint16Array;
}

export const PARTS = 10_000;

/** Which areas of a level touch: those of area i are targets[offsets[i]] … targets[offsets[i + 1] − 1]. */
export interface Touching {
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
}
