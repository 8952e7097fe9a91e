// What an inventory says for a question: why each service counts or not, day by day, and where a list is complete.
import { describe, expect, test } from 'vitest';
import type { Inventory, Service } from '../../src/domain/intervention.ts';
import { homeAuthority, homeLsoa } from '../../src/engine/homeAuthority.ts';
import {
  completeIn,
  leftOutBecause,
  programmeReadings,
  programmesRead,
  readingDate,
  tierReadings,
} from '../../src/engine/inventoryReading.ts';
import { inventory, PROGRAMMES, service, tinyQuestion, tinyRegion } from './tinyRegion.ts';

const region = tinyRegion();
const question = tinyQuestion();
const DAY = '2026-03-31';
const why = (changes: Partial<Service>, day = DAY) => leftOutBecause(service(changes), question, day);

describe('the day of reading', () => {
  test('is the question’s own, or the last of its period', () => {
    expect(readingDate(question)).toBe(DAY);
    expect(readingDate(tinyQuestion({ date: '2025-06-15' }))).toBe('2025-06-15');
    expect(readingDate(tinyQuestion({ period: { from: '2023-10', to: '2024-02' } }))).toBe('2024-02-29');
  });
});

describe('a service', () => {
  test('counts from its first day to its last, a month being all of its days', () => {
    const starts = 'starts after the reading date';
    const ended = 'funding ended before the reading date';
    expect(why({ start: '2026-03-31' })).toBe('');
    expect(why({ start: '2026-04-01' })).toBe(starts);
    expect(why({ start: '2026-03' }, '2026-03-01')).toBe('');
    expect(why({ start: '2026-03' }, '2026-02-28')).toBe(starts);
    expect(why({ end: '2026-03-31' })).toBe('');
    expect(why({ end: '2026-03-30' })).toBe(ended);
    expect(why({ end: '2026-03' })).toBe('');
    expect(why({ end: '2026-02' }, '2026-02-28')).toBe('');
    expect(why({ end: '2026-02' }, '2026-03-01')).toBe(ended);
    expect(why({ start: null, end: null })).toBe('');
  });

  test.each<[Partial<Service>, string]>([
    [{ capacity: null }, 'places a year not known'],
    [{ capacity: 0 }, ''],
    [{ form: 'person' }, 'follows people, not places: capacity only'],
    [{ form: 'person', lon: null }, 'follows people, not places: capacity only'],
    [{ ages: { from: 25, to: 40 } }, 'not for these ages'],
    [{ ages: { from: 24, to: 40 } }, ''],
    [{ lon: null }, 'location not known'],
    [{ lat: null }, 'location not known'],
    [{ form: 'institution network', lon: null }, 'location not known'],
    [{ form: 'institution network' }, ''],
    [{ form: 'area', lon: null, lat: null }, 'its areas are not known'],
    [{ form: 'area', lon: null, lat: null, areas: ['E08000001'] }, ''],
    [{ form: 'region', lon: null, lat: null }, ''],
  ])('%j is left out because: %s', (changes, reason) => {
    expect(why(changes)).toBe(reason);
  });

  test('says the first reason there is: days, then places, then whom it is for', () => {
    expect(why({ start: '2027', end: '2020-01', capacity: null })).toMatch(/starts after/);
    expect(why({ end: '2020-01', capacity: null })).toMatch(/funding ended/);
    expect(why({ capacity: null, form: 'person' })).toMatch(/not known/);
    expect(why({ ages: { from: 30, to: 40 }, lon: null })).toBe('not for these ages');
  });
});

describe('the programmes read', () => {
  test('are all of the tier, or those named that are of it', () => {
    const read = (changes: object) => programmesRead(PROGRAMMES, tinyQuestion(changes)).map((p) => p.id);
    expect(read({ programmes: [] })).toEqual(['ae', 'gang-exit']);
    expect(read({ programmes: ['gang-exit', 'mentors'] })).toEqual(['gang-exit']);
    expect(read({ tier: 'primary', programmes: [] })).toEqual(['mentors']);
  });
});

