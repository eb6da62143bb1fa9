import { Random } from '../../src/testing/Random';
import type { Happening, HappeningKind } from '../taskrouter/History';
import type { ScenarioLife, Span } from './Scenario';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** TaskRouter tells of 30 days, and a window may begin a little earlier. */
const daysBack = 31;

/** Days that are kept once they are made; the backfill asks for one after the other. */
const keptDays = 3;

/** How busy each hour of a day is, from 7 in the morning of the contact centre on, against the scenario's own arrivals. */
const hours = [
  0.7, 0.9, 1.05, 1.15, 1.1, 0.8, 0.95, 1.05, 1, 0.9, 0.7, 0.4, 0.15, 0.06, 0.03, 0.01, 0, 0, 0, 0, 0, 0,
  0.02, 0.2,
];
/** The hour in which few agents are there: lunch, at noon. */
const lunch = 5;
/** How busy each of the six days before the present's weekday is; it comes last, and counts as a full one. */
const weekdays = [0.35, 0.2, 1.15, 1.05, 1, 0.95, 1];
/** This many weeks before the present there was a bad day: half of the agents were missing from ten to one. */
const badWeek = 2;
const badHours = [3, 4, 5];

export interface PastSurroundings {
  /** Where the past ends and the scenario's own history begins: milliseconds since 1970. It becomes seven in the morning. */
  readonly until: number;
  readonly seed: number;
  /** The queues that share the tasks of one, by their SIDs. */
  queuesOf(name: string): readonly string[];
}

/**
 * What happened in the weeks before a scenario: as much in an hour as in its own, in the shape of a working day and week, with a lunch
 * hour and one bad day. A day is made when it is first asked for, always the same for the same seed, so that loading takes no time.
 */
export class PastDays {
  readonly until: number;
  private readonly made = new Map<number, readonly Happening[]>();

  constructor(
    private readonly life: ScenarioLife,
    private readonly surroundings: PastSurroundings,
  ) {
    this.until = surroundings.until;
  }

  /** Happenings from `start` to `end`, both inclusive, in order. */
  between(start: number, end: number): readonly Happening[] {
    const found: Happening[] = [];
    const first = Math.min(daysBack, Math.ceil((this.until - start) / dayMs));
    for (let back = first; back >= 1 && this.until - back * dayMs <= end; back -= 1) {
      for (const happening of this.day(back))
        if (happening.at >= start && happening.at <= end) found.push(happening);
    }
    return found;
  }

  private day(back: number): readonly Happening[] {
    const made = this.made.get(back) ?? this.make(back);
    // Made last comes last.
    this.made.delete(back);
    this.made.set(back, made);
    const [oldest] = this.made.keys();
    if (this.made.size > keptDays && oldest !== undefined) this.made.delete(oldest);
    return made;
  }

  private make(back: number): readonly Happening[] {
    const { life, surroundings, until } = this;
    const random = new Random(surroundings.seed * 1_000 + back);
    const from = until - back * dayMs;
    const busy = (weekdays[(((6 - back) % 7) + 7) % 7] ?? 1) * (0.9 + 0.2 * random.next());
    const happenings: Happening[] = [];
    for (const [hour, share] of hours.entries()) {
      const isBad = back === badWeek * 7 && badHours.includes(hour);
      const waiting = isBad ? 150 : hour === lunch ? 30 : 6 + 8 * share * busy;
      for (const { channel, queue, perMinute } of life.arrivals) {
        const sids = surroundings.queuesOf(queue);
        const rate = perMinute * share * busy;
        let at = from + hour * hourMs;
        for (;;) {
          at += (-Math.log(1 - random.next()) * 60_000) / Math.max(rate, 1e-6);
          if (at >= from + (hour + 1) * hourMs) break;
          const queueSid = random.pick(sids);
          task(happenings, life, random, { at, channel, queueSid }, waiting);
        }
      }
    }
    return happenings.filter(({ at }) => at < from + dayMs).sort((one, other) => one.at - other.at);
  }
}

/** One task's life: it waits, somebody answers or it gives up, it ends. */
function task(
  happenings: Happening[],
  life: ScenarioLife,
  random: Random,
  { at, ...where }: Pick<Happening, 'at' | 'channel' | 'queueSid'>,
  waiting: number,
): void {
  const draw = ([least, most]: Span): number => least + random.next() * (most - least);
  const add = (kind: HappeningKind, seconds: number, waited = 0): void => {
    happenings.push({ at: at + seconds * 1000, kind, ...where, waited, waitedInQueue: waited });
  };
  const answer = draw(life.answerSeconds);
  const offered = -Math.log(1 - random.next()) * waiting;
  const patience = draw(life.patienceSeconds[where.channel]);
  add('task-created', 0);
  const isMissed = random.chance(life.missedShare);
  const isRejected = !isMissed && random.chance(life.rejectedShare);
  // Whoever misses or rejects it makes it wait for another.
  const again = isMissed ? 20 : isRejected ? answer : 0;
  if (offered + again + answer > patience) {
    add('task-canceled', patience, Math.floor(patience));
    return;
  }
  if (again > 0) {
    add('reservation-created', offered);
    add(isMissed ? 'reservation-timed-out' : 'reservation-rejected', offered + again);
  }
  const accepted = offered + again + answer;
  add('reservation-created', offered + again);
  add('reservation-accepted', accepted, Math.floor(accepted));
  add('task-completed', accepted + draw(life.handleSeconds[where.channel]) + draw(life.wrapUpSeconds));
}
