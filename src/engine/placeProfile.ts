// The profile of a place: every block of the Place screen, from one question, beside its authority and the region.
import type { Answer, GapKind } from '../domain/answer.ts';
import type { Level } from '../domain/area.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Measure } from '../domain/measure.ts';
import type { Compared, GapHere, PlaceProfile, SimilarArea } from '../domain/placeProfile.ts';
import { withPlan } from '../domain/plan.ts';
import type { Question } from '../domain/question.ts';
import { analyse } from './analyse.ts';
import { apportion, areasOf } from './apportion.ts';
import { monthsIn } from './events.ts';
import { peopleAged } from './people.ts';
import { type Place, placeOf, widerPlace, within } from './placeParts.ts';
import { ageRows, deprivationRows, GROUPS, GROUPS_OF, groupRows } from './placePeople.ts';
import { provisionHere } from './placeProvision.ts';
import { type Comparators, chartedSeries, violenceRows } from './placeViolence.ts';
import { distances, SIMILARITY_BASIS, type SumsOver } from './similarAreas.ts';
import { inventoryFor } from './standing.ts';
import { wholeYears } from './yearChange.ts';

/** How many similar places are named. */
const SIMILAR = 6;

/** Crime types and columns a profile shows, beyond what the question itself needs. */
export function placeNeeds(measures: readonly Measure[]): { crimeTypes: string[]; columns: string[] } {
  return {
    crimeTypes: [...new Set(measures.flatMap((m) => m.crimeTypes ?? []))],
    columns: [
      ...measures.flatMap((m) => (m.kind === 'score' && m.column ? [m.column] : [])),
      ...measures.flatMap((m) => (m.denominator ? [m.denominator] : [])),
      GROUPS_OF,
      ...GROUPS.map((g) => g.id),
    ],
  };
}

/** Sums over some areas of an answer; NaN as soon as one of them is not known, because a part is not the whole. */
const sumOf = (rows: readonly number[], column: Float64Array) => rows.reduce((sum, i) => sum + column[i], 0);

function gapHere(
  answer: Answer,
  place: Place,
  { authority, region }: Comparators,
  reading: Pick<GapHere, 'cascade' | 'rated'>,
): GapHere {
  const { areas } = answer;
  const { rows } = place;
  const eligible = sumOf(rows, areas.eligible);
  const access = (where: Place | null) =>
    where ? (1000 * sumOf(where.rows, areas.places)) / sumOf(where.rows, areas.eligible) : Number.NaN;
  const call = rows.reduce((sum, i) => sum + areas.need[i] * areas.eligible[i], 0);
  const kinds = new Map<GapKind, number>();
  for (const i of rows) kinds.set(areas.kind[i], (kinds.get(areas.kind[i]) ?? 0) + 1);
  const single = place.kind === place.level && rows.length === 1;
  const compared: Compared = { here: access(place), authority: access(authority), region: access(region) };
  return {
    need: single ? areas.need[rows[0]] : call / eligible,
    eligible,
    places: sumOf(rows, areas.places),
    access: compared,
    target: sumOf(rows, areas.target),
    gap: sumOf(rows, areas.gap),
    rank: single ? areas.rank[rows[0]] : Number.NaN,
    ranked: areas.rank.reduce((n, r) => (Number.isNaN(r) ? n : n + 1), 0),
    kind: single ? areas.kind[rows[0]] : null,
    kinds: [...kinds].map(([kind, count]) => ({ kind, areas: count })).sort((a, b) => b.areas - a.areas),
    ...reading,
  };
}

