// The words of steps about provision: what there is and whom it reaches, or that it is not known.

import { decimals, inWords, NOT_KNOWN, whole } from './numbers.ts';
import { readingDay } from './readingDay.ts';
import { provisionPhrase } from './sentence.ts';
import type { Scope, StepWords } from './storyScope.ts';
import { capital, dayPhrase, kilometres, listed, peopleAged } from './words.ts';

/** Services are few and short to tell: more of them than of areas. */
const LONGEST_SERVICES = 6;

export function provisionWords(s: Scope): StepWords {
  const { answer, authority, vocabulary } = s;
  const { question } = answer;
  const counted = answer.services.filter((c) => c.leftOut === '');
  const places = authority ? authority.places : answer.headline.totalPlaces;
  const eligible = authority ? authority.eligible : answer.headline.region.eligible;
  const here = counted.filter((c) => authority === null || c.authority === authority.code);
  const what = provisionPhrase(question, vocabulary);
  const per = (1000 * places) / eligible;
  const region = (1000 * answer.headline.totalPlaces) / answer.headline.region.eligible;
  // A service without a point, such as a campaign, stands nowhere and may still reach everybody.
  const somewhere = counted.every((c) => c.service.lon !== null);
  const without = answer.authorities
    .filter((a) => !counted.some((c) => c.authority === a.code))
    .map((a) => a.name);
  const missing =
    somewhere && without.length > 0 && without.length < answer.authorities.length
      ? `; none of them is in ${listed(without, 'or')}`
      : '';
  const stand = (count: number) => `${count === 1 ? 'service' : 'services'} of ${what}`;
  const ordered = [...(authority ? here : counted)].sort((a, b) => b.placesUsed - a.placesUsed);
  const rest = ordered.slice(LONGEST_SERVICES);
  return {
    title: !authority
      ? `${capital(inWords(counted.length))} ${stand(counted.length)}${missing}`
      : here.length === 0
        ? `No counted service of ${what} stands in ${authority.name}; ${decimals(places, 1)} places a year reach people there`
        : `${capital(inWords(here.length))} counted ${stand(here.length)} ${here.length === 1 ? 'stands' : 'stand'} in ${authority.name}`,
    figure: decimals(per, 1),
    figureMeans: `places a year per 1,000 ${peopleAged(question.ages)} reach ${s.place}${authority ? `; the region’s figure is ${decimals(region, 1)}` : `: ${whole(places)} places for ${whole(eligible)} people`}`,
    tone: 'plain',
    list: [
      ...ordered.slice(0, LONGEST_SERVICES).map((c) => ({
        figure: whole(c.placesUsed),
        label: `${c.service.place} (${c.service.organisation})`,
      })),
      ...(rest.length > 0
        ? [
            {
              figure: whole(rest.reduce((sum, c) => sum + c.placesUsed, 0)),
              label: `in ${inWords(rest.length)} more`,
            },
          ]
        : []),
    ],
    caption: `Places a year; reach within ${kilometres(question.reach.catchment)} by path.${verified(counted.map((c) => c.service.lastVerified))}`,
  };
}

function verified(dates: readonly (string | null)[]): string {
  const known = dates.filter((d): d is string => d !== null).sort();
  if (known.length === 0) return '';
  const since = known[0] === known[known.length - 1] ? '' : ' or later';
  return ` Records last verified ${dayPhrase(known[0])}${since}.`;
}

/** Known, but none that could be shared: no gap to speak of, which is neither "not known" nor a good score. */
export function nothingWords({ answer, vocabulary, place }: Scope): StepWords {
  const { question } = answer;
  const norm = question.yardstick.kind === 'norm';
  const who = peopleAged(question.ages);
  return {
    title: norm
      ? `The norm is 0 places: need calls for none in ${place}`
      : `No place a year of ${provisionPhrase(question, vocabulary)} reaches ${who} in ${place}`,
    figure: '0',
    figureMeans: norm ? 'places a year are called for' : 'places a year to share by need',
    tone: 'plain',
    list: [],
    caption: norm
      ? 'No gap is stated where the norm asks for nothing.'
      : `Reach within ${kilometres(question.reach.catchment)} by path on ${readingDay(question)}. With nothing to share, no gap is stated.`,
  };
}

export function notKnownWords(s: Scope): StepWords {
  const { question, tiers } = s.answer;
  const open = tiers.filter((t) => t.status === NOT_KNOWN);
  const what =
    question.programmes.length > 0 ? provisionPhrase(question, s.vocabulary) : `${question.tier} prevention`;
  const records = (count: number) => {
    if (count === 0) return '';
    // Records are the region's; in an authority's story that has to be said.
    return `${inWords(count)} ${count === 1 ? 'record' : 'records'}${s.authority ? ' in the region' : ''}, but `;
  };
  return {
    title: `${capital(what)} in ${s.place} is not known, which is not the same as none`,
    figure: NOT_KNOWN,
    figureMeans: `places a year of ${what} for ${peopleAged(question.ages)}`,
    tone: 'plain',
    list: open.map((t) => ({ figure: capital(t.tier), label: `${records(t.services)}${t.why}` })),
    caption: 'No gap is stated. An inventory from those who run these services would settle it.',
  };
}
