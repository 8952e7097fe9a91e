// Writes CSV that spreadsheets show as it is: text that looks like a formula is disarmed, numbers stay numbers.

export type Cell = string | number | boolean | null | undefined;

/** A blank a spreadsheet skips before it looks for a formula, invisible ones included. */
const BLANK = '[\\s\\u200b\\u2060\\ufeff]';
/** Characters that start a formula; the wide forms do so in some locales. */
const START = '[=+\\-@\\uff1d\\uff0b\\uff0d\\uff20]';
/** Apostrophes in front are allowed for, so that disarming twice can be undone twice. */
const FORMULA = new RegExp(`^'*(?:\\t|${BLANK}*${START})`);
const DISARMED = new RegExp(`^''*(?:\\t|${BLANK}*${START})`);
const LINES = /(\r\n|\r|\n)/;
const PLAIN_NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/** True where a spreadsheet may run the text, at its start or at the start of a line inside it. */
export function isFormulaLike(text: string): boolean {
  return !PLAIN_NUMBER.test(text) && text.split(/[\r\n]/).some((line) => FORMULA.test(line));
}

/** Puts an apostrophe before every line of the text that a spreadsheet could take for a formula. */
export function disarm(text: string): string {
  return PLAIN_NUMBER.test(text) ? text : byLine(text, (line) => (FORMULA.test(line) ? `'${line}` : line));
}

/** The inverse of `disarm`. */
export function rearm(text: string): string {
  return byLine(text, (line) => (DISARMED.test(line) ? line.slice(1) : line));
}

/** Splitting on a captured break leaves the breaks at odd places; they pass untouched. */
function byLine(text: string, change: (line: string) => string): string {
  return text
    .split(LINES)
    .map((piece, k) => (k % 2 === 0 ? change(piece) : piece))
    .join('');
}

/** One cell. Numbers keep every digit and their sign; NaN and null are empty: not known is never 0. */
export function csvCell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (typeof value === 'boolean') return String(value);
  const text = disarm(value);
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvLine(cells: readonly Cell[]): string {
  return cells.map(csvCell).join(',');
}

/** A header and rows, one line each, ended by a line feed. `remarks` stand above the header, each behind "# ". */
export function csvText(
  header: readonly string[],
  rows: Iterable<readonly Cell[]>,
  remarks: readonly string[] = [],
): string {
  const lines = remarks.map((remark) => `# ${remark.replace(/[\r\n]+/g, ' ')}`);
  lines.push(csvLine(header));
  for (const row of rows) lines.push(csvLine(row));
  return `${lines.join('\n')}\n`;
}
