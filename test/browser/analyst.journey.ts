// The analyst's job with keys and files: hot spots found and defended, months stepped through, own counts brought and protected.
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
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
  await expect(page.locator('.headline')).toHaveAttribute('data-state', 'done', { timeout: 30_000 });
}

/** What axe finds against the page as it stands, each with the elements it is about. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
}

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

/** Every ward; the first has 3, which is withheld, the second is missing. */
const COUNTS = `ward_code,count\n${WARDS.filter((_, k) => k !== 1)
  .map(({ code }, k) => `${code},${k === 0 ? 3 : 20 + ((k * 13) % 60)}`)
  .join('\n')}\nE05099999,9\nLadywood,4\n`;

test.describe('hot spots', () => {
  test('are found by keys alone, and map, list and table say the same', async ({ page }) => {
    await page.goto('./');
    await answered(page);
    await page.getByRole('radio', { name: 'Gap' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(page).toHaveURL(/show=hotspots/);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('cluster');
    const headline = page.locator('.headline');
    await expect(headline).toContainText(/notable clusters? where the need is high/);
    await expect(headline).toContainText('false-discovery rate 5%, 9,999 permutations, seed 1');
    await expect(page.locator('main')).not.toContainText(/significant/i);

    // The list's first area is a core; the table tells its test with the same figures.
    const list = page.getByRole('listbox', { name: /by clustering/ });
    await list.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    const told = (await list.getByRole('option', { selected: true }).getAttribute('aria-label')) ?? '';
    const [, name, statistic, p, adjusted] =
      /^(.*?), .*: high cluster, core: Gi\* (\S+), p (\S+), adjusted (\S+)$/.exec(told) ?? [];
    expect(name, told).toBeTruthy();
    await expect(page.locator('.card-cluster')).toContainText(
      `Gi* ${statistic}, p ${p}, adjusted ${adjusted}`,
    );
    await page.getByRole('button', { name: /^table/ }).click();
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name }) })
      .first();
    for (const text of ['high cluster, core', statistic, adjusted]) await expect(row).toContainText(text);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Close' }).click();

    // As many letters and dots on cores as the legend counts.
    const legend = page.getByLabel('Legend').getByRole('listitem').filter({ hasText: 'high cluster, core' });
    const cores = Number((await legend.innerText()).match(/\d+\s*$/)?.[0]);
    await expect(page.locator('.role-marks [data-letter="H"]')).toHaveCount(cores);
    // Names of authorities make way for the letters.
    await expect(page.locator('.map-names text').first()).toBeVisible();
    const hidden = await page.evaluate(() => {
      const boxes = (selector: string) =>
        [...document.querySelectorAll(selector)].map((e) => e.getBoundingClientRect());
      const names = boxes('.map-names text');
      const covers = (n: DOMRect, x: number, y: number) =>
        n.left < x && x < n.right && n.top < y && y < n.bottom;
      return boxes('.role-marks text').filter((l) =>
        names.some((n) => covers(n, (l.left + l.right) / 2, (l.top + l.bottom) / 2)),
      ).length;
    });
    expect(hidden).toBe(0);
    expect(await violations(page)).toEqual([]);
  });

  test('of one measure over LSOAs, by local Moran’s I and few permutations, say so in the link', async ({
    page,
  }) => {
    await page.goto('./#/map?v=1&show=hotspots&level=lsoa');
    await answered(page);
    await page.getByLabel('Clusters of').selectOption('robbery');
    await page.getByText('How they are looked for').click();
    await page.getByLabel('Statistic').selectOption('local-moran');
    await page.getByLabel('Permutations').selectOption('999');
    await expect(page).toHaveURL(/hotspots=local-moran,robbery,999,0\.05/);
    await expect(page.locator('.headline')).toContainText('999 permutations');
    await expect(page.getByText('With so few permutations')).toBeVisible();
    await answered(page);
    expect(await violations(page)).toEqual([]);
  });

  test('stand on a phone with their letters and their sentence', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('./#/map?v=1&show=hotspots');
    await expect(page.locator('.headline')).toContainText('notable');
    await expect(page.locator('.role-marks text').first()).toBeVisible();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    await answered(page);
    expect(await violations(page)).toEqual([]);
  });
});

