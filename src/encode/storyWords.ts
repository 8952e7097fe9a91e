// The words of a ready step: title, one figure, a short list and a caption, all made from one answer's figures.
import type { Answer, AreaTable } from '../domain/answer.ts';
import type { StepKind } from '../domain/story.ts';
import { decimals, inWords, NOT_KNOWN, odds, share, shareRange, signed, whole } from './numbers.ts';
import { provisionPhrase, type Vocabulary } from './sentence.ts';
import {
  agesPhrase,
  capital,
  dayPhrase,
  levelNoun,
  listed,
  peopleAged,
  periodPhrase,
  sureness,
  tierPhrase,
} from './words.ts';

export interface StepWords {
  readonly title: string;
  /** The one figure set large; empty where nothing is known. */
  readonly figure: string;
  /** What the figure counts, with unit, comparator and interval. */
  readonly figureMeans: string;
  /** Orange for what is short, otherwise ink. */
  readonly tone: 'short' | 'plain';
  readonly list: readonly { readonly figure: string; readonly label: string }[];
  readonly caption: string;
}

const LONGEST_LIST = 4;

interface Scope {
  readonly answer: Answer;
  readonly vocabulary: Vocabulary;
  /** Rows of the table the story speaks of. */
  readonly rows: readonly number[];
  /** "the seven authorities", "Walsall" */
  readonly place: string;
  readonly authority: Answer['authorities'][number] | null;
  readonly authorityIndex: number;
}

function scopeOf(answer: Answer, vocabulary: Vocabulary, code: string | null): Scope {
  const authorityIndex = answer.authorities.findIndex((a) => a.code === code);
  const authority = authorityIndex < 0 ? null : answer.authorities[authorityIndex];
  const rows = answer.areas.code.flatMap((_, i) =>
    authority === null || answer.areas.authorityCode[i] === authority.code ? [i] : [],
  );
  const place = authority?.name ?? `the ${inWords(answer.authorities.length)} authorities`;
  return { answer, vocabulary, rows, place, authority, authorityIndex };
}

const named = (areas: AreaTable, row: number, authority: unknown) =>
  authority === null ? `${areas.name[row]}, ${areas.authority[row]}` : areas.name[row];

/** Rows by a column from the largest, those not known left out. */
function fromLargest(rows: readonly number[], column: Float64Array): number[] {
  return rows.filter((i) => !Number.isNaN(column[i])).sort((a, b) => column[b] - column[a]);
}

const nouns = (s: Scope, count: number) => `${whole(count)} ${levelNoun(s.answer.areas.level, count)}`;

function needWords(s: Scope): StepWords {
  const { answer, rows, authority, authorityIndex } = s;
  const one = answer.measures.length === 1 ? answer.measures[0] : null;
  const value = one ? one.value : answer.areas.need;
  const unit = one ? one.unit : 'times the region’s need';
  const ordered = fromLargest(rows, value);
  const region = one ? one.region : 1;
  const here = one ? (authority ? one.byAuthority[authorityIndex] : region) : (authority?.need ?? 1);
  const phrase = one ? one.measure.phrase : 'need';
  const high = ordered.filter((i) => value[i] > 1.5 * region).length;
  const comparator = authority ? `${unit}; the region’s figure is ${decimals(region, 1)}` : unit;
  return {
    title:
      high === 0
        ? `${capital(phrase)} in ${s.place}: no ${levelNoun(answer.areas.level, 1)} stands at more than one and a half times the region’s figure`
        : `${capital(phrase)} is spread unevenly: ${nouns(s, high)} of ${whole(ordered.length)} in ${s.place} ${high === 1 ? 'stands' : 'stand'} at more than one and a half times the region’s figure`,
    figure: decimals(here, 1),
    figureMeans: `${phrase}, ${comparator}`,
    tone: 'plain',
    list: ordered
      .slice(0, LONGEST_LIST)
      .map((i) => ({ figure: decimals(value[i], 1), label: named(answer.areas, i, authority) })),
    caption: `${periodPhrase(answer.question.period)}. Located police records. City-centre wards stand high on residents because many people hurt there live elsewhere.`,
  };
}

