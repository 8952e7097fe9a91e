// The sentences of a profile: what is known, not known and none stay three things, and every figure is the profile's own.
import { describe, expect, test } from 'vitest';
import type { TierHere } from '../../src/domain/placeProfile.ts';
import {
  against,
  cascadeSentence,
  changeText,
  changeWord,
  placesText,
  seriesSentence,
  tierSentence,
} from '../../src/encode/placeSentences.ts';

const NOT = Number.NaN;
const profile = { question: { ages: { from: 11, to: 24 } } } as Parameters<typeof tierSentence>[1];
const tierOf = (changes: Partial<TierHere>): TierHere => ({
  tier: 'primary',
  status: 'known',
  unknown: [],
  places: 12,
  access: { here: 1, authority: 1, region: 1 },
  services: [],
  ...changes,
});

describe('a tier in words', () => {
  test('known, part known, not known and none within reach never share words', () => {
    expect(tierSentence(tierOf({}), profile)).toBe(
      '12.0 places a year reach people aged 11–24. All lists complete.',
    );
    expect(tierSentence(tierOf({ places: 0 }), profile)).toBe('None within reach. All lists complete.');
    const notKnown = tierSentence(tierOf({ status: 'not known', unknown: ['A', 'B'], places: NOT }), profile);
    expect(notKnown).toBe('Not known: no complete list here of A and B.');
    expect(notKnown).not.toMatch(/none|0/);
    expect(tierSentence(tierOf({ status: 'part known', unknown: ['B'] }), profile)).toContain(
      'Not known: B.',
    );
  });

  test('what is left out for its date or ages is not called out of reach', () => {
    const early = { leftOut: 'starts after the reading date' } as TierHere['services'][number];
    expect(tierSentence(tierOf({ places: 0, services: [early] }), profile)).toBe(
      'None counted here. All lists complete.',
    );
  });

  test('a little is not read as none', () => {
    expect(placesText(0.01)).toBe('fewer than 0.1');
    expect(placesText(0)).toBe('0.0');
    expect(placesText(NOT)).toBe('not known');
  });
});

describe('the cascade in words', () => {
  const steps = (...counts: number[]) =>
    ['exist', 'within reach', 'with known places', 'for these ages'].map((step, k) => ({
      step,
      services: counts[k],
    }));
  test('says where services are lost', () => {
    expect(cascadeSentence(steps(5, 1, 1, 0), 'teams')).toBe(
      'Of five services of teams in the inventory, one is within reach: it is with known places; none for these ages.',
    );
    expect(cascadeSentence(steps(5, 0, 0, 0), 'teams')).toContain('none is within reach');
    expect(cascadeSentence(steps(0, 0, 0, 0), 'teams')).toBe('No service of teams is in the inventory.');
  });
});

describe('a change between years in words', () => {
  const ratio = { earlier: 100, later: 88, ratio: 0.88, lower: 0.78, upper: 0.98 };
  test('is a percentage with its interval, and a word only where the interval excludes no change', () => {
    expect(changeText(ratio)).toBe('−12% (−22 to −2)');
    expect(changeWord(ratio)).toBe('fewer');
    expect(changeWord({ ...ratio, upper: 1.1 })).toBe('no clear change');
    expect(changeWord({ ...ratio, lower: 1.01, upper: 1.3, ratio: 1.1 })).toBe('more');
    expect(changeText(null)).toBe('cannot be calculated');
    expect(changeText({ ...ratio, ratio: NOT })).toBe('cannot be calculated');
  });
});

describe('a rate against another', () => {
  const row = { rate: { here: 5, authority: 3, region: 4 }, lower: 4.5, upper: 5.5 } as Parameters<
    typeof against
  >[0];
  test('is higher or lower only where its interval excludes the other', () => {
    expect(against(row, 4)).toBe('higher');
    expect(against(row, 6)).toBe('lower');
    expect(against(row, 5.4)).toBe('similar');
    expect(against(row, NOT)).toBe('not known');
  });
});

describe('a monthly series in words', () => {
  const months = ['2025-01', '2025-02', '2025-03', '2025-04'].map((month) => ({
    month,
    status: 'whole' as const,
    located: 'polygon' as const,
  }));
  const series = (...signals: ('outside limits' | 'shift' | 'near limits')[][]) => ({
    name: 'x',
    values: new Float64Array(4),
    limits: { calculated: true as const, mean: 1, lower: 0, upper: 2, signals },
  });
  test('names months that stand out, runs together, or says that none does', () => {
    expect(seriesSentence(series([], [], [], []), months)).toBe('No month stands out.');
    expect(seriesSentence(series(['outside limits'], ['shift'], ['shift'], []), months)).toBe(
      'Outside the limits in January 2025; a shift of level in February 2025 to March 2025.',
    );
    expect(seriesSentence(series([], ['near limits'], ['near limits'], ['near limits']), months)).toBe(
      'Two of three close to a limit in February 2025 to April 2025.',
    );
    const none = { ...series(), limits: { calculated: false as const, reason: 'Too few months.' } };
    expect(seriesSentence(none, months)).toBe('Too few months.');
  });
});
