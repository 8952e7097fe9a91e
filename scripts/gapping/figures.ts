// Writes figures and rows: 15 significant digits, an empty cell for what is not known.

/** RangeError for what has outgrown a number: counts or people of a size that nobody has. */
function mustBeFinite(value: number): void {
  if (Math.abs(value) === Number.POSITIVE_INFINITY)
    throw new RangeError(
      'a figure made of these numbers is too large to be written, expected numbers of ordinary size',
    );
}

/** A number at 15 significant digits, without trailing zeros; empty where it is not known. RangeError if infinite. */
export function figure(value: number): string {
  if (Number.isNaN(value)) return '';
  mustBeFinite(value);
  const shortest = String(value + 0);
  // Sixteen characters with a point hold at most 15 digits: nothing to round.
  return shortest.length <= 15 ? shortest : String(Number(value.toPrecision(15)));
}

/** The same rounding for JSON, where it stays a number; null where it is not known. RangeError if infinite. */
export function rounded(value: number): number | null {
  mustBeFinite(value);
  return Number.isFinite(value) ? Number(value.toPrecision(15)) + 0 : null;
}

/** Text as one CSV field. */
export function field(value: string): string {
  return /[",\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

const ROWS_AT_ONCE = 8192;

/** Writes `rows` lines of CSV under a header, some thousands at a time. */
export function writeRows(
  out: (text: string) => void,
  header: readonly string[],
  rows: number,
  row: (index: number) => string,
): void {
  let block = `${header.join(',')}\n`;
  for (let r = 0; r < rows; r++) {
    block += `${row(r)}\n`;
    if ((r + 1) % ROWS_AT_ONCE === 0) {
      out(block);
      block = '';
    }
  }
  out(block);
}
