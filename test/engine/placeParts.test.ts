// A place as parts of LSOAs: what it is called, what it is made of, and sums over it when wards share an LSOA.
import { describe, expect, test } from 'vitest';
import { placeOf, widerPlace, within } from '../../src/engine/placeParts.ts';
import { LSOAS, tinyRegion } from './tinyRegion.ts';

const region = tinyRegion();
const ward = (n: number) => region.wards.code[n - 1];
const lsoa = (n: number) => region.lsoas.code[n - 1];
const partsOf = (...whole: number[]) =>
  Array.from({ length: LSOAS }, (_, i) => (whole.includes(i) ? 10_000 : 0));

describe('a place', () => {
  test('is called as a reader would say it, up to three names and the number of the rest', () => {
    const title = (...codes: string[]) => placeOf(region, 'ward', codes).title;
    expect(title(ward(2))).toBe('Ward 2');
    expect(title(ward(2), 'E08000001')).toBe('Ward 2 and Westshire');
    expect(title(ward(2), ward(1), ward(6))).toBe('Ward 2, Ward 1 and Ward 6');
    expect(title(ward(2), ward(1), ward(6), ward(4))).toBe('Ward 2, Ward 1 and 2 more');
    expect(title(lsoa(1), lsoa(2), lsoa(3), lsoa(4), lsoa(5))).toBe('Estate 1, Estate 2 and 3 more');
  });

  test('is of the level of its areas; an authority alone is of the level asked for', () => {
    const of = (level: 'ward' | 'lsoa', ...codes: string[]) => {
      const { kind, level: own, rows } = placeOf(region, level, codes);
      return [kind, own, rows];
    };
    expect(of('lsoa', ward(2))).toEqual(['ward', 'ward', [1]]);
    expect(of('ward', lsoa(2))).toEqual(['lsoa', 'lsoa', [1]]);
    expect(of('ward', 'E08000001')).toEqual(['authority', 'ward', [0, 1, 2]]);
    expect(of('lsoa', 'E08000001')).toEqual(['authority', 'lsoa', [0, 1, 2, 3, 4, 5]]);
    expect(of('ward', 'E08000001', lsoa(12))).toEqual(['group', 'lsoa', [0, 1, 2, 3, 4, 5, 11]]);
    expect(of('lsoa', 'E08000002', 'E08000001')[0]).toBe('group');
  });

  test('is made of its LSOAs, and belongs to their authorities, ascending', () => {
    const group = placeOf(region, 'ward', [ward(4), ward(1)]);
    expect([...group.parts]).toEqual(partsOf(0, 1, 6, 7));
    expect(group.authorities).toEqual([0, 1]);
    expect([...placeOf(region, 'lsoa', [lsoa(3)]).parts]).toEqual(partsOf(2));
    expect(placeOf(region, 'lsoa', [lsoa(12)]).authorities).toEqual([1]);
  });

  test('counts the share of an LSOA that lies in it, each of its wards adding its own', () => {
    const shares = {
      lsoa: Uint16Array.from([0, 0, 0, ...Array.from({ length: LSOAS - 1 }, (_, i) => i + 1)]),
      ward: Uint8Array.from([
        0,
        1,
        2,
        ...Array.from({ length: LSOAS - 1 }, (_, i) => Math.floor((i + 1) / 2)),
      ]),
      parts: Uint16Array.from([5000, 3000, 2000, ...new Array(LSOAS - 1).fill(10_000)]),
    };
    const split = tinyRegion({ shares });
    const values = Float64Array.from({ length: LSOAS }, (_, i) => (i === 0 ? 100 : 10));
    const sum = (...codes: string[]) => within(placeOf(split, 'ward', codes), values);
    expect(sum(ward(1))).toBe(60);
    expect(sum(ward(2))).toBe(50);
    expect(sum(ward(1), ward(2))).toBe(110);
    expect(sum('E08000001')).toBe(150);
  });

  test('wider: the region and an authority, at either level', () => {
    expect(widerPlace(region, 'ward', null)).toMatchObject({
      title: 'the region',
      kind: 'group',
      level: 'ward',
      authorities: [0, 1],
    });
    expect(widerPlace(region, 'lsoa', 1)).toMatchObject({
      title: 'Eastshire',
      kind: 'authority',
      level: 'lsoa',
      rows: [6, 7, 8, 9, 10, 11],
      authorities: [1],
    });
    expect([...widerPlace(region, 'ward', 1).parts]).toEqual(partsOf(6, 7, 8, 9, 10, 11));
  });
});

describe('a sum', () => {
  const place = { parts: Float64Array.of(10_000, 0, 2500) };
  test('leaves out what lies outside and what is not known, and is not known where nothing is', () => {
    expect(within(place, [1, 50, 8])).toBe(3);
    expect(within(place, [1, Number.NaN, 8])).toBe(3);
    expect(within(place, [Number.NaN, 50, 8])).toBe(2);
    expect(within(place, [0, 50, 0])).toBe(0);
    expect(within(place, [Number.NaN, 50, Number.NaN])).toBeNaN();
  });
});
