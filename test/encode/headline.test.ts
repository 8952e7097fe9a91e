// The headline: what the answer's figures say, and nothing they do not.
import { describe, expect, test } from 'vitest';
import type { Answer, CountedService, Uncertainty } from '../../src/domain/answer.ts';
import { headlineShort, headlineText, recordNote } from '../../src/encode/headline.ts';
import type { Vocabulary } from '../../src/encode/sentence.ts';
import { gridAnswer } from './gridAnswer.ts';

const WORDS: Vocabulary = { measures: [], programmes: [] };
const authority = (code: string, name: string) => ({
  code,
  name,
  eligible: 1,
  places: 1,
  target: 1,
  gap: 0,
  need: 1,
});
const TWO = [authority('E08000001', 'Westmere'), authority('E08000002', 'Eastmere')];
const answer = (change: Partial<Answer> = {}): Answer => ({ ...gridAnswer(), authorities: TWO, ...change });
const told = (a: Answer) => {
  const { figure, rest } = headlineText(a, WORDS);
  return figure + rest;
};
const withInterval = (lower: number, upper: number) =>
  ({ draws: 2000, unmetShare: { lower, upper } }) as Uncertainty;

describe('the headline', () => {
  test('tells the share, its interval, where no service stands, and who is furthest short', () => {
    expect(told(answer({ uncertainty: withInterval(0.254, 0.313) }))).toBe(
      '30% of places (90% interval 25–31) would have to move for provision to follow need. ' +
        'The one service counted is not in Eastmere; Area 11 in Eastmere is furthest short.',
    );
  });

  test('says so while the interval is being computed', () => {
    expect(told(answer())).toContain('30% of places (90% interval to follow) would have to move');
  });

  test('a service that does not count stands nowhere', () => {
    const [site] = gridAnswer().services;
    const left: CountedService = { ...site, authority: 'E08000002', leftOut: 'not for this age' };
    expect(told(answer({ services: [site, left] }))).toContain('The one service counted is not in Eastmere');
  });

  test('nothing is said of where services stand when one of them has no point', () => {
    const [site] = gridAnswer().services;
    const everywhere = { ...site, authority: '', service: { ...site.service, lon: null, lat: null } };
    expect(told(answer({ services: [site, everywhere] }))).not.toContain('counted is');
  });

  test('known, but nobody reached: said as that, and not as not known', () => {
    const { headline } = gridAnswer();
    const none = { ...headline, unmetShare: Number.NaN, totalPlaces: 0 };
    const text = told(answer({ headline: none }));
    const dated = { ...gridAnswer().question, date: '2019-01-31' };
    expect(told(answer({ headline: none, question: dated }))).toContain('by path on 31 January 2019:');
    expect(text).toContain(
      'No place a year of A&E interventions reaches people aged 11–24 within 15 km by path on 31 March 2026:',
    );
    expect(text).not.toContain('not known');
  });

  test('areas left out of every sum are counted beside the figure', () => {
    const { areas } = gridAnswer();
    const gap = areas.gap.map((g, i) => (i === 0 ? Number.NaN : g));
    expect(told(answer({ areas: { ...areas, gap } }))).toContain('1 of 12 wards is not known and left out.');
  });

  test('not known is said, with the reason, and no figure', () => {
    const { areas } = gridAnswer();
    const a = answer({
      areas: { ...areas, gap: areas.gap.map(() => Number.NaN) },
      headline: { ...gridAnswer().headline, unmetShare: Number.NaN },
      tiers: [{ tier: 'tertiary', status: 'not known', services: 0, why: 'No list is complete' }],
    });
    expect(headlineText(a, WORDS)).toEqual({
      figure: '',
      rest: 'Provision of A&E interventions is not known: no list is complete.',
    });
  });

  test('where it is need that is not known, provision is not blamed', () => {
    const { areas, headline } = gridAnswer();
    const none = areas.gap.map(() => Number.NaN);
    const a = answer({
      areas: { ...areas, gap: none, need: none },
      headline: { ...headline, unmetShare: Number.NaN },
    });
    expect(headlineText(a, WORDS).rest).toBe('Need for all violence is not known, so no gap can be told.');
  });

  test('against a norm it tells what is missing', () => {
    const question = { ...gridAnswer().question, yardstick: { kind: 'norm' as const, places: 0.001 } };
    expect(told(answer({ question }))).toContain(
      '30% of the places need calls for are missing (90% interval to follow): 10 of 24 places a year.',
    );
  });

  test('where nobody is short it names nobody', () => {
    const grid = gridAnswer({ gap: new Array(12).fill(0) });
    expect(told(answer({ areas: grid.areas }))).toContain('no ward has more need than provision reaches.');
  });

  test('the short form is its first clause', () => {
    const a = answer({ uncertainty: withInterval(0.254, 0.313) });
    const { figure, rest } = headlineShort(a, WORDS);
    expect(figure + rest).toBe(
      '30% of places (90% interval 25–31) would have to move for provision to follow need.',
    );
  });
});

describe('the note on records', () => {
  const [site] = gridAnswer().services;
  const record = (change: Partial<CountedService['service']>, leftOut = ''): CountedService => ({
    ...site,
    leftOut,
    service: { ...site.service, ...change },
  });

  test('says what the records are, and when the oldest was verified', () => {
    const services = [record({ lastVerified: '2024-03' }), record({ lastVerified: '2025-01-09' })];
    const { title, text } = recordNote(answer({ services }));
    expect(title).toBe('All two records are documented.');
    expect(text).toContain('Last verified March 2024.');
  });

  test('says that none of them was verified, and how many do not count', () => {
    const services = [record({}), record({}, 'not for this age')];
    const { title, text } = recordNote(answer({ services }));
    expect(title).toBe('One of two records counts, documented.');
    expect(text).toContain('None says when it was last verified.');
    expect(text).toContain('One does not: not for this age.');
  });

  test('mixed records are named as such', () => {
    const services = [record({}), record({ status: 'illustrative' })];
    expect(recordNote(answer({ services })).title).toBe('Two records, documented and illustrative.');
  });

  test('without a record it says that unknown is not none', () => {
    expect(recordNote(answer({ services: [] })).title).toBe('No record counts for this question.');
  });
});
