// The clustering cases of the shared fixtures, in one shape: values, neighbours and what the reference found.
import { neighboursFromLists } from '../../src/engine/neighbours.ts';
import { binary, rowStandardised, type SpatialWeights } from '../../src/engine/spatialWeights.ts';
import { sharedFixture } from './sharedFixture.ts';

/** A number, or null where the reference has none. */
type Column = (number | null)[];

interface Moments {
  statistic: number;
  estimate: number;
  expectation: number;
  variance: number;
  p: number;
}

export interface Reference {
  moran: Record<'randomisation_two_sided' | 'normality_two_sided' | 'randomisation_B', Moments> & {
    mc?: { p_greater: number; mean: number; sd: number };
  };
  geary: { randomisation_two_sided: Moments };
  lagW: Column;
  localMoran: Record<
    'Ii' | 'E_conditional' | 'Var_conditional' | 'Z_conditional' | 'p_two_sided_conditional',
    Column
  >;
  localG: Record<'G_z_W' | 'G_z_B' | 'Gstar_z_B' | 'Gstar_z_W', Column>;
  p_fdr_conditional: Column;
}

export interface ReferenceCase {
  name: string;
  values: number[];
  lists: number[][];
  rows: SpatialWeights;
  ones: SpatialWeights;
  expected: Reference;
}

export interface FixtureFile {
  vars: Record<string, number[]>;
  neighbours: Record<string, number[][]>;
  geometry: number[][][][][];
  expected: Record<string, Reference>;
}

export const columbus = sharedFixture<FixtureFile>('columbus.json');
export const northCarolina = sharedFixture<FixtureFile>('nc_sids.json');
const gridWithIsland = sharedFixture<FixtureFile>('grid5_island.json');

function reference(
  file: FixtureFile | null,
  name: string,
  values: number[] | undefined,
  lists: string,
): ReferenceCase[] {
  if (!file || !values) return [];
  const neighbours = neighboursFromLists(file.neighbours[lists]);
  return [
    {
      name,
      values,
      lists: file.neighbours[lists],
      rows: rowStandardised(neighbours),
      ones: binary(neighbours),
      expected: file.expected[name],
    },
  ];
}

const sids = northCarolina?.vars;

/** Every case present; empty where the fixtures are not beside the repository. */
export const referenceCases: ReferenceCase[] = [
  ...reference(columbus, 'CRIME_gal', columbus?.vars.CRIME, 'gal'),
  ...reference(columbus, 'CRIME_queen', columbus?.vars.CRIME, 'queen_poly2nb'),
  ...reference(columbus, 'CRIME_rook', columbus?.vars.CRIME, 'rook_poly2nb'),
  ...reference(columbus, 'HOVAL_gal', columbus?.vars.HOVAL, 'gal'),
  ...reference(columbus, 'INC_gal', columbus?.vars.INC, 'gal'),
  ...reference(
    northCarolina,
    'rate74_queen',
    sids?.SID74.map((deaths, i) => deaths / sids.BIR74[i]),
    'queen',
  ),
  ...reference(northCarolina, 'FT74_queen', sids?.FT74, 'queen'),
  ...reference(gridWithIsland, 'island', gridWithIsland?.vars.x, 'nb'),
  ...reference(gridWithIsland, 'full', gridWithIsland?.vars.x, 'full'),
];

/**
 * Largest difference of two columns, relative to the larger of the truth and `floor`; Infinity where one has a number
 * and the other none. The floor is for truths that are zero but for rounding.
 */
export function worstDifference(
  found: ArrayLike<number>,
  truth: ArrayLike<number | null>,
  floor = 0,
): number {
  if (found.length !== truth.length) return Number.POSITIVE_INFINITY;
  let worst = 0;
  for (let i = 0; i < found.length; i++) {
    const expected = truth[i];
    if (expected === null) {
      if (!Number.isNaN(found[i])) return Number.POSITIVE_INFINITY;
      continue;
    }
    if (Number.isNaN(found[i])) return Number.POSITIVE_INFINITY;
    const difference = Math.abs(found[i] - expected);
    if (difference > 0) worst = Math.max(worst, difference / Math.max(Math.abs(expected), floor));
  }
  return worst;
}

/** Queen or rook neighbours of a lattice, rows by columns, numbered row by row. */
export function lattice(rows: number, columns: number, rule: 'queen' | 'rook' = 'queen'): number[][] {
  return Array.from({ length: rows * columns }, (_, i) => {
    const list: number[] = [];
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        const y = Math.floor(i / columns) + dy;
        const x = (i % columns) + dx;
        const inside = y >= 0 && y < rows && x >= 0 && x < columns;
        const touches = rule === 'queen' ? dx !== 0 || dy !== 0 : Math.abs(dx) + Math.abs(dy) === 1;
        if (inside && touches) list.push(y * columns + x);
      }
    }
    return list;
  });
}
