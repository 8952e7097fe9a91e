// The measures of a need worked by hand: rates, shares and scores of a row of squares, with their intervals, units and refusals.
import { describe, expect, test } from 'vitest';
import type { MeasureColumns } from '../../src/domain/answer.ts';
import type { Dataset } from '../../src/domain/dataset.ts';
import type { Measure } from '../../src/domain/measure.ts';
import type { Question } from '../../src/domain/question.ts';
import { baseOf, measureDispersion, needMeasures, requiredBy } from '../../src/engine/needMeasures.ts';
import { overdispersion, proportionInterval, rateWithInterval } from '../../src/engine/rates.ts';
import { smoothGlobally } from '../../src/engine/smoothing.ts';
import { MEASURES, MONTHS, monthlyCounts, tinyQuestion, tinyRegion } from './tinyRegion.ts';

const region = tinyRegion();
const lastYear = Array.from({ length: 12 }, (_, k) => 18 + k);
const measure = (id: string) => MEASURES.find((m) => m.id === id) as Measure;

function columnsOf(
  id: string,
  changes: Partial<Question> = {},
  dataset: Dataset = region,
  months: readonly number[] = lastYear,
): MeasureColumns {
  const chosen = [{ measure: measure(id), weight: 2 }];
  return needMeasures(dataset, tinyQuestion(changes), chosen, months, dataset.residents)[0];
}
/** Robberies of a ward in the last year: two LSOAs of two a month in the west and of four in the east. */
const robberies = [48, 48, 48, 96, 96, 96];
const people = Array.from({ length: 6 }, (_, w) => 3000 + 160 * w + 40);
const total = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);
const close = (found: ArrayLike<number>, expected: readonly number[]) => {
  expect(found).toHaveLength(expected.length);
  expected.forEach((x, i) => {
    expect(found[i]).toBeCloseTo(x, 9);
  });
};

describe('the rate of a count', () => {
  test('unsmoothed is the count of a year for every 1,000 residents, all its own, with the interval of its φ', () => {
    const found = columnsOf('robbery', { smoothed: false });
    close(found.count, robberies);
    close(found.base, people);
    close(
      found.raw,
      robberies.map((c, i) => (1000 * c) / people[i]),
    );
    expect(found.value).toBe(found.raw);
    expect([...found.own]).toEqual(new Array(6).fill(1));
    expect(found.region).toBeCloseTo((1000 * 432) / total(people), 9);
    close(found.byAuthority, [
      (1000 * 144) / total(people.slice(0, 3)),
      (1000 * 288) / total(people.slice(3)),
    ]);
    const dispersion = overdispersion(new Array(6).fill(48), robberies);
    expect(dispersion).toBeGreaterThan(1);
    expect(found.overdispersion).toBeCloseTo(dispersion, 12);
    robberies.forEach((c, i) => {
      const { lower, upper } = rateWithInterval(c, people[i], { months: 12, per: 1000, dispersion });
      expect([found.lower[i], found.upper[i]]).toEqual([lower, upper]);
    });
    expect(found.unit).toBe('per 1,000 residents a year');
    expect(found.weight).toBe(1);
  });

  test('smoothed lies between its own rate and the region’s, as far as its weight says', () => {
    const found = columnsOf('robbery');
    const smooth = smoothGlobally(robberies, people);
    close(
      found.value,
      [...smooth.rates].map((r) => 1000 * r),
    );
    close(found.own, [...smooth.weights]);
    found.value.forEach((v, i) => {
      expect(found.own[i]).toBeGreaterThan(0);
      expect(found.own[i]).toBeLessThan(1);
      expect(Math.abs(v - found.region)).toBeLessThan(Math.abs(found.raw[i] - found.region));
    });
    close(found.raw, [...columnsOf('robbery', { smoothed: false }).raw]);
  });

  test('of half a year is a year’s worth of it', () => {
    const half = columnsOf('robbery', {}, region, lastYear.slice(6));
    close(
      half.count,
      robberies.map((c) => c / 2),
    );
    close(
      half.raw,
      robberies.map((c, i) => (1000 * c) / people[i]),
    );
    expect(half.region).toBeCloseTo((1000 * 432) / total(people), 9);
    expect(half.byAuthority[1]).toBeCloseTo((1000 * 288) / total(people.slice(3)), 9);
    const smooth = smoothGlobally(half.count, half.base);
    close(
      half.value,
      [...smooth.rates].map((r) => 2000 * r),
    );
    expect(half.upper[0] - half.lower[0]).toBeGreaterThan(
      columnsOf('robbery').upper[0] - columnsOf('robbery').lower[0],
    );
  });

  test('per km² is of the ground: two squares a ward', () => {
    const found = columnsOf('robbery', { per: 'km2', smoothed: false });
    close(found.base, new Array(6).fill(2));
    close(found.raw, [24, 24, 24, 48, 48, 48]);
    expect(found.region).toBeCloseTo(36, 9);
    close(found.byAuthority, [24, 48]);
    const { lower, upper } = rateWithInterval(96, 2, {
      months: 12,
      per: 1,
      dispersion: found.overdispersion,
    });
    expect([found.lower[5], found.upper[5]]).toEqual([lower, upper]);
    expect(found.unit).toBe('per km² a year');
    const smoothed = columnsOf('robbery', { per: 'km2' });
    for (const v of smoothed.value) expect(v).toBeGreaterThan(20);
    for (const v of smoothed.value) expect(v).toBeLessThan(50);
  });

  test('per person of the ages asked for divides by them alone', () => {
    const found = columnsOf('robbery', { per: 'ages', ages: { from: 11, to: 24 }, smoothed: false });
    close(
      found.base,
      Array.from({ length: 6 }, (_, w) => 600 + 10 * (4 * w + 1)),
    );
    expect(found.raw[0]).toBeCloseTo((1000 * 48) / 610, 9);
    expect(found.unit).toBe('per 1,000 people of the ages a year');
  });

  test('an LSOA no record names is in neither count nor base, and alone it has no rate', () => {
    const holed = tinyRegion({ unrecorded: [0] });
    const wards = columnsOf('robbery', { smoothed: false }, holed);
    expect([wards.count[0], wards.base[0]]).toEqual([24, 1540]);
    expect(wards.region).toBeCloseTo((1000 * (432 - 24)) / (total(people) - 1500), 9);
    for (const smoothed of [false, true]) {
      const lsoas = columnsOf('robbery', { level: 'lsoa', smoothed }, holed);
      for (const c of [lsoas.raw, lsoas.value, lsoas.lower, lsoas.upper, lsoas.own, lsoas.count, lsoas.base])
        expect(Array.from(c.keys()).filter((i) => Number.isNaN(c[i]))).toEqual([0]);
      expect(lsoas.byAuthority[0]).toBeCloseTo((1000 * 120) / (total(people.slice(0, 3)) - 1500), 9);
    }
  });

  test('without a whole month there is none', () => {
    expect(() => columnsOf('robbery', {}, region, [])).toThrow(
      'The period holds no whole month, so no rate can be calculated. Choose a period with whole months.',
    );
    expect(columnsOf('income', {}, region, []).value).toHaveLength(6);
  });
});

