// The map of one answer: SVG first, WebGL when it arrives; names, sites, tooltip, keyboard and legend over both.
import { type ReadonlySignal, type Signal, useComputed, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Topology } from 'topojson-specification';
import type { Answer, AreaTable, CountedService } from '../../domain/answer.ts';
import type { Level } from '../../domain/area.ts';
import { shortCredit } from '../../encode/credit.ts';
import { namedFigureOf } from '../../encode/figure.ts';
import { whole } from '../../encode/numbers.ts';
import type { Painting } from '../../encode/painting.ts';
import { levelNoun } from '../../encode/words.ts';
import { fromScreen } from './camera.ts';
import { FocusVeil } from './FocusVeil.tsx';
import { fromWorld, type Geometry, type Point, readGeometry } from './geometry.ts';
import { type Hits, listenToSvg } from './gestures.ts';
import { Legend, LegendStrip } from './Legend.tsx';
import { MapOverlay } from './MapOverlay.tsx';
import { MapTooltip } from './MapTooltip.tsx';
import { MapView } from './mapView.ts';
import { SvgMap } from './SvgMap.tsx';
import { useMapKeys } from './useMapKeys.ts';
import { useWebGl } from './useWebGl.ts';
import { ScaleBar, ZoomControls } from './ZoomControls.tsx';

/** A place on the ground that was pressed on the map, and the area it lies in. */
export interface Spot {
  readonly lon: number;
  readonly lat: number;
  readonly code: string | null;
}

export interface AreaMapProps {
  readonly answer: Answer;
  /** Boundaries of the level, null until they are loaded; `object` names the areas in it, their ids are GSS codes. */
  readonly topology: Topology | null;
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
  /** Where given, a press on a plain map takes that spot instead of selecting the area under it. */
  readonly onSpot?: (spot: Spot) => void;
  /** Small maps beside one another carry no legend, controls or WebGL. */
  readonly plain?: boolean;
  /** GSS code of an authority: the map is at home over it, and everything outside it is muted. */
  readonly focus?: string | null;
}

const NARROW = 560;
const SHORT = 450;
/** Room kept around the legend, in pixels. */
const MARGIN = 24;
const KEYS =
  'Arrow keys move between areas, Page Down and Page Up go through all of them, Enter selects, Escape clears.';

/** Boundaries are read once for as long as they are held. An area's authority never changes within a release. */
const read = new WeakMap<Topology, Map<string, Geometry>>();

export function geometryOf(topology: Topology, object: string, areas: AreaTable): Geometry {
  const held = read.get(topology) ?? new Map<string, Geometry>();
  read.set(topology, held);
  let geometry = held.get(object);
  if (!geometry) {
    const authorities = new Map(areas.code.map((c, i) => [c, areas.authorityCode[i]]));
    geometry = readGeometry(topology, object, (c) => authorities.get(c));
    held.set(object, geometry);
  }
  return geometry;
}

