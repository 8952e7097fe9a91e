// Seals a release: describes its files in a Frictionless data package, with size, sha256, sources and licences.
import { createHash } from 'node:crypto';
import type { MonthRecord } from '../../src/domain/month.ts';
import type { Field } from './fields.ts';
import type { SourceRecord } from './handTables.ts';

export interface ReleaseFile {
  readonly path: string;
  readonly text: string;
  readonly title?: string;
  /** Absent for files that are not tables. */
  readonly fields?: readonly Field[];
  /** Ids in data/sources.csv. */
  readonly sources: readonly string[];
}

export interface ReleaseFacts {
  readonly id: string;
  readonly unit: string;
  readonly name: string;
  readonly boundaries: string;
  readonly months: readonly (MonthRecord & { readonly note?: string })[];
  readonly unrecorded: readonly string[];
}

const LICENCES: Record<string, { name: string; title: string; path: string }> = {
  'Open Government Licence v3.0': {
    name: 'OGL-UK-3.0',
    title: 'Open Government Licence v3.0',
    path: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  },
  'CC BY 4.0': {
    name: 'CC-BY-4.0',
    title: 'Creative Commons Attribution 4.0',
    path: 'https://creativecommons.org/licenses/by/4.0/',
  },
};

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The text of datapackage.json for these files; depends on nothing but its arguments. */
export function sealed(
  files: readonly ReleaseFile[],
  facts: ReleaseFacts,
  sources: readonly SourceRecord[],
): string {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const used = new Set<string>();
  const resources = [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((file) => {
      const records = file.sources.map((id) => {
        const record = byId.get(id);
        if (!record)
          throw new RangeError(
            `${file.path} names the source "${id}", which data/sources.csv does not have.`,
          );
        used.add(id);
        return record;
      });
      return resourceOf(file, records);
    });
  const hash = sha256(
    resources
      .map((resource) => resource.hash)
      .sort()
      .join('\n'),
  ).slice(0, 12);
  const attribution = [...new Set([...used].sort().map((id) => byId.get(id)!.attribution))].join('. ');
  return `${JSON.stringify({
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `mapping-and-gapping-${facts.unit}`,
    title: `${facts.name}: need and provision by ward and LSOA`,
    version: facts.id,
    release: { id: facts.id, hash, unit: facts.unit, boundaries: facts.boundaries, attribution },
    months: facts.months,
    unrecorded: facts.unrecorded,
    resources,
  })}\n`;
}

function resourceOf(file: ReleaseFile, records: readonly SourceRecord[]) {
  const table = file.fields !== undefined;
  const licences = [...new Set(records.map((record) => record.licence))]
    .map((licence) => LICENCES[licence])
    .filter((licence) => licence !== undefined);
  const format = file.path.slice(file.path.lastIndexOf('.') + 1);
  return {
    name: file.path
      .replace(/\.csv$/, '')
      .replaceAll(/[/.]/g, '-')
      .toLowerCase(),
    path: file.path,
    ...(file.title ? { title: file.title } : {}),
    ...(table ? { type: 'table' } : {}),
    format,
    mediatype: { csv: 'text/csv', json: 'application/json', topojson: 'application/json' }[format],
    encoding: 'utf-8',
    bytes: Buffer.byteLength(file.text, 'utf8'),
    hash: `sha256:${sha256(file.text)}`,
    ...(table ? { schema: { fields: file.fields } } : {}),
    sources: records.map(({ title, page, vintage }) => ({ title, path: page, version: vintage })),
    ...(licences.length > 0 ? { licenses: licences } : {}),
  };
}
