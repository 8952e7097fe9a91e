// A list to choose one from: a listbox with one tab stop, arrow keys, Home, End and first letters.
import { useId, useRef, useState } from 'preact/hooks';

export interface Choice {
  readonly id: string;
  readonly label: string;
  /** Smaller, after the label. */
  readonly note?: string;
}

interface ChoicesProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

function stepOf(key: string, at: number, last: number): number | null {
  if (key === 'ArrowDown') return Math.min(last, at + 1);
  if (key === 'ArrowUp') return Math.max(0, at - 1);
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  return null;
}

export function Choices({ label, choices, chosen, onChoose }: ChoicesProps) {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      choices.findIndex((c) => c.id === chosen),
    ),
  );

  const goTo = (index: number) => {
    setActive(index);
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepOf(event.key, active, choices.length - 1);
    if (next !== null) {
      goTo(next);
    } else if (event.key === 'Enter' || event.key === ' ') {
      onChoose(choices[active].id);
    } else if (/^[a-z0-9]$/i.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const letter = event.key.toLowerCase();
      const order = choices.map((_, k) => (active + 1 + k) % choices.length);
      const hit = order.find((k) => choices[k].label.toLowerCase().startsWith(letter));
      if (hit !== undefined) goTo(hit);
      return;
    } else {
      return;
    }
    event.preventDefault();
  };

  return (
    <div
      ref={list}
      class="choices"
      role="listbox"
      tabIndex={0}
      data-first
      aria-label={label}
      aria-activedescendant={choices.length > 0 ? `${base}-${active}` : undefined}
      onKeyDown={onKeyDown}
    >
      {choices.map((choice, index) => (
        // Keys are taken by the listbox, which holds the focus; a pointer presses the option itself.
        // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox above answers the keyboard for its options
        <div
          key={choice.id}
          id={`${base}-${index}`}
          role="option"
          tabIndex={-1}
          class="choice"
          data-active={index === active}
          aria-selected={choice.id === chosen}
          onClick={() => onChoose(choice.id)}
          onPointerMove={() => setActive(index)}
        >
          <span>{choice.label}</span>
          {choice.note && <small>{choice.note}</small>}
        </div>
      ))}
    </div>
  );
}
