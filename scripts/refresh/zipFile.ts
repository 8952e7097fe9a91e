// Reads entries of a zip archive on disk one at a time, as text in pieces, so that an archive of gigabytes takes no memory.
import { createReadStream, type ReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { SourceFault } from '../release/fault.ts';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: number;
  /** Checksum of the contents; with the size it tells one version of a file from another. */
  readonly crc: number;
  readonly pieces: () => AsyncIterable<string>;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const LONGEST_END = 22 + 65_535;
const STORED = 0;
const DEFLATED = 8;

/** Every entry that is a file. `name` is what faults speak of. */
export async function zipEntries(path: string, name: string): Promise<ZipEntry[]> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const end = await endRecord(file, size, name);
    const directory = await readAt(file, end.start, end.length);
    const entries: ZipEntry[] = [];
    for (let at = 0, k = 0; k < end.entries; k++) {
      if (at + 46 > directory.length || directory.readUInt32LE(at) !== CENTRAL)
        throw new SourceFault(
          name,
          null,
          'the list of files in the archive is damaged',
          'a whole zip archive',
        );
      const nameLength = directory.readUInt16LE(at + 28);
      const header = {
        name: directory.toString('utf8', at + 46, at + 46 + nameLength),
        flags: directory.readUInt16LE(at + 8),
        method: directory.readUInt16LE(at + 10),
        crc: directory.readUInt32LE(at + 16),
        packed: directory.readUInt32LE(at + 20),
        bytes: directory.readUInt32LE(at + 24),
        start: directory.readUInt32LE(at + 42),
      };
      at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
      if (header.name.endsWith('/')) continue;
      const { bytes, crc } = header;
      entries.push({ name: header.name, bytes, crc, pieces: () => entryText(path, name, header) });
    }
    return entries;
  } finally {
    await file.close();
  }
}

interface Header {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly crc: number;
  readonly start: number;
}

async function* entryText(path: string, archive: string, header: Header): AsyncGenerator<string> {
  const fault = (found: string) =>
    new SourceFault(archive, null, `${header.name} ${found}`, 'a whole zip archive; fetch it again');
  if (header.flags & 1) throw fault('is encrypted');
  if (header.method !== STORED && header.method !== DEFLATED)
    throw fault('is packed in a way not known here');
  const file = await open(path);
  let start: number;
  try {
    const local = await readAt(file, header.start, 30);
    if (local.length < 30 || local.readUInt32LE(0) !== LOCAL) throw fault('is not where the archive says');
    start = header.start + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  } finally {
    await file.close();
  }
  if (header.packed === 0) return;
  const packed = createReadStream(path, { start, end: start + header.packed - 1 });
  const decoder = new TextDecoder('utf-8');
  let crc = 0;
  try {
    for await (const piece of header.method === STORED ? packed : inflated(packed)) {
      crc = crc32(piece, crc);
      yield decoder.decode(piece, { stream: true });
    }
  } catch {
    throw fault('cannot be unpacked');
  }
  if (crc !== header.crc) throw fault('is damaged');
  yield decoder.decode();
}

/** An error of the file itself must reach the reader too, and pipe() does not pass it on. */
function inflated(packed: ReadStream): AsyncIterable<Buffer> {
  const inflate = createInflateRaw();
  packed.on('error', (error) => inflate.destroy(error));
  return packed.pipe(inflate);
}

async function endRecord(file: FileHandle, size: number, name: string) {
  const tail = await readAt(file, Math.max(0, size - LONGEST_END), Math.min(size, LONGEST_END));
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END) continue;
    const entries = tail.readUInt16LE(at + 10);
    const length = tail.readUInt32LE(at + 12);
    const start = tail.readUInt32LE(at + 16);
    if (start === 0xffffffff || entries === 0xffff)
      throw new SourceFault(
        name,
        null,
        'the archive is of the kind for more than 4 GB or 65,535 files',
        'a monthly archive; unpack this one and give the folder',
      );
    return { entries, length, start };
  }
  throw new SourceFault(
    name,
    null,
    'the file is no zip archive, or it is cut short',
    'a whole zip archive; fetch it again',
  );
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}
