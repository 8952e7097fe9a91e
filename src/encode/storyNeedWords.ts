// The words of steps about need: how high it stands here and where it is highest; where it clusters.
import { hotspotHeadline, testPhrase } from './hotspotHeadline.ts';
import { decimals, inWords, signed, whole } from './numbers.ts';
import { fromLargest, LONGEST_LIST, named, nouns, type Scope, type StepWords } from './storyScope.ts';
import { capital, levelNoun, periodPhrase } from './words.ts';

/** Where the figures come from, and why some stand high that are not about those who live there. */
function needCaption({ answer }: Scope): string {
  const { question } = answer;
  const counted = answer.measures.filter((m) => m.weight > 0);
  const kinds = new Set(counted.map((m) => m.measure.kind));
  const told = (...parts: string[]) => parts.filter(Boolean).join(' ');
  const period = `${periodPhrase(question.period)}.`;
  if (kinds.has('count'))
    return told(
      period,
      'Located police records.',
      question.per === 'km2'
        ? ''
        : `City-centre ${levelNoun(answer.areas.level)} stand high on residents because many people hurt there live elsewhere.`,
    );
  const periods = [...new Set(counted.map((m) => m.measure.period))].filter(Boolean).join(' and ');
  return told(periods ? `${periods}.` : period, kinds.has('own') ? 'The reader’s own counts.' : '');
}

export function needWords(s: Scope): StepWords {
  const { answer, rows, authority, authorityIndex } = s;
  const counted = answer.measures.filter((m) => m.weight > 0);
  const one = counted.length === 1 ? counted[0] : null;
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
    caption: needCaption(s),
  };
}

/** Of hot spots: how many areas here are cores, and which stand out most. */
export function clusterWords(s: Scope): StepWords {
  const { answer, rows, authority, place } = s;
  const { hotspots, areas } = answer;
  const { figure, rest } = hotspotHeadline(answer);
  const cores = hotspots
    ? fromLargest(
        rows.filter((i) => hotspots.role[i] === 'core high'),
        hotspots.value,
      )
    : [];
  return {
    title: `${figure}${rest.replace(/ \([^()]*\)\.$/, '')}`,
    figure: hotspots ? whole(cores.length) : '…',
    figureMeans: hotspots
      ? `${cores.length === 1 ? 'core' : 'cores'} of high clusters among the ${nouns(s, rows.length)} of ${place}`
      : '',
    tone: 'plain',
    list: cores.slice(0, LONGEST_LIST).map((i) => ({
      figure: signed(hotspots?.value[i] ?? Number.NaN, 1),
      label: named(areas, i, authority),
    })),
    caption: hotspots
      ? `${capital(inWords(hotspots.found.tested))} ${levelNoun(areas.level, hotspots.found.tested)} tested; ${testPhrase(answer, hotspots)}.${cores.length > 0 ? ' List: the statistic, largest first.' : ''}`
      : '',
  };
}
