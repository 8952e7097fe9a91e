// A map on a page of its own, with its session's part played by signals, for the tests of what is drawn.
import { type Signal, signal } from '@preact/signals';
import { render } from 'preact';
import type { Answer } from '../../src/domain/answer.ts';
import { type Painting, paint } from '../../src/encode/painting.ts';
import { AreaMap } from '../../src/views/map/AreaMap.tsx';
import { type GridWishes, gridAnswer, gridTopology } from '../encode/gridAnswer.ts';
import '../../src/styles/tokens.css';
import '../../src/styles/map.css';
import '../../src/styles/charts.css';

export interface Stage {
  readonly host: HTMLElement;
  readonly surface: HTMLElement;
  readonly hovered: Signal<string | null>;
  readonly selected: Signal<readonly string[]>;
  readonly answer: Signal<Answer>;
  painting(): Painting;
  strike(): void;
}

export function stageMap(wishes: GridWishes = {}, width = 640, height = 480): Stage {
  const host = document.createElement('div');
  host.style.width = `${width}px`;
  host.style.height = `${height}px`;
  document.body.append(host);
  const topology = gridTopology(wishes);
  const answer = signal(gridAnswer(wishes));
  const hovered = signal<string | null>(null);
  const selected = signal<readonly string[]>([]);
  function Page() {
    const { value } = answer;
    return (
      <AreaMap
        answer={value}
        topology={topology}
        painting={paint(value, value.question.show)}
        hovered={hovered}
        selected={selected.value}
        onSelect={(code, add) => {
          selected.value = code === null ? [] : add ? [...selected.value, code] : [code];
        }}
        onHover={(code) => {
          hovered.value = code;
        }}
        sites={value.services}
        level={value.areas.level}
      />
    );
  }
  render(<Page />, host);
  return {
    host,
    surface: host.querySelector('.map-surface') as HTMLElement,
    hovered,
    selected,
    answer,
    painting: () => paint(answer.value, answer.value.question.show),
    strike() {
      render(null, host);
      host.remove();
    },
  };
}

/** The colour that a custom property has on this page, as "rgb(…)". */
export function resolved(name: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

export function pathOf(host: HTMLElement, code: string): SVGPathElement {
  return host.querySelector(`path[data-code="${code}"]`) as SVGPathElement;
}

export function middleOf(element: Element): { x: number; y: number } {
  const box = element.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}

export function press(target: HTMLElement, key: string, shiftKey = false): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }));
}
