// A small answer over a grid of square areas in two authorities, for tests of what is painted and drawn.
import { topology as toTopology } from 'topojson-server';
import type { Topology } from 'topojson-specification';
import type { Answer, AreaTable, CountedService } from '../../src/domain/answer.ts';
import type { Level } from '../../src/domain/area.ts';
import { OPENING_QUESTION } from '../../src/domain/question.ts';

export interface GridWishes {
  readonly columns?: number;
  readonly rows?: number;
  readonly level?: Level;
  /** By area, row by row from the north west; NaN is not known. */
  readonly gap?: readonly number[];
  readonly access?: readonly number[];
  readonly need?: readonly number[];
}

const WEST = -2;
const NORTH = 52.6;
const SIDE = 0.02;

function column(values: readonly number[] | undefined, n: number, otherwise: (i: number) => number) {
  return Float64Array.from({ length: n }, (_, i) => values?.[i] ?? otherwise(i));
}

function tableOf(wishes: GridWishes): AreaTable {
  const { columns = 4, rows = 3, level = 'ward' } = wishes;
  const n = columns * rows;
  const codes = Array.from({ length: n }, (_, i) => `E0500${String(i).padStart(4, '0')}`);
  const east = (i: number) => i % columns >= columns / 2;
  const gap = column(wishes.gap, n, (i) => i - n / 2);
  const order = [...gap.keys()].filter((i) => !Number.isNaN(gap[i])).sort((a, b) => gap[b] - gap[a]);
  const rank = new Float64Array(n).fill(Number.NaN);
  order.forEach((i, k) => {
    rank[i] = k + 1;
  });
  const need = column(wishes.need, n, (i) => 0.5 + i / n);
  const access = column(wishes.access, n, (i) => (n - i) / n);
  return {
    level,
    code: codes,
    name: codes.map((_, i) => `Area ${i}`),
    authority: codes.map((_, i) => (east(i) ? 'Eastmere' : 'Westmere')),
    authorityCode: codes.map((_, i) => (east(i) ? 'E08000002' : 'E08000001')),
    residents: column(undefined, n, () => 10_000),
    eligible: column(undefined, n, () => 2000),
    need,
    needIndex: need.map((v) => v * 50),
    places: access.map((a) => a * 2),
    access,
    target: access.map((a, i) => a * 2 + gap[i]),
    gap,
    relativeGap: gap,
    class: Uint8Array.from(gap, (g, i) => (Number.isNaN(g) ? 255 : i % 9)),
    kind: codes.map((_, i) => (gap[i] > 0 ? 'little within reach' : 'provision meets need')),
    rank,
    note: codes.map(() => ''),
  };
}

const SITE: CountedService = {
  service: {
    id: 'grid-site',
    programme: 'ae',
    organisation: 'A charity',
    place: 'Grid Hospital',
    tier: 'tertiary',
    form: 'site',
    lon: WEST + SIDE * 1.5,
    lat: NORTH - SIDE * 1.5,
    areas: [],
    ages: { from: 11, to: 24 },
    eligibility: '',
    capacity: 80,
    capacityUnit: 'places a year',
    cost: null,
    start: null,
    end: null,
    lastVerified: null,
    source: 'a test',
    status: 'documented',
    confidence: 1,
    evidence: '',
    lineage: '',
    notes: '',
  },
  placesUsed: 80,
  leftOut: '',
  authority: 'E08000001',
  planned: false,
};

export function gridAnswer(wishes: GridWishes = {}): Answer {
  const areas = tableOf(wishes);
  const n = areas.code.length;
  const none = new Float64Array(n).fill(Number.NaN);
  const months = Array.from({ length: 6 }, (_, k) => ({
    month: `2025-0${k + 4}`,
    status: k === 3 ? ('partial' as const) : ('whole' as const),
    located: 'polygon' as const,
  }));
  return {
    question: { ...OPENING_QUESTION, level: areas.level },
    release: {
      id: '2026-11-01',
      hash: '000000000000',
      unit: 'Two authorities',
      boundaries: 'a grid',
      attribution: 'A test',
    },
    engine: '1',
    inventoryStatus: 'documented',
    months: months.map((m) => m.month),
    partialMonths: ['2025-07'],
    areas,
    measures: [
      {
        measure: {
          id: 'violence',
          label: 'Violence, recorded',
          phrase: 'all violence',
          unit: 'offences',
          kind: 'count',
          direction: 1,
          period: 'April 2025 – March 2026',
          source: 'a test',
        },
        weight: 1,
        raw: areas.need.map((v) => v * 50),
        value: areas.need.map((v) => v * 50),
        lower: none,
        upper: none,
        own: none,
        count: none,
        base: none,
        region: 50,
        byAuthority: new Float64Array(2),
        unit: 'per 1,000 residents a year',
        overdispersion: 3,
      },
    ],
    authorities: [],
    tiers: [],
    programmes: [],
    services: [SITE],
    series: { months, values: new Float64Array(n * 6).fill(5), region: new Float64Array(6).fill(5 * n) },
    headline: {
      unmetShare: 0.3,
      unmetPlaces: 10,
      totalPlaces: 24,
      totalTarget: 24,
      region: { need: 50, eligible: 2000 * n },
    },
    yardstick: 24 / (2000 * n),
    before: null,
    equity: { spearman: 0, slope: 0, concentration: 0 },
    uncertainty: null,
    hotspots: null,
    notices: [],
  } as Answer;
}

/** The grid's squares as a topology: object "wards" or "lsoas", ids are the codes of `gridAnswer`. */
export function gridTopology({ columns = 4, rows = 3, level = 'ward' }: GridWishes = {}): Topology {
  const features = Array.from({ length: columns * rows }, (_, i) => {
    const west = WEST + (i % columns) * SIDE;
    const north = NORTH - Math.floor(i / columns) * SIDE;
    return {
      type: 'Feature' as const,
      id: `E0500${String(i).padStart(4, '0')}`,
      properties: {},
      geometry: {
        type: 'Polygon' as const,
        coordinates: [
          [
            [west, north],
            [west + SIDE, north],
            [west + SIDE, north - SIDE],
            [west, north - SIDE],
            [west, north],
          ],
        ],
      },
    };
  });
  const collection = { type: 'FeatureCollection' as const, features };
  return toTopology({ [level === 'ward' ? 'wards' : 'lsoas']: collection }, 1e4);
}
