/** What is true of the contact centre at one moment, in the numbers that the soak's tiles show. */
export interface Truth {
  readonly waiting: number;
  readonly reserved: number;
  readonly total: number;
  readonly available: number;
  /** Since when the task that waits longest has waited, in milliseconds since 1970; undefined when nothing waits. */
  readonly waitingSince: number | undefined;
}

interface Sample {
  /** The look at the truth began and ended then. */
  readonly from: number;
  readonly to: number;
  readonly truth: Truth;
}

/** Longer than any wall may go without a mark. */
const rememberedMs = 600_000;

/**
 * What was true when. The truth is looked at again after every change, so what one look saw was true at some time between the
 * look before and the look after, and nothing else was.
 */
export class TruthLog {
  private samples: readonly Sample[] = [];

  add(from: number, to: number, truth: Truth): void {
    this.samples = [...this.samples.filter((sample) => sample.to > to - rememberedMs), { from, to, truth }];
  }

  get last(): Truth | undefined {
    return this.samples[this.samples.length - 1]?.truth;
  }

  /** All that may have been true between the two moments, in milliseconds since 1970. */
  between(from: number, to: number): readonly Truth[] {
    return this.samples
      .filter((_, index) => {
        const begins = this.samples[index - 1]?.from ?? -Infinity;
        const ends = this.samples[index + 1]?.to ?? Infinity;
        return begins <= to && ends >= from;
      })
      .map(({ truth }) => truth);
  }
}