/** The most alike: areas of the level for an area, authorities for an authority; a group is compared with none. */
function similarPlaces(dataset: Dataset, answer: Answer, place: Place): SimilarArea[] {
  if (place.kind === 'group') return [];
  const { level } = place;
  const { areas } = answer;
  const { authority } = areasOf(dataset, level);
  const ofAuthority = place.kind === 'authority';
  const sums: SumsOver = (values) => {
    const byArea = apportion(dataset, level, values);
    if (!ofAuthority) return byArea;
    const total = new Float64Array(dataset.authorities.length);
    byArea.forEach((v, i) => {
      if (!Number.isNaN(v)) total[authority[i]] += v;
    });
    return total;
  };
  const self = ofAuthority ? place.authorities[0] : place.rows[0];
  const described = (k: number): Omit<SimilarArea, 'distance'> => {
    if (!ofAuthority) {
      return {
        code: areas.code[k],
        name: areas.name[k],
        authority: areas.authority[k],
        need: areas.need[k],
        access: areas.access[k],
        gap: areas.gap[k],
      };
    }
    const row = answer.authorities[k];
    const { code, name, need, gap } = row;
    return { code, name, authority: name, need, gap, access: (1000 * row.places) / row.eligible };
  };
  return Array.from(distances(dataset, place, sums), (distance, k) => ({ k, distance }))
    .filter(({ k, distance }) => k !== self && !Number.isNaN(distance))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, SIMILAR)
    .map(({ k, distance }) => ({ ...described(k), distance }));
}

const RATE_UNITS = {
  residents: 'per 1,000 residents a year',
  ages: 'per 1,000 people of the ages a year',
  km2: 'per km² a year',
} as const;

/**
 * Everything the Place screen shows of one ward, LSOA, authority or group: figures of a group are sums or population-weighted means
 * over its LSOAs. Figures of need, places and gap are those of the question's answer at the place's level, and sum as its table does.
 * The authority's figures are of the one its areas lie in, none where they lie in several; the region's always stand beside.
 *
 * @param codes GSS codes; RangeError with a sentence for none, an unknown one, or wards and LSOAs together (`placeOf`).
 *   The dataset must hold what `needsOf` and `placeNeeds` name.
 */
export function placeProfile(dataset: Dataset, asked: Question, codes: readonly string[]): PlaceProfile {
  const place = placeOf(dataset, asked.level, codes);
  const level: Level = place.level;
  const question = { ...asked, level };
  const region = widerPlace(dataset, level, null);
  const single = place.kind !== 'authority' && place.authorities.length === 1;
  const comparators: Comparators = {
    authority: single ? widerPlace(dataset, level, place.authorities[0]) : null,
    region,
  };
  const { answer } = analyse(dataset, question);
  const months = monthsIn(dataset.months, question.period).whole;
  const residents = dataset.residents;
  const inventory = withPlan(inventoryFor(dataset, question), question.plan);
  const { tiers, ...reading } = provisionHere(dataset, question, inventory, place, comparators);
  const years = wholeYears(dataset);
  return {
    question,
    release: dataset.release,
    title: place.title,
    kind: place.kind,
    level,
    codes: place.rows.map((i) => answer.areas.code[i]),
    authority: single ? dataset.authorities[place.authorities[0]] : null,
    residents: within(place, residents),
    eligible: within(place, peopleAged(dataset.bands, question.ages)),
    km2: within(place, dataset.lsoas.km2),
    notes: place.kind === level ? place.rows.map((i) => answer.areas.note[i]).filter(Boolean) : [],
    period: question.period,
    wholeMonths: months.length,
    rateUnit: RATE_UNITS[question.per],
    violence: violenceRows(dataset, question, place, comparators, months, residents),
    years: years && { earlier: years.periods[0], later: years.periods[1] },
    months: dataset.months,
    series: chartedSeries(dataset, question, place, comparators),
    deprivation: deprivationRows(dataset, place, comparators, residents),
    people: ageRows(dataset, place, comparators),
    groups: groupRows(dataset, place, comparators),
    tiers,
    gap: gapHere(answer, place, comparators, reading),
    similar: { basis: SIMILARITY_BASIS, areas: similarPlaces(dataset, answer, place) },
  };
}
