// A release of a small hand-made unit: what is in it, that it depends on nothing but its sources, and what stops it.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { buildRelease } from '../../scripts/release/build.ts';
import { SourceFault } from '../../scripts/release/fault.ts';
import { replaceFolder } from '../../scripts/release/replaceFolder.ts';
import { main } from '../../scripts/release.ts';
import { SMALL_TABLES, SMALL_UNIT, type Sources, smallSources, writeSources } from './smallUnit.ts';

const folders: string[] = [];
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'release-'));
  folders.push(made);
  return made;
};
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

const CRIMES = 'crime/wm_lsoa21_month_category.csv.gz';
const zip = (text: string) => gzipSync(text);

async function build(change: (sources: Sources) => void = () => {}, pack = zip) {
  const sources = smallSources();
  change(sources);
  const path = folder();
  writeSources(path, sources, pack);
  return buildRelease(SMALL_UNIT, path, SMALL_TABLES);
}

const edit = (file: string, from: string | RegExp, to: string) => (sources: Sources) => {
  const text = sources.get(file)!;
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${file} has no ${from}`);
  sources.set(file, changed);
};

const rows = (text: string | undefined) => (text ?? '').trimEnd().split('\n');

describe('a release of four LSOAs', async () => {
  const { files, report } = await build();
  const table = (path: string) => rows(files.get(path));

  test('has every LSOA and month of a crime type, zero where nothing is recorded, blank where an LSOA never occurs', () => {
    expect(table('counts/violence-and-sexual-offences.csv')).toEqual([
      'lsoa,2025-01,2025-02',
      'E01000001,3,0',
      'E01000002,0,4',
      'E01000003,0,0',
      'E01000004,,',
    ]);
  });

  test('names the LSOAs that never occur, and says which months are whole', () => {
    const description = JSON.parse(files.get('datapackage.json')!);
    expect(description.unrecorded).toEqual(['E01000004']);
    expect(description.months).toEqual([
      { month: '2025-01', status: 'partial', located: 'polygon' },
      { month: '2025-02', status: 'whole', located: 'polygon', note: 'one tile lost' },
    ]);
    expect(description.release.id).toBe('2025-02-28');
  });

  test('splits census bands by the single years of the 2011 parents, summed where they merged, to the last person', () => {
    expect(table('people/ages.csv')).toEqual([
      'lsoa,0-4,5-9,10,11-15,16-17,18,19-24,25-34,35-49,50-64,65+',
      // The halves of one parent share its profile: all under 16 are ten, and 18 and 19 share the next band.
      'E01000001,0,0,30,0,0,10,10,10,10,10,10',
      'E01000002,0,0,30,0,0,10,10,10,10,10,10',
      // Even profile: 30 x 5/16, 5/16, 1/16, 5/16 = 9.375, 9.375, 1.875, 9.375; 20 x 2/9, 1/9, 6/9 = 4.4, 2.2, 13.3.
      'E01000003,10,9,2,9,5,2,13,10,10,10,10',
      // Nobody in the profile: spread evenly over the single years, which is the same.
      'E01000004,10,9,2,9,5,2,13,10,10,10,10',
    ]);
  });

  test('parts LSOAs among wards in ten-thousandths', () => {
    expect(table('areas/shares.csv')).toEqual([
      'lsoa,ward,parts',
      'E01000001,E05000001,10000',
      'E01000002,E05000001,5000',
      'E01000002,E05000002,5000',
      'E01000003,E05000002,10000',
      'E01000004,E05000002,10000',
    ]);
  });

  test('names LSOAs readably, quotes names with commas, and marks areas on the outer border', () => {
    expect(table('areas/lsoas.csv')[1]).toMatch(
      /^E01000001,Old Quarter 001A,E08000001,-1\.995,52\.405,0\.\d+,1$/,
    );
    expect(table('areas/wards.csv')[2]).toBe('E05000002,"Right, and more",E08000001,-1.97,52.405,1.5,1');
  });

  test('keeps one arc between neighbours, and authorities in the same topology as wards', () => {
    const topology = JSON.parse(files.get('boundaries/wards.topojson')!);
    const [left, right] = topology.objects.wards.geometries;
    expect([left.id, right.id]).toEqual(['E05000001', 'E05000002']);
    const arcs = (one: { arcs: number[][] }) => one.arcs.flat();
    expect(arcs(left).filter((arc: number) => arcs(right).includes(~arc))).toHaveLength(1);
    expect(topology.objects.authorities.geometries.map((one: { id: string }) => one.id)).toEqual([
      'E08000001',
    ]);
  });

  test('takes services inside the unit only, and keeps what is withheld as it is', () => {
    expect(table('services/schools.csv').slice(1)).toEqual([
      '100001,"Left School, Town",-1.995,52.405,E08000001,Secondary,900,12.5',
    ]);
    expect(table('services/hospitals.csv').slice(1)).toEqual(['R0001,Town Hospital,-1.985,52.405,E08000001']);
    expect(table('outcomes/knife-admissions-by-age.csv').slice(1)).toEqual([
      '2021-12,10-19,15,15',
      '2022-02,0-9,*,*',
    ]);
  });

  test('weighs deprivation without crime over the six other domains', () => {
    const [header, first] = table('deprivation.csv').map((line) => line.split(','));
    const cell = (name: string) => Number(first[header.indexOf(name)]);
    const six =
      (0.225 * (cell('income_x') + cell('employment_x')) +
        0.135 * (cell('education_x') + cell('health_x')) +
        0.093 * (cell('barriers_x') + cell('environment_x'))) /
      0.906;
    expect(cell('imd_without_crime')).toBeCloseTo(six, 2);
  });

  test('accounts for every row of every source', () => {
    const of = (file: string) => report.sources.find((count) => count.file === file);
    expect(of('services/schools_gias_2025.csv')).toMatchObject({
      read: 2,
      joined: 1,
      unmatched: 1,
      dropped: 0,
    });
    expect(of('services/gp_practices_epraccur_2023-12.csv')).toMatchObject({ joined: 1, dropped: 1 });
    expect(of('population/population_mid2020_wd20_syoa_sex.csv')).toMatchObject({
      joined: 2,
      unmatched: 3,
      dropped: 1,
    });
    for (const { read, joined, unmatched, dropped } of report.sources)
      expect(joined + unmatched + dropped).toBe(read);
    expect(report.sources).toHaveLength(smallSources().size);
  });
});

describe('same sources, same bytes', () => {
  test('a second run gives the same files', async () => {
    const [first, second] = [await build(), await build()];
    expect([...second.files]).toEqual([...first.files]);
  });

  test('the order of the rows of a source does not matter', async () => {
    const shuffled = await build((sources) => {
      for (const file of [
        CRIMES,
        'population/census2021_lsoa21.csv',
        'geography/overlap_lsoa21_wd25_area.csv',
      ]) {
        const [header, ...lines] = rows(sources.get(file));
        sources.set(file, `${[header, ...lines.reverse()].join('\n')}\n`);
      }
    });
    expect([...shuffled.files]).toEqual([...(await build()).files]);
  });

  test('a byte order mark and Windows line ends do not matter', async () => {
    const marked = await build((sources) => {
      const file = 'geography/overlap_lsoa21_wd25_area.csv';
      sources.set(file, `\ufeff${sources.get(file)!.replaceAll('\n', '\r\n')}`);
    });
    expect([...marked.files]).toEqual([...(await build()).files]);
  });
});

const WARDS_CSV = 'geography/wards_wd25.csv';
const OVERLAP = 'geography/overlap_lsoa21_wd25_area.csv';
const CENSUS = 'population/census2021_lsoa21.csv';
const DEPRIVATION = 'deprivation/iod2025_lsoa21.csv';

describe('a source at fault stops the release with one sentence', () => {
  const cases: [string, (sources: Sources) => void, RegExp][] = [
    ['missing', (s) => s.delete(WARDS_CSV), /^geography\/wards_wd25\.csv: the file is missing, expected/],
    ['empty', (s) => s.set(WARDS_CSV, ''), /^geography\/wards_wd25\.csv:1: the file is empty/],
    ['a header alone', (s) => s.set(WARDS_CSV, `${rows(s.get(WARDS_CSV))[0]}\n`), /:1: the file has no rows/],
    [
      'a column missing',
      edit(CENSUS, 'age_16_24', 'aged_16_24'),
      /^population\/census2021_lsoa21\.csv:1: the header has no column "age_16_24"/,
    ],
    [
      'cut inside a row',
      (s) => s.set(CENSUS, s.get(CENSUS)!.slice(0, -30)),
      /census2021_lsoa21\.csv:5: the row has \d+ fields, expected \d+ as in the header \(the file may be cut short\)/,
    ],
    [
      'cut between rows',
      (s) => s.set(CENSUS, `${rows(s.get(CENSUS)).slice(0, 4).join('\n')}\n`),
      /census2021_lsoa21\.csv: LSOA E01000004 has no row, expected one for every LSOA/,
    ],
    [
      'a word for a number',
      edit(CENSUS, ',90,', ',many,'),
      /census2021_lsoa21\.csv:2: residents is "many", expected a whole number/,
    ],
    [
      'an LSOA twice',
      (s) => s.set(CENSUS, `${s.get(CENSUS)}${rows(s.get(CENSUS))[1]}\n`),
      /census2021_lsoa21\.csv:6: LSOA E01000001 stands twice/,
    ],
    [
      'LSOA codes of 2011',
      edit(CENSUS, 'E01000003', 'E01000093'),
      /census2021_lsoa21\.csv:4: LSOA E01000093 is unknown, expected an LSOA of 2021 of the unit/,
    ],
    [
      'ward codes of another year',
      edit(OVERLAP, 'E05000002', 'E05000009'),
      /overlap_lsoa21_wd25_area\.csv:4: ward E05000009 is unknown, expected a ward of wards_wd25\.csv/,
    ],
    [
      'shares that do not sum to 1',
      edit(OVERLAP, /0\.5\n/, '0.4\n'),
      /overlap_lsoa21_wd25_area\.csv:3: the shares of E01000002 sum to 0\.9, expected 1/,
    ],
    [
      'a ward of another authority',
      edit(WARDS_CSV, 'E08000001', 'E08000002'),
      /wards_wd25\.csv:2: ward E05000001 is in E08000002/,
    ],
    [
      'too few wards',
      (s) => s.set(WARDS_CSV, `${rows(s.get(WARDS_CSV)).slice(0, 2).join('\n')}\n`),
      /wards_wd25\.csv: 1 wards, expected 2/,
    ],
    [
      'a polygon missing',
      (s) =>
        s.set(
          'geography/wards_wd25.geojson',
          s.get('geography/wards_wd25.geojson')!.replace('E05000002', 'E05000008'),
        ),
      /wards_wd25\.geojson: ward E05000002 has no polygon/,
    ],
    [
      'boundaries cut short',
      (s) => s.set('geography/lsoa21.geojson', s.get('geography/lsoa21.geojson')!.slice(0, 300)),
      /lsoa21\.geojson:1: the JSON ends or breaks off/,
    ],
    [
      'counts cut between rows',
      edit(CRIMES, /2025-02,E01000003.*\n/, ''),
      /wm_lsoa21_month_category\.csv\.gz: 2025-02 has 4 records, expected 6/,
    ],
    [
      'a month nobody judged',
      edit(CRIMES, '2025-02,E01000003', '2025-03,E01000003'),
      /csv\.gz:5: month 2025-03 is unknown/,
    ],
    [
      'ranks that do not give the score',
      edit(DEPRIVATION, ',1000,', ',1100,'),
      /iod2025_lsoa21\.csv: the domain ranks of E01000001 give an index/,
    ],
  ];
  test.each(cases)('%s', async (_name, change, sentence) => {
    const fault = await build(change).then(
      () => null,
      (error: unknown) => error,
    );
    expect(fault).toBeInstanceOf(SourceFault);
    expect((fault as Error).message).toMatch(sentence);
    expect((fault as Error).message.trim().split('\n')).toHaveLength(1);
  });

  test('UTF-16 is named as what it is', async () => {
    const path = folder();
    writeSources(path, smallSources(), zip);
    const file = join(path, CENSUS);
    writeFileSync(file, Buffer.from(`\ufeff${readFileSync(file, 'utf8')}`, 'utf16le'));
    await expect(buildRelease(SMALL_UNIT, path, SMALL_TABLES)).rejects.toThrow(
      /census2021_lsoa21\.csv:1: the text is encoded as UTF-16, expected UTF-8/,
    );
  });

  test('bytes of another encoding are found on their line', async () => {
    const path = folder();
    writeSources(path, smallSources(), zip);
    const file = join(path, WARDS_CSV);
    writeFileSync(file, Buffer.from(readFileSync(file, 'utf8').replace('Right', 'Rîght'), 'latin1'));
    await expect(buildRelease(SMALL_UNIT, path, SMALL_TABLES)).rejects.toThrow(
      /wards_wd25\.csv:3: .*not UTF-8/,
    );
  });

  test('a gzip file cut short cannot be unpacked', async () => {
    await expect(build(undefined, (text) => gzipSync(text).subarray(0, 40))).rejects.toThrow(
      /csv\.gz: the file cannot be unpacked, expected a whole gzip file/,
    );
  });
});

describe('putting a release in place', () => {
  test('the old release is gone and the new one whole', () => {
    const out = join(folder(), 'data');
    replaceFolder(out, new Map([['old.csv', 'a\n']]));
    replaceFolder(
      out,
      new Map([
        ['new.csv', 'b\n'],
        ['areas/one.csv', 'c\n'],
      ]),
    );
    expect(readdirSync(out).sort()).toEqual(['areas', 'new.csv']);
    expect(readdirSync(join(out, '..'))).toEqual(['data']);
  });

  test('a write that fails leaves the old release whole and nothing beside it', () => {
    const out = join(folder(), 'data');
    replaceFolder(out, new Map([['old.csv', 'a\n']]));
    const impossible = new Map([
      ['new.csv', 'b\n'],
      ['new.csv/below.csv', 'c\n'],
    ]);
    expect(() => replaceFolder(out, impossible)).toThrow();
    expect(readdirSync(out)).toEqual(['old.csv']);
    expect(readFileSync(join(out, 'old.csv'), 'utf8')).toBe('a\n');
    expect(readdirSync(join(out, '..'))).toEqual(['data']);
  });

  test('the command says what is wrong, keeps the old release and ends with code 2', async () => {
    const out = join(folder(), 'data');
    replaceFolder(out, new Map([['old.csv', 'a\n']]));
    const said: string[] = [];
    const write = process.stderr.write;
    const code = process.exitCode;
    process.stderr.write = (text: string | Uint8Array) => said.push(String(text)) > 0;
    try {
      await main(['--sources', folder(), '--out', out]);
      expect(process.exitCode).toBe(2);
      await main(['--unit', 'atlantis', '--out', out]);
      await main(['--wrong']);
    } finally {
      process.stderr.write = write;
      process.exitCode = code;
    }
    expect(said[0]).toMatch(
      /^geography\/wards_wd25\.csv: the file is missing, expected .+\.\nThe release was not changed\.\n$/,
    );
    expect(said[1]).toMatch(/^There is no unit "atlantis"; units are west-midlands/);
    expect(said[2]).toMatch(/--wrong/);
    expect(readdirSync(out)).toEqual(['old.csv']);
  });
});
