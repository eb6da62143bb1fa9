import type { FunctionProcess } from './FunctionProcess';

/** Milliseconds before a process that could not even start is replaced, so that a broken set-up does not spin. */
const pauseAfterFailedStartMs = 1_000;

/** A fixed number of warm processes. One that ends is replaced at once by a fresh one. */
export class FunctionProcesses {
  private readonly starting = new Set<FunctionProcess>();
  /** In the order in which they are due: the one that served last stands last. */
  private ready: FunctionProcess[] = [];
  private waiting: ((process: FunctionProcess) => void)[] = [];
  /** Requests that were let in and are not answered, those that wait for a process included. */
  private running = 0;
  private whenIdle: (() => void)[] = [];
  private stopped = false;

  private constructor(private readonly startProcess: () => FunctionProcess) {}

  /** @throws Error when one of them does not start */
  static async start(count: number, startProcess: () => FunctionProcess): Promise<FunctionProcesses> {
    const processes = new FunctionProcesses(startProcess);
    try {
      await Promise.all(Array.from({ length: count }, () => processes.add().port));
    } catch (error: unknown) {
      await processes.stop();
      throw error;
    }
    return processes;
  }

  get all(): readonly FunctionProcess[] {
    return [...this.starting, ...this.ready];
  }

  /** Does some work in the process with the fewest requests, in turn; waits while none is ready. */
  async run<T>(work: (process: FunctionProcess) => Promise<T>): Promise<T> {
    this.running += 1;
    try {
      return await work(await this.next());
    } finally {
      this.running -= 1;
      if (this.running === 0) this.whenIdle.splice(0).forEach((resolve) => resolve());
    }
  }

  private async next(): Promise<FunctionProcess> {
    const due = this.ready.reduce<FunctionProcess | undefined>(
      (best, process) => (best && best.requests <= process.requests ? best : process),
      undefined,
    );
    if (!due) return new Promise((resolve) => this.waiting.push(resolve));
    this.ready = [...this.ready.filter((process) => process !== due), due];
    return due;
  }

  /** Ends a process with whatever it is doing. It is given no request after this. */
  kill(process: FunctionProcess): void {
    process.kill();
    this.drop(process);
  }

  /** Ends them when they have answered what they are working on. For those that are given nothing more. */
  async drain(): Promise<void> {
    if (this.running > 0) await new Promise<void>((resolve) => this.whenIdle.push(resolve));
    await this.stop();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    const processes = this.all;
    processes.forEach((process) => process.kill());
    await Promise.all(processes.map(({ ended }) => ended));
  }

  private add(): FunctionProcess {
    const process = this.startProcess();
    this.starting.add(process);
    process.port.then(
      () => {
        this.starting.delete(process);
        this.ready.push(process);
        this.waiting.forEach((resolve) => resolve(process));
        this.waiting = [];
      },
      () => this.starting.delete(process) && this.replace(pauseAfterFailedStartMs),
    );
    void process.ended.then(() => this.drop(process));
    return process;
  }

  private drop(process: FunctionProcess): void {
    if (!this.ready.includes(process)) return;
    this.ready = this.ready.filter((other) => other !== process);
    this.replace(0);
  }

  private replace(pauseMs: number): void {
    setTimeout(() => this.stopped || this.add(), pauseMs).unref();
  }
}
