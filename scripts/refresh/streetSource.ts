// What a refresh reads: a folder of monthly files, one file, an archive of them, or the address of an archive.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { createGunzip } from 'node:zlib';
import type { StreetFile } from '../../src/data/streetCounts.ts';
import { SourceFault } from '../release/fault.ts';
import { download } from './download.ts';
import { zipEntries } from './zipFile.ts';

interface StreetEntry {
  readonly name: string;
  readonly bytes: number;
  /** Changes when the contents change. */
  readonly version: string;
  readonly open: () => StreetFile;
}

export interface StreetSource {
  readonly entries: readonly StreetEntry[];
  /** Files of the source that are no street files by name. */
  readonly passedOver: number;
  /** To be called when all is counted and written: a downloaded archive is not needed any more. */
  readonly done: () => void;
}

const nothing = () => {};
const STREET_NAME = /street[^/\\]*\.csv(\.gz)?$/i;

/** The month in a file's name, as the publisher names them: 2024-01-city-of-london-street.csv. */
export function monthInName(name: string): string | null {
  return /(?:^|[/\\])(\d{4}-(?:0[1-9]|1[0-2]))-[a-z-]+-street\.csv(?:\.gz)?$/i.exec(name)?.[1] ?? null;
}

export async function openSource(
  source: string,
  cache: string,
  say: (sentence: string) => void,
): Promise<StreetSource> {
  if (/^https?:\/\//i.test(source)) {
    const path = join(cache, `${createHash('sha256').update(source).digest('hex').slice(0, 16)}.zip`);
    let said = 0;
    await download(source, path, {
      progress: (bytes, total) => {
        if (bytes - said < 20_000_000 && bytes !== total) return;
        said = bytes;
        const of = Number.isNaN(total) ? '' : ` of ${(total / 1e6).toFixed(1)}`;
        say(`downloaded ${(bytes / 1e6).toFixed(1)}${of} MB`);
      },
    });
    try {
      return { ...(await openArchive(path, source)), done: () => rmSync(path, { force: true }) };
    } catch (error) {
      // What came is no archive: it must not stand in the way of the next attempt.
      rmSync(path, { force: true });
      throw error;
    }
  }
  if (!existsSync(source))
    throw new SourceFault(
      source,
      null,
      'there is no such file or folder',
      'a folder, a zip archive or an address',
    );
  if (!statSync(source).isDirectory())
    return /\.zip$/i.test(source) ? openArchive(source, basename(source)) : openFiles([source], basename);
  const paths = filesUnder(source);
  const street = paths.filter((path) => STREET_NAME.test(path));
  if (street.length === 0) throw noStreetFiles(source);
  const files = openFiles(street, (path) => relative(source, path));
  return { ...files, passedOver: paths.length - street.length };
}

async function openArchive(path: string, name: string): Promise<StreetSource> {
  const all = await zipEntries(path, name);
  const street = all.filter((entry) => STREET_NAME.test(entry.name) && !/\.gz$/i.test(entry.name));
  if (street.length === 0) throw noStreetFiles(name);
  const entries = street.map(
    (entry): StreetEntry => ({
      name: entry.name,
      bytes: entry.bytes,
      version: `${entry.bytes}-${entry.crc}`,
      open: () => ({ name: entry.name, pieces: entry.pieces() }),
    }),
  );
  return { entries: inOrder(entries), passedOver: all.length - street.length, done: nothing };
}

function openFiles(paths: readonly string[], nameOf: (path: string) => string): StreetSource {
  const entries = paths.map((path): StreetEntry => {
    const { size, mtimeMs } = statSync(path);
    return {
      name: nameOf(path),
      bytes: size,
      version: `${size}-${mtimeMs}`,
      open: () => ({ name: nameOf(path), pieces: textOf(path, nameOf(path)) }),
    };
  });
  return { entries: inOrder(entries), passedOver: 0, done: nothing };
}

async function* textOf(path: string, name: string): AsyncGenerator<string> {
  const packed = /\.gz$/i.test(path);
  const bytes = createReadStream(path);
  const plain = packed ? bytes.pipe(createGunzip()) : bytes;
  const decoder = new TextDecoder('utf-8');
  try {
    for await (const piece of plain) yield decoder.decode(piece as Buffer, { stream: true });
  } catch {
    throw new SourceFault(
      name,
      null,
      'the file cannot be read to its end',
      'a whole file (it may be cut short)',
    );
  }
  yield decoder.decode();
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function inOrder(entries: readonly StreetEntry[]): StreetEntry[] {
  return [...entries].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function noStreetFiles(source: string): SourceFault {
  return new SourceFault(
    source,
    null,
    'no street file is in it',
    'files named like 2026-04-west-midlands-street.csv, as police.uk publishes them',
  );
}
