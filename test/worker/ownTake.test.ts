// Files a reader brings, in the worker: every row accounted for, small counts withheld, and bad files a plain sentence.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { STREET_COLUMNS } from '../../src/data/streetFile.ts';
import type { Dataset } from '../../src/domain/dataset.ts';
import type { OwnWish } from '../../src/domain/ownCounts.ts';
import { forgetAll } from '../../src/worker/ownGuard.ts';
import { nothingKept, type OwnHost } from '../../src/worker/ownKept.ts';
import { lookAtFiles } from '../../src/worker/ownLook.ts';
import { takeOwn } from '../../src/worker/ownTake.ts';
import { readRelease, releaseIsHere } from '../engine/release.ts';
import { tinyQuestion, tinyRegion } from '../engine/tinyRegion.ts';

/** A worker's surroundings over the tiny region, with what it keeps. */
function surroundings(goesOn = () => true): OwnHost & { told: number } {
  const region: Dataset = tinyRegion();
  return {
    told: 0,
    ownCounts: nothingKept(),
    read: readRelease,
    holding: async () => region,
    async ownChanged() {
      this.told++;
    },
    goOn: async () => goesOn(),
  };
}

const file = (text: string | Uint8Array<ArrayBuffer>) => new Blob([text]);
const ward = (k: number) => `E050000${String(k).padStart(2, '0')}`;
const lsoa = (k: number) => `E010000${String(k).padStart(2, '0')}`;

function wish(text: string, changes: Partial<OwnWish> = {}): OwnWish {
  return {
    files: [file(text)],
    names: ['counts.csv'],
    id: 'own-1',
    label: 'Knife injuries',
    columns: { code: 0, count: 1, period: null },
    rule: { threshold: 7, base: 5 },
    level: 'ward',
    types: [],
    counted: { kind: 'sum' },
    ...changes,
  };
}

const WARD_TABLE = `ward,count\n${[21, 3, 48, 52, 2, 90].map((n, k) => `${ward(k + 1)},${n}`).join('\n')}\n`;
const quiet = () => {};

describe.skipIf(!releaseIsHere)('a table of counts (skipped where public/data has not been made)', () => {
  test('becomes a protected measure, and the page is told of it', async () => {
    const host = surroundings();
    const report = await takeOwn(host, tinyQuestion(), wish(WARD_TABLE), quiet);
    expect(report?.account).toEqual({ read: 6, used: 6, setAside: 0 });
    expect(report?.measure).toMatchObject({ id: 'own-1', kind: 'own', phrase: 'knife injuries' });
    const held = host.ownCounts.tables.get('own-1')?.levels.ward;
    expect(held?.counts[2]).toBe(50);
    expect(held?.counts[1]).toBeNaN();
    // The small count, and another beside it, so that no total gives it away.
    expect([...(held?.suppressed.slice(0, 3) ?? [])]).toEqual([1, 1, 0]);
    expect(host.told).toBe(1);
  });

  test('tells why each row is not used, and what would help', async () => {
    const text = `ward,count\n${ward(1)},20\nE05999999,9\nLadywood,4\n${ward(1)},7\n${ward(2)},lots\n${ward(3)},30\n`;
    const report = await takeOwn(surroundings(), tinyQuestion(), wish(text), quiet);
    expect(report?.account).toEqual({ read: 6, used: 2, setAside: 4 });
    expect(report?.reasons.reduce((sum, r) => sum + r.rows, 0)).toBe(4);
    expect(report?.faults.map((f) => f.row)).toEqual([3, 4, 5, 6]);
    for (const f of report?.faults ?? []) expect(f.remedy).not.toBe('');
    expect(report?.faultsFile.trim().split('\n')).toHaveLength(5);
  });

  test('without one code of the region has nothing to show, and says so', async () => {
    const report = await takeOwn(surroundings(), tinyQuestion(), wish('ward,count\nLadywood,20\n'), quiet);
    expect(report?.measure).toBeNull();
    expect(report?.notes.join()).toContain('nothing to show');
  });

  test('of LSOAs is shown by wards or by LSOAs, never by both', async () => {
    const host = surroundings();
    const text = `lsoa,count\n${Array.from({ length: 12 }, (_, k) => `${lsoa(k + 1)},${10 + k}`).join('\n')}\n`;
    const first = await takeOwn(host, tinyQuestion(), wish(text), quiet);
    expect(first?.levels).toEqual(['ward']);
    expect(host.ownCounts.tables.get('own-1')?.levels.ward?.counts[0]).toBe(20);
    const second = takeOwn(
      host,
      tinyQuestion(),
      wish(text, { level: 'lsoa', id: 'own-2', label: 'Other' }),
      quiet,
    );
    await expect(second).rejects.toThrow(/were shown by ward already/);
    expect(host.ownCounts.tables.has('own-2')).toBe(false);
  });

  test('shown again under a milder rule keeps withheld what was withheld', async () => {
    const host = surroundings();
    await takeOwn(host, tinyQuestion(), wish(WARD_TABLE), quiet);
    const rule = { threshold: 0, base: 1 };
    await takeOwn(host, tinyQuestion(), wish(WARD_TABLE, { id: 'own-2', label: 'Again', rule }), quiet);
    const [first, second] = ['own-1', 'own-2'].map((id) => host.ownCounts.tables.get(id)?.levels.ward);
    first?.suppressed.forEach((s, i) => {
      if (s) expect(second?.counts[i]).toBeNaN();
    });
  });
});

