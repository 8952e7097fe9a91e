// Floating catchments: worked cases, reference answers, and the laws that any inventory must keep.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  access,
  accessFromCoordinates,
  siteContributions,
  sumContributions,
} from '../../src/engine/access.ts';
import { balancedAccess } from '../../src/engine/balancedAccess.ts';
import { DECAY_NAMES, decay } from '../../src/engine/decay.ts';
import { greatCircle } from '../../src/engine/distance.ts';
import {
  reachFinder,
  reachFromCoordinates,
  reachFromCosts,
  reachFromMatrix,
} from '../../src/engine/reach.ts';
import { sharedFixture } from './sharedFixture.ts';

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

function close(got: ArrayLike<number>, expected: ArrayLike<number>, relative = 1e-9): void {
  expect(got.length).toBe(expected.length);
  for (let i = 0; i < got.length; i++) {
    if (Number.isNaN(expected[i])) expect(got[i]).toBeNaN();
    else expect(Math.abs(got[i] - expected[i])).toBeLessThanOrEqual(relative * Math.abs(expected[i]) + 1e-15);
  }
}

describe('decay', () => {
  test('is 1 at the site, counts a site at exactly the edge, and nothing beyond it', () => {
    for (const name of DECAY_NAMES) {
      const w = decay(name, 15);
      expect(w(0)).toBe(1);
      expect(w(15)).toBeGreaterThan(0);
      expect(w(15.000001)).toBe(0);
      expect(w(Number.NaN)).toBe(0);
    }
    expect(decay('step', 15)(15)).toBe(1);
    expect(decay('gaussian', 15)(5)).toBeCloseTo(Math.exp(-0.5), 15);
    expect(decay('gaussian', 15)(15)).toBeCloseTo(Math.exp(-4.5), 15);
    expect(decay('exponential', 15)(5)).toBeCloseTo(Math.exp(-1), 15);
    expect(decay('exponential', 15)(15)).toBeCloseTo(Math.exp(-3), 15);
  });

  test('never rises with distance', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DECAY_NAMES),
        fc.double({ min: 0, max: 30, noNaN: true }),
        fc.double({ min: 0, max: 30, noNaN: true }),
        (name, a, b) => {
          const w = decay(name, 15);
          expect(w(Math.min(a, b))).toBeGreaterThanOrEqual(w(Math.max(a, b)));
        },
      ),
    );
  });

  test('refuses a catchment of nothing, a negative distance and an unknown name', () => {
    expect(() => decay('step', 0)).toThrow(/above zero/);
    expect(() => decay('step', Number.NaN)).toThrow(RangeError);
    expect(() => decay('step', 5)(-1)).toThrow(/below zero/);
    expect(() => decay('cosine' as 'step', 5)).toThrow(/step, gaussian, exponential/);
  });
});