function notKnownWords(s: Scope): StepWords {
  const { question, tiers } = s.answer;
  const open = tiers.filter((t) => t.status === NOT_KNOWN);
  const mine = tiers.find((t) => t.tier === question.tier);
  const what =
    question.programmes.length > 0 ? provisionPhrase(question, s.vocabulary) : tierPhrase(question.tier);
  return {
    title: `${capital(what)} in ${s.place} is not known, which is not the same as none`,
    figure: NOT_KNOWN,
    figureMeans: `places a year of ${what} for ${peopleAged(question.ages)}`,
    tone: 'plain',
    list: open.map((t) => ({ figure: capital(t.tier), label: t.why })),
    caption: `No gap is stated where provision is not known${mine?.why ? `: ${mine.why}` : ''}. An inventory from those who run these services would settle it.`,
  };
}

function provisionWords(s: Scope): StepWords {
  const { answer, authority, vocabulary } = s;
  const { question } = answer;
  const counted = answer.services.filter((c) => c.leftOut === '');
  const places = authority ? authority.places : answer.headline.totalPlaces;
  const eligible = authority ? authority.eligible : answer.headline.region.eligible;
  const here = counted.filter((c) => authority === null || c.authority === authority.code);
  const what = provisionPhrase(question, vocabulary);
  const per = (1000 * places) / eligible;
  const region = (1000 * answer.headline.totalPlaces) / answer.headline.region.eligible;
  const without = answer.authorities
    .filter((a) => !counted.some((c) => c.authority === a.code))
    .map((a) => a.name);
  const title = authority
    ? here.length === 0
      ? `No counted service of ${what} stands in ${authority.name}; ${decimals(places, 1)} places a year reach it from elsewhere`
      : `${capital(inWords(here.length))} counted ${here.length === 1 ? 'service' : 'services'} of ${what} ${here.length === 1 ? 'stands' : 'stand'} in ${authority.name}`
    : `${capital(inWords(counted.length))} services of ${what}${without.length > 0 && without.length < answer.authorities.length ? `; none of them is in ${listed(without, 'or')}` : ''}`;
  return {
    title,
    figure: decimals(per, 1),
    figureMeans: `places a year per 1,000 ${peopleAged(question.ages)} reach ${s.place}${authority ? `; the region’s figure is ${decimals(region, 1)}` : `: ${whole(places)} places for ${whole(eligible)} people`}`,
    tone: 'plain',
    list: (authority ? here : counted)
      .slice(0, 6)
      .map((c) => ({ figure: whole(c.placesUsed), label: `${c.service.place} (${c.service.organisation})` })),
    caption: `Places a year; reach within ${decimals(question.reach.catchment / 1000, 0)} km by path.${verified(counted.map((c) => c.service.lastVerified))}`,
  };
}

function verified(dates: readonly (string | null)[]): string {
  const known = dates.filter((d): d is string => d !== null).sort();
  return known.length > 0 ? ` Records last verified ${dayPhrase(known[0])}.` : '';
}

function gapWords(s: Scope): StepWords {
  const { answer, authority, authorityIndex } = s;
  const { headline, uncertainty, question } = answer;
  const moved = question.yardstick.kind === 'fair share' && !answer.before;
  if (!authority) {
    const interval = uncertainty
      ? ` (90% interval ${shareRange(uncertainty.unmetShare.lower, uncertainty.unmetShare.upper)})`
      : '';
    return {
      title: moved
        ? `${share(headline.unmetShare)} of places would have to move for provision to follow need`
        : `${share(headline.unmetShare)} of the places need calls for are missing`,
      figure: share(headline.unmetShare),
      figureMeans: `of ${whole(headline.totalTarget)} places a year${interval}`,
      tone: 'short',
      list: [...answer.authorities]
        .sort((a, b) => b.gap - a.gap)
        .map((a) => ({ figure: signed(a.gap), label: a.name })),
      caption: `Places a year, ${agesPhrase(question.ages)}. Above zero: need calls for more than reaches people there; below: less.`,
    };
  }
  const interval = uncertainty?.authorityGap[authorityIndex];
  const short = authority.gap > 0;
  // A title is read alone: it does not sound surer than its interval.
  const open = interval && interval.lower < 0 && interval.upper > 0 ? '; the direction is uncertain' : '';
  return {
    title: short
      ? `${authority.name}: ${decimals(authority.gap, 1)} places a year fewer than need calls for${open}`
      : `${authority.name}: ${decimals(-authority.gap, 1)} places a year more than its share of need calls for${open}`,
    figure: signed(authority.gap),
    figureMeans: `places a year: need calls for ${decimals(authority.target, 1)}, ${decimals(authority.places, 1)} reach people${interval ? ` (90% interval ${signed(interval.lower)} to ${signed(interval.upper)})` : ''}`,
    tone: short ? 'short' : 'plain',
    list: [],
    caption: `${capital(agesPhrase(question.ages))}; against the region’s places shared by need.`,
  };
}

