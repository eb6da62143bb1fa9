import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDashboard, tile } from './support/startDashboard';
import { takeStates } from './support/takeStates';
import { takeWall } from './support/takeWall';

/** `npm run screenshots`: the pictures of the README and the docs, from the real thing at work. Look at them before committing. */
const root = join(__dirname, '..');
const folder = join(root, 'docs', 'images');

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await takeStates(folder);
  await takeWall(folder);
  const dashboard = await startDashboard({ scenario: 'ordinary-day' });
  try {
    for (const [name, width, height] of [
      ['board-1440x900', 1440, 900],
      ['board-1920x1080', 1920, 1080],
    ] as const) {
      const { page } = await dashboard.open({ width, height });
      await page.locator('[data-metric="tasks_waiting"][data-state="error"]').waitFor({ timeout: 120_000 });
      await page.screenshot({ path: join(folder, `${name}.png`) });
      await page.close();
    }

    const { control } = dashboard;
    const { page } = await dashboard.open();
    await tile(page, 'tasks_waiting').waitFor();
    await control.post('sockets/refuse', { seconds: 30 });
    await page.getByRole('heading', { name: 'Disconnected' }).waitFor();
    await page.screenshot({ path: join(folder, 'disconnected-1440x900.png') });
    await control.post('sockets/refuse', { seconds: 0 });
    await page.close();

    await control.putDocument('dashboard-definitions', readmeExample());
    const { page: example } = await dashboard.open({ height: 340 });
    await tile(example, 'third').waitFor();
    await example.screenshot({
      path: join(folder, 'definition.png'),
      clip: { x: 52, y: 52, width: 760, height: 230 },
    });
    await example.close();

    await control.removeDocument('dashboard-definitions');
    const { page: empty } = await dashboard.open();
    await empty.getByRole('heading', { name: 'No documents yet' }).waitFor();
    await empty.screenshot({ path: join(folder, 'no-documents-1440x900.png') });
  } finally {
    await dashboard.stop();
  }
}

/** The full example of the README at three moments: calm, over the first threshold, over the second. */
function readmeExample(): object {
  const [, json = '{}'] =
    [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/```json\n([^]*?)```/g)][1] ?? [];
  const [example] = Object.values(JSON.parse(json) as Record<string, { metric: object }>);
  const at = (seconds: number): object => ({
    metric: { ...example?.metric, formula: String(seconds), increment: false },
  });
  return { first: at(45), second: at(75), third: at(151) };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
