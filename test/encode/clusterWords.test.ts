// Hot spots, changes and withheld figures in words: what was found, how sure, and never a bare zero or a wrong blank.
import { describe, expect, test } from 'vitest';
import type { Answer, ClusterRole, Hotspots } from '../../src/domain/answer.ts';
import { areaTable } from '../../src/encode/areaTable.ts';
import { changeText, percentChange } from '../../src/encode/changeWords.ts';
import { pText, roleFigure } from '../../src/encode/clusterRoles.ts';
import { figureOf } from '../../src/encode/figure.ts';
import { hotspotHeadline } from '../../src/encode/hotspotHeadline.ts';
import { hotspotText } from '../../src/encode/hotspotText.ts';
import { NOT_KNOWN_CLASS, paint } from '../../src/encode/painting.ts';
import { ranking } from '../../src/encode/ranking.ts';
import { sentenceText } from '../../src/encode/sentence.ts';
import { gridAnswer } from './gridAnswer.ts';

const N = 12;
const column = (...values: number[]) => Float64Array.from({ length: N }, (_, i) => values[i] ?? (i % 3) / 10);

function clustered(changes: Partial<Hotspots['found']> = {}): Answer {
  const role: ClusterRole[] = Array.from({ length: N }, () => 'none');
  role[0] = 'core high';
  role[1] = 'neighbour high';
  role[2] = 'island';
  role[3] = 'not known';
  const hotspots: Hotspots = {
    statistic: 'gi-star',
    of: 'the need, as the logarithm of its ratio to the region',
    level: 0.05,
    role,
    value: column(4.21, 2.5, Number.NaN, Number.NaN),
    p: column(0.0002, 0.02, Number.NaN, Number.NaN),
    pAdjusted: column(0.003, 0.08, Number.NaN, Number.NaN),
    permutations: 9999,
    global: { moran: 0.3, p: 0.001, permutations: 999 },
    found: {
      coresHigh: 1,
      neighboursHigh: 1,
      coresLow: 0,
      neighboursLow: 0,
      outliers: 0,
      islands: 1,
      notKnown: 1,
      tested: 10,
      clustersHigh: [[0, 1]],
      ...changes,
    },
  };
  const answer = gridAnswer();
  return { ...answer, question: { ...answer.question, show: 'hotspots' }, hotspots };
}

describe('hot spots', () => {
  test('have a headline of how many, where, and how sure', () => {
    const { figure, rest } = hotspotHeadline(clustered());
    expect(figure + rest).toBe(
      'One notable cluster where the need is high: 1 core ward and 1 neighbour, around Area 0 in Westmere (false-discovery rate 5%, 9,999 permutations, seed 1).',
    );
  });

  test('of one measure are named by it, headline, map and table alike, whatever marks its name holds', () => {
    const { hotspots, ...asked } = clustered();
    const [violence] = asked.measures;
    const measure = { ...violence.measure, id: 'own-1', label: 'Fights, own', phrase: 'fights, own' };
    const answer: Answer = {
      ...asked,
      question: { ...asked.question, hotspots: { ...asked.question.hotspots, of: 'own-1' } },
      hotspots: hotspots && { ...hotspots, tested: { ...violence, measure, weight: 0 } },
    };
    expect(hotspotHeadline(answer).rest).toContain('where fights, own is high');
    expect(hotspotText(answer).finding).toContain('where fights, own is high');
    expect(paint(answer, 'hotspots').legend.title).toBe('Notable clusters of fights, own');
    expect(areaTable(answer).find((c) => c.id === 'own-1')?.values).toEqual(violence.value);
    // While they are looked for, the map claims nothing of the need.
    expect(paint({ ...answer, hotspots: null }, 'hotspots').legend.title).toBe('Notable clusters');
  });

  test('where none is found say so, with how many were tested', () => {
    const { figure, rest } = hotspotHeadline(clustered({ coresHigh: 0, clustersHigh: [] }));
    expect(figure + rest).toMatch(/^No notable cluster where the need is high, among 10 wards tested/);
  });

  test('ask where need clusters, and leave provision out of the sentence', () => {
    expect(sentenceText(clustered().question, { measures: [], programmes: [] })).toBe(
      'Where does need for all violence per 1,000 residents cluster, April 2025 – March 2026?',
    );
  });

  test('hatch islands and unknown areas, and tell them apart in words', () => {
    const answer = clustered();
    const painting = paint(answer, 'hotspots');
    expect([...painting.classOf.slice(2, 4)]).toEqual([NOT_KNOWN_CLASS, NOT_KNOWN_CLASS]);
    expect(painting.legend.hatched).toBe('not known, or touching no other area');
    expect(roleFigure(answer, 0)).toBe('high cluster, core: Gi* +4.21, p 0.0002, adjusted 0.003');
    expect(figureOf(answer, painting, 2)).toContain('touches no other area');
    expect(figureOf(answer, painting, 3)).toBe('not known');
    expect(painting.classes[painting.classOf[1]].letter).toBe('h');
  });

  test('are ranked by the statistic, with both p at hand', () => {
    const rank = ranking(clustered());
    expect([...rank.order.slice(0, 2)]).toEqual([0, 1]);
    expect(rank.rank[2]).toBeNaN();
    expect(rank.tests?.pAdjusted[0]).toBe(0.003);
  });

  test('never show a p of 0', () => {
    expect(pText(0.00001)).toBe('<0.0001');
    expect(pText(0.0002)).toBe('0.0002');
    expect(pText(0.62)).toBe('0.62');
  });
});

describe('a change between years', () => {
  const counts = { earlier: 100, later: 112, ratio: 1.12, lower: 0.95, upper: 1.3 };
  test('is per cent with its interval, and may be chance where the interval holds none', () => {
    expect(changeText(counts)).toBe('+12% (95% interval −5% to +30%); it may be chance; 100 → 112');
    expect(changeText({ ...counts, lower: 1.02 })).not.toContain('chance');
  });

  test('from nothing to nothing cannot be calculated, and unknown stays unknown', () => {
    expect(
      changeText({ earlier: 0, later: 0, ratio: Number.NaN, lower: Number.NaN, upper: Number.NaN }),
    ).toBe('0 → 0: no change can be calculated');
    expect(changeText({ ...counts, earlier: Number.NaN })).toBe('not known');
    expect(percentChange(Number.POSITIVE_INFINITY)).toBe('from none');
  });
});

test('a withheld figure is told apart from one that is not known', () => {
  const answer = gridAnswer({ gap: [Number.NaN, Number.NaN] });
  const [measure] = answer.measures;
  const suppressed = Uint8Array.from({ length: N }, (_, i) => (i === 0 ? 1 : 0));
  const own = { ...answer, measures: [{ ...measure, suppressed }] };
  const painting = paint(own, 'gap');
  expect(figureOf(own, painting, 0)).toBe('suppressed');
  expect(figureOf(own, painting, 1)).toBe('not known');
  expect(painting.legend.hatched).toBe('suppressed 1, not known 1; together');
});
