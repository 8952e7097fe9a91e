// Names of the areas themselves, once the reader has gone near enough for them to fit inside their shapes.
import { useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { overlap, type Rect, rectOf, toScreen } from './camera.ts';
import type { Geometry, Point } from './geometry.ts';
import type { MapView } from './mapView.ts';
import { textWidth } from './textWidth.ts';

interface Props {
  readonly geometry: Geometry;
  readonly view: MapView;
  readonly nameOf: (code: string) => string;
  /** What is there already, at the present camera: sites and the names of authorities. */
  readonly obstacles: () => readonly Rect[];
}

const SIZE = 11;

/** Largest shapes first; a name that does not fit, or would cover something, waits for the next zoom. */
function fitting({ geometry, view, nameOf, obstacles }: Props, family: string) {
  const camera = view.camera.peek();
  const size = view.size.peek();
  const taken: Rect[] = [...obstacles()];
  const placed: { code: string; text: string; at: Point }[] = [];
  const wide = geometry.shapes
    .map((shape) => ({ shape, rect: rectOf(camera, size, shape.box) }))
    .filter(({ rect }) => rect.right - rect.left > 40 && rect.bottom - rect.top > SIZE + 6)
    .sort((a, b) => b.rect.right - b.rect.left - (a.rect.right - a.rect.left));
  for (const { shape, rect } of wide) {
    const text = nameOf(shape.code);
    const width = textWidth(text, `500 ${SIZE}px ${family}`);
    if (width > (rect.right - rect.left) * 0.9) continue;
    const at = toScreen(camera, size, shape.centre);
    const own = {
      left: at.x - width / 2 - 3,
      right: at.x + width / 2 + 3,
      top: at.y - SIZE / 2 - 2,
      bottom: at.y + SIZE / 2 + 2,
    };
    if (taken.some((t) => overlap(t, own) > 0)) continue;
    taken.push(own);
    placed.push({ code: shape.code, text, at: shape.centre });
  }
  return placed;
}

export function AreaNames(props: Props) {
  const { geometry, view } = props;
  const halfSteps = useComputed(() => Math.round(Math.log2(view.camera.value.scale) * 2));
  const far = useComputed(() => view.atHome.value);
  const steps = halfSteps.value;
  const hidden = far.value;
  const { width, height } = view.size.value;
  // The camera is read as it stands at each half step of zoom.
  const names = useMemo(
    () => (hidden ? [] : fitting(props, getComputedStyle(document.body).fontFamily)),
    [geometry, hidden, steps, width, height, props.nameOf],
  );
  if (!names.length) return null;
  const camera = view.camera.value;
  return (
    <g class="area-names">
      {names.map(({ code, text, at }) => {
        const p = toScreen(camera, { width, height }, at);
        if (p.x < -60 || p.y < -20 || p.x > width + 60 || p.y > height + 20) return null;
        return (
          <text key={code} x={p.x.toFixed(1)} y={p.y.toFixed(1)} font-size={SIZE}>
            {text}
          </text>
        );
      })}
    </g>
  );
}
