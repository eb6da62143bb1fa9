import { account } from '../account';
import type { Faults } from '../faults';
import type { Journal } from '../journal';
import { connectionOverrides, type RetryReason } from './connectionOverrides';
import type { ContactCentreState } from './contactCentreState';
import type { ContactCentreEvent } from './ContactCentreEvents';
import { eventParameters, eventSids } from './eventParameters';
import { PostFailure, postForm } from './postForm';
import { HeldPosts } from './HeldPosts';
import { createHmac } from 'node:crypto';

/** The X-Twilio-Signature of a form post: base64 of HMAC-SHA1 over the address and every parameter, sorted by name. */
export function twilioSignature(
  authToken: string,
  url: string,
  parameters: Readonly<Record<string, string>>,
): string {
  const signed = Object.keys(parameters)
    .sort()
    .reduce((text, name) => text + name + parameters[name], url);
  return createHmac('sha1', authToken).update(signed, 'utf8').digest('base64');
}

type Details = Record<string, string> & { eventType: string };

/** Where a request for an address goes, and the host that it names if that is another. */
export interface Located {
  readonly url: string;
  readonly host?: string;
}

/** Finds an address; undefined when nothing answers there. */
export type Locate = (url: string) => Located | undefined;

/** An event on its way, as it was when it happened. */
interface Letter {
  /** With the fragment, which carries connection overrides for Twilio; it is neither sent nor signed. */
  readonly url: string;
  readonly parameters: Record<string, string>;
  readonly details: Details;
}

/**
 * Posts the events that the workspace's filter lets through to its callback URL: each for itself, in parallel, with no promise
 * of order; again after a failed connection, or as the URL's connection overrides say.
 * Two journal entries for each attempt: `phase: 'sent'` before the request leaves, `phase: 'answered'` with `status` or `error`;
 * from the second attempt on with `attempt`.
 * A fault on `event-post`: `delayMs` delays the post, `status` loses it, `garbage` replaces its body (signed as it is),
 * `duplicate` repeats it, `reorder` lets later ones overtake it.
 */
export class EventDelivery {
  private readonly inFlight = new Set<Promise<void>>();
  private readonly requests = new Set<AbortController>();
  private readonly held = new HeldPosts();
  private stopped = false;

  constructor(
    private readonly journal: Journal,
    private readonly faults: Faults,
    private readonly locate: Locate = (url) => ({ url }),
  ) {}

  /** Returns at once. Without a callback URL nothing is posted. */
  deliver(event: ContactCentreEvent, state: ContactCentreState): void {
    const { eventCallbackUrl: url, eventsFilter } = state.workspace;
    if (!url || this.stopped || !passes(eventsFilter, event.type)) return;
    const details = { eventType: event.type, eventSid: event.sid, ...eventSids(event) };
    const post = this.post({ url, parameters: eventParameters(event, state), details }).finally(() => {
      this.inFlight.delete(post);
      this.held.onePostDone(this.inFlight.size);
    });
    this.inFlight.add(post);
  }

  /** Resolves when no post is under way. A post that is held back for others to overtake it goes when there are no others. */
  async settled(): Promise<void> {
    await this.held.withoutWaiting(this.inFlight.size, async () => {
      while (this.inFlight.size > 0) await Promise.all(this.inFlight);
    });
  }

  /** Gives up the posts under way and posts nothing more. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.requests.forEach((request) => request.abort());
    await this.settled();
  }

  /** As often and as late as the ordered faults say. */
  private async post(letter: Letter): Promise<void> {
    const { details } = letter;
    const { error, garbage, duplicate = 0, reorder = 0 } = await this.faults.strike('event-post');
    if (error) return this.journal.record('fault', `event post ${details.eventType} lost`, details);
    if (reorder > 0 && !this.stopped) await this.held.hold(reorder, this.inFlight.size);
    const copies = Array.from({ length: 1 + duplicate }, () => this.tryUntilAnswered(letter, garbage?.body));
    await Promise.all(copies);
  }

  private async tryUntilAnswered(letter: Letter, garbage: string | undefined): Promise<void> {
    const { retries, retried, totalMs, ...times } = connectionOverrides(letter.url);
    const ends = performance.now() + totalMs;
    for (let attempt = 1; attempt <= 1 + retries && !this.stopped; attempt += 1) {
      const left = Math.ceil(ends - performance.now());
      if (left <= 0) return;
      const { connectMs, readMs } = times;
      const failed = await this.attempt(letter, garbage, attempt, {
        connectMs: Math.min(connectMs, left),
        readMs: Math.min(readMs, left),
      });
      if (failed === undefined || !retried.has(failed)) return;
    }
  }

  /** One request. Says why it may have to be repeated, if so. */
  private async attempt(
    { url, parameters, details }: Letter,
    garbage: string | undefined,
    number: number,
    times: { connectMs: number; readMs: number },
  ): Promise<RetryReason | undefined> {
    const address = url.split('#')[0] ?? '';
    const sent = garbage === undefined ? parameters : Object.fromEntries(new URLSearchParams(garbage));
    const about = { ...details, ...(number > 1 && { attempt: number }) };
    this.journal.record('event-post', details.eventType, { ...about, phase: 'sent' });
    const request = new AbortController();
    this.requests.add(request);
    const began = performance.now();
    const answered = (summary: string, outcome: Record<string, unknown>): void =>
      this.journal.record('event-post', `${details.eventType}: ${summary}`, {
        ...about,
        phase: 'answered',
        ...outcome,
        ms: Math.round(performance.now() - began),
      });
    try {
      const located = this.locate(address);
      if (!located) throw new PostFailure('ct', `Nothing is deployed at ${address}`);
      const status = await postForm({
        url: located.url,
        body: garbage ?? new URLSearchParams(parameters).toString(),
        headers: {
          'X-Twilio-Signature': twilioSignature(account.authToken, address, sent),
          'User-Agent': 'TwilioProxy/1.1',
          ...(located.host && { Host: located.host }),
        },
        ...times,
        signal: request.signal,
      });
      answered(`answered ${status}`, { status });
      return status >= 500 ? '5xx' : status >= 400 ? '4xx' : undefined;
    } catch (error: unknown) {
      if (!(error instanceof PostFailure)) throw error;
      answered(`no answer: ${error.message}`, { error: error.message });
      return error.reason;
    } finally {
      this.requests.delete(request);
    }
  }
}

/** The filter is taken literally: a blank after a comma belongs to the name that follows. */
const passes = (eventsFilter: string, type: string): boolean =>
  eventsFilter === '' || eventsFilter.split(',').includes(type);
