// The ranking behind the list, and the table: the same figures in the same order as the answer gives them.
import { describe, expect, test } from 'vitest';
import type { Show } from '../../src/domain/question.ts';
import { areaTable } from '../../src/encode/areaTable.ts';
import { shortCredit } from '../../src/encode/credit.ts';
import { ranking } from '../../src/encode/ranking.ts';
import { type GridWishes, gridAnswer } from './gridAnswer.ts';

const NOT = Number.NaN;
const of = (show: Show, wishes: GridWishes = {}) => {
  const answer = gridAnswer({ columns: 4, rows: 1, ...wishes });
  return ranking({ ...answer, question: { ...answer.question, show } });
};

describe('the ranking', () => {
  test('puts the largest gap first and what is not known last, unranked', () => {
    const { order, rank } = of('gap', { gap: [1, NOT, 5, -3] });
    expect([...order]).toEqual([2, 0, 3, 1]);
    expect([...rank]).toEqual([2, NOT, 1, 3]);
  });

  test('agrees with the ranks of the answer', () => {
    const answer = gridAnswer({ gap: [1, NOT, 5, -3, 2, 2.5, 0, -1, 9, NOT, 4, 3] });
    expect([...ranking(answer).rank]).toEqual([...answer.areas.rank]);
  });

  test('equal figures share a rank and keep the order of the table', () => {
    const { order, rank } = of('gap', { gap: [2, 5, 2, 1] });
    expect([...order]).toEqual([1, 0, 2, 3]);
    expect([...rank]).toEqual([2, 1, 2, 4]);
  });

  test('by provision the least comes first', () => {
    expect([...of('provision', { access: [2, 0, NOT, 1] }).order]).toEqual([1, 3, 0, 2]);
  });

  test('by need the most comes first, on the axis that takes in zero and the region', () => {
    const byNeed = of('need', { need: [0.5, 2, 1, 1.5] });
    expect([...byNeed.order]).toEqual([1, 3, 2, 0]);
    expect(byNeed.domain).toEqual([0, 100]);
    expect(byNeed.reference).toBe(50);
  });

  test('all not known is an order of the table with no rank', () => {
    const { order, rank, domain } = of('gap', { gap: [NOT, NOT, NOT, NOT] });
    expect([...order]).toEqual([0, 1, 2, 3]);
    expect(rank.every(Number.isNaN)).toBe(true);
    expect(domain).toEqual([0, 1]);
  });
});

describe('the table of areas', () => {
  test('has the columns of the export, in order, then the measures', () => {
    expect(areaTable(gridAnswer()).map((c) => c.id)).toEqual([
      'area',
      'name',
      'authority',
      'eligible',
      'need',
      'places',
      'target',
      'gap',
      'lower',
      'upper',
      'odds',
      'kind',
      'violence',
    ]);
  });

  test('holds the figure the map and the list show, whatever is shown', () => {
    for (const show of ['need', 'provision', 'gap', 'class'] as const) {
      const grid = gridAnswer();
      const [violence] = grid.measures;
      const twice = [violence, { ...violence, measure: { ...violence.measure, id: 'robbery' } }];
      for (const measures of [grid.measures, twice]) {
        const answer = { ...grid, measures, question: { ...grid.question, show } };
        const { value } = ranking(answer);
        expect(areaTable(answer).some((c) => c.values === value || String(c.values) === String(value))).toBe(
          true,
        );
      }
    }
  });

  test('holds the answer’s own columns, and not known where draws are awaited', () => {
    const answer = gridAnswer();
    const columns = new Map(areaTable(answer).map((c) => [c.id, c]));
    expect(columns.get('gap')?.values).toBe(answer.areas.gap);
    expect(Array.from(columns.get('odds')?.values as Float64Array).every(Number.isNaN)).toBe(true);
  });
});

describe('the short credit', () => {
  test('names the publishers found, and gives back what it does not know', () => {
    expect(
      shortCredit(
        'Office for National Statistics, licensed under the Open Government Licence v3.0; contains OS data © Crown copyright and database right 2025. police.uk',
      ),
    ).toBe('ONS · OS © Crown copyright 2025 · police.uk · OGL v3');
    expect(shortCredit('Somebody else')).toBe('Somebody else');
  });
});
