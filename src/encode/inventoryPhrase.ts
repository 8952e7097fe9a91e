// What the inventory holds for a question, in words: on every slide and picture, because they are read alone.
import type { Answer } from '../domain/answer.ts';
import { inWords } from './numbers.ts';
import { plannedWords } from './planPhrase.ts';
import { leftOutWords } from './readingDay.ts';
import { provisionPhrase, type Vocabulary } from './sentence.ts';

/** True where any service counted is invented. */
export function isIllustrative(answer: Answer): boolean {
  return (
    answer.inventoryStatus === 'illustrative' ||
    answer.services.some((s) => s.leftOut === '' && s.service.status === 'illustrative')
  );
}

const noun = (count: number, one: string) => `${inWords(count)} ${count === 1 ? one : `${one}s`}`;

/**
 * "documented inventory: five services of A&E interventions counted"; "documented inventory: three records of primary
 * prevention, none of them counted (places a year not known)". A record that cannot be counted is still a record. What a
 * plan adds is told after what there is: "…; Plan A: two planned and counted as well".
 */
export function inventoryPhrase(answer: Answer, vocabulary: Vocabulary): string {
  return [todaysPhrase(answer, vocabulary), plannedWords(answer)].filter(Boolean).join('; ');
}

function todaysPhrase(answer: Answer, vocabulary: Vocabulary): string {
  const services = answer.before?.services ?? answer.services;
  const what = provisionPhrase(answer.question, vocabulary);
  const whose = answer.inventoryStatus === 'own' ? 'own' : answer.inventoryStatus;
  const name = isIllustrative(answer)
    ? 'ILLUSTRATIVE inventory, invented and not evidence'
    : `${whose} inventory`;
  const counted = services.filter((s) => s.leftOut === '').length;
  const out = services.filter((s) => s.leftOut !== '');
  const why = [...new Set(out.map((s) => leftOutWords(s.leftOut, answer.question)))].join('; ');
  if (counted > 0) {
    const rest = out.length > 0 ? `, ${inWords(out.length)} more not counted (${why})` : '';
    return `${name}: ${noun(counted, 'service')} of ${what} counted${rest}`;
  }
  if (out.length === 0) return `${name}: no record of ${what}`;
  return `${name}: ${noun(out.length, 'record')} of ${what}, ${out.length === 1 ? 'not' : 'none of them'} counted (${why})`;
}
