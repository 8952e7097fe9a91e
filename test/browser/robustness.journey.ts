// What can go wrong on the way to a reader: each gets a plain sentence, and what still works, works.
import { test as base, expect, type Page } from 'playwright/test';
import { watchViolations } from './violations.ts';

/** Every journey here also keeps to its own origin and its content policy. */
const test = base.extend<{ kept: undefined }>({
  kept: [
    async ({ context, baseURL }, use) => {
      const violations = watchViolations(context, new URL(baseURL ?? '').origin);
      await use(undefined);
      expect(violations).toEqual({ elsewhere: [], policy: [] });
    },
    { auto: true },
  ],
});

const rows = (page: Page) => page.getByRole('listbox').getByRole('option');

async function answered(page: Page): Promise<void> {
  await expect(page.getByText(/90% interval \d+–\d+/)).toBeVisible();
}

/** Serves a file with one of its digits changed, its length as it was. */
async function damage(page: Page, path: string): Promise<void> {
  await page.route(`**/data/${path}`, async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    const at = text.search(/[1-8]/);
    await route.fulfill({ response, body: `${text.slice(0, at)}9${text.slice(at + 1)}` });
  });
}

test('a missing data file is named, can be tried again, and the other screens still open', async ({
  page,
}) => {
  await page.route('**/data/opening.json', (route) => route.fulfill({ status: 404, body: 'no' }));
  await page.goto('./');
  await expect(page.getByRole('alert')).toContainText('opening.json could not be loaded');
  await page.getByRole('link', { name: 'Data & method', exact: true }).click();
  await expect(page.getByRole('main')).toContainText('police.uk');
  await page.unroute('**/data/opening.json');
  await page.getByRole('link', { name: 'Map', exact: true }).click();
  await page.getByRole('button', { name: 'Try again' }).click();
  await answered(page);
});

test('a corrupted release is not shown: one changed digit is found out', async ({ page }) => {
  await damage(page, 'opening.json');
  await page.goto('./');
  await expect(page.getByRole('alert')).toContainText(
    'opening.json is damaged: its contents are not those that were published',
  );
  await expect(rows(page)).toHaveCount(0);
});

for (const [what, spoil] of [
  ['missing', (page: Page) => page.route('**/data/boundaries/wards.topojson', (route) => route.abort())],
  ['corrupted', (page: Page) => damage(page, 'boundaries/wards.topojson')],
] as const) {
  test(`with ${what} outlines there is no map, and list, table and headline are whole`, async ({ page }) => {
    await spoil(page);
    await page.goto('./');
    await answered(page);
    await expect(page.getByRole('status').filter({ hasText: 'There is no map' })).toContainText(
      'boundaries/wards.topojson',
    );
    await expect(rows(page).first()).toContainText('St Michael');
    await page
      .getByRole('button', { name: /^table/i })
      .first()
      .click();
    await expect(page.getByRole('table').getByRole('row')).toHaveCount(193);
  });
}

test('what the first question did not need and cannot be had is said when it is asked for', async ({
  page,
}) => {
  await page.route('**/data/people/ages.csv', (route) => route.abort());
  await page.goto('./');
  await answered(page);
  await page.goto('./#/map?v=1&ages=10-17');
  await expect(page.getByRole('alert')).toContainText('people/ages.csv could not be loaded');
  await page.goto('./#/map?v=1');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await answered(page);
});

for (const [address, sentence] of [
  ['./#/map?v=1&ages=40-20&reach=far&need=nothing:1', /ages/],
  ['./#/nowhere?v=1', /does not exist; the map is shown instead/],
  ['./#%%%&&==', /./],
  ['./#/map?v=99&per=ages', /99|newer|version/],
] as const) {
  test(`a broken or old link opens with its whole parts, and says what was not: ${address}`, async ({
    page,
  }) => {
    await page.goto(address);
    await answered(page);
    await expect(rows(page).first()).toBeVisible();
    if (sentence.source !== '.') {
      await expect(page.getByRole('region', { name: 'Notices' })).toContainText(sentence);
    }
  });
}

test('without WebGL the simpler map stands, is walked with keys and selects', async ({ page }) => {
  await page.addInitScript(() => {
    const get = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (
      this: HTMLCanvasElement,
      kind: string,
      ...rest: unknown[]
    ) {
      return /webgl/.test(kind) ? null : (get as (...all: unknown[]) => never).call(this, kind, ...rest);
    } as typeof get;
  });
  await page.goto('./');
  await answered(page);
  await expect(page.locator('.map-areas path')).toHaveCount(192);
  const map = page.getByRole('application');
  await map.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/select=E05\d{6}/);
  await expect(map).toHaveAttribute('data-drawn', 'svg');
});

test('graphics lost in use: the simpler drawing stands in with a sentence, and the page goes on', async ({
  page,
}) => {
  await page.goto('./');
  await answered(page);
  const map = page.getByRole('application');
  await expect(map).toHaveAttribute('data-drawn', 'gl', { timeout: 45_000 });
  await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.gl-map canvas');
    canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  });
  await expect(page.getByText('The graphics of this map stopped')).toBeVisible();
  await expect(page.locator('.map-areas path')).toHaveCount(192);
  await rows(page).nth(2).click();
  await expect(page).toHaveURL(/select=E05\d{6}/);
});

test('a screen that cannot be fetched says so, and the map is still there', async ({ page }) => {
  await page.route('**/assets/PresentScreen-*.js', (route) => route.abort());
  await page.goto('./');
  await answered(page);
  await page.getByRole('link', { name: 'Present', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Present could not be fetched');
  await page.getByRole('link', { name: 'Map', exact: true }).click();
  await expect(rows(page).first()).toBeVisible();
});

test('a screen that did not come can be asked for again, or after a reload', async ({ page }) => {
  await page.route('**/assets/PresentScreen-*.js', (route) => route.abort());
  await page.goto('./');
  await answered(page);
  await page.getByRole('link', { name: 'Present', exact: true }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('What was opened before still works');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toContainText('could not be fetched this time either');
  await page.unroute('**/assets/PresentScreen-*.js');
  await page.getByRole('button', { name: 'Reload the page' }).click();
  await expect(page).toHaveURL(/#\/present/);
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await expect(alert).toHaveCount(0);
});

test('once the page has been idle, every screen opens without the network', async ({ page, context }) => {
  const last = page.waitForResponse('**/data/services/hospitals.csv', { timeout: 90_000 });
  await page.goto('./');
  await answered(page);
  await (await last).finished();
  await context.setOffline(true);
  for (const screen of ['Place', 'Provision', 'Plan', 'Present', 'Data & method', 'Map']) {
    await page.getByRole('link', { name: screen, exact: true }).click();
    await expect(page.getByRole('main')).toHaveAttribute(
      'data-screen',
      screen === 'Data & method' ? 'method' : screen.toLowerCase(),
    );
    await expect(page.getByText(/^Fetching/)).toHaveCount(0);
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
});
