// The question as it was answered: where a measure asked for is not at hand, the words of a file speak of those that were read.
import type { Answer } from '../domain/answer.ts';
import type { Question } from '../domain/question.ts';

export function answeredQuestion({ question, measures }: Answer): Question {
  const read = measures.filter((m) => m.weight > 0);
  const asked = question.need.filter((n) => n.weight > 0);
  if (asked.every((n) => read.some((m) => m.measure.id === n.measure))) return question;
  return { ...question, need: read.map((m) => ({ measure: m.measure.id, weight: m.weight })) };
}