describe('two-step floating catchments', () => {
  test('the worked case: three areas, two sites', () => {
    const reach = reachFromMatrix(3, 2, [1, 0.5, 1, 1, 0, 1]);
    const result = access([100, 200, 300], [10, 20], reach);
    close(result.ratio, [10 / 300, 20 / 550]);
    close(result.perEligible, [10 / 300 + 10 / 550, 10 / 300 + 20 / 550, 20 / 550]);
    expect(Array.from(result.perEligible, (a) => a.toFixed(7))).toEqual([
      '0.0515152',
      '0.0696970',
      '0.0363636',
    ]);
    expect(sum(result.places)).toBeCloseTo(30, 12);
    expect(result.unreachedSites).toEqual([]);
  });

  test('two areas and two sites by listed costs: a pair that is not listed is out of reach', () => {
    const costs = { area: [0, 1, 1], site: [0, 0, 1], cost: [5, 12, 8] };
    const result = access([1000, 500], [10, 5], reachFromCosts(2, 2, costs, decay('step', 15)));
    close(result.ratio, [10 / 1500, 5 / 500]);
    close(result.perEligible, [10 / 1500, 10 / 1500 + 5 / 500]);
  });

  test('a site with nobody in reach is reported, and its places reach nobody', () => {
    const reach = reachFromMatrix(2, 3, [1, 0, 0, 0, 1, 0]);
    const result = access([10, 0], [4, 7, 9], reach);
    expect(result.unreachedSites).toEqual([1, 2]);
    expect(result.ratio[1]).toBeNaN();
    close(result.perEligible, [0.4, 0]);
    expect(sum(result.places)).toBeCloseTo(4, 12);
  });

  test('no sites, and no site in reach, are access of zero', () => {
    expect([...access([5, 6], [], reachFromMatrix(2, 0, [])).perEligible]).toEqual([0, 0]);
    expect([...access([5, 6], [3], reachFromMatrix(2, 1, [0, 1])).perEligible]).toEqual([0, 0.5]);
    expect(access([], [3], reachFromMatrix(0, 1, [])).unreachedSites).toEqual([0]);
  });

  test('eligible people not known ask for nothing, and their places are not known', () => {
    const result = access([100, Number.NaN], [10], reachFromMatrix(2, 1, [1, 1]));
    close(result.perEligible, [0.1, 0.1]);
    close(result.places, [10, Number.NaN]);
  });

  test('a capacity not known leaves what it reaches not known, and nothing else', () => {
    const result = access([100, 50], [Number.NaN, 5], reachFromMatrix(2, 2, [1, 0, 0, 1]));
    close(result.perEligible, [Number.NaN, 0.1]);
  });

  test('negative people, negative places and wrong lengths are refused in words', () => {
    const reach = reachFromMatrix(2, 1, [1, 1]);
    expect(() => access([1, -2], [1], reach)).toThrow(/area 2.*-2/);
    expect(() => access([1, 2], [-1], reach)).toThrow(/site 1.*-1/);
    expect(() => access([1, 2], [Number.POSITIVE_INFINITY], reach)).toThrow(RangeError);
    expect(() => access([1], [1], reach)).toThrow(/2 areas but 1/);
    expect(() => access([1, 2], [], reach)).toThrow(/1 sites but 0/);
    expect(() => reachFromMatrix(2, 1, [1])).toThrow(/2 areas × 1 sites/);
    expect(() => reachFromMatrix(2, 1, [1, -0.1])).toThrow(/area 2 and site 1/);
    expect(() => reachFromCosts(2, 1, { area: [2], site: [0], cost: [1] }, decay('step', 5))).toThrow(
      /row 1: area 2/,
    );
    expect(() => reachFromCosts(2, 1, { area: [0], site: [1], cost: [1] }, decay('step', 5))).toThrow(
      /row 1: site 1/,
    );
    expect(() =>
      reachFromCosts(2, 1, { area: [0, 0], site: [0, 0], cost: [1, 2] }, decay('step', 5)),
    ).toThrow(/row 2.*twice/);
    expect(() => reachFromCosts(2, 1, { area: [0], site: [0, 0], cost: [1] }, decay('step', 5))).toThrow(
      /every row/,
    );
  });

  test('more places than the first table can hold are kept', () => {
    const reach = reachFromMatrix(3, 40, new Float64Array(120).fill(1));
    expect(reach.start[40]).toBe(120);
    close(access([1, 2, 3], new Float64Array(40).fill(6), reach).perEligible, [40, 40, 40]);
  });
});

interface FcaCase {
  readonly name: string;
  readonly demand: number[];
  readonly supply: number[];
  readonly cost: number[][];
  readonly max_cost: number;
  readonly weight?: { readonly type: string; readonly alpha: number };
  readonly expected: { readonly two_stage: number[]; readonly ratio: number[] };
}

const reference = sharedFixture<{ cases: FcaCase[] }>('fca.json');

describe.skipIf(reference === null)('reference answers (need ../shared/fixtures/fca.json)', () => {
  for (const c of reference?.cases ?? []) {
    test(c.name, () => {
      const { alpha } = c.weight ?? { alpha: 0 };
      const weigh = (cost: number): number => (cost <= c.max_cost ? cost ** alpha : 0);
      const weights = c.cost.flat().map(weigh);
      const result = access(c.demand, c.supply, reachFromMatrix(c.demand.length, c.supply.length, weights));
      close(result.perEligible, c.expected.two_stage);
      close(result.ratio, c.expected.ratio);
    });
  }
});

/** Areas and sites around Birmingham, capacities, people, and a choice of catchment. */
const town = fc
  .record({
    areas: fc.array(
      fc.tuple(
        fc.double({ min: -2.3, max: -1.4, noNaN: true }),
        fc.double({ min: 52.3, max: 52.7, noNaN: true }),
        fc.integer({ min: 0, max: 900 }),
      ),
      { minLength: 1, maxLength: 25 },
    ),
    sites: fc.array(
      fc.tuple(
        fc.double({ min: -2.3, max: -1.4, noNaN: true }),
        fc.double({ min: 52.3, max: 52.7, noNaN: true }),
        fc.integer({ min: 0, max: 400 }),
      ),
      { minLength: 0, maxLength: 8 },
    ),
    decay: fc.constantFrom(...DECAY_NAMES),
    catchment: fc.double({ min: 500, max: 40_000, noNaN: true }),
  })
  .map(({ areas, sites, decay: name, catchment }) => ({
    eligible: areas.map((a) => a[2]),
    areas: { lon: areas.map((a) => a[0]), lat: areas.map((a) => a[1]) },
    capacity: sites.map((s) => s[2]),
    sites: { lon: sites.map((s) => s[0]), lat: sites.map((s) => s[1]) },
    choice: { catchment, decay: name } as const,
  }));

