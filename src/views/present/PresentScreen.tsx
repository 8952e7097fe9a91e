// Present: a story step by step, by key, press or swipe; full screen, print, and an editor for stories of one's own.
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Failure } from '../map/states.tsx';
import { layout } from '../shell/layout.ts';
import type { Page } from '../shell/page.ts';
import { PrintedStory } from './PrintedStory.tsx';
import { Slide } from './Slide.tsx';
import { StoryEditor } from './StoryEditor.tsx';
import { asMap, goTo, shelfOf } from './stories.ts';
import '../../styles/present.css';

/** A swipe is longer than this, in pixels, and more across than along; a press moves less than the other. */
const SWIPE = 48;
const PRESS = 8;

const KEYS: Record<string, 'next' | 'previous' | 'first' | 'last' | 'full'> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
  f: 'full',
};

export function PresentScreen({ page }: { page: Page }) {
  const { question, answer, progress, catalogue } = page.session;
  const stage = useRef<HTMLElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const swipe = useRef<{ x: number; y: number } | null>(null);
  const editing = useSignal(false);
  const printing = useSignal(false);
  const shelf = shelfOf(page, question.value);
  const { current, step } = shelf;
  const last = current.steps.length - 1;
  const newest = answer.value;
  const ready =
    newest !== null && newest.question.story?.step === step && newest.question.story.id === current.id;

  // The address names the story from the first moment, so that a copied link shows this step again.
  useEffect(() => {
    if (question.peek().screen === 'present' && !question.peek().story && catalogue.value)
      goTo(page, current, 0, 'adjust');
  }, [catalogue.value, question.value.story]);

  // A new step is read from its title, also where the one before was read to its foot.
  useEffect(() => {
    const shown = stage.current;
    if (!shown) return;
    shown.scrollTop = 0;
    if (shown.getBoundingClientRect().top < 0) shown.scrollIntoView();
  }, [step, current.id]);

  const move = (to: number) => goTo(page, current, Math.min(last, Math.max(0, to)));
  const full = () => {
    if (document.fullscreenElement) return document.exitFullscreen();
    stage.current?.focus();
    stage.current?.requestFullscreen?.().catch(() => {});
  };
  const toolbar = (name: string) => bar.current?.querySelector<HTMLElement>(`[data-tool="${name}"]`)?.focus();
  const act = {
    next: () => move(step + 1),
    previous: () => move(step - 1),
    first: () => move(0),
    last: () => move(last),
    full,
  };

  // A clicker works from the first moment, wherever the focus is, and in full screen.
  const keys = useRef<(event: KeyboardEvent) => void>(() => {});
  keys.current = (event) => {
    const within = event.target instanceof Element ? event.target : document.body;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (within.closest('input, textarea, select, dialog, summary')) return;
    if (event.key === ' ' && within.closest('button, a')) return;
    const action = KEYS[event.key];
    if (!action) return;
    event.preventDefault();
    act[action]();
  };
  useEffect(() => {
    const heard = (event: KeyboardEvent) => keys.current(event);
    document.addEventListener('keydown', heard);
    return () => document.removeEventListener('keydown', heard);
  }, []);

  return (
    <div class="present-screen" data-layout={layout.value}>
      <div class="present-bar" ref={bar}>
        <h1>Present</h1>
        <label>
          <span class="hidden">Story</span>
          <select
            data-tool="story"
            value={current.id}
            onChange={(event) => {
              const chosen = [...shelf.own, ...shelf.ready].find((s) => s.id === event.currentTarget.value);
              if (chosen) goTo(page, chosen, 0);
            }}
          >
            <optgroup label="Ready stories">
              {shelf.ready.map((s) => (
                <option key={s.id} value={s.id}>
                  {s.title}
                </option>
              ))}
            </optgroup>
            {shelf.own.length > 0 && (
              <optgroup label="Your stories">
                {shelf.own.map((s) => (
                  <option key={s.id} value={s.id}>
                    {s.title}
                  </option>
                ))}
              </optgroup>
            )}
            {![...shelf.own, ...shelf.ready].some((s) => s.id === current.id) && (
              <option value={current.id}>{current.title}</option>
            )}
          </select>
        </label>
        <div class="present-tools">
          <button
            type="button"
            class="button"
            data-tool="edit"
            aria-expanded={editing.value}
            onClick={() => {
              editing.value = !editing.value;
            }}
          >
            {shelf.isOwn ? 'Edit' : 'Edit a copy'}
          </button>
          <button
            type="button"
            class="button"
            data-tool="print"
            onClick={() => {
              printing.value = true;
            }}
          >
            Print
          </button>
          <button
            type="button"
            class="button"
            onClick={() => {
              page.session.ask(asMap(current.steps[step].question));
              // The button goes with its screen; the focus goes on to the next one.
              document.getElementById('main')?.focus();
            }}
          >
            Open on the map
          </button>
          <button type="button" class="button primary" onClick={full}>
            Full screen
          </button>
        </div>
      </div>
      {shelf.notice && (
        <p class="present-notice" role="status">
          {shelf.notice}
        </p>
      )}
      {progress.value.stage === 'failed' && <Failure page={page} />}
      <div class="present-room">
        {editing.value && (
          <StoryEditor
            page={page}
            story={current}
            isOwn={shelf.isOwn}
            step={step}
            onGone={() => toolbar('story')}
            onClose={() => {
              editing.value = false;
              toolbar('edit');
            }}
          />
        )}
        <section
          ref={stage}
          class="stage"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the stage takes the focus so that keys turn its pages in full screen
          tabIndex={0}
          aria-roledescription="slides"
          aria-label={`${current.title}, step ${step + 1} of ${current.steps.length}`}
          onPointerDown={(event) => {
            swipe.current = { x: event.clientX, y: event.clientY };
          }}
          onPointerUp={(event) => {
            const from = swipe.current;
            swipe.current = null;
            if (!from || (event.target as HTMLElement).closest('button, summary, select, a')) return;
            const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
            if (Math.abs(dx) > SWIPE && Math.abs(dx) > Math.abs(dy)) move(step + (dx < 0 ? 1 : -1));
            // On the full screen, where there is nothing else to press, a press turns the page.
            else if (document.fullscreenElement && Math.hypot(dx, dy) < PRESS && event.button === 0)
              act.next();
          }}
        >
          <div class="slide-holder" data-late={!ready} aria-live="polite" aria-busy={!ready}>
            {newest && (ready || newest.question.story) ? (
              <Slide
                page={page}
                answer={newest}
                story={current}
                step={current.steps[step]}
                place={`${step + 1} of ${current.steps.length}`}
              />
            ) : (
              <p class="later">Computing the figures of this step …</p>
            )}
          </div>
          <nav class="pager" aria-label="Steps">
            <button
              type="button"
              class="button"
              aria-disabled={step === 0}
              onClick={act.previous}
              aria-label="Previous step"
            >
              ←
            </button>
            <ol>
              {current.steps.map((s, k) => (
                <li key={`${s.kind}-${k}`}>
                  <button
                    type="button"
                    class="dot"
                    aria-label={`Step ${k + 1}`}
                    aria-current={k === step ? 'step' : undefined}
                    onClick={() => move(k)}
                  />
                </li>
              ))}
            </ol>
            <button
              type="button"
              class="button"
              aria-disabled={step === last}
              onClick={act.next}
              aria-label="Next step"
            >
              →
            </button>
            <button type="button" class="button exit-full" onClick={full}>
              Leave full screen
            </button>
          </nav>
        </section>
      </div>
      {printing.value && (
        <PrintedStory
          page={page}
          story={current}
          onDone={() => {
            printing.value = false;
            toolbar('print');
          }}
        />
      )}
    </div>
  );
}
