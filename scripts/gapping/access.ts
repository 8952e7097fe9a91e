// `gapping access`: places that reach each area's eligible people, by floating catchments.
import { type Access, access, accessFromCoordinates } from '../../src/engine/access.ts';
import { DECAY_NAMES, type DecayName, decay } from '../../src/engine/decay.ts';
import { DEFAULT_DETOUR } from '../../src/engine/distance.ts';
import { reachFromCosts } from '../../src/engine/reach.ts';
import { type Keys, keys, NOT_NEGATIVE, numbers, references } from './columns.ts';
import type { Channels, Command } from './command.ts';
import { type CsvTable, readTable } from './csv-table.ts';
import { field, figure, writeRows } from './figures.ts';
import { choice, type Flags, needed, numberFlag, oneOf, readFlags } from './flags.ts';
import { readLonLat } from './points.ts';
import { blame, InputProblem, UsageProblem } from './problem.ts';

const HELP = `
gapping access --demand F --supply G (--catchment METRES | --cost H) [--decay step|gaussian|exponential]

Places per eligible person in each area, by the enhanced two-step floating catchment area (Luo & Qi 2009):
  R_j = S_j / sum over i of P_i W_ij     each site's places, shared by the eligible people it can reach
  A_i = sum over j of R_j W_ij           what of that reaches a person of area i

  --demand F    area,lon,lat,eligible     P, people of the ages and groups the service is for (0 or more)
  --supply G    site,lon,lat,capacity     S, places a year (0 or more)
  --catchment   how far people go: metres by path. With --cost: in the unit of the costs
  --cost H      area,site,cost            travel time, distance or cost instead of coordinates; lon,lat are then
                                          not read. A pair that is not listed is out of reach
  --decay       W inside the catchment, 0 beyond it (b = catchment / 3):
                  gaussian     exp(-(d/b)^2 / 2)       the usual with a catchment
                  exponential  exp(-d/b)
                  step         1                       the usual with --cost alone: whatever is listed is in reach
  --detour      path over straight line, 1.3 unless told; d = great-circle distance x detour. Not used with --cost

Out: area,places_per_eligible,places (places a year), in the order of F. 0 means that no site is within reach.
A site that reaches no eligible person is named on standard error; its places are in no figure.
`;

interface Input {
  readonly demand: CsvTable;
  readonly areas: Keys;
  readonly eligible: Float64Array;
  readonly supply: CsvTable;
  readonly sites: Keys;
  readonly capacity: Float64Array;
}

function byCost(path: string, input: Input, flags: Flags): Access {
  const catchment = flags.has('catchment') ? numberFlag(flags, 'catchment', { from: 0, above: true }) : null;
  const name = choice<DecayName>(flags, 'decay', DECAY_NAMES, catchment === null ? 'step' : 'gaussian');
  if (catchment === null && name !== 'step') {
    throw new UsageProblem(
      `--decay ${name} needs --catchment in the unit of the costs; --cost alone goes with step.`,
    );
  }
  if (flags.has('detour')) throw new UsageProblem('--detour goes with coordinates, not with --cost.');
  const table = readTable(path, { required: ['area', 'site', 'cost'], mayBeEmpty: true });
  const area = references(table, 'area', input.areas, input.demand.file);
  const site = references(table, 'site', input.sites, input.supply.file);
  const cost = numbers(table, 'cost', NOT_NEGATIVE);
  const lineOf = new Map<number, number>();
  for (let row = 0; row < cost.length; row++) {
    const pair = area[row] * input.capacity.length + site[row];
    const before = lineOf.get(pair);
    if (before !== undefined) {
      const [a, s] = [input.areas.code[area[row]], input.sites.code[site[row]]];
      throw new InputProblem(
        table.file,
        table.line[row],
        `area "${a}" and site "${s}" were already given on line ${before}, expected each pair once`,
      );
    }
    lineOf.set(pair, table.line[row]);
  }
  const weigh = catchment === null ? () => 1 : decay(name, catchment);
  const reach = blame(table.file, () =>
    reachFromCosts(input.eligible.length, input.capacity.length, { area, site, cost }, weigh),
  );
  return access(input.eligible, input.capacity, reach);
}

function byCoordinates(input: Input, flags: Flags): Access {
  const choiceOfReach = {
    catchment: numberFlag(flags, 'catchment', { from: 0, above: true }),
    decay: choice<DecayName>(flags, 'decay', DECAY_NAMES, 'gaussian'),
    detour: numberFlag(flags, 'detour', { from: 1 }, DEFAULT_DETOUR),
  };
  const areas = readLonLat(input.demand);
  const sites = readLonLat(input.supply);
  return accessFromCoordinates(
    input.eligible,
    { lon: areas.x, lat: areas.y },
    input.capacity,
    { lon: sites.x, lat: sites.y },
    choiceOfReach,
  );
}

function run(args: readonly string[], { out, say }: Channels): void {
  const flags = readFlags(args, ['demand', 'supply', 'cost', 'catchment', 'decay', 'detour']);
  const cost = flags.get('cost');
  if (cost === undefined) oneOf(flags, 'catchment', 'cost');
  const where = cost === undefined ? ['lon', 'lat'] : [];
  const demand = readTable(needed(flags, 'demand', 'a file of areas'), {
    required: ['area', ...where, 'eligible'],
  });
  const supply = readTable(needed(flags, 'supply', 'a file of sites'), {
    required: ['site', ...where, 'capacity'],
  });
  const input: Input = {
    demand,
    areas: keys(demand, 'area'),
    eligible: numbers(demand, 'eligible', NOT_NEGATIVE),
    supply,
    sites: keys(supply, 'site'),
    capacity: numbers(supply, 'capacity', NOT_NEGATIVE),
  };
  const result = cost === undefined ? byCoordinates(input, flags) : byCost(cost, input, flags);
  blame(supply.file, () =>
    writeRows(
      out,
      ['area', 'places_per_eligible', 'places'],
      input.areas.code.length,
      (i) => `${field(input.areas.code[i])},${figure(result.perEligible[i])},${figure(result.places[i])}`,
    ),
  );
  // Remarks wait until the figures are there, so that bad input is answered by one sentence.
  for (const j of result.unreachedSites) {
    say(
      `${supply.file}:${supply.line[j]}: site "${input.sites.code[j]}" has no eligible person within reach; its places are left out.`,
    );
  }
}

export const accessCommand: Command = {
  name: 'access',
  summary: 'places per eligible person, by floating catchments',
  help: HELP,
  run,
};
