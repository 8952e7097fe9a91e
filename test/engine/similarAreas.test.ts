// Distances between places worked by hand: what is compared, how much each block counts, and what is left out.
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../src/domain/dataset.ts';
import type { Measure } from '../../src/domain/measure.ts';
import { apportion } from '../../src/engine/apportion.ts';
import { placeOf } from '../../src/engine/placeParts.ts';
import { distances, SIMILARITY_BASIS } from '../../src/engine/similarAreas.ts';
import { LSOAS, MEASURES, tinyRegion } from './tinyRegion.ts';

const column = (of: (i: number) => number) => Float64Array.from({ length: LSOAS }, (_, i) => of(i));
const score = (id: string, name: string, kind: Measure['kind'] = 'score'): Measure => ({
  ...(MEASURES.find((m) => m.id === 'income') as Measure),
  id,
  kind,
  column: name,
});

/** A region where every estate is like every other one: 1,000 residents of four ages on a square kilometre. */
function alike(changes: Partial<Dataset> = {}): Dataset {
  const bands = tinyRegion().bands.map(({ ages }) => ({ ages, people: column(() => 250) }));
  return tinyRegion({ residents: column(() => 1000), bands, measures: [], columns: new Map(), ...changes });
}
const from = (dataset: Dataset, i: number) => {
  const place = placeOf(dataset, 'lsoa', [dataset.lsoas.code[i]]);
  return distances(dataset, place, (values) => apportion(dataset, 'lsoa', values));
};
/** Standard deviation over all. */
function deviation(values: readonly number[]): number {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length);
}
const estates = Array.from({ length: LSOAS }, (_, i) => i);
/** Root of the mean over blocks of the mean squared difference in deviations. */
function expected(blocks: readonly (readonly (readonly number[])[])[], here: number, there: number): number {
  const means = blocks.map(
    (block) => block.reduce((sum, v) => sum + ((v[there] - v[here]) / deviation(v)) ** 2, 0) / block.length,
  );
  return Math.sqrt(means.reduce((a, b) => a + b, 0) / means.length);
}
const holds = (dataset: Dataset, blocks: readonly (readonly (readonly number[])[])[]) => {
  for (const here of [0, 5]) {
    const found = from(dataset, here);
    expect(found).toHaveLength(LSOAS);
    for (const k of estates) expect(found[k]).toBeCloseTo(expected(blocks, here, k), 9);
  }
};

