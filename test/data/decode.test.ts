// The release's tables decode strictly: whatever is out of place is named with file and line.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeAreas, decodeShares } from '../../src/data/areas.ts';
import { bandAges, coversAllAges, decodeBands } from '../../src/data/bands.ts';
import { decodeCounts, unrecordedRows } from '../../src/data/counts.ts';
import { decodeMatrix, decodeTable, matrixColumn } from '../../src/data/decode.ts';
import { OPEN_END } from '../../src/domain/ages.ts';

const CODES = ['E01000001', 'E01000002'];

describe('a matrix of figures', () => {
  test('comes row by row, blank cells as not known', () => {
    const matrix = decodeMatrix('lsoa,a,b\nE01000001,1,-2.5\nE01000002,,0.125\n', 'f.csv', CODES);
    expect(matrix.columns).toEqual(['a', 'b']);
    expect([...matrix.values]).toEqual([1, -2.5, Number.NaN, 0.125]);
    expect([...matrixColumn(matrix, 1)]).toEqual([-2.5, 0.125]);
  });

  test('gives the doubles that reading the decimal texts gives', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999_999, max: 99_999_999 }),
        fc.integer({ min: 0, max: 8 }),
        (whole, places) => {
          const text = (whole / 10 ** places).toFixed(places);
          const { values } = decodeMatrix(`lsoa,a\nE01000001,${text}\n`, 'f.csv', CODES.slice(0, 1));
          expect(values[0] + 0).toBe(Number(text) + 0);
        },
      ),
    );
  });

  const faults: [string, string, string][] = [
    ['cut short', 'lsoa,a\nE01000001,1\nE01000002,2', 'f.csv is damaged: the file is cut short.'],
    ['without a row', 'lsoa,a\nE01000001,1\n', 'f.csv is damaged: line 3 is not the one of E01000002.'],
    [
      'in another order',
      'lsoa,a\nE01000002,1\nE01000001,2\n',
      'f.csv is damaged: line 2 is not the one of E01000001.',
    ],
    [
      'with a row too many',
      'lsoa,a\nE01000001,1\nE01000002,2\nE01000003,3\n',
      'f.csv is damaged: there are more than 2 rows.',
    ],
    [
      'with a cell too few',
      'lsoa,a,b\nE01000001,1\nE01000002,2,3\n',
      'f.csv is damaged: line 2 has 1 figures, expected 2.',
    ],
    [
      'with a cell too many',
      'lsoa,a\nE01000001,1,2\nE01000002,2\n',
      'f.csv is damaged: line 2 has more than 1 figures.',
    ],
    [
      'with a word',
      'lsoa,a\nE01000001,1\nE01000002,few\n',
      'f.csv is damaged: line 3 has “few” for a, expected a number.',
    ],
    [
      'with two points',
      'lsoa,a\nE01000001,1\nE01000002,1.2.3\n',
      'f.csv is damaged: line 3 has “1.2.3” for a, expected a number.',
    ],
  ];
  test.each(faults)('%s is named', (_name, text, sentence) => {
    expect(() => decodeMatrix(text, 'f.csv', CODES)).toThrow(sentence);
  });
});

describe('a small table', () => {
  test('takes quotes as CSV has them', () => {
    expect(decodeTable('a,b\n"x, ""y""",2\n', 'f.csv').rows).toEqual([['x, "y"', '2']]);
  });

  test('names a header that is not the one expected, a short row and a quote out of place', () => {
    expect(() => decodeTable('a,c\n1,2\n', 'f.csv', ['a', 'b'])).toThrow('line 1 is “a,c”, expected a,b');
    expect(() => decodeTable('a,b\n1\n', 'f.csv')).toThrow('line 2 has 1 cells, expected 2');
    expect(() => decodeTable('a,b\n1,"2\n', 'f.csv')).toThrow('line 2 has a quote out of place');
  });
});

