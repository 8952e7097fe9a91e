// The headline under the sentence: what the answer says in one or two plain sentences, made from its figures alone.
import type { Answer } from '../domain/answer.ts';
import { hotspotHeadline } from './hotspotHeadline.ts';
import { inWords, NOT_KNOWN, share, shareRange, whole } from './numbers.ts';
import { plannedWords, planOf } from './planPhrase.ts';
import { leftOutWords, readingDay } from './readingDay.ts';
import { asksForClusters, needPhrase, provisionPhrase, type Vocabulary } from './sentence.ts';
import { capital, dayPhrase, kilometres, levelNoun, listed, peopleAged, tierPhrase } from './words.ts';

export interface HeadlineText {
  /** The figure, set in bold; empty where there is none. */
  readonly figure: string;
  readonly rest: string;
}

/** Row of the area furthest short, or -1 where nothing is ranked. */
function furthestShort(answer: Answer): number {
  const { gap, rank } = answer.areas;
  const row = rank.indexOf(1);
  return row >= 0 && gap[row] > 0 ? row : -1;
}

/** Authorities in which no counted service stands; null where some service has no one place to stand in. */
function withoutService(answer: Answer): string[] | null {
  const counted = answer.services.filter((s) => s.leftOut === '');
  const homes = counted.map((s) => s.authority);
  const somewhere = counted.every((s) => s.service.lon !== null);
  if (counted.length === 0 || !somewhere) return null;
  return answer.authorities.filter((a) => !homes.includes(a.code)).map((a) => a.name);
}

function whereNone(answer: Answer): string {
  const none = withoutService(answer);
  const counted = answer.services.filter((s) => s.leftOut === '');
  const count = counted.length;
  const planned = planOf(answer) ? counted.filter((s) => s.service.source === 'plan').length : 0;
  if (!none || none.length === 0 || none.length === answer.authorities.length) return '';
  if (count === 1)
    return `The one service counted${planned ? ', a planned one,' : ''} is not in ${listed(none, 'or')}`;
  const whereof = planned > 0 ? `, ${inWords(planned)} of them planned,` : '';
  return `None of the ${inWords(count)} services counted${whereof} is in ${listed(none, 'or')}`;
}

function whoIsShort(answer: Answer): string {
  const row = furthestShort(answer);
  if (row < 0) return `no ${levelNoun(answer.areas.level, 1)} has more need than provision reaches`;
  return `${answer.areas.name[row]} in ${answer.areas.authority[row]} is furthest short`;
}

function interval(answer: Answer): string {
  const u = answer.uncertainty;
  if (!u) return '(90% interval to follow)';
  return `(90% interval ${shareRange(u.unmetShare.lower, u.unmetShare.upper)})`;
}

/** Known, but none: said as what it is. */
function nothingToShare({ question }: Answer, vocabulary: Vocabulary): string {
  if (question.yardstick.kind === 'norm' && question.yardstick.places === 0)
    return `The norm is 0 places: need calls for none, and no gap can be told.`;
  const who = peopleAged(question.ages);
  const reach = `${kilometres(question.reach.catchment)} by path`;
  return `No place a year of ${provisionPhrase(question, vocabulary)} reaches ${who} within ${reach} on ${readingDay(question)}: there is nothing to share by need, and no gap can be told.`;
}

/** Areas that are in no sum, where there are some and not all. */
function leftOut({ areas }: Answer): string {
  const unknown = areas.gap.filter(Number.isNaN).length;
  if (unknown === 0 || unknown === areas.gap.length) return '';
  return ` ${whole(unknown)} of ${whole(areas.gap.length)} ${levelNoun(areas.level)} ${unknown === 1 ? 'is' : 'are'} not known and left out.`;
}

