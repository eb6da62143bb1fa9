import type { Locator, Page } from '@playwright/test';

/** A link of Flex's side navigation. It is a plain button before Flex UI 2.9. */
export const sideLink = (page: Page, name: string): Locator =>
  page.getByRole('link', { name, exact: true }).or(page.getByRole('button', { name, exact: true }));
