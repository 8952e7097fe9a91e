// The colours of the data, as the style sheet has them: apart from one another to all eyes, and clear of the borders.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { paint } from '../../src/encode/painting.ts';
import { ciede2000, contrast, difference, parseHex, type Rgb, type Vision } from './colourVision.ts';
import { gridAnswer } from './gridAnswer.ts';

const css = readFileSync(new URL('../../src/styles/map.css', import.meta.url), 'utf8');
const THEMES = ['light', 'dark'] as const;
const VISIONS: readonly Vision[] = ['full', 'protan', 'deutan', 'tritan'];

/** Every custom property that is one colour by day and one by night. */
const colours = new Map(
  [...css.matchAll(/(--[a-z]+-[a-z0-9]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((m) => [
    m[1],
    { light: parseHex(m[2]), dark: parseHex(m[3]) },
  ]),
);

function colour(name: string, theme: (typeof THEMES)[number]): Rgb {
  const both = colours.get(name);
  if (!both) throw new Error(`${name} is not in map.css`);
  return both[theme];
}

const SEQUENCES: Record<string, readonly string[]> = {
  need: ['--need-1', '--need-2', '--need-3', '--need-4', '--need-5'],
  provision: [0, 1, 2, 3, 4, 5].map((k) => `--provision-${k}`),
};
const SETS: Record<string, readonly string[]> = {
  gap: [1, 2, 3, 4, 5, 6, 7].map((k) => `--gap-${k}`),
  class: ['l', 'm', 'h'].flatMap((n) => ['l', 'm', 'h'].map((p) => `--class-${n}${p}`)),
  hotspots: [
    '--hot-core',
    '--hot-near',
    '--cold-core',
    '--cold-near',
    '--outlier-high',
    '--outlier-low',
    '--cluster-none',
  ],
};

describe('measuring colours', () => {
  test('agrees with the published CIEDE2000 test pairs', () => {
    expect(ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
    expect(ciede2000([50, -1.3802, -84.2814], [50, 0, -82.7485])).toBeCloseTo(1, 4);
    expect(ciede2000([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387])).toBeCloseTo(1.2644, 4);
    expect(ciede2000([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514])).toBeCloseTo(0.9082, 4);
  });

  test('black on white is 21 to 1', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 9);
  });

  test('red and green come together for eyes without one of two cone types, and greys stay as they are', () => {
    const [red, green]: Rgb[] = [
      [190, 90, 40],
      [120, 120, 40],
    ];
    expect(difference(red, green, 'deutan')).toBeLessThan(difference(red, green, 'full') / 2);
    for (const vision of VISIONS)
      expect(difference([120, 120, 120], [120, 120, 120], vision)).toBeCloseTo(0, 6);
  });
});

describe.each(THEMES)('in the %s theme', (theme) => {
  test.each(Object.entries({ ...SEQUENCES, ...SETS }))(
    '%s stands at 3:1 or more against the border',
    (_, names) => {
      const border = colour('--map-border', theme);
      for (const name of names) expect(contrast(colour(name, theme), border), name).toBeGreaterThanOrEqual(3);
    },
  );

  test.each(VISIONS)('neighbours in a sequence are told apart by %s eyes', (vision) => {
    for (const names of Object.values(SEQUENCES))
      names.slice(1).forEach((name, k) => {
        const apart = difference(colour(names[k], theme), colour(name, theme), vision);
        expect(apart, `${names[k]} and ${name}`).toBeGreaterThanOrEqual(6);
      });
  });

  test.each(VISIONS)('any two classes of gap, 3 × 3 and clusters are told apart by %s eyes', (vision) => {
    for (const names of Object.values(SETS))
      for (const a of names)
        for (const b of names)
          if (a < b) {
            const apart = difference(colour(a, theme), colour(b, theme), vision);
            expect(apart, `${a} and ${b}`).toBeGreaterThanOrEqual(7);
          }
  });

  test('lines of the hatch show on their ground, and the ground is no colour of a scale', () => {
    const ground = colour('--hatch-ground', theme);
    expect(contrast(colour('--hatch-line', theme), ground)).toBeGreaterThanOrEqual(2.5);
  });
});

test('every colour that a painting names is in the style sheet', () => {
  for (const show of ['need', 'provision', 'gap', 'class', 'hotspots'] as const)
    for (const c of paint(gridAnswer(), show).classes) expect(colours.has(c.colour), c.colour).toBe(true);
});
