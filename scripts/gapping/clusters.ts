// `gapping clusters`: which areas resemble, or stand out from, their neighbours.
import { contiguity } from '../../src/engine/contiguity.ts';
import { deviations } from '../../src/engine/deviations.ts';
import { falseDiscovery } from '../../src/engine/falseDiscovery.ts';
import { giPermutationP, giStar } from '../../src/engine/gi.ts';
import {
  type LocalTest,
  localMoran,
  localMoranPermutationP,
  quadrants,
} from '../../src/engine/localMoran.ts';
import { globalMoran } from '../../src/engine/moran.ts';
import { globalMoranPermutation } from '../../src/engine/moranPermutation.ts';
import { islands, type Neighbours } from '../../src/engine/neighbours.ts';
import { rowStandardised, type SpatialWeights } from '../../src/engine/spatialWeights.ts';
import { ANY_NUMBER, type Keys, keys, numbers } from './columns.ts';
import type { Channels, Command } from './command.ts';
import { type CsvTable, readTable } from './csv-table.ts';
import { field, figure, writeRows } from './figures.ts';
import { choice, type Flags, needed, numberFlag, oneOf, readFlags } from './flags.ts';
import { readNeighbourList } from './neighbour-list.ts';
import { readPolygons } from './polygons.ts';
import { blame, InputProblem, UsageProblem } from './problem.ts';

const STATISTICS = ['local-moran', 'gi-star', 'global-moran'] as const;
const HEADER = ['area', 'statistic', 'expected', 'variance', 'z', 'p', 'p_fdr', 'quadrant'];

const HELP = `
gapping clusters --values F (--neighbours G | --polygons G.geojson --id PROPERTY)
                 [--statistic local-moran|gi-star|global-moran] [--permutations 9999] [--seed 1] [--symmetric]

  --values F      area,value        use smoothed or standardised rates, never raw counts
  --neighbours G  area,neighbour    one pair a row; a repeated row counts once
  --symmetric     adds the other way of every pair. Without it a pair listed one way only is used one way, and a
                  message says so: list every pair twice, or once with --symmetric
  --polygons G    GeoJSON FeatureCollection instead of a list; neighbours share at least one vertex (queen)
  --id PROPERTY   the property of its features that holds the area's code
  --permutations  how often neighbours are drawn, 9,999 unless told, 9,999,999 at most; p cannot be below 2/(permutations + 1)
  --seed          whole number; the same seed gives the same p

Weights are row-standardised. Out, in the order of F:
area,statistic,expected,variance,z,p,p_fdr,quadrant
  local-moran   I_i = (z_i / m2) x mean of the neighbours' z, m2 = sum of z^2 / (n - 1) (Anselin 1995; GeoDa, esda);
                expected, variance and z under conditional permutation, analytically
  gi-star       Gi* = mean of the area and its neighbours / sum of all values (Getis & Ord; the share form, whose z is
                the usual Gi* score); expected, variance and z analytically
  global-moran  Moran's I, one row named "all"; expected, variance and z under randomisation; quadrant is none
  p             two-sided permutation p: 2 (M + 1)/(permutations + 1), M the count in the smaller tail, at most 1.
                Local: the area is held and its neighbours' values are drawn from the others without replacement
  p_fdr         Benjamini-Hochberg over the areas that have a p
  quadrant      own value, then the neighbours' mean, each against the mean of all, for every area whatever its p;
                none without neighbours, or exactly at the mean
An area without neighbours is an island: its p, p_fdr and quadrant are empty, empty and none, and it is named.
A value that is missing or no number, or an unknown neighbour, is bad input.
`;

const LONG = 50_000_000;

function neighboursOf(flags: Flags, areas: Keys, values: CsvTable, say: (line: string) => void): Neighbours {
  if (oneOf(flags, 'neighbours', 'polygons') === 'neighbours') {
    if (flags.has('id')) throw new UsageProblem('--id goes with --polygons.');
    return readNeighbourList(
      needed(flags, 'neighbours', 'a file of pairs'),
      areas,
      values.file,
      flags.has('symmetric'),
      say,
    );
  }
  const path = needed(flags, 'polygons', 'a GeoJSON file');
  const property = needed(flags, 'id', 'the property with the code of the area');
  const polygons = readPolygons(path, property, areas, values);
  return blame(path, () => contiguity(polygons, 'queen'));
}

