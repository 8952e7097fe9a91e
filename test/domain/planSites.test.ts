// A second team at one place: the same ground or the same name nearby, of the same programme.
import { expect, test } from 'vitest';
import type { Service } from '../../src/domain/intervention.ts';
import { proposedService } from '../../src/domain/plan.ts';
import { teamAt } from '../../src/domain/planSites.ts';

const at = (id: string, place: string, lon: number | null, lat: number | null, programme = 'ae'): Service =>
  proposedService({
    id,
    programme: { id: programme, tier: 'tertiary' },
    form: 'site',
    place,
    lon,
    lat,
    areas: [],
    ages: { from: 11, to: 24 },
    capacity: 80,
    cost: null,
  });
const manor = at('m', 'Manor Hospital', -1.99891, 52.58233);
const services = [at('r', 'All of Walsall', null, null), manor];

// 0.001 degrees of latitude are 111 m; of longitude, here, 68 m.
test('is found on the same ground, whatever it is called', () => {
  expect(teamAt(services, 'ae', { place: 'Our own name', lon: -1.99891, lat: 52.58333 })).toBe(manor);
  expect(teamAt(services, 'ae', { place: 'Our own name', lon: -1.99891, lat: 52.58533 })).toBeNull();
});

test('is found by its name where sources put the point at another door, but not in another town', () => {
  expect(teamAt(services, 'ae', { place: ' manor hospital ', lon: -1.99891, lat: 52.59 })).toBe(manor);
  expect(teamAt(services, 'ae', { place: 'Manor Hospital', lon: -1.47, lat: 52.52 })).toBeNull();
});

test('is none where the programme is another, or the team is looked past', () => {
  const there = { place: 'Manor Hospital', lon: -1.99891, lat: 52.58233 };
  expect(teamAt(services, 'mentoring', there)).toBeNull();
  expect(teamAt(services, 'ae', there, 'm')).toBeNull();
});
