// Where the keyboard goes once a change has redrawn a list and taken away what was pressed.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

type Find = () => HTMLElement | null | undefined;

/** Gives a function to name the place beforehand; once the view has redrawn, the focus is there. */
export function useFocusNext(): (find: Find) => void {
  const next = useRef<Find | null>(null);
  const [, redraw] = useState(0);
  useLayoutEffect(() => {
    const find = next.current;
    next.current = null;
    find?.()?.focus();
  });
  return (find) => {
    next.current = find;
    // A change that alters nothing draws nothing by itself.
    redraw((n) => n + 1);
  };
}
