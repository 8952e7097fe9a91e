// A refresh adds whole months to a release from monthly files, an archive or its address, and never leaves it half done.
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterEach, describe, expect, test } from 'vitest';
import { judgeMonth } from '../../scripts/refresh/completeness.ts';
import { countTablesOf, totalsOf } from '../../scripts/refresh/countTables.ts';
import { openRelease, sealRelease } from '../../scripts/refresh/releaseFolder.ts';
import { main, refresh } from '../../scripts/refresh.ts';
import { monthsLost } from '../../scripts/release/monthsLost.ts';
import { ensure, loadCore, type Read } from '../../src/data/load.ts';
import type { MonthRecord } from '../../src/domain/month.ts';
import {
  fileName,
  folderOf,
  monthlyFile,
  packageOf,
  seriesOf,
  smallRelease,
  temporaryFolder,
} from './streetMonths.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const released = join(root, 'public', 'data');
const shared = join(root, '..', 'shared', 'data');

const months = (count: number, year = 2025): MonthRecord[] =>
  Array.from({ length: count }, (_, k) => ({
    month: `${year}-${String(k + 1).padStart(2, '0')}`,
    status: 'whole',
    located: 'polygon',
  }));

/** Six LSOAs in two towns, ten robberies each in every month of 2025; a seventh never occurs. */
const SMALL = {
  lsoas: { L1: 'T1', L2: 'T1', L3: 'T1', L4: 'T2', L5: 'T2', L6: 'T2', L9: 'T2' },
  changes: [
    ['OLD', 'L1'],
    ['CUT', 'L4'],
    ['CUT', 'L5'],
  ],
  centres: { L4: [-2, 52.5], L5: [-1.9, 52.5] },
  months: months(12),
  robberies: () => 10,
  unrecorded: ['L9'],
} as const;
const LSOAS = ['L1', 'L2', 'L3', 'L4', 'L5', 'L6'];
const whole = (month: string, crimes = 11) =>
  monthlyFile(
    month,
    LSOAS.map((lsoa) => ({ lsoa, crimes })),
  );

async function run(
  source: string,
  out: string,
  more: { replace?: boolean; cache?: string; say?: (s: string) => void } = {},
) {
  const said: string[] = [];
  const report = await refresh({
    source,
    out,
    cache: more.cache ?? temporaryFolder(),
    replace: more.replace,
    say: more.say ?? ((sentence) => said.push(sentence)),
  });
  return { report, said };
}

const bytesOf = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [
        join(entry.parentPath, entry.name).slice(folder.length),
        readFileSync(join(entry.parentPath, entry.name), 'utf8'),
      ]),
  );

describe('the release here', () => {
  test('opened and sealed again, it is the same to the byte', () => {
    const sealed = sealRelease(openRelease(released));
    for (const [path, text] of sealed)
      expect(text === readFileSync(join(released, path), 'utf8'), path).toBe(true);
  });

  test('the rule for whole months gives the status of every month as it was found by hand', () => {
    const release = openRelease(released);
    const tables = countTablesOf(release);
    const located = release.facts.months.filter((record) => record.located === 'polygon');
    const others = located
      .filter(({ status }) => status === 'whole')
      .map(({ month }) => totalsOf(tables, month));
    const judged = located.map(
      ({ month }) => `${month} ${judgeMonth(totalsOf(tables, month), others, tables.authorities).status}`,
    );
    expect(judged).toEqual(located.map(({ month, status }) => `${month} ${status}`));
  });

  test('a month more: its figures arrive as published, the others stay, and the page can load it', async () => {
    const out = join(temporaryFolder(), 'data');
    cpSync(released, out, { recursive: true });
    const before = openRelease(out);
    const tables = countTablesOf(before);
    const last = before.facts.months[before.facts.months.length - 1].month;
    const next = last.endsWith('-12')
      ? `${Number(last.slice(0, 4)) + 1}-01`
      : `${last.slice(0, 5)}${String(Number(last.slice(5)) + 1).padStart(2, '0')}`;
    const crimes = [...tables.types].flatMap(([type, byMonth]) =>
      tables.lsoas.map((lsoa, k) => ({ lsoa, type, crimes: byMonth.get(last)![k] })),
    );
    const { report } = await run(folderOf({ [fileName(next)]: monthlyFile(next, crimes) }), out);
    expect(report).toContain(`${next}: ${totalsOf(tables, last).total} crimes, whole, added`);
    const read: Read = (path) => Promise.resolve(readFileSync(join(out, path), 'utf8'));
    const dataset = await ensure(read, await loadCore(read), { crimeTypes: ['Robbery'], columns: [] });
    const counts = dataset.counts.get('Robbery')!;
    const width = dataset.months.length;
    expect(dataset.months[width - 1]).toMatchObject({ month: next, status: 'whole', located: 'published' });
    const column = (at: number) => dataset.lsoas.code.map((_, row) => counts[row * width + at]);
    expect(column(width - 1)).toEqual(column(width - 2));
    const old = bytesOf(released)['/counts/robbery.csv'].split('\n');
    const now = bytesOf(out)['/counts/robbery.csv'].split('\n');
    expect(now.map((line) => line.slice(0, line.lastIndexOf(',')))).toEqual(old);
    expect(dataset.release.id.slice(0, 7)).toBe(next);
    expect(readFileSync(join(out, 'tables/sources.json'), 'utf8')).not.toBe(
      readFileSync(join(released, 'tables/sources.json'), 'utf8'),
    );
  });
});