/** Six wards over so many periods. */
const periodTable = (keys: readonly string[], counts: (ward: number, period: number) => number | string) =>
  `ward,count,period\n${[1, 2, 3, 4, 5, 6]
    .flatMap((w) => keys.map((key, k) => `${ward(w)},${counts(w, k)},${key}`))
    .join('\n')}\n`;
const withPeriods = { columns: { code: 0, count: 1, period: 2 } };

describe.skipIf(!releaseIsHere)('periods of a table (skipped where public/data has not been made)', () => {
  const months = periodTable(['2025-01', '2025-02', '2025-04'], (w, k) => 20 + 10 * w + 5 * k);

  test('are added up, and a month the file lacks is named and summed as nothing', async () => {
    const host = surroundings();
    const report = await takeOwn(host, tinyQuestion(), wish(months, withPeriods), quiet);
    expect(report?.measure?.period).toBe('January 2025 – April 2025 without March 2025');
    const table = host.ownCounts.tables.get('own-1');
    expect(table?.months).toBe(3);
    expect(table?.levels.ward?.counts[0]).toBe(105);
    expect(table?.byMonth?.months).toEqual(['2025-01', '2025-02', '2025-03', '2025-04']);
    expect([...(table?.byMonth?.inFile ?? [])]).toEqual([1, 1, 0, 1]);
    expect(table?.byMonth?.region[2]).toBeNaN();
    expect(table?.byMonth?.region[0]).toBe(330);
    // By area only where each month was to be shown by itself.
    expect(table?.byMonth?.byArea.ward).toBeUndefined();
    expect(host.ownCounts.tables.size).toBe(1);
  });

  test('can each be turned to, where that was chosen, with the sum among them', async () => {
    const host = surroundings();
    const each = wish(months, { ...withPeriods, counted: { kind: 'each' } });
    const report = await takeOwn(host, tinyQuestion(), each, quiet);
    expect(report?.measure?.periods?.map((p) => p.period)).toEqual([
      'January 2025 – April 2025 without March 2025',
      'January 2025',
      'February 2025',
      'April 2025',
    ]);
    const april = host.ownCounts.tables.get('own-1-p3');
    expect(april?.measure.period).toBe('April 2025');
    expect(april?.months).toBe(1);
    expect(april?.levels.ward?.counts[0]).toBe(40);
    expect([...(april?.byMonth?.byArea.ward?.slice(0, 4) ?? [])]).toEqual([30, 35, Number.NaN, 40]);
  });

  test('one alone is counted as what it is', async () => {
    const host = surroundings();
    const one = wish(months, { ...withPeriods, counted: { kind: 'some', from: '2025-02', to: '2025-02' } });
    const report = await takeOwn(host, tinyQuestion(), one, quiet);
    expect(report?.measure?.period).toBe('February 2025');
    expect(report?.notes.join(' ')).toContain('Only February 2025 is counted, of 3 periods');
    expect(host.ownCounts.tables.get('own-1')?.levels.ward?.counts[0]).toBe(35);
  });

  test('shown added up are not shown one by one afterwards, under whatever name', async () => {
    const host = surroundings();
    await takeOwn(host, tinyQuestion(), wish(months, withPeriods), quiet);
    for (const counted of [{ kind: 'each' }, { kind: 'some', from: '2025-01', to: '2025-01' }] as const) {
      const again = wish(months, { ...withPeriods, counted, id: 'own-2', label: 'Other name' });
      await expect(takeOwn(host, tinyQuestion(), again, quiet)).rejects.toThrow(/were shown by ward already/);
    }
    expect(host.ownCounts.tables.size).toBe(1);
  });

  test('one alone and another alone have no count in common, and both are shown', async () => {
    const host = surroundings();
    for (const [k, period] of ['2025-01', '2025-04'].entries())
      await takeOwn(
        host,
        tinyQuestion(),
        wish(months, {
          ...withPeriods,
          counted: { kind: 'some', from: period, to: period },
          id: `own-${k + 1}`,
        }),
        quiet,
      );
    expect(host.ownCounts.tables.size).toBe(2);
  });

  test('from one to another are added up, the rest left out; runs that share a period are not shown beside each other', async () => {
    const host = surroundings();
    const run = (from: string, to: string, id: string) =>
      wish(months, { ...withPeriods, counted: { kind: 'some', from, to }, id });
    const report = await takeOwn(host, tinyQuestion(), run('2025-01', '2025-02', 'own-1'), quiet);
    expect(report?.measure?.period).toBe('January 2025 – February 2025');
    expect(report?.notes.join(' ')).toContain('Only January 2025 – February 2025 is counted, of 3 periods');
    const table = host.ownCounts.tables.get('own-1');
    expect([table?.months, table?.levels.ward?.counts[0]]).toEqual([2, 65]);
    const over = takeOwn(host, tinyQuestion(), run('2025-02', '2025-04', 'own-2'), quiet);
    await expect(over).rejects.toThrow(/were shown by ward, some of its periods already/);
    await takeOwn(host, tinyQuestion(), run('2025-04', '2025-04', 'own-3'), quiet);
    expect([...host.ownCounts.tables.keys()]).toEqual(['own-1', 'own-3']);
  });

  test('say how many sums more would be known without them, and give way before they are shown', async () => {
    const small = periodTable(['2023', '2024', '2025'], (w, k) => (w > 1 ? 90 : k === 0 ? 4 : 3));
    const host = surroundings();
    const each = wish(small, { ...withPeriods, counted: { kind: 'each' } });
    const report = await takeOwn(host, tinyQuestion(), each, quiet);
    expect(report?.knownAddedUp).toBeGreaterThan(report?.known ?? 9);
    const sum = { ...each, counted: { kind: 'sum' }, id: 'own-2', insteadOf: 'own-1' } as const;
    const instead = await takeOwn(host, tinyQuestion(), sum, quiet);
    expect(instead?.known).toBe(report?.knownAddedUp);
    expect([...host.ownCounts.tables.keys()]).toEqual(['own-2']);
  });

  test('in words of the file’s own are its periods, and no length of time', async () => {
    const host = surroundings();
    const report = await takeOwn(
      host,
      tinyQuestion(),
      wish(
        periodTable(['Before', 'After'], (w) => 20 + w),
        withPeriods,
      ),
      quiet,
    );
    expect(report?.measure?.period).toBe('2 periods of your file');
    expect(host.ownCounts.tables.get('own-1')?.months).toBeNaN();
    const without = await takeOwn(surroundings(), tinyQuestion(), wish(WARD_TABLE), quiet);
    expect(without?.measure?.period).toBe('period as in your file');
  });
});

