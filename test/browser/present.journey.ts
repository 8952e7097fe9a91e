// A story in a meeting: keys and buttons turn its pages, its words follow its figures, and it prints a page a step.
import { expect, type Page, test } from 'playwright/test';

const title = (page: Page) => page.locator('.slide-holder[data-late="false"] h2');

test('keys, buttons and dots turn the pages of the region’s story, and the link holds the step', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto('./#/present?v=1');
  await expect(title(page)).toContainText('spread unevenly');
  await page.keyboard.press('ArrowRight');
  await expect(title(page)).toContainText('none of them is in Sandwell, Solihull or Walsall');
  await page.keyboard.press(' ');
  await expect(title(page)).toContainText('would have to move for provision to follow need');
  await page.getByRole('button', { name: 'Next step' }).click();
  await expect(title(page)).toContainText('more need than provision reaches');
  await page.keyboard.press('End');
  await expect(title(page)).toContainText('not known');
  await page.getByRole('button', { name: 'Step 3', exact: true }).click();
  await expect(title(page)).toContainText('would have to move');
  const told = await title(page).innerText();

  const fresh = await (await browser.newContext({ baseURL })).newPage();
  await fresh.goto(page.url());
  await expect(title(fresh)).toHaveText(told);
  await fresh.context().close();

  await page.goBack();
  await expect(title(page)).toContainText('not known');
});

test('every page of a slide fits a projector of 1024 × 768 without scrolling', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto('./#/present?v=1');
  for (let step = 1; step <= 6; step++) {
    await page.getByRole('button', { name: `Step ${step}`, exact: true }).click();
    await expect(title(page)).toBeVisible();
    const next = await page.getByRole('button', { name: 'Next step' }).boundingBox();
    expect((next?.y ?? 999) + (next?.height ?? 0)).toBeLessThanOrEqual(768);
  }
});

test('there is a story for each of the seven authorities', async ({ page }) => {
  await page.goto('./#/present?v=1');
  const choice = page.getByRole('combobox', { name: 'Story' });
  for (const name of [
    'Birmingham',
    'Coventry',
    'Dudley',
    'Sandwell',
    'Solihull',
    'Walsall',
    'Wolverhampton',
  ]) {
    await choice.selectOption({ label: name });
    await page.getByRole('button', { name: 'Step 3', exact: true }).click();
    await expect(title(page)).toContainText(`${name}: `);
  }
});

test('a copy can be retitled, reordered and undone, and carries itself in a link', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto('./#/present?v=1');
  await page.getByRole('button', { name: 'Edit a copy' }).click();
  const first = page.getByRole('textbox', { name: 'Title', exact: true }).first();
  await first.fill('What we saw in March');
  await first.blur();
  await expect(title(page)).toHaveText('What we saw in March');
  await page.getByRole('button', { name: 'Move step 1 down' }).click();
  await expect(page.getByRole('textbox', { name: 'Title', exact: true }).nth(1)).toHaveValue(
    'What we saw in March',
  );
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('textbox', { name: 'Title', exact: true }).first()).toHaveValue(
    'What we saw in March',
  );

  await page.getByRole('button', { name: 'Copy link to the story' }).click();
  const said = page.getByRole('region', { name: 'Edit the story' }).getByRole('status');
  await expect(said).not.toBeEmpty();
  const link = (await said.innerText()).startsWith('http')
    ? await said.innerText()
    : await page.evaluate(() => navigator.clipboard.readText()).catch(() => '');
  if (link !== '') {
    const fresh = await (await browser.newContext({ baseURL })).newPage();
    await fresh.goto(link);
    await fresh.getByRole('button', { name: 'Step 1', exact: true }).click();
    await expect(title(fresh)).toHaveText('What we saw in March');
    await fresh.context().close();
  }
});

test('prints one page a step', async ({ page }) => {
  await page.goto('./#/present?v=1');
  await expect(title(page)).toBeVisible();
  // The dialog of the system cannot be driven: the moment it would open is when the paper is looked at.
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await expect(page.locator('.printed-story .slide')).toHaveCount(6, { timeout: 45_000 });
  const pdf = await page.pdf({ format: 'A4', landscape: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(6);
});
