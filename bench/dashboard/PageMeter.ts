import type { CDPSession, Page } from 'playwright-core';

/** Milliseconds of the page's main thread since it was loaded. */
interface Spent {
  readonly script: number;
  readonly layout: number;
  readonly all: number;
}

export interface Probe {
  paints: number[];
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

  /** What updates at a fixed rate cost, each with all that the page does until the next one. */
  async cost(updates: number, perSecond: number, update: () => Promise<unknown>): Promise<Cost> {
    await this.page.evaluate(() => {
      const { benchProbe } = window as unknown as ProbedWindow;
      benchProbe.paints = [];
      benchProbe.longFrames = [];
    });
    const scripts: number[] = [];
    const layouts: number[] = [];
    let next = Date.now();
    let before = await this.spent();
    for (let done = 0; done < updates; done += 1) {
      await update();
      next += 1000 / perSecond;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - Date.now())));
      const after = await this.spent();
      scripts.push(after.script - before.script);
      layouts.push(after.layout - before.layout);
      before = after;
    }
    const { paints, longFrames } = await this.page.evaluate(() => {
      const { benchProbe } = window as unknown as ProbedWindow;
      return { paints: benchProbe.paints, longFrames: benchProbe.longFrames };
    });
    return {
      updates,
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
    const before = await this.spent();
    const began = Date.now();
    await pause(milliseconds);
    const after = await this.spent();
    return (after.all - before.all) / (Date.now() - began);
  }

  /** Megabytes of JavaScript objects, after garbage collection. */
  async heap(): Promise<number> {
    await this.devTools.send('HeapProfiler.collectGarbage');
    await this.devTools.send('HeapProfiler.collectGarbage');
    const { metrics } = await this.devTools.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? NaN) / 1_048_576;
  }

  private async spent(): Promise<Spent> {
    const { metrics } = await this.devTools.send('Performance.getMetrics');
    const of = (name: string): number =>
      (metrics.find((metric) => metric.name === name)?.value ?? NaN) * 1000;
    return {
      script: of('ScriptDuration'),
      layout: of('LayoutDuration') + of('RecalcStyleDuration'),
      all: of('TaskDuration'),
    };
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
};