describe.skipIf(!releaseIsHere)('own counts (skipped where public/data has not been made)', () => {
  test('forgotten are gone, and come back only as they were shown', async () => {
    const host = surroundings();
    await takeOwn(host, tinyQuestion(), wish(WARD_TABLE), quiet);
    forgetAll(host.ownCounts);
    expect(host.ownCounts.tables.size).toBe(0);
    expect(JSON.stringify(host.ownCounts)).not.toMatch(/\b(21|48|52)\b/);
    const milder = wish(WARD_TABLE, { id: 'own-2', label: 'Else', rule: { threshold: 2, base: 1 } });
    await expect(takeOwn(host, tinyQuestion(), milder, quiet)).rejects.toThrow(/before they were forgotten/);
    const report = await takeOwn(host, tinyQuestion(), wish(WARD_TABLE, { id: 'own-3' }), quiet);
    expect(report?.measure?.id).toBe('own-3');
  });

  test('say that a population column is not used, and why; other columns are named', async () => {
    const text = `ward,count,population,<b>note</b>\n${ward(1)},20,9000,x\n${ward(2)},30,8000,y\n${ward(3)},40,7000,z\n`;
    const report = await takeOwn(surroundings(), tinyQuestion(), wish(text), quiet);
    const notes = report?.notes.join(' ') ?? '';
    expect(notes).toContain('“population” was not used: rates are per resident as the census counts them');
    expect(notes).toContain('“<b>note</b>”');
    expect(notes).not.toContain('“count”');
  });

  test('say how many areas they cover', async () => {
    const text = `ward,count\n${ward(1)},20\n${ward(2)},30\n`;
    const report = await takeOwn(surroundings(), tinyQuestion(), wish(text), quiet);
    expect(report?.measure?.note).toContain('2 of 6 wards are known, 4 not in the file or not known.');
  });

  test('have a name of one line and at most sixty letters', async () => {
    const label = `Injuries\n\u202e ${'x'.repeat(90)}`;
    const report = await takeOwn(surroundings(), tinyQuestion(), wish(WARD_TABLE, { label }), quiet);
    expect(report?.measure?.label).toMatch(/^Injuries x{51}$/);
  });
});

