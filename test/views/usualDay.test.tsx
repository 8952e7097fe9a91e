// The period's menu leads back to the day that provision is read on by itself, and only where the question names another.
import { expect, test } from 'vitest';
import { OPENING_QUESTION } from '../../src/domain/question.ts';
import { menuOf } from '../../src/views/shell/wordChoices.ts';
import { gridAnswer } from '../encode/gridAnswer.ts';
import { gridCatalogue } from './gridPage.tsx';

const back = (date: string | null) =>
  menuOf('period', { ...OPENING_QUESTION, date }, gridCatalogue(gridAnswer())).choices.find(
    (c) => c.id === 'usual-day',
  );

test('the period’s menu leads back to the usual day of provision', () => {
  expect(back('2026-10-01')).toEqual({
    id: 'usual-day',
    label: 'Provision on 31 March 2026',
    note: 'the last day of the period, instead of 1 October 2026',
    change: { date: null },
  });
  expect(back(null)).toBeUndefined();
  expect(back('2026-03-31')).toBeUndefined();
});