describe('the distance between places', () => {
  test('where nothing varies cannot be told', () => {
    expect([...from(alike(), 0)]).toEqual(new Array(LSOAS).fill(Number.NaN));
  });

  test('of density alone is in deviations of its logarithm', () => {
    const km2 = column((i) => 2 ** (i % 4));
    const dataset = alike({ lsoas: { ...alike().lsoas, km2 } });
    holds(dataset, [[estates.map((i) => Math.log(1000 / km2[i]))]]);
  });

  test('of ages is of the shares of the young, of those asked for and of the old, together one block', () => {
    const young = (i: number) => 100 + 10 * i;
    const asked = (i: number) => 200 + ((i * 5) % 7);
    const old = (i: number) => 90 - i;
    const parts = [young, asked, (i: number) => 1000 - young(i) - asked(i) - old(i), old];
    const bands = tinyRegion().bands.map(({ ages }, b) => ({ ages, people: column(parts[b]) }));
    holds(alike({ bands }), [[young, asked, old].map((of) => estates.map((i) => of(i) / 1000))]);
  });

  test('of deprivation is of its domains: not of crime’s, of an index or of what is no score', () => {
    const columns = new Map([
      ['income_x', column((i) => 10 + 3 * i)],
      ['health_x', column((i) => 20 + ((i * 5) % 12))],
      ['crime_x', column((i) => (i * 7) % 12)],
      ['imd_score', column((i) => (i * 11) % 12)],
      ['share_x', column((i) => (i * 3) % 5)],
    ]);
    const measures = [
      score('income', 'income_x'),
      score('health', 'health_x'),
      score('crime', 'crime_x'),
      score('imd', 'imd_score'),
      score('share', 'share_x', 'proportion'),
      score('absent', 'education_x'),
      { ...score('without a column', ''), column: undefined },
    ];
    const values = (name: string) => [...(columns.get(name) as Float64Array)];
    holds(alike({ columns, measures }), [[values('income_x'), values('health_x')]]);
  });

  test('of census groups is of the people counted, of renting of the households; together one block', () => {
    const counted = column((i) => 900 + 10 * i);
    const households = column((i) => 400 + 5 * i);
    const asian = column((i) => 50 + 20 * ((i * 5) % 12));
    const renting = column((i) => 40 + ((i * 7) % 12));
    const columns = new Map([
      ['residents', counted],
      ['asian', asian],
      ['households', households],
      ['social_rent', renting],
    ]);
    const share = (top: Float64Array, of: Float64Array) => estates.map((i) => top[i] / of[i]);
    holds(alike({ columns }), [[share(asian, counted), share(renting, households)]]);
    const alone = new Map([
      ['asian', asian],
      ['social_rent', renting],
      ['households', households],
    ]);
    holds(alike({ columns: alone }), [[share(renting, households)]]);
    const groups = new Map([
      ['asian', asian],
      ['residents', counted],
      ['private_rent', renting],
    ]);
    holds(alike({ columns: groups }), [[share(asian, counted)]]);
  });

  test('counts each block the same, however many figures are in it', () => {
    const km2 = column((i) => 1 + ((i * 5) % 12));
    const columns = new Map([
      ['income_x', column((i) => 10 + 3 * i)],
      ['health_x', column((i) => 20 + ((i * 5) % 7))],
    ]);
    const measures = [score('income', 'income_x'), score('health', 'health_x')];
    const dataset = alike({ columns, measures, lsoas: { ...alike().lsoas, km2 } });
    holds(dataset, [
      [[...(columns.get('income_x') as Float64Array)], [...(columns.get('health_x') as Float64Array)]],
      [estates.map((i) => Math.log(1000 / km2[i]))],
    ]);
    expect(from(dataset, 3)[3]).toBe(0);
    expect(from(dataset, 3)[7]).toBeCloseTo(from(dataset, 7)[3], 12);
  });

  test('leaves out what is not known of either, and its deviation is of those known', () => {
    const income = column((i) => (i === 2 ? Number.NaN : 10 + i * i));
    const km2 = column((i) => 1 + ((i * 5) % 12));
    const dataset = alike({
      columns: new Map([['income_x', income]]),
      measures: [score('income', 'income_x')],
      lsoas: { ...alike().lsoas, km2 },
    });
    const density = estates.map((i) => Math.log(1000 / km2[i]));
    const others = estates.filter((i) => i !== 2);
    const found = from(dataset, 0);
    expect(found[2]).toBeCloseTo(expected([[density]], 0, 2), 9);
    const squares = [5, 11].map((k) => {
      const byIncome = (income[k] - income[0]) / deviation(others.map((i) => income[i]));
      const byDensity = (density[k] - density[0]) / deviation(density);
      return Math.sqrt((byIncome ** 2 + byDensity ** 2) / 2);
    });
    expect(found[5]).toBeCloseTo(squares[0], 9);
    expect(found[11]).toBeCloseTo(squares[1], 9);
    // Of the place itself the score is not known: only density is compared.
    expect(from(dataset, 2)[7]).toBeCloseTo(expected([[density]], 2, 7), 9);
  });

  test('a place without residents is like no other', () => {
    const residents = column((i) => (i === 3 ? 0 : 1000));
    const km2 = column((i) => 1 + i);
    const bands = alike().bands.map((b) => ({ ...b, people: b.people.map((p, i) => (i === 3 ? 0 : p + i)) }));
    const found = from(alike({ residents, bands, lsoas: { ...alike().lsoas, km2 } }), 0);
    expect(found[4]).toBeGreaterThan(0);
    expect(found[3]).toBeNaN();
  });

  test('what it rests on is said', () => {
    expect(SIMILARITY_BASIS).toMatch(/deprivation in each domain but crime/);
    expect(SIMILARITY_BASIS).toMatch(/Violence and provision are left out/);
  });
});
