// The charts: what is drawn for known figures, what is left open for those not known, and what is said of them.
import { render } from 'preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { colourOf, paint } from '../../src/encode/painting.ts';
import { fineBins, Histogram } from '../../src/views/charts/Histogram.tsx';
import { IntervalBar } from '../../src/views/charts/IntervalBar.tsx';
import { MonthLine, runsOf } from '../../src/views/charts/MonthLine.tsx';
import { placeAlong } from '../../src/views/charts/placeAlong.ts';
import { Scatter } from '../../src/views/charts/Scatter.tsx';
import { RegionCard } from '../../src/views/map/RegionCard.tsx';
import { type GridWishes, gridAnswer } from '../encode/gridAnswer.ts';
import { middleOf } from './mapStage.tsx';

const NOT = Number.NaN;
let host: HTMLElement;
afterEach(() => {
  render(null, host);
  host.remove();
});

function draw(what: preact.ComponentChild): HTMLElement {
  host = document.createElement('div');
  host.style.width = '380px';
  document.body.append(host);
  render(what, host);
  return host;
}

const number = (e: Element | null, name: string) => Number(e?.getAttribute(name));

describe('the figures of the region', () => {
  test('say of places where provision is not known that they are not known, never none', () => {
    const answer = gridAnswer({});
    const places = answer.areas.places.map(() => NOT);
    draw(
      <RegionCard
        answer={{
          ...answer,
          areas: { ...answer.areas, places },
          headline: { ...answer.headline, totalPlaces: 0, unmetPlaces: NOT },
        }}
        authority={null}
      />,
    );
    const said = [...host.querySelectorAll('dl > *')].map((e) => e.textContent ?? '');
    expect(said.find((s) => s.includes('places a year reach'))).toContain('not known');
  });
});

describe('the scatter', () => {
  const scatterOf = (wishes: GridWishes, onHover = vi.fn(), onSelect = vi.fn(), selected: string[] = []) => {
    const answer = gridAnswer(wishes);
    const painting = paint(answer, 'gap');
    draw(
      <Scatter
        answer={answer}
        painting={painting}
        hovered={null}
        selected={selected}
        onHover={onHover}
        onSelect={onSelect}
      />,
    );
    return { answer, painting };
  };

  test('draws one dot for each area, in the colour the map gives it', () => {
    const { painting } = scatterOf({});
    const dots = [...host.querySelectorAll('.dots circle')];
    expect(dots.map((d) => d.getAttribute('data-code'))).toEqual([...painting.code]);
    const fills = painting.code.map((_, i) => `var(${colourOf(painting, i)})`);
    expect(dots.map((d) => d.getAttribute('fill'))).toEqual(fills);
  });

  test('puts more need further right and more provision further up', () => {
    scatterOf({});
    const [first, , , , , , , , , , , last] = host.querySelectorAll('.dots circle');
    expect(number(last, 'cx')).toBeGreaterThan(number(first, 'cx'));
    expect(number(last, 'cy')).toBeGreaterThan(number(first, 'cy'));
  });

  test('has the areas that are short below the curve of what need calls for, and the others above', () => {
    // 12 places for each 12,000 people at mean need: one for each thousand. Need 1 everywhere, provision 0.5 or 2.
    const access = Array.from({ length: 12 }, (_, i) => (i % 2 ? 0.5 : 2));
    scatterOf({ need: new Array(12).fill(1).map((v, i) => v + i / 1000), access });
    const path = host.querySelector('.curve') as SVGPathElement;
    const [short, well] = [
      host.querySelectorAll('.dots circle')[1],
      host.querySelectorAll('.dots circle')[0],
    ];
    const at = path.getPointAtLength(path.getTotalLength() / 2).y;
    expect(number(short, 'cy')).toBeGreaterThan(at);
    expect(number(well, 'cy')).toBeLessThan(at);
  });

  test('leaves out what is not known and says how many', () => {
    scatterOf({ access: [NOT, NOT] });
    expect(host.querySelectorAll('.dots circle')).toHaveLength(10);
    expect(host.querySelector('figcaption')?.textContent).toBe('2 wards not drawn: not known');
  });

  test('says so where provision is not known at all', () => {
    scatterOf({ access: new Array(12).fill(NOT) });
    expect(host.querySelector('svg')).toBeNull();
    expect(host.textContent).toContain('Provision is not known here');
  });

  test('reports the dot nearest to the pointer, and selects it on a click', () => {
    const onHover = vi.fn();
    const onSelect = vi.fn();
    const { painting } = scatterOf({}, onHover, onSelect);
    const dot = host.querySelectorAll('.dots circle')[4];
    const { x, y } = middleOf(dot);
    const svg = host.querySelector('svg') as SVGSVGElement;
    svg.dispatchEvent(new PointerEvent('pointermove', { clientX: x + 2, clientY: y - 2, bubbles: true }));
    expect(onHover).toHaveBeenLastCalledWith(painting.code[4]);
    svg.dispatchEvent(new MouseEvent('click', { clientX: x, clientY: y, bubbles: true, shiftKey: true }));
    expect(onSelect).toHaveBeenLastCalledWith(painting.code[4], true);
  });

  test('has its corners named where no dot can stand', () => {
    scatterOf({});
    const dots = [...host.querySelectorAll<SVGCircleElement>('.dots circle')].map((c) => c.getBBox());
    const names = [...host.querySelectorAll<SVGTextElement>('.words text:not(.of-curve)')];
    expect(names.map((n) => n.textContent)).toEqual([
      'high need, little provision',
      'low need, much provision',
    ]);
    const clear = (a: DOMRect, b: DOMRect) =>
      a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
    const rect = (r: DOMRect) => new DOMRect(r.x, r.y, r.width, r.height);
    for (const name of names)
      for (const dot of dots) expect(clear(rect(name.getBBox()), rect(dot))).toBe(true);
  });

  test('sums itself up for those who do not see it', () => {
    scatterOf({ gap: [7, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1] });
    const said = host.querySelector('svg')?.getAttribute('aria-label');
    expect(said).toContain('12 wards: 2 have fewer places than need calls for');
    expect(said).toContain('Area 0, Westmere: +7.0 places a year short');
  });
});

