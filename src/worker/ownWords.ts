// What was done to protect counts, in a sentence.
import type { OwnRule } from '../domain/ownCounts.ts';

export function ruleSentence({ threshold, base }: OwnRule): string {
  const small =
    threshold === 0
      ? 'No count is withheld'
      : `Counts of 1${threshold > 1 ? ` to ${threshold}` : ''} are withheld, with others where they could be worked out from a total`;
  return `${small}; ${base > 1 ? `the rest are rounded to the nearest ${base}` : 'the rest are not rounded'}.`;
}
