// What is laid over either drawing: outlines of hovered and selected areas, sites, and the names of the authorities.
import { type ReadonlySignal, useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { CountedService } from '../../domain/answer.ts';
import { toScreen } from './camera.ts';
import { type Geometry, toWorld } from './geometry.ts';
import { type LabelWish, placeLabels } from './labels.ts';
import type { MapView } from './mapView.ts';
import { SiteSymbol, siteKindOf, sitesOnMap, siteTitle } from './SiteMarks.tsx';

interface Props {
  readonly geometry: Geometry;
  readonly view: MapView;
  readonly marked: ReadonlySignal<string | null>;
  readonly selected: readonly string[];
  readonly sites: readonly CountedService[];
  readonly authorityName: (code: string) => string;
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

function Outlines({ geometry, view, marked, selected }: Omit<Props, 'sites' | 'authorityName'>) {
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

function Sites({ view, sites }: Pick<Props, 'view' | 'sites'>) {
  const camera = view.camera.value;
  const size = view.size.value;
  const shrink = sites.length > MANY ? 0.6 : size.width < 480 ? 0.85 : 1;
  return (
    <g class="map-sites">
      {sites.map((site) => {
        const p = toScreen(camera, size, toWorld(site.service.lon ?? 0, site.service.lat ?? 0));
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

let ruler: CanvasRenderingContext2D | null = null;

function textWidth(text: string, font: string): number {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (!ruler) return text.length * 8;
  ruler.font = font;
  return ruler.measureText(text).width;
}

function Names({ geometry, view, sites, authorityName }: Omit<Props, 'marked' | 'selected'>) {
  const small = useComputed(() => view.size.value.width < 480);
  // Names are placed anew at each half step of zoom, not at each frame of it.
  const halfSteps = useComputed(() => Math.round(Math.log2(view.camera.value.scale) * 2));
  const steps = halfSteps.value;
  const fontSize = small.value ? 12 : 13;
  const { width, height } = view.size.value;
  const home = view.atHome.value;
  // The camera is read as it stands at each half step of zoom
  const labels = useMemo(() => {
    const camera = view.camera.peek();
    const size = { width, height };
    const family = getComputedStyle(document.body).fontFamily;
    const wishes: LabelWish[] = geometry.grounds.map((ground) => {
      const text = authorityName(ground.code);
      return {
        code: ground.code,
        text,
        width: textWidth(text, `700 ${fontSize}px ${family}`) + 4,
        height: fontSize + 4,
        ground,
      };
    });
    const reach = sites.length > MANY ? 0 : small.value ? 9 : 11;
    const obstacles = reach
      ? sites.map((s) => {
          const p = toScreen(camera, size, toWorld(s.service.lon ?? 0, s.service.lat ?? 0));
          return { left: p.x - reach, right: p.x + reach, top: p.y - reach, bottom: p.y + reach };
        })
      : [];
    return placeLabels(wishes, obstacles, camera, size);
  }, [geometry, sites, authorityName, steps, width, height, fontSize, home]);
  const camera = view.camera.value;
  return (
    <g class="map-names">
      {labels.map((label) => {
        const p = toScreen(camera, { width, height }, label.at);
        return (
          <text key={label.code} x={p.x.toFixed(1)} y={p.y.toFixed(1)} font-size={fontSize}>
            {label.text}
          </text>
        );
      })}
    </g>
  );
}

export function MapOverlay(props: Props) {
  const sites = useMemo(() => sitesOnMap(props.sites), [props.sites]);
  return (
    <svg class="map-overlay" aria-hidden="true">
      <Outlines {...props} />
      <Sites view={props.view} sites={sites} />
      <Names {...props} sites={sites} />
    </svg>
  );
}
