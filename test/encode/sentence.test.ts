// The reading sentence: the whole question in words, with and without a catalogue.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Measure } from '../../src/domain/measure.ts';
import { OPENING_QUESTION, type Question } from '../../src/domain/question.ts';
import { dividesByPeople, sentenceParts, sentenceText, type Vocabulary } from '../../src/encode/sentence.ts';

const measure = (id: string, phrase: string, kind: Measure['kind']): Measure => ({
  id,
  phrase,
  kind,
  label: phrase,
  unit: '',
  direction: 1,
  period: '',
  source: '',
});

const words: Vocabulary = {
  measures: [
    measure('violence', 'all violence', 'count'),
    measure('deprivation', 'deprivation without crime', 'score'),
    measure('overcrowded', 'overcrowding', 'proportion'),
  ],
  programmes: [
    {
      id: 'ae',
      label: 'A&E interventions',
      phrase: 'A&E interventions',
      tier: 'tertiary',
      form: 'site',
      ages: { from: 11, to: 24 },
      source: '',
    },
  ],
};
const NONE: Vocabulary = { measures: [], programmes: [] };
const ask = (change: Partial<Question>): Question => ({ ...OPENING_QUESTION, ...change });

describe('the reading sentence', () => {
  test('is the product’s first question, word for word', () => {
    expect(sentenceText(OPENING_QUESTION, words)).toBe(
      'Where does need for all violence per 1,000 residents outstrip A&E interventions for ages 11–24, April 2025 – March 2026?',
    );
  });

  test('stands before any data as it stands after, for the opening question', () => {
    expect(sentenceText(OPENING_QUESTION, NONE)).toBe(sentenceText(OPENING_QUESTION, words));
  });

  test('opens with the words of the hand-kept tables', () => {
    const row = (file: string, id: string) =>
      readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8')
        .split('\n')
        .find((line) => line.startsWith(`${id},`));
    expect(row('measures.csv', 'violence')).toContain(',all violence,');
    expect(row('programmes.csv', 'ae')).toContain(',A&E interventions,');
  });

  test('names two measures with their shares, and counts further ones', () => {
    const two = ask({
      need: [
        { measure: 'deprivation', weight: 1 },
        { measure: 'violence', weight: 3 },
      ],
    });
    expect(sentenceText(two, words)).toContain(
      'need for all violence (75%) and deprivation without crime (25%) per',
    );
    const three = ask({ need: [...two.need, { measure: 'overcrowded', weight: 1 }] });
    expect(sentenceText(three, words)).toContain('need for all violence (60%) and 2 more measures per');
  });

  test('a measure of weight zero is not part of the need', () => {
    const need = [...OPENING_QUESTION.need, { measure: 'deprivation', weight: 0 }];
    expect(sentenceText(ask({ need }), words)).toBe(sentenceText(OPENING_QUESTION, words));
  });

  test('names no denominator where nothing is counted', () => {
    const scores = ask({ need: [{ measure: 'deprivation', weight: 1 }] });
    expect(dividesByPeople(scores, words)).toBe(false);
    expect(sentenceText(scores, words)).not.toContain(' per ');
  });

  test('reads a tier as a whole where no programme is named', () => {
    expect(sentenceText(ask({ programmes: [] }), words)).toContain('outstrip tertiary prevention for');
  });

  test('leaves out the denominator and shortens the year on a narrow screen', () => {
    const text = sentenceParts(OPENING_QUESTION, words, true)
      .map((part) => part.text)
      .join('');
    expect(text).toBe('Where does need for all violence outstrip A&E interventions for ages 11–24, 2025–26?');
  });

  test('says open-ended and whole ages in words', () => {
    expect(sentenceText(ask({ ages: { from: 65, to: 120 } }), words)).toContain('for ages 65 and over,');
    expect(sentenceText(ask({ ages: { from: 0, to: 120 } }), words)).toContain('for all ages,');
  });
});
