// The page around an answer: sentence, navigation, controls, list and card, all of one question.
import { afterEach, describe, expect, test } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import '../../src/styles/tokens.css';
import '../../src/styles/base.css';
import '../../src/styles/shell.css';
import '../../src/styles/controls.css';
import '../../src/styles/list.css';
import '../../src/styles/map.css';
import '../../src/styles/charts.css';
import { areaTable, type TableColumn } from '../../src/encode/areaTable.ts';
import { ranking } from '../../src/encode/ranking.ts';
import { firstOrder, headsOf, sortedRows } from '../../src/views/map/AreaTable.tsx';
import { findAreas } from '../../src/views/map/FindArea.tsx';
import { gridAnswer } from '../encode/gridAnswer.ts';
import { type GridPage, type GridPageWishes, gridCatalogue, showGridPage } from './gridPage.tsx';

let shown: GridPage;
afterEach(() => shown?.remove());

async function show(wishes: GridPageWishes = {}, width = 1440, height = 900): Promise<GridPage> {
  await browser.viewport(width, height);
  shown = showGridPage(wishes);
  // Each part of the screen has a turn of its own: nothing stands in for another, and what comes last, the card, is there.
  const arrived = () =>
    all('.failure').length > 0 ||
    (all('main p.later, .map-pane.waiting').length === 0 && all('.detail .card').length > 0);
  await expect.poll(arrived, { timeout: 8000 }).toBe(true);
  return shown;
}
const all = (selector: string) => [...shown.host.querySelectorAll<HTMLElement>(selector)];
const one = (selector: string) => {
  const [found] = all(selector);
  if (!found) throw new Error(`nothing on the page is ${selector}`);
  return found;
};
const named = (selector: string, text: string) => {
  const found = all(selector).find((e) => e.textContent?.includes(text));
  if (!found) throw new Error(`no ${selector} says ${text}`);
  return found;
};
const rows = () => all('[role="option"].area-row').map((r) => r.dataset.code);

describe('the head', () => {
  test('the first navigation holds the screens, and marks the one shown', async () => {
    await show();
    const links = [...document.querySelectorAll('nav')[0].querySelectorAll('a')];
    expect(links[0].textContent).toBe('Map');
    expect(links[0].getAttribute('aria-current')).toBe('page');
    expect(links.at(-1)?.textContent).toBe('Data & method');
  });

  test('the title of the page is the sentence', async () => {
    await show();
    await expect.poll(() => document.title).toBe(one('h1').textContent);
    expect(document.title).toMatch(/^Where does need for all violence per 1,000 residents outstrip/);
  });
});

describe('a word of the sentence', () => {
  test('opens its choices, and choosing one changes the question in one decision', async () => {
    const { history, asked } = await show();
    await userEvent.click(named('button.word', '1,000 residents'));
    await userEvent.click(named('.popover [role="option"]', 'per km²'));
    expect(asked.at(-1)?.per).toBe('km2');
    expect(history).toHaveLength(2);
    await expect.poll(() => document.title).toContain('per km² outstrip');
  });

  test('is chosen by keys alone, and the focus comes back to it', async () => {
    const { asked } = await show();
    const word = named('button.word', '1,000 residents');
    word.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('listbox');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(asked.at(-1)?.per).toBe('ages');
    expect(document.activeElement).toBe(named('button.word', '1,000 people aged 11–24'));
  });

  test('Back undoes it', async () => {
    const { back, page } = await show();
    await userEvent.click(named('button.word', 'ages 11–24'));
    await userEvent.click(named('.popover [role="option"]', 'ages 65 and over'));
    expect(page.session.question.value.ages.from).toBe(65);
    back();
    expect(page.session.question.value.ages.from).toBe(11);
  });
});

