// Need against provision, one dot per area, in the colours of the map and linked with it.
import type { ReadonlySignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Answer } from '../../domain/answer.ts';
import { namedFigureOf } from '../../encode/figure.ts';
import type { Painting } from '../../encode/painting.ts';
import { levelNoun } from '../../encode/words.ts';
import { placeAlong, type Spot } from './placeAlong.ts';
import { type Dot, type Frame, planScatter, type ScatterPlan } from './scatterPoints.ts';

export interface ScatterProps {
  readonly answer: Answer;
  readonly painting: Painting;
  readonly hovered: ReadonlySignal<string | null> | string | null;
  readonly selected: readonly string[];
  readonly onHover: (code: string | null) => void;
  readonly onSelect: (code: string, add: boolean) => void;
}

const WIDTH = 392;
const HEIGHT = 258;
/** Above the frame and below its figures are lines for words, where no dot can be. */
const FRAME: Frame = { left: 42, right: WIDTH - 8, top: 22, bottom: HEIGHT - 48 };
const ABOVE = FRAME.top - 9;
const BELOW = FRAME.bottom + 29;
const REACH = 14;
/** Sizes of the words at 11 px in the bundled family, with a little room. */
const CORNER = 142;
const CALLED = { width: 104, height: 13 };

function Axes({ plan }: { plan: ScatterPlan }) {
  return (
    <g class="axes">
      {plan.yTicks.map((t) => (
        <g key={t.text}>
          <line class="grid" x1={FRAME.left} x2={FRAME.right} y1={t.at} y2={t.at} />
          <text class="tick y" x={FRAME.left - 5} y={t.at}>
            {t.text}
          </text>
        </g>
      ))}
      <line class="base" x1={FRAME.left} x2={FRAME.right} y1={FRAME.bottom} y2={FRAME.bottom} />
      {plan.xTicks.map((t) => (
        <g key={t.text}>
          <line class="notch" x1={t.at} x2={t.at} y1={FRAME.bottom} y2={FRAME.bottom + 4} />
          <text class="tick x" x={t.at} y={FRAME.bottom + 15}>
            {t.text}
          </text>
        </g>
      ))}
      <text class="axis x" x={(FRAME.left + FRAME.right) / 2} y={HEIGHT - 5}>
        {plan.axis}
      </text>
      <text class="axis y" transform={`translate(11,${(FRAME.top + FRAME.bottom) / 2}) rotate(-90)`}>
        Places per 1,000 eligible
      </text>
    </g>
  );
}

/** Above the frame where the curve leaves it there, which keeps the word off the dots; else beside the curve. */
function calledAt({ curve, dots }: ScatterPlan): Spot {
  const [x, y] = curve[curve.length - 1];
  // The curve counts as a row of points, so that the word keeps off it too.
  if (y > FRAME.top + 24)
    return placeAlong(curve, CALLED, [...dots, ...curve.map(([x, y]) => ({ x, y }))], FRAME);
  const most = FRAME.right - CALLED.width;
  return { x: Math.min(most, Math.max(FRAME.left + CORNER, x - CALLED.width / 2)), y: ABOVE - 10 };
}

/** "What need calls for" at its curve, and words for the two corners that matter. */
function Words({ plan }: { plan: ScatterPlan }) {
  const called = plan.curve.length > 1 && calledAt(plan);
  return (
    <g class="words">
      <text x={FRAME.right} y={BELOW} text-anchor="end">
        high need, little provision
      </text>
      <text x={FRAME.left} y={ABOVE}>
        low need, much provision
      </text>
      {called && (
        <text class="of-curve" x={called.x} y={called.y + 10}>
          what need calls for
        </text>
      )}
    </g>
  );
}

function nearest(dots: readonly Dot[], x: number, y: number): Dot | null {
  let best: Dot | null = null;
  let least = REACH * REACH;
  for (const d of dots) {
    const away = (d.x - x) ** 2 + (d.y - y) ** 2;
    if (away < least) {
      least = away;
      best = d;
    }
  }
  return best;
}

/** Hovered and selected dots once more, on top of all others. */
function Marked({ plan, hovered, selected, radius }: MarkedProps) {
  const over = typeof hovered === 'object' && hovered !== null ? hovered.value : hovered;
  const marked = plan.dots.filter((d) => d.code === over || selected.includes(d.code));
  return (
    <g class="marked">
      {marked.map((d) => (
        <circle
          key={d.code}
          class={selected.includes(d.code) ? 'selected' : 'hovered'}
          cx={d.x}
          cy={d.y}
          r={radius + 2.5}
          fill={d.colour ? `var(${d.colour})` : 'var(--hatch-line)'}
        />
      ))}
    </g>
  );
}

interface MarkedProps extends Pick<ScatterProps, 'hovered' | 'selected'> {
  readonly plan: ScatterPlan;
  readonly radius: number;
}

function summary(answer: Answer, painting: Painting, plan: ScatterPlan): string {
  const { areas } = answer;
  const first = areas.rank.indexOf(1);
  const below = areas.gap.filter((g) => g > 0).length;
  const farthest = first < 0 ? '' : ` Furthest short: ${namedFigureOf(answer, painting, first)}.`;
  return (
    `Scatter of need and provision over ${plan.dots.length} ${levelNoun(areas.level)}: ` +
    `${below} have fewer places than need calls for.${farthest} The list and the table hold the same figures.`
  );
}

export function Scatter({ answer, painting, hovered, selected, onHover, onSelect }: ScatterProps) {
  const plan = useMemo(() => planScatter(answer, painting, FRAME), [answer, painting]);
  const radius = plan.dots.length > 500 ? 2 : 3.6;
  const dots = useMemo(
    () =>
      plan.dots.map((d) => (
        <circle
          key={d.code}
          data-code={d.code}
          cx={d.x.toFixed(1)}
          cy={d.y.toFixed(1)}
          r={radius}
          fill={d.colour ? `var(${d.colour})` : 'var(--hatch-line)'}
        />
      )),
    [plan, radius],
  );
  if (!plan.dots.length)
    return <p class="scatter-none">Provision is not known here, so there is nothing to set need against.</p>;

  const under = (e: MouseEvent): Dot | null => {
    const frame = (e.currentTarget as SVGSVGElement).getBoundingClientRect();
    const scale = WIDTH / frame.width;
    return nearest(plan.dots, (e.clientX - frame.left) * scale, (e.clientY - frame.top) * scale);
  };
  return (
    <figure class="scatter">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list and the table beside it do the same from the keyboard */}
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={summary(answer, painting, plan)}
        onPointerMove={(e) => onHover(under(e)?.code ?? null)}
        onPointerLeave={() => onHover(null)}
        onClick={(e) => {
          const dot = under(e);
          if (dot) onSelect(dot.code, e.shiftKey || e.ctrlKey || e.metaKey);
        }}
      >
        <Axes plan={plan} />
        <g class={plan.dots.length > 500 ? 'dots many' : 'dots'}>{dots}</g>
        {plan.curve.length > 1 && (
          <path class="curve" d={`M${plan.curve.map((p) => p.join(',')).join('L')}`} />
        )}
        <Words plan={plan} />
        <Marked plan={plan} hovered={hovered} selected={selected} radius={radius} />
      </svg>
      {plan.missing > 0 && (
        <figcaption>
          {plan.missing} {levelNoun(answer.areas.level, plan.missing)} not drawn: not known
        </figcaption>
      )}
    </figure>
  );
}
