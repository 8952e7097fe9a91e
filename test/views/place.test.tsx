// The parts of a profile: figures that are the answer's own, unknown parts that say so, and drawings that agree with their words.
import { type ComponentChild, render } from 'preact';
import { afterEach, describe, expect, test } from 'vitest';
import type { Dataset } from '../../src/domain/dataset.ts';
import type { Service } from '../../src/domain/intervention.ts';
import type { ServiceHere } from '../../src/domain/placeProfile.ts';
import type { Question } from '../../src/domain/question.ts';
import { decimals, signed } from '../../src/encode/numbers.ts';
import { analyse } from '../../src/engine/analyse.ts';
import { placeProfile } from '../../src/engine/placeProfile.ts';
import { wholeAnswer } from '../../src/engine/wholeAnswer.ts';
import { GroupLine } from '../../src/views/map/SelectionCard.tsx';
import { AreasHere, rankedRows } from '../../src/views/place/AreasHere.tsx';
import { ControlChart } from '../../src/views/place/ControlChart.tsx';
import { GapCascade } from '../../src/views/place/GapCascade.tsx';
import { KeyFigures } from '../../src/views/place/KeyFigures.tsx';
import { besides } from '../../src/views/place/PlaceHead.tsx';
import { ProvisionHere, tierWord } from '../../src/views/place/ProvisionHere.tsx';
import { alongScale } from '../../src/views/place/RatioBar.tsx';
import { SimilarPlaces } from '../../src/views/place/SimilarPlaces.tsx';
import { ViolenceTable } from '../../src/views/place/ViolenceTable.tsx';
import { inventory, service, tinyQuestion, tinyRegion } from '../engine/tinyRegion.ts';

let host: HTMLElement | undefined;
afterEach(() => {
  if (host) render(null, host);
  host?.remove();
});

function draw(what: ComponentChild): HTMLElement {
  host = document.createElement('div');
  document.body.append(host);
  render(what, host);
  return host;
}

const serviceHere = (s: Service): ServiceHere => ({
  ...s,
  own: false,
  placesHere: 1,
  places: 2,
  leftOut: '',
});

function here(code: string, question: Question = tinyQuestion(), dataset: Dataset = tinyRegion()) {
  const { answer } = analyse(dataset, question);
  const profile = placeProfile(dataset, question, [code]);
  return { answer, profile, row: answer.areas.code.indexOf(code) };
}

const region = tinyRegion();
const WARD = region.wards.code[4];
const AUTHORITY = 'E08000002';

describe('the key figures', () => {
  test('of a ward are those of its row: gap, places and rank, beside its authority and region by name', () => {
    const { answer, profile, row } = here(WARD);
    const text = draw(<KeyFigures profile={profile} answer={answer} row={row} />).textContent ?? '';
    expect(text).toContain(signed(answer.areas.gap[row], 1));
    expect(text).toContain(`${decimals(answer.areas.rank[row], 0)}rank by gap of 6 wards`);
    expect(text).toContain('Eastshire');
    expect(text).toContain('region');
    expect(text).toContain('interval being computed');
  });

  test('of an authority say when its interval leaves the direction open, and give nothing the colour of something', () => {
    const { profile } = here(AUTHORITY);
    const whole = wholeAnswer(tinyRegion(), tinyQuestion(), 20);
    const { uncertainty } = whole;
    if (!uncertainty) throw new Error('The draws were not made.');
    const drawn = (gap: number, lower: number, upper: number) => {
      const authorityGap = uncertainty.authorityGap.map(() => ({ lower, upper }));
      const answer = { ...whole, uncertainty: { ...uncertainty, authorityGap } };
      const told = { ...profile, gap: { ...profile.gap, gap } };
      const root = draw(<KeyFigures profile={told} answer={answer} row={-1} />);
      const cell = [...root.querySelectorAll('.figure-cell')].find((f) => f.textContent?.includes('gap:'));
      const said = { text: cell?.textContent ?? '', tone: cell?.getAttribute('data-tone') ?? null };
      render(null, root);
      return said;
    };
    expect(drawn(7.3, -6.7, 12).text).toContain('direction uncertain');
    expect(drawn(7.3, 1, 12).text).not.toContain('direction');
    expect(drawn(7.3, 1, 12).tone).toBe('short');
    expect(drawn(-0.04, -1, 1)).toMatchObject({ tone: null });
    expect(drawn(-0.04, -1, 1).text).toContain('as many places a year as need calls for');
  });

  test('without known provision state no gap and no zero', () => {
    const { answer, profile, row } = here(WARD, tinyQuestion({ tier: 'primary', programmes: [] }));
    const root = draw(<KeyFigures profile={profile} answer={answer} row={row} />);
    const figures = [...root.querySelectorAll('.figure-cell')].map((f) => f.textContent ?? '');
    const gap = figures.find((f) => f.includes('gap')) ?? '';
    expect(gap).toMatch(/^not known/);
    expect(figures.join()).not.toMatch(/none within reach/);
    expect(figures.some((f) => f.includes('rank by gap'))).toBe(false);
  });
});

