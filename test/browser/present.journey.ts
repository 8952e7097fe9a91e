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

/** What a tool's name says has the focus now; the page itself never does. */
async function expectFocus(page: Page, name: string | RegExp): Promise<void> {
  await expect(page.getByRole('button', { name }).first()).toBeFocused();
}

test('a story is reordered and edited with keys alone, and the focus is never lost', async ({ page }) => {
  await page.goto('./#/present?v=1');
  await expect(title(page)).toBeVisible();
  const press = async (name: string | RegExp, key = 'Enter') => {
    await page
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .focus();
    await page.keyboard.press(key);
  };
  const kept = async () =>
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
  await press('Edit a copy');
  await press('Move step 1 down');
  // The button travels with its step, so that the same key moves it on.
  await expectFocus(page, 'Move step 2 down');
  await page.keyboard.press('Enter');
  await expectFocus(page, 'Move step 3 down');
  await press('Move step 5 down');
  await expectFocus(page, 'Move step 6 up');
  const steps = page.locator('.story-steps > li');
  await expect(steps).toHaveCount(6);
  await press('Remove step 6');
  await expect(steps).toHaveCount(5);
  await expectFocus(page, 'Remove step 5');
  await press('Undo');
  await expect(steps).toHaveCount(6);
  await kept();
  for (let k = 0; k < 3; k++) await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Story' })).toHaveValue('region');
  await kept();
  await expect(page.getByText('kept in another browser')).toHaveCount(0);
  await press('Done');
  await expectFocus(page, 'Edit a copy');
  for (let k = 0; k < 6; k++) {
    await press('Next step');
    await kept();
  }
  await expect(title(page)).toContainText('not known');
  await expectFocus(page, 'Next step');
});

test('on the full screen keys, a press and a swipe turn the pages', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto('./#/present?v=1');
  await expect(title(page)).toBeVisible();
  const at = (n: number) =>
    expect(page.locator('.stage')).toHaveAttribute('aria-label', new RegExp(`step ${n} of 6`));
  await page.getByRole('button', { name: 'Full screen' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.className)).toBe('stage');
  await page.keyboard.press('PageDown');
  await at(2);
  await page.mouse.click(400, 400);
  await at(3);
  // A press on the map takes nothing from the keys.
  await page.keyboard.press('ArrowRight');
  await at(4);
  await page.mouse.move(600, 400);
  await page.mouse.down();
  await page.mouse.move(300, 410, { steps: 4 });
  await page.mouse.up();
  await at(5);
  await page.getByRole('button', { name: 'Previous step' }).click();
  await at(4);
});

test('an authority’s story stands on its own map: others muted, its border strong, its wards large', async ({
  page,
}) => {
  await page.goto('./#/present?v=1');
  await expect(title(page)).toBeVisible();
  const width = () =>
    page
      .locator('.slide .map-areas path[data-code="E05001316"]')
      .first()
      .evaluate((p) => p.getBoundingClientRect().width);
  await expect(page.locator('.slide .focus-veil')).toHaveCount(0);
  const before = await width();
  await page.getByRole('combobox', { name: 'Story' }).selectOption({ label: 'Walsall' });
  await expect(title(page)).toContainText('Walsall');
  await expect(page.locator('.slide .focus-border')).toHaveCount(1);
  await expect.poll(width).toBeGreaterThan(before * 1.5);
});

test('each slide has its whole legend open and says what its own question finds in the inventory', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto('./#/present?v=1');
  for (let step = 1; step <= 6; step++) {
    await page.getByRole('button', { name: `Step ${step}`, exact: true }).click();
    await expect(title(page)).toBeVisible();
    await expect(page.locator('.slide-foot')).toContainText(
      step === 6
        ? 'three records of primary prevention, none of them counted (places a year not known)'
        : 'five services of A&E interventions counted',
    );
    const legend = page.getByRole('region', { name: /^Legend:/ });
    await expect(legend).toContainText('not known');
    const size = await legend.evaluate((e) => Number.parseFloat(getComputedStyle(e).fontSize));
    expect(size).toBeGreaterThanOrEqual(16);
    // Nothing of a slide is cut or covered.
    const cut = await page.locator('.slide').evaluate((slide) => {
      const words = slide.querySelector('.slide-words') as HTMLElement;
      const foot = (slide.querySelector('.slide-foot') as HTMLElement).getBoundingClientRect();
      const key = (slide.querySelector('.slide-legend') as HTMLElement).getBoundingClientRect();
      return words.scrollHeight > words.clientHeight + 1 || key.bottom > foot.top + 1;
    });
    expect(cut).toBe(false);
  }
});

