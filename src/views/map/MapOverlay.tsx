// What is laid over either drawing: outlines of hovered and selected areas, sites, and names.
import { type ReadonlySignal, useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { CountedService } from '../../domain/answer.ts';
import type { Painting } from '../../encode/painting.ts';
import { useTurn } from '../shell/useTurn.ts';
import { AreaNames } from './AreaNames.tsx';
import { fromScreen, type Rect, toScreen } from './camera.ts';
import { type Geometry, inside, toWorld } from './geometry.ts';
import { type LabelWish, placeLabels } from './labels.ts';
import type { MapView } from './mapView.ts';
import { letterRects, RoleMarks } from './RoleMarks.tsx';
import { SiteSymbol, siteKindOf, sitesOnMap, siteTitle } from './SiteMarks.tsx';
import { textWidth } from './textWidth.ts';

interface Props {
  readonly geometry: Geometry;
  readonly view: MapView;
  readonly marked: ReadonlySignal<string | null>;
  readonly selected: readonly string[];
  readonly painting: Painting;
  readonly sites: readonly CountedService[];
  /** Name of an area or an authority. */
  readonly nameOf: (code: string) => string;
  /** Small maps beside one another name the authorities only. */
  readonly plain: boolean;
}

/** An outline drawn twice: a halo of the ground, then ink, so that it shows on every colour. */
function Outline({ path, name }: { path: string; name: string }) {
  return (
    <g class={`map-outline ${name}`}>
      <path class="outline-halo" d={path} />
      <path class="outline-ink" d={path} />
    </g>
  );
}

function Outlines({ geometry, view, marked, selected }: Props) {
  const code = marked.value;
  const shapeOf = (c: string) => geometry.shapes[geometry.indexOf.get(c) ?? -1];
  const hovered = code === null ? undefined : shapeOf(code);
  return (
    <g transform={view.transform}>
      {selected.map((c) => {
        const shape = shapeOf(c);
        return shape && <Outline key={c} path={shape.path} name="selected" />;
      })}
      {hovered && <Outline key="hovered" path={hovered.path} name="hovered" />}
    </g>
  );
}

/** From so many sites on, symbols are small and names do not make way for them. */
const MANY = 40;
const NARROW = 480;

function placeOf(site: CountedService) {
  return toWorld(site.service.lon ?? 0, site.service.lat ?? 0);
}

function Sites({ view, sites }: Pick<Props, 'view' | 'sites'>) {
  const camera = view.camera.value;
  const size = view.size.value;
  const shrink = sites.length > MANY ? 0.6 : size.width < NARROW ? 0.85 : 1;
  return (
    <g class="map-sites">
      {sites.map((site) => {
        const p = toScreen(camera, size, placeOf(site));
        return (
          <g
            key={site.service.id}
            transform={`translate(${p.x.toFixed(1)},${p.y.toFixed(1)}) scale(${shrink})`}
          >
            <title>{siteTitle(site)}</title>
            <SiteSymbol kind={siteKindOf(site)} />
          </g>
        );
      })}
    </g>
  );
}

function siteRects(view: MapView, sites: readonly CountedService[]): Rect[] {
  if (sites.length > MANY) return [];
  const size = view.size.peek();
  const reach = size.width < NARROW ? 9 : 11;
  return sites.map((site) => {
    const p = toScreen(view.camera.peek(), size, placeOf(site));
    return { left: p.x - reach, right: p.x + reach, top: p.y - reach, bottom: p.y + reach };
  });
}

function Names(props: Props) {
  const { geometry, view, sites, nameOf, painting, plain } = props;
  // Names are placed anew at each half step of zoom, not at each frame of it.
  const halfSteps = useComputed(() => Math.round(Math.log2(view.camera.value.scale) * 2));
  const steps = halfSteps.value;
  const { width, height } = view.size.value;
  // A large map with nothing to work on is one that a room reads from its back.
  const readFar = Math.round(Math.min(width / 34, height / 18));
  const fontSize = width < NARROW ? 12 : plain ? Math.min(22, Math.max(13, readFar)) : 13;
  const home = view.atHome.value;
  // Most answers count the same sites: names make way for where they stand.
  const stands = sites.map(({ service }) => `${service.lon},${service.lat}`).join(' ');
  // Finding room takes longer than drawing all the rest, so it waits for its turn; names that stand stay on their ground meanwhile.
  const letters = painting.show === 'hotspots' ? painting.classOf.join() : '';
  const frame = useTurn(`${geometry.key} ${stands} ${letters} ${steps} ${width} ${height} ${home}`);
  // The camera is read as it stands at each half step of zoom.
  const labels = useMemo(() => {
    if (frame === null) return [];
    const family = getComputedStyle(document.body).fontFamily;
    const wishes: LabelWish[] = geometry.grounds.map((ground) => {
      const text = nameOf(ground.code);
      const wide = textWidth(text, `700 ${fontSize}px ${family}`) + 4;
      return { code: ground.code, text, width: wide, height: fontSize + 4, ground };
    });
    const taken = [...siteRects(view, sites), ...letterRects(props)];
    const placed = placeLabels(wishes, taken, view.camera.peek(), { width, height });
    const wideOf = new Map(wishes.map((w) => [w.code, w.width]));
    return placed.map((label) => ({ ...label, width: wideOf.get(label.code) ?? 0 }));
  }, [frame, nameOf]);
  const obstacles = (): Rect[] => [
    ...siteRects(view, sites),
    ...letterRects(props),
    ...labels.map((label) => {
      const p = toScreen(view.camera.peek(), { width, height }, label.at);
      const tall = fontSize / 2 + 3;
      return {
        left: p.x - label.width / 2,
        right: p.x + label.width / 2,
        top: p.y - tall,
        bottom: p.y + tall,
      };
    }),
  ];
  const camera = view.camera.value;
  return (
    <>
      {!plain && <AreaNames geometry={geometry} view={view} nameOf={nameOf} obstacles={obstacles} />}
      <g class="map-names">
        {labels.map((label) => {
          const p = toScreen(camera, { width, height }, label.at);
          // A name that the frame would cut is left out; it comes back when the map is moved.
          const [half, tall] = [label.width / 2, fontSize / 2];
          if (p.x < half || p.x > width - half || p.y < tall || p.y > height - tall) return null;
          // Beside the authority a map is about, a neighbour's name stands on its own ground or not at all.
          const ground =
            view.focus.value === null ? null : geometry.grounds.find((g) => g.code === label.code);
          const ends = [p.x - half, p.x + half].map((x) =>
            fromScreen(camera, { width, height }, { x, y: p.y }),
          );
          if (ground && !ends.every((end) => inside(end, ground.rings))) return null;
          return (
            <text key={label.code} x={p.x.toFixed(1)} y={p.y.toFixed(1)} font-size={fontSize}>
              {label.text}
            </text>
          );
        })}
      </g>
    </>
  );
}

export function MapOverlay(props: Props) {
  const sites = useMemo(() => sitesOnMap(props.sites), [props.sites]);
  // The grounds of the names are read in a turn of their own.
  const grounds = useTurn(props.geometry, true)?.grounds;
  return (
    <svg class="map-overlay" aria-hidden="true" viewBox={props.view.viewBox}>
      <RoleMarks geometry={props.geometry} view={props.view} painting={props.painting} />
      <Outlines {...props} />
      <Sites view={props.view} sites={sites} />
      {grounds && <Names {...props} sites={sites} />}
    </svg>
  );
}
