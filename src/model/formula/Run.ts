import type { Bindings } from './boardValues';
import { FormulaError } from './FormulaError';
import { limits } from './limits';
import { stopRecording } from './joinSources';
import type { Reads } from './Reads';
import type { TimeFence } from './TimeFence';
import type { Frame, Lambda } from './values';

interface NaNCall {
  readonly lambda: Lambda;
  readonly frame: Frame;
}

/** What an evaluation is given. */
export interface RunOptions {
  /** What the words for contact centres read. */
  readonly data: unknown;
  readonly fuel: number;
  /** What holds the evaluation by the clock; without one, fuel alone does. */
  readonly fence?: TimeFence;
  /** Whole seconds since the data was collected; 0 without it. */
  readonly age?: number;
  /** Up to when the data is known, in milliseconds since 1970; this moment without it. */
  readonly now?: number;
  /** Records what is read of the data; without it nobody wants to know. */
  readonly reads?: Reads;
  /** What is chosen on the board; undefined where there is no board. */
  readonly board?: Bindings;
  /** Whether it finds out why there is no value. */
  readonly explains?: boolean;
}

/** One evaluation: what it may still spend. */
export class Run {
  readonly data: unknown;
  readonly reads: Reads | undefined;
  readonly board: Bindings | undefined;
  fuel: number;
  private readonly fence: TimeFence | undefined;
  private readonly seconds: number;
  private readonly moment: number;
  private depth = 0;
  /** The fuel at which the clock is looked at next; at least 0, so that one comparison holds both fences. */
  private nextStop: number;
  private explanation: Run | undefined;
  private tag: string | undefined;
  private gaveNaN: NaNCall | undefined;

  constructor(private readonly options: RunOptions) {
    this.data = options.data;
    this.reads = options.reads;
    this.board = options.board;
    this.fuel = options.fuel;
    this.fence = options.fence;
    this.seconds = options.age ?? 0;
    this.moment = options.now ?? Date.now();
    this.nextStop = this.stopAfter();
  }

  /** Fuel used up to now. */
  get spent(): number {
    return this.options.fuel - Math.max(this.fuel, 0) + (this.explanation?.spent ?? 0);
  }

  /** Whole seconds since the data was collected. */
  get age(): number {
    this.reads?.addAge(this.seconds);
    return this.seconds;
  }

  /** The whole second up to which the data is known: milliseconds since 1970. */
  get now(): number {
    const second = Math.floor(this.moment / 1000) * 1000;
    this.reads?.addSecond(second);
    return second;
  }

  /** For finding out why there is no value, which ends the evaluation: as much fuel again, and the same clock. */
  toExplain(): Run {
    if (this.options.explains) return this;
    stopRecording(this.data);
    const { moment, options } = this;
    return (this.explanation ??= new Run({ ...options, now: moment, reads: undefined, explains: true }));
  }

  /** Pays for work before it is done. */
  charge(units: number): void {
    this.fuel -= units;
    if (!(this.fuel >= this.nextStop)) this.stop();
  }

  private stop(): void {
    if (!(this.fuel >= 0)) throw new FormulaError('budget', tooMuchWork);
    this.nextStop = this.stopAfter();
    this.fence?.look(this.fuel);
  }

  private stopAfter(): number {
    return this.fence ? Math.max(0, this.fuel - limits.fuelBetweenLooks) : 0;
  }

  /** A function of JavaScript's begins that may take longer than was paid for; hand the answer to `endHostCall`. */
  beginHostCall(): number {
    return this.fence ? this.fence.now() : 0;
  }

  /** @throws {FormulaError} `time` when it took too long */
  endHostCall(begun: number): void {
    this.fence?.endHostCall(begun, this.fuel);
  }

  /** Refuses a text that is too long. */
  checkText(length: number): void {
    if (!(length <= limits.textLength)) {
      throw new FormulaError(
        'too-large',
        `The formula makes a text of more than ${limits.textLength} characters.`,
      );
    }
  }

  /** Pays for making a text of this length. */
  chargeText(length: number): void {
    this.checkText(length);
    this.charge(length >> 5);
  }

  /** Refuses a list that is too long. */
  checkList(length: number): void {
    if (!(length <= limits.listLength)) {
      throw new FormulaError(
        'too-large',
        `The formula makes a list of more than ${limits.listLength} entries.`,
      );
    }
  }

  /** Pays for making or walking a list of this length. */
  chargeList(length: number): void {
    this.checkList(length);
    this.charge(length);
  }

  /** Pays for looking for one text in another: up to the product of the lengths in the worst case. */
  chargeSearch(length: number, needle: number): void {
    this.charge(
      (length >> 4) + (needle >> 5) + (needle > 4 ? Math.floor((length * Math.min(needle, length)) / 64) : 0),
    );
  }

  /** Pays for comparing or looking up long texts; short ones cost nothing. */
  chargeCompare(length: number): void {
    if (length > 256) this.charge(length >> 5);
  }

  /** An arrow begins: pays for its body. */
  enter(units: number): void {
    this.charge(units);
    if (++this.depth > limits.calls) {
      throw new FormulaError('too-deep', `Arrows call arrows more than ${limits.calls} levels deep.`);
    }
  }

  /** An arrow gave NaN: the first is nearest to the cause. */
  noteNaN(lambda: Lambda, frame: Frame): void {
    this.gaveNaN ??= { lambda, frame };
  }

  /** The first arrow that gives NaN during some work; undefined when none does. */
  firstNaN<Found>(work: () => unknown, found: (lambda: Lambda, frame: Frame) => Found): Found | undefined {
    this.gaveNaN = undefined;
    work();
    const first = this.gaveNaN as NaNCall | undefined;
    return first && found(first.lambda, first.frame);
  }

  leave(): void {
    this.depth--;
  }

  /** Pays for what JavaScript prepares when a language tag is not the one that was used last. */
  chargeTag(tag: string | undefined): void {
    if (tag === this.tag) return;
    this.tag = tag;
    this.charge(500);
  }
}

const tooMuchWork =
  'The formula does too much work for one update. Going through a list once per entry of another list is the usual reason: ' +
  'prepare the inner result once, outside.';
