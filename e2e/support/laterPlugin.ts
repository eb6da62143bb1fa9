import type { Page } from '@playwright/test';
import { otherPlugin } from './otherPlugin';

/**
 * Adds a plugin that Flex initialises after ours: once it is, ours has added all that it adds. To be called before the page is
 * loaded.
 */
export const laterPlugin = (page: Page): Promise<void> =>
  otherPlugin(page, 'after', 'window.isLaterPluginInitialised = true;');

export const laterPluginIsInitialised = async (page: Page): Promise<void> =>
  void (await page.waitForFunction(() => 'isLaterPluginInitialised' in window));
