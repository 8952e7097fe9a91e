// Why there is no gap to plan against, and what would make one: nothing to share by need, a norm of none, need or provision not known.
import type { Answer } from '../domain/answer.ts';
import { lastDay } from '../domain/month.ts';
import { noGapBecause } from './noGap.ts';
import { inWords, NOT_KNOWN } from './numbers.ts';
import { needPhrase, provisionPhrase, type Vocabulary } from './sentence.ts';
import { capital, dayPhrase, listed } from './words.ts';

export interface PlanNoGap {
  readonly why: string;
  readonly mend: string;
}

const NOT_BEGUN = 'starts after the reading date';

/** Provision is known, and no place of it counts: "None of the five services of A&E interventions had begun on …". */
function nothingToShare(answer: Answer, vocabulary: Vocabulary): string {
  const { question } = answer;
  const day = dayPhrase(question.date ?? lastDay(question.period.to));
  const what = provisionPhrase(question, vocabulary);
  const { services } = answer.before ?? answer;
  const reasons = [...new Set(services.map((s) => s.leftOut).filter((why) => why !== ''))];
  const n = services.length;
  const none = n === 1 ? `The one service of ${what}` : `None of the ${inWords(n)} services of ${what}`;
  const reading = `${day}, the day provision is read`;
  if (n > 0 && services.every((s) => s.leftOut === NOT_BEGUN))
    return `${none} had${n === 1 ? ' not' : ''} begun on ${reading}.`;
  const because = reasons.length > 0 ? ` (${listed(reasons)})` : '';
  return `No place a year of ${what} counts on ${reading}${because}.`;
}

/** The programmes whose list is not complete, in the words of the catalogue; the tier's own reason where none is named. */
function openLists({ question, tiers, programmes }: Answer, vocabulary: Vocabulary): string {
  if (question.programmes.length === 0) return tiers.find((t) => t.tier === question.tier)?.why ?? '';
  const open = programmes.filter((p) => p.status === NOT_KNOWN && question.programmes.includes(p.programme));
  const names = open.map(
    ({ programme }) => vocabulary.programmes.find((p) => p.id === programme)?.phrase ?? programme,
  );
  return names.length === 0 ? '' : `no complete list of ${listed(names)}`;
}

/** For an answer without an unmet share. */
export function planNoGap(answer: Answer, vocabulary: Vocabulary): PlanNoGap {
  const { question } = answer;
  if (noGapBecause(answer) !== '') {
    if (question.yardstick.kind === 'norm')
      return {
        why: 'The norm is 0 places: need calls for none, so nothing can be short of it.',
        mend: 'Choose a norm above 0, or today’s average, as the yardstick.',
      };
    return {
      why: `${nothingToShare(answer, vocabulary)} There are no places to share by need, so no gap can be told.`,
      mend: 'Choose another day for provision, or a norm as the yardstick.',
    };
  }
  if (answer.areas.need.every(Number.isNaN))
    return {
      why: `Need for ${needPhrase(question, vocabulary)} is ${NOT_KNOWN}, so no gap can be told.`,
      mend: 'Choose another measure of need or another period.',
    };
  const open = openLists(answer, vocabulary);
  return {
    why: `${capital(provisionPhrase(question, vocabulary))}: provision is ${NOT_KNOWN}${open && `, for there is ${open}`}. Unknown is not none, so no gap is worked out.`,
    mend: 'Choose a programme whose list is complete, or record one under Provision.',
  };
}
