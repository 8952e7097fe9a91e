// The problem behind both siting and covering: place teams so that as much as possible of what areas lack is met.
// Met = Σ_i min(h_i, Σ_k g_ik x_k), a monotone submodular function of the teams x.

export interface Placement {
  /** h_i: what each area lacks, 0 or more. */
  readonly lack: Float64Array;
  /** g_ik ≤ h_i: what one team at candidate k brings, by candidate from start[k] to start[k + 1] - 1. */
  readonly start: Int32Array;
  readonly area: Int32Array;
  readonly brings: Float64Array;
  /** The same by area: candidates that bring something to area i, from start[i] to start[i + 1] - 1. */
  readonly byArea: {
    readonly start: Int32Array;
    readonly candidate: Int32Array;
    readonly brings: Float64Array;
  };
  /** What one team costs; all 1 where teams are counted. */
  readonly cost: Float64Array;
  readonly budget: number;
  readonly maxTeams: number;
  /** Teams that stay whatever happens; they count towards the budget. */
  readonly locked: Int32Array;
}

/** How much may be spent: a number of teams, or a budget with a cost by candidate. Exactly one of the two. */
export interface Means {
  /** At most this many teams, the locked ones among them. */
  readonly sites?: number;
  /** At most this much money, the locked teams' cost included. */
  readonly budget?: number;
  /** Cost of a team by candidate, 0 or more; needed with a budget. */
  readonly cost?: ArrayLike<number>;
  /** Candidates that stay chosen. */
  readonly locked?: readonly number[];
  /** Most teams at one candidate; 1 unless told. */
  readonly maxTeams?: number;
}

/** A sparse table by candidate: its areas, and what a team brings to each. */
export interface Offers {
  readonly areas: number;
  readonly sites: number;
  readonly start: Int32Array;
  readonly area: Int32Array;
  readonly brings: Float64Array;
}

// Money added up in another order than it was budgeted in is off in the last digit, which must not refuse a team.
const ROUNDING = 1e-9;

/** Whether a sum of costs is more than the budget, by more than rounding makes of .1 + .2. */
export function exceeds(spent: number, budget: number): boolean {
  return spent > budget + ROUNDING * budget;
}

/**
 * States the problem. What a team brings to an area is cut at what the area lacks: min(h, Σ g x) is the same for whole
 * x, and the bounds become tighter. Entries that bring nothing are dropped.
 * RangeError: both or neither of sites and budget, a number of sites that is not whole, a budget without costs, negative
 * costs, an unknown locked candidate, locked teams beyond the means.
 */
export function statePlacement(lack: Float64Array, offers: Offers, means: Means): Placement {
  const { sites: count, budget, maxTeams = 1 } = means;
  if ((count === undefined) === (budget === undefined)) {
    throw new RangeError('Give either a number of sites or a budget, not both and not neither.');
  }
  if (count !== undefined && !(Number.isInteger(count) && count >= 0)) {
    throw new RangeError(`The number of sites must be a whole number of 0 or more; got ${count}.`);
  }
  if (budget !== undefined && !(budget >= 0 && budget < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`The budget must be 0 or more; got ${budget}.`);
  }
  if (!(Number.isInteger(maxTeams) && maxTeams >= 1)) {
    throw new RangeError(`The most teams at one site must be a whole number of 1 or more; got ${maxTeams}.`);
  }
  const cost = costs(offers.sites, means);
  const limit = (count ?? budget) as number;
  const locked = new Int32Array(offers.sites);
  for (const k of means.locked ?? []) {
    if (!Number.isInteger(k) || k < 0 || k >= offers.sites) {
      throw new RangeError(`Locked site ${k} is not among the ${offers.sites} candidates.`);
    }
    locked[k] = 1;
  }
  const spent = locked.reduce((total, teams, k) => total + teams * cost[k], 0);
  if (exceeds(spent, limit)) {
    throw new RangeError(`The locked sites alone take ${spent}, more than the ${limit} there is.`);
  }
  const useful = cutAtLack(lack, offers);
  return { lack, ...useful, byArea: turned(lack.length, useful), cost, budget: limit, maxTeams, locked };
}

function costs(candidates: number, means: Means): Float64Array {
  if (means.budget === undefined) return new Float64Array(candidates).fill(1);
  if (means.cost === undefined) throw new RangeError('A budget needs a cost for every candidate.');
  if (means.cost.length !== candidates) {
    throw new RangeError(`There are ${candidates} candidates but ${means.cost.length} costs.`);
  }
  return Float64Array.from(means.cost, (c, k) => {
    if (!(c >= 0 && c < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`The cost of candidate ${k + 1} must be 0 or more; got ${c}.`);
    }
    return c;
  });
}

function cutAtLack(lack: Float64Array, offers: Offers): Pick<Placement, 'start' | 'area' | 'brings'> {
  const start = new Int32Array(offers.sites + 1);
  const area = new Int32Array(offers.area.length);
  const brings = new Float64Array(offers.area.length);
  let end = 0;
  for (let k = 0; k < offers.sites; k++) {
    for (let t = offers.start[k]; t < offers.start[k + 1]; t++) {
      const useful = Math.min(offers.brings[t], lack[offers.area[t]]);
      if (!(useful > 0)) continue;
      area[end] = offers.area[t];
      brings[end++] = useful;
    }
    start[k + 1] = end;
  }
  return { start, area: area.slice(0, end), brings: brings.slice(0, end) };
}

/** The table by area instead of by candidate. */
function turned(areas: number, table: Pick<Placement, 'start' | 'area' | 'brings'>): Placement['byArea'] {
  const start = new Int32Array(areas + 2);
  for (const i of table.area) start[i + 2]++;
  for (let i = 2; i < start.length; i++) start[i] += start[i - 1];
  const candidate = new Int32Array(table.area.length);
  const brings = new Float64Array(table.area.length);
  for (let k = 0; k + 1 < table.start.length; k++) {
    for (let t = table.start[k]; t < table.start[k + 1]; t++) {
      const at = start[table.area[t] + 1]++;
      candidate[at] = k;
      brings[at] = table.brings[t];
    }
  }
  return { start, candidate, brings };
}

/** What the teams meet: Σ_i min(h_i, Σ_k g_ik x_k). */
export function met(problem: Placement, teams: ArrayLike<number>): number {
  const left = lacking(problem, teams);
  let total = 0;
  for (let i = 0; i < left.length; i++) total += problem.lack[i] - left[i];
  return total;
}

/** What each area receives from these teams. */
export function receiving(problem: Placement, teams: ArrayLike<number>): Float64Array {
  const { lack, start, area, brings } = problem;
  const received = new Float64Array(lack.length);
  for (let k = 0; k < teams.length; k++) {
    if (teams[k] === 0) continue;
    for (let t = start[k]; t < start[k + 1]; t++) received[area[t]] += teams[k] * brings[t];
  }
  return received;
}

/** What each area still lacks with these teams, 0 or more. */
export function lacking(problem: Placement, teams: ArrayLike<number>): Float64Array {
  return receiving(problem, teams).map((got, i) => Math.max(0, problem.lack[i] - got));
}

/** What these teams cost together. */
export function spending(problem: Placement, teams: ArrayLike<number>): number {
  let total = 0;
  for (let k = 0; k < teams.length; k++) total += teams[k] * problem.cost[k];
  return total;
}
