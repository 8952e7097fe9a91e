// What is taken away of an answer: opened and chosen with keys, each file says what it is of, and an invented inventory is marked on all of them.
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { type Download, expect, type Page, test } from 'playwright/test';

const PACKAGE = new URL('../../public/data/datapackage.json', import.meta.url);
const { release } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { release: { id: string; hash: string } };

async function opened(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await expect(page.locator('.headline[data-state="done"]')).toBeVisible();
  const button = page.getByRole('button', { name: 'Export', exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
}

/** Chosen as a reader without a mouse does: the button has the focus, Enter presses it. */
async function chosen(page: Page, name: string): Promise<Download> {
  const button = page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name, exact: true });
  await button.focus();
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  await expect(page.locator('.export-said')).toHaveText(`${file.suggestedFilename()} is ready.`);
  return file;
}

const bytesOf = async (file: Download) => readFileSync(await file.path());
const textOf = async (file: Download) => (await bytesOf(file)).toString('utf8');

/** The words of a picture, its lines joined again. */
function wordsOf(svg: string): string {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)]
    .map(([, text]) => text)
    .join(' ')
    .replaceAll('&amp;', '&');
}

/** Pixels across and down, and how many different colours stand on a coarse grid of points. */
async function seen(page: Page, png: Buffer): Promise<{ width: number; height: number; colours: number }> {
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, image.width, image.height);
    const found = new Set<string>();
    for (let y = 0; y < image.height; y += 16)
      for (let x = 0; x < image.width; x += 16) {
        const at = 4 * (y * image.width + x);
        found.add(`${data[at]},${data[at + 1]},${data[at + 2]}`);
      }
    return { width: image.width, height: image.height, colours: found.size };
  }, png.toString('base64'));
}

const PROVENANCE = [
  'Where does need for all violence per 1,000 residents outstrip A&E interventions for ages 11–24',
  'April 2025 – March 2026',
  `release ${release.id} (${release.hash})`,
  'engine ',
  'seed 1',
  'OS © Crown copyright',
  'police.uk',
  'OGL v3',
];

