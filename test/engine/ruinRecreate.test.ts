// Ruin and recreate: never worse than what it was given, within the means, and what is locked stays.
import { expect, test } from 'vitest';
import { decay } from '../../src/engine/decay.ts';
import { met, statePlacement } from '../../src/engine/placement.ts';
import { createRandom } from '../../src/engine/random.ts';
import { reachInPlane } from '../../src/engine/reach.ts';
import { ruinAndRecreate } from '../../src/engine/ruinRecreate.ts';

/** A drawn problem and its worst placement: the first sites, whatever they cover. */
function drawn(seed: number, sites: number, locked: number[] = []) {
  const random = createRandom(seed);
  const points = (n: number) => ({
    x: Array.from({ length: n }, () => random.uniform()),
    y: Array.from({ length: n }, () => random.uniform()),
  });
  const within = reachInPlane(points(40), points(15), decay('step', 0.2));
  const lack = Float64Array.from({ length: 40 }, () => 1 + random.below(9));
  const brings = Float64Array.from(within.area, (i) => lack[i]);
  const problem = statePlacement(lack, { ...within, brings }, { sites, locked, maxTeams: 1 });
  const from = new Int32Array(15);
  for (const k of [...locked, ...Array.from(from.keys()).filter((i) => !locked.includes(i))].slice(0, sites))
    from[k] = 1;
  return { problem, from };
}

test('is never worse, takes no more teams than there are, and mostly better than the first sites there are', () => {
  let better = 0;
  for (let seed = 1; seed <= 20; seed++) {
    const { problem, from } = drawn(seed, 5, [14]);
    const given = from.slice();
    const found = ruinAndRecreate(problem, from);
    expect(from).toEqual(given);
    expect(found.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(5);
    expect(Math.min(...found)).toBe(0);
    expect(Math.max(...found)).toBe(1);
    expect(found[14]).toBe(1);
    expect(met(problem, found)).toBeGreaterThanOrEqual(met(problem, from));
    if (met(problem, found) > met(problem, from)) better++;
    expect(ruinAndRecreate(problem, from)).toEqual(found);
  }
  expect(better).toBeGreaterThan(15);
});

test('with fewer than two teams that may move there is nothing to ruin', () => {
  const { problem, from } = drawn(3, 2, [0]);
  expect(ruinAndRecreate(problem, from)).toBe(from);
});
