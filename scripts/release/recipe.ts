// A recipe: how one unit's sources become the base tables that every release is computed from.
import type { Database } from './database.ts';
import type { Shapes } from './geojson.ts';
import type { HandTables } from './handTables.ts';
import type { Report } from './report.ts';
import type { ReleaseFile } from './seal.ts';
import type { TableSource } from './tableSource.ts';
import type { Unit } from './units.ts';

export interface Run {
  readonly unit: Unit;
  readonly sources: string;
  readonly database: Database;
  readonly shapes: Shapes;
  readonly tables: HandTables;
  /** Rows of each table source. */
  readonly rows: ReadonlyMap<string, number>;
  readonly report: Report;
}

export interface Recipe {
  readonly tables: readonly TableSource[];
  readonly shapes: (sources: string, unit: Unit) => Shapes;
  /** SQL beside this file: a view "faults" over the sources, then the base tables. */
  readonly checks: string;
  readonly base: string;
  /** What SQL cannot make: tables that stand before the base tables are made. */
  readonly prepare?: (run: Run) => Promise<void>;
  /** All tables of the release but the opening; says in the report what became of every row. */
  readonly files: (run: Run) => Promise<ReleaseFile[]>;
}
