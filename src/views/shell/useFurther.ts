// A further answer as a view's state: asked for when its key changes, the old result kept until the new one is there.
import { useEffect, useState } from 'preact/hooks';
import { type FurtherAnswers, type FurtherName, Overtaken } from '../../domain/furtherAnswers.ts';
import type { Question } from '../../domain/question.ts';
import type { Page } from './page.ts';

export interface Further<N extends FurtherName> {
  readonly result: FurtherAnswers[N]['result'] | null;
  /** A plain sentence where it cannot be given; empty otherwise. */
  readonly failed: string;
  /** True while a newer result is under way. */
  readonly late: boolean;
}

/** @param keys what the result depends on; while `question` is null nothing is asked. */
export function useFurther<N extends FurtherName>(
  page: Page,
  name: N,
  question: Question | null,
  payload: FurtherAnswers[N]['payload'],
  keys: readonly unknown[],
): Further<N> {
  const [state, setState] = useState<Further<N>>({ result: null, failed: '', late: true });
  useEffect(() => {
    if (!question) return;
    let wanted = true;
    setState((held) => ({ ...held, late: true }));
    page.further(name, question, payload).then(
      (result) => wanted && setState({ result, failed: '', late: false }),
      (error: unknown) => {
        if (!wanted || error instanceof Overtaken) return;
        const failed = error instanceof Error ? error.message : String(error);
        setState({ result: null, failed, late: false });
      },
    );
    return () => {
      wanted = false;
    };
  }, [...keys, question === null]);
  return state;
}
