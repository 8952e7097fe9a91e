// The WebGL map: that it stands where the SVG stood, in the same colours, and what happens when its graphics go.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { colourOf, paint } from '../../src/encode/painting.ts';
import { toScreen } from '../../src/views/map/camera.ts';
import { GlMap } from '../../src/views/map/GlMap.ts';
import { fromWorld, readGeometry } from '../../src/views/map/geometry.ts';
import { MapView } from '../../src/views/map/mapView.ts';
import { gridAnswer, gridTopology } from '../encode/gridAnswer.ts';
import { pathOf, resolved, type Stage, stageMap } from './mapStage.tsx';

const LONG = { timeout: 30_000, interval: 100 };
const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

interface Standing {
  readonly gl: GlMap;
  readonly view: MapView;
  readonly events: string[];
}

/** A WebGL map alone, ready on the screen. */
async function stand(gap: readonly number[] = []): Promise<Standing> {
  const host = document.createElement('div');
  host.style.cssText = 'position:relative;width:400px;height:360px';
  document.body.append(host);
  const answer = gridAnswer({ gap });
  const of = new Map(answer.areas.code.map((c, i) => [c, answer.areas.authorityCode[i]]));
  const geometry = readGeometry(gridTopology(), 'wards', (c) => of.get(c));
  const view = new MapView();
  view.size.value = { width: 400, height: 360 };
  view.geometry.value = geometry;
  view.settle();
  const events: string[] = [];
  const hits = { over() {}, click() {} };
  const gl = new GlMap(host, view, geometry, paint(answer, 'gap'), hits, {
    ready: () => events.push('ready'),
    waiting: () => events.push('waiting'),
    lost: () => events.push('lost'),
  });
  endings.push(() => {
    gl.destroy();
    host.remove();
  });
  await vi.waitFor(() => expect(events).toContain('ready'), LONG);
  return { gl, view, events };
}

/** The colour the WebGL canvas has at a place, as "rgb(…)". Read in the frame it is drawn in, before it is let go. */
function pixelAt(gl: GlMap, at: { x: number; y: number }): Promise<string> {
  return new Promise((resolve) => {
    gl.map.once('render', () => {
      const canvas = gl.map.getCanvas();
      const context = canvas.getContext('webgl2') as WebGL2RenderingContext;
      const ratio = canvas.width / canvas.clientWidth;
      const pixel = new Uint8Array(4);
      const row = canvas.height - Math.round(at.y * ratio);
      context.readPixels(Math.round(at.x * ratio), row, 1, 1, context.RGBA, context.UNSIGNED_BYTE, pixel);
      resolve(`rgb(${pixel[0]}, ${pixel[1]}, ${pixel[2]})`);
    });
    gl.map.triggerRepaint();
  });
}

/** A place inside an area, off its middle, where neither a border nor a symbol is. */
function placeIn(view: MapView, index: number) {
  const shape = view.geometry.value?.shapes[index];
  if (!shape) throw new Error('no such shape');
  const p = toScreen(view.camera.value, view.size.value, shape.centre);
  return { x: p.x + 7, y: p.y + 7 };
}