/** The camera keeps pace with the size of its frame, the legend, and the areas shown. */
function useFrame(
  view: MapView,
  frame: RefObject<HTMLElement | null>,
  surface: RefObject<HTMLElement | null>,
  key: unknown,
) {
  // Measured again whenever the legend may have changed
  useLayoutEffect(() => {
    const element = surface.current;
    if (!element) return;
    const measure = () => {
      view.size.value = { width: element.clientWidth, height: element.clientHeight };
      const legend = frame.current?.querySelector<HTMLElement>('.legend');
      view.legend.value = legend
        ? { width: legend.offsetWidth + MARGIN, height: legend.offsetHeight + MARGIN }
        : null;
      view.settle();
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [view, key]);
}

/** Says aloud the area that a key has reached. */
function Announcer({ answer, painting, spoken, selected }: AnnouncerProps) {
  const row = spoken.value === null ? -1 : answer.areas.code.indexOf(spoken.value);
  const text = row < 0 ? '' : namedFigureOf(answer, painting, row);
  return (
    <p class="visually-hidden" aria-live="polite">
      {text && selected.includes(answer.areas.code[row]) ? `${text}, selected` : text}
    </p>
  );
}

interface AnnouncerProps {
  readonly answer: Answer;
  readonly painting: Painting;
  readonly spoken: ReadonlySignal<string | null>;
  readonly selected: readonly string[];
}

export function AreaMap(props: AreaMapProps) {
  const { answer, topology, painting, hovered, selected, sites, level, plain } = props;
  const object = props.object ?? (level === 'ward' ? 'wards' : 'lsoas');
  const surface = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const glHost = useRef<HTMLDivElement>(null);
  const view = useMemo(() => new MapView(), []);
  const pointer = useSignal<Point | null>(null);
  const { areas } = answer;
  const newest = useRef(props);
  newest.current = props;

  const geometry = topology && geometryOf(topology, object, areas);
  // Set while drawing, because the first picture already needs it; the signal ignores what is the same.
  view.geometry.value = geometry;
  const focus = props.focus ?? null;
  view.focus.value = focus;
  const nameOf = useMemo(() => {
    const names = new Map(areas.authorityCode.map((c, i) => [c, areas.authority[i]]));
    areas.code.forEach((c, i) => {
      names.set(c, areas.name[i]);
    });
    return (c: string) => names.get(c) ?? c;
    // Another answer over the same release has the same names.
  }, [answer.release.hash, level]);
  // What the map is about needs no name on it, which would cover its middle.
  const shownName = useMemo(() => (c: string) => (c === focus ? '' : nameOf(c)), [nameOf, focus]);
  // Where there is little room the legend stands under the map as a strip.
  const narrow = useComputed(() => {
    const { width, height } = view.size.value;
    return width < NARROW || (height > 0 && height < SHORT);
  });
  const moved = useComputed(() => !view.atHome.value);
  useFrame(
    view,
    frame,
    surface,
    `${geometry?.key} ${painting.show} ${painting.legend.comparator} ${narrow.value} ${focus}`,
  );

  const hits = useMemo<Hits>(
    () => ({
      over(code, at) {
        pointer.value = at;
        if (newest.current.hovered.peek() !== code) newest.current.onHover(code);
      },
      click(code, add, at) {
        const { onSelect, onSpot } = newest.current;
        if (!onSpot || !at) return onSelect(code, add);
        const world = fromScreen(view.camera.peek(), view.size.peek(), at);
        onSpot({ ...fromWorld(world), code });
      },
    }),
    [pointer],
  );
  const gl = useWebGl({ host: glHost, view, geometry, painting, hits, wanted: !plain });
  const drawn = gl.mode.value;
  // With the drawing itself, so that what can be seen can be pressed.
  useLayoutEffect(() => {
    if (drawn === 'gl' || !surface.current) return;
    return listenToSvg(surface.current, view, hits, plain ?? false);
  }, [drawn, view, hits, plain]);

  // The same picture is not compared again path by path when only words around it change.
  const svg = useMemo(
    () => geometry && <SvgMap geometry={geometry} painting={painting} view={view} />,
    [geometry, painting, view],
  );
  const keys = useMapKeys({ ...props, geometry, view, pointer });
  const name = props.label ?? painting.legend.title;
  const size = `${whole(areas.code.length)} ${levelNoun(level)}`;
  return (
    <div class={plain ? 'area-map plain' : 'area-map'} ref={frame}>
      <div class="map-frame">
        <div
          ref={surface}
          class="map-surface"
          data-drawn={geometry ? drawn : 'nothing'}
          data-moved={moved.value}
          role="application"
          aria-roledescription="map"
          aria-label={`${name}. Map of ${size}. ${KEYS}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a map walked with the arrow keys has to take the focus
          tabIndex={0}
          onKeyDown={keys.onKeyDown}
          onFocus={keys.onFocus}
          onBlur={keys.onBlur}
          onPointerDown={gl.touched}
        >
          {!plain && <div ref={glHost} class="gl-map" />}
          {drawn !== 'gl' && svg}
          {geometry && topology && focus && (
            <FocusVeil
              geometry={geometry}
              topology={topology}
              object={object}
              areas={areas}
              view={view}
              focus={focus}
            />
          )}
          {geometry && (
            <MapOverlay
              geometry={geometry}
              view={view}
              marked={hovered}
              selected={selected}
              painting={painting}
              sites={sites}
              nameOf={shownName}
              plain={plain ?? false}
            />
          )}
        </div>
        <Announcer answer={answer} painting={painting} spoken={keys.spoken} selected={selected} />
        {geometry && (
          <MapTooltip
            answer={answer}
            painting={painting}
            geometry={geometry}
            view={view}
            marked={hovered}
            pointer={pointer}
            sites={sites}
          />
        )}
        {!plain && <ZoomControls view={view} before={gl.touched} />}
        {!plain && !narrow.value && <Legend painting={painting} sites={sites} />}
        {!plain && (
          <div class="map-foot">
            <ScaleBar view={view} />
            <span class="map-credit">{shortCredit(answer.release.attribution)}</span>
          </div>
        )}
        {!geometry && (
          <p class="map-notice" role="status">
            The boundaries are being loaded.
          </p>
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
