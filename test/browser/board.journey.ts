// The board member: a link opened on another device shows the same figures, the story walks by keys, an authority prints as one page.
import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from 'playwright/test';

const WARD = 'E05001316';
const AUTHORITY = 'E08000030';
const GROUP = 'E05001316,E05001317,E05001318';

const place = (select: string, more = '') => `./#/place?v=1${more}&select=${select}`;

async function profileDone(page: Page): Promise<void> {
  await expect(page.locator('.place[data-state="done"]')).toBeVisible();
}

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.flatMap((v) =>
    v.nodes.map((n) => `${v.id}: ${n.target.join(' ')} ${n.failureSummary}`),
  );
}

/** Pages of a PDF: its page objects. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

async function headline(page: Page): Promise<string> {
  const text = page.locator('.headline[data-state="done"]');
  await expect(text).toBeVisible();
  return (await text.innerText()).replace(/\s*Fragile$/, '');
}

async function listRows(page: Page): Promise<string[]> {
  return (await page.getByRole('listbox').getByRole('option').allInnerTexts()).slice(0, 6);
}

async function tableRows(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: /^table of all/ }).click();
  const rows = page.getByRole('region', { name: 'Table of areas' }).getByRole('row');
  await expect(rows.nth(5)).toBeVisible();
  const text = (await rows.allInnerTexts()).slice(0, 12);
  await page.getByRole('button', { name: 'Close' }).click();
  return text;
}

async function copiedLink(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('button', { name: 'Link copied' })).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

async function freshPage(browser: Browser): Promise<Page> {
  return (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
}

test('a copied link opens elsewhere with the same headline, list and table, and nothing to report', async ({
  page,
  browser,
}) => {
  // Two whole visits, one after another.
  test.slow();
  await page.goto('./#/map?v=1&per=ages');
  const was = { headline: await headline(page), list: await listRows(page), table: await tableRows(page) };
  const link = await copiedLink(page);
  expect(link).toMatch(/release=\w+&engine=\w+&made=\d{4}-\d{2}-\d{2}&seen=.*unmet:0\.\d+.*first:E05/);
  const other = await freshPage(browser);
  await other.goto(link);
  expect(await headline(other)).toBe(was.headline);
  expect(await listRows(other)).toEqual(was.list);
  expect(await tableRows(other)).toEqual(was.table);
  await expect(other.getByRole('region', { name: /What moved since/ })).toHaveCount(0);
});

test('a link made with another release says whether the figures are the same, and what moved', async ({
  page,
  browser,
}) => {
  // Two whole visits, one after another.
  test.slow();
  await page.goto('./');
  await headline(page);
  const link = (await copiedLink(page)).replace(/release=\w+/, 'release=000000000000');
  const same = await freshPage(browser);
  await same.goto(link);
  const record = (on: Page) => on.getByRole('region', { name: /What moved since/ });
  await expect(record(same)).toContainText('The same figures.');
  expect(await violations(same)).toEqual([]);
  const moved = await freshPage(browser);
  await moved.goto(link.replace(/unmet:[\d.]+/, 'unmet:0.5').replace(/places:[\d.]+/, 'places:100'));
  await expect(record(moved)).toContainText('When it was made: 50% of places');
  await expect(record(moved)).toContainText(/Now: 2[78]% of places/);
  await expect(record(moved)).toContainText('Places a year that count went from 100 to');
  await expect(record(moved)).toContainText('are the same');
  await moved.getByRole('button', { name: /Put away what moved/ }).click();
  await expect(record(moved)).toHaveCount(0);
});

test('the story walks by keys from its first step to its last', async ({ page }) => {
  await page.goto('./');
  await headline(page);
  await page.getByRole('navigation').first().getByRole('link', { name: 'Present' }).click();
  const stage = page.locator('.stage');
  await expect(stage).toHaveAttribute('aria-label', /step 1 of \d/);
  const last = Number(/of (\d+)/.exec((await stage.getAttribute('aria-label')) ?? '')?.[1]);
  await stage.focus();
  for (let step = 2; step <= last; step++) {
    await page.keyboard.press('ArrowRight');
    await expect(stage).toHaveAttribute('aria-label', new RegExp(`step ${step} of ${last}`));
  }
  await page.keyboard.press('Home');
  await expect(stage).toHaveAttribute('aria-label', /step 1 of/);
});

for (const [what, select] of [
  ['a ward', WARD],
  ['an authority', AUTHORITY],
  ['the authority with most wards', 'E08000025'],
  ['a group of three wards', GROUP],
]) {
  test(`${what} prints as one A4 page`, async ({ page }) => {
    await page.goto(place(select));
    await profileDone(page);
    expect(pagesOf(await page.pdf({ format: 'A4' }))).toBe(1);
    await page.goto('about:blank');
    await page.goto(place(select, '&inventory=illustrative&programmes=all'));
    await profileDone(page);
    await expect(page.getByText(/Illustrative inventory, not evidence/).first()).toBeVisible();
    expect(pagesOf(await page.pdf({ format: 'A4' }))).toBe(1);
  });
}

test('a profile is reached from the card and left for the Map with the same question, by keys', async ({
  page,
}) => {
  await page.goto(`./#/map?v=1&per=ages&select=${WARD}`);
  await headline(page);
  const gap = await page.locator('.card .figure-cell[data-tone] dd').innerText();
  await page.getByRole('link', { name: 'Open the profile' }).focus();
  await page.keyboard.press('Enter');
  await profileDone(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ward in');
  expect(await page.locator('.place .figure-cell[data-tone] dd').first().innerText()).toBe(gap);
  const here = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('link', { name: '← Map, same question' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(here);
  await profileDone(page);
  await page.getByRole('link', { name: '← Map, same question' }).press('Enter');
  await expect(page).toHaveURL(/#\/map\?v=1.*per=ages/);
});

test('what is not known is said so in a profile, and never read as none', async ({ page }) => {
  await page.goto(place(WARD, '&tier=primary&programmes=all'));
  await expect(page.locator('.place[data-state="done"], .place[data-state="intervals"]')).toBeVisible();
  const primary = page.locator('.tier').first();
  await expect(primary).toContainText('not known');
  await expect(primary).not.toContainText(/none within reach/i);
  await expect(page.locator('.place-key')).toContainText('not known');
});

test('a place that does not exist is one plain sentence with a way out', async ({ page }) => {
  await page.goto(place('E05999999'));
  await expect(page.getByRole('alert')).toContainText('no area of this release');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Choose another place' }).click();
  await page.getByRole('searchbox').fill('st matthews');
  await page.keyboard.press('Enter');
  await profileDone(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText("St Matthew's");
});

test('which ranks move is said under the controls and listed in a dialog', async ({ page }) => {
  await page.goto('./');
  await headline(page);
  await expect(page.getByText(/Ranking moves for \d+ of 192 wards if/)).toBeVisible();
  await page.getByRole('button', { name: 'See which' }).first().click();
  const list = page.getByRole('dialog', { name: 'Which ranks move' });
  await expect(list).toContainText('Per km²');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
});

for (const [size, width, height] of [
  ['390', 390, 844],
  ['1024', 1024, 768],
  ['1440', 1440, 900],
] as const) {
  test(`Place at ${size} px is clean in every state and does not run over`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    // Held back, so that the waiting state can be looked at.
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/deprivation.csv', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(place(WARD));
    await expect(page.getByText('Reading the figures of this place')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    release();
    await profileDone(page);
    expect(await violations(page)).toEqual([]);
    for (const select of [AUTHORITY, GROUP, '']) {
      await page.goto(place(select));
      if (select === '') await expect(page.getByRole('searchbox')).toBeVisible();
      else
        await expect(
          page.locator(`.place[data-kind="${select === GROUP ? 'group' : 'authority'}"][data-state="done"]`),
        ).toBeVisible();
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(place(WARD));
    await expect(page.locator('.place[data-kind="ward"][data-state="done"]')).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}
