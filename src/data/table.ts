// Reads any small CSV or TSV someone brings into a header and rows, with what is wrong with its shape.
import Papa from 'papaparse';
import { type Fault, shown } from './fault.ts';

export interface TableRow {
  /** As a spreadsheet numbers it. */
  readonly row: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly delimiter: string;
  readonly header: readonly string[];
  /** Rows with as many cells as the header; blank rows are passed over. */
  readonly rows: readonly TableRow[];
  /** Rows that are not blank, set aside ones included. */
  readonly rowsRead: number;
  readonly faults: readonly Fault[];
}

const DELIMITERS = [',', '\t', ';', '|'];

/** Remarks above the header, lines that begin with "#", are passed over. Column names are trimmed, lower case, joined by "_". */
export function readTable(source: string): Table {
  const { text, skipped } = withoutRemarks(source.replace(/^\ufeff/, ''));
  const first = firstLine(text);
  const delimiter = delimiterOf(first.line);
  const parsed = Papa.parse<string[]>(text, { delimiter, newline: first.newline });
  const faults: Fault[] = [];
  const header = (parsed.data[0] ?? []).map(columnName);
  if (header.every((name) => name === '')) {
    faults.push(wholeFile('there is no header', 'Put the column names in the first row'));
    return { delimiter, header: [], rows: [], rowsRead: 0, faults };
  }
  faults.push(...doubledColumns(header));
  const unclosed = new Set(parsed.errors.filter((e) => e.type === 'Quotes').map((e) => e.row ?? 0));
  const rows: TableRow[] = [];
  let rowsRead = 0;
  for (let i = 1; i < parsed.data.length; i++) {
    const cells = parsed.data[i];
    if (cells.every((cell) => cell.trim() === '')) continue;
    rowsRead++;
    const row = i + 1 + skipped;
    const fault = unclosed.has(i) ? openQuote(row) : ragged(row, cells.length, header.length, delimiter);
    if (fault) faults.push(fault);
    else rows.push({ row, cells });
  }
  return { delimiter, header, rows, rowsRead, faults };
}

/** Whose position a column has; the first of that name. -1 where there is none. */
export function columnAt(table: Table, name: string): number {
  return table.header.indexOf(name);
}

export function columnName(cell: string): string {
  return cell
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

export function wholeFile(problem: string, remedy: string): Fault {
  return { row: null, field: '', problem, remedy, setAside: true };
}

function withoutRemarks(text: string): { text: string; skipped: number } {
  const remarks = /^(?:#[^\r\n]*(?:\r\n|\r|\n))*/.exec(text)![0];
  return { text: text.slice(remarks.length), skipped: remarks.split(/\r\n|\r|\n/).length - 1 };
}

/** The header line up to the first line break outside quotation marks, and how the file ends its lines. */
function firstLine(text: string): { line: string; newline: '\r\n' | '\n' | '\r' } {
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '"') quoted = !quoted;
    else if (!quoted && (c === '\n' || c === '\r')) {
      const newline = c === '\n' ? '\n' : text[i + 1] === '\n' ? '\r\n' : '\r';
      return { line: text.slice(0, i), newline };
    }
  }
  return { line: text, newline: '\n' };
}

function delimiterOf(line: string): string {
  const bare = line.replace(/"[^"]*"/g, '');
  const uses = DELIMITERS.map((delimiter) => bare.split(delimiter).length - 1);
  return DELIMITERS[uses.indexOf(Math.max(...uses))];
}

function doubledColumns(header: readonly string[]): Fault[] {
  const doubled = header.filter((name, i) => name !== '' && header.indexOf(name) < i);
  return [...new Set(doubled)].map((name) => ({
    row: null,
    field: shown(name),
    problem: 'the column stands in the header more than once; the first is read',
    remedy: 'Give every column its own name',
    setAside: false,
  }));
}

function openQuote(row: number): Fault {
  return {
    row,
    field: '',
    problem: 'a quotation mark is opened and not closed properly',
    remedy: 'Close it, or double every quotation mark inside a quoted cell',
    setAside: true,
  };
}

function ragged(row: number, cells: number, columns: number, delimiter: string): Fault | null {
  if (cells === columns) return null;
  const mark = { '\t': 'tab', ',': 'comma', ';': 'semicolon', '|': 'bar' }[delimiter];
  return {
    row,
    field: '',
    problem: `it has ${cells} cells where the header has ${columns}`,
    remedy: `Put cells that contain a ${mark} in quotation marks, and leave empty cells in place`,
    setAside: true,
  };
}