describe('φ of a count', () => {
  test('is of the two latest whole years, and 1 where there are none or nothing happened', () => {
    expect(measureDispersion(region, 'ward', ['Robbery'])).toBeCloseTo(
      overdispersion(new Array(6).fill(48), robberies),
      12,
    );
    expect(measureDispersion(region, 'ward', ['Violence'])).toBe(1);
    const months = MONTHS.map((m, k) => ({ ...m, status: k === 3 ? ('partial' as const) : m.status }));
    expect(measureDispersion(tinyRegion({ months }), 'ward', ['Robbery'])).toBe(1);
    // Nothing in the earlier year, something in the later one: there is no ratio to vary.
    const counts = new Map([['Robbery', monthlyCounts((i, m) => (m >= 18 ? i : 0))]]);
    expect(measureDispersion(tinyRegion({ counts }), 'ward', ['Robbery'])).toBe(1);
  });
});

describe('a share of a whole', () => {
  const count = Array.from({ length: 6 }, (_, w) => 60 + 5 * (4 * w + 1));

  test('is in per cent, with Wilson’s interval, and the region’s is of all households', () => {
    const found = columnsOf('overcrowded', { smoothed: false });
    close(found.count, count);
    close(found.base, new Array(6).fill(1200));
    close(
      found.raw,
      count.map((c) => c / 12),
    );
    expect(found.value).toBe(found.raw);
    expect([...found.own]).toEqual(new Array(6).fill(1));
    count.forEach((c, i) => {
      const [lower, upper] = proportionInterval(c, 1200);
      expect(found.lower[i]).toBeCloseTo(100 * lower, 9);
      expect(found.upper[i]).toBeCloseTo(100 * upper, 9);
    });
    expect(found.region).toBeCloseTo((100 * total(count)) / 7200, 9);
    close(found.byAuthority, [total(count.slice(0, 3)) / 36, total(count.slice(3)) / 36]);
    expect(found.unit).toBe('% of households');
    expect(found.overdispersion).toBeNaN();
  });

  test('smoothed is drawn towards the region’s', () => {
    const found = columnsOf('overcrowded');
    const smooth = smoothGlobally(count, new Array(6).fill(1200));
    close(
      found.value,
      [...smooth.rates].map((r) => 100 * r),
    );
    close(found.own, [...smooth.weights]);
    expect(found.value[0]).toBeGreaterThan(found.raw[0]);
    expect(found.value[5]).toBeLessThan(found.raw[5]);
  });

  test('of nothing is not known, and changes nothing for the region', () => {
    const columns = new Map(region.columns);
    columns.set(
      'households',
      Float64Array.from({ length: 12 }, (_, i) => (i < 2 ? 0 : 600)),
    );
    columns.set(
      'overcrowded',
      Float64Array.from({ length: 12 }, (_, i) => (i < 2 ? 0 : 60)),
    );
    const found = columnsOf('overcrowded', { smoothed: false }, tinyRegion({ columns }));
    for (const c of [found.raw, found.lower, found.upper, found.own]) {
      expect(c[0]).toBeNaN();
      expect(c[1]).not.toBeNaN();
    }
    expect(found.region).toBeCloseTo(10, 9);
    close(found.byAuthority, [10, 10]);
  });
});

