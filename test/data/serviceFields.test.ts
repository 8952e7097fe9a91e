// A record as the fields of a form: nothing is lost there and back, and every fault names its field.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCandidates, readPoint } from '../../src/data/candidateFile.ts';
import { faultSentence } from '../../src/data/fault.ts';
import { formNames } from '../../src/data/faultNames.ts';
import { fieldsOf, readFields } from '../../src/data/serviceFields.ts';
import type { Programme, Service } from '../../src/domain/intervention.ts';

const programmes: Programme[] = [
  {
    id: 'ae',
    label: 'A&E interventions',
    phrase: 'A&E interventions',
    tier: 'tertiary',
    form: 'site',
    ages: { from: 11, to: 24 },
    source: '',
  },
];
const context = { programmes, status: 'own' as const };
const service: Service = {
  id: 'ae-walsall',
  programme: 'ae',
  organisation: 'Redthread',
  place: 'Manor Hospital',
  tier: 'tertiary',
  form: 'site',
  lon: -1.99891,
  lat: 52.58233,
  areas: [],
  ages: { from: 11, to: 120 },
  eligibility: '',
  capacity: null,
  capacityUnit: 'places a year',
  cost: 160_000.5,
  start: '2025-04',
  end: null,
  lastVerified: '2026-03-01',
  source: '',
  status: 'documented',
  confidence: 0.95,
  evidence: '',
  lineage: '',
  notes: '',
};

describe('the fields of a record', () => {
  test('law: whatever is written in a text, the record comes back as it was', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom('=SUM(A1)', '<b>x</b>', '"', 'a,b', '# no remark', "'quoted", '-1', '__proto__'),
    );
    const clean = (t: string) => t.replace(/\r\n?/g, '\n').replaceAll('\0', '');
    fc.assert(
      fc.property(text, text, text, (place, notes, organisation) => {
        const one = {
          ...service,
          place: clean(place),
          notes: clean(notes),
          organisation: clean(organisation),
        };
        const { service: back } = readFields(fieldsOf(one), context);
        expect(back).toEqual(one);
      }),
    );
  });

  test('not known is an empty field, and an empty field is not known', () => {
    const fields = fieldsOf(service);
    expect([fields.capacity, fields.end, fields.age_to]).toEqual(['', '', '']);
    expect(readFields({ ...fields, confidence: '' }, context).service?.capacity).toBeNull();
  });

  test('a fault names its field and keeps the record from being one', () => {
    const { service: none, faults } = readFields(
      { ...fieldsOf(service), capacity: 'lots', end: '2020-01', lon: '420000' },
      context,
    );
    expect(none).toBeNull();
    expect(faults.filter((f) => f.setAside).map((f) => f.field)).toEqual(
      expect.arrayContaining(['capacity', 'end', 'lon']),
    );
  });
});

describe('a fault in a form', () => {
  const labels = new Map([
    ['age_from', 'Ages from'],
    ['lon', 'Longitude'],
    ['lat', 'Latitude'],
  ]);
  const inForm = { ...context, names: formNames(labels) };
  const said = (fields: Partial<ReturnType<typeof fieldsOf>>) =>
    readFields({ ...fieldsOf(service), ...fields }, inForm)
      .faults.filter((f) => f.setAside)
      .map(faultSentence)
      .join(' ');

  test('names programmes and fields as they stand on screen, never by ids and columns', () => {
    const text = said({ programme: '', age_from: '30', age_to: '20', lat: '' });
    expect(text).toContain('Choose one of: A&E interventions');
    expect(text).toContain('it is below “Ages from” (30)');
    expect(text).toContain('Write “Longitude” and “Latitude”');
    expect(text).not.toMatch(/\bae\b|age_from|\blon and lat\b/);
  });

  test('in a file names ids with their names, so that its author can write them', () => {
    const { faults } = readFields({ ...fieldsOf(service), programme: 'boxing' }, context);
    expect(faults.map(faultSentence).join()).toContain('ae (A&E interventions)');
  });

  test('without a programme does not keep the others from being told', () => {
    const { faults } = readFields({ ...fieldsOf(service), programme: '', capacity: 'lots' }, context);
    expect(faults.filter((f) => f.setAside).map((f) => f.field)).toEqual(['programme', 'capacity']);
  });
});

describe('a point that is written', () => {
  test('is read in degrees, and told where it cannot be', () => {
    expect(readPoint('-1.9', ' 52.48 ')).toEqual({ lon: -1.9, lat: 52.48 });
    for (const [lon, lat, field, says] of [
      ['', '52.48', 'lon', 'degrees'],
      ['-1.9', 'north', 'lat', 'degrees'],
      ['52.48', '-1.9', 'lon', 'exchanged'],
      ['406000', '286000', 'lon', 'metres'],
      ['1e9', '52', 'lon', 'degrees'],
    ]) {
      const read = readPoint(lon, lat);
      expect(read).toMatchObject({ field });
      expect('problem' in read && read.problem).toContain(says);
    }
  });
});

describe('a table of candidates', () => {
  test('gives the good rows and names the others by row and field', () => {
    const { sites, faults } = readCandidates(
      'Name,lat,lon\nTown hall,52.48,-1.9\n<i>x</i>,52.5,-1.8\nBad,x,-1.8\n',
    );
    expect(sites.map((s) => [s.name, s.lon, s.lat])).toEqual([
      ['Town hall', -1.9, 52.48],
      ['<i>x</i>', -1.8, 52.5],
    ]);
    expect(faults.map((f) => [f.row, f.field])).toEqual([[4, 'lat']]);
  });

  test('without the columns nothing is read, and the ones missing are named', () => {
    const { sites, faults } = readCandidates('place,x,y\nTown hall,1,2\n');
    expect(sites).toEqual([]);
    expect(faults.find((f) => f.setAside)?.field).toBe('name, lon, lat');
  });
});
