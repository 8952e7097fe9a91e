// Own stories ↔ text: kept in the browser, carried by a link, saved as a file.
import { strFromU8, strToU8, unzlibSync, zlibSync } from 'fflate';
import { STEP_KINDS, type Step, type StepKind, type Story } from '../domain/story.ts';
import { parseLink, writeLink } from './link.ts';

interface StoredStep {
  l: string;
  t: string;
  c: string;
  /** What the step tells where title and caption are empty. */
  k: StepKind;
}

interface StoredStory {
  id: string;
  title: string;
  authority: string | null;
  steps: StoredStep[];
}

const LONGEST = 400;

function stored(story: Story): StoredStory {
  const step = (s: Step) => ({
    l: writeLink({ ...s.question, screen: 'map', story: null }),
    t: s.title,
    c: s.caption,
    k: s.kind,
  });
  return { id: story.id, title: story.title, authority: story.authority, steps: story.steps.map(step) };
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 20_000;

/** A story out of whatever was stored; null where it is not one. Text is text: nothing in it is ever markup. */
function revived(value: unknown): Story | null {
  const { id, title, authority, steps } = (value ?? {}) as Partial<StoredStory>;
  if (!isText(id) || !/^[a-z0-9][a-z0-9-]*$/.test(id) || !isText(title) || !Array.isArray(steps)) return null;
  const read = steps.slice(0, 100).flatMap((s): Step[] => {
    if (!isText(s?.l) || !isText(s?.t) || !isText(s?.c)) return [];
    const kind = STEP_KINDS.find((k) => k === s.k) ?? 'own';
    return [
      {
        kind,
        question: parseLink(s.l).question,
        title: s.t.slice(0, LONGEST),
        caption: s.c.slice(0, LONGEST),
      },
    ];
  });
  const about = isText(authority) && /^[A-Z]\d{8}$/.test(authority) ? authority : null;
  return read.length > 0 ? { id, title: title.slice(0, LONGEST), authority: about, steps: read } : null;
}

export function storiesToText(stories: readonly Story[]): string {
  return JSON.stringify(stories.map(stored));
}

/** Stories out of kept text; what cannot be read is left out. */
export function storiesFromText(text: string | null): Story[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list) ? list.flatMap((s) => revived(s) ?? []) : [];
  } catch {
    return [];
  }
}

/** A whole story as letters that a link can carry. */
export function packStory(story: Story): string {
  const bytes = zlibSync(strToU8(JSON.stringify(stored(story))), { level: 9 });
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** The story a link carries; null where it is broken. */
export function unpackStory(deck: string): Story | null {
  try {
    const text = atob(deck.replaceAll('-', '+').replaceAll('_', '/'));
    return revived(JSON.parse(strFromU8(unzlibSync(Uint8Array.from(text, (c) => c.charCodeAt(0))))));
  } catch {
    return null;
  }
}
