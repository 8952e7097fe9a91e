// Packs what the first question needs out of the release's own tables, so that both hold the same figures.
import { decodeAreas, decodeAuthorities, decodeShares } from '../../src/data/areas.ts';
import { decodeBands } from '../../src/data/bands.ts';
import { decodeCounts, unrecordedRows } from '../../src/data/counts.ts';
import { encodeOpening, OPENING_PATH } from '../../src/data/opening.ts';
import { inventorySchema, measuresSchema, programmesSchema } from '../../src/data/schema.ts';
import { OPENING_QUESTION } from '../../src/domain/question.ts';
import type { ReleaseFacts, ReleaseFile } from './seal.ts';

export function openingFile(files: readonly ReleaseFile[], facts: ReleaseFacts): ReleaseFile {
  const sources = new Set<string>();
  const text = (path: string) => {
    const found = files.find((file) => file.path === path);
    if (!found) throw new RangeError(`The release has no ${path}, which the first question needs.`);
    for (const source of found.sources) sources.add(source);
    return found.text;
  };
  const table = <T>(path: string, decode: (text: string, path: string) => T) => decode(text(path), path);
  const authorities = table('areas/authorities.csv', decodeAuthorities);
  const wards = table('areas/wards.csv', (t, path) => decodeAreas(t, path, 'ward', authorities));
  const lsoas = table('areas/lsoas.csv', (t, path) => decodeAreas(t, path, 'lsoa', authorities));
  const measures = measuresSchema.parse(JSON.parse(text('tables/measures.json')));
  const asked = new Set(OPENING_QUESTION.need.map(({ measure }) => measure));
  const crimeTypes = new Set(
    measures.filter(({ id }) => asked.has(id)).flatMap((measure) => measure.crimeTypes ?? []),
  );
  const axes = {
    lsoas: lsoas.code,
    months: facts.months.map(({ month }) => month),
    unrecorded: unrecordedRows(facts.unrecorded, lsoas.code),
  };
  const counted = files.filter(
    ({ path, title }) => path.startsWith('counts/') && crimeTypes.has(title ?? ''),
  );
  const packed = encodeOpening({
    authorities,
    wards,
    lsoas,
    shares: table('areas/shares.csv', (t, path) => decodeShares(t, path, lsoas, wards)),
    bands: table('people/ages.csv', (t, path) => decodeBands(t, path, lsoas.code)),
    counts: new Map(
      counted.map((file) => [file.title ?? '', table(file.path, (t, path) => decodeCounts(t, path, axes))]),
    ),
    measures,
    programmes: programmesSchema.parse(JSON.parse(text('tables/programmes.json'))),
    documented: inventorySchema.parse(JSON.parse(text('inventory/documented.json'))),
  });
  return {
    path: OPENING_PATH,
    title: 'What the first question needs, packed: the same figures as the tables',
    text: packed,
    sources: [...sources].sort(),
  };
}
