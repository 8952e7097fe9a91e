// Walks the rows of a CSV text with their line numbers, so that a fault can name the line.

/** Calls `row` for the header and every data row, with the number of the line it starts on. */
export function eachCsvRow(text: string, row: (fields: string[], line: number) => void): void {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const plain = text.charCodeAt(end - 1) === 13 ? text.slice(at, end - 1) : text.slice(at, end);
    if (!plain.includes('"')) {
      if (plain !== '') row(plain.split(','), line);
      at = end + 1;
      line++;
      continue;
    }
    const quoted = quotedRow(text, at);
    row(quoted.fields, line);
    line += quoted.lines;
    at = quoted.end;
  }
}

/** One row that has quotes in it: quotes may hold commas, line breaks and doubled quotes. */
function quotedRow(text: string, start: number): { fields: string[]; end: number; lines: number } {
  const fields: string[] = [];
  let field = '';
  let inside = false;
  let lines = 1;
  let at = start;
  for (; at < text.length; at++) {
    const character = text[at];
    if (inside) {
      if (character === '"' && text[at + 1] === '"') {
        field += '"';
        at++;
      } else if (character === '"') inside = false;
      else {
        if (character === '\n') lines++;
        field += character;
      }
    } else if (character === '"') inside = true;
    else if (character === ',') {
      fields.push(field);
      field = '';
    } else if (character === '\n') break;
    else if (character !== '\r') field += character;
  }
  fields.push(field);
  return { fields, end: at + 1, lines };
}

/** One CSV line; text that holds a comma, a quote or a line break is quoted. */
function csvLine(cells: readonly (string | number | null)[]): string {
  return cells
    .map((cell) => {
      const text = cell === null ? '' : String(cell);
      return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(',');
}

/** A whole CSV text with header; every line ends with a line feed. */
export function csvText(
  header: readonly string[],
  rows: Iterable<readonly (string | number | null)[]>,
): string {
  const lines = [csvLine(header)];
  for (const row of rows) lines.push(csvLine(row));
  return `${lines.join('\n')}\n`;
}
