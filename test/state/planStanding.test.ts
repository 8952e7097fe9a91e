// What a search found stands as long as the question, the plan and the means are those it was made with.
import { expect, test } from 'vitest';
import { OPENING_QUESTION, type Plan, type Question } from '../../src/domain/question.ts';
import { parseLink, writeLink } from '../../src/state/link.ts';
import { changesText, searchedWith, standingOf } from '../../src/state/planStanding.ts';

const plan: Plan = { name: 'Plan A', changes: [{ kind: 'resize', id: 'ae-dudley', capacity: 120 }] };
const found: Question = { ...OPENING_QUESTION, screen: 'plan', plan };
const searched = { ...searchedWith(OPENING_QUESTION), plan: changesText(plan) };
const standing = (change: Partial<Question>) => standingOf(searched, { ...found, ...change });

test('it stands while only what is looked at changes, and under another name of the plan', () => {
  expect(standing({})).toBe('current');
  expect(standing({ screen: 'map', show: 'need', selected: ['E05011118'], story: null })).toBe('current');
  expect(standing({ plan: { ...plan, name: 'Winter' } })).toBe('current');
});

test('it is older than a change of the plan, and stands again once that is undone', () => {
  const more: Plan = { ...plan, changes: [...plan.changes, { kind: 'close', id: 'ae-coventry' }] };
  expect(standing({ plan: more })).toBe('plan');
  expect(standing({ plan: null })).toBe('plan');
  expect(standing({ plan: parseLink(writeLink(found)).question.plan })).toBe('current');
});

test('it belongs to other means once the budget or the candidates change', () => {
  const { search } = OPENING_QUESTION;
  expect(standing({ search: { ...search, budget: 1 } })).toBe('means');
  expect(standing({ search: { ...search, authority: 'E08000030' } })).toBe('means');
});

test('it belongs to another question once the figures change, whatever else does', () => {
  expect(standing({ ages: { from: 10, to: 17 } })).toBe('question');
  expect(standing({ ages: { from: 10, to: 17 }, plan: null })).toBe('question');
});

test('until the sites found stand in the plan, the plan is not held against them', () => {
  expect(standingOf(searchedWith(OPENING_QUESTION), { ...OPENING_QUESTION, plan })).toBe('current');
});
