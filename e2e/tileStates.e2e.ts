/** Every look of a tile in the real Flex UI: what it says, by which cues, in which colours, and what it opens to. */
import type { Page } from '@playwright/test';
import { contrast, parseColour, readableContrast } from '../src/visuals/contrast';
import { accessibilityFaults } from './support/accessibilityFaults';
import { dataOfYesterday, everyState } from './support/everyState';
import { tile } from './support/startDashboard';
import { expect, nightly, test } from './support/test';

let page: Page;
let complaints: readonly string[];
test.use({ setUp: { definitions: everyState } });
test.beforeEach(async ({ dashboard }) => {
  ({ page, complaints } = await dashboard.open());
  // What the Function is still collecting would be written over this.
  await dashboard.control.post('settled');
  await dashboard.control.putDocument('dashboard-data', dataOfYesterday(3));
  await page.locator('[data-tile="yesterday"][data-state="previous-day"]').waitFor();
});
test.afterEach(() => expect(complaints).toEqual([]));

/** What is drawn for the eye: state, the line and width of the edge, whether there is an icon. */
const cues = (key: string): Promise<unknown> =>
  tile(page, key).evaluate((element) => {
    const edge = getComputedStyle(element, '::before');
    return {
      state: (element as HTMLElement).dataset.state,
      edge: `${edge.borderLeftWidth} ${edge.borderLeftStyle}`,
      icon: element.querySelector('svg') !== null,
    };
  });

test('draws each state with its edge, icon and sentence', async () => {
  for (const [key, state, edge, icon, sentence] of [
    ['plain', 'none', '3px solid', false, 'Tasks in progress, 41'],
    ['success', 'success', '6px solid', true, 'Average speed of answer, 0:27, On target, 27 seconds'],
    ['successStrong', 'success', '6px solid', true, 'Service level 20 s, 96 %, On target'],
    ['warning', 'warning', '9px double', true, 'Service level 60 s, 75.6 %, Warning, under 80'],
    ['warningStrong', 'warning', '9px double', true, 'Tasks waiting, 23 calls, Warning, over 20'],
    ['error', 'error', '12px solid', true, 'Queues with nobody available, 1, Critical, over 0'],
    [
      'errorStrong',
      'error',
      '12px solid',
      true,
      'Longest waiting, 12:47, Critical, over 10:00, 12 minutes, 47 seconds, over 10 minutes',
    ],
    [
      'text',
      'error',
      '12px solid',
      true,
      'Queue under most pressure, Billing, Refunds and Everything Else, Critical, equals Billing, Refunds and Everything Else',
    ],
    ['unreadable', 'none', '3px solid', false, 'Colours hard to read, 42, check its style'],
    ['noAnswer', 'no-answer', '3px solid', true, 'Support: patience, No traffic'],
    ['yesterday', 'previous-day', '6px dotted', true, 'Completed, 1398, Yesterday'],
    ['tooFew', 'too-few', '3px dotted', true, 'Service level of chats, 50 %, Too few (2 of 20)'],
  ] as const) {
    expect.soft(await cues(key), key).toEqual({ state, edge, icon });
    await expect.soft(tile(page, key)).toHaveAttribute('aria-label', sentence);
  }
});

test('draws what is broken small, with its reason', async () => {
  for (const [key, text, sentence] of [
    ['formula', 'ERR', /^Misspelt, ERR, Formula error, .*longest_task_waiting_age/],
    ['format', 'ERR FMT', /^Not a time, ERR FMT, Format error, ./],
    ['definition', 'ERR', /^No formula, ERR, Definition error, ./],
  ] as const) {
    expect.soft(await cues(key), key).toMatchObject({ state: 'broken', edge: '9px dashed', icon: true });
    await expect.soft(tile(page, key).locator('.tile-value')).toHaveText(text);
    await expect.soft(tile(page, key)).toHaveAttribute('aria-label', sentence);
  }
});

test('draws a small tile narrower than a normal one and a wide one wider, and lets nothing stick out', async () => {
  const widthOf = async (key: string): Promise<number> => (await tile(page, key).boundingBox())?.width ?? 0;
  const [small, normal, wide] = [await widthOf('small'), await widthOf('plain'), await widthOf('wide')];
  // Rows are filled, so that how much differs from row to row.
  expect(small).toBeLessThan(0.75 * normal);
  expect(wide).toBeGreaterThan(1.25 * normal);
  const sticksOut = await page
    .locator('.tile')
    .evaluateAll((tiles) =>
      tiles
        .filter((tile) => tile.scrollWidth > tile.clientWidth || tile.scrollHeight > tile.clientHeight + 1)
        .map((tile) => (tile as HTMLElement).dataset.tile),
    );
  expect(sticksOut).toEqual([]);
});

/**
 * The lowest contrast of any text of each tile with what is drawn behind it. Icons need two thirds of what texts need, and count
 * for as much more.
 */