/** Of fewer areas with neighbours a global test has no moments. */
const FEWEST_CONNECTED = 4;

function globalRow(
  values: Float64Array,
  weights: SpatialWeights,
  options: { permutations: number; seed: number },
) {
  const test = globalMoran(values, weights);
  const { p } = globalMoranPermutation(values, weights, options);
  return ['all', ...[test.statistic, test.expected, test.variance, test.z, p, p].map(figure), 'none'].join(
    ',',
  );
}

function run(args: readonly string[], { out, say }: Channels): void {
  const flags = readFlags(
    args,
    ['values', 'neighbours', 'polygons', 'id', 'statistic', 'permutations', 'seed'],
    ['symmetric'],
  );
  const statistic = choice(flags, 'statistic', STATISTICS, 'local-moran');
  const options = {
    permutations: numberFlag(flags, 'permutations', { from: 1, to: 9_999_999, whole: true }, 9999),
    seed: numberFlag(flags, 'seed', { from: Number.MIN_SAFE_INTEGER, whole: true }, 1),
  };
  const table = readTable(needed(flags, 'values', 'a file of areas and values'), {
    required: ['area', 'value'],
  });
  const areas = keys(table, 'area');
  const values = numbers(table, 'value', ANY_NUMBER);
  if (values.length < 3) {
    throw new InputProblem(
      table.file,
      table.line[values.length - 1],
      `the file ends after ${values.length === 1 ? 'one area' : `${values.length} areas`}, expected at least 3`,
    );
  }
  // Remarks wait until the figures are there, so that bad input is answered by one sentence.
  const remarks: string[] = [];
  const neighbours = neighboursOf(flags, areas, table, (line) => remarks.push(line));
  const weights = rowStandardised(neighbours);
  const alone = islands(neighbours);
  if (alone.length > 0) {
    const some = alone.slice(0, 10).map((i) => areas.code[i]);
    remarks.push(
      `${alone.length.toLocaleString('en-GB')} of ${values.length.toLocaleString('en-GB')} areas have no neighbours: ${some.join(', ')}${alone.length > some.length ? ', ...' : ''}.`,
    );
  }
  const announce = (): void => {
    blame(table.file, () => deviations(values, weights));
    if (values.length * options.permutations > LONG) {
      say(
        `Drawing ${options.permutations.toLocaleString('en-GB')} permutations over ${values.length.toLocaleString('en-GB')} areas ...`,
      );
    }
  };
  if (statistic === 'global-moran') {
    const connected = values.length - alone.length;
    // Where there are areas enough it is their neighbours that are wanting, and the file to mend is theirs.
    if (connected < FEWEST_CONNECTED && values.length >= FEWEST_CONNECTED) {
      const have = `${connected === 0 ? 'no area has' : connected === 1 ? 'one area has' : `${connected} areas have`}`;
      throw new InputProblem(
        flags.get('neighbours') ?? flags.get('polygons') ?? table.file,
        1,
        `${have} neighbours among the ${values.length} of ${table.file}, expected at least ${FEWEST_CONNECTED} for a global test`,
      );
    }
    announce();
    const row = blame(table.file, () => globalRow(values, weights, options));
    for (const remark of remarks) say(remark);
    writeRows(out, HEADER, 1, () => row);
    return;
  }
  announce();
  const [test, p]: [LocalTest, Float64Array] = blame(table.file, () =>
    statistic === 'local-moran'
      ? [localMoran(values, weights), localMoranPermutationP(values, weights, options)]
      : [giStar(values, weights), giPermutationP(values, weights, options)],
  );
  for (const remark of remarks) say(remark);
  const adjusted = falseDiscovery(p);
  const quadrant = quadrants(values, weights);
  writeRows(out, HEADER, values.length, (i) =>
    [
      field(areas.code[i]),
      figure(test.statistic[i]),
      figure(test.expected[i]),
      figure(test.variance[i]),
      figure(test.z[i]),
      figure(p[i]),
      figure(adjusted[i]),
      quadrant[i],
    ].join(','),
  );
}

export const clustersCommand: Command = {
  name: 'clusters',
  summary: 'local Moran, Gi* or global Moran, with permutation p and false discovery',
  help: HELP,
  run,
};
