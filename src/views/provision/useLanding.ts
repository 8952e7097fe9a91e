// Where the keyboard stands once what it stood on is gone: the first control of a wish that is drawn, never the page's beginning.
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Wish {
  readonly selectors: readonly string[];
  /** Only where focus has been lost; otherwise it is moved in any case. */
  readonly ifLost: boolean;
}

export type Land = (selectors: readonly string[], how?: 'always' | 'if lost') => void;

/** The row of a record, and the ways on where it is not drawn. */
export function atRecord(id: string | null): readonly string[] {
  const row = id === null ? [] : [`tr[data-record="${CSS.escape(id)}"] .record-name`];
  return [...row, '.records-find', '.provision-tools .primary'];
}

export function useLanding(root: RefObject<HTMLElement | null>): Land {
  const wish = useRef<Wish | null>(null);
  useLayoutEffect(() => {
    const host = root.current;
    if (!host || !wish.current || host.querySelector('dialog[open]')) return;
    const { selectors, ifLost } = wish.current;
    wish.current = null;
    if (ifLost && document.activeElement !== null && document.activeElement !== document.body) return;
    for (const selector of selectors) {
      const found = [...host.querySelectorAll<HTMLElement>(selector)].find(
        (e) => e.getClientRects().length > 0,
      );
      if (!found) continue;
      found.focus();
      return;
    }
  });
  return (selectors, how = 'always') => {
    wish.current = { selectors, ifLost: how === 'if lost' };
  };
}
