// The database of one run: source files as views, SQL from files beside this one, rows back as plain objects.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { TableSource } from './tableSource.ts';

export type Cell = string | number | boolean | null;
export type Row = Record<string, Cell>;

export interface Database {
  /** A view named after the source, all columns as text. */
  open(sources: string, source: TableSource): Promise<void>;
  /** A table of text and numbers from rows made here. */
  table(
    name: string,
    columns: Record<string, 'VARCHAR' | 'DOUBLE' | 'INTEGER'>,
    rows: readonly (readonly Cell[])[],
  ): Promise<void>;
  /** Runs the statements of a .sql file beside this one. */
  script(name: string): Promise<void>;
  rows(sql: string): Promise<Row[]>;
  close(): void;
}

const here = dirname(fileURLToPath(import.meta.url));
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

export async function openDatabase(): Promise<Database> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection: DuckDBConnection = await instance.connect();
  return {
    async open(sources, source) {
      const path = quoted(join(sources, source.file));
      await connection.run(
        `CREATE TABLE ${source.view} AS SELECT * FROM read_csv(${path}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')`,
      );
    },
    async table(name, columns, rows) {
      const types = Object.entries(columns);
      await connection.run(`CREATE TABLE ${name} (${types.map(([c, t]) => `${c} ${t}`).join(', ')})`);
      const literal = (cell: Cell) =>
        typeof cell === 'string' ? quoted(cell) : cell === null || Number.isNaN(cell) ? 'NULL' : String(cell);
      for (let at = 0; at < rows.length; at += 1000) {
        const values = rows.slice(at, at + 1000).map((row) => `(${row.map(literal).join(',')})`);
        await connection.run(`INSERT INTO ${name} VALUES ${values.join(',')}`);
      }
    },
    async script(name) {
      await connection.run(readFileSync(join(here, name), 'utf8'));
    },
    async rows(sql) {
      const reader = await connection.runAndReadAll(sql);
      return reader.getRowObjectsJson() as Row[];
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
