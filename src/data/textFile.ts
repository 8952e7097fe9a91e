// The text of a file someone brings: its encoding recognised, and what is no text refused in a sentence.

export type TextFile =
  | { readonly status: 'text'; readonly text: string; readonly note: string }
  | { readonly status: 'refused'; readonly problem: string; readonly remedy: string };

const AS_CSV = 'Save the table as CSV (UTF-8) and choose that file';

/** Files that are read whole; monthly street files are read in pieces and have no such limit. */
const LARGEST_TABLE = 30_000_000;

/** Decodes UTF-8, UTF-16 with a byte order mark, and else Windows-1252, which older spreadsheets write. */
export function readText(bytes: Uint8Array): TextFile {
  const refusal = tooLarge(bytes.length);
  if (refusal) return refusal;
  if (bytes.length === 0)
    return {
      status: 'refused',
      problem: 'The file is empty',
      remedy: 'Choose a file with a header and rows',
    };
  const other = knownFormat(bytes);
  if (other) return { status: 'refused', problem: `The file is ${other}, not a text table`, remedy: AS_CSV };
  const wide = byteOrder(bytes);
  if (wide !== '') return readable(new TextDecoder(wide).decode(bytes), 'Read as UTF-16');
  try {
    return readable(new TextDecoder('utf-8', { fatal: true }).decode(bytes), '');
  } catch {
    return readable(
      new TextDecoder('windows-1252').decode(bytes),
      'Read as Windows-1252: check accents and £',
    );
  }
}

/** Why a file of so many bytes is not read whole; null where it is. */
export function tooLarge(bytes: number): Extract<TextFile, { status: 'refused' }> | null {
  if (bytes <= LARGEST_TABLE) return null;
  return {
    status: 'refused',
    problem: `The file has ${(bytes / 1e6).toFixed(0)} MB; a table of areas or services has less than ${LARGEST_TABLE / 1e6} MB`,
    remedy: 'Choose a table with one row for each area or service',
  };
}

function knownFormat(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 4));
  if (start.startsWith('PK')) return 'a workbook or a zip archive';
  if (start === '%PDF') return 'a PDF';
  if (start.startsWith('\x1f\x8b')) return 'compressed (gzip)';
  if (start === '\xd0\xcf\x11\xe0') return 'an old workbook (.xls)';
  return '';
}

function byteOrder(bytes: Uint8Array): '' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return '';
}

/** Refuses what decodes but is no text: a table has next to no control characters. */
function readable(text: string, note: string): TextFile {
  const sample = text.slice(0, 20_000);
  let control = 0;
  for (let i = 0; i < sample.length; i++) {
    const c = sample.charCodeAt(i);
    if (c === 0xfffd || (c < 32 && c !== 9 && c !== 10 && c !== 13)) control++;
  }
  if (control > sample.length / 100)
    return {
      status: 'refused',
      problem: 'The file is no readable text: it may be a picture, a workbook, or UTF-16 without its mark',
      remedy: AS_CSV,
    };
  return { status: 'text', text, note };
}
