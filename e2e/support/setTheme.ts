import type { Page } from '@playwright/test';

/** Changes Flex's theme while it runs, and waits until tiles are drawn in it. */
export async function setTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  const ground = (): Promise<string> =>
    page.evaluate(() =>
      getComputedStyle(document.querySelector('.tile-grid') as Element).getPropertyValue('--ground'),
    );
  const before = await ground();
  const isChanged = await page.evaluate((isLight) => {
    const { Manager } = (
      window as unknown as {
        Twilio: {
          Flex: {
            Manager: {
              getInstance(): {
                configuration: { theme?: { isLight?: boolean } };
                updateConfig(config: object): void;
              };
            };
          };
        };
      }
    ).Twilio.Flex;
    const manager = Manager.getInstance();
    if ((manager.configuration.theme?.isLight ?? true) === isLight) return false;
    manager.updateConfig({ theme: { isLight } });
    return true;
  }, theme === 'light');
  for (let tries = 0; isChanged && (await ground()) === before; tries += 1) {
    if (tries === 50) throw new Error(`Flex did not change to the ${theme} theme.`);
    await page.waitForTimeout(100);
  }
}
