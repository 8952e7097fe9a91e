// The map of one answer: SVG first, WebGL when it arrives; names, sites, tooltip, keyboard and legend over both.
import { type Signal, useComputed, useSignal } from '@preact/signals';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Topology } from 'topojson-specification';
import type { Answer, CountedService } from '../../domain/answer.ts';
import type { Level } from '../../domain/area.ts';
import { namedFigureOf } from '../../encode/figure.ts';
import type { Painting } from '../../encode/painting.ts';
import { levelNoun } from '../../encode/words.ts';
import { type Point, readGeometry } from './geometry.ts';
import { listenToSvg } from './gestures.ts';
import { Legend, LegendStrip } from './Legend.tsx';
import { MapOverlay } from './MapOverlay.tsx';
import { MapTooltip } from './MapTooltip.tsx';
import { MapView } from './mapView.ts';
import { SvgMap } from './SvgMap.tsx';
import { useMapKeys } from './useMapKeys.ts';
import { useWebGl } from './useWebGl.ts';
import { ScaleBar, ZoomControls } from './ZoomControls.tsx';

export interface AreaMapProps {
  readonly answer: Answer;
  /** Boundaries of the answer's level; the object named `object` holds the areas, their ids are GSS codes. */
  readonly topology: Topology;
  readonly object?: string;
  readonly painting: Painting;
  readonly hovered: Signal<string | null>;
  readonly selected: readonly string[];
  readonly onSelect: (code: string | null, add: boolean) => void;
  readonly onHover: (code: string | null) => void;
  readonly sites: readonly CountedService[];
  readonly level: Level;
  /** Sentence the map is announced by, such as the reading sentence. */
  readonly label?: string;
  /** Small maps beside one another carry no legend, controls or WebGL. */
  readonly plain?: boolean;
}

const NARROW = 560;

export function AreaMap(props: AreaMapProps) {
  const { answer, topology, painting, hovered, selected, onSelect, onHover, sites, level, plain } = props;
  const object = props.object ?? level;
  const surface = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const view = useMemo(() => new MapView(), []);
  const pointer = useSignal<Point | null>(null);

  const { code, authorityCode, authority } = answer.areas;
  const geometry = useMemo(() => {
    const authorities = new Map(code.map((c, i) => [c, authorityCode[i]]));
    return readGeometry(topology, object, (c) => authorities.get(c));
  }, [topology, object, code, authorityCode]);
  const authorityName = useMemo(() => {
    const names = new Map(authorityCode.map((c, i) => [c, authority[i]]));
    return (c: string) => names.get(c) ?? c;
  }, [authorityCode, authority]);

  const narrow = useComputed(() => view.size.value.width < NARROW);

  useLayoutEffect(() => {
    const element = surface.current;
    if (!element) return;
    const measure = () => {
      view.size.value = { width: element.clientWidth, height: element.clientHeight };
      const legend = frame.current?.querySelector<HTMLElement>('.legend');
      view.legend.value = legend
        ? { width: legend.offsetWidth + 24, height: legend.offsetHeight + 24 }
        : null;
      view.settle();
    };
    view.geometry.value = geometry;
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [geometry, view]);

  const over = useCallback(
    (c: string | null, at: Point | null) => {
      pointer.value = at;
      if (hovered.peek() !== c) onHover(c);
    },
    [hovered, onHover, pointer],
  );
  const click = useCallback((c: string | null, add: boolean) => onSelect(c, add), [onSelect]);

  const gl = useWebGl({ surface, view, geometry, painting, over, click, wanted: !plain });
  const drawn = gl.mode.value;

  useEffect(() => {
    if (drawn === 'gl' || !surface.current) return;
    return listenToSvg(surface.current, view, { over, click });
  }, [drawn, view, over, click]);

  const keys = useMapKeys({ geometry, answer, view, hovered, selected, onSelect, onHover, pointer });
  const spoken = useComputed(() => {
    const c = keys.spoken.value;
    const row = c === null ? -1 : code.indexOf(c);
    if (row < 0) return '';
    return `${namedFigureOf(answer, painting, row)}${selected.includes(code[row]) ? ', selected' : ''}`;
  });
  const moving = useComputed(() => !view.atHome.value);

  return (
    <div class={`area-map ${plain ? 'plain' : ''}`} ref={frame}>
      <div class="map-frame">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a map walked with the arrow keys has to take the focus */}
        <div
          ref={surface}
          class="map-surface"
          data-drawn={drawn}
          data-moved={moving.value}
          role="application"
          aria-roledescription="map"
          aria-label={`${props.label ?? painting.legend.title}. Map of ${code.length.toLocaleString('en-GB')} ${levelNoun(level)}. Arrow keys move between areas, Page Down and Page Up go through all of them, Enter selects, Escape clears.`}
          tabIndex={0}
          onKeyDown={keys.onKeyDown}
          onFocus={keys.onFocus}
          onBlur={keys.onBlur}
          onPointerDown={gl.touched}
        >
          {drawn !== 'gl' && <SvgMap geometry={geometry} painting={painting} view={view} />}
          <MapOverlay
            geometry={geometry}
            view={view}
            marked={hovered}
            selected={selected}
            sites={sites}
            authorityName={authorityName}
          />
        </div>
        <p class="visually-hidden" aria-live="polite">
          {spoken}
        </p>
        <MapTooltip
          answer={answer}
          painting={painting}
          geometry={geometry}
          view={view}
          marked={hovered}
          pointer={pointer}
        />
        {!plain && <ZoomControls view={view} before={gl.touched} />}
        {!plain && !narrow.value && <Legend painting={painting} sites={sites} />}
        {!plain && (
          <div class="map-foot">
            <ScaleBar view={view} />
            <span class="map-credit">{answer.release.attribution}</span>
          </div>
        )}
        {gl.notice.value && (
          <p class="map-notice" role="status">
            {gl.notice.value}
          </p>
        )}
      </div>
      {!plain && narrow.value && <LegendStrip painting={painting} sites={sites} />}
    </div>
  );
}
