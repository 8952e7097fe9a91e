// The map from the keyboard: arrows walk, Page keys go through all areas, Enter selects, Escape clears, + - 0 zoom.
import { type Signal, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Answer } from '../../domain/answer.ts';
import type { Geometry, Point } from './geometry.ts';
import type { MapView } from './mapView.ts';
import { along, type Heading, step } from './walk.ts';

interface Wishes {
  readonly geometry: Geometry | null;
  readonly answer: Answer;
  readonly view: MapView;
  readonly hovered: Signal<string | null>;
  readonly selected: readonly string[];
  readonly onSelect: (code: string | null, add: boolean) => void;
  readonly onHover: (code: string | null) => void;
  readonly pointer: Signal<Point | null>;
}

const HEADINGS: Record<string, Heading> = {
  ArrowUp: 'north',
  ArrowRight: 'east',
  ArrowDown: 'south',
  ArrowLeft: 'west',
};

function inOrder({ code, name, authority }: Answer['areas'], geometry: Geometry): number[] {
  const { compare } = new Intl.Collator('en-GB');
  return code
    .map((c, i) => ({ at: geometry.indexOf.get(c) ?? -1, key: `${authority[i]} ${name[i]}` }))
    .filter((x) => x.at >= 0)
    .sort((a, b) => compare(a.key, b.key))
    .map((x) => x.at);
}

export function useMapKeys(wishes: Wishes) {
  const { geometry, answer, view, hovered, selected, onSelect, onHover, pointer } = wishes;
  /** The area last reached by a key; announced. */
  const spoken = useSignal<string | null>(null);
  /** By authority, then by name, as a reader would read them out. */
  const order = useMemo(() => {
    // Sorted at the first key that asks for it: most readers never do.
    let sorted: readonly number[] | null = null;
    return () => {
      sorted ??= geometry ? inOrder(answer.areas, geometry) : [];
      return sorted;
    };
  }, [answer.areas, geometry]);

  const reach = (index: number) => {
    const shape = geometry?.shapes[index];
    if (!shape) return;
    pointer.value = null;
    spoken.value = shape.code;
    onHover(shape.code);
    view.reveal(shape.centre);
  };
  /** Where walking starts: the area last reached, the selected one, the one with the largest gap. */
  const start = () => {
    if (!geometry) return -1;
    const known = [spoken.value, selected[0]].find((c) => c && geometry.indexOf.has(c));
    if (known) return geometry.indexOf.get(known) ?? 0;
    const first = answer.areas.rank.indexOf(1);
    return geometry.indexOf.get(answer.areas.code[Math.max(0, first)]) ?? order()[0] ?? 0;
  };

  return {
    spoken,
    onFocus: (e: FocusEvent) => {
      const byKey = e.currentTarget instanceof Element && e.currentTarget.matches(':focus-visible');
      if (byKey) reach(start());
    },
    onBlur: () => {
      if (spoken.value !== null && hovered.value === spoken.value) onHover(null);
    },
    onKeyDown: (e: KeyboardEvent) => {
      if (!geometry || e.ctrlKey || e.metaKey || e.altKey) return;
      const heading = HEADINGS[e.key];
      const from = start();
      if (heading) {
        // The first arrow lands on the start itself, so that nothing is stepped over unseen.
        if (spoken.value === null) reach(from);
        else {
          const next = step(geometry.shapes, from, heading);
          if (next >= 0) reach(next);
        }
      } else if (e.key === 'PageDown') reach(along(order(), from, 1));
      else if (e.key === 'PageUp') reach(along(order(), from, -1));
      else if (e.key === 'Home') reach(order()[0]);
      else if (e.key === 'End') reach(order().at(-1) ?? -1);
      else if (e.key === 'Enter' || e.key === ' ') {
        const code = spoken.value ?? geometry.shapes[from]?.code;
        if (code) onSelect(code, e.shiftKey);
      } else if (e.key === 'Escape') {
        onSelect(null, false);
        onHover(null);
      } else if (e.key === '+' || e.key === '=') view.zoomBy(2);
      else if (e.key === '-') view.zoomBy(0.5);
      else if (e.key === '0') view.home();
      else return;
      e.preventDefault();
    },
  };
}
