// Provision known and yet no gap to tell: nothing to share by need, or a norm that asks for nothing. A gap of 0 would say "met".
import type { Answer } from '../domain/answer.ts';

/** What stands for the gap of every area then, as a legend says it; '' where gaps can be told. */
export function noGapBecause(answer: Answer): string {
  if (answer.yardstick !== 0) return '';
  return answer.question.yardstick.kind === 'norm' ? 'the norm asks for none' : 'no places to share by need';
}

/** Why this area has no place, or that none is asked for: "none within reach", "not for this age", "not begun". */
export function noGapHere(answer: Answer, row: number): string {
  const { kind, places } = answer.areas;
  return places[row] === 0 && kind[row] !== 'provision meets need' ? kind[row] : noGapBecause(answer);
}

/** A column of gaps or of what follows from them: not known throughout where no gap can be told. */
export function gapColumn<C extends Float64Array | null>(answer: Answer, column: C): C {
  if (column === null || noGapBecause(answer) === '') return column;
  return new Float64Array(column.length).fill(Number.NaN) as C;
}
