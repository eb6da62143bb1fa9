import type { Twilio } from 'twilio';

/**
 * What Twilio's platform hands to a Function, as far as ours use it: the variables and a client of the account.
 * (Twilio's own types for this describe version 4 of the `twilio` library and do not fit the one that is deployed.)
 */
export interface FunctionContext {
  /** @throws when the service does not include the account's credentials */
  getTwilioClient(options: { readonly timeout: number }): Twilio;
  readonly [variable: string]: unknown;
}

/** Query and body parameters as text, and `request` with headers and cookies. */
export type FunctionEvent = Readonly<Record<string, unknown>>;

export type FunctionCallback = (error: unknown, reply?: unknown) => void;
