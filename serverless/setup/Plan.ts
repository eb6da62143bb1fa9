import type { DocumentKind } from './documentShapes';

/** Something to do, in the account but for the first kind. Each step knows what it replaces, so that it can be kept. */
export type Step =
  | {
      readonly kind: 'environment-file';
      readonly name: string;
      readonly path: string;
      readonly text: string;
      readonly before: string;
      readonly workspaceSid: string;
    }
  | { readonly kind: 'create-document'; readonly name: string; readonly data: object }
  | {
      readonly kind: 'replace-document';
      readonly name: string;
      readonly data: object;
      readonly before: unknown;
      readonly revision: string;
    }
  | {
      readonly kind: 'delete-document';
      readonly name: string;
      readonly holds: DocumentKind;
      readonly before: unknown;
      readonly revision: string;
    }
  /** The documents of the past: many, and made of what TaskRouter told, so they are not kept. */
  | { readonly kind: 'delete-history'; readonly names: readonly string[] }
  | {
      readonly kind: 'custom-data';
      /** null takes the entry out. */
      readonly entries: Readonly<Record<string, unknown>>;
      /** null where there was none. */
      readonly before: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'event-callback'; readonly callback: EventCallback; readonly before: EventCallback };

export interface EventCallback {
  /** Empty when there is none. */
  readonly url: string;
  /** Event types separated by commas; empty lets all through. */
  readonly filter: string;
}

export interface Plan {
  readonly steps: readonly Step[];
  /** What stays as it is although somebody might expect otherwise, and what that means. */
  readonly notes: readonly string[];
}

/** For the plan and, once it is done, after "Done:". */
export function describeStep(step: Step): string {
  switch (step.kind) {
    case 'environment-file':
      return `Write TWILIO_WORKSPACE_SID=${step.workspaceSid} into ${step.name}`;
    case 'create-document':
      return `Create the Sync document ${step.name} (${describeData(step.data)})`;
    case 'replace-document':
      return `Replace the contents of the Sync document ${step.name} (${describeData(step.before)}) with others (${describeData(step.data)})`;
    case 'delete-document':
      return `Delete the Sync document ${step.name} (${describeData(step.before)})`;
    case 'delete-history':
      return `Delete the past: ${step.names.length} Sync ${step.names.length === 1 ? 'document' : 'documents'} (${step.names[0]} ...)`;
    case 'custom-data':
      return `Change custom_data of Flex Configuration: ${Object.entries(step.entries)
        .map(([key, value]) => (value === null ? `without ${key}` : `${key} = ${JSON.stringify(value)}`))
        .join(', ')}`;
    case 'event-callback':
      return describeCallbackStep(step.callback, step.before);
  }
}

function describeCallbackStep(callback: EventCallback, before: EventCallback): string {
  const count = callback.filter.split(',').length;
  const events =
    callback.filter === '' ? 'all events' : `${count} ${count === 1 ? 'kind' : 'kinds'} of events`;
  if (callback.url === before.url) return `Send ${events} to the event callback`;
  const instead = before.url === '' ? 'none so far' : `instead of ${before.url}`;
  return callback.url === ''
    ? `Remove the event callback URL (${before.url})`
    : `Set the event callback URL to ${callback.url}, for ${events} (${instead})`;
}

function describeData(data: unknown): string {
  const bytes = Buffer.byteLength(JSON.stringify(data));
  const entries = typeof data === 'object' && data !== null ? Object.keys(data).length : 0;
  if (entries === 0) return 'empty';
  return `${entries} ${entries === 1 ? 'entry' : 'entries'}, ${bytes} bytes`;
}
