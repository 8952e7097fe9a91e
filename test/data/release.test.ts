// The release that is carried along: whole, consistent with itself, and with what is known of its sources.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodeAreas, decodeAuthorities, decodeShares } from '../../src/data/areas.ts';
import { decodeBands } from '../../src/data/bands.ts';
import {
  crimeTypesOf,
  ensure,
  loadCandidates,
  loadCore,
  loadOpening,
  loadTopology,
} from '../../src/data/load.ts';
import { dataPackageSchema } from '../../src/data/schema.ts';
import { areaFeatures, borderLines, neighbourRows } from '../../src/data/topology.ts';
import { PARTS } from '../../src/domain/area.ts';
import { joinedName } from '../../src/domain/joinedCounts.ts';
import { OPENING_QUESTION } from '../../src/domain/question.ts';

const root = new URL('../..', import.meta.url).pathname;
const folder = join(root, 'public', 'data');
const sources = join(root, '..', 'shared', 'data');
const read = async (path: string) => readFileSync(join(folder, path), 'utf8');
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);

const description = dataPackageSchema.parse(JSON.parse(await read('datapackage.json')));
const opening = await loadOpening(read);
const core = await loadCore(read);
const types = crimeTypesOf(description);
const full = await ensure(read, core, {
  crimeTypes: types,
  columns: ['imd_without_crime', 'overcrowded', 'households', 'residents', 'black'],
  illustrative: true,
});

