// The words of steps about the gap: how large, where, how sure, and where high need meets little provision.
import { decimals, odds, share, shareRange, signed, whole } from './numbers.ts';
import { fromLargest, LONGEST_LIST, named, nouns, type Scope, type StepWords } from './storyScope.ts';
import { agesPhrase, capital, levelNoun, sureness } from './words.ts';

/** Too little to tell at the decimals it is told with. */
const isNothing = (gap: number) => !/[1-9]/.test(decimals(gap, 1));

function regionGapWords({ answer }: Scope): StepWords {
  const { headline, uncertainty, question } = answer;
  const moved = question.yardstick.kind === 'fair share' && !answer.before;
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

export function gapWords(s: Scope): StepWords {
  const { answer, authority, authorityIndex } = s;
  if (!authority) return regionGapWords(s);
  const { uncertainty, question } = answer;
  const { name, gap } = authority;
  const interval = uncertainty?.authorityGap[authorityIndex];
  const norm = question.yardstick.kind === 'norm';
  // A title is read alone: it does not sound surer than its interval.
  const open = interval && interval.lower < 0 && interval.upper > 0 ? '; the direction is uncertain' : '';
  const title = isNothing(gap)
    ? `${name}: as many places a year as need calls for`
    : gap > 0
      ? `${name}: ${decimals(gap, 1)} places a year fewer than need calls for`
      : `${name}: ${decimals(-gap, 1)} places a year more than ${norm ? 'need calls for' : 'its share of need calls for'}`;
  return {
    title: `${title}${open}`,
    figure: signed(gap),
    figureMeans: `places a year: need calls for ${decimals(authority.target, 1)}, ${decimals(authority.places, 1)} reach people${interval ? ` (90% interval ${signed(interval.lower)} to ${signed(interval.upper)})` : ''}`,
    tone: gap > 0 && !isNothing(gap) ? 'short' : 'plain',
    list: [],
    caption: `${capital(agesPhrase(question.ages))}; against ${norm ? 'the norm' : 'the region’s places shared by need'}.`,
  };
}

export function furthestWords(s: Scope): StepWords {
  const { answer, rows, authority } = s;
  const { gap } = answer.areas;
  const short = fromLargest(rows, gap).filter((i) => gap[i] > 0);
  const total = short.reduce((sum, i) => sum + gap[i], 0);
  const sure = answer.uncertainty
    ? short.filter((i) => sureness(gap[i], answer.uncertainty?.odds[i] ?? Number.NaN) === 'robust')
    : null;
  const none = short.length === 0;
  return {
    title: none
      ? `In ${s.place}, no ${levelNoun(answer.areas.level, 1)} has more need than provision reaches`
      : `In ${s.place}, ${nouns(s, short.length)} ${short.length === 1 ? 'has' : 'have'} more need than provision reaches`,
    figure: decimals(total, total < 10 ? 1 : 0),
    figureMeans: none
      ? 'places a year are missing'
      : `places a year are missing ${short.length === 1 ? 'there' : 'in them together'}${sure ? `; in ${whole(sure.length)} the direction is robust` : ''}`,
    tone: none ? 'plain' : 'short',
    list: short
      .slice(0, LONGEST_LIST)
      .map((i) => ({ figure: signed(gap[i]), label: named(answer.areas, i, authority) })),
    caption: none
      ? 'Provision reaches at least what need calls for.'
      : 'Places a year short, largest first. Robust: the same direction in at least 80% of the draws.',
  };
}

export function sureWords(s: Scope): StepWords {
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
    figureMeans: u
      ? `of ${levelNoun(answer.areas.level)} keep their direction in at least 80% of ${whole(u.draws)} draws over rates, reach and records`
      : '',
    tone: 'plain',
    list: ten.slice(0, LONGEST_LIST).map((i) => ({
      figure: odds(u?.worstTen[i] ?? Number.NaN),
      label: named(answer.areas, i, s.authority),
    })),
    caption: `${ten.length > 0 ? 'List: the chance of a place among the ten largest gaps. ' : ''}Records may be out of date; each was left out of draws as often as its confidence says.`,
  };
}

/** Row of `class` for high need and low provision, in thirds. */
const HIGH_LOW = 6;

/** Of the 3 × 3: how many areas stand in the highest third of need and the lowest of provision. */
export function classWords(s: Scope): StepWords {
  const { answer, rows, authority, place } = s;
  const { areas } = answer;
  const known = rows.filter((i) => areas.class[i] < 9);
  const apart = fromLargest(
    known.filter((i) => areas.class[i] === HIGH_LOW),
    areas.gap,
  );
  const count = apart.length === 0 ? `no ${levelNoun(areas.level, 1)}` : nouns(s, apart.length);
  return {
    title: `In ${place}, ${count} ${apart.length > 1 ? 'have' : 'has'} high need and low provision`,
    figure: whole(apart.length),
    figureMeans: `of ${nouns(s, known.length)} stand in the highest third of need and the lowest third of provision of the region`,
    tone: 'plain',
    list: apart
      .slice(0, LONGEST_LIST)
      .map((i) => ({ figure: signed(areas.gap[i]), label: named(areas, i, authority) })),
    caption: apart.length > 0 ? 'List: the gap in places a year, largest first.' : '',
  };
}
