import type { SourceFault } from '../../metric/Problem';

/** Why agents could not be asked for. @param error of twilio-sync; undefined where Flex has no client */
export function whyNoAgents(error: unknown): SourceFault | string {
  if (error === undefined) return 'no-client';
  const { status, message } = Object(error) as { readonly status?: unknown; readonly message?: unknown };
  if (status === 401 || status === 403) return 'no-permission';
  if (status === 429) return 'throttled';
  return String(message ?? error);
}
