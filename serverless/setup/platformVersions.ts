/** What Twilio accepts at deployment, from its own pages. It is not what npm offers: 2.0.3 and 2.1.0 are on npm, and Twilio refuses them. */
export const platformVersions = {
  /** When the sources were last read. */
  read: '2026-11-28',
  sources: [
    'https://www.twilio.com/docs/serverless/functions-assets/handler',
    'https://www.twilio.com/en-us/changelog/node-js-v24-is-now-available-for-twilio-functions',
    'https://www.twilio.com/en-us/changelog/node-js-v18-support-ending-for-twilio-functions-and-assets',
    'https://github.com/twilio-labs/serverless-toolkit/issues/564',
  ],
  /** Versions of `@twilio/runtime-handler` that a build accepts, by its Node.js runtime. The first is the one to pin. */
  handlers: {
    node20: ['2.0.1', '2.1.2', '2.0.0', '1.3.1'],
    node22: ['2.0.1', '2.1.2', '2.0.0', '1.3.1'],
    node24: ['2.1.2'],
  } as Readonly<Record<string, readonly string[]>>,
} as const;

/** Says why Twilio would refuse a build and what to change, or nothing when it accepts it. */
export function platformProblem(runtime: string, handler: string): string | undefined {
  const { handlers, sources, read } = platformVersions;
  const accepted = handlers[runtime];
  if (!accepted) {
    return `Twilio does not run "${runtime}" (list of ${read}). Set "runtime" in serverless/.twilioserverlessrc to ${Object.keys(handlers).join(', ')}.`;
  }
  if (!accepted.includes(handler)) {
    return `Twilio refuses @twilio/runtime-handler ${handler} on ${runtime} (list of ${read}). In serverless/: npm install --save-exact @twilio/runtime-handler@${accepted[0]}. Accepted versions: ${sources[0]}`;
  }
  return undefined;
}
