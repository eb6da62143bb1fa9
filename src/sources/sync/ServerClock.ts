/** How long after a connection or the opening of a document an update may be one that was missed, and so be old. */
const replayMilliseconds = 5000;

/** Few, so that a clock that is set right is believed soon; more than one, so that a single late update is not. */
const remembered = 3;

/** So far ahead a date may lie before a live update came: clocks differ by as much. Milliseconds. */
const believed = 5000;

/** Smaller errors change no age that anybody sees, and are not worth a new snapshot. */
const worthTelling = 500;

/**
 * Learns how far Twilio's clock is ahead of this browser's, from the dates that Twilio gives to updates.
 *
 * An update is never from the future: each one proves that Twilio's clock is at least at its date. A live update is also
 * young, so its date is Twilio's time but for the way here; of the last few the one that took least time counts. Updates soon
 * after connecting may be replays, of any age, and would make old data look new: these prove only the first.
 *
 * Before the first live update the clocks are taken to agree, unless a date lies some seconds ahead of this clock. One that
 * lies further ahead says that this clock is wrong, but not by how much: what it dates may be of any age. So a clock that
 * is late makes the age of data unknown until the first live update, and one that is early makes data look old, never fresh.
 */
export class ServerClock {
  private live: readonly number[] = [];
  private atLeast = 0;
  private settlesAt = -Infinity;
  private told = 0;

  /** @param now this browser's clock, which is never set back, in milliseconds since 1970 */
  constructor(private readonly now: () => number) {}

  /** Milliseconds that Twilio's clock is ahead. Changes only by what is worth telling. */
  get difference(): number {
    const guess = this.atLeast <= believed ? this.atLeast : 0;
    const best = this.live.length > 0 ? Math.max(...this.live) : guess;
    if (Math.abs(best - this.told) >= worthTelling) this.told = best;
    return this.told;
  }

  /** A connection was made or a document opened: what comes now may be old. */
  settle(): void {
    this.settlesAt = this.now() + replayMilliseconds;
  }

  /** @param updated when Twilio says that a document was updated of which news, or the document itself, came just now */
  saw(updated: Date): void {
    const ahead = updated.getTime() - this.now();
    if (Number.isNaN(ahead)) return;
    this.atLeast = Math.max(this.atLeast, ahead);
    if (this.now() < this.settlesAt) return;
    this.live = [...this.live, ahead].slice(-remembered);
  }
}