describe('the list', () => {
  test('ranks the areas by gap, with every figure in words', async () => {
    await show({ areas: { columns: 2, rows: 2, gap: [1, 4, Number.NaN, 2] } });
    expect(rows()).toEqual(['E05000001', 'E05000003', 'E05000000', 'E05000002']);
    expect(all('.area-row')[0].getAttribute('aria-label')).toBe('Area 1, Eastmere: +4.0 places a year short');
    expect(all('.area-row')[3].getAttribute('aria-label')).toBe('Area 2, Westmere: not known');
  });

  test('is walked by arrows, which share their highlight, and Enter selects', async () => {
    const { page } = await show();
    one('.list-scroll').focus();
    const [first, second] = rows();
    await expect.poll(() => page.session.hovered.value).toBe(first);
    await userEvent.keyboard('{ArrowDown}');
    expect(page.session.hovered.value).toBe(second);
    await userEvent.keyboard('{Enter}');
    expect(page.session.question.value.selected).toEqual([second]);
    await expect.poll(() => all('.card h2')[0]?.textContent).toContain('Area 10');
  });

  test('reaches the last of very many areas with one key, though only those in sight are drawn', async () => {
    const { page } = await show({ areas: { columns: 40, rows: 40 } });
    expect(all('.area-row').length).toBeLessThan(120);
    one('.list-scroll').focus();
    await userEvent.keyboard('{End}');
    await expect.poll(() => rows()).toContain('E05000000');
    expect(page.session.hovered.value).toBe('E05000000');
  });

  test('a selection keeps the figures and asks the engine nothing', async () => {
    const { asked } = await show();
    await userEvent.click(all('.area-row')[2]);
    expect(asked).toHaveLength(1);
    expect(one('.area-row[aria-selected="true"]').dataset.code).toBe(rows()[2]);
  });
});

describe('the controls', () => {
  test('a slider dragged is one decision, and the last one cannot be drawn to nothing', async () => {
    const { history, page } = await show();
    const slider = named('.slider', 'Within').querySelector('input') as HTMLInputElement;
    for (const value of ['14', '13', '12']) {
      slider.value = value;
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    }
    expect(page.session.question.value.reach.catchment).toBe(12_000);
    expect(history).toHaveLength(2);
    const violence = named('.slider', 'Violence').querySelector('input') as HTMLInputElement;
    violence.value = '0';
    violence.dispatchEvent(new Event('input', { bubbles: true }));
    expect(page.session.question.value.need).toEqual([{ measure: 'violence', weight: 1 }]);
  });

  test('what is shown is one of four, by native radio buttons', async () => {
    const { asked, page } = await show();
    await userEvent.click(named('.segments label', 'Provision'));
    expect(page.session.question.value.show).toBe('provision');
    expect(asked).toHaveLength(1);
    expect(one('#list-title').textContent).toContain('Wards by provision');
  });

  test('stand in a sheet where there is no room for a column', async () => {
    await show({}, 390, 844);
    expect(all('.segments')).toHaveLength(0);
    await userEvent.click(named('button', 'Change'));
    await expect.poll(() => all('dialog[open] .segments').length).toBe(2);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => all('dialog.side').length).toBe(0);
  });
});

describe('the table', () => {
  test('is named by the question, and sorts by a heading, with what is not known last', async () => {
    await show({ areas: { columns: 2, rows: 2, gap: [1, 4, Number.NaN, 2] } });
    await userEvent.click(named('.list-head button', 'table'));
    await expect.poll(() => all('table caption')[0]?.textContent).toBe(document.title);
    const codes = () => all('table tbody tr').map((r) => r.dataset.code);
    expect(codes()).toEqual(['E05000001', 'E05000003', 'E05000000', 'E05000002']);
    await userEvent.click(named('th button', 'Gap'));
    expect(codes()).toEqual(['E05000000', 'E05000003', 'E05000001', 'E05000002']);
    expect(named('th', 'Gap').getAttribute('aria-sort')).toBe('ascending');
  });
});

