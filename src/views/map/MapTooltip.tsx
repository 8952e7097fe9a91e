// A small note beside the pointer, or over the area a key or the list has reached: name, authority, figure with its unit.
import type { ReadonlySignal } from '@preact/signals';
import type { Answer, CountedService } from '../../domain/answer.ts';
import { figureOf } from '../../encode/figure.ts';
import { NOT_KNOWN_CLASS, type Painting } from '../../encode/painting.ts';
import { toScreen } from './camera.ts';
import { type Geometry, type Point, toWorld } from './geometry.ts';
import type { MapView } from './mapView.ts';
import { sitesOnMap, siteTitle } from './SiteMarks.tsx';
import { Swatch } from './Swatch.tsx';

interface Props {
  readonly answer: Answer;
  readonly painting: Painting;
  readonly geometry: Geometry;
  readonly view: MapView;
  readonly marked: ReadonlySignal<string | null>;
  /** Where the pointer is on the map; null where the area was reached otherwise. */
  readonly pointer: ReadonlySignal<Point | null>;
  readonly sites: readonly CountedService[];
}

/** Pixels from the middle of a symbol to its edge. */
const SYMBOL = 9;

/** The sites whose symbol lies under the pointer. */
function sitesUnder(sites: readonly CountedService[], view: MapView, at: Point): CountedService[] {
  return sitesOnMap(sites).filter(({ service }) => {
    const p = toScreen(view.camera.value, view.size.value, toWorld(service.lon ?? 0, service.lat ?? 0));
    return Math.abs(p.x - at.x) <= SYMBOL && Math.abs(p.y - at.y) <= SYMBOL;
  });
}

export function MapTooltip({ answer, painting, geometry, view, marked, pointer, sites }: Props) {
  const code = marked.value;
  const shape = code === null ? undefined : geometry.shapes[geometry.indexOf.get(code) ?? -1];
  const row = code === null ? -1 : answer.areas.code.indexOf(code);
  if (!shape || row < 0) return null;
  const size = view.size.value;
  const at = pointer.value ?? toScreen(view.camera.value, size, shape.centre);
  if (at.x < 0 || at.y < 0 || at.x > size.width || at.y > size.height) return null;
  const toLeft = at.x > size.width - 230;
  const below = at.y < 90;
  const kind = painting.classOf[row];
  const under = pointer.value ? sitesUnder(sites, view, pointer.value) : [];
  return (
    <div
      class={`map-tooltip ${toLeft ? 'to-left' : ''} ${below ? 'below' : ''}`}
      style={{ top: `${at.y}px`, '--at': `${at.x}px`, '--room': `${size.width}px` }}
      aria-hidden="true"
    >
      <strong>{answer.areas.name[row]}</strong> <span class="map-muted">{answer.areas.authority[row]}</span>
      <div class="map-tooltip-figure">
        <Swatch painted={kind === NOT_KNOWN_CLASS ? null : painting.classes[kind]} />
        {figureOf(answer, painting, row)}
      </div>
      {under.map((site) => (
        <div key={site.service.id}>{siteTitle(site)}</div>
      ))}
    </div>
  );
}
