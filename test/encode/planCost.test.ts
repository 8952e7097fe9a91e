// What a plan costs: what is known is added up, what is not is counted and never taken for nothing.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Service } from '../../src/domain/intervention.ts';
import { proposedService } from '../../src/domain/plan.ts';
import type { Change } from '../../src/domain/question.ts';
import {
  budgetRemark,
  costFigure,
  costFigureAlone,
  costsWords,
  planCosts,
  uncostedWords,
} from '../../src/encode/planCost.ts';
import { gridAnswer } from './gridAnswer.ts';

const team = (id: string, cost: number | null, capacity = 80): Change => ({
  kind: 'add',
  service: proposedService({
    id,
    programme: { id: 'ae', tier: 'tertiary' },
    form: 'site',
    place: 'Manor Hospital',
    lon: -2,
    lat: 52.6,
    areas: [],
    ages: { from: 11, to: 24 },
    capacity,
    cost,
  }),
});
const [{ service: standing }] = gridAnswer().services;
const services: Service[] = [
  { ...standing, id: 'a', place: 'New Cross', capacity: 43, cost: 86_000 },
  { ...standing, id: 'b', place: 'Heartlands', capacity: 180, cost: null },
];
const plan = (...changes: Change[]) => ({ name: 'A', changes });
const costs = (...changes: Change[]) => planCosts(plan(...changes), services);

describe('the cost of a plan', () => {
  test('adds teams, takes off what closes, and scales what is resized', () => {
    expect(costs(team('t', 160_000), { kind: 'close', id: 'a' }).known).toBe(74_000);
    expect(costs({ kind: 'resize', id: 'a', capacity: 86 }).known).toBe(86_000);
    expect(costs({ kind: 'move', id: 'b', place: '', lon: 0, lat: 52 })).toEqual({
      known: 0,
      counted: 0,
      unknown: 0,
    });
  });

  test('follows the changes in their order: a team added, then doubled, then closed costs nothing', () => {
    const doubled = costs(team('t', 100_000, 40), { kind: 'resize', id: 't', capacity: 80 });
    expect(doubled.known).toBe(200_000);
    expect(
      costs(team('t', 100_000, 40), { kind: 'resize', id: 't', capacity: 80 }, { kind: 'close', id: 't' })
        .known,
    ).toBe(0);
  });

  test('keeps what is not known out of the sum, and says of how many changes', () => {
    const some = costs(team('t', 160_000), team('u', null), { kind: 'close', id: 'b' });
    expect(some).toEqual({ known: 160_000, counted: 3, unknown: 2 });
    expect(uncostedWords(some)).toBe('Two of three changes have no cost known, and are not in the sum.');
    expect(uncostedWords(costs(team('t', null)))).toBe('The change has no cost known.');
    expect(uncostedWords(costs(team('t', null), team('u', null)))).toBe(
      'None of the two changes has a cost known.',
    );
    expect(uncostedWords(costs(team('t', 0)))).toBe('');
  });

  test('is a figure with its period, a saving, or not known', () => {
    expect(costFigure(costs(team('t', 480_000)))).toBe('£480,000 a year');
    expect(costsWords(costs({ kind: 'close', id: 'a' }))).toBe('saves £86,000 a year');
    expect(costsWords(costs(team('t', null)))).toBe('costs not known');
  });

  test('says what is not in it wherever it stands alone', () => {
    const alone = (...changes: Change[]) => costFigureAlone(costs(...changes));
    expect(alone(team('t', 160_000), { kind: 'close', id: 'b' })).toBe(
      '£160,000 a year known; one change has no cost known',
    );
    expect(alone(team('u', null), { kind: 'close', id: 'a' }, { kind: 'close', id: 'b' })).toBe(
      'saves £86,000 a year as far as known; two changes have no cost known',
    );
    expect(alone(team('t', 160_000))).toBe('£160,000 a year');
    expect(alone(team('t', null))).toBe('not known');
  });
});

describe('the budget', () => {
  test('is exceeded by so much a year, in words', () => {
    expect(budgetRemark(costs(team('t', 480_000)), 320_000)).toEqual({
      over: true,
      sentence: 'Over budget: £160,000 a year more than the budget of £320,000.',
    });
    expect(budgetRemark(costs(team('t', 480_000), team('u', null)), 320_000)?.sentence).toContain(
      'already, without the changes whose cost is not known',
    );
  });

  test('is kept, used up, or cannot be said where no cost is known', () => {
    expect(budgetRemark(costs(team('t', 160_000)), 320_000)?.sentence).toBe(
      'Within the budget of £320,000; £160,000 a year is left.',
    );
    expect(budgetRemark(costs(team('t', 320_000)), 320_000)?.sentence).toContain('all of it is used');
    expect(budgetRemark(costs(team('t', null)), 320_000)?.sentence).toContain('cannot be said');
    expect(budgetRemark(costs(), 320_000)).toBeNull();
  });

  test('is remarked exactly where the known costs are more than it', () => {
    const pounds = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(fc.array(pounds, { minLength: 1, maxLength: 5 }), pounds, (each, budget) => {
        const remark = budgetRemark(costs(...each.map((cost, k) => team(`t${k}`, cost))), budget);
        expect(remark?.over).toBe(each.reduce((a, b) => a + b, 0) > budget);
      }),
    );
  });
});
