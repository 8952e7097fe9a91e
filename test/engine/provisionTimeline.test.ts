// Provision over time: days are text, places change on them, and two days are held against one yardstick.
import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/engine/analyse.ts';
import {
  compareDates,
  dayAfter,
  provisionDates,
  provisionTimeline,
} from '../../src/engine/provisionTimeline.ts';
import { inventory, service, tinyQuestion, tinyRegion } from './tinyRegion.ts';

const region = tinyRegion({
  inventories: {
    documented: inventory([
      service({ id: 'west', start: '2020-01', end: '2026-06' }),
      service({
        id: 'east',
        place: 'East Hospital',
        lon: -1.85,
        capacity: 40,
        start: '2024-02-15',
        end: null,
      }),
      service({ id: 'mentor', programme: 'mentors', tier: 'primary', start: '2021-01', end: '2022-12' }),
    ]),
  },
});

describe('provision dates', () => {
  test('a month starts on its first day and ends the day after its last, leap years included', () => {
    expect(dayAfter('2024-02-28')).toBe('2024-02-29');
    expect(dayAfter('2025-12-31')).toBe('2026-01-01');
    expect(() => dayAfter('soon')).toThrow(/"soon" is not a day/);
  });

  test('only the programmes read are listed, with the known places from each day on', () => {
    const dates = provisionDates(region, tinyQuestion());
    expect(dates.map((d) => [d.date, d.places, d.services])).toEqual([
      ['2020-01-01', 60, 1],
      ['2024-02-15', 100, 2],
      ['2026-07-01', 40, 1],
    ]);
    expect(dates[2].ends.map((s) => s.id)).toEqual(['west']);
    expect(provisionTimeline(region, tinyQuestion(), null)).toMatchObject({ withoutStart: 0, withoutEnd: 1 });
  });
});

describe('two dates compared', () => {
  const comparison = compareDates(region, tinyQuestion(), '2026-03-31', '2026-12-31');

  test('targets stay: what ends opens gaps by exactly the places that are gone', () => {
    expect(comparison.ended.map((s) => s.id)).toEqual(['west']);
    expect(comparison.started).toEqual([]);
    expect(comparison.after.totalTarget).toBeCloseTo(comparison.before.totalTarget, 9);
    expect(comparison.before.totalPlaces - comparison.after.totalPlaces).toBeCloseTo(60, 9);
    const opened = comparison.authorities.reduce((sum, a) => sum + a.after - a.before, 0);
    expect(opened).toBeCloseTo(60, 9);
  });

  test('who falls into gap had its need met before; the west does, and nobody rises', () => {
    expect(comparison.fallen.length).toBeGreaterThan(0);
    expect(comparison.risen).toEqual([]);
    const { areas } = analyse(region, tinyQuestion({ date: '2026-03-31' })).answer;
    for (const f of comparison.fallen) {
      expect(areas.gap[areas.code.indexOf(f.code)]).toBe(f.before);
      expect(f.before).toBeLessThanOrEqual(0);
      expect(f.after).toBeGreaterThan(0);
    }
    expect(comparison.fallen.map((f) => f.authority)).toContain('Westshire');
  });

  test('areas short before that get shorter are a list of their own, and in no other', () => {
    const norm = tinyQuestion({ yardstick: { kind: 'norm', places: 0.05 } });
    const { fallen, deepened } = compareDates(region, norm, '2026-03-31', '2026-12-31');
    expect(deepened.length).toBeGreaterThan(0);
    for (const d of deepened) {
      expect(d.before).toBeGreaterThan(0);
      expect(d.after).toBeGreaterThan(d.before);
      expect(fallen.map((f) => f.code)).not.toContain(d.code);
    }
  });

  test('read backwards, the same areas rise', () => {
    const back = compareDates(
      region,
      tinyQuestion({ yardstick: { kind: 'norm', places: 0.01 } }),
      '2026-12-31',
      '2026-03-31',
    );
    const forth = compareDates(
      region,
      tinyQuestion({ yardstick: { kind: 'norm', places: 0.01 } }),
      '2026-03-31',
      '2026-12-31',
    );
    expect(new Set(back.risen.map((r) => r.code))).toEqual(new Set(forth.fallen.map((r) => r.code)));
  });

  test('those that fall or rise furthest come first, and each service is started or ended once', () => {
    const norm = tinyQuestion({ yardstick: { kind: 'norm', places: 0.01 } });
    const forth = compareDates(region, norm, '2026-03-31', '2026-12-31');
    const after = forth.fallen.map((f) => f.after);
    expect(after.length).toBeGreaterThan(1);
    expect(after).toEqual([...after].sort((a, b) => b - a));
    const back = compareDates(region, norm, '2026-12-31', '2026-03-31');
    const before = back.risen.map((r) => r.before);
    expect(before).toEqual([...before].sort((a, b) => b - a));
    expect(back.started).toEqual([
      { id: 'west', place: 'West Hospital', programme: 'ae', tier: 'tertiary', capacity: 60 },
    ]);
    expect(back.ended).toEqual([]);
    expect(back.fallen).toEqual([]);
    expect(back.authorities.map((a) => [a.code, a.name])).toEqual([
      ['E08000001', 'Westshire'],
      ['E08000002', 'Eastshire'],
    ]);
  });

  test('a service without a start is on no day of starting, and is counted as such', () => {
    const open = tinyRegion({
      inventories: { documented: inventory([service({ start: null, end: '2026-06' })]) },
    });
    const timeline = provisionTimeline(open, tinyQuestion(), null);
    expect(timeline).toMatchObject({ withoutStart: 1, withoutEnd: 0, comparison: null });
    expect(timeline.dates).toEqual([
      {
        date: '2026-07-01',
        starts: [],
        ends: [{ id: 'ae-west', place: 'West Hospital', programme: 'ae', tier: 'tertiary', capacity: 60 }],
        places: 0,
        services: 0,
      },
    ]);
  });
});
