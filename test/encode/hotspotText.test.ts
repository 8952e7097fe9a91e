// What was found, in words: one, several or none, and never a word stronger than the test.
import { describe, expect, test } from 'vitest';
import type { Answer, ClusterRole, Hotspots } from '../../src/domain/answer.ts';
import { hotspotText } from '../../src/encode/hotspotText.ts';

const roles: ClusterRole[] = ['core high', 'core high', 'neighbour high', 'none', 'core low', 'not known'];

function answer(
  changes: Partial<Hotspots['found']> = {},
  global = { moran: 0.42, p: 0.002, permutations: 999 },
) {
  const hotspots = {
    statistic: 'gi-star',
    of: 'the need, as the logarithm of its ratio to the region',
    level: 0.05,
    role: roles,
    value: Float64Array.of(3, 4, 1, 0, -3, Number.NaN),
    permutations: 9999,
    global,
    found: {
      coresHigh: 2,
      neighboursHigh: 1,
      coresLow: 1,
      neighboursLow: 0,
      outliers: 0,
      islands: 0,
      notKnown: 1,
      tested: 5,
      clustersHigh: [[0, 1, 2]],
      ...changes,
    },
  };
  const name = ['Aston', 'Newtown', 'Lozells', 'Perry Barr', 'Knowle', 'Somewhere'];
  return { areas: { level: 'ward', name }, hotspots } as unknown as Answer;
}

describe('hot spots in words', () => {
  test('cores and neighbours are told apart, and a cluster is called by its strongest core', () => {
    expect(hotspotText(answer()).finding).toBe(
      'Two wards are cores of notable clusters where the need is high, and one ward beside them is high too; together they are one cluster around Newtown. One ward is the core of a notable cluster where it is low.',
    );
  });

  test('how sure: the statistic, the share expected by chance, the whole map, and what was not tested', () => {
    expect(hotspotText(answer()).sureness).toBe(
      'By Getis and Ord’s Gi* and 9,999 permutations; of the cores, at most 5 in 100 are expected to be there by chance. Over all wards like lies beside like (Moran’s I 0.42, p 0.002 with 999 permutations). One ward is not known and was not tested.',
    );
  });

  test('several clusters are counted, with the size of the largest', () => {
    const { finding } = hotspotText(answer({ clustersHigh: [[0, 2], [1]] }));
    expect(finding).toContain('of two clusters the largest, two wards, lies around Aston');
  });

  test('none found is said, and chance is not called clustering', () => {
    const nothing = answer(
      { coresHigh: 0, neighboursHigh: 0, coresLow: 0, notKnown: 0, clustersHigh: [] },
      { moran: 0.03, p: 0.4, permutations: 999 },
    );
    expect(hotspotText(nothing).finding).toBe(
      'No ward is the core of a notable cluster where the need is high.',
    );
    expect(hotspotText(nothing).sureness).toContain('no clustering can be told from chance');
  });

  test('without hot spots there is nothing to say', () => {
    expect(hotspotText({ ...answer(), hotspots: null })).toEqual({ finding: '', sureness: '' });
  });

  test('no sentence calls an area significant or the worst', () => {
    const { finding, sureness } = hotspotText(answer({ outliers: 2, islands: 1 }));
    expect(`${finding} ${sureness}`).not.toMatch(/significant|worst/i);
  });
});
