// The dataset: one release as the engine reads it, column by column.
import type { AgeBand } from './ages.ts';
import type { Areas, Authority, Level, Shares, Touching } from './area.ts';
import type { Inventory, Programme } from './intervention.ts';
import type { Measure } from './measure.ts';
import type { MonthRecord } from './month.ts';
import type { OwnTable } from './ownCounts.ts';

/** Names one release; every answer, link and export carries it. */
export interface ReleaseStamp {
  /** YYYY-MM-DD of the newest source. */
  readonly id: string;
  /** First 12 hexadecimal digits of the sha256 over the release's files. */
  readonly hash: string;
  readonly unit: string;
  /** "2025 wards, codes as of December 2024" */
  readonly boundaries: string;
  readonly attribution: string;
}

/** Counts of one crime type: value of LSOA i in month m stands at i * months.length + m. */
export type MonthlyCounts = Uint16Array;

export interface Dataset {
  /**
   * Set while only what the first question needs is here: its crime types are joined, ages that it does not tell apart stand in one
   * band, and LSOAs go by their codes.
   */
  readonly openingOnly?: true;
  readonly release: ReleaseStamp;
  readonly authorities: readonly Authority[];
  readonly lsoas: Areas;
  readonly wards: Areas;
  readonly shares: Shares;
  /** LSOAs with no record at all in the counts: not known, not zero. Indices into lsoas. */
  readonly unrecorded: readonly number[];
  /** Usual residents as the census publishes them; its age bands sum to a few more or less. */
  readonly residents: Float64Array;
  readonly bands: readonly AgeBand[];
  readonly months: readonly MonthRecord[];
  /** By crime type, or by several counted as one (`joinedName`); a type that has not been loaded is absent. */
  readonly counts: ReadonlyMap<string, MonthlyCounts>;
  /** Further LSOA columns by name (deprivation, households, groups); absent until loaded. */
  readonly columns: ReadonlyMap<string, Float64Array>;
  /** Areas that share a corner or a border line, by level; absent until a question asks for clusters. */
  readonly neighbours?: Partial<Readonly<Record<Level, Touching>>>;
  /** The reader's own measures among them. */
  readonly measures: readonly Measure[];
  /** The reader's own counts by measure, protected; never part of a release or a link. */
  readonly own?: ReadonlyMap<string, OwnTable>;
  readonly programmes: readonly Programme[];
  readonly inventories: {
    readonly documented: Inventory;
    readonly illustrative?: Inventory;
    /** The reader's own; never part of a release or a link. */
    readonly own?: Inventory;
  };
}
