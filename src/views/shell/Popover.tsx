// A button and the panel it opens beside itself: the browser's own popover, closed by Escape or a click elsewhere.
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';

/** Space kept between the panel and the edges of the window. */
const MARGIN = 8;
/** Past this a panel scrolls, so that the page behind stays in sight. */
const TALLEST = 460;

function place(button: Element, panel: HTMLElement): void {
  const from = button.getBoundingClientRect();
  const room = window.innerWidth - panel.offsetWidth - MARGIN;
  const below = from.bottom + MARGIN;
  panel.style.left = `${Math.max(MARGIN, Math.min(from.left, room))}px`;
  panel.style.top = `${below}px`;
  panel.style.maxHeight = `${Math.min(TALLEST, Math.max(160, window.innerHeight - below - MARGIN))}px`;
}

interface PopoverButtonProps {
  readonly panel: string;
  readonly class: string;
  /** Says what pressing does, where the text alone would not. */
  readonly title: string;
  readonly children: ComponentChildren;
}

export function PopoverButton({ panel, class: name, title, children }: PopoverButtonProps) {
  return (
    <button type="button" class={name} popovertarget={panel} aria-haspopup="dialog" title={title}>
      {children}
    </button>
  );
}

interface PopoverPanelProps {
  readonly id: string;
  readonly title: string;
  /** Made when the panel opens, and dropped when it closes. */
  readonly children: (close: () => void) => ComponentChildren;
}

/** Stands outside the text its button stands in, so that a heading keeps its own words. */
export function PopoverPanel({ id, title, children }: PopoverPanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const button = () => document.querySelector<HTMLElement>(`[popovertarget="${id}"]`);

  const toggled = (event: Event) => {
    const opens = (event as ToggleEvent).newState === 'open';
    setOpen(opens);
    if (!opens) return;
    // The content is there after the next rendering, and only then has a size.
    requestAnimationFrame(() => {
      const from = button();
      if (!from || !panel.current) return;
      place(from, panel.current);
      panel.current.querySelector<HTMLElement>('[data-first], input, select, button')?.focus();
    });
  };
  const close = () => {
    panel.current?.hidePopover();
    button()?.focus();
  };

  return (
    <div
      ref={panel}
      id={id}
      popover="auto"
      role="dialog"
      aria-label={title}
      class="popover"
      onToggle={toggled}
    >
      {open && children(close)}
    </div>
  );
}
