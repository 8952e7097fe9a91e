// What an answer rests on whatever the plan: need, people, the inventory as it stands, the yardstick, and the gap against it.

import type { MeasureColumns, MonthSeries } from '../domain/answer.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Inventory } from '../domain/intervention.ts';
import type { Measure } from '../domain/measure.ts';
import { isOwn } from '../domain/ownCounts.ts';
import type { Question } from '../domain/question.ts';
import { apportion } from './apportion.ts';
import { areaNotes } from './areaNotes.ts';
import { monthsIn } from './events.ts';
import { fairYardstick } from './gap.ts';
import { programmesRead } from './inventoryReading.ts';
import { monthSeries } from './monthSeries.ts';
import { needIndex } from './needIndex.ts';
import { needMeasures } from './needMeasures.ts';
import { needRatio } from './needRatio.ts';
import {
  type Figures,
  type Measured,
  type Outcome,
  outcomeOf,
  type Reading,
  readInventory,
} from './outcome.ts';
import { peopleAged } from './people.ts';

/** The same for every plan that is tried out over one question. */
export interface Standing extends Measured {
  readonly measures: readonly MeasureColumns[];
  readonly months: ReturnType<typeof monthsIn>;
  readonly notices: readonly string[];
  readonly base: Reading;
  readonly series: MonthSeries;
  readonly outcome: Outcome;
}

/** The question's measures that this release has, scaled as asked; a measure it does not have is named in a notice. */
export function measuresOf(
  measures: readonly Measure[],
  question: Question,
): { chosen: { measure: Measure; weight: number }[]; notices: string[] } {
  const notices: string[] = [];
  const chosen = question.need.flatMap(({ measure: id, weight }) => {
    const measure = measures.find((m) => m.id === id);
    if (!measure)
      notices.push(
        isOwn(id)
          ? 'The link counts someone’s own data, which stays with its owner and is no part of a link. It was left out of the need; whoever has the file can bring it under “Bring your own counts”.'
          : `The measure "${id}" is not part of this release and was left out of the need.`,
      );
    return measure && weight > 0 ? [{ measure, weight }] : [];
  });
  if (chosen.length > 0) return { chosen, notices };
  notices.push(
    `None of the question's measures is at hand; ${measures[0].label.toLowerCase()} is read instead.`,
  );
  return { chosen: [{ measure: measures[0], weight: 1 }], notices };
}

export function inventoryFor(dataset: Dataset, question: Question): Inventory {
  const { documented, illustrative, own } = dataset.inventories;
  if (question.inventory === 'illustrative' && illustrative) return illustrative;
  if (question.inventory === 'own' && own) return own;
  return documented;
}

/** Everything of the answer to a question that no plan changes. RangeError with a plain sentence where nothing can be computed. */
export function standingOf(dataset: Dataset, asked: Question): Standing {
  const question = { ...asked, plan: null };
  const { chosen, notices } = measuresOf(dataset.measures, question);
  const months = monthsIn(dataset.months, question.period);
  const residentsLsoa = dataset.residents;
  const measures = needMeasures(dataset, question, chosen, months.whole, residentsLsoa);
  const need = needRatio(
    measures.map((m) => ({
      value: m.value,
      region: m.region,
      weight: m.weight,
      direction: m.measure.direction,
    })),
  );
  const figures: Figures = {
    need,
    needIndex: needIndex(question, measures),
    eligible: apportion(dataset, question.level, peopleAged(dataset.bands, question.ages)),
    residents: apportion(dataset, question.level, residentsLsoa),
    notes: areaNotes(dataset, question.level, residentsLsoa),
  };
  const programmes = programmesRead(dataset.programmes, question);
  if (programmes.length === 0)
    notices.push('None of the named programmes is of this tier; nothing is read as provision.');
  if (question.inventory === 'own' && !dataset.inventories.own) {
    notices.push(
      'The link reads an inventory that stays in the browser it was loaded in. The documented one is shown; load that file under Provision to see the same figures.',
    );
  }
  const base = readInventory(dataset, question, inventoryFor(dataset, question), programmes);
  const yardstick =
    question.yardstick.kind === 'norm'
      ? question.yardstick.places
      : fairYardstick(need, figures.eligible, base.places);
  const outcome = outcomeOf(dataset, question, { figures, programmes, yardstick }, base);
  if (months.partial.length > 0 && measures.some((m) => m.measure.kind === 'count')) {
    notices.push(
      `${months.partial.length} ${months.partial.length === 1 ? 'month of the period is' : 'months of the period are'} partial and left out: ${months.partial.join(', ')}. Rates are a year's worth of the ${months.whole.length} whole months.`,
    );
  }
  if (months.missing > 0) notices.push(`The release does not hold ${months.missing} of the period's months.`);
  const series = monthSeries(dataset, question.level, chosen);
  return { measures, months, notices, figures, programmes, base, yardstick, series, outcome };
}
