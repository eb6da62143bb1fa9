import type { CDPSession, Page } from '@playwright/test';
import { tracedCategories, updateCosts } from './updateCosts';

export interface Probe {
  longFrames: number[];
  commits: number;
  tilesRendered: number;
  isCounting: boolean;
  everySecond: (() => void)[];
  ahead: number;
  arrived(): void;
}

export type ProbedWindow = typeof globalThis & { benchProbe: Probe };

/** What one run of updates cost; milliseconds. */
export interface Cost {
  readonly updates: number;
  readonly scriptP50: number;
  readonly scriptP95: number;
  readonly layoutP50: number;
  readonly layoutP95: number;
  readonly paintP50: number;
  readonly paintP95: number;
  readonly framesOver50: number;
  readonly longestFrame: number;
}

/** Reads what the browser itself counts, and what the probe in the page saw. */
export class PageMeter {
  private constructor(
    private readonly page: Page,
    private readonly devTools: CDPSession,
  ) {}

  static async attach(page: Page): Promise<PageMeter> {
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Performance.enable');
    await devTools.send('HeapProfiler.enable');
    return new PageMeter(page, devTools);
  }

  /** What updates at a fixed rate cost, each from the arrival of its message to the frame that shows it. */
  async cost(updates: number, perSecond: number, update: () => Promise<unknown>): Promise<Cost> {
    await this.page.evaluate(() => {
      const { benchProbe } = window as unknown as ProbedWindow;
      benchProbe.longFrames = [];
    });
    const browser = this.page.context().browser();
    if (!browser) throw new Error('The page is in no browser that can be traced.');
    await browser.startTracing(this.page, { categories: [...tracedCategories] });
    let next = Date.now();
    for (let done = 0; done < updates; done += 1) {
      await update();
      next += 1000 / perSecond;
      await pause(Math.max(0, next - Date.now()));
    }
    const costs = updateCosts(await browser.stopTracing());
    if (costs.length < updates / 2) throw new Error(`Only ${costs.length} of ${updates} updates were seen.`);
    const longFrames = await this.page.evaluate(
      () => (window as unknown as ProbedWindow).benchProbe.longFrames,
    );
    const [scripts, layouts, paints] = [
      costs.map(({ script }) => script),
      costs.map(({ layout }) => layout),
      costs.map(({ toPaint }) => toPaint),
    ];
    return {
      updates: costs.length,
      scriptP50: percentile(scripts, 0.5),
      scriptP95: percentile(scripts, 0.95),
      layoutP50: percentile(layouts, 0.5),
      layoutP95: percentile(layouts, 0.95),
      paintP50: percentile(paints, 0.5),
      paintP95: percentile(paints, 0.95),
      framesOver50: longFrames.length,
      longestFrame: Math.max(0, ...longFrames),
    };
  }

  /** Commits of React and tiles that its components drew, for each of some updates, and nothing else measured meanwhile. */
  async rendered(
    updates: number,
    update: () => Promise<unknown>,
  ): Promise<{ readonly commits: number; readonly tiles: number }> {
    const count = (isCounting: boolean): Promise<readonly [number, number]> =>
      this.page.evaluate((on) => {
        const { benchProbe } = window as unknown as ProbedWindow;
        benchProbe.isCounting = on;
        return [benchProbe.commits, benchProbe.tilesRendered] as const;
      }, isCounting);
    await count(true);
    // The first look sees every tile for the first time.
    await update();
    await pause(600);
    const before = await count(true);
    for (let done = 0; done < updates; done += 1) {
      await update();
      await pause(300);
    }
    const after = await count(false);
    return { commits: (after[0] - before[0]) / updates, tiles: (after[1] - before[1]) / updates };
  }

  /** Share of the time in which the main thread is busy while nothing is done to the page. */
  async busy(milliseconds: number): Promise<number> {
    const before = await this.metric('TaskDuration');
    const began = Date.now();
    await pause(milliseconds);
    const after = await this.metric('TaskDuration');
    return ((after - before) * 1000) / (Date.now() - began);
  }

  /** Megabytes of JavaScript objects, after garbage collection. */
  async heap(): Promise<number> {
    await this.devTools.send('HeapProfiler.collectGarbage');
    await this.devTools.send('HeapProfiler.collectGarbage');
    return (await this.metric('JSHeapUsedSize')) / 1_048_576;
  }

  private async metric(wanted: string): Promise<number> {
    const { metrics } = await this.devTools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === wanted)?.value ?? NaN;
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
};
