import type { Page } from '@playwright/test';

/**
 * Adds a plugin to those of the account, before ours or after it, as Flex initialises them in the order of its list.
 * @param init body of its `init(flex, manager)`
 */
export async function otherPlugin(page: Page, place: 'before' | 'after', init: string): Promise<void> {
  await page.route('**/_tw/flex.twilio.com/plugins**', async (route) => {
    const response = await route.fetch();
    const ours = (await response.json()) as readonly object[];
    const other = { name: 'other-plugin', version: '1.0.0', src: '/other-plugin.js', phase: 3 };
    await route.fulfill({ response, json: place === 'before' ? [other, ...ours] : [...ours, other] });
  });
  await page.route('**/other-plugin.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `Twilio.Flex.Plugins.init(class { constructor() { this.name = 'OtherPlugin'; } init(flex, manager) { ${init} } });`,
    }),
  );
}
