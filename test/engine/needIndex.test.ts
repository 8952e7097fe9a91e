// The need index: measures turned over where more means less, and z-scores put together as they can be.
import { expect, test } from 'vitest';
import type { MeasureColumns } from '../../src/domain/answer.ts';
import { needIndex } from '../../src/engine/needIndex.ts';

const column = (values: number[], weight: number, direction: 1 | -1 = 1) =>
  ({ measure: { direction }, value: Float64Array.from(values), weight }) as unknown as MeasureColumns;

test('a measure of which more means less need is turned over', () => {
  const less = needIndex({ standardise: 'percentile', aggregate: 'arithmetic' }, [column([1, 5, 3], 1, -1)]);
  expect([...less]).toEqual([100, 0, 50]);
});

test('measures are put together by weight, arithmetically or geometrically as asked', () => {
  const two = [column([0, 5, 10], 3), column([8, 4, 0], 1)];
  const arithmetic = needIndex({ standardise: 'minmax', aggregate: 'arithmetic' }, two);
  expect([...arithmetic]).toEqual([0.25, 0.5, 0.75]);
  const geometric = needIndex({ standardise: 'minmax', aggregate: 'geometric' }, two);
  expect([...geometric]).toEqual([0, expect.closeTo(0.5, 12), 0]);
});

test('z-scores are put together arithmetically whatever is asked', () => {
  const two = [column([0, 5, 10], 1), column([8, 4, 0], 1)];
  const asked = needIndex({ standardise: 'z', aggregate: 'geometric' }, two);
  expect([...asked]).toEqual([...needIndex({ standardise: 'z', aggregate: 'arithmetic' }, two)]);
  for (const z of asked) expect(z).toBeCloseTo(0, 12);
});