describe('months of a small release', () => {
  test('2011 codes, forces, unknown LSOAs and strays: every row has its place or its reason', async () => {
    const out = smallRelease(SMALL);
    const source = folderOf({
      [fileName('2026-01')]: monthlyFile('2026-01', [
        ...['L2', 'L3', 'L6'].map((lsoa) => ({ lsoa, crimes: 10 })),
        { lsoa: 'OLD', crimes: 9 },
        { lsoa: 'CUT', crimes: 8, lon: -1.99 },
        { lsoa: 'CUT', crimes: 7, lon: -1.91 },
        { lsoa: 'L9', crimes: 2 },
        { lsoa: 'ELSEWHERE', crimes: 5 },
        { lsoa: '', crimes: 3 },
      ]),
      [fileName('2026-01', 'btp')]: monthlyFile(
        '2026-01',
        [{ lsoa: 'L1', crimes: 1 }],
        'British Transport Police',
      ),
      'readme.txt': 'no street file',
    });
    const { report } = await run(source, out);
    expect(report).toContain(
      '2 files: 65 rows read = 55 used + 10 set aside (outside the unit 5, no LSOA 3, LSOA not known in earlier months 2).',
    );
    expect(report).toContain(
      'LSOA 2011 codes: 9 rows by their successor, 15 rows of split LSOAs to the part nearest their point.',
    );
    expect(report).toContain('1 file passed over');
    expect(LSOAS.map((lsoa) => seriesOf(out, lsoa)['2026-01'])).toEqual(['10', '10', '10', '8', '7', '10']);
    expect(seriesOf(out, 'L9')['2026-01']).toBe('');
    expect(packageOf(out).months.at(-1)).toEqual({
      month: '2026-01',
      status: 'whole',
      located: 'published',
      note: 'monthly files of British Transport Police, West Midlands Police',
    });
    expect(report).toContain('The series joins at 2026-01');
  });

  test('a month with a town missing is listed as partial; a hole is listed; strays make no month', async () => {
    const out = smallRelease(SMALL);
    const oneTown = LSOAS.slice(0, 3).map((lsoa) => ({ lsoa, crimes: 18 }));
    const { report } = await run(
      folderOf({
        [fileName('2026-02')]: monthlyFile('2026-02', oneTown),
        [fileName('2026-03', 'city-of-london')]: monthlyFile('2026-03', [{ lsoa: 'L1', crimes: 1 }]),
      }),
      out,
    );
    expect(packageOf(out).months.slice(-2)).toMatchObject([
      { month: '2026-01', status: 'partial', note: 'no file of this month' },
      { month: '2026-02', status: 'partial', note: expect.stringContaining('Town T2 0, usually 30 (0 %)') },
    ]);
    expect(report).toContain('2026-03: 1 crimes, partial, not added');
    expect(report).toContain('No file of 2026-01');
  });

  test('a month whose records all lie in a few LSOAs is partial, however many they are', async () => {
    const out = smallRelease(SMALL);
    const heaped = ['L1', 'L4'].map((lsoa) => ({ lsoa, crimes: 30 }));
    const { report } = await run(folderOf({ [fileName('2026-01')]: monthlyFile('2026-01', heaped) }), out);
    expect(report).toContain('2026-01: 60 crimes, partial, added (LSOAs with a record 2, usually 6 (33 %))');
  });

  test('a partial month is replaced by a whole one, and never the other way about', async () => {
    const holed = SMALL.months.map((record, k) =>
      k === 5 ? { ...record, status: 'partial' as const } : record,
    );
    const out = smallRelease({ ...SMALL, months: holed });
    const few = folderOf({ [fileName('2025-06')]: whole('2025-06', 3) });
    expect((await run(few, out)).report).toContain('2025-06: 18 crimes, partial, left as it was');
    const { report } = await run(folderOf({ [fileName('2025-06')]: whole('2025-06', 9) }), out);
    expect(report).toContain('2025-06: 54 crimes, whole, replaced');
    expect(report).toContain('The series joins at 2025-06');
    expect(report).toContain('The series joins at 2025-07');
    expect(seriesOf(out, 'L1')).toMatchObject({ '2025-05': '10', '2025-06': '9', '2025-07': '10' });
  });

  test('whole months are left alone, so a second run changes nothing; --replace counts them again', async () => {
    const out = smallRelease(SMALL);
    const source = folderOf({
      [fileName('2025-12')]: whole('2025-12', 12),
      [fileName('2026-01')]: whole('2026-01'),
    });
    const first = await run(source, out);
    expect(first.report).toContain('1 file not opened');
    const after = bytesOf(out);
    expect((await run(source, out)).report).toContain('The release was not changed.');
    expect(bytesOf(out)).toEqual(after);
    await run(source, out, { replace: true });
    expect(seriesOf(out, 'L1')).toMatchObject({ '2025-11': '10', '2025-12': '12', '2026-01': '11' });
  });

  test('a release without months to compare with judges the new ones by each other', async () => {
    const out = smallRelease({
      ...SMALL,
      months: [{ month: '2025-12', status: 'partial', located: 'polygon' }],
    });
    const names = ['2026-01', '2026-02', '2026-03', '2026-04'];
    await run(
      folderOf(
        Object.fromEntries(names.map((name, k) => [fileName(name), whole(name, k === 2 ? 2 : 10 + k)])),
      ),
      out,
    );
    expect(packageOf(out).months.map(({ month, status }) => `${month} ${status}`)).toEqual([
      '2025-12 partial',
      '2026-01 whole',
      '2026-02 whole',
      '2026-03 partial',
      '2026-04 whole',
    ]);
  });
});

