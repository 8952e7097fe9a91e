// CSV rows out of text that arrives in pieces: a row may straddle two pieces, a cell may hold commas, quotes and breaks.

export class StreamedRows {
  #rest = '';

  /** Every row that is whole by now. */
  push(piece: string): string[][] {
    const text = this.#rest + piece;
    const rows: string[][] = [];
    let start = 0;
    let end = lineEnd(text, start);
    while (end >= 0) {
      rows.push(cellsOf(text.slice(start, end)));
      start = end + 1;
      end = lineEnd(text, start);
    }
    this.#rest = text.slice(start);
    return rows;
  }

  /** The last row, where the file does not end with a line break. */
  end(): string[][] {
    const rest = this.#rest;
    this.#rest = '';
    return rest === '' ? [] : [cellsOf(rest)];
  }
}

/** A quotation mark that is never closed must not swallow the file: past this length a break ends the row all the same. */
const LONGEST_ROW = 100_000;

/** Where the line that begins at `start` ends: the first break outside quotation marks, -1 where it has not arrived yet. */
function lineEnd(text: string, start: number): number {
  const first = text.indexOf('\n', start);
  if (first < 0) return -1;
  let end = first;
  let quotes = quotesIn(text, start, end);
  while (quotes % 2 === 1) {
    const next = text.indexOf('\n', end + 1);
    if (next < 0) return text.length - start > LONGEST_ROW ? first : -1;
    if (next - start > LONGEST_ROW) return first;
    quotes += quotesIn(text, end, next);
    end = next;
  }
  return end;
}

function quotesIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('"', from); at >= 0 && at < to; at = text.indexOf('"', at + 1)) count++;
  return count;
}

function cellsOf(line: string): string[] {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line;
  if (!text.includes('"')) return text.split(',');
  const cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"?([^,]*)|([^,]*))(,|$)/gy;
  for (;;) {
    const match = cell.exec(text)!;
    cells.push(match[3] ?? match[1].replaceAll('""', '"') + match[2]);
    if (match[4] === '') return cells;
  }
}
