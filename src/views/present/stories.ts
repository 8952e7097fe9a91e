// The stories at hand: the ready ones of the release, the reader's own, and the one a link brought.
import { OPENING_QUESTION, type Question } from '../../domain/question.ts';
import { questionOf, readyStories, type Story } from '../../domain/story.ts';
import { unitName } from '../../encode/words.ts';
import { createOwnStories } from '../../state/ownStories.ts';
import { unpackStory } from '../../state/storyFile.ts';
import type { Page } from '../shell/page.ts';

const PREFIX = 'mapping-and-gapping:';

/** Private windows may refuse storage: stories then last as long as the page. */
export const ownStories = createOwnStories({
  read(key) {
    try {
      return localStorage.getItem(PREFIX + key);
    } catch {
      return null;
    }
  },
  write(key, text) {
    try {
      localStorage.setItem(PREFIX + key, text);
    } catch {
      // Nothing is lost on the page itself.
    }
  },
});

export interface Shelf {
  readonly ready: readonly Story[];
  readonly own: readonly Story[];
  /** The story the address names, from wherever it comes. */
  readonly current: Story;
  readonly step: number;
  readonly isOwn: boolean;
  /** Why the story named is not the one shown; empty where it is. */
  readonly notice: string;
}

export function shelfOf(page: Page, question: Question): Shelf {
  const catalogue = page.session.catalogue.value;
  const ready = readyStories(unitName(catalogue?.release.unit ?? 'the region'), catalogue?.authorities ?? []);
  const own = ownStories.stories.value;
  const asked = question.story;
  const carried = asked?.deck ? unpackStory(asked.deck) : null;
  const found = [...own, ...ready, ...(carried ? [carried] : [])].find((s) => s.id === asked?.id);
  // A link to a story kept in another browser still shows its own step: the question is in the link.
  const alone: Story = {
    id: asked?.id ?? 'region',
    title: 'One step',
    authority: null,
    steps: [{ kind: 'own', question: { ...question, story: null }, title: '', caption: '' }],
  };
  const waiting = !catalogue || !asked;
  const current = carried ?? found ?? (waiting ? ready[0] : alone);
  return {
    ready,
    own,
    current,
    step: Math.min(asked?.step ?? 0, current.steps.length - 1),
    isOwn: !carried && own.some((s) => s.id === current.id),
    notice:
      found || carried || waiting
        ? ''
        : 'This step belongs to a story that is kept in another browser; its question is shown alone. Ask for the story’s own link or file.',
  };
}

/** Shows a step; the deck travels along so that the address stays whole. */
export function goTo(page: Page, story: Story, step: number, how: 'decide' | 'adjust' = 'decide'): void {
  const deck =
    page.session.question.peek().story?.id === story.id
      ? (page.session.question.peek().story?.deck ?? '')
      : '';
  page.session.ask(questionOf(story, step, deck), how);
}

/** The question of a step as the Map would show it. */
export function asMap(question: Question): Question {
  return { ...question, screen: 'map', story: OPENING_QUESTION.story };
}
