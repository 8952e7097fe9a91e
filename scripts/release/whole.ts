// A whole release out of its tables: the opening packed from them, and everything described and sealed.
import { OPENING_PATH } from '../../src/data/opening.ts';
import type { SourceRecord } from './handTables.ts';
import { openingFile } from './opening.ts';
import { type ReleaseFacts, type ReleaseFile, sealed } from './seal.ts';

/** Path → text of every file, datapackage.json among them. An opening among `files` is packed anew. */
export function wholeRelease(
  files: readonly ReleaseFile[],
  facts: ReleaseFacts,
  sources: readonly SourceRecord[],
): Map<string, string> {
  const tables = files.filter(({ path }) => path !== OPENING_PATH);
  const all = [...tables, openingFile(tables, facts)];
  return new Map([
    ...all.map((file) => [file.path, file.text] as const),
    ['datapackage.json', sealed(all, facts, sources)],
  ]);
}
