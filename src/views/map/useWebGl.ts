// When the WebGL map comes, and what happens where it cannot.
import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Painting } from '../../encode/painting.ts';
import type { Geometry, Point } from './geometry.ts';
import type { MapView } from './mapView.ts';

export interface WebGlWishes {
  readonly surface: RefObject<HTMLDivElement | null>;
  readonly view: MapView;
  readonly geometry: Geometry;
  readonly painting: Painting;
  readonly over: (code: string | null, at: Point | null) => void;
  readonly click: (code: string | null, add: boolean) => void;
  readonly wanted: boolean;
}

export interface WebGl {
  readonly mode: ReadonlySignal<'svg' | 'gl'>;
  readonly notice: ReadonlySignal<string>;
  /** The reader has touched or zoomed the map: the moment to fetch WebGL where it waits for that. */
  touched(): void;
}

export function useWebGl(_: WebGlWishes): WebGl {
  const mode = useSignal<'svg' | 'gl'>('svg');
  const notice = useSignal('');
  useEffect(() => undefined, []);
  return { mode, notice, touched() {} };
}