describe('a list', () => {
  const west: Inventory = {
    ...inventory([
      service(),
      service({ id: 'b', programme: 'gang-exit' }),
      service({ id: 'c', tier: 'primary' }),
    ]),
    complete: [
      { programme: 'ae', authority: 'all', source: 'test', status: 'documented' },
      { programme: 'gang-exit', authority: 'E08000001', source: 'test', status: 'documented' },
    ],
  };
  const of = (...ids: string[]) =>
    completeIn(
      region,
      west,
      PROGRAMMES.filter((p) => ids.includes(p.id)),
    );

  test('is complete where it is said of every programme read, of all authorities or of this one', () => {
    expect(of('ae')).toEqual([true, true]);
    expect(of('gang-exit')).toEqual([true, false]);
    expect(of('ae', 'gang-exit')).toEqual([true, false]);
    expect(of('mentors')).toEqual([false, false]);
    expect(of('ae', 'mentors')).toEqual([false, false]);
    expect(of()).toEqual([false, false]);
  });

  test('open lists are why a tier is not known; services are counted whatever is known', () => {
    expect(tierReadings(region, west)).toEqual([
      { tier: 'primary', services: 1, status: 'not known', why: 'no complete list of mentors' },
      { tier: 'secondary', services: 0, status: 'not known', why: 'no complete list of campaign' },
      { tier: 'tertiary', services: 2, status: 'not known', why: 'no complete list of gang-exit' },
    ]);
    const whole = inventory(
      [],
      PROGRAMMES.map((p) => p.id),
    );
    expect(tierReadings(region, whole).map((t) => [t.status, t.why])).toEqual(
      new Array(3).fill(['known', '']),
    );
    const none = tierReadings(region, inventory([], []));
    expect(none[2].why).toBe('no complete list of ae, gang-exit');
  });

  test('each programme has its own reading', () => {
    expect(programmeReadings(region, west)).toEqual([
      { programme: 'ae', tier: 'tertiary', services: 2, status: 'known' },
      { programme: 'gang-exit', tier: 'tertiary', services: 1, status: 'not known' },
      { programme: 'mentors', tier: 'primary', services: 0, status: 'not known' },
      { programme: 'campaign', tier: 'secondary', services: 0, status: 'not known' },
    ]);
  });
});

describe('where a service stands', () => {
  const at = (lon: number | null, lat: number | null, dataset = region) =>
    homeLsoa(dataset, service({ lon, lat }));
  const { lon } = region.lsoas;
  /** A square kilometre has a radius of .564 km as a circle: 2.5 of them are 1.41 km. */
  const north = (km: number) => 52.5 + km / 111.2;

  test('is told from the nearest centre, unless it has no point', () => {
    expect([0, 5, 11].map((i) => at(lon[i] + 0.001, 52.5))).toEqual([0, 5, 11]);
    expect(at(lon[3], 52.505)).toBe(3);
    expect([at(null, 52.5), at(-2, null)]).toEqual([-1, -1]);
    expect(homeAuthority(region, service({ lon: lon[5] }))).toBe('E08000001');
    expect(homeAuthority(region, service({ lon: lon[6] }))).toBe('E08000002');
    expect(homeAuthority(region, service({ lon: null }))).toBe('');
  });

  test('is outside beyond two and a half radii of that LSOA, and never within a kilometre of its centre', () => {
    expect(at(lon[4], north(1.4))).toBe(4);
    expect(at(lon[4], north(1.42))).toBe(-1);
    expect(at(lon[4], north(-1.42))).toBe(-1);
    const small = tinyRegion({ lsoas: { ...region.lsoas, km2: region.lsoas.km2.map(() => 0.01) } });
    expect(at(lon[4], north(0.99), small)).toBe(4);
    expect(at(lon[4], north(1.01), small)).toBe(-1);
    const large = tinyRegion({ lsoas: { ...region.lsoas, km2: region.lsoas.km2.map(() => 100) } });
    expect(at(lon[4], north(14), large)).toBe(4);
    expect(at(3, 52.5, large)).toBe(-1);
  });

  test('west and east are narrower than north and south: 1.4 km of longitude is still inside', () => {
    const degrees = 1.4 / (111.2 * Math.cos((52.5 * Math.PI) / 180));
    expect(at(lon[0] - degrees, 52.5)).toBe(0);
    expect(at(lon[0] - 1.02 * degrees, 52.5)).toBe(-1);
    expect(at(lon[11] + degrees, 52.5)).toBe(11);
  });
});
