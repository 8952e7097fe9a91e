// The sources of a release: who publishes each, under which licence, of which period, with the hash of the file it was made from.
import * as z from 'zod/mini';
import { archiveOf, type Read } from './archive.ts';
import { DamagedRelease } from './damage.ts';
import type { DataPackage } from './schema.ts';

const PATH = 'tables/sources.json';

const sourcesSchema = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    publisher: z.string(),
    page: z.string(),
    licence: z.string(),
    attribution: z.string(),
    vintage: z.string(),
    file: z.string(),
    sha256: z.string(),
    refresh: z.string(),
  }),
);
export type Source = z.infer<typeof sourcesSchema>[number];

export interface ReleaseSources {
  readonly description: DataPackage;
  /** Those that the release's files are made from; the table also lists sources kept for other units. */
  readonly used: readonly Source[];
}

/** Reads what a release says of itself: its files, their hashes, and the sources they name. */
export async function loadSources(read: Read): Promise<ReleaseSources> {
  const archive = archiveOf(read);
  const [description, value] = await Promise.all([archive.describe(), archive.json(PATH)]);
  const result = sourcesSchema.safeParse(value);
  if (!result.success) throw new DamagedRelease(PATH, 'it is not the table of sources a release has');
  const named = new Set(description.resources.flatMap((r) => r.sources.map((s) => s.title)));
  return { description, used: result.data.filter((source) => named.has(source.title)) };
}
