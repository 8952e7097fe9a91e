// Loads a release piece by piece: first what the opening question needs, the rest when a question asks for it.
import type { Level } from '../domain/area.ts';
import type { Dataset, MonthlyCounts } from '../domain/dataset.ts';
import type { Inventory } from '../domain/intervention.ts';
import { type Archive, archiveOf, PACKAGE_PATH, type Read } from './archive.ts';
import { decodeAreas } from './areas.ts';
import { decodeBands } from './bands.ts';
import { type Candidate, type CandidateKind, decodeCandidates } from './candidates.ts';
import { decodeCounts, unrecordedRows } from './counts.ts';
import { DamagedRelease } from './damage.ts';
import { decodeMatrix, matrixColumn } from './decode.ts';
import { decodeOpening, OPENING_PATH } from './opening.ts';
import { type DataPackage, inventorySchema } from './schema.ts';
import { type Boundaries, decodeTopology } from './topology.ts';

export type { Read } from './archive.ts';

/** What a question needs beyond the core; names that are loaded already cost nothing. */
export interface Needs {
  readonly crimeTypes: readonly string[];
  readonly columns: readonly string[];
  readonly illustrative?: boolean;
  /** True where what the first question needs is enough; else ages and LSOAs come whole. */
  readonly openingOnly?: boolean;
}

/** What the first question needs and no more, in two files. */
export async function loadOpening(read: Read): Promise<Dataset> {
  const archive = archiveOf(read);
  const [description, packed] = await Promise.all([archive.describe(), archive.json(OPENING_PATH)]);
  const { documented, ...opening } = decodeOpening(packed, OPENING_PATH, description.months.length);
  return {
    ...opening,
    release: description.release,
    unrecorded: unrecordedRows(description.unrecorded, opening.lsoas.code),
    months: description.months,
    columns: new Map(),
    inventories: { documented },
    openingOnly: true,
  };
}

/** Areas, shares, ages, months, measures, programmes, the documented inventory, and the counts of the first question. */
export async function loadCore(read: Read): Promise<Dataset> {
  return ensure(read, await loadOpening(read), { crimeTypes: [], columns: [] });
}

/** The dataset with these loaded in addition; the same dataset where nothing is missing. */
export async function ensure(read: Read, dataset: Dataset, needs: Needs): Promise<Dataset> {
  const archive = archiveOf(read);
  const description = await archive.describe();
  const types = [...new Set(needs.crimeTypes)].filter((type) => !dataset.counts.has(type));
  const names = [...new Set(needs.columns)].filter((name) => !dataset.columns.has(name));
  const files = new Set(names.map((name) => fileOfColumn(description, name)));
  const wantsIllustrative = needs.illustrative === true && !dataset.inventories.illustrative;
  const wantsRest = dataset.openingOnly === true && needs.openingOnly !== true;
  if (types.length === 0 && files.size === 0 && !wantsIllustrative && !wantsRest) return dataset;
  const [counts, columns, illustrative, rest] = await Promise.all([
    Promise.all(types.map(async (type) => [type, await loadCounts(archive, dataset, type)] as const)),
    Promise.all([...files].map((file) => loadColumns(archive, dataset, file))),
    wantsIllustrative ? loadIllustrative(archive) : undefined,
    wantsRest ? loadRest(archive, dataset) : undefined,
  ]);
  return {
    ...dataset,
    ...rest,
    counts: new Map([...dataset.counts, ...counts]),
    columns: new Map([...dataset.columns, ...columns.flat()]),
    inventories: illustrative ? { ...dataset.inventories, illustrative } : dataset.inventories,
  };
}

/** The text of any file of the release, as it was published; DamagedRelease where it is not. */
export function fileText(read: Read, path: string): Promise<string> {
  const archive = archiveOf(read);
  return path === PACKAGE_PATH ? archive.description() : archive.text(path);
}

/** The boundaries of a level; their areas stand in the order of the dataset's areas. */
export async function loadTopology(read: Read, level: Level): Promise<Boundaries> {
  const path = level === 'ward' ? 'boundaries/wards.topojson' : 'boundaries/lsoas.topojson';
  return decodeTopology(
    await archiveOf(read).json(path),
    path,
    level === 'ward' ? ['wards', 'authorities'] : ['lsoas'],
  );
}

/** Schools, GP practices or hospitals of the unit: places a programme could work from. */
export async function loadCandidates(read: Read, kind: CandidateKind): Promise<Candidate[]> {
  const path = `services/${kind}.csv`;
  return decodeCandidates(await archiveOf(read).text(path), path);
}

/** Crime types the release has counts of, in order. */
export function crimeTypesOf(description: DataPackage): string[] {
  return description.resources
    .filter(({ path }) => path.startsWith('counts/'))
    .map(({ title, path }) => title ?? path);
}

async function shaped<T>(
  archive: Archive,
  path: string,
  schema: {
    safeParse(
      value: unknown,
    ): { success: true; data: T } | { success: false; error: { issues: { path: PropertyKey[] }[] } };
  },
): Promise<T> {
  const result = schema.safeParse(await archive.json(path));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new DamagedRelease(
    path,
    `${issue.path.map(String).join('.') || 'the file'} is not as a release has it`,
  );
}

async function loadCounts(archive: Archive, dataset: Dataset, crimeType: string): Promise<MonthlyCounts> {
  const description = await archive.describe();
  const resource = description.resources.find(
    ({ path, title }) => path.startsWith('counts/') && title === crimeType,
  );
  if (!resource) throw new RangeError(`The release has no counts of “${crimeType}”.`);
  return decodeCounts(await archive.text(resource.path), resource.path, {
    lsoas: dataset.lsoas.code,
    months: description.months.map(({ month }) => month),
    unrecorded: dataset.unrecorded,
  });
}

function fileOfColumn(description: DataPackage, name: string): string {
  const resource = description.resources.find(({ path, schema }) => {
    const fields = schema?.fields ?? [];
    return (
      fields[0]?.name === 'lsoa' && !path.startsWith('counts/') && fields.some((field) => field.name === name)
    );
  });
  if (!resource) throw new RangeError(`The release has no column “${name}”.`);
  return resource.path;
}

/** All columns of a file, by name: they came together, so they are kept together. */
async function loadColumns(
  archive: Archive,
  dataset: Dataset,
  file: string,
): Promise<[string, Float64Array][]> {
  const matrix = decodeMatrix(await archive.text(file), file, dataset.lsoas.code);
  return matrix.columns.map((name, column) => [name, matrixColumn(matrix, column)]);
}

/** The LSOAs with their names, and people in all the bands there are. */
async function loadRest(
  archive: Archive,
  dataset: Dataset,
): Promise<Pick<Dataset, 'lsoas' | 'bands' | 'openingOnly'>> {
  const [areas, ages] = ['areas/lsoas.csv', 'people/ages.csv'];
  const [areasText, agesText] = await Promise.all([archive.text(areas), archive.text(ages)]);
  const { code } = dataset.lsoas;
  const lsoas = decodeAreas(areasText, areas, 'lsoa', dataset.authorities);
  if (lsoas.code.join() !== code.join())
    throw new DamagedRelease(areas, 'its LSOAs are not those of the other files');
  return { lsoas, bands: decodeBands(agesText, ages, code), openingOnly: undefined };
}

function loadIllustrative(archive: Archive): Promise<Inventory> {
  return shaped(archive, 'inventory/illustrative.json', inventorySchema);
}
