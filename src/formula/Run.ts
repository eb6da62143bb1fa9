import { FormulaError } from './FormulaError';
import { limits } from './limits';

/** One evaluation: what it may still spend. */
export class Run {
  private depth = 0;

  /** `data` is what the words for contact centres read. */
  constructor(
    readonly data: unknown,
    public fuel: number,
  ) {}

  /** Pays for work before it is done. */
  charge(units: number): void {
    this.fuel -= units;
    if (!(this.fuel >= 0)) throw new FormulaError('budget', tooMuchWork);
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
    this.charge((length >> 4) + (needle > 4 ? Math.floor((length * Math.min(needle, length)) / 64) : 0));
  }

  /** Pays for comparing or looking up long texts; short ones cost nothing. */
  chargeCompare(length: number): void {
    if (length > 256) this.charge(length >> 5);
  }

  /** An arrow begins: pays for its body. */
  enter(units: number): void {
    this.fuel -= units;
    if (!(this.fuel >= 0)) throw new FormulaError('budget', tooMuchWork);
    if (++this.depth > limits.calls) {
      throw new FormulaError('too-deep', `Arrows call arrows more than ${limits.calls} levels deep.`);
    }
  }

  leave(): void {
    this.depth--;
  }
}

const tooMuchWork =
  'The formula does too much work for one update. Going through a list once per entry of another list is the usual reason: ' +
  'prepare the inner result once, outside.';
