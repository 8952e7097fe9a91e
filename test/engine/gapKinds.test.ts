// Kinds of gap over a whole answer: what each area's services lack first, and where nothing may be said.
import { describe, expect, test } from 'vitest';
import type { Service } from '../../src/domain/intervention.ts';
import { analyse } from '../../src/engine/analyse.ts';
import { inventory, service, tinyQuestion, tinyRegion } from './tinyRegion.ts';

/** One place for every five people at mean need: more than most teams below bring. */
const norm = {
  programmes: ['ae'],
  date: '2026-03-31',
  yardstick: { kind: 'norm', places: 0.2 } as const,
};
const kinds = (services: readonly Service[], changes = {}, complete = ['ae']) =>
  analyse(
    tinyRegion({ inventories: { documented: inventory(services, complete) } }),
    tinyQuestion({ ...norm, ...changes }),
  ).answer.areas.kind;
const all = (kind: string) => new Array(6).fill(kind);

describe('kinds of gap of an answer', () => {
  test('without any service there is none of the tier, also where there are no places to share', () => {
    expect(kinds([])).toEqual(all('no service of the tier'));
    expect(kinds([], { yardstick: { kind: 'fair' } })).toEqual(all('no service of the tier'));
  });

  test('a service of a programme that is not read is none', () => {
    expect(kinds([service({ programme: 'mentors', tier: 'primary' })])).toEqual(
      all('no service of the tier'),
    );
  });

  test('beyond its catchment a service is not within reach', () => {
    const found = kinds([service({ capacity: 1 })], {
      reach: { catchment: 3000, decay: 'step', detour: 1.3 },
    });
    expect(found.slice(2)).toEqual(new Array(4).fill('none within reach'));
    expect(found[0]).toBe('little within reach');
  });

  test.each<[string, Partial<Service>]>([
    ['no capacity known', { capacity: null }],
    ['not for this age', { ages: { from: 40, to: 60 } }],
    ['funding ended', { end: '2025-12' }],
    ['not begun', { start: '2026-10' }],
  ])('%s: a service in reach that lacks it', (kind, changes) => {
    expect(kinds([service(changes)], { ages: { from: 11, to: 24 } })).toEqual(all(kind));
  });

  test('a service that ended beside one that has not begun is funding that ended', () => {
    const services = [service({ end: '2025-12' }), service({ id: 'next', start: '2026-10' })];
    expect(kinds(services)).toEqual(all('funding ended'));
  });

  test('one service that counts is enough, beside others that do not', () => {
    const services = [
      service({ capacity: 600, evidence: 'rated' }),
      service({ id: 'ended', end: '2025-12' }),
    ];
    const found = kinds(services);
    expect(new Set(found)).not.toContain('funding ended');
    expect(found).toContain('too few places');
    expect(found).not.toContain('evidence not rated');
    const unrated = kinds([service({ capacity: 600 })]);
    expect(unrated).toEqual(found.map((k) => (k === 'too few places' ? 'evidence not rated' : k)));
    expect(kinds([service({ capacity: 100_000 })])).toEqual(all('provision meets need'));
  });

  test('where the list is not complete nothing is said of its gap', () => {
    expect(kinds([service()], {}, [])).toEqual(all('not known'));
  });
});
