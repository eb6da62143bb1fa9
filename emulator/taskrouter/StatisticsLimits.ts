import { TwilioError } from '../twilioError';

/** Requests per second. Documented for the bulk resource; for the others 50 is what one of Twilio's examples shows. */
const bulkPerSecond = 5;
const otherwisePerSecond = 50;

/** The resource whose own, documented limit is lower. */
export const bulkResource = 'POST TaskQueues/RealTimeStatistics';

/** How many requests each statistics resource bears in any second; refused ones do not count. */
export class StatisticsLimits {
  private readonly served = new Map<string, readonly number[]>();

  constructor(
    private readonly now: () => number,
    /** Off: everything is served. */
    public enabled: boolean = true,
  ) {}

  /** Counts a request and says what is left, or throws a TwilioError (429, 20429). Undefined when switched off. */
  take(resource: string): { readonly limit: number; readonly remaining: number } | undefined {
    if (!this.enabled) return undefined;
    const limit = resource === bulkResource ? bulkPerSecond : otherwisePerSecond;
    const now = this.now();
    const recent = (this.served.get(resource) ?? []).filter((at) => at > now - 1000);
    this.served.set(resource, recent);
    if (recent.length >= limit)
      throw new TwilioError(
        429,
        20429,
        `Too many requests: ${resource} may be asked ${limit} times a second`,
      );
    this.served.set(resource, [...recent, now]);
    return { limit, remaining: limit - recent.length - 1 };
  }
}
