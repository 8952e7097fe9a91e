// An inventory survives the way out and in again; a broken one is explained row by row while its good rows are kept.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultSentence } from '../../src/data/fault.ts';
import { readInventory } from '../../src/data/inventoryFile.ts';
import { INVENTORY_TEMPLATE, writeInventory } from '../../src/data/inventoryOut.ts';
import { readText } from '../../src/data/textFile.ts';
import { OPEN_END } from '../../src/domain/ages.ts';
import {
  type Inventory,
  type Programme,
  type Service,
  SPATIAL_FORMS,
  TIERS,
} from '../../src/domain/intervention.ts';

const PROGRAMMES: Programme[] = [
  {
    id: 'ae',
    label: 'A&E',
    phrase: 'A&E',
    tier: 'tertiary',
    form: 'site',
    ages: { from: 11, to: 24 },
    source: '',
  },
  {
    id: 'mvp',
    label: 'MVP',
    phrase: 'MVP',
    tier: 'primary',
    form: 'institution network',
    ages: { from: 11, to: 18 },
    source: '',
  },
];
const CONTEXT = { programmes: PROGRAMMES, status: 'own' as const };

/** A file of a few columns with one row for each line of cells. */
const file = (header: string, ...lines: string[]) => [header, ...lines, ''].join('\n');
const faultsOf = (text: string) =>
  readInventory(text, CONTEXT).faults.filter((fault) => fault.setAside || fault.row !== null);

