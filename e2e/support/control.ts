import type { Emulator } from '../../emulator/startEmulator';
import type { Hop, JournalEntry } from '../../emulator/journal';

export interface Control {
  post(path: string, body?: object): Promise<unknown>;
  /** Replaces or creates a document of the account's Sync service. */
  putDocument(name: string, value: object, service?: 'account' | 'flex'): Promise<void>;
  removeDocument(name: string): Promise<void>;
  getDocument(name: string): Promise<unknown>;
  journal(options?: { after?: number; hop?: Hop }): Promise<readonly JournalEntry[]>;
}

/** The emulator's own HTTP interface, as a test uses it. */
export function control({ origin }: Emulator): Control {
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${origin.replace('localhost', '127.0.0.1')}/emulator/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return /^[[{]/.test(text) ? JSON.parse(text) : undefined;
  };
  return {
    post: (path, body = {}) => call('POST', path, body),
    putDocument: async (name, value, service = 'account') =>
      void (await call('PUT', `documents/${service}/${name}`, value)),
    removeDocument: async (name) => void (await call('DELETE', `documents/account/${name}`)),
    getDocument: (name) => call('GET', `documents/account/${name}`),
    journal: ({ after = 0, hop } = {}) =>
      call('GET', `journal?after=${after}${hop ? `&hop=${hop}` : ''}`) as Promise<readonly JournalEntry[]>,
  };
}
