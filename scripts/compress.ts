// Writes brotli and gzip copies beside the text files of a built site, so that the server compresses nothing while it serves.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TEXT = new Set([
  '.html',
  '.js',
  '.mjs',
  '.css',
  '.svg',
  '.json',
  '.csv',
  '.topojson',
  '.webmanifest',
  '.wasm',
]);
/** Below this the copy saves less than its headers cost. */
const LEAST_BYTES = 600;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

/** @returns how many files were given copies. */
export async function compressSite(folder: string): Promise<number> {
  const files = filesBelow(folder).filter(
    (path) => TEXT.has(extname(path)) && statSync(path).size >= LEAST_BYTES,
  );
  await Promise.all(
    files.map(async (path) => {
      const bytes = readFileSync(path);
      const [small, older] = await Promise.all([
        brotli(bytes, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
            [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
          },
        }),
        zip(bytes, { level: 9 }),
      ]);
      writeFileSync(`${path}.br`, small);
      writeFileSync(`${path}.gz`, older);
    }),
  );
  return files.length;
}
