// Asking: how a question is put to the engine, and what is heard before the whole answer stands.
import type { Answer } from './answer.ts';
import type { Question } from './question.ts';

/** What stands between the question and its whole answer. */
export interface Progress {
  readonly stage: 'loading' | 'working' | 'intervals' | 'done' | 'failed';
  /** Share done, 0 to 1, where it can be told. */
  readonly share: number;
  /** For a failure: a plain sentence that says what, where and how to mend it. */
  readonly message: string;
}

/** Latest wins: once a newer question is asked, nothing more is heard of the older one. */
export type Ask = (
  question: Question,
  tell: (answer: Answer) => void,
  progress: (p: Progress) => void,
) => void;
