/** Ten metrics that supervisors ask for, made as a newcomer makes them: by their own words and by what is on the screen. */
import type { Locator } from '@playwright/test';
import { countInput } from './support/countInput';
import { expect, test } from './support/test';

test.use({
  actionTimeout: 60_000,
  setUp: {
    scenario: 'lunch-rush',
    definitions: {
      first: { metric: { label: 'Open', formula: 'data.workspace_statistics.realtime.total_tasks' } },
    },
    environment: { DASHBOARD_TASK_CHANNELS: 'voice,chat' },
  },
});

/** What a person may need for one of them, from the open board in edit mode. */
const most = { clicks: 6, keys: 10 };

test('makes the ten metrics of a newcomer without a formula, each in few clicks and keys', async ({
  dashboard,
}) => {
  const { page, complaints } = await dashboard.open();
  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  const { keyboard } = page;
  await button('Edit').click();
  const input = await countInput(page);

  const made: Record<string, { clicks: number; keys: number }> = {};
  const make = async (name: string, steps: () => Promise<void>): Promise<void> => {
    await button('Add tile').first().click();
    await steps();
    made[name] = await input.sinceLast();
  };
  const add = (): Promise<void> => button('Add to the board').click();
  const search = async (words: string, template: RegExp): Promise<void> => {
    await keyboard.type(words);
    await button(template).first().click();
  };
  const choose = (name: string): Promise<void> => page.getByRole('checkbox', { name, exact: true }).click();

  await make('calls waiting in Support, amber above 5, red above 10', async () => {
    await search('calls', /^\w+: waiting .* one queue/);
    await keyboard.type('su');
    await expect(page.getByLabel('Warning above')).toHaveValue('5');
    await expect(page.getByLabel('Critical above')).toHaveValue('10');
    await add();
  });
  await make('longest wait in Sales', async () => {
    await search('lwt', /^\w+: longest wait .* one queue/);
    await keyboard.type('sa');
    await add();
  });
  await make('service level of Support and Sales together', async () => {
    await search('SLA', /Several queues as one/);
    for (const queue of ['Billing', 'Sales', 'Support']) {
      const isChosen = await page.getByRole('checkbox', { name: queue, exact: true }).isChecked();
      if (isChosen !== (queue !== 'Billing')) await choose(queue);
    }
    await add();
  });
  await make('agents at lunch in percent of those logged in', async () => {
    await search('lunch', /^On a break, % of logged in/);
    await choose('Break');
    await choose('Personal Break');
    await add();
  });
  await make('abandoned in percent without the short ones', async () => {
    await search('abandon', /^Abandonment after 5 s/);
    await add();
  });
  await make('queue with the longest wait', async () => {
    await button(/^Queue with the longest wait/).click();
    await add();
  });
  await make('average time to answer in minutes and seconds', async () => {
    await search('ASA', /^Average speed of answer/);
    await add();
  });
  await make('available agents, red below 2', async () => {
    await search('ready', /^Agents in Available/);
    await page.getByLabel('Critical below').click();
    await keyboard.type('2');
    await add();
  });
  await make('chats beside calls that wait', async () => {
    await button('Breakdown').click();
    await page.getByRole('combobox', { name: 'Parts' }).selectOption({ label: 'Waiting by channel' });
    await button('Apply').click();
  });
  await make('queues with work and nobody available', async () => {
    await search('unmanned', /^Queues with nobody available/);
    await add();
  });

  expect(
    Object.entries(made).filter(([, { clicks, keys }]) => clicks > most.clicks || keys > most.keys),
  ).toEqual([]);
  await button('Save').click();
  await expect(page.locator('[data-edit-status]')).toHaveText('Saved');
  const saved = (await dashboard.control.getDocument('dashboard-definitions')) as Record<
    string,
    { metric: Record<string, unknown> }
  >;
  const formulas = Object.fromEntries(
    Object.values(saved).map(({ metric }) => [metric.label, [metric.formula, metric.format ?? '']]),
  );
  expect(formulas).toMatchObject({
    'Support: waiting': ["waiting('Support')", 'number'],
    'Sales: longest wait': [expect.stringContaining("queue('Sales')"), 'seconds'],
    'On a break, % of logged in': [
      "percent(activity('Lunch Break'), data.workspace_statistics.realtime.total_workers - activity('Offline'))",
      'percent',
    ],
    'Average speed of answer': [expect.stringContaining('wait_duration_until_accepted'), 'seconds'],
  });
  // None of them is an error on these numbers.
  expect(await page.locator('[data-state="broken"]').count()).toBe(0);
  expect(complaints).toEqual([]);
});
