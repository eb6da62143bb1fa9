import { TwilioError } from '../twilioError';
import type { Dependency } from './resources';

const handlerPackage = '@twilio/runtime-handler';
const handlerPage = 'https://www.twilio.com/docs/serverless/functions-assets/handler';

/**
 * What a build may run on, and the versions of the runtime handler that Twilio's platform has for it; npm has others.
 * Sources: Twilio's page "Runtime Handler" and its changelogs of 29 May 2025 and 8 July 2026, read in November 2026.
 */
const handlersOf: Readonly<Record<string, readonly string[]>> = {
  node20: ['1.3.1', '2.0.0', '2.0.1', '2.1.2'],
  node22: ['1.3.1', '2.0.0', '2.0.1', '2.1.2'],
  node24: ['2.1.2'],
};

/** What a build gets that names no runtime. */
export const defaultRuntime = 'node22';

/** The runtime that a build gets; `latest` is what flex:plugins:deploy asks for. */
export const runtimeFor = (wanted: string | undefined): string =>
  wanted === undefined || wanted === 'latest' ? defaultRuntime : wanted;

/** @throws TwilioError 400 when Twilio does not run it, or has no such runtime handler */
export function requireAccepted(runtime: string, dependencies: readonly Dependency[]): void {
  const handlers = handlersOf[runtime];
  if (!handlers) {
    const runtimes = Object.keys(handlersOf).join(', ');
    throw new TwilioError(400, 20001, `Runtime ${runtime} is not supported. Supported are ${runtimes}`);
  }
  const handler = dependencies.find(({ name }) => name === handlerPackage);
  if (handler && !handlers.includes(handler.version)) {
    throw new TwilioError(
      400,
      20001,
      `No matching version found for ${handlerPackage}@${handler.version}. You can find the valid versions at ${handlerPage}`,
    );
  }
}

/** Twilio brings the handler itself; all the others are installed for the build. */
export const librariesOf = (dependencies: readonly Dependency[]): readonly Dependency[] =>
  dependencies.filter(({ name }) => name !== handlerPackage);