describe('laws of access', () => {
  test('places are conserved: what reaches people is what the reached sites offer', () => {
    fc.assert(
      fc.property(town, ({ eligible, areas, capacity, sites, choice }) => {
        const result = accessFromCoordinates(eligible, areas, capacity, sites, choice);
        const offered = sum(capacity.filter((_, j) => !result.unreachedSites.includes(j)));
        expect(Math.abs(sum(result.places) - offered)).toBeLessThanOrEqual(1e-9 * (offered + 1));
      }),
    );
  });

  test('coordinates, a stored reach, a cost list and a full matrix of haversines say the same', () => {
    fc.assert(
      fc.property(town, ({ eligible, areas, capacity, sites, choice }) => {
        const n = eligible.length;
        const m = capacity.length;
        const weigh = decay(choice.decay, choice.catchment);
        const cost = Array.from({ length: n * m }, (_, k) => {
          const i = Math.floor(k / m);
          const j = k % m;
          return 1.3 * greatCircle(areas.lon[i], areas.lat[i], sites.lon[j], sites.lat[j]);
        });
        // A pair within rounding of the edge may be read either way.
        fc.pre(cost.every((d) => Math.abs(d / choice.catchment - 1) > 1e-9));
        const expected = access(eligible, capacity, reachFromMatrix(n, m, cost.map(weigh)));
        const triples = {
          area: cost.map((_, k) => Math.floor(k / m)),
          site: cost.map((_, k) => k % m),
          cost,
        };
        close(
          accessFromCoordinates(eligible, areas, capacity, sites, choice).perEligible,
          expected.perEligible,
        );
        close(
          access(eligible, capacity, reachFromCoordinates(areas, sites, choice)).perEligible,
          expected.perEligible,
        );
        close(
          access(eligible, capacity, reachFromCosts(n, m, triples, weigh)).perEligible,
          expected.perEligible,
        );
      }),
    );
  });

  test('contributions by site add up to the places, and a site left out leaves the others as they were', () => {
    fc.assert(
      fc.property(town, fc.nat(), ({ eligible, areas, capacity, sites, choice }, pick) => {
        const reach = reachFromCoordinates(areas, sites, choice);
        const parts = siteContributions(eligible, capacity, reach);
        close(sumContributions(parts), access(eligible, capacity, reach).places, 1e-9);
        if (capacity.length === 0) return;
        const out = pick % capacity.length;
        const without = capacity.map((s, j) => (j === out ? 0 : s));
        const kept = capacity.map((_, j) => (j === out ? 0 : 1));
        close(sumContributions(parts, kept), access(eligible, without, reach).places, 1e-9);
      }),
    );
  });

  test('the order of areas and of sites does not matter', () => {
    fc.assert(
      fc.property(town, ({ eligible, areas, capacity, sites, choice }) => {
        const one = accessFromCoordinates(eligible, areas, capacity, sites, choice).perEligible;
        const back = accessFromCoordinates(
          [...eligible].reverse(),
          { lon: [...areas.lon].reverse(), lat: [...areas.lat].reverse() },
          [...capacity].reverse(),
          { lon: [...sites.lon].reverse(), lat: [...sites.lat].reverse() },
          choice,
        ).perEligible;
        close(back.reverse(), one, 1e-9);
      }),
    );
  });

  test('twice the places everywhere is twice the access', () => {
    fc.assert(
      fc.property(town, ({ eligible, areas, capacity, sites, choice }) => {
        const one = accessFromCoordinates(eligible, areas, capacity, sites, choice).perEligible;
        const two = accessFromCoordinates(
          eligible,
          areas,
          capacity.map((s) => 2 * s),
          sites,
          choice,
        ).perEligible;
        close(
          two,
          one.map((a) => 2 * a),
        );
      }),
    );
  });
});

test('an unknown population contributes no places by site', () => {
  const parts = siteContributions([Number.NaN, 10], [6], reachFromMatrix(2, 1, [1, 1]));
  expect([...parts.places]).toEqual([0, 6]);
  expect([...siteContributions([0, 0], [6], reachFromMatrix(2, 1, [1, 1])).places]).toEqual([0, 0]);
});

test('a site at exactly the catchment by path is inside, a metre further is not', () => {
  const d = 1.3 * greatCircle(-1.9, 52.5, -1.8, 52.45);
  const area = new Int32Array(1);
  const weight = new Float64Array(1);
  const at = (catchment: number): number =>
    reachFinder({ lon: [-1.9], lat: [52.5] }, { catchment, decay: 'step' })(-1.8, 52.45, area, weight);
  expect(at(d)).toBe(1);
  expect(at(d - 1)).toBe(0);
});

