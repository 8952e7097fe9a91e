// The view of one map: its size, its camera, and whoever moves the camera when it is not us.
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type Camera, homeCamera, moved, type Size, zoomed } from './camera.ts';
import { type Box, DRAWING, type Geometry, type Point } from './geometry.ts';

/** A drawing that keeps its own camera, and tells ours where it is. */
export interface Driver {
  go(camera: Camera, gently: boolean): void;
}

const NEAREST = 40;
const FARTHEST = 0.5;
const PADDING = 22;
const NARROW_PADDING = 10;

/** Points of an SVG drawn in the geometry's own units, on the screen. */
function drawingTransform(camera: Camera, size: Size, box: Box): string {
  const x = size.width / 2 + (box.west - camera.x) * camera.scale;
  const y = size.height / 2 + (box.north - camera.y) * camera.scale;
  return `translate(${x.toFixed(2)},${y.toFixed(2)}) scale(${camera.scale / DRAWING})`;
}

export class MapView {
  readonly size: Signal<Size> = signal({ width: 0, height: 0 });
  readonly camera: Signal<Camera> = signal({ x: 0, y: 0, scale: 1 });
  readonly geometry: Signal<Geometry | null> = signal(null);
  /** What the legend covers at the bottom left; null where it stands outside the map. */
  readonly legend: Signal<Size | null> = signal(null);
  /** GSS code of the authority the map is about; null for the whole region. */
  readonly focus: Signal<string | null> = signal(null);
  readonly atHome = signal(true);
  driver: Driver | null = null;

  readonly transform: ReadonlySignal<string> = computed(() => {
    const geometry = this.geometry.value;
    return geometry ? drawingTransform(this.camera.value, this.size.value, geometry.box) : '';
  });

  /** On screen the drawing's own size; on paper, which is never measured, the drawing is scaled to fit. */
  readonly viewBox: ReadonlySignal<string | undefined> = computed(() => {
    const { width, height } = this.size.value;
    return width > 0 && height > 0 ? `0 0 ${width} ${height}` : undefined;
  });

  private homeOf(): Camera | null {
    const geometry = this.geometry.value;
    const size = this.size.value;
    if (!geometry || size.width === 0 || size.height === 0) return null;
    const focus = this.focus.value;
    // Asked for only where it is wanted: the first picture of the region does without the authorities' own shapes.
    const ground = focus === null ? undefined : geometry.grounds.find((g) => g.code === focus);
    return homeCamera(
      ground?.box ?? geometry.box,
      geometry.shapes,
      size,
      size.width < 560 ? NARROW_PADDING : PADDING,
      // One authority fills the frame, and its neighbours reach under the legend in any case.
      ground ? null : this.legend.value,
    );
  }

  /** After a change of size, legend or geometry: a map that was at home stays at home. */
  settle(): void {
    if (this.atHome.value) this.home(false);
  }

  home(gently = true): void {
    const camera = this.homeOf();
    if (!camera) return;
    this.go(camera, gently);
    this.atHome.value = true;
  }

  zoomBy(factor: number, at?: Point): void {
    const { width, height } = this.size.value;
    const home = this.homeOf();
    if (!home) return;
    const wanted = this.camera.value.scale * factor;
    const held = Math.min(home.scale * NEAREST, Math.max(home.scale * FARTHEST, wanted));
    const camera = zoomed(
      this.camera.value,
      this.size.value,
      held / this.camera.value.scale,
      at ?? { x: width / 2, y: height / 2 },
    );
    this.go(camera, at === undefined);
    this.atHome.value = false;
  }

  panBy(dx: number, dy: number): void {
    this.go(moved(this.camera.value, dx, dy), false);
    this.atHome.value = false;
  }

  /** Brings a place into view where it is not, without a change of scale. */
  reveal(p: Point): void {
    const { x, y, scale } = this.camera.value;
    const { width, height } = this.size.value;
    const inView = Math.abs(p.x - x) * scale < width * 0.46 && Math.abs(p.y - y) * scale < height * 0.46;
    if (inView) return;
    this.go({ x: p.x, y: p.y, scale }, true);
    this.atHome.value = false;
  }

  /** The driver moved by itself: a drag, a wheel, an easing under way. */
  follow(camera: Camera, byReader: boolean): void {
    this.camera.value = camera;
    if (byReader) this.atHome.value = false;
  }

  private go(camera: Camera, gently: boolean): void {
    if (this.driver) this.driver.go(camera, gently);
    else this.camera.value = camera;
  }
}

/** Metres on the ground per pixel at the middle of the picture. */
export function metresPerPixel(camera: Camera): number {
  const EQUATOR = 40_075_016.686;
  const latitude = Math.atan(Math.sinh(Math.PI * (1 - 2 * camera.y)));
  return (EQUATOR * Math.cos(latitude)) / camera.scale;
}
