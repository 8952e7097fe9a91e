// Which rows of a long list are in sight: only those are drawn, whatever scrolls, the list's own box or the page.
import { useLayoutEffect, useState } from 'preact/hooks';

export interface RowWindow {
  readonly first: number;
  /** One past the last. */
  readonly last: number;
}

/** Rows drawn above and below what is in sight, so that a quick scroll meets no blank. */
const SPARE = 8;
/** Lists as short as this are drawn whole. */
const SHORT = 40;

/**
 * @param box the element whose height is rows × rowHeight; @param scroller what clips it, or null where the page scrolls.
 */
export function useVisibleRows(
  box: { readonly current: HTMLElement | null },
  scroller: { readonly current: HTMLElement | null },
  rows: number,
  rowHeight: number,
): RowWindow {
  const [seen, setSeen] = useState<RowWindow>({ first: 0, last: Math.min(rows, 2 * SPARE) });
  const drawnWhole = rows <= SHORT;
  useLayoutEffect(() => {
    if (drawnWhole) return;
    const measure = () => {
      if (!box.current) return;
      const top = box.current.getBoundingClientRect().top;
      const clip = scroller.current?.getBoundingClientRect();
      const from = Math.max(0, clip?.top ?? 0);
      const to = Math.min(window.innerHeight, clip?.bottom ?? window.innerHeight);
      const first = Math.max(0, Math.floor((from - top) / rowHeight) - SPARE);
      const last = Math.max(0, Math.min(rows, Math.ceil((to - top) / rowHeight) + SPARE));
      setSeen((old) => (old.first === first && old.last === last ? old : { first, last }));
    };
    measure();
    // Scroll events do not bubble; listening while they are captured hears every scroller.
    window.addEventListener('scroll', measure, { capture: true, passive: true });
    window.addEventListener('resize', measure);
    return () => {
      window.removeEventListener('scroll', measure, { capture: true });
      window.removeEventListener('resize', measure);
    };
  }, [box, scroller, rows, rowHeight, drawnWhole]);
  return drawnWhole ? { first: 0, last: rows } : seen;
}
