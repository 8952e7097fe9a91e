// A whole release out of its files: the opening packed anew from the tables, and everything described and sealed.
import { OPENING_PATH } from '../../src/data/opening.ts';
import type { SourceRecord } from './handTables.ts';
import { openingFile } from './opening.ts';
import { type ReleaseFacts, type ReleaseFile, sealed } from './seal.ts';

/** Path → text of every file, datapackage.json among them. An opening among `files` is packed anew from the others. */
export function wholeRelease(
  files: readonly ReleaseFile[],
  facts: ReleaseFacts,
  sources: readonly SourceRecord[],
): Map<string, string> {
  const all = files.map((file) => (file.path === OPENING_PATH ? openingFile(files, facts) : file));
  return new Map([
    ...all.map((file) => [file.path, file.text] as const),
    ['datapackage.json', sealed(all, facts, sources)],
  ]);
}
