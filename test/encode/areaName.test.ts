// Names that a narrow column may cut: what tells neighbouring LSOAs apart is kept.
import { expect, test } from 'vitest';
import { nameParts } from '../../src/encode/areaName.ts';

test('the number of an LSOA stands by itself, and a ward has none', () => {
  expect(nameParts('North Central & Dartmouth Circus 050E')).toEqual({
    place: 'North Central & Dartmouth Circus',
    number: '050E',
  });
  expect(nameParts('Central 138A')).toEqual({ place: 'Central', number: '138A' });
  expect(nameParts('St Michael’s')).toEqual({ place: 'St Michael’s', number: '' });
});
