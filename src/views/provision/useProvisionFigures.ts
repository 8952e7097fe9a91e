// What the engine says of provision on a day: the coverage matrix, the days funding starts and ends, who falls into gap then.
import { useState } from 'preact/hooks';
import type { Inventory } from '../../domain/intervention.ts';
import { lastDay } from '../../domain/month.ts';
import { writeLink } from '../../state/link.ts';
import type { Page } from '../shell/page.ts';
import { useFurther } from '../shell/useFurther.ts';

/** The question without what changes no figure here: the same key asks for the same matrix. */
function keyOf(page: Page): string {
  const question = page.session.question.value;
  return writeLink({ ...question, screen: 'provision', show: 'gap', selected: [], story: null });
}

export function useProvisionFigures(page: Page, own: Inventory | null) {
  const { question, catalogue } = page.session;
  const q = question.value;
  const usual = lastDay(q.period.to);
  const day = q.date ?? usual;
  const key = keyOf(page);
  const ready = catalogue.value === null ? null : q;
  const matrix = useFurther(page, 'matrix', ready, { date: null }, [key, own]);
  const [chosenEnd, setChosenEnd] = useState<string | null>(null);
  // The days funding ends, kept while a newer timeline is on its way.
  const [held, setHeld] = useState<readonly string[]>([]);
  const ends = held.filter((d) => d > day);
  const to = chosenEnd !== null && ends.includes(chosenEnd) ? chosenEnd : (ends[0] ?? null);
  const timeline = useFurther(page, 'timeline', ready, to ? { from: day, to } : null, [key, own, to]);
  const dates = timeline.result?.dates ?? [];
  const endDays = dates.filter((d) => d.ends.length > 0).map((d) => d.date);
  if (endDays.join() !== held.join() && timeline.result && !timeline.late) setHeld(endDays);
  return { usual, day, matrix, timeline, dates, to, setTo: setChosenEnd };
}
