// Which ranks move, in words: the choice that moves most, and what makes a headline fragile.

import type { Level } from '../domain/area.ts';
import type { Alternative, ChoiceKind, Sensitivity } from '../domain/sensitivity.ts';
import { inWords, share, whole } from './numbers.ts';
import { capital, levelNoun } from './words.ts';

/** Choices of scale and mean concern the need index alone: the map's colours, never the gap. */
const OF_INDEX: readonly ChoiceKind[] = ['standardisation', 'aggregation'];

const moving = (a: Alternative) => a.moved.length;

/** The other choice under which most areas move; null where none moves under any. */
export function furthestMoving(found: Sensitivity): Alternative | null {
  const judged = found.alternatives.filter((a) => !OF_INDEX.includes(a.choice) && moving(a) > 0);
  return judged.reduce<Alternative | null>((most, a) => (most && moving(most) >= moving(a) ? most : a), null);
}

/** How a choice reads after "if": "rates are per km²". */
function ifText({ choice, label }: Alternative): string {
  switch (choice) {
    case 'denominator':
      return `rates are ${label}`;
    case 'deprivation':
      return `it is ${label}`;
    case 'smoothing':
      return label.startsWith('rates as')
        ? label.replace('rates as', 'rates are taken as')
        : 'rates are smoothed';
    case 'catchment':
      return `there is a ${label}`;
    case 'decay':
      return label.startsWith('step') ? 'every place within reach counts alike' : `there is ${label}`;
    case 'standardisation':
    case 'aggregation':
      return `it is a ${label}`;
  }
}

/** "Ranking moves for 31 of 192 wards if rates are per km²." */
export function ranksMoveText(found: Sensitivity, level: Level): string {
  const most = furthestMoving(found);
  if (!most)
    return `No ${levelNoun(level, 1)} moves by more than ${whole(found.threshold)} ranks under any other choice tried.`;
  const n = most.moved.length;
  return `Ranking moves for ${whole(n)} of ${whole(found.areas)} ${levelNoun(level, found.areas)} if ${ifText(most)}.`;
}

/** "3 of 9 other choices change it" for a headline that does not stand under all of them; empty for one that does. */
export function fragileText(found: Sensitivity): string {
  const judged = found.alternatives.filter((a) => !OF_INDEX.includes(a.choice));
  const flips = judged.filter((a) => a.flips).length;
  return found.fragile
    ? `${inWords(flips)} of ${inWords(judged.length)} other choices ${flips === 1 ? 'changes' : 'change'} it`
    : '';
}

/** What one other choice does, for the list: "31 wards move, 26% of places; St Peters comes first instead of St Michael's". */
export function alternativeText(alternative: Alternative, found: Sensitivity, level: Level): string {
  const { moved, unmetShare, why } = alternative;
  const n = moved.length;
  const top = moved.filter((m) => m.topTen !== '').length;
  const parts = [
    n === 0 ? 'none moves' : `${whole(n)} ${levelNoun(level, n)} ${n === 1 ? 'moves' : 'move'}`,
    top > 0 ? `${inWords(top)} ${top === 1 ? 'enters or leaves' : 'enter or leave'} the ten largest` : '',
    Number.isNaN(unmetShare) || OF_INDEX.includes(alternative.choice)
      ? ''
      : `${share(unmetShare)} of places ${share(unmetShare) === share(found.unmetShare) ? 'as well' : `instead of ${share(found.unmetShare)}`}`,
  ].filter(Boolean);
  return `${capital(parts.join('; '))}.${why === '' ? '' : ` Headline changes: ${why}.`}`;
}