const lowestContrasts = async (): Promise<Readonly<Record<string, number>>> => {
  const drawn = await page.locator('.tile').evaluateAll((tiles) =>
    tiles.map((tile) => {
      const { backgroundColor, backgroundImage } = getComputedStyle(tile);
      const stripes = backgroundImage.match(/rgba?\([^)]*\)/g) ?? [];
      const parts = [
        ...tile.querySelectorAll('.tile-label, .tile-value, .tile-unit, .tile-foot, .tile-word, svg'),
      ];
      const ofTile = stripes.length > 0 ? stripes : [backgroundColor];
      return {
        key: (tile as HTMLElement).dataset.tile ?? '',
        parts: parts.map((part) => {
          const { color, backgroundColor: own } = getComputedStyle(part);
          return { color, behind: own === 'rgba(0, 0, 0, 0)' ? ofTile : [own], isIcon: part.matches('svg') };
        }),
      };
    }),
  );
  return Object.fromEntries(
    drawn.map(({ key, parts }) => {
      const all = parts.flatMap(({ color, behind, isIcon }) =>
        behind.map(
          (ground) =>
            contrast(parseColour(color) ?? [0, 0, 0], parseColour(ground) ?? [0, 0, 0]) * (isIcon ? 1.5 : 1),
        ),
      );
      return [key, Math.min(...all)];
    }),
  );
};

const setTheme = (isLight: boolean): Promise<void> =>
  page.evaluate((isLight) => {
    const { Twilio } = window as unknown as {
      Twilio: { Flex: { Manager: { getInstance(): { updateConfig(config: object): void } } } };
    };
    Twilio.Flex.Manager.getInstance().updateConfig({ theme: { isLight } });
  }, isLight);

/** Flex starts anew with a theme of its own; a tile shows when it is there. */
const themed = async (isLight: boolean): Promise<void> => {
  await setTheme(isLight);
  const body = isLight ? 'rgb(255, 255, 255)' : 'rgb(13, 19, 28)';
  await page.waitForFunction(
    (body) =>
      getComputedStyle(document.querySelector('[data-tile="plain"]') ?? document.body).backgroundColor ===
      body,
    body,
  );
};

test('draws every tile readably in both of Flex’s themes, but for colours that were saved unreadable', async () => {
  for (const isLight of [true, false]) {
    await themed(isLight);
    const { unreadable, ...others } = await lowestContrasts();
    expect(unreadable).toBeLessThan(readableContrast);
    expect(Object.keys(others)).toHaveLength(Object.keys(everyState).length - 1);
    for (const [key, lowest] of Object.entries(others))
      expect({ key, isReadable: lowest >= readableContrast }).toEqual({ key, isReadable: true });
    const faults = await accessibilityFaults(page, '[role="list"]');
    expect(
      faults.filter((fault) => !fault.includes('data-tile="unreadable"') && !fault.includes('>42<')),
    ).toEqual([]);
  }
});

test('keeps frame, edge, icon and word in forced colours', nightly, async () => {
  await page.emulateMedia({ forcedColors: 'active' });
  expect(await cues('warningStrong')).toEqual({ state: 'warning', edge: '9px double', icon: true });
  const frame = (key: string): Promise<string> =>
    tile(page, key).evaluate((element) => getComputedStyle(element).borderTopWidth);
  expect([await frame('warning'), await frame('warningStrong')]).toEqual(['1px', '4px']);
  const icons = await page
    .locator('.tile svg')
    .evaluateAll((icons) => [...new Set(icons.map((icon) => getComputedStyle(icon).color))]);
  expect(icons).toHaveLength(1);
});

test('opens by keyboard to formula, value as collected and thresholds, goes on updating, and gives the focus back', async ({
  dashboard,
}) => {
  await tile(page, 'errorStrong').focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Longest waiting' });
  await dialog.waitFor();
  const text = await dialog.innerText();
  for (const part of ['How long the first in line has waited', '767', '12:47', 'over 10:00', 'active'])
    expect(text).toContain(part);
  expect(await accessibilityFaults(page, 'dialog')).toEqual([]);

  await dashboard.control.putDocument('dashboard-definitions', {
    ...everyState,
    errorStrong: { metric: { ...everyState.errorStrong?.metric, formula: '768' } },
  });
  await dialog.getByText('12:48').first().waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.tile)).toBe(
    'errorStrong',
  );
});

test('freezes and greys what is too old, readably, and keeps what was critical in outline', async ({
  dashboard,
}) => {
  const alarms = await page.locator('[data-state="error"], [data-state="warning"]').count();
  expect(alarms).toBeGreaterThan(4);
  await dashboard.control.putDocument('dashboard-data', dataOfYesterday(250));
  await page.locator('[data-tile="errorStrong"][data-state="stale"]').waitFor();
  expect(await tile(page, 'errorStrong').getAttribute('aria-label')).toMatch(
    /^Longest waiting, 12:4\d, Stale, Was critical at \d\d:\d\d, 12 minutes, 4\d seconds$/,
  );
  expect(await cues('errorStrong')).toEqual({ state: 'stale', edge: '6px dashed', icon: true });
  expect(
    await page.locator('[data-state="error"], [data-state="warning"], [data-state="success"]').count(),
  ).toBe(0);
  const outline = (key: string): Promise<string> =>
    tile(page, key).evaluate((element) => {
      const { borderTopStyle, borderTopColor } = getComputedStyle(element);
      return `${borderTopStyle} ${borderTopColor}`;
    });
  expect(await outline('errorStrong')).toBe('dashed rgb(207, 27, 27)');
  expect(await outline('warning')).toBe('dashed rgb(178, 106, 0)');
  expect(await page.locator('[data-was]').count()).toBe(alarms);
  for (const lowest of Object.values(await lowestContrasts()))
    expect(lowest).toBeGreaterThanOrEqual(readableContrast);
});

test('says that there is no data yet', async ({ dashboard }) => {
  await dashboard.control.putDocument('dashboard-data', {});
  await page.locator('[data-tile="plain"][data-state="no-data"]').waitFor();
  expect(await tile(page, 'plain').getAttribute('aria-label')).toBe('Tasks in progress, No data yet');
});