describe('provision by tier', () => {
  test('calls an open list not known, and an empty complete one none within reach', () => {
    const far = tinyRegion({
      inventories: { documented: inventory([service({ lon: 10, lat: 40 })], ['ae', 'gang-exit']) },
    });
    const { profile } = here(WARD, tinyQuestion(), far);
    const root = draw(<ProvisionHere profile={profile} />);
    const words = [...root.querySelectorAll('.tier-word')].map((w) => w.textContent);
    expect(words).toEqual(['not known', 'not known', 'none within reach']);
    expect(tierWord(profile.tiers[0])).toBe('not known');
  });
});

describe('a list that is shortened', () => {
  const sites = Array.from({ length: 9 }, (_, k) =>
    service({ id: `s${k}`, place: `Site ${k}`, lon: -1.9 + k / 1e4, lat: 52.5 }),
  );
  const many = tinyRegion({ inventories: { documented: inventory(sites, ['ae', 'gang-exit']) } });

  test('says how many of how many are shown beside it, on screen and on paper', () => {
    const { profile } = here(AUTHORITY, tinyQuestion(), many);
    const tier = { ...profile.tiers[2], services: many.inventories.documented.services.map(serviceHere) };
    const root = draw(<ProvisionHere profile={{ ...profile, tiers: [tier] }} />);
    const said = (where: string) => root.querySelector(`h3 .${where}`)?.textContent;
    expect(said('on-screen')).toBe('5 of 9 services shown');
    expect(said('on-paper')).toBe('3 of 9 services shown');
    expect(root.querySelectorAll('.tier-services li:not(.on-screen)')).toHaveLength(3);
  });

  test('of recorded types counts the rows an authority’s sheet has room for', () => {
    const { profile } = here(AUTHORITY);
    const rows = [
      ...profile.violence,
      { ...profile.violence[0], id: 'burglary', label: 'Burglary', inNeed: false },
    ];
    const root = draw(<ViolenceTable profile={{ ...profile, violence: rows }} />);
    const shown = root.querySelectorAll('tbody tr:not(.on-screen)').length;
    expect(root.querySelector('h2 .on-paper')?.textContent?.trim()).toBe(
      `${shown} of ${rows.length} rows shown`,
    );
    expect(shown).toBeLessThan(rows.length);
  });
});

describe('a tier of which some lists are open', () => {
  test('has a least figure, and never “none within reach”', () => {
    const { profile } = here(WARD);
    const open = { ...profile.tiers[2], status: 'part known' as const };
    expect(tierWord({ ...open, places: 3 })).toBe('≥ 3.0 places');
    expect(tierWord({ ...open, places: 0 })).toBe('none on the complete lists');
  });
});

describe('the cascade', () => {
  test('draws each step as long as the services left', () => {
    const { profile } = here(WARD);
    const root = draw(<GapCascade profile={profile} what="A&E interventions" />);
    const most = Math.max(...profile.gap.cascade.map((s) => s.services));
    const widths = [...root.querySelectorAll('.fill')].map((f) => Number(f.getAttribute('width')));
    expect(widths).toEqual(profile.gap.cascade.map((s) => (100 * s.services) / most));
  });

  test('says that no record is rated only where none is', () => {
    const { profile } = here(WARD);
    const none = { ...profile, gap: { ...profile.gap, rated: 0 } };
    const some = { ...profile, gap: { ...profile.gap, rated: 1 } };
    const said = 'No record of A&E interventions anywhere has a rating';
    const root = draw(<GapCascade profile={none} what="A&E interventions" />);
    expect(root.textContent).toContain(said);
    render(<GapCascade profile={some} what="A&E interventions" />, root);
    expect(root.textContent).not.toContain(said);
  });
});

describe('recorded types', () => {
  test('have a row each with count, rate, authority and region in words of the table', () => {
    const { profile } = here(WARD);
    const root = draw(<ViolenceTable profile={profile} />);
    const rows = [...root.querySelectorAll('tbody tr')];
    expect(rows.map((r) => r.querySelector('th')?.textContent)).toEqual(profile.violence.map((v) => v.label));
    const heads = [...root.querySelectorAll('thead th')].map((h) => h.textContent);
    expect(heads).toContain('Eastshire');
    expect(heads).toContain('Region');
    expect(rows[0].querySelector('.against .hidden')?.textContent).toMatch(/higher|lower|similar/);
  });

  test('stand on one doubling scale: the region in the middle, beyond four times at the end', () => {
    expect(alongScale(5, 5)).toBe(60);
    expect(alongScale(10, 5) - alongScale(5, 5)).toBeCloseTo(alongScale(5, 5) - alongScale(2.5, 5), 9);
    expect(alongScale(500, 5)).toBe(alongScale(20, 5));
    expect(alongScale(0, 5)).toBe(alongScale(1.25, 5));
  });
});

