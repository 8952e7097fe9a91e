// Whether a part of the page has come near the window: what lies far below is drawn when the reader gets there.
import { useEffect, useState } from 'preact/hooks';

/** Some way ahead, so that scrolling meets nothing half drawn. */
const AHEAD = '40% 0px';

/** False until the element is in or near the window, true from then on. */
export function useNear(element: { readonly current: Element | null }): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (near || !element.current) return;
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: AHEAD },
    );
    watch.observe(element.current);
    return () => watch.disconnect();
  });
  return near;
}
