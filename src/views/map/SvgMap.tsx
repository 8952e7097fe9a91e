// The map as SVG: what stands first, on every device, and stays where WebGL does not.
import { useComputed } from '@preact/signals';
import { useId, useMemo } from 'preact/hooks';
import { colourOf, type Painting } from '../../encode/painting.ts';
import { useGrowing, useTurn } from '../shell/useTurn.ts';
import { CROWD, DRAWING, type Geometry } from './geometry.ts';
import type { MapView } from './mapView.ts';

/** Lines for what is not known, seven pixels apart at every zoom. */
function Hatch({ id, view }: { id: string; view: MapView }) {
  const upright = useComputed(() => `rotate(45) scale(${DRAWING / view.camera.value.scale})`);
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform={upright}>
      <rect class="hatch-ground" width="6" height="6" />
      <rect class="hatch-line" width="1.6" height="6" />
    </pattern>
  );
}

/** Shapes that have been drawn before: their paths are there, and the next drawing, such as for paper, is whole at once. */
const drawnBefore = new WeakSet<Geometry>();

/** Areas drawn in one turn at first; when they are recoloured, all are at once. */
const AT_A_TIME = 64;

export function SvgMap({
  geometry,
  painting,
  view,
}: {
  geometry: Geometry;
  painting: Painting;
  view: MapView;
}) {
  const hatch = `hatch-${useId()}`;
  const rowOf = useMemo(() => new Map(painting.code.map((c, i) => [c, i])), [painting.code]);
  const total = geometry.shapes.length;
  const known = drawnBefore.has(geometry);
  const grown = useGrowing(total, AT_A_TIME);
  const begun = known ? total : grown;
  // Borders come in turns of their own after the last areas.
  const heavy = useTurn(begun === total) || known;
  const light = useTurn(heavy) || known;
  if (light) drawnBefore.add(geometry);
  const areas = useMemo(
    () =>
      geometry.shapes.slice(0, begun).map((shape) => {
        const row = rowOf.get(shape.code);
        const colour = row === undefined ? null : colourOf(painting, row);
        return (
          <path
            key={shape.code}
            d={shape.path}
            data-code={shape.code}
            fill={colour ? `var(${colour})` : `url(#${hatch})`}
          />
        );
      }),
    [geometry, painting, rowOf, hatch, begun],
  );
  return (
    <svg class="svg-map" aria-hidden="true" viewBox={view.viewBox}>
      <defs>
        <Hatch id={hatch} view={view} />
      </defs>
      <g transform={view.transform}>
        <g class="map-areas">{areas}</g>
        {light && <path class={total > CROWD ? 'map-light fine' : 'map-light'} d={geometry.light} />}
        {heavy && <path class="map-heavy" d={geometry.heavy} />}
      </g>
    </svg>
  );
}
