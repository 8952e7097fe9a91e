// Who is served where: a maximum flow from areas to open sites with capacities, extended one site at a time.
import type { Placement } from './placement.ts';

/** People of area `area` served at site `site`. */
export interface Assignment {
  readonly area: number;
  readonly site: number;
  readonly people: number;
}

/** People fewer than this are rounding. */
const NOBODY = 1e-9;

/** A maximum flow from areas to open sites that can be extended by one site at a time. */
export class AssignmentFlow {
  readonly open: Uint8Array;
  total = 0;
  private readonly served: Float64Array;
  private readonly used: Float64Array;
  /** Flow on the pairs of the table. */
  private readonly pair: Float64Array;
  private readonly problem: Placement;
  private readonly limits: Float64Array;
  private readonly pairsOfArea: readonly (readonly number[])[];
  private readonly siteOfPair: Int32Array;

  constructor(problem: Placement, limits: Float64Array, from?: AssignmentFlow) {
    this.problem = problem;
    this.limits = limits;
    this.open = from?.open.slice() ?? new Uint8Array(limits.length);
    this.served = from?.served.slice() ?? new Float64Array(problem.lack.length);
    this.used = from?.used.slice() ?? new Float64Array(limits.length);
    this.pair = from?.pair.slice() ?? new Float64Array(problem.area.length);
    this.total = from?.total ?? 0;
    this.siteOfPair = from?.siteOfPair ?? siteOfPair(problem);
    this.pairsOfArea = from?.pairsOfArea ?? pairsOfArea(problem);
  }

  copy(): AssignmentFlow {
    return new AssignmentFlow(this.problem, this.limits, this);
  }

  /** Opens site k and serves as many more as can be, moving others between open sites where that makes room. */
  add(k: number): number {
    const before = this.total;
    this.open[k] = 1;
    while (this.augment(k)) {
      // Each path raises the flow; it ends when no path is left.
    }
    return this.total - before;
  }

  /**
   * One augmenting path from site k: k serves an area with people left, or takes over people whom another open site
   * serves, which then looks further. Breadth first, so the paths are shortest.
   */
  private augment(k: number): boolean {
    const { start, area, lack } = this.problem;
    if (this.limits[k] - this.used[k] <= NOBODY) return false;
    const pairInto = new Map<number, number>();
    const pairOut = new Map<number, number>();
    const seenArea = new Uint8Array(lack.length);
    const queue = [k];
    const seenSite = new Uint8Array(this.limits.length);
    seenSite[k] = 1;
    for (let head = 0; head < queue.length; head++) {
      const site = queue[head];
      for (let t = start[site]; t < start[site + 1]; t++) {
        const i = area[t];
        if (seenArea[i] === 1) continue;
        seenArea[i] = 1;
        pairInto.set(i, t);
        if (lack[i] - this.served[i] > NOBODY) {
          this.push(k, i, pairInto, pairOut);
          return true;
        }
        for (const other of this.pairsOfArea[i]) {
          const next = this.siteOfPair[other];
          if (seenSite[next] === 1 || this.pair[other] <= NOBODY) continue;
          seenSite[next] = 1;
          pairOut.set(next, other);
          queue.push(next);
        }
      }
    }
    return false;
  }

  /** Sends as much as the path from k to area i allows. */
  private push(k: number, i: number, pairInto: Map<number, number>, pairOut: Map<number, number>): void {
    const { area, lack } = this.problem;
    let amount = Math.min(this.limits[k] - this.used[k], lack[i] - this.served[i]);
    const forward: number[] = [];
    const backward: number[] = [];
    for (let at = i; ; ) {
      const into = pairInto.get(at) as number;
      forward.push(into);
      const site = this.siteOfPair[into];
      if (site === k) break;
      const out = pairOut.get(site) as number;
      backward.push(out);
      amount = Math.min(amount, this.pair[out]);
      at = area[out];
    }
    for (const t of forward) this.pair[t] += amount;
    for (const t of backward) this.pair[t] -= amount;
    this.used[k] += amount;
    this.served[i] += amount;
    this.total += amount;
  }

  assignments(): Assignment[] {
    const list: Assignment[] = [];
    for (let t = 0; t < this.pair.length; t++) {
      if (this.pair[t] > NOBODY)
        list.push({ area: this.problem.area[t], site: this.siteOfPair[t], people: this.pair[t] });
    }
    return list;
  }
}

/** The site of each pair of the table. */
export function siteOfPair(problem: Placement): Int32Array {
  const sites = new Int32Array(problem.area.length);
  for (let k = 0; k < problem.cost.length; k++) sites.fill(k, problem.start[k], problem.start[k + 1]);
  return sites;
}

/** The pairs of the table by area. */
export function pairsOfArea(problem: Placement): number[][] {
  const pairs: number[][] = Array.from(problem.lack, () => []);
  for (let t = 0; t < problem.area.length; t++) pairs[problem.area[t]].push(t);
  return pairs;
}
