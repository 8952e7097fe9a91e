// Laws every answer obeys; a broken one is a fault of the engine, never of the reader.
import type { Answer, AreaTable, Headline, Uncertainty } from '../domain/answer.ts';
import type { Column } from '../domain/reading.ts';

/** Sums of hundreds of figures in different orders differ by about this share. */
const TOLERANCE = 1e-6;

const near = (a: number, b: number, scale = Math.max(Math.abs(a), Math.abs(b), 1)) =>
  Math.abs(a - b) <= TOLERANCE * scale || (Number.isNaN(a) && Number.isNaN(b));

const sumKnown = (column: Column) => column.reduce((sum, v) => (Number.isNaN(v) ? sum : sum + v), 0);

/**
 * The laws an answer breaks, as sentences; none for a sound answer.
 *
 * Places: those of the services that count reach areas and nobody else (where every list is known). Gap = target − places; Σ gap = 0
 * under a fair share without a plan; unmet share = Σ max(0, gap) / Σ target. Authorities sum to the areas. Ranks are 1 … n with
 * ties. No figure where provision is not known. Intervals in order, odds and shares in [0, 1].
 */
export function validate(answer: Answer): string[] {
  const faults = [
    ...validTable(answer.areas, answer.headline),
    ...(answer.before ? validTable(answer.before.areas, answer.before.headline) : []),
    ...placesConserved(answer),
    ...fairShareSums(answer),
    ...authoritiesSum(answer),
    ...measureIntervals(answer),
    ...(answer.uncertainty ? validUncertainty(answer.areas, answer.uncertainty) : []),
  ];
  return [...new Set(faults)];
}

function validTable(table: AreaTable, headline: Headline): string[] {
  const faults: string[] = [];
  const rows = table.code.length;
  for (const [name, column] of Object.entries(table)) {
    if (typeof column !== 'string' && column.length !== rows)
      faults.push(`The column ${name} has ${column.length} rows; there are ${rows} areas.`);
  }
  let unmet = 0;
  for (let i = 0; i < rows; i++) {
    const { target, places, gap, rank, kind } = table;
    const which = `${table.name[i]} (${table.code[i]})`;
    if (!near(gap[i], target[i] - places[i]))
      faults.push(`The gap of ${which} is not its target less its places.`);
    if (Number.isNaN(rank[i]) !== Number.isNaN(gap[i]))
      faults.push(`${which} is ranked without a gap, or not with one.`);
    if ((kind[i] === 'not known') !== Number.isNaN(gap[i]))
      faults.push(`${which} is called "${kind[i]}" while its gap is ${gap[i]}.`);
    if (Number.isNaN(places[i]) && !Number.isNaN(gap[i]))
      faults.push(`${which} has a gap where provision is not known.`);
    if (places[i] < 0 || table.eligible[i] < 0 || table.need[i] < 0)
      faults.push(`${which} has a figure below zero.`);
    if (gap[i] > 0) unmet += gap[i];
  }
  const known = Array.from(table.rank).filter((r) => !Number.isNaN(r));
  if (!near(sumRanks(known, table), known.length)) faults.push('Ranks do not follow the order of the gaps.');
  const share = headline.totalTarget > 0 ? unmet / headline.totalTarget : Number.NaN;
  if (!near(share, headline.unmetShare)) faults.push('The unmet share is not the unmet part of the targets.');
  if (headline.unmetShare < 0 || headline.unmetShare > 1 + TOLERANCE)
    faults.push('The unmet share is outside 0 to 1.');
  if (!near(sumKnown(table.target), headline.totalTarget)) faults.push('Targets do not sum to the headline.');
  return faults;
}

