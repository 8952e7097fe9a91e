// Drag, wheel and click for the SVG map; the WebGL map brings its own.
import type { Point } from './geometry.ts';
import type { MapView } from './mapView.ts';

export interface Hits {
  over(code: string | null, at: Point | null): void;
  /** `at` is where on the map, in pixels from its top left, where that is known. */
  click(code: string | null, add: boolean, at?: Point): void;
}

const CLICK_SLACK = 4;

function codeUnder(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.getAttribute('data-code') ?? null) : null;
}

/** Listens on the map's surface until the returned function is called. A `fixed` map is not moved by hand. */
export function listenToSvg(surface: HTMLElement, view: MapView, hits: Hits, fixed = false): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal };
  let last: Point | null = null;
  let travelled = 0;
  const place = (e: MouseEvent): Point => {
    const frame = surface.getBoundingClientRect();
    return { x: e.clientX - frame.left, y: e.clientY - frame.top };
  };
  surface.addEventListener(
    'pointerdown',
    (e) => {
      travelled = 0;
      if (e.button === 0 && !fixed) last = place(e);
    },
    options,
  );
  surface.addEventListener(
    'pointermove',
    (e) => {
      const at = place(e);
      if (last && e.buttons & 1) {
        travelled += Math.hypot(at.x - last.x, at.y - last.y);
        // Taking the pointer only once it has moved leaves plain clicks to the shapes beneath it.
        if (travelled > CLICK_SLACK) {
          if (!surface.hasPointerCapture(e.pointerId)) surface.setPointerCapture(e.pointerId);
          view.panBy(at.x - last.x, at.y - last.y);
        }
        last = at;
        return;
      }
      if (e.pointerType !== 'touch') hits.over(codeUnder(e.target), at);
    },
    options,
  );
  surface.addEventListener('pointerup', () => (last = null), options);
  surface.addEventListener('pointercancel', () => (last = null), options);
  surface.addEventListener('pointerleave', () => hits.over(null, null), options);
  surface.addEventListener(
    'click',
    (e) => {
      if (travelled > CLICK_SLACK) return;
      hits.click(codeUnder(e.target), e.shiftKey || e.ctrlKey || e.metaKey, place(e));
    },
    options,
  );
  surface.addEventListener(
    'wheel',
    (e) => {
      if (fixed) return;
      e.preventDefault();
      const lines = e.deltaMode === 1 ? 16 : 1;
      view.zoomBy(2 ** ((-e.deltaY * lines) / 300), place(e));
    },
    { ...options, passive: false },
  );
  return () => stop.abort();
}
