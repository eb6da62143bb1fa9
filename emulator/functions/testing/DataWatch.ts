import type { DashboardData } from '../../../src/schema/dashboardData';
import { pause } from './pause';
import type { Collector } from './startCollector';

interface Seen {
  readonly number: number;
  /** Milliseconds since 1970, by the clock of the machine. */
  readonly begun: number;
  readonly at: number;
}

/** Follows the data document of a collector as a reader does. */
export class DataWatch {
  /** All data that stood in the document, in order. */
  readonly seen: Seen[] = [];
  private readonly stopWatching: () => void;

  constructor(private readonly collector: Collector) {
    this.stopWatching = collector.journal.subscribe(({ hop, details: { uniqueName, status } }) => {
      if (hop !== 'sync-write' || uniqueName !== 'dashboard-data' || Number(status) >= 300) return;
      const { collection = 0, collected_at = '' } = this.data() ?? {};
      this.seen.push({ number: collection, begun: Date.parse(collected_at), at: Date.now() });
    });
  }

  data(): DashboardData | undefined {
    return this.collector.document('dashboard-data') as DashboardData | undefined;
  }

  /** Whether the numbers that events change are those that TaskRouter tells. */
  async isTruth(): Promise<boolean> {
    return this.numbers() === numbersOf(await this.collector.truth());
  }

  /**
   * Waits until they are those that TaskRouter tells now.
   * @returns milliseconds that it took
   * @throws Error after so many
   */
  async untilTruth(limitMs = 60_000): Promise<number> {
    const began = Date.now();
    const truth = numbersOf(await this.collector.truth());
    while (this.numbers() !== truth) {
      if (Date.now() > began + limitMs) throw new Error(`The data are not TaskRouter's after ${limitMs} ms.`);
      await pause(10);
    }
    return Date.now() - began;
  }

  /** Whether each data were of a higher number than those before, and of a collection that began later. */
  isRising(): boolean {
    return this.seen.every(({ number, begun }, index) => {
      const before = this.seen[index - 1];
      return !before || (number > before.number && begun >= before.begun);
    });
  }

  stop(): void {
    this.stopWatching();
  }

  private numbers(): string {
    return numbersOf(this.data()?.workspace_statistics?.realtime);
  }
}

/** Without what grows with time alone. */
function numbersOf(realtime: unknown): string {
  const { total_tasks, tasks_by_status, activity_statistics } = Object(realtime) as Record<string, unknown>;
  return JSON.stringify([total_tasks, tasks_by_status, activity_statistics]);
}
