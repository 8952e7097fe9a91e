// The five spatial forms and the kinds of gap.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SPATIAL_FORMS } from '../../src/domain/intervention.ts';
import { DRAWN_AS_POINT, spreadPlaces } from '../../src/engine/forms.ts';
import type { ProvisionSteps } from '../../src/engine/gapKind.ts';
import { gapKind } from '../../src/engine/gapKind.ts';
import { reachFromMatrix } from '../../src/engine/reach.ts';

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

describe('places by spatial form', () => {
  const eligible = [100, 200, 300];

  test('a site reaches by E2SFCA, and what reaches nobody is said', () => {
    const reach = reachFromMatrix(3, 2, [1, 0, 1, 0, 0, 0]);
    const spread = spreadPlaces({ form: 'site', capacity: [30, 5], reach }, eligible);
    expect([...spread.places]).toEqual([10, 20, 0]);
    expect(spread.unplaced).toBe(5);
  });

  test('each participating institution of a network is a site', () => {
    const reach = reachFromMatrix(3, 3, [1, 0, 0, 0, 1, 0, 0, 0, 1]);
    const spread = spreadPlaces({ form: 'institution network', capacity: [1, 2, 3], reach }, eligible);
    expect([...spread.places]).toEqual([1, 2, 3]);
    expect(spread.unplaced).toBe(0);
  });

  test('an area form reaches the eligible people of its list equally, an area listed twice once', () => {
    const spread = spreadPlaces({ form: 'area', capacity: 40, areas: [0, 2, 2] }, eligible);
    expect([...spread.places]).toEqual([10, 0, 30]);
  });

  test('an area form may list a part of an area: its people count by that part', () => {
    const spread = spreadPlaces(
      { form: 'area', capacity: 25, areas: [0, 1, 1], parts: [1, 0.25, 0.75] },
      eligible,
    );
    expect([...spread.places]).toEqual([10, 15, 0]);
  });

  test('a region form reaches everybody equally', () => {
    expect([...spreadPlaces({ form: 'region', capacity: 60 }, eligible).places]).toEqual([10, 20, 30]);
  });

  test('support for a person has capacity only: no area receives it', () => {
    const spread = spreadPlaces({ form: 'person', capacity: 60 }, eligible);
    expect([...spread.places]).toEqual([0, 0, 0]);
    expect(spread.unplaced).toBe(60);
  });

  test('listed areas without eligible people receive nothing, and the places are said to reach nobody', () => {
    const spread = spreadPlaces({ form: 'area', capacity: 8, areas: [1] }, [5, 0]);
    expect([...spread.places]).toEqual([0, 0]);
    expect(spread.unplaced).toBe(8);
    expect(spreadPlaces({ form: 'area', capacity: 8, areas: [] }, [5]).unplaced).toBe(8);
  });

  test('people not known receive not known, and the rest share the places', () => {
    expect([...spreadPlaces({ form: 'region', capacity: 9 }, [1, Number.NaN, 2]).places]).toEqual([
      3,
      Number.NaN,
      6,
    ]);
    expect([...spreadPlaces({ form: 'area', capacity: 9, areas: [1] }, [1, Number.NaN]).places]).toEqual([
      0,
      Number.NaN,
    ]);
  });

  test('a capacity not known leaves what it reaches not known, and nothing else', () => {
    const spread = spreadPlaces({ form: 'area', capacity: Number.NaN, areas: [0] }, [1, 2]);
    expect([...spread.places]).toEqual([Number.NaN, 0]);
  });

  test('negative figures and areas that do not exist are refused', () => {
    expect(() => spreadPlaces({ form: 'region', capacity: -1 }, [1])).toThrow(/Capacity/);
    expect(() => spreadPlaces({ form: 'region', capacity: Number.POSITIVE_INFINITY }, [1])).toThrow(
      RangeError,
    );
    expect(() => spreadPlaces({ form: 'region', capacity: 1 }, [1, -1])).toThrow(/area 2/);
    expect(() => spreadPlaces({ form: 'area', capacity: 1, areas: [3] }, [1])).toThrow(/area 3/);
    expect(() => spreadPlaces({ form: 'area', capacity: 1, areas: [0.5] }, [1])).toThrow(/area 0.5/);
  });

  test('places are conserved whatever the form', () => {
    const people = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(
        people,
        fc.nat({ max: 900 }),
        fc.constantFrom('area', 'region', 'person'),
        fc.nat(),
        (e, s, form, pick) => {
          const areas = e.map((_, i) => i).filter((i) => (pick >> (i % 20)) & 1);
          const spread = spreadPlaces(
            form === 'area' ? { form, capacity: s, areas } : { form, capacity: s },
            e,
          );
          expect(Math.abs(sum(spread.places) + spread.unplaced - s)).toBeLessThanOrEqual(1e-9 * (s + 1));
        },
      ),
    );
  });

  test('only sites and institutions are ever drawn as a point', () => {
    expect(SPATIAL_FORMS.filter((form) => DRAWN_AS_POINT[form])).toEqual(['site', 'institution network']);
  });
});

describe('kind of gap', () => {
  const all: ProvisionSteps = {
    exists: true,
    withinReach: true,
    hasCapacity: true,
    takesThisAge: true,
    stillFunded: true,
    evidenceRated: true,
  };
  const ORDER = [
    ['exists', 'no service of the tier'],
    ['withinReach', 'none within reach'],
    ['hasCapacity', 'no capacity known'],
    ['takesThisAge', 'not for this age'],
    ['stillFunded', 'funding ended'],
  ] as const;
  /** Half of what need calls for. */
  const short = { gap: 5, places: 5, target: 10 };

  test('is the first step that fails, whatever fails after it', () => {
    ORDER.forEach(([step, kind], at) => {
      expect(gapKind({ ...all, [step]: false }, short)).toBe(kind);
      const later = Object.fromEntries(ORDER.slice(at).map(([name]) => [name, false]));
      expect(gapKind({ ...all, ...later }, short)).toBe(kind);
    });
  });

  test('a step that is not known is not known, unless one before it fails', () => {
    for (const [step] of ORDER) {
      expect(gapKind({ ...all, [step]: null }, short)).toBe(
        step === 'hasCapacity' ? 'no capacity known' : 'not known',
      );
    }
    expect(gapKind({ ...all, exists: false, withinReach: null }, short)).toBe('no service of the tier');
    expect(gapKind({ ...all, exists: null, withinReach: false }, short)).toBe('not known');
  });

  test('where every step holds, what remains is amount, then evidence', () => {
    expect(gapKind(all, short)).toBe('too few places');
    expect(gapKind({ ...all, evidenceRated: false }, short)).toBe('evidence not rated');
    expect(gapKind(all, { gap: 8, places: 2, target: 10 })).toBe('little within reach');
    expect(gapKind({ ...all, evidenceRated: false }, { gap: 8, places: 2, target: 10 })).toBe(
      'little within reach',
    );
    expect(gapKind(all, { gap: 7.5, places: 2.5, target: 10 })).toBe('too few places');
  });

  test('without a gap nothing fails, and without figures nothing is known', () => {
    const nothing: ProvisionSteps = { ...all, exists: false };
    expect(gapKind(nothing, { gap: 0, places: 5, target: 5 })).toBe('provision meets need');
    expect(gapKind(nothing, { gap: -3, places: 8, target: 5 })).toBe('provision meets need');
    expect(gapKind(all, { gap: Number.NaN, places: 5, target: 5 })).toBe('not known');
  });
});
