// The change between the two whole years, asked for once for each need and level and shared by card and table.
import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../../domain/answer.ts';
import type { YearChange } from '../../domain/yearChange.ts';
import type { Page } from '../shell/page.ts';

let held: { readonly key: string; readonly change: Promise<YearChange> } | null = null;

function keyOf({ question, release }: Answer): string {
  return `${release.hash} ${question.level} ${JSON.stringify(question.need)}`;
}

/** Null until it is there, and where the answer's need has no monthly counts to compare. */
export function useYearChange(page: Page, answer: Answer | null): YearChange | null {
  const [found, setFound] = useState<{ key: string; change: YearChange } | null>(null);
  const counted = answer?.measures.some((m) => m.weight > 0 && m.measure.kind === 'count') ?? false;
  const key = answer && counted ? keyOf(answer) : '';
  useEffect(() => {
    if (!answer || key === '') return;
    let wanted = true;
    if (held?.key !== key) held = { key, change: page.further('change', answer.question, null) };
    held.change.then(
      (change) => wanted && setFound({ key, change }),
      () => {
        // Overtaken or failed: the card and the table do without, and the next answer asks again.
        if (held?.key === key) held = null;
      },
    );
    return () => {
      wanted = false;
    };
  }, [page, key]);
  return found?.key === key ? found.change : null;
}