const AUTHORITIES = [{ code: 'E08000001', name: 'Town' }];
const HEADER = 'code,name,authority,lon,lat,km2,border\n';

describe('areas and shares', () => {
  const lsoas = decodeAreas(
    `${HEADER}E01000001,One,E08000001,-2,52,1,0\nE01000002,Two,E08000001,-2,52,1,1\n`,
    'l.csv',
    'lsoa',
    AUTHORITIES,
  );
  const wards = decodeAreas(`${HEADER}E05000001,Ward,E08000001,-2,52,2,1\n`, 'w.csv', 'ward', AUTHORITIES);
  const shares = (text: string) => decodeShares(`lsoa,ward,parts\n${text}`, 's.csv', lsoas, wards);

  test('refer to one another by row', () => {
    expect([...shares('E01000001,E05000001,10000\nE01000002,E05000001,10000\n').lsoa]).toEqual([0, 1]);
    expect([...lsoas.border]).toEqual([0, 1]);
  });

  test('an area or authority nobody knows, and parts that do not sum, are named', () => {
    expect(() =>
      decodeAreas(`${HEADER}E01000001,One,E08000009,-2,52,1,0\n`, 'l.csv', 'lsoa', AUTHORITIES),
    ).toThrow('l.csv is damaged: line 2 names the unknown authority E08000009');
    expect(() => shares('E01000001,E05000009,10000\n')).toThrow(
      's.csv is damaged: line 2 names the unknown area E05000009',
    );
    expect(() => shares('E01000001,E05000001,10000\nE01000002,E05000001,9999\n')).toThrow(
      's.csv is damaged: the parts of E01000002 sum to 9999, expected 10000',
    );
  });
});

describe('age bands', () => {
  test('are read from their names', () => {
    expect(['0-4', '10', '65+'].map(bandAges)).toEqual([
      { from: 0, to: 4 },
      { from: 10, to: 10 },
      { from: 65, to: OPEN_END },
    ]);
    expect(['', 'old', '9-5', '4-'].map(bandAges)).toEqual([null, null, null, null]);
  });

  test('cover all ages once, or the table is refused', () => {
    const ages = (...names: string[]) => coversAllAges(names.map((name) => bandAges(name)!));
    expect(ages('0-4', '5-9', '10+')).toBe(true);
    expect(ages('0-4', '6+')).toBe(false);
    expect(ages('0-4', '4+')).toBe(false);
    expect(ages('0-4', '5-9')).toBe(false);
    expect(() => decodeBands('lsoa,0-4,6+\nE01000001,1,2\nE01000002,1,2\n', 'a.csv', CODES)).toThrow(
      'a.csv is damaged: its bands do not cover all ages once',
    );
  });
});

describe('counts', () => {
  const axes = { lsoas: CODES, months: ['2025-01', '2025-02'], unrecorded: [1] };
  test('are zero where an LSOA is not known, which the list of them says', () => {
    expect([...decodeCounts('lsoa,2025-01,2025-02\nE01000001,3,0\nE01000002,,\n', 'c.csv', axes)]).toEqual([
      3, 0, 0, 0,
    ]);
  });

  test('a blank that is not listed, a figure that should be blank, and other months are named', () => {
    expect(() => decodeCounts('lsoa,2025-01,2025-02\nE01000001,3,\nE01000002,,\n', 'c.csv', axes)).toThrow(
      'line 2 is blank',
    );
    expect(() => decodeCounts('lsoa,2025-01,2025-02\nE01000001,3,0\nE01000002,0,\n', 'c.csv', axes)).toThrow(
      'line 3 is filled',
    );
    expect(() => decodeCounts('lsoa,2025-01,2025-03\nE01000001,3,0\nE01000002,,\n', 'c.csv', axes)).toThrow(
      'line 1 is “2025-01,2025-03”, expected 2025-01,2025-02',
    );
    expect(() => unrecordedRows(['E01000009'], CODES)).toThrow('it names the unknown LSOA E01000009');
  });
});
