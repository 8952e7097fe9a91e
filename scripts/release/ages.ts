// People by age band: the census counts by LSOA, split by the single years of age of mid-2020.
import { largestRemainder } from './largestRemainder.ts';

export interface SplitBand {
  readonly census: string;
  readonly pieces: readonly { readonly name: string; readonly from: number; readonly to: number }[];
}

/** Census bands and the pieces they are split into; the bounds are those the programmes speak of. */
export const SPLIT_BANDS: readonly SplitBand[] = [
  {
    census: '0-15',
    pieces: [
      { name: '0-4', from: 0, to: 4 },
      { name: '5-9', from: 5, to: 9 },
      { name: '10', from: 10, to: 10 },
      { name: '11-15', from: 11, to: 15 },
    ],
  },
  {
    census: '16-24',
    pieces: [
      { name: '16-17', from: 16, to: 17 },
      { name: '18', from: 18, to: 18 },
      { name: '19-24', from: 19, to: 24 },
    ],
  },
  { census: '25-34', pieces: [{ name: '25-34', from: 25, to: 34 }] },
  { census: '35-49', pieces: [{ name: '35-49', from: 35, to: 49 }] },
  { census: '50-64', pieces: [{ name: '50-64', from: 50, to: 64 }] },
  { census: '65+', pieces: [{ name: '65+', from: 65, to: 90 }] },
];

export const BAND_NAMES = SPLIT_BANDS.flatMap((band) => band.pieces.map((piece) => piece.name));

/**
 * One LSOA's people by band. `census` holds the census band counts, `years` the profile by single year (index = age,
 * 90 is 90 and over). The pieces of a census band sum to it exactly. Where the profile has nobody in a census band, its
 * people are spread evenly over the single years.
 */
export function splitAges(census: Readonly<Record<string, number>>, years: readonly number[]): number[] {
  return SPLIT_BANDS.flatMap(({ census: name, pieces }) => {
    const profile = pieces.map((piece) => {
      let people = 0;
      for (let age = piece.from; age <= piece.to; age++) people += years[age] ?? 0;
      return people;
    });
    const empty = profile.every((people) => people === 0);
    const weights = empty ? pieces.map((piece) => piece.to - piece.from + 1) : profile;
    return largestRemainder(weights, census[name]);
  });
}
