// Plan by hand: what the changes cost, a second team at one place, where the keyboard is after each step, and older findings marked.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page as browser } from 'vitest/browser';
import type { BestSites } from '../../src/domain/bestSites.ts';
import { parseLink } from '../../src/state/link.ts';
import { changesText, searchedWith } from '../../src/state/planStanding.ts';
import { plans } from '../../src/views/plan/plansInHand.ts';
import { findBest, search } from '../../src/views/plan/siteSearch.ts';
import { type GridPage, showGridPage } from './gridPage.tsx';

let shown: GridPage;
const nothing = search.peek();
beforeEach(() => {
  localStorage.clear();
  search.value = nothing;
  plans.forgetSteps();
});
afterEach(() => shown.remove());

/** A loaded machine is slow, and slow is not broken. */
const soon = (check: () => void) => vi.waitFor(check, 10_000);

const within = (selector: string) => shown.host.querySelector<HTMLElement>(selector);
const all = (selector: string) => [...shown.host.querySelectorAll<HTMLElement>(selector)];
const named = (name: string) =>
  all('button').find((b) => (b.getAttribute('aria-label') ?? b.textContent) === name);
const press = (button: HTMLElement | undefined | null) => {
  button?.focus();
  button?.click();
};
const focused = () => {
  const at = document.activeElement;
  return at?.getAttribute('aria-label') ?? at?.textContent;
};
const plan = () => shown.page.session.question.value.plan;

async function open(changes = '', more = '') {
  const named = changes === '' ? '' : `&plan=Plan%20A~${changes}`;
  shown = showGridPage({ address: `#/plan?v=1${more}${named}` });
  await soon(() => expect(within('.changes')).not.toBeNull());
}

const team = (id: string, place: string, lon: number, cost: number | '' = 160_000) =>
  `add,${id},ae,tertiary,site,${place},${lon},52.6,,11-24,80,${cost}`;
const WEST = team('team-1', 'West', -2.1);
const EAST = team('team-2', 'East', -1.5);
const FAR = team('team-3', 'Far', -1.2);

/** Writes a team into the form and sends it. */
function writeTeam(place: string, lon: number, lat: number, places = 40) {
  (within('.add-team') as HTMLDetailsElement).open = true;
  send(within('.add-team form') as HTMLFormElement, { place, lon, lat, places });
}