function furthestWords(s: Scope): StepWords {
  const { answer, rows, authority } = s;
  const { gap } = answer.areas;
  const short = fromLargest(rows, gap).filter((i) => gap[i] > 0);
  const total = short.reduce((sum, i) => sum + gap[i], 0);
  const sure = answer.uncertainty
    ? short.filter((i) => sureness(gap[i], answer.uncertainty?.odds[i] ?? Number.NaN) === 'robust')
    : null;
  return {
    title:
      short.length === 0
        ? `In ${s.place}, no ${levelNoun(answer.areas.level, 1)} has more need than provision reaches`
        : `In ${s.place}, ${nouns(s, short.length)} ${short.length === 1 ? 'has' : 'have'} more need than provision reaches`,
    figure: decimals(total, 0),
    figureMeans: `places a year are missing in them together${sure ? `; in ${whole(sure.length)} the direction is robust` : ''}`,
    tone: 'short',
    list: short
      .slice(0, LONGEST_LIST)
      .map((i) => ({ figure: signed(gap[i]), label: named(answer.areas, i, authority) })),
    caption: 'Places a year short, largest first. Robust: the same direction in at least 80% of the draws.',
  };
}

function sureWords(s: Scope): StepWords {
  const { answer, rows } = s;
  const { gap } = answer.areas;
  const u = answer.uncertainty;
  const known = rows.filter((i) => !Number.isNaN(gap[i]));
  const robust = u ? known.filter((i) => sureness(gap[i], u.odds[i]) === 'robust').length : Number.NaN;
  const ten = u ? fromLargest(rows, u.worstTen).filter((i) => u.worstTen[i] >= 0.5) : [];
  return {
    title: u
      ? `How sure: for ${whole(robust)} of ${nouns(s, known.length)} in ${s.place} the direction of the gap is robust`
      : 'How sure: the intervals are being computed',
    figure: u ? share(robust / known.length) : '…',
    figureMeans: `of ${levelNoun(answer.areas.level)} keep their direction in at least 80% of ${u ? whole(u.draws) : ''} draws over rates, reach and records`,
    tone: 'plain',
    list: ten.slice(0, LONGEST_LIST).map((i) => ({
      figure: odds(u?.worstTen[i] ?? Number.NaN),
      label: named(answer.areas, i, s.authority),
    })),
    caption: `${ten.length > 0 ? 'List: the chance of a place among the ten largest gaps. ' : ''}Map: need and provision in thirds. Records may be out of date; each was left out of draws as often as its confidence says.`,
  };
}

const WORDS: Record<Exclude<StepKind, 'own'>, (s: Scope) => StepWords> = {
  need: needWords,
  provision: provisionWords,
  gap: gapWords,
  furthest: furthestWords,
  sure: sureWords,
  'not known': notKnownWords,
};

/**
 * The words of a step. Every figure is one of the answer's; where provision is not known no step speaks of a gap, whatever
 * its kind. An own step takes the gap's figure beside the reader's words. @param authority GSS code, null for the region.
 */
export function stepWords(
  kind: StepKind,
  answer: Answer,
  vocabulary: Vocabulary,
  authority: string | null,
): StepWords {
  const scope = scopeOf(answer, vocabulary, authority);
  const known = !Number.isNaN(answer.headline.unmetShare) && !Number.isNaN(scope.authority?.gap ?? 0);
  if (kind === 'need') return needWords(scope);
  if (!known) return notKnownWords(scope);
  if (kind === 'own' || kind === 'not known') return gapWords(scope);
  return WORDS[kind](scope);
}
