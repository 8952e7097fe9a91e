// A region small enough to check by hand: two authorities, six wards, twelve LSOAs in a row of squares, thirty months.
import type { AgeRange } from '../../src/domain/ages.ts';
import type { Areas } from '../../src/domain/area.ts';
import type { Dataset } from '../../src/domain/dataset.ts';
import type { Inventory, Programme, Service } from '../../src/domain/intervention.ts';
import type { Measure } from '../../src/domain/measure.ts';
import { monthFromNumber, monthNumber } from '../../src/domain/month.ts';
import { OPENING_QUESTION, type Question } from '../../src/domain/question.ts';

export const LSOAS = 12;
export const WARDS = 6;

/** Two wholes years around six partial months, as a release may hold them. */
export const MONTHS = Array.from({ length: 30 }, (_, k) => ({
  month: monthFromNumber(monthNumber('2023-10') + k),
  status: k >= 12 && k < 18 ? ('partial' as const) : ('whole' as const),
  located: 'polygon' as const,
}));

const bands: AgeRange[] = [
  { from: 0, to: 10 },
  { from: 11, to: 24 },
  { from: 25, to: 64 },
  { from: 65, to: 120 },
];

/** LSOA i stands 1 km east of LSOA i - 1; each ward has two of them; the first three wards are of the first authority. */
function areas(level: 'ward' | 'lsoa', count: number, step: number): Areas {
  const each = Array.from({ length: count }, (_, i) => i);
  const kmOfLongitude = 1 / (111.195 * Math.cos((52.5 * Math.PI) / 180));
  return {
    level,
    code: each.map((i) => `${level === 'ward' ? 'E050000' : 'E010000'}${String(i + 1).padStart(2, '0')}`),
    name: each.map((i) => `${level === 'ward' ? 'Ward' : 'Estate'} ${i + 1}`),
    authority: Uint8Array.from(each, (i) => (i < count / 2 ? 0 : 1)),
    lon: Float64Array.from(each, (i) => -2 + (i * step + (step - 1) / 2) * kmOfLongitude),
    lat: new Float64Array(count).fill(52.5),
    km2: new Float64Array(count).fill(step),
    border: Uint8Array.from(each, (i) => (i === 0 || i === count - 1 ? 1 : 0)),
  };
}

/** Counts by LSOA of a month: the same every month of a year, twice as many robberies in the later one in the east. */
export function monthlyCounts(of: (lsoa: number, month: number) => number): Uint16Array {
  return Uint16Array.from({ length: LSOAS * MONTHS.length }, (_, k) =>
    of(Math.floor(k / MONTHS.length), k % MONTHS.length),
  );
}

export const MEASURES: readonly Measure[] = [
  {
    id: 'violence',
    label: 'Violence, recorded',
    phrase: 'all violence',
    unit: 'recorded crimes',
    kind: 'count',
    direction: 1,
    period: 'by month',
    source: 'crimes',
    crimeTypes: ['Violence', 'Robbery'],
  },
  {
    id: 'robbery',
    label: 'Robbery',
    phrase: 'robbery',
    unit: 'recorded crimes',
    kind: 'count',
    direction: 1,
    period: 'by month',
    source: 'crimes',
    crimeTypes: ['Robbery'],
  },
  {
    id: 'deprivation',
    label: 'Deprivation without crime',
    phrase: 'deprivation without crime',
    unit: 'score',
    kind: 'score',
    direction: 1,
    period: '2025',
    source: 'deprivation',
    column: 'imd_without_crime',
  },
  {
    id: 'imd',
    label: 'Index of Multiple Deprivation',
    phrase: 'deprivation with crime',
    unit: 'score',
    kind: 'score',
    direction: 1,
    period: '2025',
    source: 'deprivation',
    column: 'imd_score',
  },
  {
    id: 'income',
    label: 'Income deprivation',
    phrase: 'income deprivation',
    unit: 'score',
    kind: 'score',
    direction: 1,
    period: '2025',
    source: 'deprivation',
    column: 'income_x',
  },
  {
    id: 'overcrowded',
    label: 'Overcrowded households',
    phrase: 'overcrowded households',
    unit: '% of households',
    kind: 'proportion',
    direction: 1,
    period: 'March 2021',
    source: 'census',
    numerator: 'overcrowded',
    denominator: 'households',
  },
];

