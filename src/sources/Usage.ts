import { Store, type ReadableStore } from '../model/store/Store';

/** Counts who uses something that works only while it is used. */
export class Usage {
  private users = 0;
  private readonly subject = new Store(false);

  get isInUse(): ReadableStore<boolean> {
    return this.subject;
  }

  /** @returns ends the use; a second call does nothing */
  readonly begin = (): (() => void) => {
    let isOver = false;
    this.users += 1;
    this.subject.set(true);
    return () => {
      if (isOver) return;
      isOver = true;
      this.users -= 1;
      this.subject.set(this.users > 0);
    };
  };
}

/** Runs something for as long as it is used, each time anew. */
export function whileInUse(isInUse: ReadableStore<boolean>, start: () => () => void): void {
  let stop: (() => void) | undefined;
  const follow = (): void => {
    if (isInUse.get()) stop = stop ?? start();
    else {
      stop?.();
      stop = undefined;
    }
  };
  isInUse.subscribe(follow);
  follow();
}
