// Packs what the first question needs out of the release's own tables, so that both hold the same figures.
import { decodeAreas, decodeAuthorities, decodeShares } from '../../src/data/areas.ts';
import { decodeBands } from '../../src/data/bands.ts';
import { decodeCounts, unrecordedRows } from '../../src/data/counts.ts';
import { decodeMatrix, matrixColumn } from '../../src/data/decode.ts';
import { encodeOpening, OPENING_PATH } from '../../src/data/opening.ts';
import { inventorySchema, measuresSchema, programmesSchema } from '../../src/data/schema.ts';
import type { AgeBand, AgeRange } from '../../src/domain/ages.ts';
import type { MonthlyCounts } from '../../src/domain/dataset.ts';
import type { Inventory, Programme } from '../../src/domain/intervention.ts';
import { joinedName } from '../../src/domain/joinedCounts.ts';
import { OPENING_QUESTION } from '../../src/domain/question.ts';
import { programmesRead } from '../../src/engine/inventoryReading.ts';
import type { ReleaseFacts, ReleaseFile } from './seal.ts';

/** The ages that the first question tells apart: its own, and those of the services it reads. */
function agesRead(programmes: readonly Programme[], documented: Inventory): AgeRange[] {
  const read = new Set(programmesRead(programmes, OPENING_QUESTION).map(({ id }) => id));
  const services = documented.services.filter(({ programme }) => read.has(programme));
  return [OPENING_QUESTION.ages, ...services.map(({ ages }) => ages)];
}

/** Neighbouring bands taken together where none of the ranges begins or ends between them. */
function bandsBetween(bands: readonly AgeBand[], ranges: readonly AgeRange[]): AgeBand[] {
  const begins = new Set(ranges.flatMap(({ from, to }) => [from, to + 1]));
  const joined: AgeBand[] = [];
  for (const band of bands) {
    const last = joined[joined.length - 1];
    if (!last || begins.has(band.ages.from)) joined.push(band);
    else
      joined[joined.length - 1] = {
        ages: { from: last.ages.from, to: band.ages.to },
        people: last.people.map((people, i) => people + band.people[i]),
      };
  }
  return joined;
}

function summed(counts: readonly MonthlyCounts[]): MonthlyCounts {
  return counts.reduce((total, one) => total.map((value, k) => value + one[k]));
}

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
  const programmes = programmesSchema.parse(JSON.parse(text('tables/programmes.json')));
  const documented = inventorySchema.parse(JSON.parse(text('inventory/documented.json')));
  const counts = [...crimeTypes].map((type) => {
    const file = files.find(({ path, title }) => path.startsWith('counts/') && title === type);
    if (!file) throw new RangeError(`The release has no counts of ${type}, which the first question needs.`);
    return table(file.path, (t, path) => decodeCounts(t, path, axes));
  });
  const packed = encodeOpening({
    authorities,
    wards,
    lsoas,
    shares: table('areas/shares.csv', (t, path) => decodeShares(t, path, lsoas, wards)),
    residents: table('people/groups.csv', (t, path) => {
      const matrix = decodeMatrix(t, path, lsoas.code);
      return matrixColumn(matrix, matrix.columns.indexOf('residents'));
    }),
    bands: bandsBetween(
      table('people/ages.csv', (t, path) => decodeBands(t, path, lsoas.code)),
      agesRead(programmes, documented),
    ),
    counts: new Map([[joinedName([...crimeTypes]), summed(counts)]]),
    measures,
    programmes,
    documented,
  });
  return {
    path: OPENING_PATH,
    title: 'What the first question needs, packed: the same figures as the tables',
    text: packed,
    sources: [...sources].sort(),
  };
}
