// Choosing among a reader's own measures: one of the periods of a file, and what a level leaves to choose.
import type { Level } from './area.ts';
import type { Measure } from './measure.ts';
import { isOwn } from './ownCounts.ts';
import type { Question } from './question.ts';

type Asked = Pick<Question, 'need' | 'hotspots' | 'show'>;

/** The question's measures that are counted or tested and are the reader's own. */
function ownAsked(question: Asked, measures: readonly Measure[]): Measure[] {
  const ids = new Set(question.need.filter((n) => n.weight > 0).map((n) => n.measure));
  if (question.show === 'hotspots') ids.add(question.hotspots.of);
  return measures.filter((m) => m.kind === 'own' && ids.has(m.id));
}

/** The question with one period of a file in place of another. */
export function withOwnPeriod(question: Asked, from: string, to: string): Partial<Question> {
  const { need, hotspots } = question;
  const already = need.some((n) => n.measure === to);
  return {
    need: need.flatMap((n) => (n.measure !== from ? [n] : already ? [] : [{ ...n, measure: to }])),
    ...(hotspots.of === from ? { hotspots: { ...hotspots, of: to } } : {}),
  };
}

/** Measures to choose from: of a file with several periods one alone, that which the question reads, else all added up. */
export function oneOfEachFile(measures: readonly Measure[], question: Asked): Measure[] {
  const asked = new Set([...question.need.map((n) => n.measure), question.hotspots.of]);
  return measures.filter((m) => {
    if (!m.periods || asked.has(m.id)) return true;
    return m.periods[0].measure === m.id && !m.periods.some((p) => asked.has(p.measure));
  });
}

/** The reader's own measures of the question that cannot be shown by a level. */
export function notBy(level: Level, question: Asked, measures: readonly Measure[]): Measure[] {
  return ownAsked(question, measures).filter((m) => m.levels && !m.levels.includes(level));
}

/** The question without any of the reader's own measures; null where nothing would be left. */
export function withoutOwn(question: Asked): Partial<Question> | null {
  const need = question.need.filter((n) => !isOwn(n.measure));
  const { hotspots } = question;
  const tested = isOwn(hotspots.of) ? { hotspots: { ...hotspots, of: 'need' } } : {};
  return need.length > 0 ? { need, ...tested } : null;
}
