// Reads a CSV file by RFC 4180, strictly, and remembers on which line every row began.
import { InputProblem } from './problem.ts';
import { readText, type TextFile } from './text-file.ts';

/** The wanted columns of a file as text. Row r of every column began on line `line[r]`. */
export interface CsvTable {
  readonly file: string;
  readonly line: readonly number[];
  readonly columns: ReadonlyMap<string, readonly string[]>;
}

export interface Wanted {
  readonly required: readonly string[];
  readonly optional?: readonly string[];
  /** Whether a header with nothing under it is an answer ("none") rather than a mistake. */
  readonly mayBeEmpty?: boolean;
}

const QUOTE = 34;
const COMMA = 44;
const LINE_FEED = 10;
const RETURN = 13;

/** Calls `row` with each row's fields (an array that is used again) and the line it began on; blank lines are passed over. */
export function forEachRow({ file, text }: TextFile, row: (fields: string[], line: number) => void): void {
  const fields: string[] = [];
  const end = text.length;
  let at = 0;
  let line = 1;
  while (at < end) {
    const began = line;
    fields.length = 0;
    let quoted = false;
    for (;;) {
      if (text.charCodeAt(at) === QUOTE) {
        quoted = true;
        const opened = line;
        let value = '';
        let from = at + 1;
        for (;;) {
          const close = text.indexOf('"', from);
          if (close < 0) {
            throw new InputProblem(
              file,
              opened,
              'a quotation mark opens here and never closes, expected a closing "',
            );
          }
          const piece = text.slice(from, close);
          line += piece.split('\n').length - 1;
          value += piece;
          at = close + 1;
          if (text.charCodeAt(at) !== QUOTE) break;
          value += '"';
          from = at + 1;
        }
        fields.push(value);
        const next = text.charCodeAt(at);
        if (at < end && next !== COMMA && next !== LINE_FEED && next !== RETURN) {
          throw new InputProblem(
            file,
            line,
            `"${text.slice(at, at + 12).split(/[\r\n,]/)[0]}" follows a closing quotation mark, expected a comma or the end of the line`,
          );
        }
      } else {
        let stop = at;
        for (; stop < end; stop++) {
          const c = text.charCodeAt(stop);
          if (c === COMMA || c === LINE_FEED || c === RETURN) break;
        }
        fields.push(text.slice(at, stop));
        at = stop;
      }
      if (at >= end || text.charCodeAt(at) !== COMMA) break;
      at++;
      if (at === end) {
        fields.push('');
        break;
      }
    }
    if (at < end) {
      at += text.charCodeAt(at) === RETURN && text.charCodeAt(at + 1) === LINE_FEED ? 2 : 1;
      line++;
    }
    const blank = !quoted && fields.length === 1 && fields[0].trim() === '';
    if (!blank) row(fields, began);
  }
}

const listed = (names: readonly string[]): string => names.join(',');

/** Where each wanted column stands in the header; -1 for an optional one that is not there. */
function findColumns(file: string, line: number, header: readonly string[], wanted: Wanted): number[] {
  const names = header.map((name) => name.trim().toLowerCase());
  const all = [...wanted.required, ...(wanted.optional ?? [])];
  return all.map((name) => {
    const first = names.indexOf(name);
    if (first >= 0 && names.indexOf(name, first + 1) >= 0) {
      throw new InputProblem(file, line, `the header names the column "${name}" twice, expected it once`);
    }
    if (first < 0 && wanted.required.includes(name)) {
      const other = names.length === 1 ? names[0].match(/[;\t|]/) : null;
      const why = other
        ? `the columns are separated by ${other[0] === '\t' ? 'tabs' : `"${other[0]}"`}, expected commas`
        : `the header has no column "${name}", expected ${listed(wanted.required)}`;
      throw new InputProblem(file, line, why);
    }
    return first;
  });
}

/**
 * The wanted columns of a CSV text. Names in the header may be in any order and case; columns that are not wanted are
 * passed over. Values are trimmed. InputProblem for a missing column, a ragged row or no rows.
 */
export function parseTable(source: TextFile, wanted: Wanted): CsvTable {
  const { file } = source;
  const names = [...wanted.required, ...(wanted.optional ?? [])];
  const line: number[] = [];
  let at: number[] | null = null;
  let width = 0;
  let headerLine = 1;
  const kept: string[][] = names.map(() => []);
  forEachRow(source, (fields, began) => {
    if (at === null) {
      at = findColumns(file, began, fields, wanted);
      width = fields.length;
      headerLine = began;
      return;
    }
    if (fields.length !== width) {
      throw new InputProblem(
        file,
        began,
        `this row has ${fields.length} ${fields.length === 1 ? 'field' : 'fields'}, expected ${width} as in the header`,
      );
    }
    line.push(began);
    for (let k = 0; k < kept.length; k++) if (at[k] >= 0) kept[k].push(fields[at[k]].trim());
  });
  if (at === null) {
    throw new InputProblem(file, 1, `the file has no header, expected ${listed(wanted.required)}`);
  }
  if (line.length === 0 && !wanted.mayBeEmpty) {
    throw new InputProblem(file, headerLine, 'the header has no rows under it, expected at least one');
  }
  const found: readonly number[] = at;
  return {
    file,
    line,
    columns: new Map(names.flatMap((name, k) => (found[k] < 0 ? [] : [[name, kept[k]]]))),
  };
}

export function readTable(path: string, wanted: Wanted): CsvTable {
  return parseTable(readText(path, `a CSV file with the columns ${listed(wanted.required)}`), wanted);
}