test('prints one page a step', async ({ page }) => {
  await page.goto('./#/present?v=1');
  await expect(title(page)).toBeVisible();
  // The dialog of the system cannot be driven, and holds the page while it is open: here an error holds it.
  await page.evaluate(() => {
    window.print = () => {
      throw new Error('the dialog is open');
    };
  });
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await expect(page.locator('.printed-story .slide')).toHaveCount(6, { timeout: 45_000 });
  const pdf = await page.pdf({ format: 'A4', landscape: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(6);
  // On paper each map is as large as it was measured: nothing of it stands outside its frame.
  await page.emulateMedia({ media: 'print' });
  const outside = await page.locator('.printed-story .slide-picture').evaluateAll(
    (frames) =>
      frames.filter((frame) => {
        const room = frame.getBoundingClientRect();
        const areas = frame.querySelector('.map-areas')?.getBoundingClientRect();
        return (
          !areas ||
          areas.left < room.left - 1 ||
          areas.right > room.right + 1 ||
          areas.bottom > room.bottom + 1
        );
      }).length,
  );
  expect(outside).toBe(0);
});

test('a finger’s swipe turns the pages wherever on the slide it goes, and one along it does not', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    baseURL,
    hasTouch: true,
    viewport: { width: 1024, height: 768 },
  });
  const page = await context.newPage();
  await page.goto('./#/present?v=1');
  await expect(title(page)).toBeVisible();
  const finger = await context.newCDPSession(page);
  const swipe = async (target: string, [dx, dy]: [number, number]) => {
    const box = await page.locator(target).boundingBox();
    if (!box) throw new Error(`No ${target} on the slide.`);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const touch = (type: string, touchPoints: { x: number; y: number }[]) =>
      finger.send('Input.dispatchTouchEvent', { type, touchPoints } as never);
    await touch('touchStart', [{ x, y }]);
    for (let k = 1; k <= 6; k++) await touch('touchMove', [{ x: x + (dx * k) / 6, y: y + (dy * k) / 6 }]);
    await touch('touchEnd', []);
  };
  const at = (n: number) =>
    expect(page.locator('.stage')).toHaveAttribute('aria-label', new RegExp(`step ${n} of 6`));
  let step = 1;
  for (const target of ['.slide-means', '.slide-picture', '.slide-legend', '.slide-title']) {
    await swipe(target, [-160, 10]);
    await at(++step);
  }
  await swipe('.slide-list', [0, -160]);
  await at(step);
  await swipe('.slide-means', [160, 10]);
  await at(--step);
  await context.close();
});

for (const [width, height] of [
  [390, 844],
  [844, 390],
])
  test(`a slide on the full screen of ${width} × ${height} is read whole by scrolling, and can be left`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto('./#/present?v=1');
    await page.getByRole('button', { name: 'Step 3', exact: true }).click();
    await expect(title(page)).toContainText('would have to move');
    await page.getByRole('button', { name: 'Full screen' }).click();
    await expect.poll(() => page.evaluate(() => document.fullscreenElement?.className)).toBe('stage');
    await page.evaluate(() => document.fullscreenElement?.scrollTo(0, 99_999));
    const room = await page.locator('.slide').evaluate((slide) => {
      const box = (name: string) => (slide.querySelector(name) as HTMLElement).getBoundingClientRect();
      const words = slide.querySelector('.slide-words') as HTMLElement;
      const [key, said, foot] = [box('.slide-legend'), box('.slide-words'), box('.slide-foot')];
      return {
        cut: words.scrollHeight - words.clientHeight,
        covered: key.bottom > foot.top + 1 || (said.left < key.right && said.top < key.bottom - 1),
        foot: foot.bottom,
      };
    });
    expect(room.cut).toBeLessThanOrEqual(1);
    expect(room.covered).toBe(false);
    const leave = await page.getByRole('button', { name: 'Leave full screen' }).boundingBox();
    if (!leave) throw new Error('No way out of the full screen.');
    expect(room.foot).toBeLessThanOrEqual(leave.y);
    expect(leave.x + leave.width).toBeLessThanOrEqual(width);
    // The next step is read from its title.
    await page.getByRole('button', { name: 'Next step' }).click();
    await expect(title(page)).toContainText('more need than provision reaches');
    await expect(title(page)).toBeInViewport();
    await page.getByRole('button', { name: 'Leave full screen' }).click();
    await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();
  });

test('on a tablet a step is edited beside its slide, named for what it tells', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto('./#/present?v=1');
  await expect(title(page)).toBeVisible();
  await page.getByRole('button', { name: 'Edit a copy' }).click();
  const second = page.locator('.story-steps > li').nth(1);
  await expect(second.getByRole('textbox', { name: 'Caption' })).toBeInViewport({ ratio: 1 });
  await second.getByRole('button', { name: '2. Provision' }).click();
  await expect(title(page)).toContainText('Five services');
  // What is written is seen where it will stand, also in a step that was not the one shown.
  const third = page.locator('.story-steps > li').nth(2).getByRole('textbox', { name: 'Title' });
  await third.fill('A third would have to move');
  await third.blur();
  await expect(title(page)).toHaveText('A third would have to move');
  await expect(title(page)).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('button', { name: 'Next step' })).toBeInViewport({ ratio: 1 });
});

test('printed by the browser’s own command, the slide shown is whole, credited and without buttons', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto('./#/present?v=1');
  await expect(title(page)).toBeVisible();
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.slide-foot')).toContainText(
    /April 2025 – March 2026 · release .* · police\.uk/,
  );
  await expect(page.getByRole('button')).toHaveCount(0);
  await page.setViewportSize({ width: 680, height: 1009 });
  const outside = () =>
    page.locator('.slide-picture').evaluate((frame) => {
      const room = frame.getBoundingClientRect();
      const map = (frame.querySelector('.map-areas') as Element).getBoundingClientRect();
      return Math.max(room.left - map.left, map.right - room.right, map.bottom - room.bottom);
    });
  await expect.poll(outside).toBeLessThanOrEqual(1);
});