describe('a WebGL map', () => {
  test('draws every area of the answer, by its code', async () => {
    const { gl } = await stand();
    expect([...gl.renderedCodes()].sort()).toEqual([...gridAnswer().areas.code]);
  });

  test('puts the same place on the same pixel as the SVG', async () => {
    const { gl, view } = await stand();
    view.geometry.value?.shapes.forEach((shape) => {
      const { lon, lat } = fromWorld(shape.centre);
      const there = gl.map.project([lon, lat]);
      const here = toScreen(view.camera.value, view.size.value, shape.centre);
      expect(Math.hypot(there.x - here.x, there.y - here.y)).toBeLessThan(0.25);
    });
  });

  test('fills areas with the colours of their classes, pixel by pixel', async () => {
    const { gl, view } = await stand();
    const painting = paint(gridAnswer(), 'gap');
    for (const i of [0, 6, 11])
      expect(await pixelAt(gl, placeIn(view, i))).toBe(resolved(colourOf(painting, i) as string));
  });

  test('hatches what is not known and nothing else', async () => {
    const { gl, view } = await stand([Number.NaN]);
    const ground = resolved('--hatch-ground');
    const at = placeIn(view, 0);
    const met = new Set<string>();
    for (let k = 0; k < 8; k++) met.add(await pixelAt(gl, { x: at.x + k, y: at.y }));
    expect(met.has(ground)).toBe(true);
    expect(met.size).toBeGreaterThan(1);
    const beside = placeIn(view, 1);
    const plain = new Set<string>();
    for (let k = 0; k < 8; k++) plain.add(await pixelAt(gl, { x: beside.x + k, y: beside.y }));
    expect(plain.size).toBe(1);
  });

  test('takes on the colours of a new painting', async () => {
    const { gl, view } = await stand();
    const turned = gridAnswer({ gap: gridAnswer().areas.gap.map((g) => -g) as unknown as number[] });
    const painting = paint(turned, 'gap');
    gl.paint(painting);
    await vi.waitFor(
      async () => expect(await pixelAt(gl, placeIn(view, 0))).toBe(resolved(colourOf(painting, 0) as string)),
      LONG,
    );
  });

  test('has its colours again after its graphics were lost and given back', async () => {
    const { gl, view, events } = await stand();
    const before = await pixelAt(gl, placeIn(view, 0));
    const context = gl.map.getCanvas().getContext('webgl2');
    const lose = context?.getExtension('WEBGL_lose_context');
    lose?.loseContext();
    await vi.waitFor(() => expect(events).toContain('lost'), LONG);
    lose?.restoreContext();
    await vi.waitFor(() => expect(events.filter((e) => e === 'ready')).toHaveLength(2), LONG);
    expect(await pixelAt(gl, placeIn(view, 0))).toBe(before);
  });

  test('asks nothing of any other origin', async () => {
    await stand();
    const asked = performance.getEntriesByType('resource').map((e) => new URL(e.name, location.href));
    const elsewhere = asked.filter((u) => u.protocol.startsWith('http') && u.origin !== location.origin);
    expect(elsewhere.map(String)).toEqual([]);
  });
});

describe('the page’s map', () => {
  let stage: Stage;
  const drawn = () => stage.surface.dataset.drawn;

  test('waits for a touch on a small screen, then gives way to WebGL and back to SVG when that is lost', async () => {
    await page.viewport(414, 800);
    stage = stageMap({}, 400, 380);
    endings.push(() => stage.strike());
    expect(drawn()).toBe('svg');
    stage.surface.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }));
    await vi.waitFor(() => expect(drawn()).toBe('gl'), LONG);
    expect(pathOf(stage.host, 'E05000000')).toBeNull();

    const canvas = stage.host.querySelector('canvas.maplibregl-canvas') as HTMLCanvasElement;
    const lose = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    lose?.loseContext();
    await vi.waitFor(() => expect(drawn()).toBe('svg'), LONG);
    expect(stage.host.querySelectorAll('path[data-code]')).toHaveLength(12);
    expect(stage.host.querySelector('.map-notice')?.textContent).toMatch(/A simpler drawing stands in/);

    lose?.restoreContext();
    await vi.waitFor(() => expect(drawn()).toBe('gl'), LONG);
    expect(stage.host.querySelector('.map-notice')).toBeNull();
  });

  test('gives way to SVG on paper', async () => {
    stage = stageMap({}, 400, 380);
    endings.push(() => stage.strike());
    stage.surface.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }));
    await vi.waitFor(() => expect(drawn()).toBe('gl'), LONG);
    window.dispatchEvent(new Event('beforeprint'));
    // Printing begins as soon as the event's own work is done.
    await Promise.resolve();
    expect(stage.host.querySelectorAll('path[data-code]')).toHaveLength(12);
    window.dispatchEvent(new Event('afterprint'));
    await vi.waitFor(() => expect(drawn()).toBe('gl'));
  });

  test('comes by itself on a large screen with a mouse', async () => {
    await page.viewport(1200, 800);
    stage = stageMap();
    endings.push(() => stage.strike());
    await vi.waitFor(() => expect(drawn()).toBe('gl'), LONG);
    await page.viewport(414, 800);
  });

  test('stays SVG, without a word, where there is no WebGL 2', async () => {
    const genuine = HTMLCanvasElement.prototype.getContext;
    const without = vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (
      this: HTMLCanvasElement,
      ...given: unknown[]
    ) {
      return given[0] === 'webgl2' ? null : Reflect.apply(genuine, this, given);
    } as typeof genuine);
    endings.push(() => without.mockRestore());
    stage = stageMap({}, 400, 380);
    endings.push(() => stage.strike());
    stage.surface.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }));
    await vi.waitFor(() => expect(without).toHaveBeenCalledWith('webgl2'), LONG);
    await vi.waitFor(() => expect(stage.host.querySelectorAll('path[data-code]')).toHaveLength(12));
    expect(drawn()).toBe('svg');
    expect(stage.host.querySelector('.map-notice')).toBeNull();
    expect(stage.host.querySelector('canvas')).toBeNull();
  });
});