test('a release made anew says which months a refresh had added to the one before', async () => {
  const out = smallRelease(SMALL);
  const made = readFileSync(join(out, 'datapackage.json'), 'utf8');
  expect(monthsLost(out, made)).toBe('');
  await run(folderOf({ [fileName('2026-01')]: whole('2026-01') }), out);
  expect(monthsLost(out, made)).toContain('are not in the sources: 2026-01.');
  expect(monthsLost(join(out, 'none'), made)).toBe('');
});

describe('archives and broken runs', () => {
  let server: Server | null = null;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
    server = null;
  });

  const FILES = Object.fromEntries(
    ['2026-01', '2026-02', '2026-03'].map((month) => [fileName(month), whole(month)]),
  );
  const encoded = (files: Record<string, string>) =>
    zipSync({
      ...Object.fromEntries(
        Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]),
      ),
      '2026-01/2026-01-west-midlands-outcomes.csv': new Uint8Array(9),
    });

  const arrived = (cache: string) =>
    readdirSync(cache)
      .filter((name) => name.endsWith('.part'))
      .reduce((bytes, name) => bytes + statSync(join(cache, name)).size, 0);

  /** Serves the bytes with ranges; the first answers break off once so many bytes have arrived in the cache. */
  async function serve(bytes: Uint8Array, breakAfter: number[] = [], cache = '') {
    const ranges: (string | undefined)[] = [];
    server = createServer((request, response) => {
      ranges.push(request.headers.range);
      const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
      const rest = bytes.subarray(from);
      response.writeHead(from > 0 ? 206 : 200, { 'content-length': rest.length, etag: '"one"' });
      const cut = breakAfter.shift();
      if (cut === undefined) response.end(rest);
      else {
        response.write(rest.subarray(0, cut));
        const wait = (rounds: number) => {
          // Rounds end the wait where nothing more arrives; the test then fails by what it finds.
          if (arrived(cache) >= from + cut || rounds === 0) response.destroy();
          else setImmediate(wait, rounds - 1);
        };
        wait(20_000);
      }
    });
    await new Promise<void>((ready) => server!.listen(0, '127.0.0.1', ready));
    return { address: `http://127.0.0.1:${(server!.address() as AddressInfo).port}/archive.zip`, ranges };
  }

  test('the archive, its address and the folder give the same release', async () => {
    const [folder, archive, address] = [0, 1, 2].map(() => smallRelease(SMALL));
    const zip = encoded(FILES);
    const path = join(temporaryFolder(), 'archive.zip');
    writeFileSync(path, zip);
    await run(folderOf(FILES), folder);
    await run(path, archive);
    const cache = temporaryFolder();
    const served = await serve(zip);
    const { report } = await run(served.address, address, { cache });
    expect(bytesOf(archive)).toEqual(bytesOf(folder));
    expect(bytesOf(address)).toEqual(bytesOf(folder));
    expect(report).toContain('3 files: 198 rows read = 198 used + 0 set aside');
    expect(report).toContain('1 file passed over');
    expect(readdirSync(cache)).toEqual([]);
  });

  test('a download that breaks off goes on where it stopped, within a run and from one run to the next', async () => {
    const zip = encoded(FILES);
    const out = smallRelease(SMALL);
    const cache = temporaryFolder();
    const served = await serve(zip, [100, 50, 50], cache);
    const before = bytesOf(out);
    await expect(run(served.address, out, { cache })).rejects.toThrow(
      /stopped after .* run the same command again/,
    );
    expect(bytesOf(out)).toEqual(before);
    await run(served.address, out, { cache });
    expect(served.ranges).toEqual([undefined, 'bytes=100-', 'bytes=150-', 'bytes=200-']);
    expect(packageOf(out).months.at(-1)?.month).toBe('2026-03');
  });

  test('counting that breaks off goes on with the next file', async () => {
    const straight = smallRelease(SMALL);
    const broken = smallRelease(SMALL);
    const source = folderOf(FILES);
    await run(source, straight);
    const cache = temporaryFolder();
    const stop = (sentence: string) => {
      if (sentence.startsWith('2 of 3')) throw new Error('power cut');
    };
    await expect(run(source, broken, { cache, say: stop })).rejects.toThrow('power cut');
    const { said } = await run(source, broken, { cache });
    expect(said[0]).toBe('goes on after 1 of 3 files counted before');
    expect(said[1]).toMatch(/^2 of 3/);
    expect(bytesOf(broken)).toEqual(bytesOf(straight));
    expect(readdirSync(cache)).toEqual([]);
  });

  test('an archive cut short, one with damaged contents, and what is no archive: one sentence, the release as it was', async () => {
    const out = smallRelease(SMALL);
    const before = bytesOf(out);
    const path = join(temporaryFolder(), 'archive.zip');
    const zip = encoded(FILES);
    writeFileSync(path, zip);
    truncateSync(path, zip.length - 30);
    await expect(run(path, out)).rejects.toThrow(/no zip archive, or it is cut short/);
    const damaged = Uint8Array.from(zip);
    damaged.fill(255, 90, 160);
    writeFileSync(path, damaged);
    await expect(run(path, out)).rejects.toThrow(/cannot be unpacked/);
    const stored = zipSync({
      '2026-01-a-street.csv': [new TextEncoder().encode(whole('2026-01')), { level: 0 }],
    });
    const at = stored.indexOf('L'.charCodeAt(0), 1000);
    stored[at] = 'M'.charCodeAt(0);
    writeFileSync(path, stored);
    await expect(run(path, out)).rejects.toThrow(/2026-01-a-street.csv is damaged/);
    const served = await serve(new TextEncoder().encode('<html>moved</html>'));
    await expect(run(served.address, out)).rejects.toThrow(/no zip archive/);
    await expect(run(join(path, 'none'), out)).rejects.toThrow(/no such file or folder/);
    await expect(run(folderOf({ 'a.txt': '' }), out)).rejects.toThrow(/no street file is in it/);
    expect(bytesOf(out)).toEqual(before);
  });

  test('a damaged release is not sealed as if it were whole', async () => {
    const out = smallRelease(SMALL);
    writeFileSync(join(out, 'counts/robbery.csv'), 'lsoa\n');
    await expect(run(folderOf(FILES), out)).rejects.toThrow(/not those the release was sealed with/);
    rmSync(join(out, 'datapackage.json'));
    await expect(run(folderOf(FILES), out)).rejects.toThrow(/no release here/);
  });

  test('the command says what is wrong in one sentence and ends with 2', async () => {
    const written: string[] = [];
    const original = process.stderr.write;
    process.stderr.write = ((text: string) => written.push(text) > 0) as typeof process.stderr.write;
    try {
      await main([join(temporaryFolder(), 'nothing'), '--out', smallRelease(SMALL)]);
      expect(process.exitCode).toBe(2);
      await main([]);
    } finally {
      process.stderr.write = original;
      process.exitCode = 0;
    }
    expect(written[0]).toMatch(/there is no such file or folder.*\nThe release was not changed\.\n$/);
    expect(written[1]).toMatch(/^Usage: /);
  });
});