/** How many areas have the rank their gap calls for: 1 and the number of larger gaps. */
function sumRanks(known: readonly number[], table: AreaTable): number {
  const gaps = Array.from(table.gap).filter((g) => !Number.isNaN(g));
  const descending = Float64Array.from(gaps).sort().reverse();
  const better = new Map<number, number>();
  descending.forEach((g, k) => {
    if (!better.has(g)) better.set(g, k + 1);
  });
  let right = 0;
  let row = 0;
  for (let i = 0; i < table.gap.length; i++) {
    if (Number.isNaN(table.gap[i])) continue;
    if (known[row++] === better.get(table.gap[i])) right++;
  }
  return right;
}

function placesConserved({ areas, services }: Answer): string[] {
  if (areas.places.some(Number.isNaN)) return [];
  const counted = services.filter((s) => s.leftOut === '');
  const brought = counted.reduce((sum, s) => sum + s.placesUsed, 0);
  const reached = sumKnown(areas.places);
  return near(brought, reached) ? [] : [`Services bring ${brought} places but ${reached} reach the areas.`];
}

function fairShareSums({ question, areas, before, headline }: Answer): string[] {
  if (question.yardstick.kind !== 'fair share') return [];
  const table = before ? before.areas : areas;
  const total = sumKnown(table.gap);
  const scale = Math.max(1, headline.totalPlaces);
  return near(total, 0, scale) ? [] : [`Under a fair share the gaps sum to ${total}, not to zero.`];
}

function authoritiesSum({ areas, authorities }: Answer): string[] {
  const faults: string[] = [];
  for (const row of authorities) {
    for (const name of ['eligible', 'places', 'target', 'gap'] as const) {
      let sum = Number.NaN;
      areas[name].forEach((v, i) => {
        const counts =
          areas.authorityCode[i] === row.code && (name === 'eligible' || !Number.isNaN(areas.gap[i]));
        if (counts) sum = (Number.isNaN(sum) ? 0 : sum) + v;
      });
      if (!near(sum, row[name])) faults.push(`The ${name} of ${row.name} is not the sum of its known areas.`);
    }
  }
  return faults;
}

function measureIntervals({ measures }: Answer): string[] {
  const faults: string[] = [];
  const weights = measures.reduce((sum, m) => sum + m.weight, 0);
  if (measures.length > 0 && !near(weights, 1))
    faults.push(`The weights of the need sum to ${weights}, not to 1.`);
  for (const m of measures) {
    for (let i = 0; i < m.raw.length; i++) {
      if (m.lower[i] > m.raw[i] * (1 + TOLERANCE) || m.upper[i] < m.raw[i] * (1 - TOLERANCE))
        faults.push(`The interval of ${m.measure.phrase} does not hold its figure.`);
      if (m.own[i] < 0 || m.own[i] > 1)
        faults.push(`The own share of ${m.measure.phrase} is outside 0 to 1.`);
    }
  }
  return faults;
}

function validUncertainty(table: AreaTable, u: Uncertainty): string[] {
  const faults: string[] = [];
  const ordered: [string, Column, Column][] = [
    ['gap', u.gapLower, u.gapUpper],
    ['need', u.needLower, u.needUpper],
    ['rank', u.rankLower, u.rankUpper],
  ];
  for (let i = 0; i < table.code.length; i++) {
    const which = `${table.name[i]} (${table.code[i]})`;
    for (const [name, lower, upper] of ordered)
      if (lower[i] > upper[i]) faults.push(`The ${name} interval of ${which} is the wrong way round.`);
    if (u.gapMedian[i] < u.gapLower[i] || u.gapMedian[i] > u.gapUpper[i])
      faults.push(`The median gap of ${which} is outside its interval.`);
    for (const odds of [u.odds[i], u.worstTen[i]])
      if (odds < 0 || odds > 1) faults.push(`A probability of ${which} is outside 0 to 1.`);
    if (Number.isNaN(table.gap[i]) !== Number.isNaN(u.odds[i]))
      faults.push(`${which} has odds without a gap, or a gap without odds.`);
  }
  if (u.unmetShare.lower > u.unmetShare.upper)
    faults.push('The interval of the unmet share is the wrong way round.');
  return faults;
}
