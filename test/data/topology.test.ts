// Boundaries out of one topology: features, lines, neighbours and paths that share their arcs.
//
//   +---+---+
//   | a | b |    a and b are wards of one authority each
//   +---+---+
import { describe, expect, test } from 'vitest';
import {
  areaFeatures,
  areaPaths,
  type Boundaries,
  borderLines,
  borderPath,
  decodeTopology,
  frameOf,
  neighbourRows,
} from '../../src/data/topology.ts';

const square = (arcs: number[], id: string) => ({ type: 'Polygon', arcs: [arcs], id });
const TWO = {
  type: 'Topology',
  bbox: [-2, 52, 0, 53],
  objects: {
    wards: {
      type: 'GeometryCollection',
      geometries: [square([0, 1], 'E05000001'), square([-1, 2], 'E05000002')],
    },
    authorities: { type: 'GeometryCollection', geometries: [square([1, 2], 'E08000001')] },
  },
  arcs: [
    // The shared side, up; then around a, and around b.
    [
      [-1, 52],
      [-1, 53],
    ],
    [
      [-1, 53],
      [-2, 53],
      [-2, 52],
      [-1, 52],
    ],
    [
      [-1, 52],
      [0, 52],
      [0, 53],
      [-1, 53],
    ],
  ],
};
const topology = (): Boundaries =>
  decodeTopology(structuredClone(TWO), 't.topojson', ['wards', 'authorities']);

describe('boundaries', () => {
  test('become features with code and row', () => {
    const { features } = areaFeatures(topology(), 'wards');
    expect(features.map(({ id, properties }) => [id, properties.index, properties.code])).toEqual([
      ['E05000001', 0, 'E05000001'],
      ['E05000002', 1, 'E05000002'],
    ]);
    expect(features[0].geometry.type).toBe('Polygon');
  });

  test('draw the line between two areas once, and the outer border when asked', () => {
    expect(borderLines(topology(), 'wards').coordinates).toEqual([
      [
        [-1, 52],
        [-1, 53],
      ],
    ]);
    expect(borderLines(topology(), 'wards', true).coordinates.flat().length).toBeGreaterThan(4);
  });

  test('say who shares a line with whom', () => {
    expect(neighbourRows(topology(), 'wards')).toEqual([[1], [0]]);
  });

  test('fit a width with north up and degrees of longitude narrowed', () => {
    const frame = frameOf(topology(), 200);
    // Two degrees of longitude at 52.5 north are as wide as 2 cos 52.5° = 1.2175 degrees of latitude.
    expect(frame.height).toBeCloseTo(200 / (2 * Math.cos((52.5 * Math.PI) / 180)), 9);
    expect(frame.place(-2, 53)).toEqual([0, 0]);
    expect(frame.place(0, 52)[0]).toBeCloseTo(200, 9);
    expect(frame.place(0, 52)[1]).toBeCloseTo(frame.height, 9);
  });

  test('become closed SVG paths, one per area', () => {
    const frame = { width: 2, height: 1, place: (lon: number, lat: number) => [lon + 2, 53 - lat] as const };
    expect(areaPaths(topology(), 'wards', frame)).toEqual(['M1,1L1,0 0,0 0,1Z', 'M1,0L1,1 2,1 2,0Z']);
    expect(borderPath(topology(), 'wards', frame)).toBe('M1,1L1,0');
  });

  test.each([
    ['nothing', null, 'it is no topology'],
    ['no arcs', { ...TWO, arcs: undefined }, 'it is no topology'],
    ['no box', { ...TWO, bbox: undefined }, 'it does not say how far it reaches'],
    ['no authorities', { ...TWO, objects: { wards: TWO.objects.wards } }, 'it has no authorities'],
  ])('with %s are damaged', (_name, value, what) => {
    expect(() => decodeTopology(value, 't.topojson', ['wards', 'authorities'])).toThrow(
      `t.topojson is damaged: ${what}`,
    );
  });
});
