/** Every view, dialog and mode over damaged documents, and over a browser that fails while it draws: Flex stays, and so do sound tiles. */
import type { Locator, Page } from '@playwright/test';
import { mostBytes } from '../src/schema/defaults';
import { damagedDocuments, soundValues, type DamagedDocuments } from '../src/testing/damage/damagedDocuments';
import { sideLink } from './support/sideLink';
import { tile, type Dashboard } from './support/startDashboard';
import { expect, nightly, test } from './support/test';

const openings = process.env.LONG_TESTS ? 2000 : 100;

let dashboard: Dashboard;
let page: Page;
let complaints: readonly string[];
test.beforeEach(async ({ dashboard: started }) => {
  dashboard = started;
  await put(seedAfter(0));
  ({ page, complaints } = await dashboard.open());
});

const button = (name: string): Locator => page.getByRole('button', { name, exact: true });

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const documentsIn = ({ data, parts, definitions, further, board, versions }: DamagedDocuments) =>
  new Map<string, unknown>([
    ...versions,
    ...further,
    ...parts,
    ['dashboard-board', board],
    ['dashboard-data', data],
    ['dashboard-definitions', definitions],
  ]);

/** Sync takes objects, and only so many bytes of them. */
const fits = (value: unknown): value is object =>
  isObject(value) && Buffer.byteLength(JSON.stringify(value)) <= mostBytes;

/** The next set of documents whose sound part Sync takes. */
function seedAfter(seed: number): number {
  const { data, definitions } = damagedDocuments(seed + 1);
  return fits(data) && fits(definitions) ? seed + 1 : seedAfter(seed + 1);
}

async function put(seed: number): Promise<void> {
  for (const [name, value] of documentsIn(damagedDocuments(seed)))
    await dashboard.control.putDocument(name, fits(value) ? value : {});
}

async function soundTilesShow(seed: number): Promise<void> {
  for (const [key, value] of Object.entries(soundValues(seed)))
    await expect(tile(page, key).locator('.tile-value').first(), `seed ${seed}`).toHaveText(value);
}

async function closeDialog(): Promise<void> {
  const panel = page.locator('[data-tile-panel]');
  if ((await panel.count()) > 0) return panel.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('dialog').last().getByRole('button', { name: 'Close' }).first().click();
}

/** Opens the tile of a metric that is damaged, or a sound one when there is none. */
async function openTile(): Promise<void> {
  const tiles = page.locator('[data-tile]:not([data-tile^="sound-"])');
  await ((await tiles.count()) > 0 ? tiles.last() : tile(page, 'sound-tasks')).click();
  const close = page.getByRole('dialog').getByRole('button', { name: 'Close' });
  await close.or(page.locator('[data-tile-panel]')).first().waitFor();
}

const inEditor = (act: () => Promise<void>) => async (): Promise<void> => {
  await button('Edit').click();
  const status = page.locator('[data-edit-status]');
  // A board whose documents cannot all be read is not edited.
  await status.or(page.getByText('The board cannot be edited yet')).first().waitFor();
  if ((await status.count()) === 0) return button('Close').click();
  await act();
  await button('Done').click();
};
const dialog = (name: string, act = async (): Promise<void> => undefined) =>
  inEditor(async () => {
    await button(name).click();
    await act();
    await closeDialog();
  });

const ways: Readonly<Record<string, () => Promise<void>>> = {
  board: async () => undefined,
  filter: async () => {
    // Whatever is wrong with the documents, what cannot be shown is counted.
    const count = page.locator('[data-kind]').first();
    await count.click();
    await count.click();
  },
  details: async () => {
    await openTile();
    await closeDialog();
  },
  wall: async () => {
    await button('Wall display').click();
    await page.locator('[data-wall] [data-tile]').first().waitFor();
    await page.keyboard.press('Escape');
  },
  panel: inEditor(async () => {
    await openTile();
    await closeDialog();
  }),
  gallery: dialog('Add tile'),
  versions: dialog('Versions', async () => {
    const listed = page.getByRole('dialog').locator('li button');
    await page
      .getByRole('dialog')
      .getByText(/^(Choose|No versions)/)
      .waitFor();
    if ((await listed.count()) > 0) await listed.last().click();
  }),
  import: dialog('Import', async () => {
    const { definitions } = damagedDocuments(seed);
    await page.getByRole('dialog').locator('textarea').fill(JSON.stringify(definitions));
  }),
  export: dialog('Export'),
  'new section': inEditor(async () => {
    await button('Add section').click();
    await closeDialog();
  }),
};

let seed = 0;

const kind = process.env.LONG_TESTS ? nightly : {};

test(`opens everything over damaged documents ${openings} times`, kind, async () => {
  test.setTimeout(openings * 15_000 + 90_000);
  seed = 1;
  for (let opening = 0; opening < openings; opening += 1) {
    const [name, open] = Object.entries(ways)[opening % Object.keys(ways).length] ?? [];
    if (!name || !open) break;
    await test.step(`${name}, seed ${seed}`, async () => {
      await put(seed);
      await soundTilesShow(seed);
      await open();
      await soundTilesShow(seed);
      await expect(sideLink(page, 'Agent Desktop')).toBeVisible();
      expect(await page.locator('[data-failed]').count()).toBe(0);
      expect(complaints).toEqual([]);
    });
    seed = seedAfter(seed);
  }
});

/** Makes the browser's formats of times throw, as no document can, and counts what stands in place of what broke. */
async function breakTimes(isBroken: boolean): Promise<void> {
  await page.evaluate((broken) => {
    const prototype = Intl.DateTimeFormat.prototype as unknown as Record<string, unknown>;
    const kept = window as unknown as { keptFormat?: PropertyDescriptor };
    kept.keptFormat = kept.keptFormat ?? Object.getOwnPropertyDescriptor(prototype, 'format');
    Object.defineProperty(prototype, 'format', {
      configurable: true,
      ...(broken
        ? {
            get() {
              throw new Error('broken on purpose');
            },
          }
        : kept.keptFormat),
    });
  }, isBroken);
}

test('keeps Flex, the board, the wall and the editor when drawing fails', async () => {
  const definitions = {
    a: { metric: { label: 'Tasks', formula: 'data.workspace_statistics.realtime.total_tasks' } },
  };
  const versions = [
    { id: 'v1', saved_at: '2026-11-22T11:42:15.000Z', copies: { 'dashboard-definitions': 'v1' } },
  ];
  await dashboard.control.putDocument('dashboard-board', {});
  await dashboard.control.putDocument('dashboard-definitions', definitions);
  await dashboard.control.putDocument('dashboard-definitions-versions', { versions });
  await tile(page, 'a').waitFor();
  const failed = page.locator('[data-failed]');
  const alive = async (): Promise<void> => {
    await expect(failed.first()).toBeVisible();
    await expect(tile(page, 'a').first()).toBeVisible();
  };

  await button('Edit').click();
  await button('Versions').waitFor();
  await breakTimes(true);
  await button('Versions').click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('broken on purpose');
  await alive();
  await breakTimes(false);
  await failed.getByRole('button', { name: 'Try again' }).last().click();
  await page.getByRole('dialog').locator('li button').first().waitFor();
  await closeDialog();
  await button('Done').click();

  await breakTimes(true);
  await button('Wall display').click();
  await alive();
  await page.keyboard.press('Escape');
  await breakTimes(false);
  await tile(page, 'a').waitFor();
  await expect(failed).toHaveCount(0);
  expect(complaints.filter((text) => !/broken on purpose|The above error occurred/.test(text))).toEqual([]);
});
