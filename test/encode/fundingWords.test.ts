// Who falls into gap, in words: only what shows above zero is counted, and the yardstick is named.
import { describe, expect, test } from 'vitest';
import type { DateComparison, FallenArea } from '../../src/domain/provisionTimeline.ts';
import { fallenSentence, fallenShown } from '../../src/encode/fundingWords.ts';

const area = (code: string, before: number, after: number): FallenArea => ({
  code,
  name: code,
  authority: 'Westshire',
  before,
  after,
  kind: 'not known',
});
const comparison = {
  fallen: [area('a', -0.2, 1.6), area('b', -0.01, 0.04)],
  deepened: [area('c', 1, 2), area('d', 1, 1.01)],
  before: { unmetShare: 0.24 },
  after: { unmetShare: 0.32 },
} as unknown as DateComparison;
const words = { nouns: ['ward', 'wards'] as const, digits: 1, fairShare: true };

describe('who falls into gap', () => {
  test('is listed where the gap does not round to zero at the decimals shown', () => {
    expect(fallenShown(comparison, 1).map((f) => f.code)).toEqual(['a']);
    expect(fallenShown(comparison, 2).map((f) => f.code)).toEqual(['a', 'b']);
  });

  test('is counted as listed, with those already short that get shorter, and what the Map does otherwise', () => {
    expect(fallenSentence(comparison, words)).toBe(
      'One ward falls into gap; one that was short already gets shorter still; the share of the places need calls for that is missing goes from 24% to 32%, judged by the places of the first day. On the Map, the places of the day shown are shared out, which gives other figures.',
    );
    expect(fallenSentence(comparison, { ...words, fairShare: false })).toMatch(
      /judged by the norm that is set\.$/,
    );
  });
});
