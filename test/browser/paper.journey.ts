// The Map printed from any screen: whole, with what its colours mean, whole rows of the list, and where the figures come from.
import { expect, test } from 'playwright/test';

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
])
  test(`a map printed from ${width} × ${height} is whole, read by its legend, and names its release`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto('./#/map?v=1');
    await expect(page.locator('.headline[data-state="done"]')).toBeVisible();
    await expect(page.locator('.paper-foot')).toBeHidden();
    await page.emulateMedia({ media: 'print' });
    // A page of A4 between its margins.
    await page.setViewportSize({ width: 680, height: 1009 });
    await expect(page.locator('.paper-foot')).toContainText(/release \d{4}-\d{2}-\d{2} \(\w+\)/);
    await expect(page.getByText('more than need calls for').last()).toBeVisible();
    await expect
      .poll(() =>
        page.locator('.map-frame').evaluate((frame) => {
          const room = frame.getBoundingClientRect();
          const map = (
            frame.querySelector('.focus-border, .map-borders, .map-areas') as Element
          )?.getBoundingClientRect();
          return Math.max(room.left - map.left, map.right - room.right, map.bottom - room.bottom);
        }),
      )
      .toBeLessThanOrEqual(1);
    const rows = await page.locator('.list-scroll').evaluate((list) => {
      const row = list.querySelector('[role="option"]') as HTMLElement;
      return list.clientHeight / row.offsetHeight;
    });
    expect(rows).toBe(Math.round(rows));
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width, height });
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect((pdf.match(/\/Type\s*\/Page[^s]/g) ?? []).length).toBeLessThanOrEqual(2);
  });