describe('a published score', () => {
  const score = (i: number) => 10 + 3 * i;
  const residents = (i: number) => 1500 + 40 * i;
  const mean = (from: number, to: number) => {
    const rows = Array.from({ length: to - from }, (_, k) => from + k);
    return total(rows.map((i) => score(i) * residents(i))) / total(rows.map(residents));
  };

  test('is weighted by residents; it has no count, base or interval', () => {
    const found = columnsOf('income');
    close(
      found.value,
      Array.from({ length: 6 }, (_, w) => mean(2 * w, 2 * w + 2)),
    );
    expect(found.raw).toBe(found.value);
    expect(found.region).toBeCloseTo(mean(0, 12), 9);
    close(found.byAuthority, [mean(0, 6), mean(6, 12)]);
    for (const c of [found.lower, found.upper, found.own, found.count, found.base])
      expect([...c]).toEqual(new Array(6).fill(Number.NaN));
    expect(found.overdispersion).toBeNaN();
    expect(found.unit).toBe('score');
  });

  test('that is not known of an LSOA leaves its residents out of every mean', () => {
    const columns = new Map(region.columns);
    columns.set(
      'income_x',
      Float64Array.from({ length: 12 }, (_, i) => (i < 3 ? Number.NaN : score(i))),
    );
    const found = columnsOf('income', {}, tinyRegion({ columns }));
    expect(found.value[0]).toBeNaN();
    expect(found.value[1]).toBeCloseTo(score(3), 9);
    expect(found.region).toBeCloseTo(mean(3, 12), 9);
    close(found.byAuthority, [mean(3, 6), mean(6, 12)]);
    columns.set(
      'income_x',
      Float64Array.from({ length: 12 }, (_, i) => (i < 6 ? Number.NaN : score(i))),
    );
    expect(columnsOf('income', {}, tinyRegion({ columns })).byAuthority[0]).toBeNaN();
  });
});

describe('the measures of a question', () => {
  test('have weights that sum to one, in their order; those of no weight are left out', () => {
    const chosen = [
      { measure: measure('robbery'), weight: 3 },
      { measure: measure('income'), weight: 0 },
      { measure: measure('overcrowded'), weight: 1 },
    ];
    const found = needMeasures(region, tinyQuestion(), chosen, lastYear, region.residents);
    expect(found.map((m) => [m.measure.id, m.weight])).toEqual([
      ['robbery', 0.75],
      ['overcrowded', 0.25],
    ]);
  });

  test('name what they need, and what has not been loaded', () => {
    expect(requiredBy(measure('violence'))).toEqual({ crimeTypes: ['Violence', 'Robbery'], columns: [] });
    expect(requiredBy(measure('income'))).toEqual({ crimeTypes: [], columns: ['income_x'] });
    expect(requiredBy(measure('overcrowded'))).toEqual({
      crimeTypes: [],
      columns: ['overcrowded', 'households'],
    });
    const bare = tinyRegion({ columns: new Map() });
    expect(() => columnsOf('income', {}, bare)).toThrow(
      'The column "income_x" of the measure "Income deprivation" has not been loaded.',
    );
    expect(() => columnsOf('overcrowded', {}, bare)).toThrow(/"overcrowded" of the measure/);
    const nameless = { ...measure('income'), column: undefined };
    expect(() =>
      needMeasures(region, tinyQuestion(), [{ measure: nameless, weight: 1 }], [], region.residents),
    ).toThrow(/has not been loaded/);
  });

  test('divide by residents, by people of the ages or by the ground', () => {
    const ages = { ages: { from: 0, to: 10 } };
    expect(baseOf(region, 'residents', ages, region.residents)).toBe(region.residents);
    expect(baseOf(region, 'km2', ages, region.residents)).toBe(region.lsoas.km2);
    expect([...baseOf(region, 'ages', ages, region.residents)]).toEqual([...region.bands[0].people]);
  });
});
