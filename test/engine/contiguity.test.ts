// Contiguity from polygons: small drawings by hand, the reference lists, and a lattice at size.
import { describe, expect, test } from 'vitest';
import { contiguity, type MultiPolygon } from '../../src/engine/contiguity.ts';
import { asymmetricPair, islands, type Neighbours } from '../../src/engine/neighbours.ts';
import { columbus, lattice, northCarolina } from './referenceCases.ts';

const lists = (neighbours: Neighbours): number[][] =>
  Array.from({ length: neighbours.offsets.length - 1 }, (_, i) => [
    ...neighbours.targets.subarray(neighbours.offsets[i], neighbours.offsets[i + 1]),
  ]);

/** A square with its lower left corner at x, y. */
const square = (x: number, y: number, side = 1): MultiPolygon => [
  [
    [
      [x, y],
      [x + side, y],
      [x + side, y + side],
      [x, y + side],
      [x, y],
    ],
  ],
];

describe('contiguity', () => {
  //   +---+---+
  //   | 2 | 3 |      0 and 3 share only the corner in the middle
  //   +---+---+
  //   | 0 | 1 |
  //   +---+---+
  const four = [square(0, 0), square(1, 0), square(0, 1), square(1, 1)];

  test('by queen counts a shared corner, by rook only a shared edge', () => {
    expect(lists(contiguity(four, 'queen'))).toEqual([
      [1, 2, 3],
      [0, 2, 3],
      [0, 1, 3],
      [0, 1, 2],
    ]);
    expect(lists(contiguity(four, 'rook'))).toEqual([
      [1, 2],
      [0, 3],
      [0, 3],
      [1, 2],
    ]);
  });

  //   +-----+
  //   | +-+ |        1 fills the hole of 0
  //   | |1| |
  //   | +-+ |
  //   +-----+
  test('finds an area in the hole of another', () => {
    const inner = square(1, 1)[0][0];
    const ring: MultiPolygon = [[square(0, 0, 3)[0][0], [...inner].reverse()]];
    for (const rule of ['queen', 'rook'] as const) {
      expect(lists(contiguity([ring, square(1, 1)], rule))).toEqual([[1], [0]]);
    }
  });

  //   +---+   +---+
  //   | 0 | 1 | 0 |      0 has two parts, each beside 1
  //   +---+---+---+
  test('joins the parts of one area, and does not make it its own neighbour', () => {
    const parts: MultiPolygon = [...square(0, 0), ...square(2, 0)];
    expect(lists(contiguity([parts, square(1, 0), square(9, 9)], 'rook'))).toEqual([[1], [0], []]);
    const touching: MultiPolygon = [...square(0, 0), ...square(1, 0)];
    expect(lists(contiguity([touching], 'queen'))).toEqual([[]]);
  });

  //   +---+---+      the long edge of 0 has no vertex where 1 and 2 meet,
  //   |   | 1 |      so rook finds no edge in common, and queen the outer corners
  //   | 0 +---+
  //   |   | 2 |
  //   +---+---+
  test('is by exact vertices: borders drawn with different vertices share no edge', () => {
    const long: MultiPolygon = [
      [
        [
          [0, 0],
          [1, 0],
          [1, 2],
          [0, 2],
          [0, 0],
        ],
      ],
    ];
    const areas = [long, square(1, 1), square(1, 0)];
    expect(lists(contiguity(areas, 'rook'))).toEqual([[], [2], [1]]);
    expect(lists(contiguity(areas, 'queen'))).toEqual([
      [1, 2],
      [0, 2],
      [0, 1],
    ]);
  });

  test('two corners in common that do not follow each other in a ring are no edge', () => {
    // 0 has a vertex at (1, ½) between the two corners it shares with 1.
    const notched: MultiPolygon = [
      [
        [
          [0, 0],
          [1, 0],
          [0.9, 0.5],
          [1, 1],
          [0, 1],
          [0, 0],
        ],
      ],
    ];
    expect(lists(contiguity([notched, square(1, 0)], 'queen'))).toEqual([[1], [0]]);
    expect(lists(contiguity([notched, square(1, 0)], 'rook'))).toEqual([[], []]);
  });

  test('the end of one ring and the start of the next are no edge', () => {
    const parts: MultiPolygon = [...square(0, 0), ...square(5, 5)];
    const across: MultiPolygon = [
      [
        [
          [0, 0],
          [5, 5],
          [3, 9],
          [0, 0],
        ],
      ],
    ];
    expect(lists(contiguity([parts, across], 'rook'))).toEqual([[], []]);
    expect(lists(contiguity([parts, across], 'queen'))).toEqual([[1], [0]]);
  });

  test('takes −0 for 0 and a vertex given twice for one', () => {
    const negative: MultiPolygon = [
      [
        [
          [-0, -0],
          [-0, 1],
          [-1, 1],
          [-1, 1],
          [-1, 0],
          [-0, -0],
        ],
      ],
    ];
    expect(lists(contiguity([square(0, 0), negative], 'rook'))).toEqual([[1], [0]]);
    // An edge of no length is none: the doubled corner alone does not make rook neighbours.
    const doubled: MultiPolygon = [
      [
        [
          [1, 1],
          [1, 1],
          [2, 1],
          [2, 2],
          [1, 1],
        ],
      ],
    ];
    const alsoDoubled: MultiPolygon = [
      [
        [
          [0, 0],
          [1, 1],
          [1, 1],
          [0, 1],
          [0, 0],
        ],
      ],
    ];
    expect(lists(contiguity([doubled, alsoDoubled], 'rook'))).toEqual([[], []]);
  });

  test('of nothing is nothing, and an area without a polygon is an island', () => {
    for (const rule of ['queen', 'rook'] as const) {
      expect(lists(contiguity([], rule))).toEqual([]);
      expect(lists(contiguity([[], square(0, 0), [[[]]]], rule))).toEqual([[], [], []]);
    }
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, undefined])('refuses the coordinate %s', (bad) => {
    const broken = [
      [
        [
          [0, 0],
          [0, bad],
          [1, 1],
          [0, 0],
        ],
      ],
    ] as MultiPolygon;
    expect(() => contiguity([square(0, 0), broken], 'queen')).toThrow(/Area 1 has a coordinate/);
  });

  test('of a lattice is the lattice’s', () => {
    const areas = Array.from({ length: 12 * 17 }, (_, i) => square(i % 17, Math.floor(i / 17)));
    for (const rule of ['queen', 'rook'] as const) {
      const sorted = lattice(12, 17, rule).map((row) => row.sort((a, b) => a - b));
      expect(lists(contiguity(areas, rule))).toEqual(sorted);
    }
    expect(asymmetricPair(contiguity(areas, 'queen'))).toBeNull();
    expect(islands(contiguity(areas, 'queen'))).toEqual([]);
  });
});

describe.skipIf(!columbus || !northCarolina)(
  'the reference lists (only where ../shared/fixtures is present)',
  () => {
    test.each([
      ['Columbus queen', columbus, 'queen_poly2nb', 'queen'],
      ['Columbus rook', columbus, 'rook_poly2nb', 'rook'],
      ['North Carolina queen', northCarolina, 'queen', 'queen'],
    ] as const)('%s', (_, file, key, rule) => {
      if (!file) return;
      const truth = file.neighbours[key].map((row) => [...row].sort((a, b) => a - b));
      expect(lists(contiguity(file.geometry, rule))).toEqual(truth);
    });
  },
);