const street = (rows: readonly [month: string, lsoaCode: string, type: string][]) =>
  `${STREET_COLUMNS.join(',')}\n${rows
    .map(([month, code, type], k) => `id${k},${month},Force,Force,-2,52.5,On or near,${code},name,${type},,`)
    .join('\n')}\n`;

describe.skipIf(!releaseIsHere)(
  'police.uk street files (skipped where public/data has not been made)',
  () => {
    test('are counted by LSOA: rows used and set aside are the rows read, with reasons', async () => {
      const host = surroundings();
      const rows: [string, string, string][] = [
        ['2026-01', lsoa(1), 'Robbery'],
        ['2026-01', lsoa(1), 'Burglary'],
        ['2026-01', lsoa(2), 'Violence and sexual offences'],
        ['2026-01', 'E01099999', 'Robbery'],
        ['2026-01', '', 'Robbery'],
        ['2026-01', lsoa(2), 'No such type'],
      ];
      const types = ['Robbery', 'Violence and sexual offences'];
      const report = await takeOwn(host, tinyQuestion(), wish(street(rows), { columns: null, types }), quiet);
      expect(report?.account).toEqual({ read: 6, used: 3, setAside: 3 });
      expect(report?.reasons.reduce((sum, r) => sum + r.rows, 0)).toBe(3);
      const { lsoa: byLsoa, ward: byWard } = host.ownCounts.tables.get('own-1')?.levels ?? {};
      expect(byLsoa?.counts.slice(0, 2)).toEqual(Float64Array.of(1, 1));
      expect(byLsoa?.counts[2]).toBeNaN();
      expect(byWard?.counts[0]).toBe(2);
    });

    test('of another place have nothing to show, and say whose they are', async () => {
      const text = street([['2026-01', 'E01099999', 'Robbery']]);
      const report = await takeOwn(
        surroundings(),
        tinyQuestion(),
        wish(text, { columns: null, types: ['Robbery'] }),
        quiet,
      );
      expect(report?.measure).toBeNull();
      expect(report?.notes[0]).toMatch(/None of the 1 rows lies in this region; they are of Force/);
    });

    test('are given up on the way where the reader does', async () => {
      const text = street([['2026-01', lsoa(1), 'Robbery']]);
      const host = surroundings(() => false);
      expect(
        await takeOwn(host, tinyQuestion(), wish(text, { columns: null, types: ['Robbery'] }), quiet),
      ).toBeNull();
      expect(host.ownCounts.tables.size).toBe(0);
    });

    const CITY = new URL('../../../shared/data/crime/raw-city-of-london/', import.meta.url);
    test.skipIf(!existsSync(CITY))(
      'all 24 of the City of London at once are accounted for row by row (skipped where the files are not at hand)',
      async () => {
        const names = readdirSync(CITY).filter((name) => name.endsWith('.csv'));
        const files = names.map((name) => file(new Uint8Array(readFileSync(new URL(name, CITY)))));
        const look = await lookAtFiles(files, names);
        expect(look.kind).toBe('street files');
        const taken = wish('', { files, names, columns: null, types: ['Robbery'] });
        const report = await takeOwn(surroundings(), tinyQuestion(), taken, quiet);
        const { read, used, setAside } = report?.account ?? { read: 0, used: 0, setAside: 0 };
        expect(read).toBeGreaterThan(10_000);
        expect(used + setAside).toBe(read);
        expect(report?.reasons.reduce((sum, r) => sum + r.rows, 0)).toBe(setAside);
        expect(report?.files).toHaveLength(names.length);
      },
    );
  },
);

