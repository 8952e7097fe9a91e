// What was done with counts, in sentences: protection, areas covered, columns that were not used.
import type { UnusedColumn } from '../data/ownGuess.ts';
import type { Level } from '../domain/area.ts';
import type { OwnRule } from '../domain/ownCounts.ts';
import { whole } from '../encode/numbers.ts';
import { levelNoun, listed } from '../encode/words.ts';

export function ruleSentence({ threshold, base }: OwnRule): string {
  const small =
    threshold === 0
      ? 'No count is withheld'
      : `Counts of 1${threshold > 1 ? ` to ${threshold}` : ''} are withheld, with others where they could be worked out from a total`;
  return `${small}; ${base > 1 ? `the rest are rounded to the nearest ${base}` : 'the rest are not rounded'}.`;
}

/** "40 of 192 wards are known, 2 withheld, 150 not in the file or not known." */
export function coverageSentence(
  status: { readonly known: number; readonly suppressed: number; readonly notKnown: number },
  level: Level,
): string {
  const all = status.known + status.suppressed + status.notKnown;
  const rest = [
    status.suppressed > 0 ? `${whole(status.suppressed)} withheld` : '',
    status.notKnown > 0 ? `${whole(status.notKnown)} not in the file or not known` : '',
  ].filter(Boolean);
  return `${whole(status.known)} of ${whole(all)} ${levelNoun(level, all)} are known${rest.length > 0 ? `, ${rest.join(', ')}` : ''}.`;
}

const MOST_NAMED = 5;

/** What a column that nobody chose was not used for, and why. */
export function unusedSentences(columns: readonly UnusedColumn[]): string[] {
  const people = columns.filter((c) => c.population).map((c) => c.name);
  const rest = columns.filter((c) => !c.population).map((c) => c.name);
  const named = rest.slice(0, MOST_NAMED);
  if (rest.length > MOST_NAMED) named.push(`${rest.length - MOST_NAMED} more`);
  return [
    people.length > 0
      ? `The column ${listed(people)} was not used: rates are per resident as the census counts them, as for every other measure, so that they can be compared.`
      : '',
    named.length > 0
      ? `Not used either way: the ${rest.length === 1 ? 'column' : 'columns'} ${listed(named)}.`
      : '',
  ].filter(Boolean);
}