describe('out and in again', () => {
  const month = fc.constantFrom('2019-10', '2026-03', '2024-02-29');
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
  const amount = fc.double({ min: 0, max: 1e9, noNaN: true }).map((x) => x + 0);
  const text = fc.string({ unit: 'binary' }).map((s) => s.replaceAll('\ufeff', '').trim());
  const service: fc.Arbitrary<Service> = fc
    .record({
      programme: fc.constantFrom('ae', 'mvp'),
      organisation: text,
      place: fc.constantFrom(
        'Heartlands',
        '=1+1',
        ' -2',
        '<img src=x onerror=alert(1)>',
        'a\r\n@b',
        "'quoted'",
      ),
      tier: fc.constantFrom(...TIERS),
      form: fc.constantFrom(...SPATIAL_FORMS),
      lon: fc.double({ min: -8, max: 1, noNaN: true }).map((x) => x + 0),
      lat: fc.double({ min: 50, max: 60, noNaN: true }),
      areas: fc.array(fc.constantFrom('E05011118', 'E08000025', 'E01008881')),
      ages: fc
        .tuple(fc.integer({ min: 0, max: OPEN_END }), fc.integer({ min: 0, max: OPEN_END }))
        .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
      eligibility: text,
      capacity: maybe(amount),
      capacityUnit: text,
      cost: maybe(amount),
      start: fc.constantFrom(null, '2018', '2019').map((y) => (y === null ? null : `${y}-01`)),
      end: maybe(month),
      lastVerified: maybe(month),
      source: text,
      status: fc.constantFrom('documented' as const, 'illustrative' as const, 'own' as const),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }).map((x) => x + 0),
      evidence: text,
      lineage: text,
      notes: text,
    })
    .map((record) => {
      const pointed = record.form === 'site' || record.form === 'institution network';
      return { id: '', ...record, lon: pointed ? record.lon : null, lat: pointed ? record.lat : null };
    });

  test('no inventory loses anything as CSV', () => {
    fc.assert(
      fc.property(fc.array(service, { maxLength: 6 }), (drawn) => {
        const inventory: Inventory = {
          status: 'own',
          services: drawn.map((record, k) => ({ ...record, id: `s-${k}` })),
          complete: [{ programme: 'ae', authority: 'all', source: '=x', status: 'documented' }],
        };
        const back = readInventory(writeInventory(inventory, ['question', 'release']), CONTEXT);
        expect(back.inventory).toEqual(inventory);
        expect(back.faults.filter((fault) => fault.setAside)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('a file of semicolons or tabs reads the same', () => {
    const comma = file('id,programme,place,capacity', 'a,ae,Walsall,12');
    for (const delimiter of [';', '\t'])
      expect(readInventory(comma.replaceAll(',', delimiter), CONTEXT).inventory).toEqual(
        readInventory(comma, CONTEXT).inventory,
      );
  });

  test('the template reads without a row set aside', () => {
    const programmes = [{ ...PROGRAMMES[0], id: 'mentoring' }];
    const reading = readInventory(INVENTORY_TEMPLATE, { programmes, status: 'own' });
    expect(reading.rows).toEqual({ read: 2, used: 2, setAside: 0 });
    expect(reading.faults).toEqual([]);
  });
});

describe('faults name row, field and remedy, and set aside one row only', () => {
  const header = 'id,programme,place,form,lon,lat,areas,age_from,age_to,capacity,start,end,confidence,status';
  const good = 'ok,ae,Walsall,site,-1.99,52.58,,11,24,20,2025-04,2026-03,0.9,own';
  const without = (changes: Record<string, string>) => {
    const names = header.split(',');
    const cells = good.split(',');
    for (const [name, value] of Object.entries(changes)) cells[names.indexOf(name)] = value;
    return cells.join(',');
  };

  test.each<[string, Record<string, string>, string]>([
    ['capacity', { capacity: 'lots' }, 'not a number'],
    ['capacity', { capacity: '-4' }, 'outside what can be'],
    ['programme', { programme: 'boxing' }, 'not a programme here'],
    ['form', { form: 'bus' }, 'not known here'],
    ['end', { end: '2024-01' }, 'before it starts'],
    ['start', { start: '01/04/2025' }, 'not a date'],
    ['start', { start: '2025-02-30' }, 'not a date'],
    ['lat', { lat: '5.2' }, 'outside the region'],
    ['lat', { lon: '52.58', lat: '-1.99' }, 'outside the region'],
    ['lat', { lat: '' }, 'only one half'],
    ['id', { id: '' }, 'empty'],
    ['age_to', { age_from: '25', age_to: '11' }, 'below age_from'],
    ['areas', { areas: 'Walsall' }, 'not a GSS code'],
    ['confidence', { confidence: '90' }, 'outside what can be'],
    ['status', { status: 'sure' }, 'not known here'],
  ])('%s: %j', (field, changes, problem) => {
    const id: Record<string, string> = 'id' in changes ? {} : { id: 'bad' };
    const reading = readInventory(file(header, good, without({ ...id, ...changes })), CONTEXT);
    const [fault] = reading.faults.filter((each) => each.row !== null);
    expect(fault).toMatchObject({ row: 3, field, setAside: true });
    expect(faultSentence(fault)).toContain(problem);
    expect(fault.remedy.length).toBeGreaterThan(10);
    expect(reading.inventory.services.map((service) => service.id)).toEqual(['ok']);
    expect(reading.rows).toEqual({ read: 2, used: 1, setAside: 1 });
  });

  test('an id used twice: the second row is set aside and points to the first', () => {
    const reading = readInventory(file(header, good, good), CONTEXT);
    expect(reading.inventory.services).toHaveLength(1);
    expect(reading.faults.find((fault) => fault.row === 3)?.problem).toContain('row 2');
  });

  test('exchanged degrees are recognised', () => {
    const [fault] = faultsOf(file(header, without({ lon: '52.58', lat: '-1.99' })));
    expect(fault.remedy).toBe('Exchange lon and lat');
  });

  test('a formula and markup are plain text, and the formula is mentioned', () => {
    const reading = readInventory(
      file('id,programme,place,notes', 'a,ae,<b>Walsall</b>,"=HYPERLINK(""x"")"'),
      CONTEXT,
    );
    expect(reading.inventory.services[0]).toMatchObject({
      place: '<b>Walsall</b>',
      notes: '=HYPERLINK("x")',
    });
    expect(
      reading.faults.filter((fault) => fault.row !== null).map((fault) => [fault.field, fault.setAside]),
    ).toEqual([
      ['lon', false],
      ['notes', false],
    ]);
  });

  test('a ragged row and an open quotation mark are set aside', () => {
    const ragged = readInventory(file('id,programme,place', 'a,ae,Walsall', 'b,ae', 'c,ae,x,y'), CONTEXT);
    expect(ragged.rows).toEqual({ read: 3, used: 1, setAside: 2 });
    const open = readInventory(file('id,programme,place', 'a,ae,Walsall', 'b,ae,"x', 'c,ae,y'), CONTEXT);
    expect(open.inventory.services.map((service) => service.id)).toEqual(['a']);
    expect(open.faults.some((fault) => fault.row === 3 && fault.problem.includes('quotation mark'))).toBe(
      true,
    );
  });

  test('a header that lacks a needed column is refused as a whole, once and plainly', () => {
    const reading = readInventory(file('name,where', 'x,y'), CONTEXT);
    expect(reading.inventory.services).toEqual([]);
    expect(reading.rows).toEqual({ read: 1, used: 0, setAside: 1 });
    expect(reading.faults.map(faultSentence).join(' ')).toContain('the column “programme” is missing');
  });

  test('a header called __proto__ is an unknown column and touches nothing else', () => {
    const reading = readInventory(
      file('id,programme,place,__proto__,constructor', 'a,ae,Walsall,x,y'),
      CONTEXT,
    );
    expect(reading.inventory.services).toHaveLength(1);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    expect(reading.faults.map((fault) => fault.field)).toContain('“__proto__”');
  });

  test('a point of a service for persons is not read, because it may be sensitive', () => {
    const reading = readInventory(file(header, without({ form: 'person' })), CONTEXT);
    expect(reading.inventory.services[0]).toMatchObject({ lon: null, lat: null });
  });

  test('only codes of the release are taken where they are given', () => {
    const context = { ...CONTEXT, areaCodes: new Set(['E08000025']) };
    const text = file(
      header,
      without({ form: 'area', areas: 'E08000025', lon: '', lat: '' }),
      without({ id: 'b', areas: 'E05001178' }),
    );
    expect(readInventory(text, context).inventory.services.map((service) => service.areas)).toEqual([
      ['E08000025'],
    ]);
  });

  test('rows read are rows used and rows set aside, whatever the file', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(',', '\n', '"', 'a', 'ae', '=', '1', ';') }), (body) => {
        const { rows, inventory } = readInventory(`id,programme,place\n${body}`, CONTEXT);
        expect(rows.used + rows.setAside).toBe(rows.read);
        expect(inventory.services.length + inventory.complete.length).toBeLessThanOrEqual(rows.used);
      }),
    );
  });
});

