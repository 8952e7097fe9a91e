// What happens where a part of the page cannot be drawn or fetched: a sentence in its place, a way on, and the rest untouched.
import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../src/styles/tokens.css';
import '../../src/styles/base.css';
import '../../src/styles/shell.css';
import type { Answer } from '../../src/domain/answer.ts';
import { Boundary } from '../../src/views/shell/Boundary.tsx';
import { Later } from '../../src/views/shell/Later.tsx';
import { type GridPage, showGridPage } from './gridPage.tsx';

let shown: GridPage | null = null;
const host = document.createElement('div');
afterEach(() => {
  shown?.remove();
  shown = null;
  render(null, host);
  host.remove();
  vi.restoreAllMocks();
});

/** What is thrown on purpose is reported to the console, which need not see it here. */
const quietly = () => vi.spyOn(console, 'error').mockImplementation(() => {});
const mount = (view: Parameters<typeof render>[0]) => {
  document.body.append(host);
  render(view, host);
};
const button = (text: string, within: HTMLElement = host) => {
  const found = [...within.querySelectorAll('button')].find((b) => b.textContent === text);
  if (!found) throw new Error(`no button says ${text}`);
  return found;
};

describe('a screen that throws while it is drawn', () => {
  /** Per km² this answer has no areas, which no view is made for. */
  const broken = (answer: Answer): Answer =>
    answer.question.per === 'km2' ? { ...answer, areas: null as unknown as Answer['areas'] } : answer;
  const stumbled = () => shown?.host.querySelector('main .stumbled[role="alert"]') ?? null;

  test('leaves head and navigation standing, and says what still works', async () => {
    const reported = quietly();
    shown = showGridPage({ address: '#/map?v=1&per=km2', answer: broken });
    await expect.poll(stumbled).not.toBeNull();
    expect(stumbled()?.textContent).toContain('could not be drawn');
    expect(stumbled()?.textContent).toContain('The other screens still work.');
    expect(shown.host.querySelectorAll('nav a').length).toBeGreaterThan(3);
    expect(reported).toHaveBeenCalled();
  });

  test('is drawn again with the next answer, without a press', async () => {
    quietly();
    shown = showGridPage({ address: '#/map?v=1&per=km2', answer: broken });
    await expect.poll(stumbled).not.toBeNull();
    shown.page.session.ask({ per: 'residents' });
    await expect.poll(() => shown?.host.querySelectorAll('.area-row').length).toBeGreaterThan(3);
    expect(stumbled()).toBeNull();
  });
});

describe('a fence', () => {
  test('keeps its neighbours, and tries again when told to or when what it is drawn from changes', async () => {
    quietly();
    let drawable = false;
    const Part = ({ figure }: { figure: number }) => {
      if (!drawable) throw new Error('on purpose');
      return <p class="part">{figure}</p>;
    };
    const view = (figure: number) => (
      <>
        <p class="neighbour">still here</p>
        <Boundary what="The part" rest="The rest works." about={{ figure }}>
          <Part figure={figure} />
        </Boundary>
      </>
    );
    mount(view(1));
    await expect
      .poll(() => host.querySelector('[role="alert"]')?.textContent)
      .toContain('The part could not');
    expect(host.querySelector('.neighbour')).not.toBeNull();
    await userEvent.click(button('Try again'));
    expect(host.querySelector('[role="alert"]')).not.toBeNull();
    drawable = true;
    mount(view(1));
    expect(host.querySelector('[role="alert"]')).not.toBeNull();
    mount(view(2));
    await expect.poll(() => host.querySelector('.part')?.textContent).toBe('2');
  });

  test('catches what throws only after a signal has changed', async () => {
    quietly();
    const figure = signal(1);
    const Part = () => {
      if (figure.value < 0) throw new Error('on purpose');
      return <p class="part">{figure.value}</p>;
    };
    mount(
      <Boundary what="The part" rest="The rest works." watch={() => [figure.value]}>
        <Part />
      </Boundary>,
    );
    expect(host.querySelector('.part')?.textContent).toBe('1');
    figure.value = -1;
    await expect.poll(() => host.querySelector('[role="alert"]')).not.toBeNull();
    figure.value = 3;
    await expect.poll(() => host.querySelector('.part')?.textContent).toBe('3');
  });
});

describe('a part that is fetched later', () => {
  const Part = () => <p class="part">there</p>;

  test('says what did not come, is asked for again by a press, and after that offers to reload', async () => {
    const answers = [false, false, true];
    const load = () =>
      answers.shift() ? Promise.resolve(Part) : Promise.reject(new TypeError('Failed to fetch'));
    mount(<Later load={load} what="The part" props={{}} />);
    await expect
      .poll(() => host.querySelector('[role="alert"]')?.textContent)
      .toContain('What was opened before');
    expect(host.textContent).not.toContain('everything else');
    await userEvent.click(button('Try again'));
    await expect.poll(() => host.querySelector('[role="alert"]')?.textContent).toContain('reload the page');
    expect(button('Reload the page')).toBeTruthy();
    await userEvent.click(button('Try again'));
    await expect.poll(() => host.querySelector('.part')?.textContent).toBe('there');
  });

  test('that the reader opened can be closed where it did not come', async () => {
    const onClose = vi.fn();
    const load = () => Promise.reject(new TypeError('Failed to fetch'));
    mount(<Later load={load} what="The part" props={{ onClose }} />);
    await expect.poll(() => host.querySelector('[role="alert"]')).not.toBeNull();
    await userEvent.click(button('Close'));
    expect(onClose).toHaveBeenCalledOnce();
  });

  test('and throws is fenced in', async () => {
    quietly();
    const Throws = () => {
      throw new Error('on purpose');
    };
    mount(<Later load={() => Promise.resolve(Throws)} what="The part" props={{}} />);
    await expect
      .poll(() => host.querySelector('[role="alert"]')?.textContent)
      .toContain('could not be drawn');
  });
});
