// A tabular source: what its columns must hold, and the check of every row before anything is computed from it.
import { eachCsvRow } from './csvRows.ts';
import { SourceFault } from './fault.ts';
import { sourceText } from './text.ts';

/** What a column must hold. "?" after the kind allows an empty cell. */
export type ColumnKind =
  | 'text'
  | 'integer'
  | 'number'
  | 'month'
  | 'lsoa'
  | 'ward'
  | 'authority'
  | `${'integer' | 'number' | 'text' | 'lsoa'}?`;

export interface TableSource {
  /** Name of the view that the SQL reads. */
  readonly view: string;
  /** Path inside the source folder. */
  readonly file: string;
  /** Columns that must be there; others may be, and are not read. */
  readonly columns: Readonly<Record<string, ColumnKind>>;
}

const PATTERNS: Record<string, { pattern: RegExp; words: string }> = {
  integer: { pattern: /^-?\d+(\.0)?$/, words: 'a whole number' },
  number: { pattern: /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/, words: 'a number' },
  month: { pattern: /^\d{4}-(0[1-9]|1[0-2])$/, words: 'a month as YYYY-MM' },
  lsoa: { pattern: /^[EW]01\d{6}$/, words: 'an LSOA code such as E01008881' },
  ward: { pattern: /^[EW]05\d{6}$/, words: 'a ward code such as E05011118' },
  authority: { pattern: /^[EW]0[6-9]\d{6}$/, words: 'an authority code such as E08000025' },
};

/** Checks header and every row; returns the number of data rows. Throws SourceFault at the first fault. */
export function checkTable(sources: string, source: TableSource): number {
  const text = sourceText(sources, source.file);
  let header: string[] | null = null;
  let checks: { at: number; name: string; optional: boolean; pattern: RegExp; words: string }[] = [];
  let rows = 0;
  eachCsvRow(text, (fields, line) => {
    if (header === null) {
      header = fields;
      checks = columnChecks(source, fields);
      return;
    }
    if (fields.length !== header.length)
      throw new SourceFault(
        source.file,
        line,
        `the row has ${fields.length} fields`,
        `${header.length} as in the header (the file may be cut short)`,
      );
    for (const check of checks) {
      const cell = fields[check.at];
      if (cell === '' && check.optional) continue;
      if (!check.pattern.test(cell))
        throw new SourceFault(source.file, line, `${check.name} is "${cell}"`, check.words);
    }
    rows++;
  });
  if (rows === 0) throw new SourceFault(source.file, 1, 'the file has no rows', 'a header line and rows');
  return rows;
}

function columnChecks(source: TableSource, header: readonly string[]) {
  const checks = [];
  for (const [name, kind] of Object.entries(source.columns)) {
    const at = header.indexOf(name);
    if (at < 0)
      throw new SourceFault(source.file, 1, `the header has no column "${name}"`, 'one of that name');
    const optional = kind.endsWith('?');
    const base = optional ? kind.slice(0, -1) : kind;
    if (base === 'text') continue;
    checks.push({ at, name, optional, ...PATTERNS[base] });
  }
  return checks;
}
