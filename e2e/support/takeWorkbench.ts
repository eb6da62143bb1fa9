import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { ancestorDefinitions, asAncestor } from './ancestorDefinitions';
import { savePicture } from './savePicture';
import { defaultDefinitions, startDashboard, tile } from './startDashboard';

/** Pictures of docs/workbench.md: a board that is being changed, and what it is changed with. */
export async function takeWorkbench(folder: string): Promise<void> {
  const dashboard = await startDashboard({ scenario: 'ordinary-day' });
  try {
    await dashboard.control.putDocument('dashboard-board', { sections: ['Now', 'Today'] });
    const { page } = await dashboard.open();
    const take = (name: string): Promise<void> => savePicture(page, join(folder, `${name}.png`));
    const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
    await tile(page, 'tasks_waiting').waitFor();
    await button('Edit').click();
    await tile(page, 'workers_available').focus();
    await take('edit-mode');

    await button('Add tile').click();
    await page.locator('[data-template="queueWaiting"]').waitFor();
    await take('gallery');
    await button('Start from scratch').click();
    await page.locator('[data-tile-panel]').waitFor();
    await take('workbench-empty');
    await takeFormula(page, take);
    await button('Apply').click();

    await tile(page, 'longest_waiting').click();
    await page.setViewportSize({ width: 700, height: 900 });
    await page.waitForTimeout(500);
    await take('workbench-700');
    await page.getByLabel('Label').fill('Longest wait');
    await button('Apply').click();
    await page.setViewportSize({ width: 1440, height: 900 });

    await button('Import').click();
    const here = asAncestor('Tasks waiting', 'data.workspace_statistics.realtime.longest_task_waiting_age');
    await page
      .getByLabel('Paste what was exported, or a definition document')
      .fill(JSON.stringify({ tasks_waiting: here, ...ancestorDefinitions }, null, 2));
    await page.getByRole('button', { name: /^Import \d/ }).waitFor();
    await take('import-report');
    await page.keyboard.press('Escape');

    const theirs = {
      metric: { ...defaultDefinitions.longest_waiting?.metric, label: 'Waiting the longest' },
    };
    await dashboard.control.putDocument('dashboard-definitions', {
      ...defaultDefinitions,
      longest_waiting: theirs,
    });
    await button('Save').click();
    // What is empty shows an error, which is asked about first.
    await button('Save anyway').click();
    await button('Keep both').waitFor();
    await page.mouse.move(0, 0);
    await take('conflict');
  } finally {
    await dashboard.stop();
  }
}

async function takeFormula(page: Page, take: (name: string) => Promise<void>): Promise<void> {
  const formula = page.locator('[data-tile-panel]').getByRole('textbox', { name: 'Formula', exact: true });
  await formula.fill('');
  await formula.pressSequentially("waiting('Support') + queue('Support').realtime.total_");
  await page.getByRole('option').nth(2).waitFor();
  await page.keyboard.press('ArrowDown');
  await take('workbench-suggestions');
  await formula.fill("activity('Lunch') / data.workspace_statistics.realtime.total_workers");
  await page.locator('.formula-mistake').waitFor();
  await page.waitForTimeout(200);
  await take('workbench-error');
}
