// Nearer, further, the whole region, and how long a kilometre is.
import { type MapView, metresPerPixel } from './mapView.ts';

export function ZoomControls({ view, before }: { view: MapView; before: () => void }) {
  const act = (run: () => void) => () => {
    before();
    run();
  };
  return (
    <div class="map-zoom">
      <button type="button" aria-label="Nearer" title="Nearer" onClick={act(() => view.zoomBy(2))}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M10 4v12M4 10h12" />
        </svg>
      </button>
      <button type="button" aria-label="Further" title="Further" onClick={act(() => view.zoomBy(0.5))}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M4 10h12" />
        </svg>
      </button>
      <button type="button" aria-label="Whole region" title="Whole region" onClick={act(() => view.home())}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M3.5 10.5 10 4.5l6.5 6M5.5 9v6.5h9V9" />
        </svg>
      </button>
    </div>
  );
}

const LENGTHS = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000];

export function ScaleBar({ view }: { view: MapView }) {
  if (view.size.value.width === 0) return null;
  const perPixel = metresPerPixel(view.camera.value);
  const room = view.size.value.width < 480 ? 56 : 90;
  const metres = LENGTHS.findLast((m) => m / perPixel <= room) ?? LENGTHS[0];
  const width = Math.round(metres / perPixel);
  return (
    <div class="map-scale">
      <svg width={width + 2} height="6" aria-hidden="true">
        <path d={`M1,0V5H${width + 1}V0`} />
      </svg>
      <span>{metres < 1000 ? `${metres} m` : `${metres / 1000} km`}</span>
    </div>
  );
}
