// The day on which provision is read, in words: said wherever it is not the last day of the question's period.
import { lastDay } from '../domain/month.ts';
import type { Question } from '../domain/question.ts';
import { dateShort } from './inventoryWords.ts';
import { dayPhrase } from './words.ts';

type Asked = Pick<Question, 'date' | 'period'>;

const usualDay = ({ period }: Asked) => lastDay(period.to);

/** "31 March 2026" */
export function readingDay(question: Asked): string {
  return dayPhrase(question.date ?? usualDay(question));
}

/** "31 March 2026": the day that a question without one of its own is read on. */
export function usualReadingDay(question: Asked): string {
  return dayPhrase(usualDay(question));
}

export function readsAnotherDay(question: Asked): boolean {
  return question.date !== null && question.date !== usualDay(question);
}

/** ", provision on 1 October 2026" after a period; `short` for narrow screens. */
export function provisionOn(question: Asked, short = false): string {
  return short
    ? `, provision ${dateShort(question.date ?? usualDay(question))}`
    : `, provision on ${readingDay(question)}`;
}

/** The same where the day is another than the period says by itself; '' where it is not. */
export function provisionOnAnotherDay(question: Asked, short = false): string {
  return readsAnotherDay(question) ? provisionOn(question, short) : '';
}

/** Why a service does not count, with the day named: "starts after 31 March 2026". */
export function leftOutWords(leftOut: string, question: Asked): string {
  return leftOut.replace('the reading date', readingDay(question));
}
