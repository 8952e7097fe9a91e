// The period the figures are of: the question's for police records, the file's for a reader's own counts, both where both are counted.
import type { Answer } from '../domain/answer.ts';
import type { Measure } from '../domain/measure.ts';
import { isOwn } from '../domain/ownCounts.ts';
import type { Question } from '../domain/question.ts';
import { provisionOnAnotherDay } from './readingDay.ts';
import { listed, periodPhrase, periodShort } from './words.ts';

/** Of the measures that are counted: whether the question's own months are among them, and the periods of the reader's counts. */
export function periodsOf(
  ids: readonly string[],
  measures: readonly Measure[],
): { readonly monthly: boolean; readonly own: readonly string[] } {
  const known = new Map(measures.map((m) => [m.id, m]));
  const own = ids.flatMap((id) => (isOwn(id) ? (known.get(id)?.period ?? []) : []));
  return {
    // What is not known yet is read as the opening question's, which counts.
    monthly: own.length === 0 || ids.some((id) => !isOwn(id) && (known.get(id)?.kind ?? 'count') === 'count'),
    own: [...new Set(own)],
  };
}

/** Names of months cut to three letters, for narrow screens. */
function shortMonths(text: string): string {
  return text.replace(
    /\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)(?= \d{4})/g,
    '$1',
  );
}

/** "April 2025 – March 2026"; "January 2026" of own counts; or both: "April 2025 – March 2026, own counts January 2026". */
export function figuresPeriod(
  question: Question,
  ids: readonly string[],
  measures: readonly Measure[],
  short = false,
): string {
  const { monthly, own } = periodsOf(ids, measures);
  const asked = short ? periodShort(question.period) : periodPhrase(question.period);
  if (own.length === 0) return asked;
  const told = short ? shortMonths(listed(own)) : listed(own);
  return monthly ? `${asked}, own counts ${told}` : told;
}

/** The period of an answer's figures, and the day of its provision where the period does not say it. */
export function answerPeriod(answer: Answer): string {
  const { question } = answer;
  return needPeriod(answer) + (question.show === 'hotspots' ? '' : provisionOnAnotherDay(question));
}

/** The period of an answer's need alone. */
export function needPeriod(answer: Answer): string {
  const counted = answer.measures.filter((m) => m.weight > 0).map((m) => m.measure);
  return figuresPeriod(
    answer.question,
    counted.map((m) => m.id),
    counted,
  );
}
