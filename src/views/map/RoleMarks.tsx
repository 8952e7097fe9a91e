// Letters on the areas of notable clusters, or a dot on cores where a letter has no room: what the colour says, without colour.
import type { Painting } from '../../encode/painting.ts';
import { rectOf, toScreen } from './camera.ts';
import type { Geometry } from './geometry.ts';
import type { MapView } from './mapView.ts';

interface Props {
  readonly geometry: Geometry;
  readonly view: MapView;
  readonly painting: Painting;
}

const LETTER_ROOM = 15;
const DOT_ROOM = 5;

export function RoleMarks({ geometry, view, painting }: Props) {
  if (painting.show !== 'hotspots') return null;
  const camera = view.camera.value;
  const size = view.size.value;
  return (
    <g class="role-marks">
      {painting.code.map((code, row) => {
        const letter = painting.classes[painting.classOf[row]]?.letter ?? '';
        const shape = letter === '' ? undefined : geometry.shapes[geometry.indexOf.get(code) ?? -1];
        if (!shape) return null;
        const p = toScreen(camera, size, shape.centre);
        if (p.x < 0 || p.y < 0 || p.x > size.width || p.y > size.height) return null;
        const rect = rectOf(camera, size, shape.box);
        const room = Math.min(rect.right - rect.left, rect.bottom - rect.top);
        if (room >= LETTER_ROOM)
          return (
            <text key={code} x={p.x.toFixed(1)} y={p.y.toFixed(1)} data-letter={letter}>
              {letter}
            </text>
          );
        if (room < DOT_ROOM) return null;
        if (letter === 'H') return <circle key={code} cx={p.x.toFixed(1)} cy={p.y.toFixed(1)} r="1.7" />;
        if (letter === 'L')
          return (
            <rect key={code} x={(p.x - 2.5).toFixed(1)} y={(p.y - 0.8).toFixed(1)} width="5" height="1.6" />
          );
        return null;
      })}
    </g>
  );
}
