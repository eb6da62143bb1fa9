/** One board for every queue, in the real Flex UI: choosing, links, tabs, a queue that vanished, and making it all by hand. */
import type { Locator, Page } from '@playwright/test';
import { tile, type Dashboard } from './support/startDashboard';
import { expect, test } from './support/test';

const name = 'dashboard-board-k3f9x2ab';
const queues = ['Billing', 'Sales', 'Support', 'Technical', 'VIP'];
const waiting = {
  metric: { label: 'Waiting', formula: "waiting(board.queue) + ' of ' + [board.queue].flat().join()" },
};
const board = {
  title: 'Queue',
  documents: ['dashboard-metrics-1'],
  variables: [{ name: 'queue', type: 'queue' }],
  sections: [
    {
      tiles: [
        { key: 'waiting', visual: { kind: 'number', metric: 'waiting' } },
        { key: 'vip', label: 'VIP', visual: { kind: 'number', metric: 'waiting' }, with: { queue: 'VIP' } },
      ],
    },
  ],
};
const definitions = { open: { metric: { label: 'Open', formula: 'data.queues.length' } } };

let dashboard: Dashboard;
test.use({ setUp: { definitions } });
test.beforeEach(({ dashboard: started }) => {
  dashboard = started;
});

/** Puts queues of these names into the data that the Function has collected. */
async function putQueues(names: readonly string[]): Promise<void> {
  const data = (await dashboard.control.getDocument('dashboard-data')) as Record<string, unknown>;
  const { documents: _documents, ...others } = data;
  const statistics = (pending: number) => ({
    realtime: { tasks_by_status: { pending }, longest_task_waiting_age: 0 },
    cumulative: {},
  });
  await dashboard.control.putDocument('dashboard-data', {
    ...others,
    queues: names.map((friendly_name, index) => ({ friendly_name, ...statistics(index + 1) })),
  });
}

async function putBoard(document: object = board): Promise<void> {
  await dashboard.control.putDocument('dashboard-metrics-1', { waiting });
  await dashboard.control.putDocument(name, document);
  await dashboard.control.putDocument('dashboard-boards', { boards: [{ id: 'k3f9x2ab' }] });
}

const choices = (page: Page): Locator => page.getByRole('group', { name: 'Choices of this board' });
const value = (page: Page, key: string): Promise<string> => tile(page, key).innerText();
const shows = (page: Page, key: string, text: string): Promise<void> =>
  expect.poll(() => value(page, key)).toContain(text);

test('one board serves five queues, by its header and by link, in two tabs at once', async () => {
  await putBoard();
  const { page, complaints } = await dashboard.open();
  await putQueues(queues);
  for (const [index, queue] of queues.entries()) {
    await choices(page)
      .getByRole('button', { name: /^Queue: / })
      .click();
    await page.getByRole('radio', { name: queue, exact: true }).click();
    await shows(page, 'waiting', `${index + 1} of ${queue}`);
    expect(new URL(page.url()).searchParams.getAll('queue')).toEqual([queue]);
    await shows(page, 'vip', '5 of VIP');
  }
  // A colleague opens the link that was copied, while this tab goes on.
  const { pathname, search } = new URL(page.url());
  const shared = await dashboard.open({ path: `${pathname}${search.replace('VIP', 'Sales')}` });
  await shows(shared.page, 'waiting', '2 of Sales');
  await shows(page, 'waiting', '5 of VIP');
  await page.reload();
  await shows(page, 'waiting', '5 of VIP');
  await shows(shared.page, 'waiting', '2 of Sales');
  // And the wall says what its numbers are of.
  const wall = await dashboard.open({ path: `${pathname}?wall&queue=Support`, width: 1920, height: 1080 });
  await shows(wall.page, 'waiting', '3 of Support');
  await expect(wall.page.getByRole('dialog')).toContainText('Queue: Support');
  expect([...complaints, ...shared.complaints, ...wall.complaints]).toEqual([]);
});

test('a queue that vanished is named, with the others to choose from', async () => {
  await putBoard();
  const { page, complaints } = await dashboard.open({ path: '/realtime-dashboard?queue=VIP' });
  await putQueues(queues);
  await shows(page, 'waiting', '5 of VIP');
  await putQueues(queues.slice(0, 4));
  await shows(page, 'waiting', 'This metric needs a queue');
  await choices(page).getByRole('button', { name: 'Queue: VIP no longer exists' }).press('Enter');
  await page.keyboard.press('Tab');
  await page.getByRole('radio', { name: 'Sales' }).press('Space');
  await page.keyboard.press('Escape');
  await expect(choices(page).getByRole('button', { name: 'Queue: Sales' })).toBeFocused();
  await shows(page, 'waiting', '2 of Sales');
  expect(complaints).toEqual([]);
});

test('a board without the choice says what its metrics need, on a phone too', async () => {
  const { variables: _variables, ...without } = board;
  await putBoard(without);
  const { page, complaints } = await dashboard.open();
  await page.setViewportSize({ width: 390, height: 844 });
  await putQueues(queues);
  await shows(page, 'waiting', 'This metric needs a queue');
  await shows(page, 'vip', '5 of VIP');
  await choices(page).getByRole('button', { name: 'Queue: Choose…' }).click();
  const panel = page.getByRole('group', { name: 'Queue', exact: true });
  const box = await panel.boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  await panel.getByRole('radio', { name: 'Support' }).click();
  await shows(page, 'waiting', '3 of Support');
  expect(complaints).toEqual([]);
});

test('a board for any of 50 queues is made in fewer than 12 actions', async () => {
  const { page, complaints } = await dashboard.open();
  const fifty = Array.from({ length: 50 }, (_, index) => `Queue ${index + 1}`);
  await putQueues(fifty);
  let actions = 0;
  const act = async (done: Promise<void>): Promise<void> => {
    actions += 1;
    await done;
  };
  const button = (label: string): Locator => page.getByRole('button', { name: label, exact: true });
  await shows(page, 'open', '50');
  await act(button('Edit').click());
  await act(button('Choices').click());
  await act(button('Add choice').click());
  await act(button('Apply').click());
  await act(tile(page, 'open').click());
  await act(page.getByText('Formula and format', { exact: true }).click());
  await act(page.getByRole('textbox', { name: 'Formula' }).fill('waiting(board.queue)'));
  await act(page.getByRole('complementary').getByRole('button', { name: 'Apply', exact: true }).click());
  await act(button('Save').click());
  await expect.poll(() => page.locator('[data-edit-status]').innerText()).toMatch('Saved');
  expect(actions).toBeLessThan(12);
  expect(await dashboard.control.getDocument('dashboard-metrics-1')).toMatchObject({
    open: { metric: { formula: 'waiting(board.queue)' } },
  });
  expect(await dashboard.control.getDocument('dashboard-definitions')).toEqual({});
  expect(await dashboard.control.getDocument('dashboard-board-board001')).toMatchObject({
    documents: ['dashboard-metrics-1'],
    variables: [{ name: 'queue', type: 'queue' }],
  });
  await button('Done').click();
  for (const number of [1, 37, 50]) {
    await choices(page)
      .getByRole('button', { name: /^Queue: / })
      .click();
    await page.getByRole('searchbox', { name: 'Search choices' }).fill(`Queue ${number}`);
    await page.getByRole('radio', { name: `Queue ${number}`, exact: true }).click();
    await shows(page, 'open', String(number));
  }
  expect(complaints).toEqual([]);
});