test('pictures and tables of the map are taken away with keys alone, and each says what it is of', async ({
  page,
}) => {
  test.slow();
  await opened(page, './#/map?v=1');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  expect((await new AxeBuilder({ page }).analyze()).violations.map((v) => v.id)).toEqual([]);

  const svg = await textOf(await chosen(page, 'Map with legend as SVG'));
  const words = wordsOf(svg);
  for (const part of PROVENANCE) expect(words).toContain(part);
  expect(words).toContain('documented inventory: five services of A&E interventions counted');
  // The whole legend: every class with its number of wards, the hatch, the symbol.
  const counts = [...words.matchAll(/(?:short|calls for) \((\d+)\)/g)].map(([, n]) => Number(n));
  expect(counts).toHaveLength(7);
  const unknown = Number(/not known \((\d+)\)/.exec(words)?.[1]);
  expect(counts.reduce((sum, n) => sum + n, unknown)).toBe(192);
  expect(words).toContain('hospital team');
  expect(svg.match(/data-code="E05/g)).toHaveLength(192);
  expect(svg).not.toMatch(/ILLUSTRATIVE/i);
  expect(svg).not.toMatch(/<image|href=|url\(http/);

  const picture = await seen(page, await bytesOf(await chosen(page, 'Map with legend as PNG')));
  expect(picture.width).toBeGreaterThan(2000);
  expect(picture.height).toBeGreaterThan(1000);
  expect(picture.colours).toBeGreaterThan(8);

  for (const [chart, said] of [
    ['Need and provision', /5 or more short \(\d+\).*not known, not drawn \(\d+\)/],
    ['Month by month', /by month, West Midlands.*Control limits.*partial month, left out/],
  ] as const) {
    const drawn = await textOf(await chosen(page, `Chart: ${chart} as SVG`));
    const told = wordsOf(drawn);
    for (const part of PROVENANCE) expect(told).toContain(part);
    expect(told).toMatch(said);
    expect(Number(/<svg[^>]* width="(\d+)/.exec(drawn)?.[1])).toBeGreaterThan(500);
  }

  const csv = await textOf(await chosen(page, 'All areas, all figures as CSV'));
  for (const line of [
    /^# question: Where does need for all violence/m,
    /^# release: 2026-\S+ \([0-9a-f]{12}\)/m,
    /^# engine: \d+/m,
    /^# seed: 1$/m,
    /^# inventory: documented$/m,
    /^# attribution: .*Crown copyright/m,
    /^area,name,authority,/m,
  ])
    expect(csv).toMatch(line);
  expect(csv.match(/^E05\d{6},/gm)).toHaveLength(192);

  const areas = JSON.parse(await textOf(await chosen(page, 'Areas with their outlines as GeoJSON'))) as {
    metadata: Record<string, unknown>;
    features: { id: string; geometry: { type: string } | null }[];
  };
  expect(areas.features).toHaveLength(192);
  expect(areas.features.every((f) => /Polygon/.test(f.geometry?.type ?? ''))).toBe(true);
  expect(areas.metadata).toMatchObject({ engine: expect.any(String), seed: 1, inventory: 'documented' });
  expect(JSON.stringify(areas.metadata)).toContain('Open Government Licence');

  await dialog.getByRole('textbox', { name: /Prepared for/ }).fill('the Strategic Policing and Crime Board');
  const addressed = wordsOf(await textOf(await chosen(page, 'Map with legend as SVG')));
  expect(addressed).toContain('Prepared for the Strategic Policing and Crime Board');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeFocused();
});

const PLAN =
  'Plan%20A~add,best-RBK02,ae,tertiary,site,Manor%20Hospital,-1.99891,52.58233,,11-24,80,160000~add,best-NMJ25,ae,tertiary,site,Cygnet%20Hospital%20Coventry,-1.49177,52.40961,,11-24,80,160000';

test('what is made of an answer with a plan names the plan in its name, title and foot', async ({ page }) => {
  await opened(page, `./#/map?v=1&plan=${PLAN}`);
  await expect(page.locator('.check', { hasText: 'A&E interventions' }).locator('.told')).toHaveText(
    '5 + 2 planned',
  );
  await expect(page.locator('.headline')).toContainText('With Plan A (two teams added) ');
  const file = await chosen(page, 'Map with legend as SVG');
  expect(file.suggestedFilename()).toMatch(/-with-plan\.svg$/);
  const words = wordsOf(await textOf(file));
  expect(words).toContain('April 2025 – March 2026, with Plan A (two teams added)?');
  expect(words).toContain(
    'five services of A&E interventions counted; Plan A: two planned and counted as well',
  );
  const csv = await textOf(await chosen(page, 'All areas, all figures as CSV'));
  expect(csv).toMatch(/^# plan: the figures are with Plan A/m);
  expect(csv).toMatch(/^area,.*,places_now,gap_now,/m);
  const plan = await textOf(await chosen(page, 'The plan: changes, cost, authorities as CSV'));
  expect(plan.match(/^change,/gm)).toHaveLength(2);
  expect(plan.match(/^authority,/gm)).toHaveLength(7);
  expect(plan).toMatch(/^plan,Plan A,.*,320000,/m);
});

test('what is made of the illustrative inventory is marked in its name, at its head, across it and in its foot', async ({
  page,
}) => {
  test.slow();
  await opened(page, './#/map?v=1&inventory=illustrative&tier=primary&programmes=all');
  expect((await new AxeBuilder({ page }).analyze()).violations.map((v) => v.id)).toEqual([]);
  await expect(page.getByText('Every file will be marked ILLUSTRATIVE')).toBeVisible();
  for (const name of ['Map with legend as SVG', 'Chart: Need and provision as SVG']) {
    const file = await chosen(page, name);
    expect(file.suggestedFilename()).toMatch(/^ILLUSTRATIVE-/);
    const words = wordsOf(await textOf(file));
    expect(words).toMatch(/^ILLUSTRATIVE: invented for demonstration, not evidence/);
    expect(words).toContain('ILLUSTRATIVE inventory, invented and not evidence');
    expect(words).toMatch(/ILLUSTRATIVE$/);
  }
  const csv = await chosen(page, 'All areas, all figures as CSV');
  expect(csv.suggestedFilename()).toMatch(/^ILLUSTRATIVE-/);
  expect(await textOf(csv)).toContain('# note: ILLUSTRATIVE INVENTORY');
  const geojson = await textOf(await chosen(page, 'Areas with their outlines as GeoJSON'));
  expect(geojson).toContain('ILLUSTRATIVE INVENTORY');
});

test('pictures are in paper’s colours whatever the page’s own are, and the page’s come back', async ({
  page,
}) => {
  const drawn = async (scheme: 'light' | 'dark') => {
    // Each scheme starts from a page of its own: an address opened over itself closes what is open.
    await page.goto('about:blank');
    await page.emulateMedia({ colorScheme: scheme });
    await opened(page, './#/map?v=1');
    const svg = await textOf(await chosen(page, 'Map with legend as SVG'));
    await page.keyboard.press('Escape');
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    return {
      fills: [...svg.matchAll(/data-code="E05\d+" fill="([^"]+)"/g)].map(([, fill]) => fill),
      ground,
    };
  };
  const light = await drawn('light');
  const dark = await drawn('dark');
  expect(dark.fills).toEqual(light.fills);
  expect(dark.ground).not.toBe('rgb(255, 255, 255)');
});

test('the picture of a step is its slide’s: of the story’s authority, with the slide’s own sentence', async ({
  page,
}) => {
  await page.goto('./#/present?v=1');
  const title = page.locator('.slide-holder[data-late="false"] h2');
  await expect(title).toBeVisible();
  await page.getByRole('combobox', { name: 'Story' }).selectOption({ label: 'Walsall' });
  await page.getByRole('button', { name: 'Step 5', exact: true }).click();
  await expect(title).toContainText('wards in Walsall the direction of the gap is robust');
  const said = await title.innerText();
  await page.getByRole('button', { name: 'Export', exact: true }).focus();
  await page.keyboard.press('Enter');
  const svg = await textOf(await chosen(page, 'Map with legend as SVG'));
  const words = wordsOf(svg);
  expect(words).toContain(said);
  // The legend counts what the sentence counts: the authority's own wards.
  const sure = [...words.matchAll(/(?:short|more), robust \((\d+)\)/g)].map(([, n]) => Number(n));
  expect(sure).toHaveLength(2);
  expect(said).toContain(`for ${sure[0] + sure[1]} of 20 wards in Walsall`);
  expect(words).toContain('20 wards of Walsall');
  // Framed by its own ground, with what lies outside muted.
  expect(svg).toContain('clip-path="url(#map-frame)"');
  expect(svg).toContain('fill-opacity="0.72"');
});
