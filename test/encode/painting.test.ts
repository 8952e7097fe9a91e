// The painting: one class per area, and nothing unknown in a colour.
import { describe, expect, test } from 'vitest';
import type { StepKind } from '../../src/domain/story.ts';
import { figureOf, namedFigureOf } from '../../src/encode/figure.ts';
import { colourOf, NOT_KNOWN_CLASS, paint } from '../../src/encode/painting.ts';
import { paintStep } from '../../src/encode/stepPainting.ts';
import { gridAnswer } from './gridAnswer.ts';

const NOT = Number.NaN;
const SHOWS = ['need', 'provision', 'gap', 'class', 'hotspots'] as const;

describe('every painting', () => {
  test.each(SHOWS)('of %s counts each area once: in a class or as not known', (show) => {
    const painting = paint(gridAnswer({ gap: [NOT, 3], access: [1, NOT], need: [1, 2, NOT] }), show);
    const counted = painting.classes.reduce((sum, c) => sum + c.count, 0);
    expect(counted + painting.notKnown).toBe(12);
    expect(painting.classOf).toHaveLength(12);
    for (const k of painting.classOf) expect(k === NOT_KNOWN_CLASS || k < painting.classes.length).toBe(true);
  });

  test('gives no colour to what is not known', () => {
    const painting = paint(gridAnswer({ gap: [NOT] }), 'gap');
    expect(colourOf(painting, 0)).toBeNull();
    expect(painting.notKnown).toBe(1);
    expect(colourOf(painting, 1)).toMatch(/^--gap-[1-7]$/);
  });

  test('of hot spots is all not known until there are any', () => {
    expect(paint(gridAnswer(), 'hotspots').notKnown).toBe(12);
  });
});

describe('the gap', () => {
  const answer = gridAnswer({ gap: [20, 4, 1, 0, -1, -4, -20, 0.1, -0.1, 0.2, -0.2, 0] });
  const painting = paint(answer, 'gap');

  test('runs from purple for more than need calls for to orange for short, with no gap in the middle', () => {
    expect(colourOf(painting, 0)).toBe('--gap-7');
    expect(colourOf(painting, 6)).toBe('--gap-1');
    expect(colourOf(painting, 3)).toBe('--gap-4');
  });

  test('gives opposite gaps opposite classes', () => {
    for (const [a, b] of [
      [0, 6],
      [1, 5],
      [2, 4],
    ])
      expect(painting.classOf[a] + painting.classOf[b]).toBe(6);
  });

  test('names its ends in words and its breaks with their signs', () => {
    expect(painting.legend).toMatchObject({
      low: 'more than need calls for',
      high: 'short',
      unit: 'places a year',
    });
    expect(painting.legend.ticks).toHaveLength(6);
    expect(painting.legend.ticks[0]).toMatch(/^−/);
    expect(painting.legend.ticks[5]).toMatch(/^\+/);
  });

  test('of a plan keeps the breaks of what stands today', () => {
    const planned = {
      ...gridAnswer({ gap: new Array(12).fill(0.5) }),
      before: { ...answer, authorities: [] },
    };
    expect(paint(planned, 'gap').breaks).toEqual(painting.breaks);
  });
});

describe('provision', () => {
  test('keeps none within reach apart from a little, and from not known', () => {
    const answer = gridAnswer({ access: [0, 0.01, NOT] });
    const painting = paint(answer, 'provision');
    expect(painting.classes[painting.classOf[0]].label).toBe('none within reach');
    expect(painting.classOf[1]).toBe(1);
    expect(painting.classOf[2]).toBe(NOT_KNOWN_CLASS);
    expect(figureOf(answer, painting, 0)).toBe('none within reach');
    expect(figureOf(answer, painting, 2)).toBe('not known');
  });

  test('that is known nowhere has no figure of the region, which would read as none', () => {
    const answer = gridAnswer({ access: new Array(12).fill(NOT) });
    const { headline } = answer;
    const nowhere = { ...answer, headline: { ...headline, totalPlaces: 0 } };
    expect(paint(nowhere, 'provision').legend.comparator).toBe('');
    expect(paint(gridAnswer(), 'provision').legend.comparator).toMatch(/^Region /);
  });
});

describe('a step of a story', () => {
  test('shows what its words speak of, whatever a link asks to be shown', () => {
    const answer = gridAnswer();
    for (const show of ['gap', 'need', 'class'] as const) {
      const asked = { ...answer, question: { ...answer.question, show } };
      const drawn = (kind: StepKind) => paintStep(kind, asked, null).show;
      expect(drawn('need')).toBe('need');
      expect(drawn('provision')).toBe('provision');
      expect(drawn('not known')).toBe('provision');
      for (const kind of ['gap', 'furthest', 'sure'] as const) expect(drawn(kind)).toBe('gap');
      expect(drawn('own')).toBe(show);
    }
  });
});

describe('need', () => {
  test('of one measure is painted in the measure’s own unit, with the region to compare', () => {
    const painting = paint(gridAnswer(), 'need');
    expect(painting.legend).toMatchObject({
      title: 'Violence, recorded',
      unit: 'per 1,000 residents a year',
    });
    expect(painting.legend.comparator).toBe('Region 50.0');
    expect(painting.classOf[0]).toBeLessThan(painting.classOf[11]);
  });

  test('of a measure where more means less need has its dark end at the low figures', () => {
    const answer = gridAnswer();
    const [one] = answer.measures;
    const turned = { ...answer, measures: [{ ...one, measure: { ...one.measure, direction: -1 as const } }] };
    expect(colourOf(paint(turned, 'need'), 0)).toBe(colourOf(paint(answer, 'need'), 11));
    expect(paint(turned, 'need').legend).toMatchObject({ low: 'more need', high: 'less need' });
  });
});

test('the nine classes carry letters that say what the colour says', () => {
  const painting = paint(gridAnswer(), 'class');
  expect(painting.classes.map((c) => c.letter)).toEqual([
    'LL',
    'LM',
    'LH',
    'ML',
    'MM',
    'MH',
    'HL',
    'HM',
    'HH',
  ]);
  expect(painting.classes[6]).toMatchObject({ colour: '--class-hl', label: 'high need, low provision' });
});

test('an area is told with its name, authority, figure and unit', () => {
  const answer = gridAnswer({ gap: [5.52, -3.21, 0.01] });
  const painting = paint(answer, 'gap');
  expect(namedFigureOf(answer, painting, 0)).toBe('Area 0, Westmere: +5.5 places a year short');
  expect(figureOf(answer, painting, 1)).toBe('3.2 places a year more than need calls for');
  expect(figureOf(answer, painting, 2)).toBe('as many places as need calls for');
});
