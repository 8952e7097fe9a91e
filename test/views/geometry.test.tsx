// Shapes, camera, names and walking: the arithmetic under the map, on grids and on the boundaries of the release.
import { describe, expect, test } from 'vitest';
import {
  homeCamera,
  overlap,
  rectOf,
  toScale,
  toScreen,
  toZoom,
  zoomed,
} from '../../src/views/map/camera.ts';
import { fromWorld, type Geometry, inside, readGeometry, toWorld } from '../../src/views/map/geometry.ts';
import { placeLabels } from '../../src/views/map/labels.ts';
import { along, type Heading, step } from '../../src/views/map/walk.ts';
import { gridAnswer, gridTopology } from '../encode/gridAnswer.ts';

const HEADINGS: readonly Heading[] = ['north', 'east', 'south', 'west'];

function gridGeometry(): Geometry {
  const { code, authorityCode } = gridAnswer().areas;
  const of = new Map(code.map((c, i) => [c, authorityCode[i]]));
  return readGeometry(gridTopology(), 'wards', (c) => of.get(c));
}

describe('shapes', () => {
  //  0  1 │ 2  3
  //  4  5 │ 6  7     the two authorities meet in the middle
  //  8  9 │10 11
  const geometry = gridGeometry();

  test('know the areas they share a border line with, corners apart', () => {
    expect([...geometry.shapes[5].neighbours].sort((a, b) => a - b)).toEqual([1, 4, 6, 9]);
    expect([...geometry.shapes[0].neighbours].sort((a, b) => a - b)).toEqual([1, 4]);
  });

  test('have light lines within an authority and heavy ones around it', () => {
    const middle = -2 + 0.02 * 2;
    const standsOn = (lines: GeoJSON.MultiLineString, lon: number) =>
      lines.coordinates.some((line) =>
        line.some((p, k) => k > 0 && Math.abs(p[0] - lon) < 1e-5 && Math.abs(line[k - 1][0] - lon) < 1e-5),
      );
    expect(standsOn(geometry.heavyLines, middle)).toBe(true);
    expect(standsOn(geometry.lightLines, middle)).toBe(false);
    expect(standsOn(geometry.lightLines, -2 + 0.02)).toBe(true);
    expect(standsOn(geometry.heavyLines, -2 + 0.02)).toBe(false);
  });

  test('that are missing are refused with a sentence', () => {
    expect(() => readGeometry(gridTopology(), 'parishes', () => 'x')).toThrow(/hold no areas under the name/);
  });

  test('turn longitude and latitude into the world and back', () => {
    const { lon, lat } = fromWorld(toWorld(-1.9, 52.48));
    expect(lon).toBeCloseTo(-1.9, 10);
    expect(lat).toBeCloseTo(52.48, 10);
    expect(toWorld(0, 0)).toEqual({ x: 0.5, y: 0.5 });
  });
});

describe('the camera', () => {
  const { box, shapes } = gridGeometry();
  const size = { width: 600, height: 400 };

  test('at home holds the whole region inside the frame, as large as fits', () => {
    const camera = homeCamera(box, shapes, size, 20, null);
    const rect = rectOf(camera, size, box);
    expect(Math.min(rect.left, rect.top, 600 - rect.right, 400 - rect.bottom)).toBeGreaterThanOrEqual(19.99);
    expect(Math.min(rect.left, rect.top)).toBeLessThan(20.01);
  });

  test('at home keeps every shape clear of the legend', () => {
    const legend = { width: 220, height: 160 };
    const camera = homeCamera(box, shapes, size, 20, legend);
    const covered = { left: 0, top: 240, right: 220, bottom: 400 };
    for (const s of shapes) expect(overlap(rectOf(camera, size, s.box), covered)).toBe(0);
  });

  test('going nearer holds the point under the pointer still', () => {
    const camera = homeCamera(box, shapes, size, 20, null);
    const world = shapes[6].centre;
    const at = toScreen(camera, size, world);
    const after = toScreen(zoomed(camera, size, 3, at), size, world);
    expect(after.x).toBeCloseTo(at.x, 6);
    expect(after.y).toBeCloseTo(at.y, 6);
  });

  test('speaks the zoom of the other drawing', () => {
    expect(toScale(toZoom(123_456))).toBeCloseTo(123_456, 6);
    expect(toScale(0)).toBe(512);
  });
});

/** The release's own boundaries, served as the page would be served them. */
const read = async (file: string) => (await fetch(`/data/boundaries/${file}.topojson`)).json();
const wards = await read('wards');
const lsoas = await read('lsoas');

describe.each([
  ['192 wards', wards, 'wards', 192],
  ['1,719 LSOAs', lsoas, 'lsoas', 1719],
])('the %s of the release', (_, topology, object, n) => {
  const geometry = readGeometry(topology, object, () => 'all');

  test('are all there, each with a middle of its own inside it', () => {
    expect(geometry.shapes).toHaveLength(n);
    const outside = geometry.geojson.features.filter((f, i) => {
      const parts = f.geometry.type === 'Polygon' ? [f.geometry.coordinates] : f.geometry.coordinates;
      const world = parts.map((rings) => rings.map((r) => r.map(([lon, lat]) => toWorld(lon, lat))));
      return !world.some((rings) => inside(geometry.shapes[i].centre, rings));
    });
    expect(outside.map((f) => f.properties.code)).toEqual([]);
  });

  test('touch at least one other area each', () => {
    expect(geometry.shapes.filter((s) => s.neighbours.length === 0).map((s) => s.code)).toEqual([]);
  });

  test('are all within reach of the arrow keys alone, and of the Page keys alone', () => {
    const met = new Set([0]);
    const queue = [0];
    for (let at = queue.shift(); at !== undefined; at = queue.shift())
      for (const heading of HEADINGS) {
        const next = step(geometry.shapes, at, heading);
        if (next >= 0 && !met.has(next)) {
          met.add(next);
          queue.push(next);
        }
      }

    expect(met.size).toBe(n);
    const order = geometry.shapes.map((_shape, i) => i);
    let place = order[0];
    for (let k = 0; k < n; k++) place = along(order, place, 1);
    expect(place).toBe(order[0]);
  });
});

describe('names', () => {
  test('stand inside their own authority, clear of sites and of one another', () => {
    const geometry = gridGeometry();
    const size = { width: 600, height: 450 };
    const camera = homeCamera(geometry.box, geometry.shapes, size, 20, null);
    const wishes = geometry.grounds.map((ground) => ({
      code: ground.code,
      text: ground.code,
      width: 90,
      height: 16,
      ground,
    }));
    const middle = toScreen(camera, size, geometry.grounds[0].centre);
    const site = { left: middle.x - 20, right: middle.x + 20, top: middle.y - 20, bottom: middle.y + 20 };
    const labels = placeLabels(wishes, [site], camera, size);
    const rects = labels.map((l) => {
      const p = toScreen(camera, size, l.at);
      return { left: p.x - 45, right: p.x + 45, top: p.y - 8, bottom: p.y + 8 };
    });
    expect(overlap(rects[0], rects[1])).toBe(0);
    for (const r of rects) expect(overlap(r, site)).toBe(0);
    for (const l of labels) {
      const ground = geometry.grounds.find((g) => g.code === l.code);
      expect(inside(l.at, ground?.rings ?? [])).toBe(true);
    }
  });
});
