// A decision record in words: silent where nothing differs, and otherwise what moved beside what did not.
import { describe, expect, test } from 'vitest';
import { type LinkStamp, movedFigures, seenFigures } from '../../src/domain/decisionRecord.ts';
import { recordWords } from '../../src/encode/decisionRecord.ts';
import { gridAnswer } from './gridAnswer.ts';

const answer = gridAnswer();
const seen = seenFigures(answer);
const nameOf = (code: string) => `the area ${code}`;
const stampOf = (changes: Partial<LinkStamp>): LinkStamp => ({
  release: answer.release.hash,
  engine: answer.engine,
  made: '2026-11-01',
  seen,
  ...changes,
});

describe('a decision record', () => {
  test('carries the unmet share, who comes first, and what the figures were made of', () => {
    expect(seen).toMatchObject({ unmet: 0.3, first: answer.areas.code[11], gap: 5, places: 24, rate: 50 });
    expect(seen.lower).toBeNaN();
  });

  test('says nothing where release, engine and figures are those of the page, or where there is no stamp', () => {
    expect(recordWords(stampOf({}), answer, nameOf)).toBeNull();
    expect(recordWords(stampOf({ release: answer.release.id }), answer, nameOf)).toBeNull();
    expect(recordWords(stampOf({ release: null }), answer, nameOf)).toBeNull();
  });

  test('of another release with the same figures says that they are the same', () => {
    const words = recordWords(stampOf({ release: 'another' }), answer, nameOf);
    expect(words).toMatchObject({ same: true, now: '', why: [] });
    expect(words?.origin).toContain('release another');
    expect(words?.origin).toContain(answer.release.hash);
    expect(words?.origin).toContain('1 November 2026');
    expect(words?.before).toBe(`30% of places, the area ${answer.areas.code[11]} furthest short (+5.0)`);
  });

  test('says what was seen, what stands now, and which part moved', () => {
    const was = { ...seen, unmet: 0.35, places: 20, first: answer.areas.code[0] };
    const words = recordWords(stampOf({ release: 'another', engine: '0', seen: was }), answer, nameOf);
    expect(words?.same).toBe(false);
    expect(words?.before).toContain('35% of places');
    expect(words?.now).toContain('30% of places');
    const why = words?.why.join(' ') ?? '';
    expect(why).toContain('Places a year that count went from 20 to 24.');
    expect(why).toContain('Recorded rates of the need in the region are the same: 50.0.');
    expect(why).toContain('version 1 instead of 0');
  });

  test('says so too where the figures differ although release and engine are the same', () => {
    const words = recordWords(stampOf({ seen: { ...seen, unmet: 0.1 } }), answer, nameOf);
    expect(words?.origin).toContain('the same release and engine');
    expect(words?.now).not.toBe('');
  });

  test('without figures does not pretend to know whether they moved', () => {
    const words = recordWords(stampOf({ release: 'another', seen: null }), answer, nameOf);
    expect(words?.origin).toContain('not known');
    expect(words?.same).toBe(false);
  });

  test('an interval that was not there yet has not moved; rounding in the link has not either', () => {
    expect(movedFigures({ ...seen, lower: 0.2, upper: 0.4 }, seen)).toEqual([]);
    expect(movedFigures({ ...seen, unmet: 0.300001 }, seen)).toEqual([]);
    expect(movedFigures({ ...seen, unmet: Number.NaN }, seen)).toEqual(['unmet']);
    expect(movedFigures({ ...seen, first: 'E1' }, seen)).toEqual(['first']);
  });
});
