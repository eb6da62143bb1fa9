import { startDashboard } from './support/startDashboard';
import { startAccount } from '../scripts/startAccount';
(async () => {
  const d = await startDashboard({ ...startAccount, scenario: 'lunch-rush' } as never);
  try {
    await d.control.putDocument('dashboard-metrics-1', {
      waiting: { metric: { label: 'Waiting', formula: 'waiting(board.queue)', firstThresholdValue: 2, firstThresholdStyle: 'Warn' } },
      sl: { metric: { label: 'Service level', formula: 'serviceLevel(board.queue, 20)', format: 'percent' } },
      longest: { metric: { label: 'Longest wait', formula: 'longestWait(board.queue)', format: 'seconds' } },
      limit: { metric: { label: 'Over limit', formula: 'waiting(board.queue) - board.limit' } },
    });
    const n = (key: string, rest = {}) => ({ key, visual: { kind: 'number', metric: key }, ...rest });
    await d.control.putDocument('dashboard-board-k3f9x2ab', {
      title: 'Queue', documents: ['dashboard-metrics-1'],
      variables: [{ name: 'queue', type: 'queue', several: false }, { name: 'channel', type: 'channel' }],
      sections: [{ tiles: [n('waiting'), n('sl'), n('longest'), n('limit'), { ...n('waiting', { with: { queue: 'VIP' } }), key: 'vip', label: 'VIP waiting' }, { ...n('waiting', { with: { queue: 'Gone' } }), key: 'gone', span: { columns: 1, rows: 1 } }] }],
    });
    await d.control.putDocument('dashboard-boards', { boards: [{ id: 'k3f9x2ab' }] });
    const { page, complaints } = await d.open({ width: 1440, height: 900 });
    await page.waitForSelector('[data-tile="waiting"]');
    await page.waitForTimeout(5000);
    await page.getByRole('button', { name: /^Queue: / }).click();
    await page.screenshot({ path: '/tmp/variables/desk.png' });
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: /^Queue: / }).click();
    await page.screenshot({ path: '/tmp/variables/phone.png' });
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByRole('button', { name: 'Choices', exact: true }).click();
    await page.waitForTimeout(1000);
    await page.screenshot({ path: '/tmp/variables/dialog.png' });
    await page.getByRole('button', { name: 'Apply', exact: true }).click();
    await page.locator('[data-tile="vip"]').click();
    await page.waitForTimeout(1500);
    await page.screenshot({ path: '/tmp/variables/panel.png' });
    const wall = await d.open({ path: '/realtime-dashboard?wall&queue=Support', width: 1920, height: 1080 });
    await wall.page.waitForSelector('[data-tile="waiting"]');
    await wall.page.waitForTimeout(4000);
    await wall.page.screenshot({ path: '/tmp/variables/wall.png' });
    console.log(complaints, wall.complaints);
  } finally { await d.stop(); }
})();
