// The answer with its intervals in one call, for the command line, tests and files; the page takes the same steps in parts.
import type { Answer } from '../domain/answer.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Question } from '../domain/question.ts';
import { analyse } from './analyse.ts';
import { DRAWS, startDraws } from './draws.ts';

/** Point answer and draws together. Same seed, same figures as the page. */
export function wholeAnswer(dataset: Dataset, question: Question, draws = DRAWS): Answer {
  const workings = analyse(dataset, question);
  const run = startDraws(dataset, question, workings, draws);
  run.advance(draws);
  return { ...workings.answer, uncertainty: run.finish() };
}
