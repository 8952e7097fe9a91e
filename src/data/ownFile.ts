// A file someone chose, opened far enough to tell a street file from a table; tables are read whole, street files later in pieces.
import { isStreetFile } from './streetFile.ts';
import { readText, tooLarge } from './textFile.ts';

export type OpenedFile =
  | { readonly kind: 'street file'; readonly note: string }
  | { readonly kind: 'table'; readonly text: string; readonly note: string }
  | { readonly kind: 'refused'; readonly note: string };

/** Longer than the header of any street file. */
const HEAD = 2048;

export async function openOwnFile(file: Blob): Promise<OpenedFile> {
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  // Read forgivingly: the slice may end inside a letter.
  const wide = head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : 'utf-8';
  if (isStreetFile(new TextDecoder(wide).decode(head)))
    return { kind: 'street file', note: 'a police.uk street file' };
  const refusal = tooLarge(file.size);
  if (refusal) return { kind: 'refused', note: `${refusal.problem}. ${refusal.remedy}.` };
  const read = readText(new Uint8Array(await file.arrayBuffer()));
  if (read.status === 'refused') return { kind: 'refused', note: `${read.problem}. ${read.remedy}.` };
  return { kind: 'table', text: read.text, note: read.note };
}
