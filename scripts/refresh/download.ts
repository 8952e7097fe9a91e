// Downloads a large file so that a broken connection, or a second run, goes on where the first one stopped.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SourceFault } from '../release/fault.ts';

export interface DownloadOptions {
  /** Bytes so far and in all; NaN where the server does not say. */
  readonly progress: (bytes: number, total: number) => void;
  readonly attempts?: number;
}

/** Brings `address` to `path`. What has arrived stands beside it as `.part` until all of it is there. */
export async function download(address: string, path: string, options: DownloadOptions): Promise<void> {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  const attempts = options.attempts ?? 3;
  let stopped: unknown = null;
  for (let attempt = 0; attempt < attempts; attempt++) {
    try {
      await fetchOn(address, path, options);
      renameSync(`${path}.part`, path);
      rmSync(`${path}.version`, { force: true });
      return;
    } catch (error) {
      if (error instanceof SourceFault) throw error;
      stopped = error;
    }
  }
  const have = sizeOf(`${path}.part`);
  throw new SourceFault(
    address,
    null,
    `the download stopped after ${(have / 1e6).toFixed(1)} MB (${reasonOf(stopped)})`,
    'the whole file; run the same command again and it goes on from there',
  );
}

async function fetchOn(address: string, path: string, options: DownloadOptions): Promise<void> {
  const part = `${path}.part`;
  const version = existsSync(`${path}.version`) ? readFileSync(`${path}.version`, 'utf8') : '';
  // Without a version of the first piece, the second might be of another file: begin again.
  const have = version === '' ? 0 : sizeOf(part);
  const headers: Record<string, string> = have > 0 ? { range: `bytes=${have}-`, 'if-range': version } : {};
  const response = await fetch(address, { headers });
  if (response.status >= 400 && response.status !== 416)
    throw new SourceFault(
      address,
      null,
      `the server answers ${response.status} ${response.statusText}`.trim(),
      'the archive at this address',
    );
  if (response.status === 416 || response.body === null) {
    rmSync(part, { force: true });
    throw new Error('the server could not go on from there');
  }
  const going = response.status === 206;
  writeFileSync(
    `${path}.version`,
    response.headers.get('etag') ?? response.headers.get('last-modified') ?? '',
  );
  const length = Number(response.headers.get('content-length') ?? Number.NaN);
  const total = (going ? have : 0) + length;
  let bytes = going ? have : 0;
  const file = await open(part, going ? 'a' : 'w');
  try {
    // Piece by piece: what has arrived is on disk before the connection can break.
    for await (const piece of response.body) {
      await file.write(piece);
      bytes += piece.length;
      options.progress(bytes, total);
    }
  } finally {
    await file.close();
  }
  if (!Number.isNaN(total) && sizeOf(part) !== total) throw new Error('the connection ended early');
}

function sizeOf(path: string): number {
  return existsSync(path) ? statSync(path).size : 0;
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : 'no reason given';
}
