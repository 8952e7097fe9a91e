// The release of this repository, read from disk as the page reads it from its server; null where it has not been made.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensure, loadCore, type Read } from '../../src/data/load.ts';
import type { Dataset } from '../../src/domain/dataset.ts';

const FOLDER = resolve(import.meta.dirname, '../../public/data');

export const releaseIsHere = existsSync(resolve(FOLDER, 'datapackage.json'));

export const readRelease: Read = async (path) => readFileSync(resolve(FOLDER, path), 'utf8');

/** The whole release: every crime type and column its measures name, and both inventories. */
export async function wholeRelease(): Promise<Dataset> {
  const core = await loadCore(readRelease);
  return ensure(readRelease, core, {
    crimeTypes: core.measures.flatMap((m) => m.crimeTypes ?? []),
    columns: core.measures.flatMap((m) =>
      [m.column, m.numerator, m.denominator].filter((c): c is string => c !== undefined),
    ),
    illustrative: true,
  });
}