/** A file of that size that cannot be read whole: only its start is ever asked for. */
class HugeFile extends Blob {
  override get size() {
    return 300_000_000;
  }
  override arrayBuffer(): Promise<ArrayBuffer> {
    throw new Error('it was read whole');
  }
}

describe.skipIf(!releaseIsHere)(
  'files that are no tables (skipped where public/data has not been made)',
  () => {
    const random = Uint8Array.from({ length: 5000 }, (_, k) => (k * 7919 + ((k * k) % 251)) % 256);
    test.each([
      ['random bytes', file(random), 'no readable text'],
      ['nothing', file(''), 'empty'],
      ['300 MB', new HugeFile(['a,b\n1,2\n']), '300 MB'],
      ['a workbook', file('PK\u0003\u0004rest'), 'workbook'],
    ])('%s: a plain sentence', async (_, blob, says) => {
      const look = await lookAtFiles([blob], ['odd.csv']);
      expect(look.kind).toBe('nothing');
      expect(look.files[0].note).toContain(says);
      expect(look.files[0].note).toMatch(/\.$/);
    });

    test('UTF-16 is read as what it is', async () => {
      const text = `\ufeff${WARD_TABLE}`;
      const bytes = new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer);
      const look = await lookAtFiles([file(bytes)], ['wide.csv']);
      expect(look.guess).toEqual({ code: 0, count: 1, period: null });
    });

    test('a header called __proto__ and markup in names are text like any other', async () => {
      const text = `__proto__,count,<img src=x onerror=alert(1)>\n${ward(1)},20,<b>x</b>\n${ward(2)},30,y\n`;
      const look = await lookAtFiles([file(text)], ['<script>.csv']);
      expect(look.columns).toEqual(['__proto__', 'count', '<img_src=x_onerror=alert(1)>']);
      expect(look.guess).toEqual({ code: 0, count: 1, period: null });
      expect(({} as Record<string, unknown>).count).toBeUndefined();
      const report = await takeOwn(surroundings(), tinyQuestion(), wish(text), quiet);
      expect(report?.account.used).toBe(2);
    });

    test('ragged rows are set aside, the rest is used', async () => {
      const text = `ward,count\n${ward(1)},20,extra\n${ward(2)}\n${ward(3)},30\n`;
      const report = await takeOwn(surroundings(), tinyQuestion(), wish(text), quiet);
      expect(report?.account).toEqual({ read: 3, used: 1, setAside: 2 });
    });

    test('what is wrong with many rows is told once, with the first of them and how many more', async () => {
      const rows = Array.from({ length: 40 }, (_, k) => `${ward(1)},20${k % 2 ? ',extra' : ''}\n`).join('');
      const { why } = await lookAtFiles([file(`ward,count\n${rows}`)], ['odd.csv']);
      expect(why.filter((w) => w.includes('the header has'))).toEqual([
        'row 3: it has 3 cells where the header has 2, and so in 19 more rows. Put cells that contain a comma in quotation marks, and leave empty cells in place',
      ]);
    });

    test('a title above the header is said to stand where the column names belong', async () => {
      const text = `Callouts;;;\nward;month;count\n${ward(1)};2025-04;20\n`;
      const { why } = await lookAtFiles([file(text)], ['titled.csv']);
      expect(why[0]).toMatch(/the first row is taken for the header.*put the column names in the first row$/);
      expect(why).toHaveLength(2);
    });

    test('two tables at once, and an inventory, are sent where they belong', async () => {
      expect((await lookAtFiles([file(WARD_TABLE), file(WARD_TABLE)], ['a.csv', 'b.csv'])).why[0]).toMatch(
        /one table/,
      );
      expect((await lookAtFiles([file('programme,place\nae,Here\n')], ['i.csv'])).kind).toBe('inventory');
    });
  },
);
