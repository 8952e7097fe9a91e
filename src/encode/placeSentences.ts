// The sentences of the Place screen: kind of gap, cascade, tiers, change between years, months that stand out. Figures are the profile's.
import type { GapKind } from '../domain/answer.ts';
import type { Level } from '../domain/area.ts';
import type { ChartedSeries, MonthSignal } from '../domain/controlChart.ts';
import type { Month, MonthRecord } from '../domain/month.ts';
import type { GapHere, PlaceProfile, ServiceHere, TierHere, ViolenceRow } from '../domain/placeProfile.ts';
import type { Ratio } from '../domain/yearChange.ts';
import { decimals, inWords, NOT_KNOWN, signed, whole } from './numbers.ts';
import { capital, dayPhrase, levelNoun, listed, monthName, peopleAged } from './words.ts';

const KINDS: Record<GapKind, string> = {
  'not known': 'No list of its services is known to be complete here, so no gap is stated.',
  'no service of the tier': 'The list is complete, and no such service exists.',
  'none within reach': 'Services exist, but none is within reach of the people here.',
  'little within reach':
    'A service is within reach, but so few of its places reach people here that need is far from met.',
  'no capacity known': 'Services are within reach, but how many places they have is not known.',
  'not for this age': 'Services are within reach, but none takes people of these ages.',
  'not begun': 'Services are within reach, but none has begun by the day provision is read.',
  'funding ended': 'Services were within reach, but their funding had ended by the day provision is read.',
  'evidence not rated': 'Services are within reach, but the evidence for none of them has been rated.',
  'too few places': 'Services are within reach, with fewer places than need calls for.',
  'provision meets need': 'As many places reach people here as need calls for, or more.',
};

/** What a kind of gap means, in a sentence. */
export function kindMeaning(kind: GapKind): string {
  return KINDS[kind];
}

const services = (count: number) => `${inWords(count)} ${count === 1 ? 'service' : 'services'}`;

/** "Of five services, one is within reach; one with known places, … and none with rated evidence." */
export function cascadeSentence(cascade: GapHere['cascade'], what: string): string {
  const [exist, reach, ...rest] = cascade;
  if (!exist || exist.services === 0) return `No service of ${what} is in the inventory.`;
  if (!reach || reach.services === 0)
    return `Of ${services(exist.services)} of ${what} in the inventory, none is within reach.`;
  const kept = rest.filter((s) => s.services === reach.services).map((s) => s.step);
  const fewer = rest
    .filter((s) => s.services !== reach.services)
    .map((s) => `${s.services === 0 ? 'none' : inWords(s.services)} ${s.step}`);
  const all = reach.services === 1 ? 'it is' : 'all of them are';
  const parts = [kept.length > 0 ? `${all} ${listed(kept)}` : '', fewer.length > 0 ? listed(fewer) : ''];
  const tail = parts.filter(Boolean).join('; ');
  return `Of ${services(exist.services)} of ${what} in the inventory, ${inWords(reach.services)} ${reach.services === 1 ? 'is' : 'are'} within reach${tail ? `: ${tail}` : ''}.`;
}

/** Where no record at all is rated, "evidence not rated" tells of the records and not of the services here. */
export function ratingSentence({ cascade, rated }: GapHere, what: string): string {
  if (rated > 0 || !cascade[0] || cascade[0].services === 0) return '';
  return `No record of ${what} anywhere has a rating of its evidence, so “evidence not rated” tells no service from another.`;
}

/** "33 wards: 12 with little within reach, 21 where provision meets need." */
export function kindsSentence(kinds: GapHere['kinds'], level: Level): string {
  const total = kinds.reduce((sum, k) => sum + k.areas, 0);
  const each = kinds.map((k) => `${whole(k.areas)} “${k.kind}”`);
  return `${whole(total)} ${levelNoun(level, total)} by kind of gap: ${listed(each)}.`;
}

/** A tier whose complete lists bring nobody here a place: none is within reach, or what is listed beside it does not count. */
export function noneText({ services }: TierHere): string {
  return services.some((s) => s.leftOut !== '') ? 'none counted here' : 'none within reach';
}

/** What is known of one tier here. Known, not known and none within reach are three different things, and never share words. */
export function tierSentence(tier: TierHere, profile: PlaceProfile): string {
  const unknown = tier.unknown.length > 0 ? listed(tier.unknown) : '';
  if (tier.status === 'not known') return `Not known: no complete list here of ${unknown}.`;
  const whose = `places a year reach ${peopleAged(profile.question.ages)}`;
  const counted = tier.places === 0 ? capital(noneText(tier)) : `${placesText(tier.places)} ${whose}`;
  return tier.status === 'known' ? `${counted}. All lists complete.` : `${counted}. Not known: ${unknown}.`;
}

/** Places a year; small figures keep a second decimal so that a little is not read as none. */
export function placesText(places: number): string {
  if (places > 0 && places < 0.05) return 'fewer than 0.1';
  return decimals(places, places < 100 ? 1 : 0);
}

