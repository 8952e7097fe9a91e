// Which ranks move, in words: the choice that moves most, and fragility counted over the choices that can flip a headline.
import { describe, expect, test } from 'vitest';
import type { Alternative, Sensitivity } from '../../src/domain/sensitivity.ts';
import { alternativeText, fragileText, furthestMoving, ranksMoveText } from '../../src/encode/ranksMove.ts';

const move = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    code: `E${i}`,
    name: `W${i}`,
    from: 1,
    to: 20,
    topTen: '' as const,
  }));
const choice = (changes: Partial<Alternative>): Alternative => ({
  id: 'denominator km2',
  choice: 'denominator',
  label: 'per km²',
  moved: move(3),
  agreement: 0.9,
  unmetShare: 0.3,
  topArea: null,
  flips: false,
  why: '',
  ...changes,
});
const found = (alternatives: Alternative[]): Sensitivity => ({
  ranked: 'gap',
  threshold: 10,
  unmetShare: 0.28,
  interval: null,
  topArea: null,
  alternatives,
  moving: [],
  areas: 192,
  fragile: alternatives.some((a) => a.flips),
});

describe('which ranks move', () => {
  test('names the choice that moves most, and never one of the need index alone', () => {
    const all = found([choice({}), choice({ choice: 'aggregation', moved: move(90) })]);
    expect(furthestMoving(all)?.choice).toBe('denominator');
    expect(ranksMoveText(all, 'ward')).toBe('Ranking moves for 3 of 192 wards if rates are per km².');
    expect(ranksMoveText(found([choice({ moved: [] })]), 'lsoa')).toContain(
      'No LSOA moves by more than 10 ranks',
    );
  });

  test('calls a headline fragile only where a choice flips it', () => {
    expect(fragileText(found([choice({})]))).toBe('');
    const flips = choice({ flips: true, why: 'X comes first instead of Y' });
    expect(fragileText(found([choice({}), flips]))).toBe('one of two other choices changes it');
    expect(alternativeText(flips, found([flips]), 'ward')).toBe(
      '3 wards move; 30% of places instead of 28%. Headline changes: X comes first instead of Y.',
    );
  });
});
