// The map in WebGL: the same picture as the SVG, from MapLibre, with no request to anywhere. Loaded when it is wanted.
import { type GeoJSONSource, Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { NOT_KNOWN_CLASS, type Painting } from '../../encode/painting.ts';
import { type Camera, toScale, toZoom } from './camera.ts';
import { resolveColours, watchTheme } from './colours.ts';
import { fromWorld, type Geometry, toWorld } from './geometry.ts';
import type { Hits } from './gestures.ts';
import { AREAS, HATCH, hatchImage, lightWidth, styleOf } from './glStyle.ts';
import type { Driver, MapView } from './mapView.ts';
import 'maplibre-gl/dist/maplibre-gl.css';

setWorkerUrl(workerUrl);

export interface GlEvents {
  /** The present geometry stands on the screen. */
  ready(): void;
  /** It does not, for now: other areas are being read in. */
  waiting(): void;
  lost(): void;
}

/** Milliseconds that a wished-for move takes, where the reader has not asked for stillness. */
const EASE = 220;

export class GlMap implements Driver {
  readonly map: MapLibreMap;
  private readonly view: MapView;
  private readonly host: HTMLElement;
  private readonly events: GlEvents;
  private geometry: Geometry;
  private painting: Painting;
  private isReady = false;
  private contextLost = false;
  private readonly endings: (() => void)[] = [];
  /** Colours of the theme in force, by custom property. */
  private readonly resolved = new Map<string, string>();
  /** What each area's feature state was last set to. */
  private readonly stated = new Map<string, string>();

  /** Throws where the browser gives no WebGL 2. */
  constructor(
    host: HTMLElement,
    view: MapView,
    geometry: Geometry,
    painting: Painting,
    hits: Hits,
    events: GlEvents,
  ) {
    this.host = host;
    this.view = view;
    this.geometry = geometry;
    this.painting = painting;
    this.events = events;
    const { center, zoom } = this.place(view.camera.value);
    this.map = new MapLibreMap({
      container: host,
      style: styleOf(geometry),
      center,
      zoom,
      minZoom: 4,
      maxZoom: 17,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      keyboard: false,
      boxZoom: false,
      doubleClickZoom: false,
      renderWorldCopies: false,
      fadeDuration: 0,
      // On a touch screen one finger scrolls the page and two move the map.
      cooperativeGestures: matchMedia('(pointer: coarse)').matches,
      canvasContextAttributes: { antialias: true },
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.getCanvas().tabIndex = -1;
    this.map.getCanvas().setAttribute('aria-hidden', 'true');
    this.listen(hits);
  }

  private listen(hits: Hits): void {
    const { map, view } = this;
    map.on('style.load', () => this.dress());
    map.on('idle', () => this.check());
    map.on('move', (e) => {
      if (this.isReady) view.follow(this.camera(), Boolean(e.originalEvent));
    });
    map.on('webglcontextlost', () => {
      this.contextLost = true;
      this.stopDriving();
      this.events.lost();
    });
    map.on('webglcontextrestored', () => {
      this.contextLost = false;
      // Feature state and images are lost with the context, and nothing says so.
      this.dress();
    });
    const codeAt = (point: { x: number; y: number }) => {
      const [top] = map.queryRenderedFeatures([point.x, point.y], { layers: [AREAS] });
      return (top?.properties?.code as string | undefined) ?? null;
    };
    map.on('mousemove', (e) => {
      const code = codeAt(e.point);
      map.getCanvas().style.cursor = code ? 'pointer' : '';
      hits.over(code, e.point);
    });
    map.on('mouseout', () => hits.over(null, null));
    map.on('click', (e) => {
      const { shiftKey, ctrlKey, metaKey } = e.originalEvent;
      hits.click(codeAt(e.point), shiftKey || ctrlKey || metaKey);
    });
    this.endings.push(
      watchTheme(() => this.dress()),
      // Until it is ready the SVG leads and this follows, so that the one can take the other's place unseen.
      view.camera.subscribe((camera) => {
        if (!this.isReady) map.jumpTo(this.place(camera));
      }),
    );
  }

  private place({ x, y, scale }: Camera) {
    const { lon, lat } = fromWorld({ x, y });
    return { center: [lon, lat] as [number, number], zoom: toZoom(scale) };
  }

  private camera(): Camera {
    const { lng, lat } = this.map.getCenter();
    return { ...toWorld(lng, lat), scale: toScale(this.map.getZoom()) };
  }

  go(camera: Camera, gently: boolean): void {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (gently && !calm) this.map.easeTo({ ...this.place(camera), duration: EASE });
    else this.map.jumpTo(this.place(camera));
  }

  /** Codes of the areas that stand on the screen. */
  renderedCodes(): Set<string> {
    const seen = this.map.queryRenderedFeatures({ layers: [AREAS] });
    return new Set(seen.map((f) => String(f.properties.code)));
  }

  private check(): void {
    if (this.isReady || this.contextLost) return;
    const codes = this.renderedCodes();
    const [first] = codes;
    if (first === undefined || !this.geometry.indexOf.has(first)) return;
    this.isReady = true;
    this.view.driver = this;
    this.events.ready();
  }

  private stopDriving(): void {
    this.isReady = false;
    if (this.view.driver === this) this.view.driver = null;
  }

  /** Other areas: the SVG stands in until they are drawn. */
  show(geometry: Geometry, painting: Painting): void {
    this.stopDriving();
    this.events.waiting();
    this.geometry = geometry;
    this.painting = painting;
    const apply = () => {
      this.map.removeFeatureState({ source: AREAS });
      const put = (id: string, data: GeoJSON.GeoJSON) =>
        (this.map.getSource(id) as GeoJSONSource | undefined)?.setData(data);
      put(AREAS, geometry.geojson);
      put('light', geometry.lightLines);
      put('heavy', geometry.heavyLines);
      this.map.setPaintProperty('light', 'line-width', lightWidth(geometry));
      this.dress();
    };
    if (this.map.isStyleLoaded()) apply();
    else this.map.once('style.load', apply);
  }

  paint(painting: Painting): void {
    this.painting = painting;
    this.colour();
  }

  /** Begins all colours again: another theme, another geometry, or graphics that were lost and came back. */
  private dress(): void {
    const { map } = this;
    if (this.contextLost || !map.getSource(AREAS)) return;
    this.resolved.clear();
    this.stated.clear();
    const [ground, ink, border, line] = this.coloursOf([
      '--hatch-ground',
      '--hatch-line',
      '--map-border',
      '--map-line',
    ]);
    const image = hatchImage(ground, ink);
    if (map.hasImage(HATCH)) map.updateImage(HATCH, image);
    else map.addImage(HATCH, image, { pixelRatio: 2 });
    map.setPaintProperty('light', 'line-color', line);
    map.setPaintProperty('heavy', 'line-color', border);
    this.colour();
  }

  private coloursOf(names: readonly string[]): string[] {
    const missing = names.filter((name) => !this.resolved.has(name));
    for (const [name, colour] of resolveColours(this.host, missing)) this.resolved.set(name, colour);
    return names.map((name) => this.resolved.get(name) ?? '#000');
  }

  /** The one function that colours areas: the state of every area whose colour is not what it should be. */
  private colour(): void {
    const { map, painting } = this;
    if (this.contextLost || !map.getSource(AREAS)) return;
    const classes = this.coloursOf(painting.classes.map((c) => c.colour));
    const [ground] = this.coloursOf(['--hatch-ground']);
    painting.code.forEach((id, i) => {
      const k = painting.classOf[i];
      const hatched = k === NOT_KNOWN_CLASS;
      const colour = hatched ? ground : classes[k];
      const state = `${colour} ${hatched}`;
      if (this.stated.get(id) === state) return;
      this.stated.set(id, state);
      map.setFeatureState({ source: AREAS, id }, { colour, hatched });
    });
  }

  destroy(): void {
    this.stopDriving();
    for (const end of this.endings) end();
    this.map.remove();
  }
}