/** Never contradicts the table: every figure is one of the answer's, and what is not known is said to be so. */
export function headlineText(answer: Answer, vocabulary: Vocabulary): HeadlineText {
  const { question, headline } = answer;
  if (asksForClusters(question)) return hotspotHeadline(answer);
  const known = !answer.areas.gap.every(Number.isNaN);
  if (Number.isNaN(headline.unmetShare) && known) {
    return { figure: '', rest: nothingToShare(answer, vocabulary) };
  }
  if (Number.isNaN(headline.unmetShare) && answer.areas.need.every(Number.isNaN)) {
    const need = `Need for ${needPhrase(question, vocabulary)}`;
    return { figure: '', rest: `${need} is ${NOT_KNOWN}, so no gap can be told.` };
  }
  if (Number.isNaN(headline.unmetShare)) {
    const why = answer.tiers.find((t) => t.tier === question.tier)?.why ?? '';
    const subject =
      question.programmes.length > 0
        ? `Provision of ${provisionPhrase(question, vocabulary)}`
        : `Provision of ${tierPhrase(question.tier)}`;
    return { figure: '', rest: `${subject} is ${NOT_KNOWN}${why ? `: ${lowerFirst(why)}` : '.'}` };
  }
  const tail = [whereNone(answer), whoIsShort(answer)].filter((part) => part !== '').join('; ');
  const after = (tail === '' ? '' : ` ${capital(tail)}.`) + leftOut(answer);
  if (question.yardstick.kind === 'norm' || answer.before) {
    const missing = `${whole(headline.unmetPlaces)} of ${whole(headline.totalTarget)} places a year`;
    return {
      figure: `${share(headline.unmetShare)} of the places`,
      rest: ` need calls for are missing ${interval(answer)}: ${missing}.${after}`,
    };
  }
  return {
    figure: `${share(headline.unmetShare)} of places`,
    rest: ` ${interval(answer)} would have to move for provision to follow need.${after}`,
  };
}

/** The first clause alone, for narrow screens. */
export function headlineShort(answer: Answer, vocabulary: Vocabulary): HeadlineText {
  const { figure, rest } = headlineText(answer, vocabulary);
  if (figure === '' || asksForClusters(answer.question)) return { figure, rest };
  const end = rest.indexOf('.');
  return { figure, rest: rest.slice(0, end + 1) };
}

function lowerFirst(text: string): string {
  const sentence = /[.!?]$/.test(text) ? text : `${text}.`;
  return sentence.slice(0, 1).toLowerCase() + sentence.slice(1);
}

/** What the counted records are and when they were last verified: the box under the controls. */
export function recordNote(answer: Answer): { title: string; text: string } {
  // What a plan adds is no record.
  const services = answer.before?.services ?? answer.services;
  const counted = services.filter((s) => s.leftOut === '');
  const left = services.length - counted.length;
  const n = counted.length;
  if (n === 0) {
    return {
      title: 'No record counts for this question.',
      text: 'What is not in the inventory is not known, and is hatched rather than drawn as none.',
    };
  }
  const statuses = [...new Set(counted.map((s) => s.service.status))];
  const all = n === 1 ? 'The one record' : `All ${inWords(n)} records`;
  const title =
    left > 0
      ? `${capital(inWords(n))} of ${inWords(services.length)} records ${n === 1 ? 'counts' : 'count'}, ${listed(statuses)}.`
      : statuses.length > 1
        ? `${capital(inWords(n))} records, ${listed(statuses)}.`
        : `${all} ${n === 1 ? 'is' : 'are'} ${statuses[0] === 'own' ? 'your own' : statuses[0]}.`;
  const verified = counted.map((s) => s.service.lastVerified ?? '').filter((d) => d !== '');
  const oldest = verified.length > 0 ? [...verified].sort()[0] : '';
  const planned = plannedWords(answer);
  const out = services.filter((s) => s.leftOut !== '').map((s) => leftOutWords(s.leftOut, answer.question));
  const why = [...new Set(out)].join('; ');
  const sentences = [
    oldest === '' ? 'None says when it was last verified.' : '',
    left > 0 ? `${capital(inWords(left))} ${left === 1 ? 'does' : 'do'} not: ${why}.` : '',
    planned === '' ? '' : `${capital(planned)}.`,
    'Other provision is not known, and unknown is never read as none.',
  ];
  return {
    title,
    text: `${oldest === '' ? '' : `Last verified ${dayPhrase(oldest)}. `}${sentences.filter(Boolean).join(' ')}`,
  };
}
