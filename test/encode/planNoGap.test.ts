// Why no gap can be planned against is told as it is: nothing begun, a norm of none, no list, each with its own way on.
import { describe, expect, test } from 'vitest';
import type { Question } from '../../src/domain/question.ts';
import { planNoGap } from '../../src/encode/planNoGap.ts';
import { analyse } from '../../src/engine/analyse.ts';
import { inventory, service, tinyQuestion, tinyRegion } from '../engine/tinyRegion.ts';

const vocabulary = { measures: [], programmes: [] };
const told = (change: Partial<Question>, complete = true) => {
  const services = [service({ start: '2019-10', end: '2030-01' })];
  const lists = inventory(services);
  const documented = complete ? lists : { ...lists, complete: [] };
  const { answer } = analyse(tinyRegion({ inventories: { documented } }), tinyQuestion(change));
  return planNoGap(answer, vocabulary);
};

describe('why there is no gap to plan against', () => {
  test('is that no service had begun, where none had', () => {
    const { why, mend } = told({ date: '2019-09-01' });
    expect(why).toContain('had not begun on 1 September 2019, the day provision is read.');
    expect(why).not.toContain('not known');
    expect(mend).toContain('another day');
  });

  test('is what keeps the services out, where it is something else', () => {
    expect(told({ date: '2066-10-14' }).why).toContain('(funding ended before the reading date)');
    expect(told({ ages: { from: 65, to: 120 } }).why).toContain('(not for these ages)');
  });

  test('is the norm, where it asks for none', () => {
    expect(told({ yardstick: { kind: 'norm', places: 0 } }).why).toContain('The norm is 0 places');
  });

  test('is that the list is not complete, where it is not, and unknown is not none', () => {
    const { why, mend } = told({}, false);
    expect(why).toContain('there is no complete list of');
    expect(why).toContain('Unknown is not none');
    expect(mend).toContain('under Provision');
  });
});
