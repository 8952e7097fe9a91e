// A release on disk, opened so that its counts can grow and everything be sealed again as the release command does.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LsoaUnit } from '../../src/data/lsoaUnit.ts';
import { type DataPackage, dataPackageSchema } from '../../src/data/schema.ts';
import { SourceFault } from '../release/fault.ts';
import type { Field } from '../release/fields.ts';
import type { SourceRecord } from '../release/handTables.ts';
import { type ReleaseFacts, type ReleaseFile, sha256 } from '../release/seal.ts';
import { wholeRelease } from '../release/whole.ts';

export const PACKAGE = 'datapackage.json';
const SOURCES = 'tables/sources.json';
const AGAIN = 'a whole release; run the release command again';

export interface OpenRelease {
  readonly folder: string;
  readonly hash: string;
  readonly facts: ReleaseFacts;
  readonly files: readonly ReleaseFile[];
  readonly sources: readonly SourceRecord[];
}

/** Every file is checked against its hash, so that a damaged release is not sealed as if it were whole. */
export function openRelease(folder: string): OpenRelease {
  const description = readPackage(folder);
  const texts = new Map(description.resources.map(({ path, hash }) => [path, checked(folder, path, hash)]));
  const sources = JSON.parse(texts.get(SOURCES) ?? '[]') as SourceRecord[];
  const idOf = new Map(sources.map(({ id, title, page }) => [`${title} ${page}`, id]));
  const { id, hash, unit, boundaries } = description.release;
  return {
    folder,
    hash,
    sources,
    facts: {
      id,
      unit,
      name: description.title.slice(0, description.title.indexOf(':')),
      boundaries,
      months: description.months,
      unrecorded: description.unrecorded,
    },
    files: description.resources.map((resource) => ({
      path: resource.path,
      text: texts.get(resource.path)!,
      ...(resource.title === undefined ? {} : { title: resource.title }),
      ...(resource.schema === undefined ? {} : { fields: resource.schema.fields as readonly Field[] }),
      sources: resource.sources.map((source) => idOf.get(`${source.title} ${source.path}`) ?? source.title),
    })),
  };
}

/** Path → text of the whole release, datapackage.json among them. */
export function sealRelease(release: OpenRelease): Map<string, string> {
  return wholeRelease(release.files, release.facts, release.sources);
}

export function fileOf(release: OpenRelease, path: string): ReleaseFile | undefined {
  return release.files.find((file) => file.path === path);
}

/** Cells of a table of the release that has no quoted cells, header first. */
export function plainRows(text: string): string[][] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
}

/** LSOA codes of the release, in order, and the authority of each. */
export function lsoasOf(
  release: OpenRelease,
): { code: string; authority: string; lon: number; lat: number }[] {
  const file = fileOf(release, 'areas/lsoas.csv');
  if (!file)
    throw new SourceFault(join(release.folder, 'areas/lsoas.csv'), null, 'the table is not there', AGAIN);
  // Names may hold commas and stand quoted; what is read here stands before and after them.
  return file.text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [authority, lon, lat] = line.split(',').slice(-5);
      return { code: line.slice(0, line.indexOf(',')), authority, lon: Number(lon), lat: Number(lat) };
    });
}

/** How LSOA codes of monthly files become the release's, 2011 codes that changed included. */
export function unitOf(release: OpenRelease): LsoaUnit {
  const lsoas = lsoasOf(release);
  const successors = new Map<string, string[]>();
  for (const [old, now] of plainRows(fileOf(release, 'areas/lsoa-changes.csv')?.text ?? '').slice(1))
    successors.set(old, [...(successors.get(old) ?? []), now]);
  return {
    codes: new Set(lsoas.map(({ code }) => code)),
    unknown: new Set(release.facts.unrecorded),
    successors,
    centres: new Map(lsoas.map(({ code, lon, lat }) => [code, [lon, lat] as const])),
  };
}

function readPackage(folder: string): DataPackage {
  const path = join(folder, PACKAGE);
  if (!existsSync(path))
    throw new SourceFault(path, null, 'there is no release here', 'a release; run the release command first');
  const result = dataPackageSchema.safeParse(parsed(readFileSync(path, 'utf8')));
  if (result.success) return result.data;
  throw new SourceFault(path, null, 'it does not describe a release', AGAIN);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function checked(folder: string, path: string, hash: string): string {
  const full = join(folder, path);
  if (!existsSync(full)) throw new SourceFault(full, null, 'the file is missing', AGAIN);
  const text = readFileSync(full, 'utf8');
  if (`sha256:${sha256(text)}` === hash) return text;
  throw new SourceFault(full, null, 'its contents are not those the release was sealed with', AGAIN);
}
