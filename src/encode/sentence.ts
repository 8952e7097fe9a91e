// The reading sentence: the whole question in words, some of which can be changed. Title, caption, heading and link text.
import type { Catalogue } from '../domain/catalogue.ts';
import { isOwn } from '../domain/ownCounts.ts';
import type { Question } from '../domain/question.ts';
import { figuresPeriod, periodsOf } from './needPeriod.ts';
import { share } from './numbers.ts';
import { provisionOn, provisionOnAnotherDay } from './readingDay.ts';
import { agesPhrase, listed, perPhrase, tierPhrase } from './words.ts';

/** The words of the sentence that a reader can change. */
export type Word = 'need' | 'per' | 'provision' | 'ages' | 'period';

export interface SentencePart {
  readonly text: string;
  /** Absent for the words between. */
  readonly word?: Word;
}

/** What the sentence needs of the catalogue; empty lists give the identifiers, so that words stand before data. */
export type Vocabulary = Pick<Catalogue, 'measures' | 'programmes'>;

const named = (question: Question, vocabulary: Vocabulary) => {
  const measures = new Map(vocabulary.measures.map((m) => [m.id, m]));
  const counted = question.need.filter((n) => n.weight > 0);
  return { measures, counted };
};

/** True where the need has a measure that is counted, and so is divided by something. */
export function dividesByPeople(question: Question, vocabulary: Vocabulary): boolean {
  const { measures, counted } = named(question, vocabulary);
  return counted.some((n) => ['count', 'own'].includes(measures.get(n.measure)?.kind ?? 'count'));
}

/** The opening question's words, so that its sentence stands before any data; the catalogue says the same. */
const OPENING_WORDS = new Map([
  ['violence', 'all violence'],
  ['ae', 'A&E interventions'],
]);

function phraseOf(known: { readonly phrase: string } | undefined, id: string): string {
  if (!known && isOwn(id)) return 'someone’s own counts';
  return known?.phrase ?? OPENING_WORDS.get(id) ?? id.replaceAll('-', ' ');
}

/** An identifier is no word: what a loaded catalogue does not name is said to be that. */
function programmePhrase(vocabulary: Vocabulary, id: string): string {
  const { programmes } = vocabulary;
  const known = programmes.find((p) => p.id === id);
  return known || programmes.length === 0 ? phraseOf(known, id) : 'a programme this release does not hold';
}

/** "all violence"; "all violence (60%) and deprivation without crime (40%)"; three and more are counted, `short` from two. */
export function needPhrase(question: Question, vocabulary: Vocabulary, short = false): string {
  const { measures, counted } = named(question, vocabulary);
  const sum = counted.reduce((total, n) => total + n.weight, 0);
  const byWeight = [...counted].sort((a, b) => b.weight - a.weight);
  if (byWeight.length === 1) return phraseOf(measures.get(byWeight[0].measure), byWeight[0].measure);
  const told = (n: { measure: string; weight: number }) =>
    `${phraseOf(measures.get(n.measure), n.measure)} (${share(n.weight / sum)})`;
  if (byWeight.length === 2 && !short) return listed(byWeight.map(told));
  const more = byWeight.length - 1;
  return `${told(byWeight[0])} and ${more} more ${more === 1 ? 'measure' : 'measures'}`;
}

/** The programmes that are read, or the tier as a whole. */
export function provisionPhrase(question: Question, vocabulary: Vocabulary): string {
  if (question.programmes.length === 0) return tierPhrase(question.tier);
  return listed([...new Set(question.programmes.map((id) => programmePhrase(vocabulary, id)))]);
}

/** True where the question is of clusters alone: provision stays chosen, and has no part in the figures that are shown. */
export function asksForClusters({ show, screen }: Pick<Question, 'show' | 'screen'>): boolean {
  return show === 'hotspots' && (screen === 'map' || screen === 'present' || screen === 'method');
}

