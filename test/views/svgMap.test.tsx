// The SVG map: what is drawn, how it is reached by hand and by key, and what the legend says of it.
import axe from 'axe-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { colourOf } from '../../src/encode/painting.ts';
import { middleOf, pathOf, press, resolved, type Stage, stageMap } from './mapStage.tsx';

let stage: Stage;
afterEach(() => stage.strike());

const codeOf = (i: number) => `E0500${String(i).padStart(4, '0')}`;

describe('what is drawn', () => {
  test('is one shape for each area, in the colour of its class', async () => {
    stage = stageMap();
    await vi.waitFor(() => expect(stage.host.querySelectorAll('path[data-code]')).toHaveLength(12));
    const painting = stage.painting();
    painting.code.forEach((code, i) => {
      const name = colourOf(painting, i) as string;
      expect(getComputedStyle(pathOf(stage.host, code)).fill).toBe(resolved(name));
    });
  });

  test('stands where it should: the shape under the middle of an area is that area', async () => {
    stage = stageMap({}, 400, 380);
    await vi.waitFor(() =>
      expect(pathOf(stage.host, codeOf(0)).getBoundingClientRect().width).toBeGreaterThan(50),
    );
    for (const i of [0, 3, 8, 11]) {
      const { x, y } = middleOf(pathOf(stage.host, codeOf(i)));
      expect(document.elementFromPoint(x, y)?.getAttribute('data-code')).toBe(codeOf(i));
    }
    const [first, last] = [middleOf(pathOf(stage.host, codeOf(0))), middleOf(pathOf(stage.host, codeOf(11)))];
    expect(first.x).toBeLessThan(last.x);
    expect(first.y).toBeLessThan(last.y);
  });

  test('hatches what is not known', async () => {
    stage = stageMap({ gap: [Number.NaN] });
    await vi.waitFor(() =>
      expect(pathOf(stage.host, codeOf(0)).getAttribute('fill')).toMatch(/^url\(#hatch/),
    );
    const id = pathOf(stage.host, codeOf(0)).getAttribute('fill')?.slice(5, -1);
    expect(stage.host.querySelector(`pattern[id="${id}"]`)).not.toBeNull();
  });

  test('recolours with a new answer and leaves the shapes where they are', async () => {
    stage = stageMap({ gap: [9] });
    await vi.waitFor(() => expect(pathOf(stage.host, codeOf(0))).not.toBeNull());
    const before = pathOf(stage.host, codeOf(0));
    const { areas } = stage.answer.value;
    stage.answer.value = { ...stage.answer.value, areas: { ...areas, gap: areas.gap.map((g) => -g) } };
    await vi.waitFor(() => expect(before.getAttribute('fill')).toBe(`var(${colourOf(stage.painting(), 0)})`));
    expect(pathOf(stage.host, codeOf(0))).toBe(before);
  });

  test('names both authorities and marks the site with its symbol', async () => {
    stage = stageMap();
    await vi.waitFor(() => {
      const names = [...stage.host.querySelectorAll('.map-names text')].map((t) => t.textContent);
      expect(names.sort()).toEqual(['Eastmere', 'Westmere']);
    });
    expect(stage.host.querySelector('.map-sites title')?.textContent).toBe(
      'Grid Hospital, A charity: 80 places a year',
    );
  });
});

describe('by hand', () => {
  test('a click selects, a click with shift adds, a click on nothing clears', async () => {
    stage = stageMap();
    await vi.waitFor(() => expect(pathOf(stage.host, codeOf(5))).not.toBeNull());
    const click = (target: Element, shiftKey = false) =>
      target.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey }));
    click(pathOf(stage.host, codeOf(5)));
    expect(stage.selected.value).toEqual([codeOf(5)]);
    click(pathOf(stage.host, codeOf(6)), true);
    expect(stage.selected.value).toEqual([codeOf(5), codeOf(6)]);
    await vi.waitFor(() => expect(stage.host.querySelectorAll('.map-outline.selected')).toHaveLength(2));
    click(stage.surface);
    expect(stage.selected.value).toEqual([]);
  });

  test('the pointer over an area shows its name, authority and figure', async () => {
    stage = stageMap({ gap: [5.5] });
    await vi.waitFor(() => expect(pathOf(stage.host, codeOf(0))).not.toBeNull());
    const at = middleOf(pathOf(stage.host, codeOf(0)));
    pathOf(stage.host, codeOf(0)).dispatchEvent(
      new PointerEvent('pointermove', { bubbles: true, clientX: at.x, clientY: at.y, pointerType: 'mouse' }),
    );
    expect(stage.hovered.value).toBe(codeOf(0));
    await vi.waitFor(() => {
      const note = stage.host.querySelector('.map-tooltip')?.textContent;
      expect(note).toContain('Area 0');
      expect(note).toContain('Westmere');
      expect(note).toContain('+5.5 places a year short');
    });
  });

  test('on a small map the note stays within its edges, whichever area is pointed at', async () => {
    stage = stageMap({}, 330, 300);
    await vi.waitFor(() => expect(pathOf(stage.host, codeOf(0))).not.toBeNull());
    const edge = stage.surface.getBoundingClientRect();
    for (let i = 0; i < 12; i++) {
      stage.hovered.value = codeOf(i);
      await vi.waitFor(() => {
        const note = stage.host.querySelector('.map-tooltip');
        expect(note?.textContent).toContain(`Area ${i}`);
        const { left, right } = note?.getBoundingClientRect() ?? edge;
        expect(left).toBeGreaterThanOrEqual(edge.left);
        expect(right).toBeLessThanOrEqual(edge.right);
      });
    }
  });

  test('nearer, further and the whole region move the picture and bring it back', async () => {
    stage = stageMap();
    const width = () => pathOf(stage.host, codeOf(0)).getBoundingClientRect().width;
    await vi.waitFor(() => expect(width()).toBeGreaterThan(50));
    const home = width();
    const [nearer, , whole] = stage.host.querySelectorAll<HTMLButtonElement>('.map-zoom button');
    nearer.click();
    await vi.waitFor(() => expect(width() / home).toBeCloseTo(2, 1));
    whole.click();
    await vi.waitFor(() => expect(width()).toBeCloseTo(home, 1));
  });
});

