// What the map shows: which column of the answer stands behind a choice of "show", with its title, unit and region.
import type { Answer, AreaTable } from '../domain/answer.ts';
import type { Question, Show } from '../domain/question.ts';
import type { Column } from '../domain/reading.ts';
import { gapColumn } from './noGap.ts';
import { agesPhrase, capital, peopleAged } from './words.ts';

export interface Shown {
  readonly title: string;
  readonly unit: string;
  /** NaN where not known; null where the picture is of kinds and not of amounts. */
  readonly column: Column | null;
  /** The region's figure in the same unit, NaN where there is none. */
  readonly region: number;
  /** Whether more of it means more need; false only for a measure whose direction is the other way. */
  readonly rising: boolean;
  /** Decimals that a single figure is told with. */
  readonly digits: number;
}

const INDEX_UNIT: Record<Question['standardise'], string> = {
  percentile: 'index of percentile ranks, 0 to 100',
  z: 'index of standard deviations from the mean',
  minmax: 'index, 0 lowest to 100 highest',
  exponential: 'index, exponential of ranks, 0 to 100',
};

function shownNeed(answer: Answer, areas: AreaTable): Shown {
  const counted = answer.measures.filter((m) => m.weight > 0);
  if (counted.length === 1) {
    const [one] = counted;
    return {
      title: one.measure.label,
      unit: one.unit,
      column: one.value,
      region: one.region,
      rising: one.measure.direction === 1,
      digits: 1,
    };
  }
  return {
    title: `Need, ${counted.length} measures`,
    unit: INDEX_UNIT[answer.question.standardise],
    column: areas.needIndex,
    region: Number.NaN,
    rising: true,
    digits: 1,
  };
}

/** The column, title and unit behind one choice of what to show. `areas` is the answer's own table unless another is given. */
export function shown(answer: Answer, show: Show, areas: AreaTable = answer.areas): Shown {
  const { question, headline } = answer;
  if (show === 'need') return shownNeed(answer, areas);
  if (show === 'provision') {
    const eligible = areas.eligible.reduce((sum, e) => sum + (Number.isNaN(e) ? 0 : e), 0);
    return {
      title: 'Provision',
      unit: `places a year per 1,000 ${peopleAged(question.ages)}`,
      column: areas.access,
      region: eligible > 0 ? (1000 * headline.totalPlaces) / eligible : Number.NaN,
      rising: true,
      digits: 1,
    };
  }
  if (show === 'gap') {
    return {
      title: `Gap, ${agesPhrase(question.ages)}`,
      unit: 'places a year',
      column: gapColumn(answer, areas.gap),
      region: Number.NaN,
      rising: true,
      digits: 1,
    };
  }
  if (show === 'class') {
    return {
      title: 'Need and provision, in thirds',
      unit: '',
      column: null,
      region: Number.NaN,
      rising: true,
      digits: 0,
    };
  }
  const { hotspots } = answer;
  const needed = answer.question.hotspots.of === 'need' ? 'need' : hotspots?.tested?.measure.phrase;
  return {
    // While they are being looked for, the sentence above says of what.
    title: needed ? `Notable clusters of ${needed}` : 'Notable clusters',
    unit: capital(answer.hotspots?.statistic === 'local-moran' ? 'local Moran’s I' : 'Getis and Ord’s Gi*'),
    column: null,
    region: Number.NaN,
    rising: true,
    digits: 0,
  };
}
