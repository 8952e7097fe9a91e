// The reader's own stories: added to, reordered and undone, and kept in this browser.
import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Step, Story } from '../domain/story.ts';
import { storiesFromText, storiesToText } from './storyFile.ts';

/** Where text is kept between visits; a browser that keeps nothing reads null and forgets. */
export interface Keep {
  read(key: string): string | null;
  write(key: string, text: string): void;
}

const KEY = 'stories';

export interface OwnStories {
  readonly stories: ReadonlySignal<readonly Story[]>;
  readonly canUndo: ReadonlySignal<boolean>;
  /** Puts a story in the place of the one with its id, or at the end. */
  put(story: Story): void;
  remove(id: string): void;
  undo(): void;
  /** An id no story has. */
  freeId(): string;
}

export function createOwnStories(keep: Keep): OwnStories {
  const stories = signal<readonly Story[]>(storiesFromText(keep.read(KEY)));
  const past: (readonly Story[])[] = [];
  const canUndo = signal(false);
  const become = (next: readonly Story[]) => {
    stories.value = next;
    canUndo.value = past.length > 0;
    keep.write(KEY, storiesToText(next));
  };
  const change = (next: readonly Story[]) => {
    past.push(stories.value);
    become(next);
  };
  return {
    stories,
    canUndo,
    put(story) {
      const there = stories.value.some((s) => s.id === story.id);
      change(there ? stories.value.map((s) => (s.id === story.id ? story : s)) : [...stories.value, story]);
    },
    remove: (id) => change(stories.value.filter((s) => s.id !== id)),
    undo() {
      const last = past.pop();
      if (last) become(last);
    },
    freeId() {
      for (let n = 1; ; n++) if (!stories.value.some((s) => s.id === `own-${n}`)) return `own-${n}`;
    },
  };
}

/** The steps with one moved by `by` places; ends stay ends. */
export function movedStep(steps: readonly Step[], at: number, by: number): Step[] {
  const next = [...steps];
  const to = Math.min(steps.length - 1, Math.max(0, at + by));
  const [step] = next.splice(at, 1);
  next.splice(to, 0, step);
  return next;
}
