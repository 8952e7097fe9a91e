// The commissioner's job: who lacks what, what would close it, what it costs, and a link that shows another person the same.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from 'playwright/test';
import { watchViolations } from './violations.ts';

const settled = async (page: Page) => {
  await expect(page.locator('[data-state="done"]').first()).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
};
const faultsOf = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`);
};
const planFigures = (page: Page) => page.locator('.plan-figure').allTextContents();

/** Adds a team in Manor Hospital, Walsall, by hand. */
async function addManor(page: Page) {
  await page.locator('summary', { hasText: 'Add a team' }).click();
  const form = page.getByRole('form', { name: 'Add a team' });
  await expect(page.locator('datalist option[value="Manor Hospital"]').first()).toBeAttached();
  await form.getByLabel('Place', { exact: true }).fill('Manor Hospital');
  await form.getByRole('button', { name: 'Add the team' }).click();
}

test.describe('Provision', () => {
  test('is told where the figures count a plan that the records do not', async ({ page }) => {
    const team = 'add,best-RBK02,ae,tertiary,site,Manor%20Hospital,-1.99891,52.58233,,11-24,80,160000';
    await page.goto(`#/provision?v=1&plan=Plan%20A~${team}`);
    await expect(page.locator('.inventory-status')).toContainText(
      'count what Plan A (one team added) changes; the records below do not.',
    );
  });

  test('with the documented inventory primary and secondary read “not known”, never zero', async ({
    page,
  }) => {
    await page.goto('#/provision');
    const matrix = page.getByRole('region', { name: 'Coverage matrix' });
    await expect(matrix.getByRole('table')).toBeVisible();
    for (const tier of ['Primary', 'Secondary']) {
      const row = matrix.getByRole('row', { name: new RegExp(`^${tier}`) });
      await expect(row.locator('.stage')).toHaveText(new Array(6).fill('not known'));
    }
    await expect(
      matrix
        .getByRole('row', { name: /Dudley/ })
        .locator('.stage')
        .nth(2),
    ).toHaveText(/^≥ \d/);
    await expect(page.getByRole('heading', { name: 'Ask next' })).toBeVisible();
    await expect(page.getByText(/do not say when funding ends/)).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
  });

  test('a record is edited, its faults named by field, and undone', async ({ page }) => {
    await page.goto('#/provision');
    await page.getByRole('button', { name: /^Edit .*New Cross/ }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('Places a year').fill('lots');
    await sheet.getByLabel('Funded to').fill('2001-01');
    await sheet.getByRole('button', { name: 'Save the record' }).click();
    await expect(sheet.getByText('“lots” is not a number', { exact: false })).toBeVisible();
    await expect(sheet.getByText('before it starts', { exact: false })).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    await sheet.getByLabel('Places a year').fill('143');
    await sheet.getByLabel('Funded to').fill('');
    await sheet.getByRole('button', { name: 'Save the record' }).click();
    await expect(page).toHaveURL(/inventory=own/);
    const row = page
      .getByRole('region', { name: 'Table of records' })
      .getByRole('row', { name: /New Cross/ });
    await expect(row).toContainText('143');
    await expect(row).toContainText('your own');
    await page.reload();
    await expect(row).toContainText('143');
    await page.getByRole('button', { name: 'Back to the documented inventory' }).click();
    await expect(row).toContainText('43');
    await expect(row).toContainText('documented');
  });

  test('a form without a programme names programmes as its list does, never by ids', async ({ page }) => {
    await page.goto('#/provision');
    await page.getByRole('button', { name: 'Add a service' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('Places a year').fill('lots');
    await sheet.getByRole('button', { name: 'Save the record' }).click();
    const fault = sheet.locator('.field-fault', { hasText: 'Choose one of' });
    await expect(fault).toContainText('Mentors in Violence Prevention');
    await expect(fault).not.toContainText('mvp');
    await expect(sheet.getByRole('alert')).toHaveText('2 fields need mending: programme, places a year.');
    await expect(sheet.getByLabel('Programme')).toBeFocused();
    expect(await faultsOf(page)).toEqual([]);
  });

  test('a place is looked up by name with keys, and the location that is used is said and kept', async ({
    page,
    baseURL,
  }) => {
    const { elsewhere, policy } = watchViolations(page.context(), baseURL ?? '');
    await page.goto('#/provision');
    await page.getByRole('button', { name: 'Add a service' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('Programme').selectOption({ label: 'A&E interventions' });
    const lookup = sheet.getByRole('combobox', { name: 'Look up a place' });
    await lookup.focus();
    await page.keyboard.type('manor hosp');
    await expect(sheet.getByRole('option', { name: /Manor Hospital.*Walsall/ })).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(sheet.getByLabel('Longitude')).toHaveValue(/^-1\.99/);
    await expect(sheet.getByLabel('Latitude')).toHaveValue(/^52\.58/);
    await expect(sheet.getByLabel('Place', { exact: true })).toHaveValue('Manor Hospital');
    await expect(sheet.getByText(/^Location used: Manor Hospital \(hospital, Walsall\)/)).toBeVisible();
    await lookup.focus();
    await page.keyboard.type('bloxwich');
    await page.keyboard.press('Escape');
    await expect(sheet).toBeVisible();
    await page.keyboard.type('bloxwich west');
    await page.keyboard.press('Enter');
    await expect(
      sheet.getByText(/^Location used: the centre of Bloxwich West, ward in Walsall/),
    ).toBeVisible();
    await expect(sheet.getByLabel('Place', { exact: true })).toHaveValue('Bloxwich West');
    await expect(sheet.getByLabel('Notes')).toHaveValue(
      /centre of Bloxwich West ward, Walsall, not an address/,
    );
    await sheet.getByLabel('Places a year').fill('50');
    await sheet.getByRole('button', { name: 'Save the record' }).click();
    const edit = page.getByRole('button', { name: 'Edit A&E interventions, Bloxwich West' });
    await expect(edit).toBeFocused();
    await expect(page.locator('.said-bar')).toContainText('Added Bloxwich West.');
    expect([...elsewhere, ...policy]).toEqual([]);
  });

  for (const [width, height] of [
    [1366, 768],
    [1280, 800],
    [1024, 768],
    [760, 900],
    [390, 844],
  ]) {
    test(`nothing of the page is cut at ${width} pixels`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.goto('#/provision?v=1&inventory=illustrative');
      await expect(page.getByRole('region', { name: 'Table of records' })).toBeVisible();
      await expect(page.getByRole('region', { name: 'Coverage matrix' }).getByRole('table')).toBeVisible();
      await page.getByText('Lists stated to be complete').click();
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('.provision-screen, .provision-screen *')]
          .filter((e) => e.matches('.records-scroll, .matrix-scroll, .provision-screen'))
          .filter((e) => e.scrollWidth > e.clientWidth)
          .map((e) => `${e.className}: ${e.scrollWidth} in ${e.clientWidth}`),
      );
      expect(cut).toEqual([]);
      const last = page.getByRole('button', { name: /^Delete / }).first();
      const box = await last.boundingBox();
      expect((box?.x ?? width) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    });
  }

  test('a file’s good rows are taken, its faults listed, and names that look like markup are text', async ({
    page,
  }) => {
    await page.goto('#/provision');
    await expect(page.getByRole('region', { name: 'Table of records' })).toBeVisible();
    const text = [
      'id,programme,place,lon,lat,capacity,start,end',
      'a,mentoring,<img src=x onerror=alert(1)>,-1.9,52.48,40,2025-04,2027-03',
      'b,mentoring,Ends early,-1.9,52.48,40,2027-04,2025-03',
      'c,unheard-of,Nowhere,-1.9,52.48,40,,',
    ].join('\n');
    const choose = () =>
      page
        .getByLabel('Inventory file, CSV or TSV')
        .setInputFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await choose();
    const sheet = page.getByRole('dialog');
    await expect(sheet).toContainText('3 rows read');
    await expect(sheet).toContainText('Row 3, end: it ends (2025-03) before it starts (2027-04)');
    await expect(sheet).toContainText('Row 4, programme: “unheard-of” is not a programme here');
    await expect(sheet).toContainText('mvp (Mentors in Violence Prevention)');
    expect(await faultsOf(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Use this row' }).click();
    const records = page.getByRole('region', { name: 'Table of records' });
    await expect(records).toContainText('<img src=x onerror=alert(1)>');
    await expect(records.locator('img')).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(page).not.toHaveURL(/inventory=own/);

    const rows = records.locator('tbody tr');
    const before = await rows.count();
    await choose();
    await expect(sheet).toContainText('a copy of the');
    await expect(sheet).toContainText('none has the id of a record there');
    await sheet.getByRole('button', { name: 'Add it' }).click();
    await expect(rows).toHaveCount(before + 1);
    await choose();
    await expect(sheet).toContainText('one has the id of a record there and takes its place');
    await sheet.getByRole('button', { name: 'Add it' }).click();
    await expect(sheet).toHaveCount(0);
    await expect(rows).toHaveCount(before + 1);
  });

  test('a file of random bytes is refused in a sentence, and the page goes on', async ({ page }) => {
    await page.goto('#/provision');
    await expect(page.getByRole('region', { name: 'Table of records' })).toBeVisible();
    const buffer = Buffer.from(Array.from({ length: 4096 }, (_, k) => (k * 7919 + 13) % 256));
    await page
      .getByLabel('Inventory file, CSV or TSV')
      .setInputFiles({ name: 'noise.csv', mimeType: 'text/csv', buffer });
    await expect(page.getByRole('dialog').getByRole('alert')).toContainText(
      /no readable text|not a text table/,
    );
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('region', { name: 'Coverage matrix' })).toBeVisible();
  });

  test('the illustrative inventory is marked on every screen and on its file, and funding that ends opens gaps', async ({
    page,
  }) => {
    await page.goto('#/provision');
    await page.getByRole('button', { name: 'Load the illustrative inventory' }).click();
    const mark = page.getByRole('complementary', { name: 'Illustrative inventory' });
    await expect(mark).toContainText('not evidence');
    await expect(page.getByText(/wards fall into gap;/)).toBeVisible();
    const copy = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save a copy' }).click();
    const saved = await copy;
    expect(saved.suggestedFilename()).toContain('illustrative');
    const lines = await (await saved.createReadStream()).toArray();
    expect(Buffer.concat(lines).toString()).toMatch(/^# ILLUSTRATIVE/);
    expect(await faultsOf(page)).toEqual([]);
    for (const screen of ['Map', 'Plan']) {
      await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen }).click();
      await expect(mark).toBeVisible();
    }
    await mark.getByRole('button').click();
    await expect(mark).toHaveCount(0);
  });
});

test.describe('Plan', () => {
  test('a new team in Walsall changes the headline, and undo brings back the same figures', async ({
    page,
  }) => {
    await page.goto('#/plan');
    await settled(page);
    const [now] = await planFigures(page);
    const rows = await page.locator('.dumbbells').innerText();
    await addManor(page);
    await expect(page.locator('.plan-figure')).toHaveCount(2);
    const [still, planned] = await planFigures(page);
    expect(still).toBe(now);
    expect(Number.parseInt(planned, 10)).toBeLessThan(Number.parseInt(now, 10));
    await settled(page);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(page.locator('.plan-figure')).toHaveText([now]);
    // The list follows the figures a frame later.
    await expect.poll(() => page.locator('.dumbbells').innerText()).toBe(rows);
  });

  test('the link, opened by somebody else, shows the same figures', async ({ page, browser }) => {
    await page.goto('#/plan');
    await settled(page);
    await addManor(page);
    await expect(page.locator('.plan-figure')).toHaveCount(2);
    await settled(page);
    const seen = await page.locator('.plan-centre').innerText();
    const fresh = await browser.newContext();
    const other = await fresh.newPage();
    await other.goto(page.url());
    await settled(other);
    await expect(other.locator('.plan-figure')).toHaveCount(2);
    expect(await other.locator('.plan-centre').innerText()).toBe(seen);
    await expect(other.getByLabel('Plan in hand')).toContainText('from the link');
    await fresh.close();
  });

  test('the best sites are found, certified, counted and proved', async ({ page }) => {
    await page.goto('#/plan');
    await settled(page);
    await page.getByRole('button', { name: 'Find the best sites' }).click();
    await expect(page.locator('.certified')).toContainText(/Certified: (nothing better|at most [\d.]+%)/);
    await expect(page.locator('.change-words').first()).toContainText(/^\+ /);
    await expect(page.locator('.plan-detail')).toContainText('of 400 runs');
    await page.getByRole('button', { name: 'Prove it' }).click();
    await expect(page.locator('.certified')).toContainText(/Proved: |found nothing better in/, {
      timeout: 60_000,
    });
    expect(await faultsOf(page)).toEqual([]);
  });

  test('what was found is marked once the plan is changed by hand, and stands again after Undo', async ({
    page,
  }) => {
    await page.goto('#/plan');
    await settled(page);
    await page.getByRole('button', { name: 'Find the best sites' }).click();
    await expect(page.locator('.plan-detail')).toContainText('of 400 runs');
    await expect(page.locator('.found-before')).toHaveCount(0);
    await page.locator('summary', { hasText: 'Existing services' }).click();
    await page.getByRole('button', { name: 'Close Russells Hall Hospital' }).click();
    await expect(page.locator('.plan-detail .found-before')).toContainText(
      'Found for the plan as it was, or for another one',
    );
    await expect(page.getByRole('button', { name: 'Prove it' })).toHaveCount(0);
    await settled(page);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(page.locator('.found-before')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Prove it' })).toBeVisible();
  });

  test('the link carries what sites are searched with, and finds the same sites elsewhere', async ({
    page,
    browser,
  }) => {
    await page.goto('#/plan');
    await settled(page);
    await page.getByLabel('Budget a year').fill('160000');
    await page.getByLabel('Budget a year').press('Enter');
    await page.getByLabel('Of', { exact: true }).selectOption({ label: 'Walsall' });
    await expect(page).toHaveURL(/search=budget:160000,of:E08000030/);
    const fresh = await browser.newContext();
    const other = await fresh.newPage();
    await other.goto(page.url());
    await settled(other);
    await expect(other.getByLabel('Budget a year')).toHaveValue('160000');
    await expect(other.getByLabel('Of', { exact: true })).toHaveValue('E08000030');
    for (const one of [page, other]) {
      await one.getByRole('button', { name: 'Find the best sites' }).click();
      await expect(one.locator('.planned-changes .change-words')).toHaveText(['+ Manor Hospital, 80 places']);
      await expect(one.locator('.plan-cost')).toContainText('£160,000 a year');
    }
    await fresh.close();
  });

  test('where provision is not known no gap is worked out', async ({ page }) => {
    await page.goto('#/plan?v=1&tier=primary&programmes=mentoring');
    await expect(page.getByRole('heading', { name: 'There is no gap to plan against here' })).toBeVisible();
    await expect(page.locator('.plan-figure')).toHaveCount(0);
    expect(await faultsOf(page)).toEqual([]);
  });

  test('plans are named, kept and compared', async ({ page }) => {
    await page.goto('#/plan');
    await settled(page);
    await addManor(page);
    await expect(page.locator('.plan-figure')).toHaveCount(2);
    await page.getByRole('button', { name: '+ New' }).click();
    await expect(page.getByLabel('Plan in hand')).toHaveValue('Plan B');
    await page.locator('summary', { hasText: 'Existing services' }).click();
    await page.getByRole('button', { name: 'Close Russells Hall Hospital' }).click();
    await page.getByLabel('Compare with').selectOption('Plan A');
    await expect(page.getByRole('region', { name: 'Compare plans' }).getByRole('table')).toContainText(
      'Plan A',
    );
    await page.reload();
    await expect(page.getByLabel('Plan in hand')).toHaveValue('Plan B');
    await expect(page.getByLabel('Plan in hand').locator('option', { hasText: 'Plan A' })).toHaveCount(1);
  });
});

test.describe('with keys alone', () => {
  const focused = (page: Page) =>
    page.evaluate(() => {
      const at = document.activeElement;
      return at?.getAttribute('aria-label') ?? at?.textContent?.trim() ?? '';
    });

  test('teams are added in Walsall until the budget is spent, a second one is asked about, and all is taken back', async ({
    page,
  }) => {
    await page.goto('#/plan?v=1&search=budget:200000');
    await settled(page);
    await expect(page.locator('datalist option[value="Manor Hospital"]').first()).toBeAttached();
    const tabTo = async (name: string) => {
      for (let k = 0; k < 60 && (await focused(page)) !== name; k++) await page.keyboard.press('Tab');
      expect(await focused(page)).toBe(name);
    };
    await tabTo('Add a team');
    await page.keyboard.press('Enter');
    await tabTo('Place');
    await page.keyboard.type('Manor Hospital');
    await page.keyboard.press('Enter');
    const rows = page.locator('.planned-changes > li');
    await expect(rows).toHaveCount(1);
    expect(await focused(page)).toBe('Place');
    await expect(page.locator('.plan-cost')).toContainText('£40,000 a year is left');

    await page.keyboard.type('Manor Hospital');
    await page.keyboard.press('Enter');
    const asked = page.getByRole('alertdialog', { name: 'A second team at one place?' });
    await expect(asked).toContainText('There is already a team at Manor Hospital in this plan');
    await expect(asked.getByRole('button', { name: 'Change the one there to 80 places' })).toBeFocused();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(rows).toHaveCount(2);
    await expect(rows.first()).toContainText('There is another team at this place');
    expect(await focused(page)).toBe('Place');
    await expect(page.locator('.over-budget')).toHaveText(
      'Over budget: £120,000 a year more than the budget of £200,000.',
    );
    await settled(page);
    expect(await faultsOf(page)).toEqual([]);

    const takeBack = page.getByRole('button', { name: /^Take back/ });
    await takeBack.first().focus();
    await page.keyboard.press('Enter');
    await expect(rows).toHaveCount(1);
    await expect(takeBack).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(rows).toHaveCount(0);
    expect(await focused(page)).toBe('Add a team');
  });
});

test.describe('Place on paper', () => {
  for (const [name, codes] of [
    ['a ward', 'E05001304'],
    ['an authority of many wards', 'E08000025'],
    ['a group of wards', 'E05001218,E05001219,E05011181'],
  ])
    for (const inventory of ['documented', 'illustrative'])
      test(`${name} is one A4 page with the ${inventory} inventory, and nothing shortened goes unsaid`, async ({
        page,
      }) => {
        await page.goto(`#/place?v=1&select=${codes}&inventory=${inventory}`);
        await settled(page);
        const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
        expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
        expect(pdf).toMatch(/\/MediaBox \[0 0 59\d(\.\d+)? 84\d(\.\d+)?\]/);
        await page.emulateMedia({ media: 'print' });
        for (const list of await page.locator('.tier').all()) {
          const all = await list.locator('.tier-services li').count();
          const said = await list.locator('.shown-of.on-paper').allTextContents();
          const shown = await list.locator('.tier-services li:visible').count();
          if (shown < all && said.length > 0)
            expect(said[0]).toMatch(new RegExp(`^${shown} of \\d+ services`));
          else expect(shown).toBe(all);
        }
        const cut = await page
          .locator('.place-areas a')
          .evaluateAll((names) => names.filter((n) => n.scrollWidth > n.clientWidth).length);
        expect(cut).toBe(0);
      });
});

test.describe('with keys alone, on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('a team is added and taken back, and nothing runs off the side', async ({ page }) => {
    await page.goto('#/plan');
    await settled(page);
    const press = async (name: string | RegExp, role: 'button' | 'textbox' = 'button') => {
      await page.getByRole(role, { name }).first().focus();
      await page.keyboard.press('Enter');
    };
    await page.locator('summary', { hasText: 'Add a team' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('form', { name: 'Add a team' }).getByLabel('Place', { exact: true }).focus();
    await page.keyboard.type('Our own place');
    await page.keyboard.press('Tab');
    await page.keyboard.type('-1.999');
    await page.keyboard.press('Tab');
    await page.keyboard.type('52.582');
    await page.keyboard.press('Enter');
    await expect(page.locator('.plan-figure')).toHaveCount(2);
    await press(/^Take back/);
    await expect(page.getByRole('button', { name: /^Take back/ })).toHaveCount(0);
    for (const screen of ['plan', 'provision']) {
      await page.goto(`#/${screen}`);
      await page.waitForLoadState('networkidle');
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
    }
  });

  test('provision: found, edited, deleted, undone, brought in from a file, and read when funding has ended', async ({
    page,
  }) => {
    await page.goto('#/provision?v=1&inventory=illustrative');
    const records = page.getByRole('region', { name: 'Table of records' });
    await expect(records).toBeVisible();
    const enter = async (name: string | RegExp) => {
      await page.getByRole('button', { name }).first().focus();
      await page.keyboard.press('Enter');
    };
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    const rows = records.locator('tbody tr:visible');

    await page.getByRole('searchbox', { name: 'Find records' }).focus();
    await page.keyboard.type('school engagement');
    await expect(rows).not.toHaveCount(0);
    const found = await rows.count();
    for (const row of await rows.all()) await expect(row).toContainText('School Engagement Officers');

    await enter(/^Edit School Engagement Officers, .*Walsall/);
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('Places a year').focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('77');
    await page.keyboard.press('Enter');
    await expect(sheet).toHaveCount(0);
    await expect.poll(focused).toMatch(/^Edit School Engagement Officers, .*Walsall/);
    await expect(rows.filter({ hasText: 'Walsall' })).toContainText('77');

    await enter(/^Delete .*Walsall/);
    await expect(rows).toHaveCount(found - 1);
    await expect.poll(focused).toMatch(/^Edit School Engagement Officers/);
    await enter(/^Undo: Deleted/);
    await expect(rows).toHaveCount(found);
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');

    const chooser = page.waitForEvent('filechooser');
    await enter('Import');
    await (await chooser).setFiles({
      name: 'mine.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        [
          'record,id,programme,place,lon,lat,areas,capacity,end',
          'service,a,ae,Here,-1.9,52.48,,40,2026-12',
          'service,b,ae,There,-1.9,,,x,',
          'coverage,,ae,,,,all,,',
        ].join('\n'),
      ),
    });
    await expect(sheet).toContainText('Row 3, capacity: “x” is not a number');
    await expect(sheet).toContainText('Row 3, lat: only one half of the point is there');
    const wide = await sheet.evaluate((e) => e.scrollWidth - e.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await enter('Use these 2 rows');
    await expect(sheet).toHaveCount(0);
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');
    await page.getByRole('searchbox', { name: 'Find records' }).fill('');
    await expect(rows).toHaveCount(1);

    const matrix = page.getByRole('region', { name: 'Coverage matrix' });
    await expect(matrix).toContainText('> 0');
    const funded = await matrix.innerText();
    await expect(page.getByText(/falls? into gap;/)).toBeVisible();
    await page.getByRole('slider', { name: 'Date' }).focus();
    for (let k = 0; k < 10; k++) await page.keyboard.press('ArrowRight');
    await expect(page).toHaveURL(/date=2027-01-31/);
    await expect.poll(() => matrix.innerText()).not.toBe(funded);
    await enter(/^Back to/);
    await expect(page.getByRole('slider', { name: 'Date' })).toBeFocused();
    expect(await faultsOf(page)).toEqual([]);
  });
});
