// npm start: builds the page, compresses it, and serves it at http://localhost:4173.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { compressSite } from './compress.ts';
import { listen, siteServer } from './serve.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const PORT = 4173;

/** Builds into `folder` and compresses it. */
export async function buildSite(folder: string): Promise<void> {
  await build({ root, logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } });
  await compressSite(folder);
}

function portOf(args: readonly string[]): number {
  const at = args.indexOf('--port');
  if (at < 0) return PORT;
  const port = Number(args[at + 1]);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`--port needs a number from 1 to 65535, not "${args[at + 1] ?? ''}".`);
}

export async function main(args: readonly string[] = []): Promise<void> {
  try {
    const port = portOf(args);
    const folder = join(root, 'dist');
    process.stdout.write('Building the page ...\n');
    await buildSite(folder);
    const taken = await listen(siteServer(folder), port);
    process.stdout.write(`Mapping & Gapping is at http://localhost:${taken} (Ctrl+C stops it)\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
