import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';
import { defaultStaleAfterSeconds } from '../../src/schema/defaults';
import { Random } from '../../src/testing/Random';
import { LoginControl } from '../../e2e/support/LoginControl';
import { startDashboard } from '../../e2e/support/startDashboard';
import { developmentDomain } from '../../emulator/serverless-api/Deployment';
import { ChangingContactCentre, soakDefinitions } from './ChangingContactCentre';
import { judgeWall, showsNow, type Verdict } from './judgeWall';
import { seeWall, type SeenWall } from './seeWall';
import { TruthLog } from './TruthLog';
import { wallFaults, type Surroundings, type WallFault } from './wallFaults';

export interface SoakOptions {
  readonly minutes: number;
  readonly seed: number;
  /** From which age numbers count as old; left out, the product's own default. */
  readonly staleAfterSeconds?: number | undefined;
  /** Called with a line now and then. */
  readonly onProgress?: (line: string) => void;
}

export interface SoakResult {
  readonly seconds: number;
  /** Seconds by what was to be seen in them. */
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Seconds in which something was marked, rightly or needlessly. */
  readonly marked: number;
  /** What each unmarked untruth was; the first ones. */
  readonly untruths: readonly string[];
  readonly faults: readonly FaultCount[];
  /** Times that something happened in the contact centre. */
  readonly changes: number;
  /** Seconds from the end of all faults to a wall that shows what is true and marks nothing; undefined for never. */
  readonly endsInTruthAfter: number | undefined;
  readonly memory: { readonly start: Memory; readonly end: Memory };
}

export interface FaultCount {
  readonly name: string;
  readonly times: number;
  /** Seconds from its end to a wall that shows the truth of then and marks nothing, one for each time. */
  readonly recoveries: readonly number[];
  /** How old numbers were at the most that it left unmarked, with their age beside them: seconds. */
  readonly oldestUnmarked: number;
}

/** Of the page, after garbage collection. */
export interface Memory {
  readonly heapMegabytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

const secondMs = 1_000;
/** A fault of 5 to 15 s comes to be marked where numbers are old after this. */
const shortestMarkingSeconds = 6;
/** A wall that has not come back after this has failed. */
const patienceMs = 90_000;

/**
 * A wall in the real Flex UI, for some minutes among faults; what it shows is compared each second with what is true.
 * The same seed gives the same faults in the same order.
 */
export async function soakWall({
  minutes,
  seed,
  staleAfterSeconds,
  onProgress = () => undefined,
}: SoakOptions): Promise<SoakResult> {
  const dashboard = await startDashboard({
    definitions: soakDefinitions,
    customData: { DASHBOARD_REFRESH_URL: `https://${developmentDomain}/refreshDashboard` },
  });
  try {
    const { control, emulator } = dashboard;
    const origin = emulator.origin.replace('localhost', '127.0.0.1');
    const log = new TruthLog();
    const centre = new ChangingContactCentre(
      control,
      `${origin}/emulator/state`,
      log,
      new Random(seed + 1).next,
    );
    await control.putDocument('dashboard-board', {
      title: 'Soak',
      ...(staleAfterSeconds !== undefined && { staleAfterSeconds }),
    });
    await centre.look();
    // Nothing more until Flex has started: with changes during it, one start took two minutes (seed 7).
    await centre.change();

    const login = new LoginControl();
    const { page } = await dashboard.open({
      path: '/realtime-dashboard?wall',
      width: 1920,
      height: 1080,
      prepare: login.prepare,
    });
    await page.locator('[data-tile]').first().waitFor();
    const loop = { isOver: false };
    const counts = { changes: 0 };
    const changing = changeOnAndOn(centre, new Random(seed + 2).next, loop, counts);
    // It is awaited in the end, as is the watch; if the soak ends before, it is by another error, which is the one to tell.
    changing.catch(() => undefined);
    const devTools = await page.context().newCDPSession(page);
    const staleAfter = staleAfterSeconds ?? defaultStaleAfterSeconds.withRefresh;
    const watch = new WallWatch(page, log, staleAfter, onProgress);
    await watch.untilTrue();
    const start = await memoryOf(devTools);

    const surroundings: Surroundings = {
      page,
      control,
      login,
      clearFaults: async () => void (await fetch(`${origin}/emulator/faults`, { method: 'DELETE' })),
    };
    const began = Date.now();
    watch.start();
    const faults = await disturb(
      surroundings,
      watch,
      new Random(seed).next,
      staleAfter / shortestMarkingSeconds,
      began + minutes * 60_000,
      onProgress,
    );
    // What happens last has to be on the wall in the end.
    loop.isOver = true;
    await changing;
    await centre.change();
    const endsInTruthAfter = await watch.untilPresent();
    const found = await watch.stop();
    return {
      ...found,
      faults,
      changes: counts.changes,
      endsInTruthAfter,
      memory: { start, end: await memoryOf(devTools) },
    };
  } finally {
    await dashboard.stop();
  }
}

/** Something happens every 0.4 to 3 s, and now and then nothing for a while. */
async function changeOnAndOn(
  centre: ChangingContactCentre,
  random: () => number,
  loop: { readonly isOver: boolean },
  counts: { changes: number },
): Promise<void> {
  while (!loop.isOver) {
    await centre.change();
    counts.changes += 1;
    const until = Date.now() + (random() < 0.03 ? 10_000 : 400 + random() * 2_600);
    while (!loop.isOver && Date.now() < until) {
      await pause(Math.min(500, Math.max(0, until - Date.now())));
      // What happens by time alone, as a reservation that times out.
      await centre.look();
    }
  }
}

/**
 * One fault after the other, every fifth together with another one; each kind once before any comes again.
 * @param long how many times as long every fifth lasts, so that numbers come to be old in it
 */
async function disturb(
  surroundings: Surroundings,
  watch: WallWatch,
  random: () => number,
  long: number,
  until: number,
  onProgress: (line: string) => void,
): Promise<readonly FaultCount[]> {
  const counts = new Map(
    wallFaults.map(({ name }) => [name, { recoveries: [] as number[], oldestUnmarked: 0 }]),
  );
  let due: readonly WallFault[] = [];
  const next = (beside?: WallFault): readonly WallFault[] => {
    if (due.length === 0) due = shuffled(wallFaults, random);
    const chosen = due.find(({ network }) => !network || !beside?.network);
    due = due.filter((fault) => fault !== chosen);
    return chosen ? [chosen] : [];
  };
  while (Date.now() < until) {
    const first = next();
    const faults = random() < 0.2 ? [...first, ...next(first[0])] : first;
    const lasts = random() < 0.2 ? long : 1;
    const seconds = Math.max(
      ...faults.map(({ seconds: [least, most] }) => Math.round(lasts * (least + random() * (most - least)))),
    );
    watch.oldestUnmarked = 0;
    const names = faults.map(({ name }) => name).join(' and ');
    for (const fault of faults) await fault.begin(surroundings, seconds);
    await pause(seconds * secondMs);
    for (const fault of faults) await fault.end?.(surroundings);
    const recovery = await watch.untilTrue();
    onProgress(
      `${names} for ${seconds} s: ${recovery === undefined ? 'NOT RECOVERED' : `back after ${recovery.toFixed(1)} s`}`,
    );
    for (const { name } of faults) {
      const count = counts.get(name);
      count?.recoveries.push(recovery ?? Infinity);
      if (count) count.oldestUnmarked = Math.max(count.oldestUnmarked, watch.oldestUnmarked);
    }
    await pause((1 + random() * 4) * secondMs);
  }
  return [...counts].map(([name, count]) => ({ name, times: count.recoveries.length, ...count }));
}

function shuffled<T>(all: readonly T[], random: () => number): readonly T[] {
  const left = [...all];
  return all.map(() => left.splice(Math.floor(random() * left.length), 1)[0] as T);
}

/** Looks at a wall each second and keeps count. */
class WallWatch {
  private readonly verdicts = { truth: 0, 'marked-untruth': 0, 'unmarked-untruth': 0, nothing: 0 };
  private readonly untruths: string[] = [];
  /** The age of the oldest numbers that stood unmarked since this was set to 0: seconds. */
  oldestUnmarked = 0;
  private marked = 0;
  private seconds = 0;
  private isOver = false;
  private watching: Promise<void> = Promise.resolve();

