// The words of a step: title, one figure, a short list and a caption, all made from one answer's figures.
import type { Answer } from '../domain/answer.ts';
import type { Show } from '../domain/question.ts';
import type { StepKind } from '../domain/story.ts';
import type { Vocabulary } from './sentence.ts';
import { classWords, furthestWords, gapWords, sureWords } from './storyGapWords.ts';
import { clusterWords, needWords } from './storyNeedWords.ts';
import { nothingWords, notKnownWords, provisionWords } from './storyProvisionWords.ts';
import { type Scope, type StepWords, scopeOf } from './storyScope.ts';

type Tell = (s: Scope) => StepWords;

const WORDS: Record<Exclude<StepKind, 'own'>, Tell> = {
  need: needWords,
  provision: provisionWords,
  gap: gapWords,
  furthest: furthestWords,
  sure: sureWords,
  // Asked where nothing was known; once it is, what there is stands in its place.
  'not known': provisionWords,
};

/** A step of one's own speaks of what its map shows. */
const OWN_WORDS: Record<Show, Tell> = {
  need: needWords,
  provision: provisionWords,
  gap: gapWords,
  class: classWords,
  hotspots: clusterWords,
};

const KIND_NAMES: Record<Exclude<StepKind, 'own'>, string> = {
  need: 'Need',
  provision: 'Provision',
  gap: 'Gap',
  furthest: 'Furthest short',
  sure: 'How sure',
  'not known': 'Not known',
};

const SHOW_NAMES: Record<Show, string> = {
  need: 'Need',
  provision: 'Provision',
  gap: 'Gap',
  class: 'Need and provision',
  hotspots: 'Hot spots',
};

/** What a step is about, in a word or two: most steps of a story ask the same question and tell different parts of its answer. */
export function stepName(kind: StepKind, show: Show): string {
  return kind === 'own' ? SHOW_NAMES[show] : KIND_NAMES[kind];
}

const ASKS_NO_PROVISION: readonly Tell[] = [needWords, clusterWords];

/**
 * The words of a step. Every figure is one of the answer's; where provision is not known no step speaks of a gap, whatever
 * its kind. @param authority GSS code, null for the region.
 */
export function stepWords(
  kind: StepKind,
  answer: Answer,
  vocabulary: Vocabulary,
  authority: string | null,
): StepWords {
  const scope = scopeOf(answer, vocabulary, authority);
  const tell = kind === 'own' ? OWN_WORDS[answer.question.show] : WORDS[kind];
  if (ASKS_NO_PROVISION.includes(tell)) return tell(scope);
  const { gap } = answer.areas;
  if (scope.rows.every((i) => Number.isNaN(gap[i])) || Number.isNaN(scope.authority?.gap ?? 0))
    return notKnownWords(scope);
  if (Number.isNaN(answer.headline.unmetShare) && tell !== provisionWords) return nothingWords(scope);
  return tell(scope);
}
