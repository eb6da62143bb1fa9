/** The board in the real Flex UI as different people see and use it: themes, contrast, zoom, motion, and no mouse at all. */
import type { Page } from '@playwright/test';
import { accessibilityFaults } from './support/accessibilityFaults';
import { dataOfYesterday, everyState } from './support/everyState';
import { setTheme } from './support/setTheme';
import { tile } from './support/startDashboard';
import { expect, nightly, test } from './support/test';

let page: Page;
// Colours that cannot be read are drawn as they are saved, and reported; the rest must be readable.
const { unreadable: _, ...readable } = everyState;
test.use({ setUp: { definitions: readable } });
test.beforeEach(async ({ dashboard }) => {
  ({ page } = await dashboard.open());
  await dashboard.control.post('settled');
  await dashboard.control.putDocument('dashboard-data', dataOfYesterday(3));
  await page.locator('[data-tile="yesterday"][data-state="previous-day"]').waitFor();
});

/** The name of what has the focus, as it is read out. */
const focused = (): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    return element?.getAttribute('aria-label') ?? element?.innerText ?? '';
  });

/** Presses a key until the focus is where it is wanted. */
async function goTo(name: RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press(key);
    const here = await focused();
    if (name.test(here)) return;
    passed.push(here);
  }
  throw new Error(`${key} leads to no ${name}; it leads to ${passed.join(' | ')}`);
}

/** Whether the browser draws a line around what has the focus, and all of it is inside the window. */
const isFocusSeen = (): Promise<boolean> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const { top, bottom } = element.getBoundingClientRect();
    return getComputedStyle(element).outlineStyle === 'solid' && top >= 0 && bottom <= window.innerHeight;
  });

test('is used from the side link to the wall and back by the keyboard alone', async () => {
  await page.getByRole('link', { name: 'Agent Desktop' }).click();
  await tile(page, 'plain').waitFor({ state: 'detached' });
  await goTo(/Realtime Dashboard/);
  await page.keyboard.press('Enter');
  await tile(page, 'plain').waitFor();

  await goTo(/^Search tiles$/);
  await page.keyboard.type('longest');
  await page.getByText('2 of 18 tiles').waitFor();
  await goTo(/^Longest waiting/);
  expect(await isFocusSeen()).toBe(true);
  await page.keyboard.press('Enter');
  const details = page.getByRole('dialog', { name: 'Longest waiting' });
  await details.waitFor();
  await goTo(/^Close$/);
  await page.keyboard.press('Space');
  await details.waitFor({ state: 'detached' });
  expect(await focused()).toMatch(/^Longest waiting/);

  await goTo(/^Search tiles$/, 'Shift+Tab');
  await page.keyboard.press('Escape');
  await goTo(/^\d critical/, 'Shift+Tab');
  await page.keyboard.press('Space');
  await tile(page, 'plain').waitFor({ state: 'detached' });
  await page.keyboard.press('Space');
  await tile(page, 'plain').waitFor();

  await goTo(/^Wall display$/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Wall display' }).waitFor();
  await goTo(/^Longest waiting/);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Wall display' }).waitFor({ state: 'detached' });
  await page.getByRole('searchbox', { name: 'Search tiles' }).waitFor();
});

test('has nothing that axe finds wrong in the light theme and in the dark one', async () => {
  expect(await accessibilityFaults(page, 'main')).toEqual([]);
  await setTheme(page, 'dark');
  expect(await accessibilityFaults(page, 'main')).toEqual([]);
});

test(
  'tells states apart in forced colours, where the colours of styles are gone, and lets no text touch a frame',
  nightly,
  async () => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    const drawn = await page.locator('.tile').evaluateAll((tiles) =>
      tiles.map((tile) => {
        const { borderTopWidth } = getComputedStyle(tile);
        const texts = [...tile.querySelectorAll('.tile-label, .tile-value, .tile-foot, .tile-word')];
        const icon = tile.querySelector('.tile-icon path')?.getAttribute('d') ?? 'none';
        const text = document.createRange();
        text.selectNodeContents(tile.querySelector('.tile-value')!);
        const room = tile.getBoundingClientRect().right - parseFloat(borderTopWidth);
        return {
          key: (tile as HTMLElement).dataset.tile ?? '',
          colours: texts.map((part) => getComputedStyle(part).color),
          look: [getComputedStyle(tile, '::before').borderLeft, borderTopWidth, icon].join(' '),
          isApart: room - text.getBoundingClientRect().right >= 3,
        };
      }),
    );
    const looks = ['plain', 'success', 'successStrong', 'warning', 'warningStrong', 'error', 'errorStrong'];
    expect(new Set(drawn.filter(({ key }) => looks.includes(key)).map(({ look }) => look)).size).toBe(7);
    expect(new Set(drawn.flatMap(({ colours }) => colours)).size).toBe(1);
    expect(drawn.filter(({ isApart }) => !isApart).map(({ key }) => key)).toEqual([]);
    // Drawn are the system's colours, which are readable on each other. A script is told the sheet's colours of text beside
    // the ground as drawn, so that axe would judge pairs that nobody sees: the heading in dark blue on black, for one.
    const faults = await accessibilityFaults(page, 'main');
    expect(faults.filter((fault) => !fault.startsWith('color-contrast'))).toEqual([]);
  },
);

