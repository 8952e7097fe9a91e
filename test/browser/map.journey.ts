// The first answer as a visitor meets it: headline, list, table and map of one question, its link, Back, keys and phone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from 'playwright/test';

const WARDS: { code: string; name: string }[] = readFileSync(
  join(import.meta.dirname, '../../public/data/areas/wards.csv'),
  'utf8',
)
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => ({ code: line.split(',')[0], name: line.split(',')[1] }));

async function answered(page: Page): Promise<void> {
  await expect(page.getByText(/90% interval \d+–\d+/)).toBeVisible();
}

async function listRows(page: Page): Promise<string[]> {
  return (await page.getByRole('listbox').getByRole('option').allInnerTexts()).slice(0, 6);
}

async function headline(page: Page): Promise<string> {
  const text = await page.getByText(/would have to move for provision to follow need/).innerText();
  return text.slice(0, text.indexOf('furthest short') + 'furthest short'.length);
}

test('opens on the first question with a computed headline, its interval and the authorities without a service', async ({
  page,
}) => {
  const errors: string[] = [];
  page.on('console', (m) => m.type() === 'error' && errors.push(m.text()));
  page.on('pageerror', (e) => errors.push(e.message));
  await page.goto('./');
  await answered(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /Where does need for all violence.*per 1,000 residents.*outstrip A&E interventions.*for ages 11–24.*April 2025 – March 2026/s,
  );
  expect(await headline(page)).toMatch(
    /^2[78]% of places .*Sandwell, Solihull or Walsall; St Michael's in Coventry is furthest short/,
  );
  expect(await page.title()).toContain('need for all violence');
  expect(errors).toEqual([]);
});

test('the first landmark holds the screens, and each opens', async ({ page }) => {
  await page.goto('./');
  const screens = page.getByRole('navigation').first().getByRole('link');
  const names = await screens.allInnerTexts();
  expect(names[0]).toBe('Map');
  for (const name of names) {
    await page.getByRole('navigation').first().getByRole('link', { name, exact: true }).click();
    await expect(
      page.getByRole('navigation').first().getByRole('link', { name, exact: true }),
    ).toHaveAttribute('aria-current', 'page');
    await expect(page.locator('main')).not.toContainText('could not be fetched');
  }
});

test('the table is named by the question, and holds the list’s figures for all 192 wards', async ({
  page,
}) => {
  await page.goto('./');
  await answered(page);
  await page.getByRole('button', { name: /table/i }).first().click();
  const table = page.getByRole('table', { name: /Where does need for all violence/ });
  await expect(table).toBeVisible();
  const text = await table.innerText();
  for (const { name } of WARDS) expect(text).toContain(name);
  expect(text).toMatch(/St Michael's[\s\S]*\+20\.\d/);
});

test('a decision is one step of the history: Back restores the same answer', async ({ page }) => {
  await page.goto('./');
  await answered(page);
  const before = await headline(page);
  const within = page.getByRole('slider', { name: /within/i });
  // Both steps of a drag in one go, however slow the machine is.
  await within.evaluate((slider: HTMLInputElement) => {
    for (let step = 0; step < 2; step++) {
      slider.stepUp();
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    }
  });
  await expect.poll(() => headline(page)).not.toBe(before);
  await page.goBack();
  await expect.poll(() => headline(page)).toBe(before);
});

test('a copied link shows the same figures in a fresh browser', async ({ page, browser, baseURL }) => {
  await page.goto('./#/map?v=1&per=ages&reach=10000,step,1.3&seed=7');
  await answered(page);
  const [mine, rows] = [await headline(page), await listRows(page)];
  const fresh = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } });
  const other = await fresh.newPage();
  await other.goto(page.url());
  await answered(other);
  expect(await headline(other)).toBe(mine);
  expect(await listRows(other)).toEqual(rows);
  await fresh.close();
});

test('the map is walked and a ward selected with keys alone', async ({ page }) => {
  await page.goto('./');
  await answered(page);
  const map = page.getByRole('application');
  await map.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/select=E05\d{6}/);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/select=/);
});

test('moving a weight with the keyboard changes sentence, list and map', async ({ page }) => {
  await page.goto('./');
  await answered(page);
  const first = await listRows(page);
  const slider = page.getByRole('slider', { name: /deprivation without crime/i });
  await slider.focus();
  for (let k = 0; k < 5; k++) await slider.press('PageUp');
  await slider.blur();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('deprivation without crime');
  await expect.poll(() => listRows(page)).not.toEqual(first);
});

for (const [name, viewport, colorScheme] of [
  ['wide, light', { width: 1440, height: 900 }, 'light'],
  ['middle, dark', { width: 1024, height: 768 }, 'dark'],
  ['phone, light', { width: 390, height: 844 }, 'light'],
] as const) {
  test(`nothing for axe to find: ${name}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ viewport, colorScheme, baseURL });
    const page = await context.newPage();
    for (const link of [
      './',
      './#/method?v=1',
      './#/present?v=1',
      './#/map?v=1&tier=primary&programmes=all',
    ]) {
      await page.goto(link);
      await page.waitForLoadState('networkidle');
      await expect(page.locator('main')).not.toContainText('Fetching');
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((v) => `${link} ${v.id}: ${v.nodes[0].html}`)).toEqual([]);
    }
    await context.close();
  });
}

test('with the documented inventory primary and secondary read not known, never a figure', async ({
  page,
}) => {
  for (const tier of ['primary', 'secondary']) {
    await page.goto(`./#/map?v=1&tier=${tier}&programmes=all`);
    await expect(page.getByText(new RegExp(`Provision of ${tier} prevention is not known`))).toBeVisible();
    await expect(page.getByText(/would have to move/)).toHaveCount(0);
  }
});

test('while the illustrative inventory counts, every screen says so', async ({ page }) => {
  for (const screen of ['map', 'provision', 'plan', 'place', 'present', 'method']) {
    await page.goto(`./#/${screen}?v=1&inventory=illustrative&select=E08000030`);
    await expect(page.getByText(/illustrative/i).first()).toBeVisible();
  }
});
