// `gapping site`: where new sites would close most of the gap.
import { siteContributions } from '../../src/engine/access.ts';
import { DECAY_NAMES, type DecayName } from '../../src/engine/decay.ts';
import { DEFAULT_DETOUR } from '../../src/engine/distance.ts';
import { reachFromCoordinates } from '../../src/engine/reach.ts';
import { closeGap } from '../../src/engine/siting.ts';
import { ANY_NUMBER, keys, NOT_NEGATIVE, numbers } from './columns.ts';
import type { Channels, Command } from './command.ts';
import { readTable } from './csv-table.ts';
import { rounded } from './figures.ts';
import { choice, needed, numberFlag, readFlags } from './flags.ts';
import { announce, MEANS_FLAGS, MEANS_HELP, readMeans, wantsCost } from './means.ts';
import { readLonLat } from './points.ts';
import { blame } from './problem.ts';

const HELP = `
gapping site --demand F --candidates G (--sites P | --budget B) --catchment METRES
             [--decay gaussian|exponential|step] [--locked H]

Where new sites would leave the fewest places unmet. A site k of capacity S brings area i, by the two-step floating
catchment area, g_ik = P_i W_ik S / (sum over areas of P W) places a year, whatever else is opened. Chosen are the
sites that make the sum of max(0, gap_i - sum of g_ik) smallest: greedy, then swaps, held against a Lagrangian bound; a
small problem is searched whole.

  --demand F      area,lon,lat,eligible,gap   P, eligible people (0 or more); gap, places a year that are missing
                                              (below zero: more than need calls for)
  --candidates G  site,lon,lat,capacity[,cost]  places a year a site would bring
${MEANS_HELP}
  --catchment     how far people go: metres by path (great-circle distance x detour)
  --decay         how reach falls with distance, as in "access"; gaussian unless told
  --detour        path over straight line, 1.3 unless told

Out, JSON: sites (in the order of G), unmet_before and unmet_after (places a year), bound (no choice leaves less unmet
than this) and certified_gap = (closing possible by the bound - closing) / closing possible, from 0 to 1.
`;

function run(args: readonly string[], { out, say }: Channels): void {
  const flags = readFlags(args, ['demand', 'candidates', ...MEANS_FLAGS, 'catchment', 'decay', 'detour']);
  const cost = wantsCost(flags) ? ['cost'] : [];
  const demand = readTable(needed(flags, 'demand', 'a file of areas'), {
    required: ['area', 'lon', 'lat', 'eligible', 'gap'],
  });
  const table = readTable(needed(flags, 'candidates', 'a file of candidate sites'), {
    required: ['site', 'lon', 'lat', 'capacity', ...cost],
  });
  const reachChoice = {
    catchment: numberFlag(flags, 'catchment', { from: 0, above: true }),
    decay: choice<DecayName>(flags, 'decay', DECAY_NAMES, 'gaussian'),
    detour: numberFlag(flags, 'detour', { from: 1 }, DEFAULT_DETOUR),
  };
  keys(demand, 'area');
  const candidates = keys(table, 'site');
  const means = readMeans(flags, table, candidates);
  const areas = readLonLat(demand);
  const sites = readLonLat(table);
  const eligible = numbers(demand, 'eligible', NOT_NEGATIVE);
  const gap = numbers(demand, 'gap', ANY_NUMBER);
  const capacity = numbers(table, 'capacity', NOT_NEGATIVE);
  announce(areas.x.length, sites.x.length, say);
  const reach = reachFromCoordinates(
    { lon: areas.x, lat: areas.y },
    { lon: sites.x, lat: sites.y },
    reachChoice,
  );
  const result = blame(table.file, () => closeGap(gap, siteContributions(eligible, capacity, reach), means));
  const figures = blame(demand.file, () => ({
    sites: result.sites.map((k) => candidates.code[k]),
    unmet_before: rounded(result.unmetBefore),
    unmet_after: rounded(result.unmetAfter),
    bound: rounded(result.bound),
    certified_gap: rounded(result.certifiedGap),
  }));
  out(`${JSON.stringify(figures)}\n`);
}

export const siteCommand: Command = {
  name: 'site',
  summary: 'where new sites would close most of the gap, and how near that is to the best possible',
  help: HELP,
  run,
};