describe('what is no table is refused in a sentence', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  test('random bytes', () => {
    let x = 1;
    const noise = Uint8Array.from({ length: 5000 }, () => {
      x = (x * 48271) % 2147483647;
      return x & 255;
    });
    expect(readText(noise).status).toBe('refused');
  });

  test('UTF-16 with its mark is read; without it, it is refused', () => {
    const wide = new Uint8Array(
      new Uint16Array([...'id,programme,place\na,ae,Walsall\n'].map((c) => c.charCodeAt(0))).buffer,
    );
    const marked = readText(Uint8Array.from([0xff, 0xfe, ...wide]));
    expect(marked.status === 'text' && readInventory(marked.text, CONTEXT).inventory.services).toHaveLength(
      1,
    );
    expect(readText(wide).status).toBe('refused');
  });

  test('a workbook, an empty file and an enormous one', () => {
    expect(readText(bytes('PK\u0003\u0004'))).toMatchObject({ problem: expect.stringContaining('workbook') });
    expect(readText(new Uint8Array(0)).status).toBe('refused');
    expect(readText(new Uint8Array(31_000_000))).toMatchObject({ problem: expect.stringContaining('31 MB') });
  });

  test('Windows-1252 is read, and said', () => {
    expect(readText(Uint8Array.from([0x61, 0xa3]))).toMatchObject({
      text: 'a£',
      note: expect.stringContaining('1252'),
    });
  });
});

describe('the inventories kept here', () => {
  const table = (name: string) => readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8');
  const programmes = table('programmes.csv')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [id, , , tier, form] = line.match(/("[^"]*"|[^,]*)(,|$)/g)!.map((cell) => cell.replace(/,$/, ''));
      return { ...PROGRAMMES[0], id, tier: tier as Programme['tier'], form: form as Programme['form'] };
    });

  test('documented: five hospital teams with 550 places a year, complete for A&E interventions alone', () => {
    const { inventory, faults } = readInventory(table('inventory-documented.csv'), {
      programmes,
      status: 'documented',
    });
    expect(faults).toEqual([]);
    const ae = inventory.services.filter((service) => service.programme === 'ae');
    expect(ae.map((service) => service.capacity)).toEqual([180, 180, 43, 43, 104]);
    expect(
      inventory.services.filter((service) => service.programme !== 'ae' && service.capacity !== null),
    ).toEqual([]);
    expect(inventory.complete).toMatchObject([{ programme: 'ae', authority: 'all' }]);
    expect(inventory.services.every((service) => service.status === 'documented')).toBe(true);
  });

  test('illustrative: complete for every programme, and no invented record can be taken for evidence', () => {
    const { inventory, faults } = readInventory(table('inventory-illustrative.csv'), {
      programmes,
      status: 'illustrative',
    });
    expect(faults).toEqual([]);
    const invented = inventory.services.filter((service) => service.status !== 'documented');
    expect(invented.length).toBeGreaterThan(60);
    for (const service of invented) {
      expect(service.status).toBe('illustrative');
      expect(service.place).toMatch(/^Illustrative: /);
      expect(service.organisation).toMatch(/^Illustrative /);
      expect(service.source).toBe('illustrative, invented for demonstration');
    }
    expect(new Set(inventory.complete.map((statement) => statement.programme))).toEqual(
      new Set(programmes.map((programme) => programme.id)),
    );
    expect(invented.filter((service) => service.end?.startsWith('2026')).length).toBeGreaterThan(20);
  });
});
