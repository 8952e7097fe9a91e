// The day provision is read on: said in legend, list and foot where it is not the last of the period, and nowhere else.
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { Show } from '../../src/domain/question.ts';
import { answerPeriod } from '../../src/encode/needPeriod.ts';
import { paint } from '../../src/encode/painting.ts';
import { ranking } from '../../src/encode/ranking.ts';
import { leftOutWords } from '../../src/encode/readingDay.ts';
import { gridAnswer } from './gridAnswer.ts';

const DAY = ', provision on 1 October 2026';
const asked = (date: string | null, show: Show): Answer => {
  const answer = gridAnswer();
  return { ...answer, question: { ...answer.question, date, show } };
};
const said = (answer: Answer) => {
  const { show } = answer.question;
  return [paint(answer, show).legend.period, ranking(answer).title];
};

describe('the day provision is read on', () => {
  test('stands in legend and list of everything provision has a part in', () => {
    for (const show of ['gap', 'provision', 'class'] as const) {
      const another = asked('2026-10-01', show);
      for (const words of said(another)) expect(words, show).toContain(DAY);
      expect(answerPeriod(another)).toBe(`April 2025 – March 2026${DAY}`);
    }
  });

  test('is not said of need and clusters, nor where it is the last of the period', () => {
    for (const show of ['need', 'hotspots'] as const)
      for (const words of said(asked('2026-10-01', show))) expect(words, show).not.toContain('provision on');
    for (const date of [null, '2026-03-31'])
      for (const words of said(asked(date, 'gap'))) expect(words).not.toContain('provision on');
  });

  test('is named where a record does not count for it', () => {
    const { question } = asked('2019-01-31', 'gap');
    expect(leftOutWords('starts after the reading date', question)).toBe('starts after 31 January 2019');
    expect(leftOutWords('not for these ages', question)).toBe('not for these ages');
  });
});
