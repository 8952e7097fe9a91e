// Reads a whole text file, or says in one sentence why it cannot be read as text.
import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { InputProblem } from './problem.ts';

/** A text and the name its reader gave it, for messages. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}

/** npm changes to the project's folder first: a path that is not there is looked up where the reader stood. */
function locate(path: string): string {
  const here = resolve(path);
  const asked = process.env.INIT_CWD;
  if (isAbsolute(path) || asked === undefined || existsSync(here)) return here;
  const there = resolve(asked, path);
  return existsSync(there) ? there : here;
}

function readBytes(path: string, expected: string): Buffer {
  try {
    return readFileSync(path === '-' ? 0 : locate(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    const why =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'this is a folder'
          : code === 'EACCES'
            ? 'this file may not be read'
            : 'this file cannot be read';
    throw new InputProblem(path, 1, `${why}, expected ${expected}`);
  }
}

/**
 * The text of a file in UTF-8, with or without a byte-order mark. `-` is standard input.
 * InputProblem where the file is missing, empty, in another encoding or not text.
 */
export function readText(path: string, expected: string): TextFile {
  const file = path === '-' ? 'standard input' : path;
  const bytes = readBytes(path, expected);
  if (bytes.length === 0) throw new InputProblem(file, 1, `the file is empty, expected ${expected}`);
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (wide || bytes.subarray(0, 1024).includes(0)) {
    throw new InputProblem(
      file,
      1,
      'the file is in UTF-16 or is not text, expected UTF-8: save it again as "CSV UTF-8"',
    );
  }
  try {
    return { file, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    throw new InputProblem(
      file,
      lineOfFirstBadByte(bytes),
      'this line has a character that is not UTF-8, expected UTF-8: save the file again as "CSV UTF-8"',
    );
  }
}

/** Every line break is one byte in UTF-8, so lines can be tried one at a time. */
function lineOfFirstBadByte(bytes: Buffer): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const next = bytes.indexOf(10, start);
    const end = next < 0 ? bytes.length : next;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
  }
  return line;
}
