import { account } from '../account';
import type { Faults } from '../faults';
import type { Journal } from '../journal';
import type { ContactCentreState } from './contactCentreState';
import type { ContactCentreEvent } from './ContactCentreEvents';
import { eventParameters, eventSids } from './eventParameters';
import { postForm } from './postForm';
import { twilioSignature } from './twilioSignature';

/** TaskRouter waits this long for an answer. */
const answerWithinMs = 15_000;

/**
 * Posts events to the workspace's event callback URL: each for itself, in parallel, with no promise of order, once.
 * Two journal entries for each: `phase: 'sent'` before the request leaves, `phase: 'answered'` with `status` or `error`.
 * A fault on `event-post`: `delayMs` delays the post, `status` loses it, `garbage` replaces its body (signed as it is).
 */
export class EventDelivery {
  private readonly inFlight = new Set<Promise<void>>();
  private readonly requests = new Set<AbortController>();
  private stopped = false;

  constructor(
    private readonly journal: Journal,
    private readonly faults: Faults,
    private readonly answerMs: number = answerWithinMs,
  ) {}

  /** Returns at once. Without a callback URL nothing is posted. */
  deliver(event: ContactCentreEvent, state: ContactCentreState): void {
    // The fragment carries connection overrides for Twilio; it is neither sent nor signed.
    const url = state.workspace.eventCallbackUrl.split('#')[0];
    if (!url || this.stopped) return;
    const details = { eventType: event.type, eventSid: event.sid, ...eventSids(event) };
    const post = this.post(url, eventParameters(event, state), details).finally(() =>
      this.inFlight.delete(post),
    );
    this.inFlight.add(post);
  }

  /** Resolves when no post is under way. */
  async settled(): Promise<void> {
    while (this.inFlight.size > 0) await Promise.all(this.inFlight);
  }

  /** Gives up the posts under way and posts nothing more. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.requests.forEach((request) => request.abort());
    await this.settled();
  }

  private async post(
    url: string,
    parameters: Record<string, string>,
    details: Record<string, string> & { eventType: string },
  ): Promise<void> {
    const { error, garbage } = await this.faults.strike('event-post');
    if (error) return this.journal.record('fault', `event post ${details.eventType} lost`, details);
    if (this.stopped) return;
    const sent = garbage ? Object.fromEntries(new URLSearchParams(garbage.body)) : parameters;
    const body = garbage ? garbage.body : new URLSearchParams(parameters).toString();
    const signature = twilioSignature(account.authToken, url, sent);
    this.journal.record('event-post', details.eventType, { ...details, phase: 'sent' });
    const request = new AbortController();
    this.requests.add(request);
    const began = performance.now();
    const answered = (summary: string, outcome: Record<string, unknown>): void =>
      this.journal.record('event-post', `${details.eventType}: ${summary}`, {
        ...details,
        phase: 'answered',
        ...outcome,
        ms: Math.round(performance.now() - began),
      });
    try {
      const status = await postForm({
        url,
        body,
        headers: { 'X-Twilio-Signature': signature, 'User-Agent': 'TwilioProxy/1.1' },
        timeoutMs: this.answerMs,
        signal: request.signal,
      });
      answered(`answered ${status}`, { status });
    } catch (error: unknown) {
      const message = error instanceof Error ? error.message : String(error);
      answered(`no answer: ${message}`, { error: message });
    } finally {
      this.requests.delete(request);
    }
  }
}