function send(form: HTMLFormElement, fields: Record<string, string | number>) {
  for (const [field, value] of Object.entries(fields)) {
    const input = form.elements.namedItem(field) as HTMLInputElement;
    input.value = String(value);
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  form.requestSubmit();
}

describe('what the changes cost', () => {
  test('stands in a sum, and more than the budget is remarked in words beside a sign', async () => {
    await open(`${WEST}~${EAST}~${FAR}`);
    expect(within('.plan-cost-sum')?.textContent).toBe('Cost of the changes £480,000 a year');
    const remark = within('.plan-cost [role="status"] .over-budget');
    expect(remark?.textContent).toBe('Over budget: £160,000 a year more than the budget of £320,000.');
    expect(remark?.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  });

  test('leaves out what is not known, and says of how many', async () => {
    await open(`${WEST}~${team('team-2', 'East', -1.5, '')}`);
    expect(within('.plan-cost')?.textContent).toContain('One of two changes has no cost known');
    expect(within('.over-budget')).toBeNull();
  });

  test('follows a cost that is written beside a team', async () => {
    await open(WEST);
    const field = all('.planned-changes input')[1] as HTMLInputElement;
    field.value = '400000';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await soon(() => expect(within('.over-budget')?.textContent).toContain('£80,000 a year more'));
    field.value = '';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await soon(() => expect(within('.plan-cost-sum b')?.textContent).toBe('not known'));
  });

  test('is held against the budget of the link, and against none where sites are counted', async () => {
    await open(`${WEST}~${EAST}`, '&search=budget:100000');
    expect(within('.over-budget')?.textContent).toContain('more than the budget of £100,000');
    shown.page.session.ask({ search: { ...shown.page.session.question.value.search, means: 'sites' } });
    await soon(() => expect(within('.over-budget')).toBeNull());
  });
});

describe('the search in the link', () => {
  test('opens as it was sent, and every change of it is in the address', async () => {
    await open('', '&search=means:sites,sites:3,cost:90000,from:own,existing:candidates');
    const labels = all('.site-search .number-field').map(
      (f) => `${f.querySelector('label')?.textContent?.trim()}: ${f.querySelector('input')?.value ?? ''}`,
    );
    expect(labels).toContain('Sites at most: 3');
    expect(labels).toContain('Cost of a team £ a year: 90000');
    expect((within('.check input') as HTMLInputElement).checked).toBe(false);
    const sites = all('.site-search input[type="number"]')[0] as HTMLInputElement;
    sites.value = '4';
    sites.dispatchEvent(new Event('change', { bubbles: true }));
    expect(parseLink(shown.history.at(-1) ?? '').question.search.sites).toBe(4);
    expect(shown.asked).toHaveLength(1);
  });
});

describe('the figures', () => {
  test('stand in one line over the controls on a phone, and lead to the maps', async () => {
    await browser.viewport(390, 800);
    shown = showGridPage({
      address: `#/plan?v=1&plan=Plan%20A~${WEST}`,
      answer: (a) => ({ ...a, before: a, headline: { ...a.headline, unmetShare: 0.1 } }),
    });
    await soon(() =>
      expect(within('.plan-short')?.textContent).toMatch(/^Missing: 30% now, 10% with Plan A/),
    );
    press(named('See the maps'));
    expect(document.activeElement).toBe(within('.plan-centre'));
    await browser.viewport(1200, 800);
    await soon(() => expect(within('.plan-short')).toBeNull());
  });

  test('go first; the lists that follow them are said to be late until they have', async () => {
    await open();
    await soon(() => expect(within('.short-list')).not.toBeNull());
    await soon(() => expect(within('.plan-screen [aria-busy="true"]')).toBeNull());
    let late = 0;
    const watch = new MutationObserver(() => {
      late = Math.max(late, all('.plan-follows[aria-busy="true"]').length);
    });
    watch.observe(shown.host, { subtree: true, attributes: true });
    shown.page.session.ask({ plan: { name: 'Plan B', changes: [] } });
    await soon(() => expect(late).toBe(2));
    watch.disconnect();
    await soon(() => expect(within('.plan-screen [aria-busy="true"]')).toBeNull());
  });

  test('come back after a question without a gap with no word of waiting between', async () => {
    shown = showGridPage({
      address: '#/plan?v=1',
      answer: (a) =>
        a.question.tier === 'primary' ? { ...a, headline: { ...a.headline, unmetShare: Number.NaN } } : a,
    });
    await soon(() => expect(within('.plan-figure')).not.toBeNull());
    const { ask } = shown.page.session;
    const { tier, programmes } = shown.page.session.question.value;
    const seen: string[] = [];
    const watch = new MutationObserver(() => seen.push(within('.plan-centre')?.textContent ?? ''));
    watch.observe(shown.host, { childList: true, subtree: true, characterData: true });
    ask({ tier: 'primary', programmes: [] });
    await soon(() => expect(within('.plan-unknown')).not.toBeNull());
    expect(within('.short-list')).toBeNull();
    ask({ tier, programmes });
    await soon(() => expect(within('.short-list')).not.toBeNull());
    expect(within('.plan-figure')).not.toBeNull();
    watch.disconnect();
    expect(seen.filter((text) => text.includes('Reading the outlines'))).toEqual([]);
  });
});

describe('a second team at one place', () => {
  test('is asked about, and the one there can be changed instead', async () => {
    await open(WEST);
    writeTeam('West', -2.1, 52.6);
    await soon(() => expect(within('.second-team')).not.toBeNull());
    expect(within('.second-team')?.textContent).toContain(
      'There is already a team at West in this plan (80 places a year); this adds a second one.',
    );
    expect(plan()?.changes).toHaveLength(1);
    await soon(() => expect(focused()).toBe('Change the one there to 40 places'));
    press(named('Change the one there to 40 places'));
    await soon(() => expect(within('.second-team')).toBeNull());
    expect(plan()?.changes).toMatchObject([{ kind: 'add', service: { place: 'West', capacity: 40 } }]);
    expect(document.activeElement).toBe(all('.planned-changes input')[0]);
  });

  test('comes where the reader means it, and then both rows say so', async () => {
    await open(WEST);
    writeTeam('West, second door', -2.1, 52.6);
    await soon(() => expect(within('.second-team')).not.toBeNull());
    press(named('Add a second team'));
    await soon(() => expect(all('.planned-changes > li')).toHaveLength(2));
    for (const row of all('.planned-changes > li'))
      expect(row.textContent).toContain('There is another team at this place.');
  });

  test('is asked about where a team stands today, too, and Escape leaves all as it is', async () => {
    await open();
    const { service } = shown.page.session.answer.value?.services[0] ?? {};
    writeTeam('Grid Hospital', service?.lon ?? 0, service?.lat ?? 0);
    await soon(() => expect(within('.second-team')?.textContent).toContain('a team at Grid Hospital'));
    within('.second-team')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await soon(() => expect(within('.second-team')).toBeNull());
    expect(plan()).toBeNull();
    expect(focused()).toBe('Place');
  });

  test('is asked about when a team moves there, and the keyboard is back on Move afterwards', async () => {
    await open(`${WEST}~${EAST}`);
    press(named('Move: + East, 80 places'));
    await soon(() => expect(within('.planned-changes form')).not.toBeNull());
    send(within('.planned-changes form') as HTMLFormElement, { place: 'Here', lon: -2.1, lat: 52.6 });
    await soon(() => expect(within('.second-team')?.textContent).toContain('already a team at West'));
    expect(plan()?.changes[1]).toMatchObject({ service: { lon: -1.5 } });
    press(named('Move it all the same'));
    await soon(() => expect(focused()).toBe('Move: + Here, 80 places'));
    expect(plan()?.changes[1]).toMatchObject({ service: { place: 'Here', lon: -2.1 } });
  });

  test('is no question elsewhere', async () => {
    await open(WEST);
    writeTeam('North', -2.1, 52.7);
    await soon(() => expect(plan()?.changes).toHaveLength(2));
    expect(within('.second-team')).toBeNull();
  });
});

describe('the keyboard', () => {
  const takeBack = (place: string) => named(`Take back: + ${place}, 80 places`);

  test('goes on to the next change once one is taken back, then to the last, then to adding a team', async () => {
    await open(`${WEST}~${EAST}~${FAR}`);
    press(takeBack('East'));
    await soon(() => expect(focused()).toBe('Take back: + Far, 80 places'));
    press(takeBack('Far'));
    await soon(() => expect(focused()).toBe('Take back: + West, 80 places'));
    press(takeBack('West'));
    await soon(() => expect(focused()).toBe('Add a team'));
  });

  test('stays on Undo while there is something to undo, and is on the heading after the last', async () => {
    await open(`${WEST}~${EAST}`);
    press(takeBack('West'));
    press(takeBack('East'));
    await soon(() => expect(plan()?.changes).toHaveLength(0));
    press(named('Undo'));
    await soon(() => expect(plan()?.changes).toHaveLength(1));
    expect(focused()).toBe('Undo');
    press(named('Undo'));
    await soon(() => expect(focused()).toBe('Changes'));
  });

  test('follows a service of today into the changes when it is resized, and to the next step when it closes', async () => {
    await open();
    (within('.existing') as HTMLDetailsElement).open = true;
    const field = within('.existing input') as HTMLInputElement;
    field.focus();
    field.value = '90';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await soon(() => expect(document.activeElement).toBe(within('.planned-changes input')));
    press(named('Take back: Grid Hospital: 90 places instead of 80'));
    await soon(() => expect(within('.existing')).not.toBeNull());
    press(named('Close Grid Hospital'));
    await soon(() => expect(focused()).toBe('Add a team'));
  });

  test('is on the list of plans once one is deleted, and on Rename once a name is saved', async () => {
    await open(WEST);
    press(named('Keep it in this browser'));
    await soon(() => expect(document.activeElement?.tagName).toBe('SELECT'));
    press(named('Rename'));
    await soon(() => expect(focused()).toBe('Name of the plan'));
    press(named('Save the name'));
    await soon(() => expect(focused()).toBe('Rename'));
    press(named('Delete'));
    await soon(() => expect(document.activeElement?.tagName).toBe('SELECT'));
  });

  test('a plan that was deleted is said to be, and Undo brings it back as it was', async () => {
    await open(WEST);
    press(named('Keep it in this browser'));
    const before = plan()?.changes;
    const field = all('.planned-changes input')[0] as HTMLInputElement;
    field.value = '90';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await soon(() => expect(plan()?.changes).not.toEqual(before));
    const name = plan()?.name ?? '';
    const changes = plan()?.changes;
    await soon(() => expect(named('Delete')).toBeDefined());
    press(named('Delete'));
    await soon(() => expect(within('.plan-gone [role="status"]')?.textContent).toBe(`${name} deleted.`));
    expect(plans.kept.value.map((p) => p.name)).not.toContain(name);
    press(named(`Undo: bring ${name} back`));
    await soon(() => expect(plan()?.changes).toEqual(changes));
    expect(plan()?.name).toBe(name);
    expect(plans.kept.value.map((p) => p.name)).toContain(name);
    await soon(() => expect(within('.plan-gone')?.textContent).toBe(''));
    expect(document.activeElement?.tagName).toBe('SELECT');
    press(named('Undo'));
    await soon(() => expect(plan()?.changes).toEqual(before));
  });

  test('leaves a name that is being written with Escape, and the plan keeps its own', async () => {
    await open(WEST);
    const name = plan()?.name;
    press(named('Rename'));
    await soon(() => expect(focused()).toBe('Name of the plan'));
    const field = document.activeElement as HTMLInputElement;
    field.value = 'Another';
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    await soon(() => expect(focused()).toBe('Rename'));
    expect(plan()?.name).toBe(name);
  });
});

describe('a number beside a change', () => {
  const write = (field: HTMLInputElement, value: string) => {
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };

  test('that is below 0 is not taken, and a sentence says why until the next one', async () => {
    await open(WEST);
    const [field] = all('.planned-changes input') as HTMLInputElement[];
    write(field, '-5');
    await soon(() =>
      expect(within('.planned-changes .inline-fault')?.textContent).toBe(
        'Not taken: −5 is below 0. Write 0 or more; it stays at 80.',
      ),
    );
    expect(field.value).toBe('80');
    write(field, '120');
    await soon(() => expect(within('.planned-changes .inline-fault')?.textContent).toBe(''));
  });

  test('of places leaves the cost, and says so until the cost is written', async () => {
    await open(WEST);
    const [places, cost] = all('.planned-changes input') as HTMLInputElement[];
    write(places, '120');
    await soon(() =>
      expect(within('.inline-note')?.textContent).toBe('Cost unchanged; edit it if more places cost more.'),
    );
    expect(plan()?.changes).toMatchObject([{ service: { capacity: 120, cost: 160_000 } }]);
    write(cost, '240000');
    await soon(() => expect(within('.inline-note')).toBeNull());
  });

  test('changed after a team was added takes back the word that it was', async () => {
    await open(WEST);
    writeTeam('North', -2.1, 52.7);
    const said = () => within('.add-team [role="status"]')?.textContent;
    await soon(() => expect(said()).toBe('Added North.'));
    write(all('.planned-changes input')[0] as HTMLInputElement, '120');
    await soon(() => expect(said()).toBe(''));
  });
});

describe('what a search found', () => {
  const result: BestSites = {
    chosen: [
      {
        id: 'best-x',
        name: 'West',
        lon: -2.1,
        lat: 52.6,
        capacity: 80,
        cost: 160_000,
        locked: false,
        closesAlone: 9,
        closesLast: 9,
        frequency: 0.7,
        frequencyNearby: 0.7,
      },
    ],
    rivals: [],
    unmetBefore: 20,
    unmetAfter: 11,
    shareBefore: 0.3,
    shareAfter: 0.2,
    certifiedGap: 0.018,
    cost: 160_000,
    costPerPlace: 17_778,
    placesElsewhere: 0,
    candidates: 31,
    unreached: 0,
    runs: 400,
    method: 'A test.',
  };
  async function found() {
    await open(`${WEST}~${EAST}`);
    const { question } = shown.page.session;
    const searched = { ...searchedWith(question.value), plan: changesText(question.value.plan) };
    search.value = {
      ...nothing,
      status: 'done',
      result,
      searched,
      brought: [null, null],
      question: question.value,
    };
    await soon(() => expect(within('.certified')?.textContent).toContain('Certified: at most 1.8%'));
  }

  test('stands with its certificate and proof while nothing has changed', async () => {
    await found();
    expect(named('Prove it')).toBeDefined();
    expect(within('.how-sure')?.dataset.standing).toBe('current');
    expect(within('.found-before')).toBeNull();
  });

  test('is said to be from before the last change of the plan, without a proof, and stands again after Undo', async () => {
    await found();
    press(named('Take back: + East, 80 places'));
    await soon(() => expect(all('.found-before')).toHaveLength(2));
    for (const note of all('.found-before'))
      expect(note.textContent).toContain('Found for the plan as it was, or for another one.');
    expect(within('.certified')?.textContent).toContain('The sites found then were certified: at most 1.8%');
    expect(named('Prove it')).toBeUndefined();
    expect(within('.how-sure table')).not.toBeNull();
    press(named('Undo'));
    await soon(() => expect(all('.found-before')).toHaveLength(0));
    expect(named('Prove it')).toBeDefined();
  });

  test('is said to be of other means once the budget changes', async () => {
    await found();
    shown.page.session.ask({ search: { ...shown.page.session.question.value.search, budget: 1 } }, 'adjust');
    await soon(() => expect(within('.found-before')?.textContent).toContain('other means or candidates'));
  });

  test('shows none of its figures under another question', async () => {
    await found();
    shown.page.session.ask({ ages: { from: 10, to: 17 } });
    await soon(() => expect(all('.found-before')).toHaveLength(2));
    expect(within('.found-before')?.textContent).toContain('Found for another question.');
    expect(within('.certified')).toBeNull();
    expect(within('.how-sure')).toBeNull();
  });

  /** A search that is told what it found by hand. */
  function searching(): (share: number, soFar?: BestSites) => void {
    let tell: (share: number, soFar?: BestSites) => void = () => {};
    const further = (_name: string, _question: unknown, _wish: unknown, progress: typeof tell) => {
      tell = progress;
      return new Promise(() => {});
    };
    Object.assign(shown.page, { further });
    findBest(shown.page, [], shown.page.session.catalogue.value!.programmes[0]);
    return tell;
  }

  test('is not put into a plan that was changed by hand while sites were looked for', async () => {
    await open(WEST);
    const tell = searching();
    press(named('Take back: + West, 80 places'));
    const byHand = plan();
    tell(0.1, result);
    expect(plan()).toBe(byHand);
    await soon(() => expect(within('.found')?.textContent).toContain('nothing was put into the plan'));
    expect(within('.certified')).toBeNull();
  });

  test('is put into the plan at once where nothing was changed meanwhile', async () => {
    await open(WEST);
    const tell = searching();
    tell(0.1, result);
    await soon(() => expect(all('.planned-changes > li')).toHaveLength(2));
    expect(within('.found-before')).toBeNull();
    tell(0.2, result);
    expect(plan()?.changes).toHaveLength(2);
  });
});