test.describe('the month axis', () => {
  test('steps, is moved by keys, and says which months are partial', async ({ page }) => {
    await page.goto('./');
    await answered(page);
    const axis = page.getByLabel('Months and period');
    await expect(axis).toContainText('12 whole months');
    const first = axis.getByRole('slider', { name: 'First month of the period' });
    await first.focus();
    for (let k = 0; k < 3; k++) await page.keyboard.press('ArrowLeft');
    await expect(axis).toContainText(/partial, left out and never summed/);
    await expect(page.locator('.reading')).toContainText(/partial and left out/);
    await page.keyboard.press('Home');
    await expect(first).toHaveAttribute('aria-valuetext', 'September 2023');
    await page.goto('./');
    await answered(page);
    await axis.getByLabel('Steps of').selectOption('1');
    await axis.getByRole('button', { name: 'The period before' }).click();
    await expect(page).toHaveURL(/period=2026-02\.\.2026-02/);
    await answered(page);
    await axis.getByRole('button', { name: 'Play' }).click();
    await expect(page).toHaveURL(/period=2026-03\.\.2026-03/);
    await expect(axis.getByRole('button', { name: 'Play' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });

  test('does not play by itself where less motion is asked for', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto('./');
    await answered(page);
    const axis = page.getByLabel('Months and period');
    await expect(axis.getByRole('button', { name: 'The period before' })).toBeVisible();
    await expect(axis.getByRole('button', { name: 'Play' })).toHaveCount(0);
  });
});

async function bring(page: Page, files: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]) {
  await page.getByRole('button', { name: 'Bring your own counts' }).click();
  await page.getByRole('dialog').getByLabel('Choose files').setInputFiles(files);
}

test.describe('own counts', () => {
  test('are confirmed, protected and shown; withheld is not “not known”; the link carries no figure', async ({
    page,
    context,
  }) => {
    await page.goto('./');
    await answered(page);
    await bring(page, csv('knife_injuries.csv', COUNTS));
    const sheet = page.getByRole('dialog', { name: 'Bring your own counts' });
    await expect(sheet).toContainText('Guessed: area codes: “ward_code”');
    expect(await violations(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Read the table' }).click();
    await expect(sheet).toContainText('193 rows read = 191 used + 2 set aside (area code 2)');
    expect(await violations(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Show these counts alone' }).click();
    await answered(page);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('need for knife injuries');
    expect(page.url()).toContain('need=own-1:1');
    expect(page.url()).not.toContain('knife');

    await page.getByRole('button', { name: /^table/ }).click();
    const row = (name: string) =>
      page.getByRole('row').filter({ has: page.getByText(name, { exact: true }) });
    await expect(row(WARDS[0].name).first()).toContainText('suppressed');
    await expect(row(WARDS[1].name).first()).toContainText('not known');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download CSV' }).click();
    const saved = readFileSync(await (await download).path(), 'utf8').split('\n');
    const header = saved.find((line) => line.startsWith('area,'))?.split(',') ?? [];
    const cells = (code: string) => saved.find((line) => line.startsWith(`${code},`))?.split(',') ?? [];
    expect(cells(WARDS[0].code)[header.indexOf('own-1')]).toBe('');
    expect(cells(WARDS[0].code)[header.indexOf('status')]).toContain('suppressed');
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await violations(page)).toEqual([]);

    // Elsewhere the link says that the counts stay where they are, and sentence and figures are of what is at hand.
    const other = await context.newPage();
    await other.goto(page.url());
    await expect(other.getByText(/stays with its owner/)).toBeVisible();
    await expect(other.getByRole('heading', { level: 1 })).toContainText('need for all violence');
    expect(await other.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('knife');
  });

  test('are brought with keys alone, from Data & method', async ({ page }) => {
    await page.goto('./#/method?v=1');
    const entry = page.getByRole('button', { name: 'Bring your own counts' });
    await entry.focus();
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog', { name: 'Bring your own counts' });
    await expect(sheet).toBeVisible();
    const chooser = page.waitForEvent('filechooser');
    await sheet.getByLabel('Choose files').focus();
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(csv('counts.csv', COUNTS));
    await sheet.getByRole('button', { name: 'Read the table' }).focus();
    await page.keyboard.press('Enter');
    await sheet.getByRole('button', { name: 'Add them to the need' }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/need=violence:1,own-1:1/);
    await answered(page);
  });

  /** The first forty wards over three of four months, with a population of their own. */
  const MONTHS = `ward_code,month,injuries,population\n${WARDS.slice(0, 40)
    .flatMap(({ code }, k) =>
      ['2024-01', '2024-02', '2024-04'].map(
        (month, m) => `${code},${month},${20 + ((k * 7 + m * 11) % 50)},9000`,
      ),
    )
    .join('\n')}\n`;

  test('of some months in a row are counted from the first chosen to the last', async ({ page }) => {
    await page.goto('./');
    await answered(page);
    await bring(page, csv('knife_injuries.csv', MONTHS));
    const sheet = page.getByRole('dialog', { name: 'Bring your own counts' });
    await sheet.getByLabel(/^Periods counted/).selectOption('some');
    await sheet.getByLabel(/^From/).selectOption({ label: 'January 2024' });
    await sheet.getByLabel(/^To/).selectOption({ label: 'February 2024' });
    await sheet.getByRole('button', { name: 'Read the table' }).click();
    await expect(sheet).toContainText(
      'Only January 2024 – February 2024 is counted, of 3 periods in the table',
    );
  });

  test('name the period of the file, turn to one of its months, say what they cover, and are forgotten', async ({
    page,
  }) => {
    await page.goto('./');
    await answered(page);
    await bring(page, csv('knife_injuries.csv', MONTHS));
    const sheet = page.getByRole('dialog', { name: 'Bring your own counts' });
    await sheet.getByLabel(/^Name of these counts/).fill('Knife <b>wounds</b>');
    await sheet.getByLabel(/^Periods counted/).selectOption('each');
    await sheet.getByRole('button', { name: 'Read the table' }).click();
    await expect(sheet).toContainText('120 rows read = 120 used + 0 set aside');
    await expect(sheet).toContainText('“population” was not used: rates are per resident');
    await sheet.getByRole('button', { name: 'Show these counts alone' }).click();
    await answered(page);
    const heading = page.getByRole('heading', { level: 1 });
    await expect(heading).toContainText('need for knife <b>wounds</b>');
    await expect(heading).toContainText('January 2024 – April 2024 without March 2024');
    await expect(heading).not.toContainText('April 2025');

    // One month: sentence, list, legend and card are of it; the figure of all says how many wards it is of.
    await page.getByLabel(/^Period of/).selectOption({ label: 'February 2024' });
    await expect(heading).toContainText('February 2024');
    await answered(page);
    await expect(page.getByRole('heading', { name: /^Wards by need, February 2024/ })).toBeVisible();
    const legend = page.getByRole('region', { name: 'Legend' });
    await expect(legend).toContainText(/40 of 192 wards known, together \d/);
    await expect(legend).toContainText('February 2024');
    await expect(legend).not.toContainText('Region');
    const card = page.locator('.card');
    await expect(card).toContainText('February 2024');
    await expect(card).toContainText('by month; 1 month not in the file');
    await expect(card.getByRole('img', { name: /by month/ })).toBeVisible();
    const period = heading.getByRole('button', { name: /February 2024/ });
    await period.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('listbox', { name: 'Change the period' })).toBeFocused();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect(heading).toContainText('April 2024');
    await answered(page);
    expect(await violations(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^table/ }).click();
    await page.getByRole('button', { name: 'Download CSV' }).click();
    const saved = readFileSync(await (await download).path(), 'utf8');
    expect(saved).toMatch(/question: .*April 2024, provision on 31 March 2026/);
    expect(saved).toContain('“Knife <b>wounds</b>”, April 2024.');
    expect(saved).toContain('40 of 192 wards are known');
    await page.getByRole('button', { name: 'Close' }).click();

    // Wards only: LSOAs are closed with the reason; forgetting asks first, and gives the former question back.
    await expect(page.getByRole('radio', { name: /LSOAs/ })).toBeDisabled();
    await expect(page.getByText(/LSOAs are not offered: .* is there by ward only/)).toBeVisible();
    await page.getByRole('button', { name: 'Forget my counts' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Keep them' })).toBeFocused();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Forget my counts' })).toBeFocused();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Forget them' }).click();
    await expect(heading).toContainText('need for all violence');
    await expect(heading).toContainText('April 2025 – March 2026');
    await expect(page.getByRole('button', { name: 'Forget my counts' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Bring your own counts' })).toBeFocused();
    await expect(page.getByRole('radio', { name: /LSOAs/ })).toBeEnabled();
    await answered(page);
  });

  test('of wards met on the level of LSOAs lead back to wards with the question kept', async ({ page }) => {
    await page.goto('./');
    await answered(page);
    await bring(page, csv('knife_injuries.csv', COUNTS));
    const sheet = page.getByRole('dialog', { name: 'Bring your own counts' });
    await sheet.getByRole('button', { name: 'Read the table' }).click();
    await sheet.getByRole('button', { name: 'Add them to the need' }).click();
    await answered(page);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(
      'April 2025 – March 2026, own counts period as in your file',
    );
    await page.evaluate(() => {
      location.hash = location.hash.replace('need=', 'level=lsoa&need=');
    });
    const back = page.getByRole('button', { name: 'Show wards, keep the question' });
    await back.focus();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await answered(page);
    await expect(page).toHaveURL(/need=violence:1,own-1:1/);
    await expect(page).not.toHaveURL(/level=lsoa/);
  });

  test('are brought, turned to another month and forgotten on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('./');
    await answered(page);
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await bring(page, csv('knife_injuries.csv', MONTHS));
    const sheet = page.getByRole('dialog', { name: 'Bring your own counts' });
    await sheet.getByLabel(/^Periods counted/).selectOption('each');
    await sheet.getByRole('button', { name: 'Read the table' }).click();
    await sheet.getByRole('button', { name: 'Show these counts alone' }).click();
    await answered(page);
    const controls = page.getByRole('dialog', { name: 'Change the question' });
    await controls.getByLabel(/^Period of/).selectOption({ label: 'April 2024' });
    await controls.getByRole('button', { name: 'Show the map' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Apr 2024');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await controls.getByRole('button', { name: 'Forget my counts' }).click();
    expect(await violations(page)).toEqual([]);
    await controls.getByRole('button', { name: 'Forget them' }).click();
    await controls.getByRole('button', { name: 'Show the map' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('need for all violence');
  });

  const bad: [string, Buffer, RegExp][] = [
    [
      'random bytes',
      Buffer.from(Uint8Array.from({ length: 4000 }, (_, k) => (k * 7919) % 256)),
      /no readable text/,
    ],
    ['nothing', Buffer.from(''), /file is empty/],
    ['a table without codes', Buffer.from('name,count\nLadywood,3\n'), /No column has GSS codes/],
  ];

  test('a file of 300 MB is refused by its size, in a sentence, at once', async ({ page }, info) => {
    await page.goto('./');
    await answered(page);
    const path = info.outputPath('large.csv');
    writeFileSync(path, '');
    truncateSync(path, 300_000_000);
    await bring(page, path);
    await expect(page.getByRole('dialog')).toContainText(
      /The file has 300 MB; a table .* has less than 30 MB/,
    );
  });

  test('ragged rows and UTF-16 are read as what they are: every row is accounted for', async ({ page }) => {
    await page.goto('./');
    await answered(page);
    const text = `ward_code,count\n${WARDS[0].code},30\n${WARDS[2].code},40,more\n${WARDS[3].code}\n${WARDS[4].code},50\n`;
    await bring(page, {
      name: 'wide.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`\ufeff${text}`, 'utf16le'),
    });
    const sheet = page.getByRole('dialog', { name: 'Bring your own counts' });
    await expect(sheet).toContainText('Read as UTF-16');
    await sheet.getByRole('button', { name: 'Read the table' }).click();
    await expect(sheet).toContainText('4 rows read = 2 used + 2 set aside (shape of the row 2)');
    await expect(sheet).toContainText('It has 3 cells where the header has 2');
  });

  for (const [what, buffer, says] of bad) {
    test(`${what}: a plain sentence, and the page works on`, async ({ page }) => {
      const errors: string[] = [];
      page.on('pageerror', (e) => errors.push(e.message));
      await page.goto('./');
      await answered(page);
      await bring(page, { name: 'odd.csv', mimeType: 'text/csv', buffer });
      await expect(page.getByRole('dialog')).toContainText(says);
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Close' }).click();
      await page.getByRole('radio', { name: 'Need' }).check({ force: true });
      await expect(page).toHaveURL(/show=need/);
      expect(errors).toEqual([]);
    });
  }

  test('markup in headers and names stays text', async ({ page }) => {
    await page.goto('./');
    await answered(page);
    const text = `__proto__,count,"<img src=x onerror=""document.title='hurt'"">"\n${WARDS[0].code},30,x\n${WARDS[3].code},40,y\n`;
    await bring(page, csv('<b>bold</b>.csv', text));
    const sheet = page.getByRole('dialog', { name: 'Bring your own counts' });
    await expect(sheet).toContainText('<b>bold</b>.csv');
    await expect(sheet.locator('img')).toHaveCount(0);
    await sheet.getByRole('button', { name: 'Read the table' }).click();
    await expect(sheet).toContainText('2 rows read = 2 used');
    expect(await page.title()).not.toContain('hurt');
  });

  const CITY = join(import.meta.dirname, '../../../shared/data/crime/raw-city-of-london');
  test('all 24 City of London files at once are recognised, counted and accounted for (skipped where they are not at hand)', async ({
    page,
  }) => {
    test.skip(!existsSync(CITY), 'the files are not at hand');
    await page.goto('./');
    await answered(page);
    const files = readdirSync(CITY).filter((name) => name.endsWith('.csv'));
    await bring(
      page,
      files.map((name) => join(CITY, name)),
    );
    const sheet = page.getByRole('dialog', { name: 'Bring your own counts' });
    await expect(sheet).toContainText('a police.uk street file');
    await sheet.getByRole('button', { name: 'Count the files' }).click();
    await expect(sheet).toContainText(/rows read = /);
    const text = (await sheet.innerText()).replaceAll(',', '');
    const [, read, used, aside] = /(\d+) rows read = (\d+) used \+ (\d+) set aside/.exec(text) ?? [];
    expect(Number(used) + Number(aside)).toBe(Number(read));
    expect(Number(read)).toBeGreaterThan(10_000);
    await expect(sheet).toContainText('City of London Police');
  });
});
