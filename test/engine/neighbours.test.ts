// Neighbour lists: compact, ordered, checked, and turned round when asked.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  areaCount,
  asymmetricPair,
  islands,
  type Neighbours,
  neighboursFromLists,
  neighboursFromPairs,
  symmetrise,
  transpose,
} from '../../src/engine/neighbours.ts';

const lists = (neighbours: Neighbours): number[][] =>
  Array.from({ length: areaCount(neighbours) }, (_, i) => [
    ...neighbours.targets.subarray(neighbours.offsets[i], neighbours.offsets[i + 1]),
  ]);

const anyLists = fc
  .integer({ min: 1, max: 25 })
  .chain((n) =>
    fc
      .array(fc.array(fc.nat(n - 1), { maxLength: 12 }), { minLength: n, maxLength: n })
      .map((rows) => rows.map((row, i) => row.filter((j) => j !== i))),
  );

describe('neighbours', () => {
  test('are kept ascending and without repeats, from lists or pairs alike', () => {
    const wanted = [[1, 2], [0], [], [0, 1, 2]];
    expect(lists(neighboursFromLists([[2, 1, 2], [0], [], [2, 0, 1, 0]]))).toEqual(wanted);
    expect(lists(neighboursFromPairs(4, [3, 0, 0, 1, 3, 3, 0], [2, 2, 1, 0, 0, 1, 2]))).toEqual(wanted);
  });

  test('turned round twice are themselves, and every pair is found in the other direction', () => {
    fc.assert(
      fc.property(anyLists, (rows) => {
        const neighbours = neighboursFromLists(rows);
        const back = lists(transpose(neighbours));
        expect(lists(transpose(transpose(neighbours)))).toEqual(lists(neighbours));
        lists(neighbours).forEach((row, i) => {
          for (const j of row) expect(back[j]).toContain(i);
        });
      }),
    );
  });

  test('made symmetric hold every pair in both directions, and no other', () => {
    fc.assert(
      fc.property(anyLists, (rows) => {
        const both = lists(symmetrise(neighboursFromLists(rows)));
        both.forEach((row, i) => {
          for (const j of row) expect(rows[i].includes(j) || rows[j].includes(i)).toBe(true);
        });
        rows.forEach((row, i) => {
          for (const j of row) {
            expect(both[i]).toContain(j);
            expect(both[j]).toContain(i);
          }
        });
        expect(asymmetricPair(symmetrise(neighboursFromLists(rows)))).toBeNull();
      }),
    );
  });

  test('that are asymmetric are named by their first pair', () => {
    expect(asymmetricPair(neighboursFromLists([[1], [0, 2], []]))).toEqual([1, 2]);
    expect(asymmetricPair(neighboursFromLists([[2], [], [1]]))).toEqual([0, 2]);
    expect(asymmetricPair(neighboursFromLists([[1, 2], [0], [0, 1]]))).toEqual([2, 1]);
    expect(asymmetricPair(neighboursFromLists([[1], [0], []]))).toBeNull();
  });

  test('name their islands', () => {
    expect(islands(neighboursFromLists([[], [2], [1], []]))).toEqual([0, 3]);
    expect(islands(neighboursFromLists([]))).toEqual([]);
  });

  test('refuse an area that does not exist, itself, and half a pair', () => {
    expect(() => neighboursFromLists([[2], [0]])).toThrow(
      'Pair 0 names area 2, but areas are numbered 0 to 1.',
    );
    expect(() => neighboursFromLists([[-1], [0]])).toThrow(/area -1/);
    expect(() => neighboursFromLists([[0.5], [0]])).toThrow(/area 0.5/);
    expect(() => neighboursFromLists([[Number.NaN], [0]])).toThrow(/area NaN/);
    expect(() => neighboursFromLists([[1], [1]])).toThrow('Area 1 is listed as its own neighbour.');
    expect(() => neighboursFromPairs(2, [0], [])).toThrow(/both its areas/);
  });
});
