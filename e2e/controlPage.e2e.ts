/** The control page, as a person uses it. */
import { tile } from './support/startDashboard';
import { expect, nightly, test } from './support/test';

test('adds tasks, tells of every hop, and changes the tile', async ({ dashboard }) => {
  const { page } = await dashboard.open();
  await tile(page, 'tasks_waiting').waitFor();
  const control = await page.context().newPage();
  await control.goto(`${dashboard.emulator.origin}/emulator/`);
  await control.getByText('Scenario still at pace 1').waitFor();

  await control.getByLabel('How many').fill('4');
  await control.getByRole('button', { name: 'Add tasks' }).click();
  await expect(control.getByRole('status')).toContainText('Add tasks: done');
  for (const hop of ['event-post', 'function-call', 'statistics-call', 'sync-write', 'sync-notification']) {
    await control.getByRole('cell', { name: hop, exact: true }).first().waitFor();
  }
  await page.getByRole('button', { name: 'Tasks Waiting, 4' }).waitFor();
});

test(
  'moves a worker to an activity, and the tile of that activity counts one more',
  nightly,
  async ({ dashboard }) => {
    const { page } = await dashboard.open();
    await page.getByRole('button', { name: 'Training, 0' }).waitFor();
    await dashboard.control.post('worker-activity', {
      worker: 'supervisor@example.com',
      activity: 'Training',
    });
    await page.getByRole('button', { name: 'Training, 1' }).waitFor();
  },
);

test('sends a burst of events that changes no number, and the board survives it', async ({ dashboard }) => {
  const { control } = dashboard;
  const { page } = await dashboard.open();
  await control.post('tasks', { count: 4 });
  await page.getByRole('button', { name: 'Tasks Waiting, 4' }).waitFor();
  await control.post('burst', { events: 100 });
  await control.post('settled');
  const posts = await control.journal({ hop: 'event-post' });
  expect(
    posts.filter(({ summary }) => summary.includes('worker.attributes.update')).length,
  ).toBeGreaterThanOrEqual(100);
  await page.getByRole('button', { name: 'Tasks Waiting, 4' }).waitFor();
});

test('says what is wrong with what was asked, and what would be right', async ({ dashboard }) => {
  const { control } = dashboard;
  await expect(control.post('burst', { events: 0 })).rejects.toThrow(/400.*must be a number from 1 to 5000/);
  await expect(control.post('scenario', { name: 'busy' })).rejects.toThrow(/400.*busy.*ordinary-day/);
  await expect(control.post('faults', { target: 'weather' })).rejects.toThrow(/400.*sync-write/);
  await expect(control.post('nothing')).rejects.toThrow(/404/);
});