test('needs no sideways scrolling and cuts nothing off at a zoom of 200 %', async () => {
  // What a window of 1440 x 900 is to a page that is zoomed so.
  const session = await page.context().newCDPSession(page);
  const metrics = { width: 720, height: 450, deviceScaleFactor: 2, mobile: false };
  await session.send('Emulation.setDeviceMetricsOverride', metrics);
  await expect.poll(() => page.evaluate(() => window.devicePixelRatio)).toBe(2);
  const main = page.getByRole('main').last();
  expect(await main.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  for (const name of ['Search tiles', 'Wall display']) {
    const box = await page.getByLabel(name).or(page.getByRole('button', { name })).first().boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= 720).toBe(true);
  }
  expect(await accessibilityFaults(page, 'main')).toEqual([]);
  await tile(page, 'errorStrong').click();
  const details = page.getByRole('dialog', { name: 'Longest waiting' });
  expect(await details.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  await page.keyboard.press('Escape');
  await session.send('Emulation.clearDeviceMetricsOverride');
});

test('moves nothing where less motion is asked for', nightly, async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = await page.locator('main *').evaluateAll((parts) =>
    parts
      .flatMap((part) => part.getAnimations())
      .filter(({ playState }) => playState === 'running')
      .map(({ effect }) => (effect as KeyframeEffect).target?.className),
  );
  expect(moving).toEqual([]);
  await tile(page, 'errorStrong').click();
  await page.getByRole('dialog', { name: 'Longest waiting' }).waitFor();
  expect(await page.locator('dialog').evaluate((dialog) => dialog.getAnimations({ subtree: true }))).toEqual(
    [],
  );
});

test('keeps its heading below all bars of Flex: its own of a lost connection, others, and those that were there before', async () => {
  const heading = page.getByRole('heading', { level: 1, name: 'Realtime Dashboard' });
  const isBelow = (): Promise<void> =>
    expect(async () => {
      const bars = await page.locator('.Twilio-NotificationBar').boundingBox();
      expect(bars?.height).toBeGreaterThan(40);
      expect((await heading.boundingBox())?.y).toBeGreaterThan((bars?.y ?? NaN) + (bars?.height ?? NaN));
    }).toPass();
  await page
    .getByRole('main')
    .last()
    .evaluate((main) => {
      for (let box: Element | null = main; box; box = box.parentElement) box.scrollTop = 0;
    });
  // As when Flex alone is cut off: we are connected.
  await page.evaluate(`Twilio.Flex.Notifications.showNotification('NoNetworkConnection')`);
  await page.locator('.Twilio-NotificationBar').getByText('Connection lost').waitFor();
  await page.getByText('Live ·').waitFor();
  await isBelow();
  await page.getByRole('link', { name: 'Agent Desktop' }).click();
  await heading.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Realtime Dashboard' }).click();
  await heading.waitFor();
  await isBelow();

  await page.evaluate(() => {
    const { Notifications } = (
      window as unknown as {
        Twilio: {
          Flex: {
            Notifications: {
              registerNotification(notification: object): void;
              showNotification(id: string): void;
            };
          };
        };
      }
    ).Twilio.Flex;
    for (const id of ['one', 'two']) {
      Notifications.registerNotification({ id, content: `Bar ${id}`, type: 'warning', timeout: 0 });
      Notifications.showNotification(id);
    }
  });
  await page.locator('.Twilio-NotificationBar').getByText('Bar two').waitFor();
  await isBelow();
});
