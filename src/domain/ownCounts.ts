// Counts a reader brings: what is asked about their files, what is said of them, and the protected figures the engine works with.
import type { Level } from './area.ts';
import type { Measure } from './measure.ts';
import type { Month } from './month.ts';
import type { Column } from './reading.ts';

/** The measure's id begins so; a link carries the id and nothing else of it. */
export const OWN_PREFIX = 'own-';

export function isOwn(measure: string): boolean {
  return measure.startsWith(OWN_PREFIX);
}

export type PeriodKind = 'month' | 'year' | 'financial year' | 'text';

/** The periods a column of a table has: written alike, in order. */
export interface OwnPeriods {
  readonly kind: PeriodKind;
  /** YYYY-MM, YYYY, YYYY-YY or the text as it stands. */
  readonly keys: readonly string[];
}

/**
 * What of a table with several periods is counted: all of them added up, each by itself as well as all, or those from one to
 * another, both included, added up. Each choice is protected as a whole, so that what one withholds is not given away by another of the same file.
 */
export type Counted =
  | { readonly kind: 'sum' }
  | { readonly kind: 'each' }
  | { readonly kind: 'some'; readonly from: string; readonly to: string };

/** Longest name of a reader's counts, in letters. */
export const LABEL_LENGTH = 60;

/** Positions of columns; null is none. */
export interface OwnColumns {
  readonly code: number;
  readonly count: number;
  readonly period: number | null;
}

/** Small counts withheld, others rounded; null for public records, which need neither. */
export interface OwnRule {
  /** Counts from 1 to this are withheld. */
  readonly threshold: number;
  /** Others are rounded to the nearest multiple of this. */
  readonly base: number;
}

interface OwnFileLook {
  readonly name: string;
  /** A street file, a table, or in words why it is not used. */
  readonly kind: 'street file' | 'table' | 'refused';
  /** How it was read, or why it was not and what would help. */
  readonly note: string;
}

/** What the chosen files seem to be. Nothing is counted before the reader confirms it. */
export interface OwnLook {
  readonly kind: 'table' | 'street files' | 'inventory' | 'nothing';
  readonly files: readonly OwnFileLook[];
  /** Of a table: its columns, first rows, and what was guessed, in words. */
  readonly columns: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly guess: OwnColumns | null;
  readonly why: readonly string[];
  /** Of a table: the periods of each column that could hold them; null for the others. */
  readonly periods: readonly (OwnPeriods | null)[];
}

export interface OwnWish {
  readonly files: readonly Blob[];
  readonly names: readonly string[];
  /** Id the measure is to have. */
  readonly id: string;
  readonly label: string;
  /** Of a table; null for street files. */
  readonly columns: OwnColumns | null;
  readonly rule: OwnRule;
  /** Areas a table of LSOAs is shown by; a table of wards is shown by wards alone. */
  readonly level: Level;
  /** Of street files: the crime types that are counted together. */
  readonly types: readonly string[];
  readonly counted: Counted;
  /** A measure of the same file that was never shown, and that this one takes the place of. */
  readonly insteadOf?: string;
}

/** One row that was not used, or a remark on one that was. */
interface OwnFault {
  readonly row: number | null;
  readonly field: string;
  readonly problem: string;
  readonly remedy: string;
  readonly setAside: boolean;
}

export interface OwnReport {
  /** Null where no row could be used: nothing then is there to show. */
  readonly measure: Measure | null;
  /** Levels the figures can be shown by. */
  readonly levels: readonly Level[];
  /** Rows read = used + set aside. */
  readonly account: { readonly read: number; readonly used: number; readonly setAside: number };
  /** Reasons rows were set aside for, most frequent first. */
  readonly reasons: readonly { readonly reason: string; readonly rows: number }[];
  /** The first of the faults; `faultsFile` has them all. */
  readonly faults: readonly OwnFault[];
  /** Every fault as a CSV file. */
  readonly faultsFile: string;
  readonly files: readonly { readonly name: string; readonly sentence: string }[];
  readonly periods: readonly string[];
  /** Where each period is protected beside the sum: areas whose sum would be known were it alone. */
  readonly knownAddedUp: number | null;
  /** Areas by what can be shown of them. */
  readonly known: number;
  readonly suppressed: number;
  readonly notKnown: number;
  /** Plain sentences: what was done with the counts, and what to bear in mind. */
  readonly notes: readonly string[];
}

/** Protected counts by area of one level. Whatever is computed from them reveals no more than they do. */
export interface OwnLevel {
  /** As they may be shown; NaN is suppressed or not known. */
  readonly counts: Column;
  /** 1 where a count is known and withheld. */
  readonly suppressed: Uint8Array;
}

/** Protected counts month by month, from the first month of the file to the last; NaN is withheld or not in the file. */
export interface OwnMonths {
  readonly months: readonly Month[];
  /** By month: whether the file has it at all. */
  readonly inFile: Uint8Array;
  /** By area row, then month, where each month may be shown by area; by level. */
  readonly byArea: Partial<Readonly<Record<Level, Column>>>;
  /** By authority, then month. */
  readonly byAuthority: Column;
  /** All areas of the file together. */
  readonly region: Column;
}

/** One measure of the reader's own as the engine has it. It stays in the worker's memory and is gone with the page. */
export interface OwnTable {
  readonly measure: Measure;
  readonly levels: Partial<Readonly<Record<Level, OwnLevel>>>;
  /** Months the counts are of; NaN where the table does not say. */
  readonly months: number;
  readonly byMonth?: OwnMonths;
}
