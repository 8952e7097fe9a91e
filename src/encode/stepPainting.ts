// The map of a step: what its question shows, or, where the step speaks of sureness, which way each gap points and how surely.

import type { Answer } from '../domain/answer.ts';
import type { Show } from '../domain/question.ts';
import type { StepKind } from '../domain/story.ts';
import { whole } from './numbers.ts';
import { NOT_KNOWN_CLASS, type Painting, paint } from './painting.ts';
import { provisionOnAnotherDay } from './readingDay.ts';
import { levelNoun, periodPhrase, type Sureness, sureness } from './words.ts';

interface SureClass {
  /** Null: the draws disagree, and there is no direction to show. */
  readonly short: boolean | null;
  readonly sure: Sureness;
  readonly colour: string;
  readonly label: string;
}

const CLASSES: readonly SureClass[] = [
  { short: true, sure: 'robust', colour: '--gap-7', label: 'short, robust' },
  { short: true, sure: 'likely', colour: '--gap-5', label: 'short, likely' },
  { short: null, sure: 'uncertain', colour: '--gap-4', label: 'uncertain' },
  { short: false, sure: 'likely', colour: '--gap-3', label: 'more, likely' },
  { short: false, sure: 'robust', colour: '--gap-1', label: 'more, robust' },
];

function surenessClass(gap: number, odds: number): number {
  const sure = sureness(gap, odds);
  if (sure === null) return NOT_KNOWN_CLASS;
  return CLASSES.findIndex((c) => c.sure === sure && (c.short === null || c.short === gap >= 0));
}

/** Directions of the gap in five classes; all hatched until the draws are done. */
function paintSureness(answer: Answer): Painting {
  const { areas, uncertainty } = answer;
  const classOf = Uint8Array.from(areas.gap, (gap, i) =>
    uncertainty ? surenessClass(gap, uncertainty.odds[i]) : NOT_KNOWN_CLASS,
  );
  const counts = new Uint32Array(256);
  for (const c of classOf) counts[c]++;
  return {
    show: 'gap',
    level: areas.level,
    code: areas.code,
    classOf,
    classes: CLASSES.map(({ colour, label }, k) => ({ colour, letter: '', label, count: counts[k] })),
    breaks: [],
    notKnown: counts[NOT_KNOWN_CLASS],
    legend: {
      form: 'list',
      title: 'Gap: short, or more than need calls for',
      unit: '',
      period: `${periodPhrase(answer.question.period)}${provisionOnAnotherDay(answer.question)}, ${whole(areas.code.length)} ${levelNoun(areas.level)}`,
      comparator: 'Robust: the same direction in at least 80% of the draws; likely: in at least half',
      low: 'short',
      high: 'more than need calls for',
      ticks: [],
      ...(uncertainty ? {} : { hatched: 'being computed' }),
    },
  };
}

/** The same picture with the legend's numbers of one authority's areas alone: they stand beside sentences about it. */
function countedIn(painting: Painting, { areas }: Answer, authority: string): Painting {
  const rows = [...areas.code.keys()].filter((i) => areas.authorityCode[i] === authority);
  if (rows.length === 0) return painting;
  const count = (k: number) => rows.filter((i) => painting.classOf[i] === k).length;
  const notKnown = count(NOT_KNOWN_CLASS);
  const { period: of, hatched, ...legend } = painting.legend;
  const [period] = of.split(/, [\d,]+ \w+$/);
  return {
    ...painting,
    classes: painting.classes.map((c, k) => ({ ...c, count: count(k) })),
    notKnown,
    legend: {
      ...legend,
      // Suppressed and not known are told apart with numbers, which are the region's.
      ...(hatched && !/\d/.test(hatched) ? { hatched } : {}),
      period: `${period}, ${whole(rows.length)} ${levelNoun(areas.level, rows.length)} of ${areas.authority[rows[0]]}`,
    },
  };
}

/** What a step's words speak of, its map shows, whatever a link typed by hand asks to be shown beside them. */
const SHOWS: Record<Exclude<StepKind, 'sure' | 'own'>, Show> = {
  need: 'need',
  provision: 'provision',
  gap: 'gap',
  furthest: 'gap',
  'not known': 'provision',
};

function paintKind(kind: StepKind, answer: Answer): Painting {
  if (kind === 'sure') return paintSureness(answer);
  return paint(answer, kind === 'own' ? answer.question.show : SHOWS[kind]);
}

/** Slide, print and picture of a step all draw this. @param authority GSS code, null for the region. */
export function paintStep(kind: StepKind, answer: Answer, authority: string | null): Painting {
  const painting = paintKind(kind, answer);
  return authority === null ? painting : countedIn(painting, answer, authority);
}
