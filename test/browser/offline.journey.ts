// The offline file: built here, opened from the disk with the network off, and held against the served page.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from 'playwright/test';
import { watchViolations } from './violations.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'offline-journey-'));
const file = join(folder, 'story.html');

test.describe.configure({ mode: 'serial' });
test.beforeAll(() => {
  test.setTimeout(240_000);
  const made = spawnSync(process.execPath, ['scripts/run.mjs', 'offline', '--out', file], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(made.stderr).toContain('Wrote');
  expect(made.status).toBe(0);
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function whatItSays(page: Page): Promise<{ headline: string; list: string[]; table: string[] }> {
  await expect(page.getByText(/90% interval \d+–\d+/)).toBeVisible();
  // The mark of a fragile headline follows in its own time; the figures are what is compared.
  const headline = (await page.getByText(/would have to move for provision to follow need/).innerText())
    .replace('Fragile', '')
    .trim();
  const list = (await page.getByRole('listbox').getByRole('option').allInnerTexts()).slice(0, 8);
  await page
    .getByRole('button', { name: /^table/i })
    .first()
    .click();
  const table = page.getByRole('table', { name: /Where does need for all violence/ });
  await expect(table.getByRole('row')).toHaveCount(193);
  return { headline, list, table: await table.getByRole('row').allInnerTexts() };
}

test('opens on the region’s story, with no network and without asking for anything', async ({ browser }) => {
  const context = await browser.newContext({ offline: true });
  const violations = watchViolations(context, 'file://');
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  const slide = page.getByRole('article');
  await expect(slide.getByRole('heading', { level: 2 })).toContainText('violence');
  await expect(slide.locator('.map-areas path')).toHaveCount(192);
  await page.getByRole('button', { name: 'Next step' }).click();
  await expect(page).toHaveURL(/story=region(:|%3A)1/);
  // The file itself, and the engine that it carries inside.
  expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([pathToFileURL(file).href]);
  expect(violations).toEqual({ elsewhere: [], policy: [] });
  await context.close();
});

test('has the figures of the served page: headline, list and table', async ({ browser, page }) => {
  await page.goto('./');
  const served = await whatItSays(page);
  const context = await browser.newContext({ offline: true, viewport: { width: 1440, height: 900 } });
  const violations = watchViolations(context, 'file://');
  const carried = await context.newPage();
  await carried.goto(`${pathToFileURL(file).href}#/map?v=1`);
  expect(await whatItSays(carried)).toEqual(served);
  expect(violations).toEqual({ elsewhere: [], policy: [] });
  await context.close();
});

test('answers other questions from what it carries: other ages, measures and LSOAs', async ({ browser }) => {
  const context = await browser.newContext({ offline: true });
  const page = await context.newPage();
  await page.goto(`${pathToFileURL(file).href}#/map?v=1&level=lsoa&ages=10-17&need=robbery:1,deprivation:1`);
  await expect(page.getByText('1,719').first()).toBeVisible();
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText(/\d/);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await context.close();
});

test('finds the best sites and proves them, with no network', async ({ browser }) => {
  const context = await browser.newContext({ offline: true });
  const violations = watchViolations(context, 'file://');
  const page = await context.newPage();
  await page.goto(`${pathToFileURL(file).href}#/plan?v=1`);
  await page.getByRole('button', { name: 'Find the best sites' }).click();
  await expect(page.locator('.certified')).toContainText(/Certified: (nothing better|at most [\d.]+%)/);
  await page.getByRole('button', { name: 'Prove it' }).click();
  await expect(page.locator('.certified')).toContainText(/Proved: |found nothing better in/, {
    timeout: 90_000,
  });
  expect(violations).toEqual({ elsewhere: [], policy: [] });
  await context.close();
});
