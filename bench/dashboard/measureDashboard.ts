import { join } from 'node:path';
import { startDashboard } from '../../e2e/support/startDashboard';
import { ChangingData, documentsOf } from './largeBoard';
import { PageMeter, type Cost, type ProbedWindow } from './PageMeter';

export interface DashboardOptions {
  readonly sizes: readonly number[];
  /** Updates at 1/s and at 10/s. */
  readonly slowUpdates: number;
  readonly fastUpdates: number;
  readonly memoryUpdates: readonly number[];
  readonly dayMinutes: number;
  readonly idleSeconds: number;
}

export interface BoardMeasured {
  readonly tiles: number;
  readonly changing: number;
  readonly slow: Cost;
  readonly fast: Cost;
  readonly commits: number;
  readonly tilesRendered: number;
}

export interface LargestMeasured {
  /** Share of the time in which the main thread is busy. */
  readonly idle: number;
  /** Megabytes after so many updates. */
  readonly heap: readonly (readonly [updates: number, megabytes: number])[];
  readonly heapAfterDay: number;
}

export interface DashboardMeasured {
  readonly boards: readonly BoardMeasured[];
  readonly largest: LargestMeasured;
}

/** Boards of several sizes in the real Flex UI, with the plugin as it is built; data comes by the emulated Sync. */
export async function measureDashboard(
  options: DashboardOptions,
  say: (line: string) => void,
): Promise<DashboardMeasured> {
  const boards: BoardMeasured[] = [];
  let largest: LargestMeasured = { idle: NaN, heap: [], heapAfterDay: NaN };
  for (const [index, tiles] of options.sizes.entries()) {
    const dashboard = await startDashboard();
    try {
      const data = new ChangingData(tiles);
      const write = (): Promise<void> => dashboard.control.putDocument('dashboard-data', data.toDocument());
      const update = (): Promise<void> => {
        data.change();
        return write();
      };
      for (const [name, value] of Object.entries(documentsOf(tiles)))
        await dashboard.control.putDocument(name, value);
      await write();
      let onPainted = (): void => undefined;
      const { page } = await dashboard.open({
        prepare: async (fresh) => {
          await fresh.addInitScript({ path: join(__dirname, 'pageProbe.js') });
          await fresh.exposeFunction('benchPainted', () => onPainted());
        },
      });
      await page.locator(`[data-tile="metric-${tiles - 1}"][data-state]`).waitFor({ timeout: 60_000 });
      const painted = (): Promise<void> =>
        new Promise((resolve) => {
          onPainted = resolve;
          setTimeout(resolve, 2_000);
        });
      for (let warm = 0; warm < 20; warm += 1) await Promise.all([painted(), update()]);
      const meter = await PageMeter.attach(page);
      say(`${tiles} tiles: 1 update a second`);
      const slow = await meter.cost(options.slowUpdates, 1, update);
      say(`${tiles} tiles: 10 updates a second`);
      const fast = await meter.cost(options.fastUpdates, 10, update);
      const { commits, tiles: tilesRendered } = await meter.rendered(10, update);
      boards.push({ tiles, changing: data.change(), slow, fast, commits, tilesRendered });

      if (index < options.sizes.length - 1) continue;
      say(`${tiles} tiles: idle for ${options.idleSeconds} s`);
      const idle = await meter.busy(options.idleSeconds * 1000);
      const heap: (readonly [number, number])[] = [[0, await meter.heap()]];
      let done = 0;
      for (const wanted of options.memoryUpdates) {
        say(`${tiles} tiles: memory after ${wanted} updates, each painted before the next`);
        for (; done < wanted; done += 1) await Promise.all([painted(), update()]);
        heap.push([wanted, await meter.heap()]);
      }
      say(`${tiles} tiles: ${options.dayMinutes} minutes on a clock of our own`);
      for (let minute = 0; minute < options.dayMinutes; minute += 1) {
        await page.evaluate(() => {
          const { benchProbe } = window as unknown as ProbedWindow;
          for (let second = 1; second <= 60; second += 1) {
            benchProbe.ahead = second * 1000;
            benchProbe.everySecond.forEach((call) => call());
          }
          benchProbe.ahead = 0;
        });
        await Promise.all([painted(), update()]);
      }
      largest = { idle, heap, heapAfterDay: await meter.heap() };
    } finally {
      await dashboard.stop();
    }
  }
  return { boards, largest };
}
