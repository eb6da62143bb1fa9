import type { Loaded } from '../model/metric/Loaded';
import { Store } from '../model/store/Store';
import type { Source } from './Source';

/** A document that is followed until it is stopped. */
export interface WatchedDocument {
  /** Looks for it again where it is missing or lost. */
  retry(): void;
  stop(): void;
}

export type WatchDocument = (name: string, onState: (state: Loaded<unknown>) => void) => WatchedDocument;

const loading: Loaded<unknown> = { status: 'loading' };

/** Documents by name. Each is followed once, however many subscribe to it, and only while somebody does. */
export class SharedDocuments {
  private readonly documents = new Map<string, SharedDocument>();
  private watch: WatchDocument | undefined;

  /** The same object for the same name. Loading while nobody subscribes to it, and while the documents are closed. */
  of(name: string): Source<unknown> {
    const document = this.documents.get(name) ?? new SharedDocument(name, () => this.watch);
    this.documents.set(name, document);
    return document;
  }

  /** Follows from now on what somebody subscribes to. */
  open(watch: WatchDocument): void {
    this.watch = watch;
    this.documents.forEach((document) => document.follow());
  }

  /** Subscriptions stay, and are served again after the next `open`. */
  close(): void {
    this.watch = undefined;
    this.documents.forEach((document) => document.leave());
  }

  /** Looks again for what is missing or lost, where that is due. */
  retry(isDue: (name: string, state: Loaded<unknown>) => boolean = () => true): void {
    this.documents.forEach((document) => {
      if (isDue(document.name, document.get())) document.retry();
    });
  }
}

class SharedDocument implements Source<unknown> {
  private readonly state = new Store(loading);
  private subscribers = 0;
  private watched: WatchedDocument | undefined;

  constructor(
    readonly name: string,
    private readonly watch: () => WatchDocument | undefined,
  ) {}

  readonly get = this.state.get;

  readonly subscribe = (onChange: () => void): (() => void) => {
    this.subscribers += 1;
    this.follow();
    const stop = this.state.subscribe(() => onChange());
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      stop();
      this.subscribers -= 1;
      if (this.subscribers === 0) this.leave();
    };
  };

  follow(): void {
    if (this.subscribers > 0)
      this.watched = this.watched ?? this.watch()?.(this.name, (state) => this.state.set(state));
  }

  leave(): void {
    this.watched?.stop();
    this.watched = undefined;
    this.state.set(loading);
  }

  retry(): void {
    this.watched?.retry();
  }
}
