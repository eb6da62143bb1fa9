/** Texts among those of Flex: in Flex's language, and overridden by other plugins. */
import { languageOf } from '../src/strings/languages';
import { docsExample } from './support/docsExample';
import { otherPlugin } from './support/otherPlugin';
import { spanishFlex } from './support/spanishFlex';
import { tile, type OpenedPage } from './support/startDashboard';
import { expect, nightly, test } from './support/test';

const english = languageOf('en');
const spanish = languageOf('es');

let opened: OpenedPage;
test.use({
  setUp: {
    definitions: {
      calm: { metric: { label: 'Calm', formula: 'null' } },
      critical: {
        metric: { label: 'Late', formula: '9', secondThresholdValue: 5, secondThresholdStyle: 'Error' },
      },
    },
  },
});
test.afterEach(() => expect(opened.complaints).toEqual([]));

const link = (name: string) => opened.page.getByRole('link', { name });
const words = (key: string): Promise<string | null> => tile(opened.page, key).getAttribute('aria-label');

test('speaks Spanish in a Spanish Flex, whatever the browser speaks', async ({ dashboard }) => {
  opened = await dashboard.open({ prepare: spanishFlex });
  await link('Equipos').waitFor(); // Flex itself does
  await link(spanish.Title).waitFor();
  await tile(opened.page, 'critical').and(opened.page.locator('[data-state="error"]')).waitFor();
  expect(await words('critical')).toContain(spanish.Critical);
  expect(await words('calm')).toContain(spanish.NoTraffic);
  await expect(opened.page.locator('[data-board-status]')).toContainText(spanish.Live);
  expect(await opened.page.getByRole('main').innerText()).not.toContain(english.Live);
});

for (const place of ['before', 'after'] as const)
  test(
    `shows the text that a plugin puts in place of ours, given that it is loaded ${place} ours`,
    nightly,
    async ({ dashboard }) => {
      opened = await dashboard.open({
        prepare: (page) => otherPlugin(page, place, docsExample('RealtimeDashboardTitle')),
      });
      await link('Control room').waitFor();
      await tile(opened.page, 'critical').and(opened.page.locator('[data-state="error"]')).waitFor();
      expect(await words('critical')).toContain('Act now');
      expect(await words('critical')).toContain('above 5');
      expect(await words('calm')).toContain(english.NoTraffic);
    },
  );

test(
  'keeps its texts when a plugin replaces all strings of Flex, and has its own ones overridden by the same',
  nightly,
  async ({ dashboard }) => {
    opened = await dashboard.open({
      prepare: (page) =>
        otherPlugin(
          page,
          'after',
          `const { RealtimeDashboardNoTraffic, ...others } = manager.strings;
         manager.strings = { ...others, RealtimeDashboardCritical: 'Act now' };`,
        ),
    });
    await tile(opened.page, 'critical').and(opened.page.locator('[data-state="error"]')).waitFor();
    expect(await words('critical')).toContain('Act now');
    expect(await words('calm')).toContain(english.NoTraffic);
  },
);

test('lets another plugin see every text by its name', async ({ dashboard }) => {
  opened = await dashboard.open({
    prepare: (page) =>
      otherPlugin(
        page,
        'after',
        `window.seen = Object.keys(manager.strings).filter((key) => key.startsWith('RealtimeDashboard'));`,
      ),
  });
  expect(await opened.page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual(
    Object.keys(english).map((key) => `RealtimeDashboard${key}`),
  );
});
