// Rows of a place's profile worked by hand: violence by type, deprivation, ages and census groups.
import { describe, expect, test } from 'vitest';
import { placeOf, widerPlace } from '../../src/engine/placeParts.ts';
import { ageRows, deprivationRows, groupRows } from '../../src/engine/placePeople.ts';
import { chartedSeries, needTypes, violenceRows } from '../../src/engine/placeViolence.ts';
import { MEASURES, MONTHS, tinyQuestion, tinyRegion } from './tinyRegion.ts';

const region = tinyRegion();
const lastYear = Array.from({ length: 12 }, (_, k) => 18 + k);
const around = (dataset = region, authority: number | null = 0) => ({
  authority: authority === null ? null : widerPlace(dataset, 'ward', authority),
  region: widerPlace(dataset, 'ward', null),
});
const ward = (n: number, dataset = region) => placeOf(dataset, 'ward', [dataset.wards.code[n - 1]]);
const rows = (n: number, changes = {}, dataset = region, months: readonly number[] = lastYear) =>
  violenceRows(
    dataset,
    tinyQuestion(changes),
    ward(n, dataset),
    around(dataset, n <= 3 ? 0 : 1),
    months,
    dataset.residents,
  );
const robbery = { need: [{ measure: 'robbery', weight: 1 }] };

describe('violence in a place', () => {
  test('the need’s types together come first, then every type there is a measure of', () => {
    expect(rows(1).map((r) => [r.id, r.label, r.inNeed])).toEqual([
      ['need', 'Violence, recorded', true],
      ['robbery', 'Robbery', true],
    ]);
    expect(rows(1, robbery).map((r) => [r.id, r.inNeed])).toEqual([['robbery', true]]);
    expect(rows(1, { need: [{ measure: 'income', weight: 1 }] }).map((r) => [r.id, r.inNeed])).toEqual([
      ['robbery', false],
    ]);
    const both = [...robbery.need, { measure: 'violence', weight: 1 }];
    expect(needTypes(region, tinyQuestion({ need: both }))).toEqual({
      types: ['Robbery', 'Violence'],
      label: 'Robbery and Violence, recorded',
    });
  });

  test('a count that names no type has no row of its own', () => {
    const nameless = { ...MEASURES[0], id: 'nameless', crimeTypes: undefined };
    const held = tinyRegion({ measures: [...MEASURES, nameless] });
    expect(rows(1, {}, held).map((r) => r.id)).toEqual(['need', 'robbery']);
    expect(needTypes(held, tinyQuestion({ need: [{ measure: 'nameless', weight: 1 }] })).types).toEqual([]);
  });

  test('counts and rates are those of its LSOAs, its authority’s and the region’s', () => {
    const [row] = rows(6, robbery);
    // Two LSOAs of 4 robberies a month among 1,900 and 1,940 residents.
    expect(row.count).toBe(96);
    expect(row.rate.here).toBeCloseTo((1000 * 96) / 3840, 9);
    const people = (from: number, to: number) =>
      region.residents.slice(from, to).reduce((sum, n) => sum + n, 0);
    expect(row.rate.authority).toBeCloseTo((1000 * 288) / people(6, 12), 9);
    expect(row.rate.region).toBeCloseTo((1000 * 432) / people(0, 12), 9);
    expect(row.lower).toBeLessThan(row.rate.here);
    expect(row.upper).toBeGreaterThan(row.rate.here);
    const [perKm2] = rows(6, { ...robbery, per: 'km2' });
    expect(perKm2.rate.here).toBeCloseTo(96 / 2, 9);
  });

  test('is higher or lower than the region only where the whole interval is', () => {
    expect([1, 6].map((n) => rows(n)[0].against)).toEqual(['lower', 'higher']);
    const middle = [3, 4].map((n) => rows(n)[0]);
    for (const row of [...middle, rows(1)[0], rows(6)[0]]) {
      const whole = row.rate.region;
      const said = row.lower > whole ? 'higher' : row.upper < whole ? 'lower' : 'similar';
      expect(row.against).toBe(said);
    }
  });

  test('changes by the ratio of its two whole years; robbery doubled in the east', () => {
    expect(rows(6, robbery)[0].change).toMatchObject({ earlier: 48, later: 96, ratio: 2 });
    expect(rows(1, robbery)[0].change).toMatchObject({ earlier: 48, later: 48, ratio: 1 });
    const months = MONTHS.map((m, k) => ({ ...m, status: k === 3 ? ('partial' as const) : m.status }));
    expect(rows(1, robbery, tinyRegion({ months }))[0].change).toBeNull();
  });

  test('an LSOA without records is in neither count nor base; without whole months nothing is known', () => {
    const [row] = rows(6, robbery, tinyRegion({ unrecorded: [10] }));
    expect(row.count).toBe(48);
    expect(row.rate.here).toBeCloseTo((1000 * 48) / 1940, 9);
    const [none] = rows(6, robbery, region, []);
    expect([none.count, none.rate.here, none.rate.region, none.lower, none.upper]).toEqual(
      new Array(5).fill(Number.NaN),
    );
    expect(none.against).toBe('not known');
  });

  test('month by month the region comes first; partial months are not known and enter no limit', () => {
    const series = chartedSeries(region, tinyQuestion(robbery), ward(6), around(region, 1));
    expect(series.map((s) => s.name)).toEqual([
      widerPlace(region, 'ward', null).title,
      'Eastshire',
      'Ward 6',
    ]);
    const year = (count: number) => new Array(12).fill(count);
    expect([...series[2].values]).toEqual([...year(4), ...new Array(6).fill(Number.NaN), ...year(8)]);
    expect(series[0].values[0]).toBe(24);
    expect(series[2].limits).toMatchObject({ calculated: true, mean: 6 });
    expect(chartedSeries(region, tinyQuestion(robbery), ward(6), around(region, null))).toHaveLength(2);
    const scores = tinyQuestion({ need: [{ measure: 'income', weight: 1 }] });
    expect(chartedSeries(region, scores, ward(6), around(region, 1))).toEqual([]);
  });
});

