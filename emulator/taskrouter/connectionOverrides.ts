/** How Twilio posts to a callback URL, as the URL's fragment says (`#rc=2&rt=5000`). Times are milliseconds. */
export interface ConnectionOverrides {
  /** `ct`: to connect. */
  readonly connectMs: number;
  /** `rt`: from the request, or from the last part of the answer, to the next. */
  readonly readMs: number;
  /** `tt`: for all attempts together. */
  readonly totalMs: number;
  /** `rc`: attempts after the first. */
  readonly retries: number;
  /** `rp`: what is tried again. */
  readonly retried: ReadonlySet<RetryReason>;
}

/** No connection, no answer in time, or an answer with such a status. */
export const retryReasons = ['ct', 'rt', '4xx', '5xx'] as const;
export type RetryReason = (typeof retryReasons)[number];

/** Reads the fragment of a callback URL. What is missing, no whole number or out of Twilio's bounds takes its default. */
export function connectionOverrides(url: string): ConnectionOverrides {
  const fragment = new URLSearchParams(url.split('#')[1] ?? '');
  const number = (name: string, least: number, most: number, otherwise: number): number => {
    const text = fragment.get(name) ?? '';
    const value = Number(text);
    return /^\d+$/.test(text) && value >= least && value <= most ? value : otherwise;
  };
  const policies = (fragment.get('rp') ?? '').split(',');
  const known = policies.includes('all')
    ? retryReasons
    : retryReasons.filter((reason) => policies.includes(reason));
  return {
    connectMs: number('ct', 100, 10_000, 5_000),
    readMs: number('rt', 100, 15_000, 15_000),
    totalMs: number('tt', 100, 15_000, 15_000),
    retries: number('rc', 0, 5, 1),
    retried: new Set(known.length === 0 ? ['ct'] : known),
  };
}
