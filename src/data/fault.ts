// A fault in a file someone brings: where it is, what is wrong, how to mend it, in plain words.

export interface Fault {
  /** Row as a spreadsheet numbers it, the header being row 1; null for the file as a whole. */
  readonly row: number | null;
  /** Column, empty for the row as a whole. */
  readonly field: string;
  readonly problem: string;
  readonly remedy: string;
  /** True where the row, or the file, is not used because of it. */
  readonly setAside: boolean;
}

/** "Row 5, capacity: “lots” is not a number. Write digits only. The row is set aside." */
export function faultSentence(fault: Fault): string {
  const at = [fault.row === null ? 'The file' : `Row ${fault.row}`, fault.field].filter(Boolean).join(', ');
  const end = !fault.setAside ? '' : ` ${fault.row === null ? 'Nothing is read' : 'The row is set aside'}.`;
  return `${at}: ${fault.problem}. ${fault.remedy}.${end}`;
}

/** What someone wrote, short enough to show, quoted, on one line. */
export function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > 40 ? `${line.slice(0, 39)}…` : line}”`;
}