/** Why no place reaches the people here: the kind of gap that the areas share, else that none does. */
export function noPlacesText({ kinds }: GapHere): string {
  const [first, ...others] = kinds;
  const told = first && others.length === 0 && first.kind !== 'provision meets need';
  return told ? first.kind : 'none within reach';
}

/** "43 places a year, 0.3 here; verified March 2024". */
export function serviceText(service: ServiceHere): string {
  const verified = service.lastVerified ? `verified ${dayPhrase(service.lastVerified)}` : 'never verified';
  if (service.leftOut !== '') return `not counted: ${service.leftOut}`;
  const each = Number.isNaN(service.places)
    ? `places ${NOT_KNOWN}`
    : `${placesText(service.places)} places a year, ${placesText(service.placesHere)} here`;
  return `${each}; ${verified}`;
}

/** "−12% (−22 to −1)", or that it cannot be calculated. */
export function changeText(change: Ratio | null): string {
  if (!change || !Number.isFinite(change.ratio)) return 'cannot be calculated';
  // An end that would round to nothing keeps a decimal, so that "fewer" never stands beside an interval that reads "to 0".
  const ends = [change.ratio, change.lower, change.upper].map((ratio) => Math.abs(100 * (ratio - 1)));
  const digits = ends.some((end) => end > 0 && end < 0.5) ? 1 : 0;
  const percent = (ratio: number) => signed(100 * (ratio - 1), digits);
  return `${percent(change.ratio)}% (${percent(change.lower)} to ${Number.isFinite(change.upper) ? percent(change.upper) : 'any'})`;
}

/** In words, whether a change stands out: "fewer", "more", or "no clear change". */
export function changeWord(change: Ratio | null): string {
  if (!change || !Number.isFinite(change.ratio)) return NOT_KNOWN;
  return change.upper < 1 ? 'fewer' : change.lower > 1 ? 'more' : 'no clear change';
}

/** A sign that repeats in shape what "higher", "lower" and "similar" say. */
export function againstMark(against: ViolenceRow['against']): string {
  return { higher: '▲', lower: '▼', similar: '=', 'not known': '?' }[against];
}

/** Where an interval lies against another rate: the same rule as against the region. */
export function against(row: ViolenceRow, other: number): ViolenceRow['against'] {
  if (Number.isNaN(row.rate.here + other)) return NOT_KNOWN;
  return row.lower > other ? 'higher' : row.upper < other ? 'lower' : 'similar';
}

const SIGNALS: readonly { signal: MonthSignal; says: (months: string) => string }[] = [
  { signal: 'outside limits', says: (m) => `outside the limits in ${m}` },
  { signal: 'shift', says: (m) => `a shift of level in ${m}` },
  { signal: 'trend', says: (m) => `a trend in ${m}` },
  { signal: 'near limits', says: (m) => `two of three close to a limit in ${m}` },
];

/** Months as runs: "July 2024" or "May to July 2024". */
function runsText(months: readonly Month[], order: readonly MonthRecord[]): string {
  const place = new Map(order.map((m, i) => [m.month, i]));
  const runs: Month[][] = [];
  for (const month of months) {
    const last = runs[runs.length - 1];
    const before = last && place.get(last[last.length - 1]);
    if (last && before !== undefined && place.get(month) === before + 1) last.push(month);
    else runs.push([month]);
  }
  return listed(
    runs.map((run) =>
      run.length === 1 ? monthName(run[0]) : `${monthName(run[0])} to ${monthName(run[run.length - 1])}`,
    ),
  );
}

/** What stands out in a monthly series, or that nothing does, or why no limits can be drawn. */
export function seriesSentence(series: ChartedSeries, months: readonly MonthRecord[]): string {
  const { limits } = series;
  if (!limits.calculated) return limits.reason;
  const found = SIGNALS.flatMap(({ signal, says }) => {
    const marked = months.flatMap((m, i) => (limits.signals[i]?.includes(signal) ? [m.month] : []));
    return marked.length > 0 ? [says(runsText(marked, months))] : [];
  });
  return found.length > 0 ? `${capital(found.join('; '))}.` : 'No month stands out.';
}

/** "more deprived than 72% of wards" */
export function percentileText(percentile: number, level: Level): string {
  return Number.isNaN(percentile)
    ? NOT_KNOWN
    : `more deprived than ${decimals(percentile, 0)}% of ${levelNoun(level)}`;
}

/** "ward in Walsall", "whole authority, 33 wards", "three wards in Walsall and Sandwell taken together". */
export function placeKind(profile: PlaceProfile): string {
  const count = profile.codes.length;
  const counted = `${inWords(count)} ${levelNoun(profile.level, count)}`;
  if (profile.kind === 'authority') return `whole authority, ${counted}`;
  const where = profile.authority ? ` in ${profile.authority.name}` : '';
  return profile.kind === 'group'
    ? `${counted}${where} taken together`
    : `${levelNoun(profile.level, 1)}${where}`;
}