describe('states', () => {
  test('a failure is a plain sentence with a way on, and no blank figures', async () => {
    await show({ failure: 'The data file "areas/wards.csv" could not be read.' });
    expect(one('.failure[role="alert"]').textContent).toContain('could not be read');
    expect(named('.failure button', 'Try again')).toBeTruthy();
    expect(all('.area-row')).toHaveLength(0);
  });

  test('a period without a whole month says which months there are, and is left at one press', async () => {
    const { asked } = await show({
      failure: 'The period holds no whole month.',
      address: '#/map?v=1&period=2018-01..2018-12',
    });
    expect(one('.failure').textContent).toContain('whole months of April 2025 – June 2025');
    expect(named('.check', 'A&E interventions').textContent).toContain('not known');
    await userEvent.click(named('.failure button', 'Use the opening period'));
    expect(asked.at(-1)?.period).toEqual({ from: '2025-04', to: '2026-03' });
  });

  test('a broken link is named, and put away by its button', async () => {
    await show({ address: '#/map?v=1&per=moon' });
    expect(one('.notice').textContent).toContain('per');
    await userEvent.click(named('.notice button', 'Put away'));
    expect(all('.notice')).toHaveLength(0);
  });

  test('an illustrative inventory is marked beside the headline', async () => {
    await show({ answer: (a) => ({ ...a, inventoryStatus: 'illustrative' }) });
    expect(one('.headline .mark').textContent).toBe('Illustrative inventory');
  });
});

describe('the search', () => {
  const { areas } = gridCatalogue(gridAnswer());
  test('finds by parts of name, authority and code; authorities come before wards', () => {
    expect(findAreas(areas, 'westmere')[0].level).toBe('authority');
    expect(findAreas(areas, 'AREA 11').map((a) => a.code)).toEqual(['E05000011']);
    expect(findAreas(areas, 'E05000003')[0].name).toBe('Area 3');
    expect(findAreas(areas, 'nowhere')).toEqual([]);
    expect(findAreas(areas, '  ')).toEqual([]);
  });
});

describe('the table of clusters', () => {
  test('begins with name, role, the test and what was tested, wherever the file has them', () => {
    const column = (id: string): TableColumn => ({ id, label: id, unit: '', values: ['x'], text: String });
    const ids = ['area', 'name', 'authority', 'gap', 'cluster', 'statistic', 'p', 'p_adjusted', 'robbery'];
    const shownAs = (tested: string | null) => headsOf(ids.map(column), tested).map((c) => c.id);
    const first = ['name', 'cluster', 'statistic', 'p', 'p_adjusted', 'robbery'];
    expect(shownAs('robbery').slice(0, 6)).toEqual(first);
    expect(shownAs('robbery').sort()).toEqual(shownAs(null).sort());
    expect(shownAs(null)[1]).toBe('authority');
  });
});

describe('the table of areas', () => {
  test('begins with the order of the list, whatever is shown', () => {
    for (const show of ['need', 'provision', 'gap', 'class'] as const) {
      const grid = gridAnswer();
      const answer = { ...grid, question: { ...grid.question, show } };
      const columns = areaTable(answer);
      expect(sortedRows(columns, firstOrder(show, columns)), show).toEqual([...ranking(answer).order]);
    }
  });
});

describe('what counts are divided by', () => {
  test('is read and changed in the sheet where the sentence has no room for it', async () => {
    const { asked } = await show({}, 390, 844);
    expect(one('h1').textContent).not.toContain('1,000 residents');
    await userEvent.click(named('button', 'Change'));
    await expect.poll(() => all('dialog[open] label.stacked').length).toBeGreaterThan(0);
    const choice = named('dialog label.stacked', 'Counts are divided by').querySelector('select');
    expect(choice?.selectedOptions[0].textContent).toBe('per 1,000 residents');
    await userEvent.selectOptions(choice as HTMLSelectElement, 'per km²');
    expect(asked.at(-1)?.per).toBe('km2');
  });
});
