// The laws of an answer: sound ones pass, and each kind of damage is told.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { analyse } from '../../src/engine/analyse.ts';
import { validate } from '../../src/engine/validate.ts';
import { wholeAnswer } from '../../src/engine/wholeAnswer.ts';
import { inventory, service, tinyQuestion, tinyRegion } from './tinyRegion.ts';

const sound = wholeAnswer(tinyRegion(), tinyQuestion(), 200);

describe('the laws of an answer', () => {
  test('hold for generated questions, with and without a plan, known and not known', () => {
    const region = tinyRegion({
      unrecorded: [5],
      inventories: {
        documented: inventory(
          [
            service(),
            service({ id: 'far', lon: 5, place: 'far away' }),
            service({ id: 'none', capacity: null }),
          ],
          ['ae'],
        ),
      },
    });
    fc.assert(
      fc.property(
        fc.record({
          level: fc.constantFrom('ward' as const, 'lsoa' as const),
          smoothed: fc.boolean(),
          per: fc.constantFrom('residents' as const, 'ages' as const, 'km2' as const),
          programmes: fc.constantFrom(['ae'], [], ['gang-exit']),
          ages: fc.constantFrom({ from: 11, to: 24 }, { from: 0, to: 120 }, { from: 65, to: 120 }),
          reach: fc.record({
            catchment: fc.integer({ min: 500, max: 30_000 }),
            decay: fc.constantFrom('step' as const, 'gaussian' as const, 'exponential' as const),
            detour: fc.constant(1.3),
          }),
          yardstick: fc.constantFrom(
            { kind: 'fair share' as const },
            { kind: 'norm' as const, places: 0.02 },
          ),
          plan: fc.constantFrom(null, {
            name: 'east',
            changes: [{ kind: 'add' as const, service: service({ id: 'new', lon: -1.9, capacity: 30 }) }],
          }),
          need: fc.constantFrom(
            [{ measure: 'violence', weight: 1 }],
            [
              { measure: 'robbery', weight: 2 },
              { measure: 'income', weight: 1 },
              { measure: 'overcrowded', weight: 1 },
            ],
          ),
        }),
        (changes) => {
          expect(validate(wholeAnswer(region, tinyQuestion(changes), 40))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('are not vacuous: the sound answer has places, ranks and intervals', () => {
    expect(validate(sound)).toEqual([]);
    expect(sound.headline.totalPlaces).toBeCloseTo(60, 9);
    expect(sound.uncertainty?.odds[0]).toBe(0);
  });

  const change = (column: Float64Array, row: number, value: number) => {
    const copy = column.slice();
    copy[row] = value;
    return copy;
  };
  const { areas } = sound;
  const u = sound.uncertainty as NonNullable<Answer['uncertainty']>;
  const damaged: [string, Answer, RegExp][] = [
    [
      'a place that got lost',
      { ...sound, areas: { ...areas, places: change(areas.places, 0, 1) } },
      /reach the areas/,
    ],
    [
      'a gap that is off',
      { ...sound, areas: { ...areas, gap: change(areas.gap, 2, 99) } },
      /not its target less/,
    ],
    [
      'two ranks exchanged',
      { ...sound, areas: { ...areas, rank: change(areas.rank, 2, areas.rank[3]) } },
      /Ranks do not follow/,
    ],
    [
      'a figure where nothing is known',
      { ...sound, areas: { ...areas, places: change(areas.places, 1, Number.NaN) } },
      /./,
    ],
    [
      'a headline of its own',
      { ...sound, headline: { ...sound.headline, unmetShare: 0.01 } },
      /unmet share is not/,
    ],
    [
      'an authority that is more than its areas',
      { ...sound, authorities: [{ ...sound.authorities[0], places: 1e6 }, sound.authorities[1]] },
      /not the sum of its known areas/,
    ],
    ['odds above one', { ...sound, uncertainty: { ...u, odds: change(u.odds, 0, 1.2) } }, /outside 0 to 1/],
    [
      'an interval the wrong way round',
      { ...sound, uncertainty: { ...u, gapLower: change(u.gapLower, 0, 1e9) } },
      /wrong way round/,
    ],
  ];
  test.each(damaged)('%s is told', (_, answer, sentence) => {
    expect(validate(answer).join(' ')).toMatch(sentence);
  });

  test('hold where no list is known: nothing has a gap, nothing is ranked', () => {
    const { answer } = analyse(tinyRegion(), tinyQuestion({ programmes: ['gang-exit'] }));
    expect(validate(answer)).toEqual([]);
    expect([...answer.areas.rank].every(Number.isNaN)).toBe(true);
    expect(answer.headline.unmetShare).toBeNaN();
  });
});
