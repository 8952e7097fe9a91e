// Reads a source file as text: unpacks .gz, takes off a byte order mark, and stops at any other encoding than UTF-8.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { SourceFault } from './fault.ts';

/** The text of `file` inside the folder `sources`; `file` is the name that faults speak of. */
export function sourceText(sources: string, file: string): string {
  const path = join(sources, file);
  if (!existsSync(path))
    throw new SourceFault(
      file,
      null,
      'the file is missing',
      `it in the source folder ${sources} (name another with --sources)`,
    );
  let bytes: Buffer = readFileSync(path);
  if (file.endsWith('.gz')) {
    try {
      bytes = gunzipSync(bytes);
    } catch {
      throw new SourceFault(
        file,
        null,
        'the file cannot be unpacked',
        'a whole gzip file (it may be cut short)',
      );
    }
  }
  return decodeUtf8(bytes, file);
}

export function decodeUtf8(bytes: Uint8Array, file: string): string {
  if (bytes.length === 0) throw new SourceFault(file, 1, 'the file is empty', 'a header line and rows');
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || bytes.subarray(0, 200).includes(0))
    throw new SourceFault(file, 1, 'the text is encoded as UTF-16', 'UTF-8; save it again as UTF-8');
  try {
    // TextDecoder takes a UTF-8 byte order mark off by itself.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new SourceFault(
      file,
      firstBadLine(bytes),
      'the text has bytes that are not UTF-8',
      'UTF-8; save it again as UTF-8',
    );
  }
}

function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let start = 0;
  while (start < bytes.length) {
    const next = bytes.indexOf(10, start);
    const end = next < 0 ? bytes.length : next + 1;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
    line++;
  }
  return line;
}
