// The reading sentence: the whole question in words, with and without a catalogue.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Measure } from '../../src/domain/measure.ts';
import { OPENING_QUESTION, type Question } from '../../src/domain/question.ts';
import {
  dividesByPeople,
  type SentencePart,
  sentenceParts,
  sentenceText,
  type Vocabulary,
} from '../../src/encode/sentence.ts';

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

  test('says the day of provision where it is not the last of the period, in the word that leads back', () => {
    const another = ask({ date: '2026-10-01' });
    expect(sentenceText(another, words)).toMatch(/, April 2025 – March 2026, provision on 1 October 2026\?$/);
    expect(sentenceParts(another, words).find((p) => p.word === 'period')?.text).toContain('1 October 2026');
    expect(
      sentenceParts(another, words, true)
        .map((part) => part.text)
        .join(''),
    ).toMatch(/, 2025–26, provision 1 Oct 2026\?$/);
    expect(sentenceText(ask({ date: '2026-03-31' }), words)).toBe(sentenceText(OPENING_QUESTION, words));
    expect(sentenceText(ask({ date: '2026-10-01', show: 'hotspots' }), words)).not.toContain('provision');
  });

  test('says open-ended and whole ages in words', () => {
    expect(sentenceText(ask({ ages: { from: 65, to: 120 } }), words)).toContain('for ages 65 and over,');
    expect(sentenceText(ask({ ages: { from: 0, to: 120 } }), words)).toContain('for all ages,');
  });
});

describe('own counts', () => {
  const own = (id: string, period: string, choices = false): Measure => ({
    id,
    label: 'Knife injuries',
    phrase: 'knife injuries',
    unit: 'counts',
    kind: 'own',
    direction: 1,
    period,
    source: 'your own file',
    ...(choices ? { periods: [{ measure: id, period, sum: true }] } : {}),
  });
  const asked = (measures: Measure[], ids: string[], short = false) =>
    sentenceParts(
      { ...OPENING_QUESTION, need: ids.map((measure) => ({ measure, weight: 1 })) },
      { measures, programmes: [] },
      short,
    );
  const text = (parts: SentencePart[]) => parts.map((p) => p.text).join('');

  test('alone bring their own period, and the day on which provision is read', () => {
    const parts = asked([own('own-1', 'January 2024')], ['own-1']);
    expect(text(parts)).toMatch(/for ages 11–24, January 2024, provision on 31 March 2026\?$/);
    expect(text(parts)).not.toContain('April 2025');
    expect(parts.some((p) => p.word === 'period')).toBe(false);
  });

  test('alone name another day once, on narrow screens too', () => {
    const question = { ...OPENING_QUESTION, need: [{ measure: 'own-1', weight: 1 }], date: '2026-10-01' };
    const known = { measures: [own('own-1', 'January 2024')], programmes: [] };
    expect(text(sentenceParts(question, known))).toMatch(/, January 2024, provision on 1 October 2026\?$/);
    expect(text(sentenceParts(question, known, true))).toMatch(/, Jan 2024, provision 1 Oct 2026\?$/);
  });

  test('of a file without periods say so', () => {
    expect(text(asked([own('own-1', 'period as in your file')], ['own-1']))).toContain(
      ', period as in your file, provision on',
    );
  });

  test('of a file with several can be turned from one to another in the sentence', () => {
    const parts = asked([own('own-1', 'January 2024', true)], ['own-1']);
    expect(parts.find((p) => p.word === 'period')?.text).toBe('January 2024');
  });

  test('beside police records stand with both periods; months are cut short where room is', () => {
    const police = { ...own('violence', ''), kind: 'count' as const };
    const both = [police, own('own-1', 'January 2024 – May 2024')];
    expect(text(asked(both, ['violence', 'own-1']))).toContain(
      ', April 2025 – March 2026, own counts January 2024 – May 2024?',
    );
    expect(text(asked(both, ['own-1'], true))).toContain(', Jan 2024 – May 2024?');
  });
});
