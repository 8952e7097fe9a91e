// A whole page over the grid answer: its own address, and an engine that answers at once or when told to.
import { signal } from '@preact/signals';
import { render } from 'preact';
import type { Answer } from '../../src/domain/answer.ts';
import type { Ask } from '../../src/domain/asking.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Question } from '../../src/domain/question.ts';
import { createSession } from '../../src/state/session.ts';
import { App } from '../../src/views/shell/App.tsx';
import type { Page } from '../../src/views/shell/page.ts';
import { type GridWishes, gridAnswer, gridTopology } from '../encode/gridAnswer.ts';

export interface GridPage {
  readonly page: Page;
  readonly host: HTMLElement;
  readonly asked: Question[];
  /** The addresses of the history, the newest last. */
  readonly history: string[];
  back(): void;
  remove(): void;
}

export function gridCatalogue(answer: Answer): Catalogue {
  const { areas, release, measures, series } = answer;
  return {
    release,
    authorities: [
      { code: 'E08000001', name: 'Westmere' },
      { code: 'E08000002', name: 'Eastmere' },
    ],
    areas: [
      { code: 'E08000001', name: 'Westmere', authority: 'Westmere', level: 'authority' },
      ...areas.code.map((code, i) => ({
        code,
        name: areas.name[i],
        authority: areas.authority[i],
        level: areas.level,
      })),
    ],
    measures: [
      measures[0].measure,
      {
        ...measures[0].measure,
        id: 'deprivation',
        label: 'Deprivation without crime',
        phrase: 'deprivation without crime',
        kind: 'score',
      },
    ],
    programmes: [
      {
        id: 'ae',
        label: 'A&E interventions',
        phrase: 'A&E interventions',
        tier: 'tertiary',
        form: 'site',
        ages: { from: 11, to: 24 },
        source: 'a test',
      },
    ],
    months: series.months,
    ages: [],
    documented: { status: 'documented', services: [], complete: [] },
  };
}

export interface GridPageWishes {
  readonly areas?: GridWishes;
  /** Changes the answer before the page hears it. */
  readonly answer?: (answer: Answer) => Answer;
  /** In place of an answer: the sentence of a failure. */
  readonly failure?: string;
  readonly address?: string;
}

export function showGridPage(wishes: GridPageWishes = {}): GridPage {
  const asked: Question[] = [];
  const history = [wishes.address ?? ''];
  let changed = () => {};
  const first = gridAnswer(wishes.areas);
  const engine: Ask = (question, tell, progress) => {
    asked.push(question);
    if (wishes.failure) return progress({ stage: 'failed', share: 0, message: wishes.failure });
    const answer = { ...first, question };
    tell(wishes.answer ? wishes.answer(answer) : answer);
    progress({ stage: 'done', share: 1, message: '' });
  };
  const session = createSession(engine, {
    read: () => history[history.length - 1],
    push: (hash) => history.push(hash),
    replace: (hash) => history.splice(-1, 1, hash),
    listen: (then) => {
      changed = then;
    },
  });
  session.catalogue.value = gridCatalogue(first);
  const topology = signal(gridTopology(wishes.areas));
  const page: Page = {
    session,
    outlines: () => topology,
    read: () => Promise.reject(new Error('The grid has no files.')),
    further: () => Promise.reject(new Error('The grid has no further answers.')),
    cancel: () => {},
    useInventory: () => {},
    retry: () => {},
  };
  const host = document.createElement('div');
  document.body.append(host);
  render(<App page={page} />, host);
  return {
    page,
    host,
    asked,
    history,
    back() {
      history.pop();
      changed();
    },
    remove() {
      render(null, host);
      host.remove();
    },
  };
}
