// A plan in words: what changes, what it costs, whom it favours; nothing that is not known gets a figure.
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { Service } from '../../src/domain/intervention.ts';
import { proposedService } from '../../src/domain/plan.ts';
import type { Change } from '../../src/domain/question.ts';
import {
  certifiedThenWords,
  certifiedWords,
  changeWords,
  costPerPlaceWords,
  equityPhrase,
  fewerChosenWords,
  foundBeforeWords,
  furthestShortRows,
  placesClosed,
  provedWords,
  teamThereWords,
} from '../../src/encode/planWords.ts';
import { gridAnswer } from './gridAnswer.ts';

const team = (cost: number | null, capacity = 80): Change => ({
  kind: 'add',
  service: proposedService({
    id: 't',
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

describe('the changes in words', () => {
  test('name the service and say its places before and after', () => {
    expect(changeWords(team(1), services)).toBe('+ Manor Hospital, 80 places');
    expect(changeWords({ kind: 'resize', id: 'a', capacity: 60.5 }, services)).toBe(
      'New Cross: 60.5 places instead of 43',
    );
    expect(changeWords({ kind: 'close', id: 'gone' }, services)).toBe('− gone closes');
    expect(changeWords({ kind: 'move', id: 'a', place: 'Bilston', lon: 0, lat: 52 }, services)).toBe(
      'New Cross moves to Bilston',
    );
  });
});

describe('the cost of a place', () => {
  test('is the cost over the places of gap closed, and no figure where nothing is closed', () => {
    expect(costPerPlaceWords(320_000, 76.7)).toBe('£4,172 a year for each place of gap closed');
    expect(costPerPlaceWords(null, 10)).toContain('not known');
    expect(costPerPlaceWords(320_000, 0)).toBe('closes no gap');
    expect(costPerPlaceWords(320_000, Number.NaN)).toContain('not known');
    expect(costPerPlaceWords(-5, 3)).toBe('costs less than today');
  });
});

test('a team that is there is told from one the plan adds, before a second one comes', () => {
  const change = team(1);
  const added = change.kind === 'add' ? change.service : services[0];
  expect(teamThereWords(added)).toBe(
    'There is already a team at Manor Hospital in this plan (80 places a year); this adds a second one.',
  );
  expect(teamThereWords(services[0])).toBe(
    'There is a team at New Cross today (43 places a year); this adds a second one.',
  );
  expect(teamThereWords({ ...services[0], capacity: null })).not.toContain('places');
});

test('a certificate of sites found earlier speaks of then', () => {
  expect(certifiedThenWords(0.11)).toBe(
    'The sites found then were certified: at most 11% from the best possible.',
  );
  expect(certifiedThenWords(0)).toBe(
    'The sites found then were certified: nothing better was possible with those means.',
  );
});

test('what was found before a change says so, and how to renew it', () => {
  for (const since of ['question', 'plan', 'means'] as const)
    expect(foundBeforeWords(since)).toMatch(/^Found .* Find the best sites again to renew it\.$/);
});

test('equity is said in words that follow the sign, and near zero nobody is favoured', () => {
  expect(equityPhrase(0.2)).toBe('favours the neediest');
  expect(equityPhrase(-0.2)).toBe('favours the less needy');
  expect(equityPhrase(0.01)).toBe('is close to even');
  expect(equityPhrase(Number.NaN)).toBe('is not known');
});

test('the areas furthest short are those of today and those with the plan, the larger gap first', () => {
  const answer = gridAnswer({ gap: [5, -1, 9, Number.NaN, 2] });
  const after = gridAnswer({ gap: [0, -1, 1, Number.NaN, 8] });
  const planned: Answer = { ...after, before: { ...answer, authorities: [] } };
  expect(furthestShortRows(planned, 2).map((r) => [r.row, r.before, r.after])).toEqual([
    [2, 9, 1],
    [4, 2, 8],
    [0, 5, 0],
    [11, 5, 5],
  ]);
  expect(furthestShortRows(answer, 2).every((r) => r.before === r.after)).toBe(true);
});

test('places closed are those of the two headlines, and not known without a plan', () => {
  const answer = gridAnswer();
  expect(placesClosed(answer)).toBeNaN();
  const before = { ...answer, headline: { ...answer.headline, unmetPlaces: 152 } };
  expect(placesClosed({ ...answer, headline: { ...answer.headline, unmetPlaces: 75 }, before })).toBe(77);
});

test('a certificate and a proof never claim more than they hold', () => {
  expect(certifiedWords(0)).toContain('nothing better');
  expect(certifiedWords(0.018)).toContain('at most 1.8%');
  expect(certifiedWords(0.25)).toContain('at most 25%');
  const proof = { status: 'proven' as const, met: 80, solverStatus: 'Optimal' };
  expect(provedWords(proof, 80, 60)).toContain('Proved: no other choice');
  expect(provedWords(proof, 77, 60)).toContain('3.00 places a year more');
  expect(provedWords({ ...proof, status: 'time limit' }, 80, 60)).not.toContain('Proved');
  expect(provedWords({ status: 'failed', met: Number.NaN, solverStatus: 'Error' }, 80, 60)).toContain(
    'Error',
  );
});

test('fewer sites than the means allow are said with the reason', () => {
  const asked = { candidates: 31, cheapest: 160_000 };
  expect(fewerChosenWords({ ...asked, chosen: 0, budget: 1000 })).toContain(
    '£1,000 a year does not pay for one team, which costs £160,000',
  );
  expect(fewerChosenWords({ ...asked, chosen: 0, budget: 320_000 })).toContain('no candidate would close');
  expect(fewerChosenWords({ ...asked, chosen: 14, sites: 50 })).toContain('14 of at most 50 sites');
  expect(fewerChosenWords({ ...asked, chosen: 31, sites: 50 })).toContain('no more candidates');
  expect(fewerChosenWords({ ...asked, chosen: 2, sites: 2 })).toBe('');
  expect(fewerChosenWords({ ...asked, chosen: 2, budget: 320_000 })).toBe('');
});
