// Plan's parts: two maps in one scale, each with its own sites, and a line from the gap today to the gap with the plan.
import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { paint } from '../../src/encode/painting.ts';
import { BeforeAfter, planPaintings, withoutPlan } from '../../src/views/plan/BeforeAfter.tsx';
import { ShortList } from '../../src/views/plan/ShortList.tsx';
import type { Page } from '../../src/views/shell/page.ts';
import { gridAnswer, gridTopology } from '../encode/gridAnswer.ts';

let host: HTMLElement;
afterEach(() => {
  render(null, host);
  host.remove();
});
function draw(what: preact.ComponentChild): HTMLElement {
  host = document.createElement('div');
  host.style.width = '900px';
  document.body.append(host);
  render(what, host);
  return host;
}

const today = gridAnswer({ gap: [6, 3, -2, 1, 0, 0, 0, 0, 0, 0, 0, 4] });
const [standing] = today.services;
const added = {
  ...standing,
  service: { ...standing.service, id: 'new', place: 'New place' },
  planned: true,
};
const planned: Answer = {
  ...gridAnswer({ gap: [1, 3, -2, -1, 0, 0, 0, 0, 0, 0, 0, 4] }),
  question: { ...today.question, plan: { name: 'Plan A', changes: [] } },
  services: [standing, added],
  headline: { ...today.headline, unmetShare: 0.1, unmetPlaces: 3 },
  before: { ...today, authorities: [] },
};

const NO_COST = { known: 0, counted: 0, unknown: 0 };

/** The page's session as far as these parts look at it. */
function pageOf(answer: Answer): Page {
  const topology = gridTopology();
  return {
    session: { hovered: signal(null), question: signal(answer.question), catalogue: signal(null) },
    outlines: () => signal(topology),
  } as unknown as Page;
}

describe('now and with the plan', () => {
  test('two maps share today’s classes, so that a colour means the same in both', () => {
    draw(
      <BeforeAfter
        page={pageOf(planned)}
        answer={planned}
        paintings={planPaintings(planned)}
        costs={NO_COST}
      />,
    );
    const [now, then] = [...host.querySelectorAll('.area-map')];
    const fill = (map: Element, row: number) =>
      map.querySelector(`[data-code="${planned.areas.code[row]}"]`)?.getAttribute('fill');
    expect(fill(now, 1)).toBe(fill(then, 1));
    expect(fill(now, 0)).not.toBe(fill(then, 0));
    expect(paint(planned, 'gap').breaks).toEqual(paint(planned, 'gap', today.areas).breaks);
  });

  test('the map of today has today’s sites, the other those of the plan, filled', () => {
    draw(
      <BeforeAfter
        page={pageOf(planned)}
        answer={planned}
        paintings={planPaintings(planned)}
        costs={NO_COST}
      />,
    );
    const sites = [...host.querySelectorAll('.area-map')].map(
      (m) => m.querySelectorAll('.map-sites > g').length,
    );
    expect(sites).toEqual([1, 2]);
    expect(host.querySelectorAll('.map-sites .planned')).toHaveLength(1);
  });

  test('both figures stand beside each other, and the places closed are their difference', () => {
    draw(
      <BeforeAfter
        page={pageOf(planned)}
        answer={planned}
        paintings={planPaintings(planned)}
        costs={{ known: 14_000, counted: 1, unknown: 0 }}
      />,
    );
    expect([...host.querySelectorAll('.plan-figure')].map((p) => p.textContent)).toEqual(['30%', '10%']);
    expect(host.textContent).toContain('£2,000 a year for each place of gap closed');
  });

  test('the interval stands beside the share it belongs to, now where there is no plan and with the plan otherwise', () => {
    const column = new Float64Array(12);
    const sure = (answer: Answer): Answer => ({
      ...answer,
      uncertainty: {
        draws: 400,
        gapMedian: column,
        gapLower: column,
        gapUpper: column,
        needLower: column,
        needUpper: column,
        rankLower: column,
        rankUpper: column,
        odds: column,
        worstTen: column,
        unmetShare: { lower: 0.06, upper: 0.14 },
        authorityGap: [],
      },
    });
    const shares = () => [...host.querySelectorAll('.plan-share')].map((s) => s.textContent);
    draw(
      <BeforeAfter
        page={pageOf(planned)}
        answer={sure(planned)}
        paintings={planPaintings(sure(planned))}
        costs={NO_COST}
      />,
    );
    expect(shares()).toEqual(['30%', '10%90% interval 6–14%']);
    render(
      <BeforeAfter
        page={pageOf(today)}
        answer={sure(today)}
        paintings={planPaintings(sure(today))}
        costs={NO_COST}
      />,
      host,
    );
    expect(shares()).toEqual(['30%90% interval 6–14%']);
  });

  test('without a plan there is one figure and a word on how to make one', () => {
    draw(
      <BeforeAfter page={pageOf(today)} answer={today} paintings={planPaintings(today)} costs={NO_COST} />,
    );
    expect(host.querySelectorAll('.plan-figure')).toHaveLength(1);
    expect(host.textContent).toContain('No plan yet');
    expect(withoutPlan(today)).toBe(today);
  });
});

describe('the areas furthest short', () => {
  test('run from today’s gap to the plan’s, with no gap where the dotted line stands', () => {
    draw(<ShortList page={pageOf(planned)} answer={planned} paintings={planPaintings(planned)} />);
    const [first] = [...host.querySelectorAll('tbody tr')];
    const at = (mark: string, place: string) =>
      Number.parseFloat(first.querySelector(mark)?.getAttribute(place) ?? '');
    expect(at('circle.before', 'cx')).toBeGreaterThan(at('.after', 'x'));
    expect(at('.after', 'x')).toBeGreaterThan(at('.zero', 'x1'));
    expect(first.querySelector('.number')?.textContent).toBe('+6.0 → +1.0');
  });

  test('draw now as a circle and the plan as a diamond, so that neither needs its colour', () => {
    draw(<ShortList page={pageOf(planned)} answer={planned} paintings={planPaintings(planned)} />);
    const rows = [...host.querySelectorAll('tbody tr')];
    for (const row of rows) {
      expect(row.querySelectorAll('circle')).toHaveLength(1);
      expect(row.querySelectorAll('.after path')).toHaveLength(1);
    }
    expect(host.textContent).toContain('Circle: now. Diamond: with the plan');
  });

  test('say so where nothing is short', () => {
    const even = gridAnswer({ gap: new Array(12).fill(-1) });
    draw(<ShortList page={pageOf(even)} answer={even} paintings={planPaintings(even)} />);
    expect(host.textContent).toContain('No area is short');
  });
});
