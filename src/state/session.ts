// The session: what the page knows right now, as signals. No DOM; the address and the engine come in from outside.
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { Answer } from '../domain/answer.ts';
import type { Ask, Progress } from '../domain/asking.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { LinkStamp } from '../domain/decisionRecord.ts';
import { type Question, sameFigures } from '../domain/question.ts';
import { parseLink, writeLink } from './link.ts';

/** The address bar as the session sees it. */
export interface AddressPort {
  read(): string;
  push(hash: string): void;
  replace(hash: string): void;
  listen(changed: () => void): void;
}

/** A link opened as a record of a decision. */
export interface DecisionRecord {
  readonly stamp: LinkStamp;
  readonly question: Question;
}

export interface Session {
  readonly question: ReadonlySignal<Question>;
  /** The newest answer. While a newer question is under way its own question differs from `question`. */
  readonly answer: ReadonlySignal<Answer | null>;
  readonly progress: ReadonlySignal<Progress>;
  readonly catalogue: Signal<Catalogue | null>;
  readonly hovered: Signal<string | null>;
  /** Sentences about the link or the release that the reader can put away. */
  readonly notices: Signal<readonly string[]>;
  readonly link: ReadonlySignal<string>;
  /** What the link that was opened says of its figures, with the question it asked; null once it is put away. */
  readonly record: Signal<DecisionRecord | null>;
  /** The only way to change the question. A decision goes into the history, so that Back undoes it. */
  ask(change: Partial<Question>, how?: 'decide' | 'adjust'): void;
  /** Asks the same question again: what the engine reads beside it, such as the reader's own inventory, has changed. */
  again(): void;
  /** Select one area, or clear the selection with null; `add` keeps the others. */
  select(code: string | null, add?: boolean): void;
}

export function createSession(engine: Ask, address: AddressPort): Session {
  const first = parseLink(address.read());
  const question = signal<Question>(first.question);
  const answer = signal<Answer | null>(null);
  const progress = signal<Progress>({ stage: 'loading', share: 0, message: '' });
  const notices = signal<readonly string[]>(first.notices);
  const recordOf = (read: ReturnType<typeof parseLink>): DecisionRecord | null =>
    read.stamp.release === null ? null : { stamp: read.stamp, question: read.question };
  const record = signal<DecisionRecord | null>(recordOf(first));
  const hovered = signal<string | null>(null);
  const catalogue = signal<Catalogue | null>(null);
  const link = computed(() => writeLink(question.value));

  const run = () => {
    const asked = question.value;
    engine(
      asked,
      (newest) => {
        // Meanwhile the reader may have looked elsewhere, which changes no figure and is no new question.
        if (sameFigures(question.value, asked)) answer.value = { ...newest, question: question.value };
      },
      (p) => {
        if (sameFigures(question.value, asked)) progress.value = p;
      },
    );
  };

  const become = (next: Question) => {
    const looksElsewhere = sameFigures(next, question.value) && progress.value.stage !== 'failed';
    batch(() => {
      question.value = next;
      if (looksElsewhere && answer.value && sameFigures(answer.value.question, next))
        answer.value = { ...answer.value, question: next };
    });
    if (!looksElsewhere) run();
  };

  address.listen(() => {
    const read = parseLink(address.read());
    record.value = recordOf(read) ?? record.value;
    if (writeLink(read.question) === writeLink(question.value)) return;
    notices.value = read.notices;
    become(read.question);
  });

  run();

  return {
    question,
    answer,
    progress,
    catalogue,
    hovered,
    notices,
    link,
    record,
    ask(change, how = 'decide') {
      const next: Question = { ...question.value, ...change };
      const hash = writeLink(next);
      if (hash === writeLink(question.value)) return;
      if (how === 'decide') address.push(hash);
      else address.replace(hash);
      become(next);
    },
    again: run,
    select(code, add = false) {
      const selected = question.value.selected;
      if (code === null) return this.ask({ selected: [] });
      if (!add) return this.ask({ selected: selected.length === 1 && selected[0] === code ? [] : [code] });
      return this.ask({
        selected: selected.includes(code) ? selected.filter((c) => c !== code) : [...selected, code],
      });
    },
  };
}
