// Letters on the areas of notable clusters, or a dot on cores where a letter has no room: what the colour says, without colour.
import type { Painting } from '../../encode/painting.ts';
import { type Camera, type Rect, rectOf, type Size, toScreen } from './camera.ts';
import type { Geometry } from './geometry.ts';
import type { MapView } from './mapView.ts';

interface Props {
  readonly geometry: Geometry;
  readonly view: MapView;
  readonly painting: Painting;
}

const LETTER_ROOM = 15;
const DOT_ROOM = 5;

/** The areas that bear a letter, with the shape it stands in. */
function lettered(geometry: Geometry, painting: Painting) {
  if (painting.show !== 'hotspots') return [];
  return painting.code.flatMap((code, row) => {
    const letter = painting.classes[painting.classOf[row]]?.letter ?? '';
    const shape = letter === '' ? undefined : geometry.shapes[geometry.indexOf.get(code) ?? -1];
    return shape ? [{ code, letter, shape }] : [];
  });
}

function roomIn(shape: Geometry['shapes'][number], camera: Camera, size: Size): number {
  const rect = rectOf(camera, size, shape.box);
  return Math.min(rect.right - rect.left, rect.bottom - rect.top);
}

/** Where letters stand at the present camera, so that names make way for them. */
export function letterRects({ geometry, view, painting }: Props): Rect[] {
  const camera = view.camera.peek();
  const size = view.size.peek();
  return lettered(geometry, painting)
    .filter(({ shape }) => roomIn(shape, camera, size) >= LETTER_ROOM)
    .map(({ shape }) => {
      const { x, y } = toScreen(camera, size, shape.centre);
      const half = LETTER_ROOM / 2;
      return { left: x - half, right: x + half, top: y - half, bottom: y + half };
    });
}

export function RoleMarks({ geometry, view, painting }: Props) {
  const camera = view.camera.value;
  const size = view.size.value;
  const marks = lettered(geometry, painting);
  if (marks.length === 0) return null;
  return (
    <g class="role-marks">
      {marks.map(({ code, letter, shape }) => {
        const p = toScreen(camera, size, shape.centre);
        if (p.x < 0 || p.y < 0 || p.x > size.width || p.y > size.height) return null;
        const room = roomIn(shape, camera, size);
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
