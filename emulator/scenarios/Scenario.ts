import type { FaultTarget } from '../faults';
import type { ChannelName } from '../taskrouter/contactCentreState';
import type { Population } from '../taskrouter/Population';

/** Seconds, drawn evenly between the two. */
export type Span = readonly [least: number, most: number];

/** A scripted contact centre: how it starts, and how it lives. */
export interface Scenario {
  readonly name: string;
  /** One line for people. */
  readonly description: string;
  readonly population: Population;
  /** How far TaskRouter's statistics trail what happens. */
  readonly statisticsLagSeconds: number;
  /** Null: nothing happens by itself. */
  readonly life: ScenarioLife | null;
}

export interface ScenarioLife {
  /** How long it has lived, at pace 1, when it is loaded: gives the day its numbers. A multiple of `wave.everySeconds`. */
  readonly historySeconds: number;
  readonly arrivals: readonly Arrivals[];
  /** From acceptance to the end of the conversation. */
  readonly handleSeconds: Readonly<Record<ChannelName, Span>>;
  readonly wrapUpSeconds: Span;
  /** From the offer of a task to the answer. */
  readonly answerSeconds: Span;
  /** How long a customer waits before giving up. */
  readonly patienceSeconds: Readonly<Record<ChannelName, Span>>;
  /** Share of offers (0 to 1) that are rejected, and that nobody answers until they time out. */
  readonly rejectedShare: number;
  readonly missedShare: number;
  readonly pauses: Pauses;
  readonly wave: Wave;
}

/** Tasks that arrive at random moments. */
export interface Arrivals {
  readonly channel: ChannelName;
  readonly queue: string;
  readonly priority: number;
  readonly perMinute: number;
}

/** Agents who leave for a while at random moments. */
export interface Pauses {
  readonly perMinute: number;
  /** Activities and how often each is chosen. */
  readonly activities: Readonly<Record<string, number>>;
  readonly lastSeconds: Span;
}

/** What happens again and again, so that a viewer sees thresholds crossed and uncrossed. Times are seconds from the wave's start. */
export interface Wave {
  readonly everySeconds: number;
  readonly rushes: readonly Rush[];
  readonly gatherings: readonly Gathering[];
  readonly outages: readonly Outage[];
}

/** Customers who all come at once and are in no hurry to leave. */
export interface Rush {
  readonly from: number;
  readonly to: number;
  readonly channel: ChannelName;
  readonly queue: string;
  readonly tasks: number;
  readonly patienceSeconds: Span;
}

/** Agents who are called away together. */
export interface Gathering {
  readonly from: number;
  readonly to: number;
  /** Only those who serve this queue; everybody without it. */
  readonly queue?: string;
  /** How many stay available. */
  readonly leaves: number;
  readonly activity: string;
  /** They come back one by one, within this many seconds after `to`. */
  readonly backWithin: number;
}

/** Twilio itself is in trouble. */
export interface Outage {
  readonly from: number;
  readonly to: number;
  /** What answers 503. */
  readonly failing: readonly FaultTarget[];
  /** Cuts every client's socket and refuses new ones. */
  readonly cutsSockets: boolean;
}
