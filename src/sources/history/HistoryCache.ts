/** Keeps documents that never change again, so that a morning needs few of them from Twilio. Undefined stands for "there is none". */
export interface HistoryCache {
  /** @returns what is kept, by key; nothing for a key that is not */
  read(keys: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
  keep(key: string, value: unknown): void;
}

/** As long as the page is open: where the browser has no storage, as in a private window. */
export function memoryCache(): HistoryCache {
  const kept = new Map<string, unknown>();
  return {
    read: (keys) =>
      Promise.resolve(new Map(keys.filter((key) => kept.has(key)).map((key) => [key, kept.get(key)]))),
    keep: (key, value) => void kept.set(key, value),
  };
}

/** Another one, whenever what is kept means something else, begins with an empty store. */
const version = 1;
const database = 'realtime-dashboard-history';
const store = 'documents';
/** Twice what five days of 50 queues are; above it, the oldest go. */
const mostDocuments = 6000;

/** Milliseconds. */
const opensIn = 3_000;

interface Entry {
  readonly value: unknown;
  /** When it was kept: milliseconds since 1970. */
  readonly at: number;
}

/** In the browser's IndexedDB, one for all tabs. Whatever it cannot do is as if nothing were kept. */
export function browserCache(open: () => Promise<IDBDatabase> = openDatabase): HistoryCache {
  let opened: Promise<IDBDatabase | undefined> | undefined;
  const database = (): Promise<IDBDatabase | undefined> =>
    (opened ??= Promise.race([
      // Where there is no IndexedDB, or the browser forbids it, opening throws at once.
      Promise.resolve()
        .then(open)
        .then((found) => {
          dropOldest(found);
          return found;
        })
        .catch(() => undefined),
      // Browsers are known that never say whether it is open.
      new Promise<undefined>((resolve) => setTimeout(resolve, opensIn)),
    ]));
  return {
    async read(keys) {
      const found = await database();
      if (!found || keys.length === 0) return new Map();
      try {
        const documents = found.transaction(store, 'readonly').objectStore(store);
        const entries = await Promise.all(keys.map((key) => answerOf<Entry | undefined>(documents.get(key))));
        return new Map(keys.flatMap((key, index) => (entries[index] ? [[key, entries[index]?.value]] : [])));
      } catch {
        return new Map();
      }
    },
    keep(key, value) {
      const entry: Entry = { value, at: Date.now() };
      void database().then((found) => {
        try {
          found?.transaction(store, 'readwrite').objectStore(store).put(entry, key);
        } catch {
          // It is read again another time.
        }
      });
    },
  };
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(database, version);
  request.onupgradeneeded = () => {
    for (const name of Array.from(request.result.objectStoreNames)) request.result.deleteObjectStore(name);
    request.result.createObjectStore(store).createIndex('at', 'at');
  };
  return new Promise((resolve, reject) => {
    // Another tab still works with another version.
    request.onblocked = () => reject(new Error('IndexedDB'));
    answerOf(request).then(resolve, reject);
  });
}

function dropOldest(found: IDBDatabase): void {
  const documents = found.transaction(store, 'readwrite').objectStore(store);
  const counted = documents.count();
  counted.onsuccess = () => {
    let surplus = counted.result - mostDocuments;
    if (surplus <= 0) return;
    const oldest = documents.index('at').openCursor();
    oldest.onsuccess = () => {
      if (!oldest.result || surplus <= 0) return;
      surplus -= 1;
      oldest.result.delete();
      oldest.result.continue();
    };
  };
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
