// Figures as text: signs, roundings and what is not known.
import { describe, expect, test } from 'vitest';
import {
  decimals,
  exact,
  inWords,
  odds,
  people,
  range,
  share,
  shareRange,
  signed,
} from '../../src/encode/numbers.ts';
import { periodShort, sureness } from '../../src/encode/words.ts';

describe('figures as text', () => {
  test('carry thousands, a true minus sign, and a plus where a sign is asked for', () => {
    expect(decimals(13733.04, 1)).toBe('13,733.0');
    expect(decimals(-3.24, 1)).toBe('−3.2');
    expect(signed(20.86)).toBe('+20.9');
    expect(signed(-0.5, 0)).toBe('−1');
  });

  test('what rounds to zero has no sign', () => {
    expect(signed(0.04)).toBe('0.0');
    expect(signed(-0.04)).toBe('0.0');
  });

  test('not known is said, never 0', () => {
    for (const text of [
      decimals(Number.NaN, 1),
      signed(Number.NaN),
      share(Number.NaN),
      odds(Number.NaN),
      people(Number.NaN),
    ])
      expect(text).toBe('not known');
    expect(range(Number.NaN, 1)).toBe('not known');
    expect(exact(Number.NaN)).toBe('');
  });

  test('odds from draws are never a certainty', () => {
    expect(odds(1)).toBe('>99%');
    expect(odds(0)).toBe('<1%');
    expect(odds(0.876)).toBe('88%');
  });

  test('ranges of figures use a word, ranges of shares a dash', () => {
    expect(range(-3.2, 1.1)).toBe('−3.2 to 1.1');
    expect(shareRange(0.214, 0.388)).toBe('21–39');
  });

  test('people are an estimate of three figures', () => {
    expect(people(3412)).toBe('3,410');
    expect(people(552_777)).toBe('553,000');
  });

  test('exports keep fifteen significant digits', () => {
    expect(exact(1 / 3)).toBe('0.333333333333333');
    expect(exact(0.1 + 0.2)).toBe('0.3');
  });

  test('small counts are words', () => {
    expect([inWords(0), inWords(5), inWords(11)]).toEqual(['no', 'five', '11']);
  });
});

describe('how sure', () => {
  test('is robust from 0.8, likely from 0.5, else uncertain', () => {
    expect([sureness(1, 0.8), sureness(1, 0.79), sureness(1, 0.5), sureness(1, 0.49)]).toEqual([
      'robust',
      'likely',
      'likely',
      'uncertain',
    ]);
  });

  test('an area with more than need calls for is judged on the odds of that side', () => {
    expect(sureness(-4, 0.05)).toBe('robust');
    expect(sureness(-4, 0.6)).toBe('uncertain');
  });

  test('nothing is said while it is not known', () => {
    expect(sureness(Number.NaN, 0.9)).toBeNull();
    expect(sureness(3, Number.NaN)).toBeNull();
  });
});

describe('a period on a narrow screen', () => {
  test('is a financial year where it is one', () => {
    expect(periodShort({ from: '2025-04', to: '2026-03' })).toBe('2025–26');
    expect(periodShort({ from: '2023-09', to: '2024-08' })).toBe('Sep 2023 – Aug 2024');
  });
});
