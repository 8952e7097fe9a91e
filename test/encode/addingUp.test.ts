// Three figures side by side add up as they are shown, or are shown more closely.
import { expect, test } from 'vitest';
import { digitsThatAddUp } from '../../src/encode/addingUp.ts';

test('one more decimal stands only where the figures as shown would not add up', () => {
  expect(digitsThatAddUp(5.86, 0.32, 5.54, 1)).toBe(2);
  expect(digitsThatAddUp(5.8, 0.3, 5.5, 1)).toBe(1);
  expect(digitsThatAddUp(0.3, 5.8, -5.5, 1)).toBe(1);
  expect(digitsThatAddUp(0.126, 0.004, 0.122, 2)).toBe(3);
  expect(digitsThatAddUp(Number.NaN, 1, Number.NaN, 1)).toBe(1);
});
