import type express from 'express';

/** One request that a Function made to Twilio. */
export interface TwilioRequest {
  /** In words: `read dashboard-data-lease`, `create a document`, `ask Statistics`. */
  readonly name: string;
  /** Whether Twilio has only received it, or has answered it, too. */
  readonly phase: 'received' | 'answered';
}

type Watcher = (request: TwilioRequest) => 'lose' | undefined;

/** Shows a test every request of the Functions to Twilio at its two ends, and lets it get lost before anything comes of it. */
export class TwilioRequests {
  private readonly watchers = new Set<Watcher>();

  /** Stands before all that Twilio serves. */
  readonly middleware: express.RequestHandler = (request, response, next) => {
    // What the test itself asks is none of the Functions' requests.
    if (!request.headers['user-agent']?.startsWith('twilio-node')) {
      next();
      return;
    }
    const name = nameOf(request.method, request.path);
    response.on('finish', () => this.tell({ name, phase: 'answered' }));
    if (this.tell({ name, phase: 'received' }).includes('lose')) request.socket.destroy();
    else next();
  };

  /** @returns the function that ends it */
  watch(watcher: Watcher): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  private tell(request: TwilioRequest): readonly ('lose' | undefined)[] {
    return [...this.watchers].map((watcher) => watcher(request));
  }
}

function nameOf(method: string, path: string): string {
  const [, document] = /\/Documents\/(.+)$/.exec(path) ?? [];
  if (document) return `${method === 'GET' ? 'read' : 'write'} ${document}`;
  if (path.endsWith('/Documents')) return 'create a document';
  return `ask ${path.replace(/^.*\/Workspaces\/\w+\//, '')}`;
}
