/** A value that others follow. */
export interface ReadableStore<T> {
  get(): T;
  /** Calls back after each change. */
  subscribe(onChange: () => void): () => void;
}

/** An observable whose value its owner sets. */
export class Store<T> implements ReadableStore<T> {
  private readonly listeners = new Set<() => void>();

  constructor(private value: T) {}

  readonly get = (): T => this.value;

  readonly subscribe = (onChange: () => void): (() => void) => {
    this.listeners.add(onChange);
    return () => this.listeners.delete(onChange);
  };

  set(value: T): void {
    if (Object.is(value, this.value)) return;
    this.value = value;
    this.listeners.forEach((listener) => listener());
  }
}
