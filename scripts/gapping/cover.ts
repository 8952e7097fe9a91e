// `gapping cover`: the sites within whose radius the most demand lies.
import { maximalCovering } from '../../src/engine/coverage.ts';
import { decay } from '../../src/engine/decay.ts';
import { reachFromCoordinates, reachInPlane } from '../../src/engine/reach.ts';
import { keys, NOT_NEGATIVE, numbers } from './columns.ts';
import type { Channels, Command } from './command.ts';
import { readTable } from './csv-table.ts';
import { rounded } from './figures.ts';
import { needed, numberFlag, readFlags } from './flags.ts';
import { announce, MEANS_FLAGS, MEANS_HELP, readMeans, wantsCost } from './means.ts';
import { POINT_COLUMNS, readBothPoints } from './points.ts';
import { blame, UsageProblem } from './problem.ts';

const HELP = `
gapping cover --demand F --candidates G --radius R (--sites P | --budget B) [--locked H]

Maximal covering (Church & ReVelle 1974): the sites within whose radius the most demand lies. Greedy, then swaps, held
against a Lagrangian bound that says how far from the best possible the answer can be; a small problem is searched whole.

  --demand F      area,x,y,demand or area,lon,lat,demand   demand: 0 or more
  --candidates G  site,x,y[,cost] or site,lon,lat[,cost]   the same kind of coordinates as in F
  --radius R      metres for lon,lat, else in the unit of x,y; an area at exactly the radius is covered
${MEANS_HELP}
  --detour        path over straight line, for lon,lat: 1 unless told (a radius is a straight line)

Out, JSON: sites (in the order of G; fewer than P where more would cover nothing more), covered (demand within reach of
at least one), bound (no choice covers more) and certified_gap = (bound - covered) / bound, from 0 to 1.
Where both files have lon,lat and x,y, lon,lat are read.
`;

function run(args: readonly string[], { out, say }: Channels): void {
  const flags = readFlags(args, ['demand', 'candidates', 'radius', ...MEANS_FLAGS, 'detour']);
  const cost = wantsCost(flags) ? ['cost'] : [];
  const demandTable = readTable(needed(flags, 'demand', 'a file of areas'), {
    required: ['area', 'demand'],
    optional: POINT_COLUMNS,
  });
  const table = readTable(needed(flags, 'candidates', 'a file of candidate sites'), {
    required: ['site', ...cost],
    optional: POINT_COLUMNS,
  });
  const radius = numberFlag(flags, 'radius', { from: 0, above: true });
  keys(demandTable, 'area');
  const candidates = keys(table, 'site');
  const [areas, sites] = readBothPoints(demandTable, table);
  if (flags.has('detour') && !areas.geographic)
    throw new UsageProblem('--detour goes with lon,lat, not with x,y.');
  const detour = numberFlag(flags, 'detour', { from: 1 }, 1);
  const demand = numbers(demandTable, 'demand', NOT_NEGATIVE);
  const means = readMeans(flags, table, candidates);
  announce(areas.x.length, sites.x.length, say);
  const within = areas.geographic
    ? reachFromCoordinates(
        { lon: areas.x, lat: areas.y },
        { lon: sites.x, lat: sites.y },
        { catchment: radius, decay: 'step', detour },
      )
    : reachInPlane(areas, sites, decay('step', radius));
  const result = blame(table.file, () => maximalCovering(demand, within, means));
  const figures = blame(demandTable.file, () => ({
    sites: result.sites.map((k) => candidates.code[k]),
    covered: rounded(result.covered),
    bound: rounded(result.bound),
    certified_gap: rounded(result.certifiedGap),
  }));
  out(`${JSON.stringify(figures)}\n`);
}

export const coverCommand: Command = {
  name: 'cover',
  summary: 'the sites within whose radius the most demand lies, and how near that is to the best possible',
  help: HELP,
  run,
};