test('the word of a curve stands beside it, near its end, where it covers the fewest points', () => {
  const curve = Array.from({ length: 20 }, (_, k) => [10 * k, 100 - k] as const);
  const size = { width: 40, height: 12 };
  const frame = { left: 0, right: 300, top: 0, bottom: 120 };
  const free = placeAlong(curve, size, [], frame);
  expect(free.x).toBe(198);
  const moved = placeAlong(curve, size, [{ x: free.x + 20, y: free.y + 6 }], frame);
  expect(moved.x + size.width < free.x + 16 || moved.x > free.x + 24).toBe(true);
});

describe('an interval bar', () => {
  const bar = (value: number, lower: number, upper: number) =>
    draw(
      <IntervalBar
        value={value}
        lower={lower}
        upper={upper}
        domain={[-10, 10]}
        reference={0}
        colour="--gap-7"
      />,
    );

  test('sets figure, interval and reference on one scale', () => {
    bar(5, 2, 8);
    const dot = number(host.querySelector('.dot'), 'cx');
    const line = host.querySelector('.interval');
    const zero = number(host.querySelector('.reference'), 'x1');
    expect(zero).toBeCloseTo(56, 6);
    expect(number(line, 'x1')).toBeLessThan(dot);
    expect(number(line, 'x2')).toBeGreaterThan(dot);
    expect((dot - zero) / (number(line, 'x1') - zero)).toBeCloseTo(5 / 2, 6);
  });

  test('has no line before its interval is known, and nothing at all for what is not known', () => {
    bar(5, NOT, NOT);
    expect(host.querySelector('.interval')).toBeNull();
    expect(host.querySelector('.dot')).not.toBeNull();
    render(<IntervalBar value={NOT} lower={1} upper={2} domain={[0, 1]} reference={0} />, host);
    expect(host.querySelector('svg')).toBeNull();
  });

  test('stops at the end of the scale', () => {
    bar(50, 2, 80);
    expect(number(host.querySelector('.dot'), 'cx')).toBeLessThanOrEqual(112);
    expect(number(host.querySelector('.interval'), 'x2')).toBeLessThanOrEqual(112);
  });
});

describe('a series of months', () => {
  const months = [1, 2, 3, 4, 5, 6].map((m) => ({
    month: `2025-0${m}`,
    status: m === 3 ? ('partial' as const) : ('whole' as const),
    located: m < 6 ? ('polygon' as const) : ('published' as const),
  }));

  test('is never bridged over a month that is not whole', () => {
    expect(runsOf([5, 6, NOT, 4, 3, 2]).map((r) => r.map((p) => p.month))).toEqual([
      [0, 1],
      [3, 4, 5],
    ]);
    draw(<MonthLine months={months} values={[5, 6, NOT, 4, 3, 2]} />);
    expect(host.querySelectorAll('.line')).toHaveLength(2);
    expect(host.querySelectorAll('.withheld')).toHaveLength(1);
  });

  test('begins at zero: half the most stands half as high', () => {
    draw(<MonthLine months={months} values={[10, 5, NOT, 4, 3, 10]} />);
    const base = number(host.querySelector('.base'), 'y1');
    const points =
      host
        .querySelector('.line')
        ?.getAttribute('d')
        ?.match(/[\d.]+,[\d.]+/g) ?? [];
    const [top, half] = points.map((p) => Number(p.split(',')[1]));
    expect((base - half) / (base - top)).toBeCloseTo(0.5, 2);
  });

  test('marks where records begin to be placed in another way', () => {
    draw(<MonthLine months={months} values={[5, 6, NOT, 4, 3, 2]} />);
    expect(host.querySelector('.join title')?.textContent).toContain('June 2025');
  });

  test('is told in words: ends, range, and what is withheld', () => {
    draw(<MonthLine months={months} values={[5, 6, NOT, 4, 3, 2]} what="All violence" />);
    expect(host.querySelector('svg')?.getAttribute('aria-label')).toBe(
      'All violence by month: 5 in January 2025, 2 in June 2025, between 2 and 6; 1 month withheld: incomplete.',
    );
  });
});

describe('a histogram', () => {
  test('has every known row in exactly one bin', () => {
    const values = Float64Array.from([NOT, 1, 2, 3, 3, 50, -7]);
    const rows = fineBins(values)
      .flat()
      .sort((a, b) => a - b);
    expect(rows).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('stacks the colours of the map, as high as there are areas', () => {
    const answer = gridAnswer();
    const painting = paint(answer, 'gap');
    draw(<Histogram values={answer.areas.gap} painting={painting} title="Gap" unit="places a year" />);
    const drawn = new Set([...host.querySelectorAll('.bar')].map((b) => b.getAttribute('fill')));
    expect(drawn).toEqual(new Set(painting.code.map((_, i) => `var(${colourOf(painting, i)})`)));
  });
});
