import { TwilioError } from './twilioError';

/** What can be made to misbehave. */
export const faultTargets = [
  'statistics',
  'queue-statistics',
  'sync-read',
  'sync-write',
  'live-query', // its request is index and expression
  'event-post',
  'token-validation',
  'serverless-api',
  'serverless-upload',
  'serverless-build', // a build that it strikes fails
  'plugin-api',
] as const;
export type FaultTarget = (typeof faultTargets)[number];

export interface Fault {
  readonly target: FaultTarget;
  /** How many requests it strikes before it is spent. */
  readonly times: number;
  /** Strikes only requests whose method and path contain this, such as `POST /v1/Services`. Not for event-post. @default all */
  readonly request?: string;
  /** Share of the requests that it strikes, above 0 to 1; the others pass and do not count. @default 1: the very next ones */
  readonly share?: number;
  /** Milliseconds to wait before the answer; alone, it only delays. */
  readonly delayMs?: number;
  /** HTTP status to answer with. */
  readonly status?: number;
  /** Twilio error code; used with `status`. */
  readonly code?: number;
  /** Answer with this text in place of a Twilio error body, whatever the content type says. */
  readonly garbage?: string;
  /** On event-post only: post the event so many times more, all at once. */
  readonly duplicate?: number;
  /** On event-post only: hold the post back until so many later ones were answered, five seconds at most. */
  readonly reorder?: number;
}

/** What a request struck by a fault has to do. */
export interface Strike {
  readonly error?: TwilioError;
  readonly garbage?: { readonly status: number; readonly body: string };
  readonly duplicate?: number;
  readonly reorder?: number;
}

/** The faults that somebody ordered and that have not struck yet, and the cutting of sockets. */
export class Faults {
  private ordered: { fault: Fault; left: number }[] = [];
  private readonly cutters = new Set<(seconds: number) => void>();

  /** `random` gives numbers from 0 (included) to 1 (not included). */
  constructor(private readonly random: () => number = Math.random) {}

  /** Returns the function that withdraws it. */
  order(fault: Fault): () => void {
    const entry = { fault, left: fault.times };
    this.ordered.push(entry);
    return () => (this.ordered = this.ordered.filter((other) => other !== entry));
  }

  clear(): void {
    this.ordered = [];
  }

  /**
   * Called by each request before it is served: waits as ordered, then says how to misbehave (`{}`: do not).
   * `request`: its method and path
   */
  async strike(target: FaultTarget, request = ''): Promise<Strike> {
    const found = this.ordered.find(
      ({ fault, left }) =>
        fault.target === target &&
        left > 0 &&
        request.includes(fault.request ?? '') &&
        (fault.share === undefined || fault.share > this.random()),
    );
    if (!found) return {};
    found.left -= 1;
    this.ordered = this.ordered.filter(({ left }) => left > 0);
    const { delayMs, status, code, garbage, duplicate, reorder } = found.fault;
    if (delayMs) await new Promise((resolve) => setTimeout(resolve, delayMs));
    if (garbage !== undefined)
      return { garbage: { status: status ?? 200, body: garbage }, duplicate, reorder };
    if (status !== undefined)
      return { error: new TwilioError(status, code ?? status * 100, `Ordered fault on ${target}`) };
    return { duplicate, reorder };
  }

  /** Cuts every client's socket now, and refuses new ones for so many seconds; 0 lets them come back at once. */
  cutSockets(seconds: number): void {
    this.cutters.forEach((cut) => cut(seconds));
  }

  /** For whoever holds the sockets. */
  whenSocketsAreCut(cut: (seconds: number) => void): void {
    this.cutters.add(cut);
  }
}