test('anywhere on Earth, poles and date line too, it finds what a plain search by haversine finds', () => {
  const lon = fc.oneof(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.constantFrom(-180, 180, 0, 179.99),
  );
  const lat = fc.oneof(fc.double({ min: -90, max: 90, noNaN: true }), fc.constantFrom(-90, 90, 0, 89.9));
  const points = fc.array(fc.tuple(lon, lat), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(
      points,
      lon,
      lat,
      fc.double({ min: 1000, max: 3e7, noNaN: true }),
      (areas, x, y, catchment) => {
        const columns = { lon: areas.map((a) => a[0]), lat: areas.map((a) => a[1]) };
        const area = new Int32Array(areas.length);
        const weight = new Float64Array(areas.length);
        const find = reachFinder(columns, { catchment, decay: 'step', detour: 1 });
        const found = new Set(area.subarray(0, find(x, y, area, weight)));
        areas.forEach(([a, b], i) => {
          const d = greatCircle(a, b, x, y);
          // At the edge itself, and at the far side of the Earth, two ways to compute a distance may differ.
          if (Math.abs(d - catchment) > 1 && d < 1.9e7) expect(found.has(i)).toBe(d < catchment);
        });
      },
    ),
    { numRuns: 500 },
  );
});

test('a catchment wider than the Earth reaches everywhere, and the date line is no edge', () => {
  const areas = { lon: [-179.9, 0, 90], lat: [0, 0, -80] };
  const wide = reachFromCoordinates(areas, { lon: [179.9], lat: [0] }, { catchment: 1e9, decay: 'step' });
  expect([...wide.area].sort()).toEqual([0, 1, 2]);
  const near = reachFromCoordinates(areas, { lon: [179.9], lat: [0] }, { catchment: 40_000, decay: 'step' });
  expect([...near.area]).toEqual([0]);
});

test('a reach refuses a catchment, a detour or a place that cannot be', () => {
  const areas = { lon: [0], lat: [0] };
  expect(() => reachFinder(areas, { catchment: 0, decay: 'step' })).toThrow(/catchment/);
  expect(() => reachFinder(areas, { catchment: 1, decay: 'step', detour: 0.5 })).toThrow(/detour/);
  expect(() =>
    reachFromCoordinates(areas, { lon: [999], lat: [0] }, { catchment: 1, decay: 'step' }),
  ).toThrow(/sites/);
  expect(() =>
    accessFromCoordinates([1], areas, [1], { lon: [0], lat: [99] }, { catchment: 1, decay: 'step' }),
  ).toThrow(/sites, entry 1/);
});

describe('balanced floating catchments', () => {
  test('two areas and two sites by hand', () => {
    // Area 1 sees site 1 alone; area 2 sees both, and splits its people evenly.
    const reach = reachFromMatrix(2, 2, [1, 0, 1, 1]);
    const result = balancedAccess([100, 60], [26, 6], reach);
    close(result.ratio, [26 / 130, 6 / 30]);
    close(result.perEligible, [0.1, 0.1 + 0.2]);
  });

  test('neither people nor level of service is counted twice', () => {
    fc.assert(
      fc.property(town, ({ eligible, areas, capacity, sites, choice }) => {
        const reach = reachFromCoordinates(areas, sites, choice);
        const { ratio, perEligible, unreachedSites } = balancedAccess(eligible, capacity, reach);
        const levels = sum([...ratio].filter((r) => !Number.isNaN(r)));
        expect(Math.abs(sum(perEligible) - levels)).toBeLessThanOrEqual(1e-9 * (levels + 1));
        expect(unreachedSites).toEqual([...access(eligible, capacity, reach).unreachedSites]);
        if (capacity.every((s) => s > 0)) {
          const reached = new Set(reach.area);
          const people = sum(eligible.filter((_, i) => reached.has(i)));
          const asked = sum(
            capacity.filter((_, j) => ratio[j] > 0).map((s, j) => s / [...ratio].filter((r) => r > 0)[j]),
          );
          expect(Math.abs(asked - people)).toBeLessThanOrEqual(1e-6 * (people + 1));
        }
      }),
    );
  });

  test('refuses what cannot be and says when nobody is in reach', () => {
    const reach = reachFromMatrix(1, 1, [0]);
    expect(balancedAccess([5], [5], reach).unreachedSites).toEqual([0]);
    expect(() => balancedAccess([-5], [5], reach)).toThrow(/area 1/);
    expect(() => balancedAccess([5], [-5], reach)).toThrow(/site 1/);
    expect(() => balancedAccess([5], [], reach)).toThrow(/1 areas and 1 sites/);
    close(balancedAccess([Number.NaN, 4], [8], reachFromMatrix(2, 1, [1, 1])).perEligible, [1, 1]);
  });
});
