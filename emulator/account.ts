/** A Twilio SID: two letters and 32 hexadecimal digits. Built here, so that no SID-looking text stands in a file. */
export const sid = (prefix: string, number: number): string => prefix + number.toString(16).padStart(32, '0');

/** The one account that the emulator serves. Nothing in it is secret or real. */
export const account = {
  accountSid: sid('AC', 1),
  /** Signs event posts (HMAC-SHA1) and opens the REST API; obviously not a real one, but as long as one: Twilio's runtime insists. */
  authToken: 'emulated-auth-token-not-a-secret',
  workspaceSid: sid('WS', 1),
  flexInstanceSid: sid('GO', 1),
  /** The account's Default Sync service; `default` is its alias over REST. */
  defaultSyncServiceSid: sid('IS', 1),
  /** The hidden, Twilio-run service that Flex's own `insightsClient` sees (product `flex_insights`). */
  flexInsightsSyncServiceSid: sid('IS', 2),
} as const;