test('areas are named once the reader is near enough for the names to fit', async () => {
  stage = stageMap();
  await vi.waitFor(() => expect(stage.host.querySelectorAll('.map-names text')).toHaveLength(2));
  expect(stage.host.querySelector('.area-names')).toBeNull();
  stage.host.querySelector<HTMLButtonElement>('.map-zoom button')?.click();
  await vi.waitFor(() => {
    const names = [...stage.host.querySelectorAll('.area-names text')].map((t) => t.textContent);
    expect(names).toContain('Area 6');
  });
});

test('axe finds nothing amiss with map, legend and controls', async () => {
  stage = stageMap({ gap: [Number.NaN] });
  await vi.waitFor(() => expect(stage.host.querySelectorAll('.legend-count')).toHaveLength(7));
  const found = await axe.run(stage.host, { rules: { region: { enabled: false } } });
  expect(found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
});

describe('by key', () => {
  const spoken = () => stage.host.querySelector('[aria-live]')?.textContent ?? '';

  test('arrows walk to the area that lies that way, and it is announced with its figure', async () => {
    stage = stageMap({ gap: [5.5, 1, 0, 0, 2] });
    await vi.waitFor(() => expect(pathOf(stage.host, codeOf(0))).not.toBeNull());
    press(stage.surface, 'ArrowRight');
    expect(stage.hovered.value, 'begins where the gap is largest').toBe(codeOf(0));
    await vi.waitFor(() => expect(spoken()).toBe('Area 0, Westmere: +5.5 places a year short'));
    press(stage.surface, 'ArrowRight');
    expect(stage.hovered.value).toBe(codeOf(1));
    press(stage.surface, 'ArrowDown');
    expect(stage.hovered.value).toBe(codeOf(5));
    press(stage.surface, 'ArrowLeft');
    press(stage.surface, 'ArrowUp');
    expect(stage.hovered.value).toBe(codeOf(0));
  });

  test('Enter selects and says so, shift with Enter adds, Escape clears', async () => {
    stage = stageMap({ gap: [50] });
    await vi.waitFor(() => expect(pathOf(stage.host, codeOf(0))).not.toBeNull());
    press(stage.surface, 'ArrowRight');
    press(stage.surface, 'Enter');
    expect(stage.selected.value).toEqual([codeOf(0)]);
    await vi.waitFor(() => expect(spoken()).toMatch(/, selected$/));
    press(stage.surface, 'ArrowRight');
    await vi.waitFor(() => expect(spoken()).toContain('Area 1'));
    press(stage.surface, 'Enter', true);
    expect(stage.selected.value).toEqual([codeOf(0), codeOf(1)]);
    press(stage.surface, 'Escape');
    expect(stage.selected.value).toEqual([]);
    expect(stage.hovered.value).toBeNull();
  });

  test('Page Down comes to every area once before it begins again', async () => {
    stage = stageMap();
    await vi.waitFor(() => expect(pathOf(stage.host, codeOf(0))).not.toBeNull());
    press(stage.surface, 'Home');
    const met = [stage.hovered.value];
    for (let k = 1; k < 12; k++) {
      press(stage.surface, 'PageDown');
      met.push(stage.hovered.value);
    }
    expect(new Set(met).size).toBe(12);
    press(stage.surface, 'PageDown');
    expect(stage.hovered.value).toBe(met[0]);
  });
});

describe('the legend', () => {
  test('tells how many areas are in each class and how many are not known', async () => {
    stage = stageMap({ gap: [Number.NaN, 3, 5] }, 640, 560);
    const painting = stage.painting();
    await vi.waitFor(() => {
      const counts = [...stage.host.querySelectorAll('.legend-count')].map((t) => Number(t.textContent));
      expect(counts).toEqual(painting.classes.map((c) => c.count));
    });
    const keys = stage.host.querySelector('.legend-keys')?.textContent;
    expect(keys).toContain('not known1');
    expect(keys).toContain('hospital team');
    expect(stage.host.querySelector('.legend')?.textContent).toContain('places a year');
  });

  test('says that nothing is known where nothing is', async () => {
    stage = stageMap({ gap: new Array(12).fill(Number.NaN) }, 640, 560);
    await vi.waitFor(() =>
      expect(stage.host.querySelector('.legend')?.textContent).toContain('Not known for any of these wards'),
    );
    expect(stage.host.querySelector('.legend-count')).toBeNull();
  });

  test('is a strip under a narrow map that unfolds', async () => {
    stage = stageMap({}, 360, 340);
    await vi.waitFor(() => expect(stage.host.querySelector('.legend-strip')).not.toBeNull());
    expect(stage.host.querySelectorAll('.legend-strip-colours .swatch')).toHaveLength(7);
    expect(stage.host.querySelector('.legend')).toBeNull();
  });
});
