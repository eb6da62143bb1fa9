import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** Saves what the window shows as a PNG that is no larger than most screens. What emulates a device stays as it is. */
export async function savePicture(page: Page, file: string, largest = 1920): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const [width, height] = await page.evaluate(() => [window.innerWidth, window.innerHeight] as const);
  const clip = { x: 0, y: 0, width, height, scale: Math.min(1, largest / Math.max(width, height)) };
  const { data } = await session.send('Page.captureScreenshot', { format: 'png', clip });
  writeFileSync(file, data, 'base64');
}