describe('genuine files (skipped where ../shared/data is absent)', () => {
  test.skipIf(!existsSync(join(shared, 'crime')))(
    'City of London: next to nothing of it is in this unit, and every row has its reason',
    async () => {
      const out = join(temporaryFolder(), 'data');
      cpSync(released, out, { recursive: true });
      const { report } = await run(join(shared, 'crime/raw-city-of-london'), out, { replace: true });
      expect(report).toContain(
        '24 files: 18,867 rows read = 3 used + 18,864 set aside (outside the unit 17,275, no LSOA 1,589).',
      );
      expect(report).toContain('The release was not changed.');
    },
  );

  test.skipIf(!existsSync(join(shared, 'national')))(
    'Merseyside, LSOA 2011: 24 months make a series of the five boroughs, every crime once',
    async () => {
      const table = (name: string) =>
        gunzipSync(readFileSync(join(shared, 'national', name)))
          .toString('utf8')
          .trimEnd()
          .split('\n')
          .map((line) => line.split(','));
      const lookup = table('lookup_ew_lsoa11_lsoa21_lad22.csv.gz').filter((row) =>
        /^E0800001[1-5]$/.test(row.at(-1)!),
      );
      const points = new Map(
        table('lsoa_centroids_ew_2011_2021.csv.gz').map(([code, lat, lon]) => [
          code,
          [Number(lon), Number(lat)] as const,
        ]),
      );
      const lsoas = Object.fromEntries(lookup.map((row) => [row[4], row.at(-1)!]));
      const path = join(shared, 'crime/merseyside-street_2019-10_2021-09.csv.gz');
      const out = smallRelease({
        lsoas,
        centres: Object.fromEntries([...points].filter(([code]) => code in lsoas)),
        changes: lookup.filter((row) => row[1] !== row[4]).map((row) => [row[1], row[4]] as const),
        months: [{ month: '2019-09', status: 'partial', located: 'published' }],
        robberies: () => 0,
      });
      const { report } = await run(path, out);
      expect(report).toMatch(/352,980 rows read = 352,\d{3} used \+ \d+ set aside \(outside the unit \d+\)/);
      const { months: series } = packageOf(out);
      expect(series).toHaveLength(25);
      expect(series.filter(({ status }) => status === 'whole').length).toBeGreaterThan(20);
      const used = Number(/= ([\d,]+) used/.exec(report)![1].replaceAll(',', ''));
      const tables = countTablesOf(openRelease(out));
      const kept = series
        .filter(({ status }) => status === 'whole')
        .reduce((sum, { month }) => sum + totalsOf(tables, month).total, 0);
      const left = [...report.matchAll(/: (\d+) crimes, partial/g)].reduce(
        (sum, [, crimes]) => sum + Number(crimes),
        0,
      );
      expect(kept + left).toBe(used);
    },
  );
});
