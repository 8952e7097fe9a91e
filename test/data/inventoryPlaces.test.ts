// Places a record can stand at: found by any of their words, the nearest meaning first, authorities in the middle of their wards.
import { describe, expect, test } from 'vitest';
import { areasNamed, centresIn, findPlaces, sitesIn } from '../../src/data/inventoryPlaces.ts';

const nameOf = (code: string) => ({ E08000030: 'Walsall', E08000026: 'Coventry' })[code] ?? code;
const WARDS = [
  'code,name,authority,lon,lat,km2,border',
  "E05000001,St Michael's,E08000026,-1.5,52.4,2,0",
  'E05000002,Bloxwich East,E08000030,-2,52.6,3,1',
  'E05000003,Bloxwich West,E08000030,-2.04,52.64,1,1',
  '',
].join('\n');
const HOSPITALS = 'id,name,lon,lat,authority\nX1,Manor Hospital ,-1.99891,52.58233,E08000030\n';
const places = [...centresIn(WARDS, nameOf), ...sitesIn(HOSPITALS, 'hospital', nameOf)];

describe('places by name', () => {
  test('are found by any words of name and authority, without their apostrophes and case', () => {
    const names = (query: string) => findPlaces(places, query).map((p) => `${p.sort} ${p.name}`);
    expect(names('st michaels')).toEqual(["ward St Michael's"]);
    expect(names('walsall manor')).toEqual(['hospital Manor Hospital']);
    expect(names('BLOX')).toEqual(['ward Bloxwich East', 'ward Bloxwich West']);
    expect(names('walsall')[0]).toBe('authority Walsall');
    expect(names(' ’ ')).toEqual([]);
    expect(names('nowhere')).toEqual([]);
  });

  test('have the release’s own point; an authority has the mean of its wards, weighted by area', () => {
    const [walsall] = findPlaces(places, 'walsall');
    // (3 · −2 + 1 · −2.04) / 4 and (3 · 52.6 + 1 · 52.64) / 4
    expect(walsall.point).toEqual({ lon: -2.01, lat: 52.61 });
    expect(findPlaces(places, 'manor')[0].point).toEqual({ lon: -1.99891, lat: 52.58233 });
  });

  test('that are areas are known by their codes, and by no point', () => {
    const [area] = areasNamed([
      { code: 'E05000002', name: 'Bloxwich East', authority: 'Walsall', level: 'ward' },
    ]);
    expect(area).toMatchObject({ id: 'E05000002', sort: 'ward', point: null });
  });

  test('of a damaged file are refused, naming the file', () => {
    expect(() => centresIn('code,name\nE05000001,x\n', nameOf)).toThrow(/wards\.csv/);
  });
});
