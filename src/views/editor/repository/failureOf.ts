import type { StoreFailure, StoreFailureReason } from './DefinitionStore';

/** What an error of twilio-sync means for whoever saves. It has the status of an answer, or 0 where none came. */
export function failureOf(error: unknown): StoreFailure {
  const { status, message } = Object(error) as { status?: unknown; message?: unknown };
  return {
    status: 'failed',
    reason: reasonOf(status),
    problem: typeof message === 'string' && message !== '' ? message : String(error),
  };
}

export function reasonOf(status: unknown): StoreFailureReason {
  if (status === 0) return 'unknown';
  if (typeof status === 'number' && status >= 500) return 'outage';
  if (status === 401 || status === 403) return 'not-allowed';
  if (status === 413) return 'too-large';
  return status === 429 ? 'busy' : 'failed';
}
