// The opening is a reduced copy of the release: whatever it is said to suffice for has the same answer as the whole tables give.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadOpening } from '../../src/data/load.ts';
import type { Dataset } from '../../src/domain/dataset.ts';
import { OPENING_QUESTION, type Question } from '../../src/domain/question.ts';
import { analyse } from '../../src/engine/analyse.ts';
import { needsOf, openingSuffices } from '../../src/engine/needs.ts';
import { readRelease, releaseIsHere, wholeRelease } from './release.ts';

describe.skipIf(!releaseIsHere)('the opening (skipped where public/data has not been made)', () => {
  let opening: Dataset;
  let whole: Dataset;
  beforeAll(async () => {
    [opening, whole] = await Promise.all([loadOpening(readRelease), wholeRelease()]);
    // Only the tables' own counts, so that nothing of the opening is compared with itself.
    whole = { ...whole, counts: new Map([...whole.counts].filter(([name]) => !name.includes(' + '))) };
  });

  const questions: fc.Arbitrary<Question> = fc
    .record({
      smoothed: fc.boolean(),
      per: fc.constantFrom('residents', 'ages', 'km2'),
      show: fc.constantFrom('need', 'provision', 'gap', 'class'),
      from: fc.constantFrom('2024-04', '2025-04', '2025-06'),
      catchment: fc.integer({ min: 2_000, max: 30_000 }),
      decay: fc.constantFrom('step', 'gaussian', 'exponential'),
    })
    .map(({ from, catchment, decay, ...rest }) => ({
      ...OPENING_QUESTION,
      ...rest,
      period: { from, to: '2026-03' },
      reach: { catchment, decay, detour: 1.3 },
    })) as fc.Arbitrary<Question>;

  test('gives the first question, and every question it suffices for, the answer of the whole release', () => {
    expect(openingSuffices(OPENING_QUESTION)).toBe(true);
    expect(analyse(opening, OPENING_QUESTION).answer).toEqual(analyse(whole, OPENING_QUESTION).answer);
    fc.assert(
      fc.property(questions, (question) => {
        expect(openingSuffices(question)).toBe(true);
        expect(needsOf(opening.measures, question, opening.counts).crimeTypes).toEqual([]);
        expect(analyse(opening, question).answer).toEqual(analyse(whole, question).answer);
      }),
      { numRuns: 12 },
    );
  });

  test('is not enough for other ages, measures, programmes, levels, inventories or plans', () => {
    const others: Partial<Question>[] = [
      { ages: { from: 10, to: 17 } },
      { need: [{ measure: 'robbery', weight: 1 }] },
      { programmes: [] },
      { tier: 'primary' },
      { level: 'lsoa' },
      { inventory: 'illustrative' },
      { plan: { name: 'x', changes: [] } },
      { show: 'hotspots' },
    ];
    for (const change of others) expect(openingSuffices({ ...OPENING_QUESTION, ...change })).toBe(false);
  });

  test('joins counts only for those who ask for the same ones together', () => {
    const asked = (need: Question['need']) =>
      needsOf(opening.measures, { ...OPENING_QUESTION, need }, opening.counts).crimeTypes;
    expect(asked([{ measure: 'violence', weight: 1 }])).toEqual([]);
    expect(
      asked([
        { measure: 'violence', weight: 1 },
        { measure: 'robbery', weight: 1 },
      ]),
    ).toContain('Robbery');
  });
});
