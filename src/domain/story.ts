// Stories: saved questions in an order, each with a title and a caption, shown one after another.
import type { Authority } from './area.ts';
import { OPENING_QUESTION, type Question } from './question.ts';

/** What a ready step tells; its words are made from its answer's figures. "own": the words are the reader's. */
export const STEP_KINDS = ['need', 'provision', 'gap', 'furthest', 'sure', 'not known', 'own'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export interface Step {
  readonly kind: StepKind;
  readonly question: Question;
  /** Empty: made from the figures. */
  readonly title: string;
  readonly caption: string;
}

export interface Story {
  /** Lower-case letters, digits and hyphens, as it stands in a link. */
  readonly id: string;
  readonly title: string;
  /** GSS code of the authority it is about; null for the region. */
  readonly authority: string | null;
  readonly steps: readonly Step[];
}

const KINDS: readonly { kind: StepKind; change: Partial<Question> }[] = [
  { kind: 'need', change: { show: 'need' } },
  { kind: 'provision', change: { show: 'provision' } },
  { kind: 'gap', change: { show: 'gap' } },
  { kind: 'furthest', change: { show: 'gap' } },
  { kind: 'sure', change: { show: 'gap' } },
  { kind: 'not known', change: { show: 'provision', tier: 'primary', programmes: [] } },
];

function storyOf(id: string, title: string, authority: string | null): Story {
  const selected = authority === null ? [] : [authority];
  const steps = KINDS.map(({ kind, change }) => ({
    kind,
    title: '',
    caption: '',
    question: { ...OPENING_QUESTION, ...change, selected, screen: 'present' as const },
  }));
  return { id, title, authority, steps };
}

/** One story for the region and one for each authority, on the opening question. */
export function readyStories(region: string, authorities: readonly Authority[]): Story[] {
  return [
    storyOf('region', region, null),
    ...authorities.map((a) => storyOf(a.name.toLowerCase().replace(/[^a-z0-9]+/g, '-'), a.name, a.code)),
  ];
}

/** The question of a step as the address holds it: the story and the step's number are part of it. */
export function questionOf(story: Story, step: number, deck = ''): Question {
  const at = Math.min(Math.max(0, step), story.steps.length - 1);
  return { ...story.steps[at].question, screen: 'present', story: { id: story.id, step: at, deck } };
}
