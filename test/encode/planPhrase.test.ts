// A plan in a phrase: what titles and heads say of figures that are with a plan.
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { Change, Plan } from '../../src/domain/question.ts';
import { inventoryPhrase } from '../../src/encode/inventoryPhrase.ts';
import { answeredText, planName, plannedWords, planPhrase } from '../../src/encode/planPhrase.ts';
import { gridAnswer } from './gridAnswer.ts';

const NONE = { measures: [], programmes: [] };
const today = gridAnswer();
const [site] = today.services;
const add = (id: string): Change => ({ kind: 'add', service: { ...site.service, id, status: 'own' } });
const close: Change = { kind: 'close', id: 'grid-site' };
const named = (name: string, ...changes: Change[]): Plan => ({ name, changes });

function withPlan(plan: Plan, services = today.services): Answer {
  const { headline, areas, authorities, equity } = today;
  const before = { headline, areas, authorities, equity, services: today.services };
  return { ...today, question: { ...today.question, plan }, before, services };
}
const planned = (id: string, leftOut = '') => ({
  ...site,
  service: { ...site.service, id },
  planned: true,
  leftOut,
});

describe('a plan in a phrase', () => {
  test('is named, and tells what it changes', () => {
    expect(planPhrase(named('Plan A', add('a'), add('b')))).toBe('Plan A (two teams added)');
    expect(planPhrase(named('Walsall', add('a'), close))).toBe('plan “Walsall” (one team added, one closed)');
    expect(planPhrase(named('B', { kind: 'resize', id: 'grid-site', capacity: 9 }))).toBe(
      'plan “B” (one team changed)',
    );
    expect(planName(named(''))).toBe('a plan');
  });

  test('what it adds and takes back is no change', () => {
    expect(planPhrase(named('Plan A', add('a'), { kind: 'close', id: 'a' }))).toBe('Plan A');
  });

  test('ends the question, except of clusters, which no plan moves', () => {
    const answer = withPlan(named('Plan A', add('a')));
    expect(answeredText(answer, NONE)).toMatch(/March 2026, with Plan A \(one team added\)\?$/);
    const clusters = { ...answer, question: { ...answer.question, show: 'hotspots' as const } };
    expect(answeredText(clusters, NONE)).not.toContain('Plan A');
  });

  test('a plan without a change is none', () => {
    const answer = withPlan(named('Plan A'));
    expect(answeredText(answer, NONE)).toBe(answeredText(today, NONE));
    expect(plannedWords(answer)).toBe('');
  });

  test('what is planned is never counted among what is documented', () => {
    const both = [site, planned('a'), planned('b', 'not for this age')];
    expect(inventoryPhrase(withPlan(named('Plan A', add('a'), add('b')), both), NONE)).toBe(
      'documented inventory: one service of A&E interventions counted; Plan A: one planned and counted as well, one planned and not counted (not for this age)',
    );
    expect(inventoryPhrase(withPlan(named('Plan A', add('a'), close), [planned('a')]), NONE)).toBe(
      'documented inventory: one service of A&E interventions counted; Plan A: one planned and counted as well, one of today’s closed',
    );
  });
});
