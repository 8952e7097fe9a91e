// Which ranks move: hand-made regions where one choice turns the order over, and where none does.
import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/engine/analyse.ts';
import { otherChoices, sensitivityNeeds } from '../../src/engine/otherChoices.ts';
import { sensitivity } from '../../src/engine/sensitivity.ts';
import { MEASURES, monthlyCounts, tinyQuestion, tinyRegion } from './tinyRegion.ts';

const wide = tinyRegion();

describe('the other choices', () => {
  test('are each one change away, and never the reader’s own', () => {
    const question = tinyQuestion({
      need: [
        { measure: 'violence', weight: 1 },
        { measure: 'deprivation', weight: 1 },
      ],
    });
    const choices = otherChoices(MEASURES, question);
    const kinds = new Set(choices.map((c) => c.choice));
    expect([...kinds]).toEqual([
      'denominator',
      'deprivation',
      'smoothing',
      'catchment',
      'decay',
      'standardisation',
      'aggregation',
    ]);
    expect(new Set(choices.map((c) => c.id)).size).toBe(choices.length);
    for (const c of choices) expect(c.question).not.toEqual(question);
    const swapped = choices.find((c) => c.choice === 'deprivation');
    expect(swapped?.question.need.map((n) => n.measure)).toEqual(['violence', 'imd']);
    expect(swapped?.label).toBe('deprivation with its crime domain');
  });

  test('the other way to read deprivation needs its own column loaded', () => {
    const imd = tinyQuestion({ need: [{ measure: 'imd', weight: 1 }] });
    expect(sensitivityNeeds(MEASURES, imd).columns).toEqual(['imd_without_crime']);
    expect(otherChoices(MEASURES, imd).find((c) => c.choice === 'deprivation')?.label).toBe(
      'deprivation without its crime domain',
    );
    const both = tinyQuestion({
      need: [
        { measure: 'imd', weight: 1 },
        { measure: 'deprivation', weight: 1 },
      ],
    });
    expect(otherChoices(MEASURES, both).map((c) => c.choice)).not.toContain('deprivation');
  });

  test('each label says what would be chosen instead', () => {
    expect(otherChoices(MEASURES, tinyQuestion()).map((c) => c.label)).toEqual([
      'per person of the ages asked for',
      'per km²',
      'rates as counted, not smoothed',
      'reach of 12 km',
      'reach of 18.8 km',
      'step decay with distance',
      'exponential decay with distance',
    ]);
    const raw = otherChoices(MEASURES, tinyQuestion({ smoothed: false, per: 'km2' }));
    expect(raw.slice(0, 3).map((c) => c.label)).toEqual([
      'per resident',
      'per person of the ages asked for',
      'rates smoothed',
    ]);
  });

  test('z-scores have no geometric mean, so neither is offered beside the other', () => {
    const two = [
      { measure: 'violence', weight: 1 },
      { measure: 'income', weight: 1 },
    ];
    const ids = (changes: object) =>
      otherChoices(MEASURES, tinyQuestion({ need: two, ...changes })).map((c) => c.id);
    expect(ids({ standardise: 'z' })).not.toContain('aggregation geometric');
    expect(ids({ standardise: 'z' })).toContain('standardisation percentile');
    expect(ids({ aggregate: 'geometric' })).not.toContain('standardisation z');
    expect(ids({ aggregate: 'geometric' })).toContain('aggregation arithmetic');
  });

  test('leave out what changes nothing: no denominator for a score, no scale for a single measure', () => {
    const kinds = otherChoices(MEASURES, tinyQuestion({ need: [{ measure: 'income', weight: 1 }] })).map(
      (c) => c.choice,
    );
    expect(new Set(kinds)).toEqual(new Set(['catchment', 'decay']));
  });
});

describe('sensitivity', () => {
  test('a region that turns over per km² is fragile, and the sentence names both areas', () => {
    // Violence grows eastwards per person; with the ground of the last ward a hundred times as large, per km² it does not.
    const { wards, lsoas } = wide;
    const stretched = tinyRegion({
      lsoas: { ...lsoas, km2: lsoas.km2.map((k, i) => (i >= 10 ? 100 * k : k)) },
      wards: { ...wards, km2: wards.km2.map((k, i) => (i === 5 ? 100 * k : k)) },
    });
    const result = sensitivity(stretched, tinyQuestion(), { lower: 0, upper: 1 });
    expect(result.ranked).toBe('gap');
    expect(result.topArea?.name).toBe('Ward 6');
    const perKm = result.alternatives.find((a) => a.id === 'denominator km2');
    expect(perKm).toMatchObject({ flips: true, topArea: { name: 'Ward 5' } });
    expect(perKm?.why).toBe('Ward 5 comes first instead of Ward 6');
    expect(result.fragile).toBe(true);
  });

  test('an unmet share outside its interval flips, inside it does not', () => {
    const question = tinyQuestion();
    const { unmetShare } = analyse(wide, question).answer.headline;
    const wideOpen = sensitivity(wide, question, { lower: 0, upper: 1 });
    const tight = sensitivity(wide, question, { lower: unmetShare - 1e-9, upper: unmetShare + 1e-9 });
    expect(wideOpen.alternatives.filter((a) => /unmet share/.test(a.why))).toEqual([]);
    expect(tight.alternatives.some((a) => /unmet share leaves its interval/.test(a.why))).toBe(true);
  });

  test('where provision is not known the need is ranked, and reach is no choice', () => {
    const result = sensitivity(wide, tinyQuestion({ programmes: ['gang-exit'] }), null);
    expect(result.ranked).toBe('need');
    expect(result.alternatives.map((a) => a.choice)).not.toContain('catchment');
    expect(result.unmetShare).toBeNaN();
    expect(result.areas).toBe(6);
  });

  test('moved areas changed by more than the threshold or crossed the tenth place', () => {
    const question = tinyQuestion({ level: 'lsoa', smoothed: false });
    // Alternate estates are busy: per km² of very different size the order is another one altogether.
    const region = tinyRegion({
      counts: new Map([
        ['Violence', monthlyCounts((i) => (i * 7) % 12)],
        ['Robbery', monthlyCounts(() => 1)],
      ]),
      lsoas: { ...wide.lsoas, km2: wide.lsoas.km2.map((_, i) => 1 + ((i * 5) % 12) * 3) },
    });
    const result = sensitivity(region, question, null);
    const all = result.alternatives.flatMap((a) => a.moved);
    expect(all.length).toBeGreaterThan(0);
    for (const m of all) {
      const crossed = m.from <= 10 !== m.to <= 10;
      expect(Math.abs(m.from - m.to) > result.threshold || crossed).toBe(true);
      expect(m.topTen !== '').toBe(crossed);
    }
    for (const r of result.moving) expect(r.best <= r.rank && r.rank <= r.worst).toBe(true);
  });
});
