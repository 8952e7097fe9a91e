// Age bands as a release names them: "0-4", "10", "65+".
import { type AgeRange, OPEN_END } from '../domain/ages.ts';

/** The ages a band's name stands for, or null where the name is none. */
export function bandAges(name: string): AgeRange | null {
  const match = /^(\d{1,3})(?:-(\d{1,3})|(\+))?$/.exec(name);
  if (!match) return null;
  const from = Number(match[1]);
  const to = match[3] ? OPEN_END : match[2] === undefined ? from : Number(match[2]);
  return from <= to ? { from, to } : null;
}

/** Whether the bands cover all ages once, in order. */
export function coversAllAges(bands: readonly AgeRange[]): boolean {
  return (
    bands.length > 0 &&
    bands[0].from === 0 &&
    bands[bands.length - 1].to === OPEN_END &&
    bands.every((band, k) => k === 0 || band.from === bands[k - 1].to + 1)
  );
}
