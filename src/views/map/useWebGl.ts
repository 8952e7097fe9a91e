// When the WebGL map comes, and what happens where it cannot.
import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Painting } from '../../encode/painting.ts';
import type { GlMap } from './GlMap.ts';
import type { Geometry } from './geometry.ts';
import type { Hits } from './gestures.ts';
import type { MapView } from './mapView.ts';

export interface WebGlWishes {
  /** Where the WebGL map is put; it is hidden until the map stands. */
  readonly host: RefObject<HTMLDivElement | null>;
  readonly view: MapView;
  readonly geometry: Geometry | null;
  readonly painting: Painting;
  readonly hits: Hits;
  readonly wanted: boolean;
}

export interface WebGl {
  readonly mode: ReadonlySignal<'svg' | 'gl'>;
  /** A plain sentence where something was lost; empty otherwise. */
  readonly notice: ReadonlySignal<string>;
  /** The reader has touched or zoomed the map: the moment to fetch WebGL where it waits for that. */
  touched(): void;
}

const LOST = 'The graphics of this map stopped. A simpler drawing stands in for it, with the same figures.';
const UNREACHED = 'The detailed map could not be fetched. This simpler drawing shows the same figures.';

function hasWebGl2(): boolean {
  const gl = document.createElement('canvas').getContext('webgl2');
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
  return gl !== null;
}

/** Large screens with a mouse and no wish to save data fetch it by themselves; others when the map is first touched. */
function fetchesUnasked(): boolean {
  const connection = (navigator as Navigator & { connection?: { saveData?: boolean } }).connection;
  return !connection?.saveData && matchMedia('(pointer: fine) and (min-width: 900px)').matches;
}

/** Once everything else has been loaded and painted. */
function whenIdle(run: () => void): () => void {
  // Some browsers have no idle callback; a short pause does there.
  const asks = typeof requestIdleCallback === 'function';
  let handle = 0;
  const wait = () => {
    handle = asks ? requestIdleCallback(run, { timeout: 3000 }) : Number(setTimeout(run, 500));
  };
  if (document.readyState === 'complete') wait();
  else window.addEventListener('load', wait, { once: true });
  return () => {
    window.removeEventListener('load', wait);
    if (asks) cancelIdleCallback(handle);
    else clearTimeout(handle);
  };
}

export function useWebGl(wishes: WebGlWishes): WebGl {
  const stands = useSignal(false);
  const printing = useSignal(false);
  // Paper takes the SVG: a WebGL canvas may come out empty.
  const mode = useComputed(() => (stands.value && !printing.value ? 'gl' : 'svg'));
  const notice = useSignal('');
  const gl = useRef<GlMap | null>(null);
  const state = useRef<'none' | 'coming' | 'there' | 'gone'>('none');
  const newest = useRef(wishes);
  newest.current = wishes;

  const start = async () => {
    if (state.current !== 'none' || !newest.current.wanted || !newest.current.geometry) return;
    state.current = 'coming';
    if (import.meta.env.VITE_OFFLINE || !hasWebGl2()) return;
    try {
      const { GlMap } = await import('./GlMap.ts');
      const { host, view, geometry, painting, hits } = newest.current;
      if (state.current !== 'coming' || !host.current || !geometry) return;
      gl.current = new GlMap(host.current, view, geometry, painting, hits, {
        ready() {
          notice.value = '';
          stands.value = true;
        },
        waiting() {
          stands.value = false;
        },
        lost() {
          stands.value = false;
          notice.value = LOST;
        },
      });
      state.current = 'there';
    } catch (error) {
      // A constructor that throws means no graphics; anything else means that the file did not arrive.
      if (!(error instanceof Error && /webgl|gpu/i.test(`${error.name} ${error.message}`)))
        notice.value = UNREACHED;
    }
  };

  const { geometry, painting, wanted } = wishes;
  const ready = geometry !== null;
  // Begins once, as soon as there is something to draw
  useEffect(() => (wanted && ready && fetchesUnasked() ? whenIdle(start) : undefined), [wanted, ready]);

  const drawn = useRef(geometry);
  useEffect(() => {
    if (!gl.current || !geometry) return;
    if (drawn.current === geometry) gl.current.paint(painting);
    else gl.current.show(geometry, painting);
    drawn.current = geometry;
  }, [geometry, painting]);

  useEffect(() => {
    const before = () => {
      printing.value = true;
    };
    const after = () => {
      printing.value = false;
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, [printing]);

  useEffect(
    () => () => {
      state.current = 'gone';
      gl.current?.destroy();
      gl.current = null;
    },
    [],
  );

  return { mode, notice, touched: () => void start() };
}