const programme = (
  id: string,
  tier: Programme['tier'],
  form: Programme['form'],
  ages: AgeRange,
): Programme => ({ id, label: id, phrase: id, tier, form, ages, source: 'test' });

export const PROGRAMMES: readonly Programme[] = [
  programme('ae', 'tertiary', 'site', { from: 11, to: 24 }),
  programme('gang-exit', 'tertiary', 'person', { from: 11, to: 120 }),
  programme('mentors', 'primary', 'institution network', { from: 11, to: 18 }),
  programme('campaign', 'secondary', 'region', { from: 0, to: 120 }),
];

export function service(changes: Partial<Service> = {}): Service {
  return {
    id: 'ae-west',
    programme: 'ae',
    organisation: 'A charity',
    place: 'West Hospital',
    tier: 'tertiary',
    form: 'site',
    lon: -2,
    lat: 52.5,
    areas: [],
    ages: { from: 11, to: 24 },
    eligibility: '',
    capacity: 60,
    capacityUnit: 'places a year',
    cost: 120_000,
    start: '2020-01',
    end: null,
    lastVerified: '2026-01',
    source: 'test',
    status: 'documented',
    confidence: 0.95,
    evidence: '',
    lineage: '',
    notes: '',
    ...changes,
  };
}

export function inventory(services: readonly Service[], complete: readonly string[] = ['ae']): Inventory {
  return {
    status: 'documented',
    services,
    complete: complete.map((id) => ({
      programme: id,
      authority: 'all',
      source: 'test',
      status: 'documented',
    })),
  };
}

/** Violence grows from west to east; one site stands at the western end, so that the east is short of places. */
export function tinyRegion(changes: Partial<Dataset> = {}): Dataset {
  const each = Array.from({ length: LSOAS }, (_, i) => i);
  const column = (of: (i: number) => number) => Float64Array.from(each, of);
  return {
    release: {
      id: '2026-03-31',
      hash: '0123456789ab',
      unit: 'tiny',
      boundaries: 'squares in a row',
      attribution: 'made for tests',
    },
    authorities: [
      { code: 'E08000001', name: 'Westshire' },
      { code: 'E08000002', name: 'Eastshire' },
    ],
    lsoas: areas('lsoa', LSOAS, 1),
    wards: areas('ward', WARDS, 2),
    shares: {
      lsoa: Uint16Array.from(each),
      ward: Uint8Array.from(each, (i) => Math.floor(i / 2)),
      parts: new Uint16Array(LSOAS).fill(10_000),
    },
    unrecorded: [],
    residents: column((i) => 1500 + 40 * i),
    bands: bands.map((ages, b) => ({ ages, people: column((i) => [200, 300, 800, 200][b] + 10 * i) })),
    months: MONTHS,
    counts: new Map([
      ['Violence', monthlyCounts((i) => 4 + 2 * i)],
      ['Robbery', monthlyCounts((i, m) => (m >= 18 && i >= 6 ? 4 : 2))],
    ]),
    columns: new Map([
      ['imd_without_crime', column((i) => 20 + ((i * 5) % 12))],
      ['imd_score', column((i) => 20 + ((i * 7) % 12))],
      ['income_x', column((i) => 10 + 3 * i)],
      ['households', column(() => 600)],
      ['overcrowded', column((i) => 30 + 5 * i)],
    ]),
    neighbours: {
      lsoa: rowOfSquares(LSOAS),
      ward: rowOfSquares(WARDS),
    },
    measures: MEASURES,
    programmes: PROGRAMMES,
    inventories: { documented: inventory([service()]) },
    ...changes,
  };
}

/** Each area touches the one before and the one after it. */
function rowOfSquares(count: number): { offsets: Int32Array; targets: Int32Array } {
  const lists = Array.from({ length: count }, (_, i) => [i - 1, i + 1].filter((j) => j >= 0 && j < count));
  const offsets = new Int32Array(count + 1);
  lists.forEach((list, i) => {
    offsets[i + 1] = offsets[i] + list.length;
  });
  return { offsets, targets: Int32Array.from(lists.flat()) };
}

export function tinyQuestion(changes: Partial<Question> = {}): Question {
  return { ...OPENING_QUESTION, reach: { catchment: 15_000, decay: 'gaussian', detour: 1.3 }, ...changes };
}