/** "Where does need for all violence per 1,000 residents cluster, …?"; a measure tested by itself is chosen in the settings. */
function clusterParts(question: Question, vocabulary: Vocabulary, short: boolean): SentencePart[] {
  const { of } = question.hotspots;
  const measure = vocabulary.measures.find((m) => m.id === of);
  const ids = of === 'need' ? countedIds(question) : [of];
  const counted =
    of === 'need'
      ? dividesByPeople(question, vocabulary)
      : ['count', 'own'].includes(measure?.kind ?? 'count');
  return [
    { text: 'Where does ' },
    of === 'need'
      ? { text: `need for ${needPhrase(question, vocabulary, short)}`, word: 'need' }
      : { text: phraseOf(measure, of) },
    ...(counted && !short
      ? [{ text: ' per ' }, { text: perPhrase(question.per, question.ages), word: 'per' as const }]
      : []),
    { text: ' cluster, ' },
    periodPart(question, vocabulary, ids, short),
    { text: '?' },
  ];
}

const countedIds = (question: Question) => question.need.filter((n) => n.weight > 0).map((n) => n.measure);

/** The period of the figures; of the reader's own counts alone it can be changed only where their file has several. */
function periodPart(
  question: Question,
  { measures }: Vocabulary,
  ids: readonly string[],
  short: boolean,
): SentencePart {
  const text = figuresPeriod(question, ids, measures, short);
  const chosen = measures.some((m) => ids.includes(m.id) && m.periods !== undefined);
  return periodsOf(ids, measures).monthly || chosen ? { text, word: 'period' } : { text };
}

/**
 * The period, and the day on which provision is read where that is not the period's last: part of the word that can be
 * changed, so that its menu leads back. Counts of another period name no day of the question's, so it always stands after them.
 */
function periodParts(question: Question, vocabulary: Vocabulary, short: boolean): SentencePart[] {
  const ids = countedIds(question);
  const period = periodPart(question, vocabulary, ids, short);
  const another = provisionOnAnotherDay(question, short);
  if (periodsOf(ids, vocabulary.measures).monthly || (another !== '' && period.word))
    return [{ ...period, text: period.text + another }];
  return [period, { text: short ? another : provisionOn(question) }];
}

/** Words that cannot be changed stand as one part between those that can. */
function joined(parts: readonly SentencePart[]): SentencePart[] {
  const out: SentencePart[] = [];
  for (const part of parts) {
    const last = out[out.length - 1];
    if (last && !last.word && !part.word) out[out.length - 1] = { text: last.text + part.text };
    else out.push(part);
  }
  return out;
}

/** The sentence in parts; `short` leaves out what a narrow screen has no room for. */
export function sentenceParts(question: Question, vocabulary: Vocabulary, short = false): SentencePart[] {
  return joined(
    asksForClusters(question)
      ? clusterParts(question, vocabulary, short)
      : gapParts(question, vocabulary, short),
  );
}

function gapParts(question: Question, vocabulary: Vocabulary, short = false): SentencePart[] {
  const parts: SentencePart[] = [
    { text: 'Where does ' },
    { text: `need for ${needPhrase(question, vocabulary, short)}`, word: 'need' },
  ];
  if (!short && dividesByPeople(question, vocabulary)) {
    parts.push({ text: ' per ' }, { text: perPhrase(question.per, question.ages), word: 'per' });
  }
  parts.push(
    { text: ' outstrip ' },
    { text: provisionPhrase(question, vocabulary), word: 'provision' },
    { text: ' for ' },
    { text: agesPhrase(question.ages), word: 'ages' },
    { text: ', ' },
    ...periodParts(question, vocabulary, short),
    { text: '?' },
  );
  return parts;
}

/** The sentence as one line of text. */
export function sentenceText(question: Question, vocabulary: Vocabulary): string {
  return sentenceParts(question, vocabulary)
    .map((part) => part.text)
    .join('');
}