describe('the control chart', () => {
  test('leaves partial months open, and rings a month outside the limits', () => {
    const { profile } = here(WARD);
    const series = profile.series[profile.series.length - 1];
    const partial = profile.months.filter((m) => m.status === 'partial').length;
    const values = series.values.slice();
    const mark = profile.months.map((_, i) => (i === 3 ? (['outside limits'] as const) : []));
    const limits = { calculated: true as const, mean: 10, lower: 5, upper: 15, signals: mark };
    const root = draw(<ControlChart series={{ ...series, values, limits }} months={profile.months} />);
    expect(root.querySelectorAll('.withheld')).toHaveLength(partial);
    expect(root.querySelectorAll('.outside')).toHaveLength(1);
    expect(root.querySelector('svg')?.getAttribute('aria-label')).toContain('Outside the limits');
  });
});

describe('the areas of an authority', () => {
  test('are all of them, furthest short first, each a link to its own profile', () => {
    const { answer, profile } = here(AUTHORITY);
    const rows = rankedRows(answer, profile.codes);
    const gaps = rows.map((i) => answer.areas.gap[i]);
    expect(gaps).toEqual([...gaps].sort((a, b) => b - a));
    const root = draw(<AreasHere profile={profile} answer={answer} />);
    const links = [...root.querySelectorAll('li a')];
    expect(links.map((a) => a.textContent)).toEqual(rows.map((i) => answer.areas.name[i]));
    expect(links[0].getAttribute('href')).toContain(`select=${answer.areas.code[rows[0]]}`);
    expect(links[0].getAttribute('href')).toMatch(/^#\/place\?/);
  });
});

describe('several that are chosen together', () => {
  test('are counted and named on the card, and one link carries them all', () => {
    const { answer } = here(WARD);
    const codes = region.wards.code.slice(0, 3);
    const root = draw(<GroupLine answer={answer} codes={codes} />);
    expect(root.querySelector('h2')?.textContent).toBe('3 wards chosen');
    expect(root.textContent).toContain('Ward 1, Ward 2 and Ward 3.');
    const link = root.querySelector('a')?.getAttribute('href') ?? '';
    expect(decodeURIComponent(link)).toContain(`select=${codes.join()}`);
    expect(link).toMatch(/^#\/place\?/);
    render(<GroupLine answer={answer} codes={[codes[0], AUTHORITY]} />, root);
    expect(root.querySelector('h2')?.textContent).toBe('2 places chosen');
    expect(root.textContent).toContain('Ward 1 and Eastshire.');
  });
});

describe('similar places', () => {
  test('are linked, with how they were measured; a group has none', () => {
    const { profile, answer } = here(WARD);
    const root = draw(<SimilarPlaces profile={profile} answer={answer} />);
    expect(root.querySelectorAll('tbody a')).toHaveLength(profile.similar.areas.length);
    expect(root.textContent).toContain(profile.similar.basis);
    render(null, root);
    const group = placeProfile(region, tinyQuestion(), [region.wards.code[0], region.wards.code[4]]);
    render(<SimilarPlaces profile={group} answer={answer} />, root);
    expect(root.textContent).toBe('');
  });
});

describe('the places beside', () => {
  test('follow the list of the Map, and end where it ends', () => {
    const { answer, profile } = here(WARD);
    const order = rankedRows(answer, answer.areas.code);
    const last = answer.areas.code[order[order.length - 1]];
    const first = answer.areas.code[order[0]];
    expect(besides(answer, profile, [first]).before).toBeNull();
    expect(besides(answer, profile, [first]).after?.code).toBe(answer.areas.code[order[1]]);
    expect(besides(answer, profile, [last]).after).toBeNull();
    expect(besides(answer, profile, [first, last])).toEqual({ before: null, after: null });
  });
});

describe('where no gap can be told', () => {
  const begun = tinyRegion({
    inventories: { documented: inventory([service({ lon: -2, start: '2019-10', end: '2030-01' })]) },
  });
  const early = tinyQuestion({ date: '1066-10-14' });

  test('a ward’s figures give the reason in place of gap, rank and odds', () => {
    const { answer, profile, row } = here(WARD, early, begun);
    const text = draw(<KeyFigures profile={profile} answer={answer} row={row} />).textContent ?? '';
    expect(text).toContain('not begunno gap can be told: no places to share by need');
    expect(text).toContain('aged 11–24: not begun');
    expect(text).not.toMatch(/rank by gap|beyond what need calls for|need calls for|of draws|within reach/);
  });

  test('an authority’s areas have no rank, no figure and no odds, and similar ones no gap', () => {
    const { answer, profile } = here(AUTHORITY, early, begun);
    const list = draw(<AreasHere profile={profile} answer={answer} />);
    expect(list.querySelector('h2')?.textContent).toContain('no gap can be told: no places to share by need');
    const rows = [...list.querySelectorAll('li')];
    expect(rows).toHaveLength(profile.codes.length);
    for (const row of rows) expect(row.textContent).toMatch(/^–.*not begun$/);
    expect(list.textContent).not.toMatch(/0\.0|%|rank among|provision reaches/);
    render(null, list);
    render(<KeyFigures profile={profile} answer={answer} row={-1} />, list);
    expect(list.textContent).toContain('no gapcan be told: no places to share by need');
    render(null, list);
    render(<SimilarPlaces profile={profile} answer={answer} />, list);
    expect([...list.querySelectorAll('th[scope=col]')].map((h) => h.textContent).join()).not.toContain('Gap');
  });
});
