import type { Clock } from '../Clock';

/** Time that passes only by waiting. */
export class FakeClock implements Clock {
  readonly waits: number[] = [];
  private time: number;

  constructor(start: string) {
    this.time = Date.parse(start);
  }

  now = (): number => this.time;

  wait = async (milliseconds: number): Promise<void> => {
    this.waits.push(milliseconds);
    this.time += milliseconds;
  };
}
