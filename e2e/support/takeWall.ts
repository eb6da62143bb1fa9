import { join } from 'node:path';
import { defaultDefinitions, startDashboard } from './startDashboard';

/** Pictures of a wall: 24 tiles on a landscape and on a portrait screen, and while the connection is lost. */
export async function takeWall(folder: string): Promise<void> {
  const dashboard = await startDashboard({ scenario: 'ordinary-day' });
  const { control } = dashboard;
  try {
    await control.putDocument('dashboard-board', { title: 'Support floor' });
    await control.putDocument('dashboard-definitions', twentyFour());
    for (const [width, height] of [
      [1080, 1920],
      [1920, 1080],
    ] as const) {
      const { page } = await dashboard.open({ path: '/realtime-dashboard?wall', width, height });
      await page.locator('[data-metric="tasks_waiting"][data-state="error"]').waitFor({ timeout: 120_000 });
      await page.getByText('Esc: leave').waitFor({ state: 'detached' });
      await page.screenshot({ path: join(folder, `wall-${width}x${height}.png`) });
      if (width < height) continue;
      await control.post('sockets/refuse', { seconds: 30 });
      await page.getByText('Not updating.').waitFor();
      await page.screenshot({ path: join(folder, `wall-disconnected-${width}x${height}.png`) });
    }
  } finally {
    await dashboard.stop();
  }
}

/** The default metrics, and with them what some floors ask for. */
function twentyFour(): object {
  const added = {
    service_level: {
      label: 'Service level 20 s',
      formula: '81.4',
      format: 'percent',
      defaultStyle: 'Success',
      firstThresholdValue: 80,
      firstThresholdStyle: 'Warn',
      invertThresholds: true,
    },
    occupancy: {
      label: 'Occupancy',
      formula: '93',
      format: 'percent',
      firstThresholdValue: 92,
      firstThresholdStyle: 'Warn',
    },
    patience: { label: 'Billing: patience', formula: 'null' },
    billing: {
      label: 'Billing: calls waiting',
      formula: '7',
      firstThresholdValue: 5,
      firstThresholdStyle: 'Error',
    },
    billing_longest: { label: 'Billing: longest waiting', formula: '252', format: 'duration' },
    sales: { label: 'Sales: calls waiting', formula: '0' },
    chats: { label: 'Chats waiting', formula: '2' },
    closes: { label: 'Closes at', formula: "'18:00'" },
  };
  return {
    ...defaultDefinitions,
    ...Object.fromEntries(Object.entries(added).map(([key, metric]) => [key, { metric }])),
  };
}