describe('people in a place', () => {
  test('deprivation is the population-weighted mean, and its percentile counts ties half', () => {
    const found = deprivationRows(region, ward(1), around(), region.residents);
    expect(found.map((r) => r.id)).toEqual(['deprivation', 'imd', 'income']);
    const income = found[2];
    expect(income.score.here).toBeCloseTo((1500 * 10 + 1540 * 13) / 3040, 9);
    const mean = (from: number, to: number) => {
      let product = 0;
      let people = 0;
      for (let i = from; i < to; i++) {
        product += (10 + 3 * i) * (1500 + 40 * i);
        people += 1500 + 40 * i;
      }
      return product / people;
    };
    expect(income.score.authority).toBeCloseTo(mean(0, 6), 9);
    expect(income.score.region).toBeCloseTo(mean(0, 12), 9);
    const percentiles = [1, 2, 6].map(
      (n) => deprivationRows(region, ward(n), around(), region.residents)[2].percentile,
    );
    expect(percentiles[0]).toBeCloseTo((100 * 0.5) / 6, 9);
    expect(percentiles[1]).toBeCloseTo((100 * 1.5) / 6, 9);
    expect(percentiles[2]).toBeCloseTo((100 * 5.5) / 6, 9);
    const group = placeOf(region, 'ward', [region.wards.code[0], region.wards.code[1]]);
    const [, , together] = deprivationRows(region, group, around(region, null), region.residents);
    expect(together.percentile).toBeCloseTo((100 * 1) / 6, 9);
    expect(together.score.authority).toBeNaN();
  });

  test('a score that is not known is left out of means and percentiles, and is not known where nothing is', () => {
    const columns = new Map(region.columns);
    columns.set(
      'income_x',
      Float64Array.from({ length: 12 }, (_, i) => (i < 3 ? Number.NaN : 10 + 3 * i)),
    );
    columns.delete('imd_score');
    const dataset = tinyRegion({ columns });
    const of = (n: number) => deprivationRows(dataset, ward(n, dataset), around(dataset), dataset.residents);
    expect(of(1).map((r) => r.id)).toEqual(['deprivation', 'income']);
    expect(of(1)[1].score.here).toBeNaN();
    expect(of(1)[1].percentile).toBeNaN();
    expect(of(2)[1].score.here).toBeCloseTo(19, 9);
    expect(of(2)[1].percentile).toBeCloseTo((100 * 0.5) / 5, 9);
  });

  test('ages are named by their ends, and their shares are of residents', () => {
    const bands = [...region.bands, { ages: { from: 18, to: 18 }, people: new Float64Array(12).fill(7) }];
    const found = ageRows(tinyRegion({ bands }), ward(1), around());
    expect(found.map((r) => r.label)).toEqual(['0 to 10', '11 to 24', '25 to 64', '65 and over', '18']);
    expect(found[0].people).toBe(410);
    expect(found[0].share.here).toBeCloseTo(410 / 3040, 12);
    expect(found[0].share.authority).toBeCloseTo((6 * 200 + 10 * 15) / (6 * 1500 + 40 * 15), 12);
    expect(found[0].share.region).toBeCloseTo(3060 / 20_640, 12);
  });

  test('census groups that are loaded are counted, of the people the census counted', () => {
    expect(groupRows(region, ward(1), around())).toEqual([]);
    const columns = new Map(region.columns);
    columns.set('residents', new Float64Array(12).fill(1000));
    columns.set(
      'asian',
      Float64Array.from({ length: 12 }, (_, i) => 10 * (i + 1)),
    );
    const found = groupRows(tinyRegion({ columns }), ward(1), around());
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      id: 'asian',
      label: 'Asian, Asian British or Asian Welsh',
      ages: null,
      people: 30,
    });
    expect(found[0].share.here).toBeCloseTo(0.015, 12);
    expect(found[0].share.authority).toBeCloseTo(0.035, 12);
    expect(found[0].share.region).toBeCloseTo(0.065, 12);
  });

  test('measures that are no scores are in no deprivation row', () => {
    const kinds = new Set(MEASURES.map((m) => m.kind));
    expect(kinds.size).toBe(3);
    expect(deprivationRows(region, ward(1), around(), region.residents)).toHaveLength(
      MEASURES.filter((m) => m.kind === 'score').length,
    );
  });
});
