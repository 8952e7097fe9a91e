// Draws of an answer: what varies varies, what is held is held, and every draw is an answer by itself.
import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/engine/analyse.ts';
import { answerDraws, CATCHMENT_FACTORS, declaredReaches } from '../../src/engine/answerDraws.ts';
import { placesOfServices } from '../../src/engine/provision.ts';
import { inventory, service, tinyQuestion, tinyRegion } from './tinyRegion.ts';

const sure = tinyRegion({ inventories: { documented: inventory([service({ confidence: 1 })]) } });
const scores = { need: [{ measure: 'income', weight: 1 }] };

function drawn(dataset: ReturnType<typeof tinyRegion>, changes = {}, times = 60) {
  const question = tinyQuestion(changes);
  const workings = analyse(dataset, question);
  const draw = answerDraws(dataset, question, workings);
  const draws = Array.from({ length: times }, () => {
    const { need, places, gap, yardstick, reach } = draw();
    return { need: [...need], places: [...places], gap: [...gap], yardstick, reach };
  });
  return { question, draws, answer: workings.answer };
}
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe('declared reaches', () => {
  test('are the catchment a fifth shorter, as it is, and a quarter longer, and the other two decays', () => {
    const { reach } = tinyQuestion();
    const found = declaredReaches(reach);
    expect(found.slice(0, 3).map((r) => r.catchment)).toEqual(
      CATCHMENT_FACTORS.map((f) => f * reach.catchment),
    );
    expect(found.map((r) => r.decay)).toEqual(['gaussian', 'gaussian', 'gaussian', 'step', 'exponential']);
    expect(new Set(found.slice(3).map((r) => r.catchment))).toEqual(new Set([reach.catchment]));
  });
});

describe('a draw', () => {
  test('shares its places fairly by its own need: its gaps sum to zero, and each is target less places', () => {
    const { draws, answer } = drawn(sure);
    for (const d of draws) {
      expect(sum(d.gap)).toBeCloseTo(0, 8);
      d.gap.forEach((g, i) => {
        expect(g).toBeCloseTo(d.yardstick * d.need[i] * answer.areas.eligible[i] - d.places[i], 9);
      });
    }
    expect(new Set(draws.map((d) => d.need[0])).size).toBe(draws.length);
  });

  test('its needs stand around the answer’s', () => {
    const { draws, answer } = drawn(sure, {}, 400);
    answer.areas.need.forEach((need, i) => {
      const all = draws.map((d) => d.need[i]);
      const mean = sum(all) / all.length;
      const deviation = Math.sqrt(sum(all.map((x) => (x - mean) ** 2)) / all.length);
      expect(deviation).toBeGreaterThan(0);
      expect(Math.abs(mean - need)).toBeLessThan(5 * (deviation / Math.sqrt(all.length)) + 0.02 * need);
    });
  });

  test('of published scores alone has the answer’s need each time', () => {
    const { draws, answer } = drawn(sure, scores, 10);
    for (const d of draws)
      d.need.forEach((n, i) => {
        expect(n).toBeCloseTo(answer.areas.need[i], 12);
      });
  });

  test('of several measures varies their weights too', () => {
    const two = { need: [...scores.need, { measure: 'deprivation', weight: 1 }] };
    const { draws, answer } = drawn(sure, two, 200);
    const first = draws.map((d) => d.need[0]);
    expect(new Set(first).size).toBe(200);
    const alone = ['income', 'deprivation'].map(
      (measure) => drawn(sure, { need: [{ measure, weight: 1 }] }, 1).answer.areas.need[0],
    );
    for (const n of first) {
      expect(n).toBeGreaterThanOrEqual(Math.min(...alone) * (1 - 1e-12));
      expect(n).toBeLessThanOrEqual(Math.max(...alone) * (1 + 1e-12));
    }
    expect(sum(first) / 200).toBeCloseTo(answer.areas.need[0], 1);
  });

  test('has the places of the reach it drew, and each of the five is drawn', () => {
    const { draws, question } = drawn(sure);
    const { services } = sure.inventories.documented;
    const reaches = declaredReaches(question.reach);
    expect(new Set(draws.map((d) => d.reach))).toEqual(new Set([0, 1, 2, 3, 4]));
    for (const d of draws) {
      const [{ places }] = placesOfServices(sure, question, reaches[d.reach], services);
      d.places.forEach((p, i) => {
        expect(p).toBeCloseTo(places[i], 9);
      });
    }
  });

  test('keeps each record with the probability of its confidence', () => {
    const region = tinyRegion({ inventories: { documented: inventory([service({ confidence: 0.7 })]) } });
    const { draws } = drawn(region, {}, 500);
    const kept = draws.filter((d) => sum(d.places) > 0).length / 500;
    // Four standard errors of a share of .7 in 500 draws.
    expect(Math.abs(kept - 0.7)).toBeLessThan(4 * Math.sqrt((0.7 * 0.3) / 500));
  });

  test('leaves a norm as it is, and judges a plan by what is there without it', () => {
    const norm = drawn(sure, { yardstick: { kind: 'norm', places: 0.03 } }, 20);
    for (const d of norm.draws) expect(d.yardstick).toBe(0.03);
    const plan = {
      name: 'more',
      changes: [{ kind: 'add' as const, service: service({ id: 'new', lon: -1.85, confidence: 1 }) }],
    };
    const without = drawn(sure, {}, 20);
    const planned = drawn(sure, { plan }, 20);
    for (const d of planned.draws) {
      expect(sum(d.places)).toBeCloseTo(120, 6);
      expect(sum(d.gap)).toBeCloseTo(-60, 6);
    }
    for (const d of without.draws) expect(sum(d.places)).toBeCloseTo(60, 6);
  });

  test('leaves what is not known so, and nothing else', () => {
    const region = tinyRegion({ unrecorded: [3] });
    const { draws } = drawn(region, { level: 'lsoa' }, 5);
    for (const d of draws) {
      expect(d.need.map((n, i) => (Number.isNaN(n) ? i : -1)).filter((i) => i >= 0)).toEqual([3]);
      expect(d.gap[3]).toBeNaN();
    }
  });

  test('is the same for the same seed, and another for another', () => {
    const [first, again, other] = [1, 1, 2].map((seed) => drawn(sure, { seed }, 3).draws);
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });
});
