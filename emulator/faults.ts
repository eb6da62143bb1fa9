import { TwilioError } from './twilioError';

/** What can be made to misbehave. */
export const faultTargets = ['statistics', 'sync-read', 'sync-write', 'event-post'] as const;
export type FaultTarget = (typeof faultTargets)[number];

export interface Fault {
  readonly target: FaultTarget;
  /** How many of the next requests it strikes. */
  readonly times: number;
  /** Milliseconds to wait before the answer; alone, it only delays. */
  readonly delayMs?: number;
  /** HTTP status to answer with. */
  readonly status?: number;
  /** Twilio error code; used with `status`. */
  readonly code?: number;
  /** Answer with this text in place of a Twilio error body, whatever the content type says. */
  readonly garbage?: string;
}

/** What a request struck by a fault has to do. */
export interface Strike {
  readonly error?: TwilioError;
  readonly garbage?: { readonly status: number; readonly body: string };
}

/** The faults that somebody ordered and that have not struck yet. */
export class Faults {
  private ordered: { fault: Fault; left: number }[] = [];

  order(fault: Fault): void {
    this.ordered.push({ fault, left: fault.times });
  }

  clear(): void {
    this.ordered = [];
  }

  /** Called by each request before it is served: waits as ordered, then says how to misbehave (`{}`: do not). */
  async strike(target: FaultTarget): Promise<Strike> {
    const found = this.ordered.find(({ fault, left }) => fault.target === target && left > 0);
    if (!found) return {};
    found.left -= 1;
    this.ordered = this.ordered.filter(({ left }) => left > 0);
    const { delayMs, status, code, garbage } = found.fault;
    if (delayMs) await new Promise((resolve) => setTimeout(resolve, delayMs));
    if (garbage !== undefined) return { garbage: { status: status ?? 200, body: garbage } };
    if (status !== undefined)
      return { error: new TwilioError(status, code ?? status * 100, `Ordered fault on ${target}`) };
    return {};
  }
}
