/** What a browser keeps for this page, as far as it lets us. Nothing throws. */
export interface SafeStorage {
  /** Null where nothing is stored, or nothing may be read. */
  getItem(name: string): string | null;
  /** @returns whether it is stored now */
  setItem(name: string, value: string): boolean;
  removeItem(name: string): void;
}

/** A storage that may be forbidden, full or gone at any moment; asked for anew each time, as asking for it may throw too. */
function safeStorage(storage: () => Storage): SafeStorage {
  const attempt = <Result>(act: (stored: Storage) => Result, otherwise: Result): Result => {
    try {
      return act(storage());
    } catch {
      return otherwise;
    }
  };
  return {
    getItem: (name) => attempt((stored) => stored.getItem(name), null),
    setItem: (name, value) =>
      attempt((stored) => {
        stored.setItem(name, value);
        return true;
      }, false),
    removeItem: (name) => attempt((stored) => stored.removeItem(name), undefined),
  };
}

/** Of this browser, until it is cleared. */
export const browserStorage = safeStorage(() => window.localStorage);

/** Of this tab, until it is closed. */
export const tabStorage = safeStorage(() => window.sessionStorage);
