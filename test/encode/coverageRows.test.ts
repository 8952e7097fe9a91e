// The coverage matrix in words: not known, none and a figure are three things, and a whole unknown tier is one row.
import { describe, expect, test } from 'vitest';
import { LIFE_STAGES } from '../../src/domain/ages.ts';
import type { CoverageCell, CoverageMatrix } from '../../src/domain/coverageMatrix.ts';
import { type Programme, TIERS } from '../../src/domain/intervention.ts';
import { askNextTexts, coverageRows } from '../../src/encode/coverageRows.ts';

const authorities = [
  { code: 'E08000025', name: 'Birmingham' },
  { code: 'E08000030', name: 'Walsall' },
];
const programmes: Programme[] = [
  {
    id: 'ae',
    label: 'A&E interventions',
    phrase: 'A&E interventions',
    tier: 'tertiary',
    form: 'site',
    ages: { from: 11, to: 24 },
    source: '',
  },
];

function matrixOf(change: (cell: CoverageCell) => Partial<CoverageCell>): CoverageMatrix {
  const cells = TIERS.flatMap((tier) =>
    LIFE_STAGES.flatMap((_, stage) =>
      authorities.map(({ code }): CoverageCell => {
        const cell: CoverageCell = {
          tier,
          stage,
          authority: code,
          status: 'not known',
          places: Number.NaN,
          per1000: Number.NaN,
          people: 1000,
          following: 0,
          services: 0,
          verified: 0,
          why: 'no complete list',
        };
        return { ...cell, ...change(cell) };
      }),
    ),
  );
  return {
    date: '2026-03-31',
    inventoryStatus: 'documented',
    stages: LIFE_STAGES,
    authorities,
    cells,
    records: [
      { tier: 'tertiary', authority: null, records: 5, verified: 1 },
      { tier: 'tertiary', authority: 'E08000025', records: 4, verified: 1 },
    ],
    withPeople: [],
    openLists: [],
    weakRecords: [],
  };
}

describe('the rows', () => {
  const rows = coverageRows(
    matrixOf((c) => {
      if (c.tier !== 'tertiary') return {};
      const forThem = c.stage === 2 || c.stage === 3;
      if (c.authority === 'E08000025' && forThem)
        return { status: 'part known', places: 2.5, per1000: 2.5, services: 2, why: '' };
      return { status: 'none', places: 0, per1000: 0, why: '' };
    }),
    programmes,
  );

  test('are one for a tier of which nothing is known, else one for each authority', () => {
    expect(rows.map((r) => [r.tier, r.authority])).toEqual([
      ['primary', 'all two'],
      ['secondary', 'all two'],
      ['tertiary', 'Birmingham'],
      ['tertiary', 'Walsall'],
    ]);
  });

  test('never show what is not known as a figure, nor a least figure as a whole one', () => {
    expect(rows[0].cells.map((c) => c.text)).toEqual(new Array(6).fill('not known'));
    expect(rows[2].cells[2]).toMatchObject({ text: '≥ 2.5', tone: 'figure' });
    expect(rows[2].cells[2].means).toBe('At least 2.5 places a year for 1,000 people, from two services.');
  });

  test('part none where a programme is for these ages from none where none is', () => {
    expect(rows[3].cells.map((c) => c.tone)).toEqual(['none', 'none', 'missing', 'missing', 'none', 'none']);
  });

  test('say how many records were verified, and that there are none', () => {
    expect(rows.map((r) => r.verified)).toEqual(['no records', 'no records', '1 of 4', 'no records']);
  });

  test('tell a little from nothing', () => {
    const little = coverageRows(
      matrixOf(() => ({ status: 'known', places: 0.01, per1000: 0.01, services: 1 })),
      programmes,
    );
    expect(little[0].cells[0].text).toBe('<0.1');
    const atLeast = coverageRows(
      matrixOf(() => ({ status: 'part known', places: 0.01, per1000: 0.01, services: 1 })),
      programmes,
    );
    expect(atLeast[0].cells[0].text).toBe('> 0');
  });
});

test('what to ask next names list and record, and what waits for the answer', () => {
  const asks = askNextTexts({
    ...matrixOf(() => ({})),
    openLists: [
      {
        programme: 'iris',
        label: 'IRIS',
        tier: 'secondary',
        authorities: ['E08000030'],
        areas: 20,
        people: 100,
        settlesTier: true,
      },
    ],
    weakRecords: [
      {
        id: 'x',
        place: 'Dudley',
        programme: 'ae',
        tier: 'tertiary',
        status: 'documented',
        places: Number.NaN,
        confidence: 0.8,
        lastVerified: null,
        reasons: ['places a year not known', 'never verified'],
      },
    ],
  });
  expect(asks.map((a) => `${a.text} ${a.waits}`.trim())).toEqual([
    'IRIS (secondary): is there a complete list in Walsall? 20 areas wait for it.',
    'Dudley (tertiary): places a year not known and never verified.',
  ]);
});