  constructor(
    private readonly page: Page,
    private readonly log: TruthLog,
    private readonly staleAfterSeconds: number,
    private readonly onProgress: (line: string) => void,
  ) {}

  start(): void {
    this.watching = this.watch();
    this.watching.catch(() => undefined);
  }

  async stop(): Promise<Pick<SoakResult, 'seconds' | 'verdicts' | 'marked' | 'untruths'>> {
    this.isOver = true;
    await this.watching;
    const { seconds, verdicts, marked, untruths } = this;
    return { seconds, verdicts, marked, untruths };
  }

  /** Waits until the wall speaks the truth and marks nothing. Seconds; undefined when that does not come about. */
  untilTrue(): Promise<number | undefined> {
    return this.until((seen) => {
      const { verdict, isMarked } = judgeWall(seen, this.log, this.staleAfterSeconds);
      return verdict === 'truth' && !isMarked;
    });
  }

  /** The same, and what it shows is the truth of this very moment. */
  untilPresent(): Promise<number | undefined> {
    return this.until((seen) => showsNow(seen, this.log.last));
  }

  private async until(holds: (seen: SeenWall) => boolean): Promise<number | undefined> {
    const began = Date.now();
    let seen: SeenWall | undefined;
    while (Date.now() < began + patienceMs) {
      seen = await seeWall(this.page);
      if (holds(seen)) return (Date.now() - began) / secondMs;
      await pause(250);
    }
    this.onProgress(
      `not back: the wall shows ${JSON.stringify(seen)}, true is ${JSON.stringify(this.log.last)}`,
    );
    return undefined;
  }

  private async watch(): Promise<void> {
    let next = Date.now();
    while (!this.isOver) {
      const seen = await seeWall(this.page);
      const { verdict, isMarked, untruths } = judgeWall(seen, this.log, this.staleAfterSeconds);
      this.seconds += 1;
      this.verdicts[verdict] += 1;
      if (isMarked) this.marked += 1;
      else this.oldestUnmarked = Math.max(this.oldestUnmarked, seen.ageSeconds ?? 0);
      if (untruths.length > 0) {
        const line = `${new Date(seen.at).toISOString()} ${untruths.join('; ')}`;
        if (this.untruths.length < 20) this.untruths.push(line);
        this.onProgress(`UNMARKED: ${line}`);
      }
      next += secondMs;
      // Seconds during which this machine did something else cannot be judged, and are not counted.
      while (next < Date.now()) next += secondMs;
      await pause(next - Date.now());
    }
  }
}

async function memoryOf(devTools: CDPSession): Promise<Memory> {
  await devTools.send('HeapProfiler.enable');
  await devTools.send('HeapProfiler.collectGarbage');
  await devTools.send('Performance.enable');
  const { metrics } = await devTools.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  return {
    heapMegabytes: of('JSHeapUsedSize') / 1_048_576,
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
  };
}
