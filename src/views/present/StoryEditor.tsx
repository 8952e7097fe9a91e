// The editor of a story: titles and captions in one's own words, steps in one's own order, with undo; shared by link or file.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Step, Story } from '../../domain/story.ts';
import { questionOf } from '../../domain/story.ts';
import { sentenceText } from '../../encode/sentence.ts';
import { stepName } from '../../encode/storyWords.ts';
import { parseLink, writeLink } from '../../state/link.ts';
import { movedStep } from '../../state/ownStories.ts';
import { packStory } from '../../state/storyFile.ts';
import { type Page, vocabulary } from '../shell/page.ts';
import { goTo, ownStories, shelfOf } from './stories.ts';

interface StoryEditorProps {
  readonly page: Page;
  readonly story: Story;
  readonly isOwn: boolean;
  readonly step: number;
  readonly onClose: () => void;
  /** The story is no more, and with it whatever had the focus. */
  readonly onGone: () => void;
}

interface WordsProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly onKeep: (text: string) => void;
}

/** What is being typed is the field's own until it is left: figures that arrive meanwhile do not take it away. */
function Words({ label, value, placeholder, onKeep }: WordsProps) {
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <label>
      {label}
      <input
        class="field"
        value={draft ?? value}
        placeholder={placeholder}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onChange={(event) => {
          setDraft(null);
          onKeep(event.currentTarget.value);
        }}
      />
    </label>
  );
}

export function StoryEditor({ page, story, isOwn, step, onClose, onGone }: StoryEditorProps) {
  const list = useRef<HTMLOListElement>(null);
  /** What should have the focus after the next drawing: a step's button, or another of it where that one is idle. */
  const wanted = useRef<{ step: number; tool: 'up' | 'down' | 'remove' } | null>(null);
  useLayoutEffect(() => {
    if (!wanted.current) return;
    const { step: at, tool } = wanted.current;
    wanted.current = null;
    const buttons = list.current?.children[at]?.querySelectorAll<HTMLButtonElement>('.story-moves button');
    const all = [...(buttons ?? [])];
    (
      all.find((b) => b.dataset.tool === tool && !b.disabled) ??
      all.find((b) => !b.disabled) ??
      list.current
    )?.focus();
  });
  const [shared, setShared] = useState('');
  const [pasted, setPasted] = useState('');
  /** Editing a ready story makes a copy of it first; the ready one stays as it is. */
  const put = (change: Partial<Story>, at = step) => {
    const id = isOwn ? story.id : ownStories.freeId();
    const title = isOwn ? story.title : `${story.title}, my copy`;
    const next: Story = { ...story, title, authority: story.authority, ...change, id };
    ownStories.put(next);
    goTo(page, next, Math.min(at, next.steps.length - 1), 'adjust');
  };
  const reorder = (at: number, by: 1 | -1) => {
    wanted.current = { step: at + by, tool: by < 0 ? 'up' : 'down' };
    put({ steps: movedStep(story.steps, at, by) }, at + by);
    setShared(`Step ${at + 1} is now step ${at + by + 1}.`);
  };
  const takeOut = (at: number) => {
    const last = story.steps.length - 2;
    wanted.current = { step: Math.min(at, last), tool: 'remove' };
    put({ steps: story.steps.filter((_, j) => j !== at) }, Math.max(0, at - 1));
    setShared(`Step ${at + 1} was removed; Undo brings it back.`);
  };
  const undo = () => {
    ownStories.undo();
    if (ownStories.stories.value.some((s) => s.id === story.id)) return;
    // The first change made the copy, so that its undoing leads back to what it is a copy of.
    const ready = shelfOf(page, page.session.question.peek()).ready;
    goTo(page, ready.find((s) => s.authority === story.authority) ?? ready[0], 0, 'adjust');
  };
  const putStep = (at: number, change: Partial<Step>) =>
    put({ steps: story.steps.map((s, k) => (k === at ? { ...s, ...change } : s)) }, at);
  const share = async () => {
    const link = writeLink(questionOf(story, step, packStory(story)));
    const address = `${location.href.split('#', 1)[0]}${link}`;
    try {
      await navigator.clipboard.writeText(address);
      setShared('The link to the whole story is on the clipboard.');
    } catch {
      setShared(address);
    }
  };

  const addPasted = () => {
    const read = parseLink(pasted.trim());
    if (!pasted.includes('#/')) {
      setShared('That is not a link of this page: copy one with "Copy link" and paste it here.');
      return;
    }
    const step: Step = { kind: 'own', question: { ...read.question, story: null }, title: '', caption: '' };
    put({ steps: [...story.steps, step] }, story.steps.length);
    setPasted('');
    setShared(read.notices.length > 0 ? read.notices.join(' ') : 'The question was added as the last step.');
  };

  return (
    <section class="story-editor" aria-label="Edit the story">
      <div class="story-head">
        <Words
          label="Title of the story"
          value={story.title}
          onKeep={(text) => put({ title: text.trim() || 'Untitled story' })}
        />
        <button type="button" class="button" aria-disabled={!ownStories.canUndo.value} onClick={undo}>
          Undo
        </button>
        <button type="button" class="button" onClick={share}>
          Copy link to the story
        </button>
        {isOwn && (
          <button
            type="button"
            class="button"
            onClick={() => {
              ownStories.remove(story.id);
              page.session.ask({ story: null });
              onGone();
            }}
          >
            Delete story
          </button>
        )}
        <button type="button" class="button" onClick={onClose}>
          Done
        </button>
      </div>
      <p role="status" class="quiet">
        {shared}
      </p>
      <ol class="story-steps" ref={list} tabIndex={-1}>
        {story.steps.map((s, k) => (
          // By place, so that a button that moves a step is still there afterwards.
          <li key={k} data-current={k === step}>
            <p class="quiet">
              <button
                type="button"
                class="plain-button"
                aria-current={k === step ? 'step' : undefined}
                onClick={() => goTo(page, story, k)}
              >
                {k + 1}. {stepName(s.kind, s.question.show)}
              </button>{' '}
              {sentenceText(s.question, vocabulary(page.session.catalogue.value))}
            </p>
            <Words
              label="Title"
              value={s.title}
              placeholder="made from the figures"
              onKeep={(text) => putStep(k, { title: text })}
            />
            <Words
              label="Caption"
              value={s.caption}
              placeholder="made from the figures"
              onKeep={(text) => putStep(k, { caption: text })}
            />
            <div class="story-moves">
              <button
                type="button"
                class="button"
                aria-label={`Move step ${k + 1} up`}
                disabled={k === 0}
                data-tool="up"
                onClick={() => reorder(k, -1)}
              >
                ↑
              </button>
              <button
                type="button"
                class="button"
                aria-label={`Move step ${k + 1} down`}
                disabled={k === story.steps.length - 1}
                data-tool="down"
                onClick={() => reorder(k, 1)}
              >
                ↓
              </button>
              <button
                type="button"
                class="button"
                aria-label={`Remove step ${k + 1}`}
                disabled={story.steps.length === 1}
                data-tool="remove"
                onClick={() => takeOut(k)}
              >
                Remove
              </button>
            </div>
          </li>
        ))}
      </ol>
      <form
        class="story-add"
        onSubmit={(event) => {
          event.preventDefault();
          addPasted();
        }}
      >
        <label>
          Add a step from a link
          <input
            class="field"
            value={pasted}
            placeholder="paste a copied link"
            onInput={(event) => setPasted(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button" disabled={pasted.trim() === ''}>
          Add step
        </button>
      </form>
    </section>
  );
}