describe('the data package', () => {
  test('lists every file, with the size and sha256 it has', async () => {
    const files = readdirSync(folder, { recursive: true })
      .map((name) => String(name).replaceAll('\\', '/'))
      .filter((name) => statSync(join(folder, name)).isFile() && name !== 'datapackage.json');
    expect(description.resources.map(({ path }) => path).sort()).toEqual(files.sort());
    for (const { path, bytes, hash } of description.resources) {
      const text = await read(path);
      expect(Buffer.byteLength(text)).toBe(bytes);
      expect(`sha256:${createHash('sha256').update(text).digest('hex')}`).toBe(hash);
    }
  });

  test('describes every column of every table, in order', async () => {
    for (const { path, schema } of description.resources.filter(({ schema }) => schema)) {
      const header = (await read(path)).split('\n', 1)[0];
      expect(schema?.fields.map(({ name }) => name).join(',')).toBe(header);
    }
  });

  test('gives every file a name of its own, and every table a source of some vintage, or a hand to answer for it', () => {
    const names = description.resources.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const raw = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'));
    for (const { path, sources: from } of raw.resources) {
      if (!/^(tables|inventory)\//.test(path)) expect(from.length, path).toBeGreaterThan(0);
      for (const { version } of from) expect(version).not.toBe('');
    }
  });

  test('names the release after its files', () => {
    const hashes = description.resources.map(({ hash }) => hash).sort();
    const hash = createHash('sha256').update(hashes.join('\n')).digest('hex').slice(0, 12);
    expect(description.release.hash).toBe(hash);
    const newest = description.months[description.months.length - 1].month;
    expect(description.release.id.startsWith(newest)).toBe(true);
  });

  test('credits every publisher', () => {
    for (const name of ['Office for National Statistics', 'police.uk', 'MHCLG', 'NHS England', 'GeoNames'])
      expect(description.release.attribution).toContain(name);
  });
});

describe('areas', () => {
  test('are 7 authorities, 192 wards and 1,719 LSOAs in the order of their codes', () => {
    expect([core.authorities.length, core.wards.code.length, core.lsoas.code.length]).toEqual([7, 192, 1719]);
    for (const codes of [core.wards.code, core.lsoas.code]) expect([...codes].sort()).toEqual(codes);
    const wards = core.authorities.map((_, a) => core.wards.authority.filter((one) => one === a).length);
    expect(wards).toEqual([69, 18, 24, 24, 17, 20, 20]);
  });

  test('parts of every LSOA sum to the whole', () => {
    const parts = new Float64Array(core.lsoas.code.length);
    core.shares.lsoa.forEach((lsoa, k) => {
      parts[lsoa] += core.shares.parts[k];
    });
    expect([...new Set(parts)]).toEqual([PARTS]);
  });

  test('an LSOA is named once in its authority', () => {
    const names = core.lsoas.name.map((name, i) => `${name}, ${core.lsoas.authority[i]}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test('square kilometres of LSOAs and wards agree to one part in two thousand', () => {
    expect(sum(core.lsoas.km2) / sum(core.wards.km2)).toBeCloseTo(1, 3);
  });
});

describe('people and counts', () => {
  test('bands are those of the table, and the reader’s bounds are among them', async () => {
    const bands = decodeBands(await read('people/ages.csv'), 'people/ages.csv', core.lsoas.code);
    expect(core.bands).toEqual(bands);
    const from = core.bands.map(({ ages }) => ages.from);
    for (const bound of [5, 10, 11, 16, 18, 19, 25, 65]) expect(from).toContain(bound);
  });

  test('people by band sum to the residents to within the census’s own rounding', () => {
    const residents = full.columns.get('residents')!;
    const people = core.lsoas.code.map((_, i) => core.bands.reduce((all, band) => all + band.people[i], 0));
    people.forEach((all, i) => {
      expect(Math.abs(all - residents[i])).toBeLessThanOrEqual(10);
    });
    expect(sum(people) / sum(residents)).toBeCloseTo(1, 3);
  });

  test('people of the opening’s bands are those of the table’s bands between the same ages', () => {
    for (const { ages, people } of opening.bands) {
      const inside = core.bands.filter((band) => band.ages.from >= ages.from && band.ages.to <= ages.to);
      expect([inside[0].ages.from, inside[inside.length - 1].ages.to]).toEqual([ages.from, ages.to]);
      expect(Array.from(people)).toEqual(
        core.lsoas.code.map((_, i) => inside.reduce((all, band) => all + band.people[i], 0)),
      );
    }
    expect(opening.bands.some(({ ages }) => ages.from === OPENING_QUESTION.ages.from)).toBe(true);
  });

  test('ward totals sum to the LSOA totals exactly, type by type and month by month', () => {
    const months = full.months.length;
    for (const type of types)
      for (let m = 0; m < months; m++) {
        const counts = full.counts.get(type)!;
        const wards = new Float64Array(full.wards.code.length);
        full.shares.lsoa.forEach((lsoa, k) => {
          wards[full.shares.ward[k]] += counts[lsoa * months + m] * full.shares.parts[k];
        });
        let all = 0;
        for (let i = 0; i < full.lsoas.code.length; i++) all += counts[i * months + m];
        expect(sum(wards)).toBe(all * PARTS);
      }
  });

  test('the opening holds the counts of the first question: the sum of those in their tables', () => {
    const asked = core.measures.find(({ id }) => id === OPENING_QUESTION.need[0].measure)!;
    expect([...opening.counts.keys()]).toEqual([joinedName(asked.crimeTypes!)]);
    const [joined] = opening.counts.values();
    const single = asked.crimeTypes!.map((type) => full.counts.get(type)!);
    expect(Array.from(joined)).toEqual(
      Array.from(joined, (_, k) => single.reduce((all, counts) => all + counts[k], 0)),
    );
  });

  test('the opening’s areas and shares are those of the tables', async () => {
    const authorities = decodeAuthorities(await read('areas/authorities.csv'), 'a');
    const wards = decodeAreas(await read('areas/wards.csv'), 'w', 'ward', authorities);
    const lsoas = decodeAreas(await read('areas/lsoas.csv'), 'l', 'lsoa', authorities);
    expect([core.authorities, core.wards, core.lsoas]).toEqual([authorities, wards, lsoas]);
    expect([opening.authorities, opening.wards]).toEqual([authorities, wards]);
    // LSOAs go by their codes until they are loaded.
    expect(opening.lsoas).toEqual({ ...lsoas, name: lsoas.code });
    expect(core.shares).toEqual(decodeShares(await read('areas/shares.csv'), 's', lsoas, wards));
  });

  test('every measure’s figures are in the release', async () => {
    const counted = core.measures.flatMap((measure) => measure.crimeTypes ?? []);
    expect(counted.filter((type) => !types.includes(type))).toEqual([]);
    const columns = core.measures.flatMap(({ column, numerator, denominator }) =>
      [column, numerator, denominator].filter((name) => name !== undefined),
    );
    const { columns: loaded } = await ensure(read, core, { crimeTypes: [], columns });
    expect(columns.filter((name) => !loaded.has(name))).toEqual([]);
  });
});

describe('loading what a question needs', () => {
  test('gives the same dataset back where nothing is missing', async () => {
    expect(await ensure(read, full, { crimeTypes: types.slice(0, 2), columns: ['households'] })).toBe(full);
  });

  test('columns of a file come together, and the first dataset stays as it was', () => {
    expect(full.columns.has('imd_score')).toBe(true);
    expect(core.columns.size).toBe(0);
    expect(core.inventories.illustrative).toBeUndefined();
  });

  test('a type or column the release does not have is named', async () => {
    await expect(ensure(read, core, { crimeTypes: ['Piracy'], columns: [] })).rejects.toThrow(
      'no counts of “Piracy”',
    );
    await expect(ensure(read, core, { crimeTypes: [], columns: ['joy'] })).rejects.toThrow('no column “joy”');
  });

  test('documented provision is evidence and illustrative provision is marked as not', () => {
    expect(full.inventories.documented.services.every(({ status }) => status === 'documented')).toBe(true);
    expect(full.inventories.illustrative?.services.some(({ status }) => status === 'illustrative')).toBe(
      true,
    );
    const sites = full.inventories.documented.services.filter(
      ({ programme, form }) => programme === 'ae' && form === 'site',
    );
    expect(sites.map(({ capacity }) => capacity).filter((places) => places !== null)).toHaveLength(5);
  });

  test('schools, practices and hospitals are inside the unit', async () => {
    const codes = new Set(core.authorities.map(({ code }) => code));
    for (const kind of ['schools', 'practices', 'hospitals'] as const) {
      const candidates = await loadCandidates(read, kind);
      expect(candidates.length).toBeGreaterThan(20);
      expect(candidates.every(({ authority }) => codes.has(authority))).toBe(true);
    }
  });
});

describe('boundaries', () => {
  test.each(['ward', 'lsoa'] as const)(
    'of each %s stand in the order of the areas, each with a neighbour',
    async (level) => {
      const topology = await loadTopology(read, level);
      const layer = level === 'ward' ? 'wards' : 'lsoas';
      const areas = level === 'ward' ? core.wards : core.lsoas;
      expect(areaFeatures(topology, layer).features.map(({ id }) => id)).toEqual(areas.code);
      expect(neighbourRows(topology, layer).every((rows) => rows.length > 0)).toBe(true);
    },
  );

  test('authorities are seven, and their borders are among those of the wards', async () => {
    const topology = await loadTopology(read, 'ward');
    expect(topology.objects.authorities.geometries.map(({ id }) => id)).toEqual(
      core.authorities.map(({ code }) => code),
    );
    const lines = borderLines(topology, 'authorities').coordinates.flat().length;
    expect(lines).toBeGreaterThan(100);
    expect(lines).toBeLessThan(borderLines(topology, 'wards').coordinates.flat().length);
  });

  test('what the first screen needs stays small', async () => {
    const paths = ['datapackage.json', 'opening.json', 'boundaries/wards.topojson'];
    const bytes = await Promise.all(paths.map(async (path) => brotliCompressSync(await read(path)).length));
    expect(sum(bytes)).toBeLessThan(85_000);
  });
});

const completeness = join(sources, 'crime', 'month_completeness.csv');
describe.skipIf(!existsSync(completeness))(
  'against the sources (skipped where ../shared/data is absent)',
  () => {
    test('a month is whole where month_completeness.csv says complete, and has as many records', () => {
      const [, ...lines] = readFileSync(completeness, 'utf8').trimEnd().split('\n');
      const months = full.months.length;
      for (const line of lines) {
        const cells = line.split(',');
        const m = full.months.findIndex(({ month }) => month === cells[0]);
        const record = full.months[m];
        if (record.located !== 'polygon') continue;
        expect(record.status).toBe(cells[cells.length - 1].startsWith('complete') ? 'whole' : 'partial');
        let all = 0;
        for (const type of types)
          for (let i = 0; i < full.lsoas.code.length; i++) all += full.counts.get(type)![i * months + m];
        expect(all).toBe(Number(cells[1]));
      }
    });

    test('two LSOAs do not occur at all, and are not known', () => {
      expect(full.unrecorded.map((row) => full.lsoas.code[row])).toEqual(['E01009290', 'E01033567']);
    });
  },
);
