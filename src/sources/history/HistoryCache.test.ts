import { browserCache } from './HistoryCache';

const key = 'dashboard-data-history-2026-11-27-workspace-1-1';
const refusals: readonly (readonly [string, (() => Promise<IDBDatabase>) | undefined])[] = [
  ['does not exist', undefined],
  [
    'is forbidden',
    () => {
      throw new Error('SecurityError');
    },
  ],
  ['cannot be opened', () => Promise.reject(new Error('UnknownError'))],
  [
    'breaks when it is used',
    () =>
      Promise.resolve({
        transaction() {
          throw new Error('InvalidStateError');
        },
      } as unknown as IDBDatabase),
  ],
];

it.each(refusals)(
  'keeps nothing and throws nothing where the database of the browser %s',
  async (_, open) => {
    const cache = browserCache(open);
    expect(() => cache.keep(key, { a: 1 })).not.toThrow();
    expect(await cache.read([key])).toEqual(new Map());
  },
);

it('goes on without the database where the browser never opens it', async () => {
  jest.useFakeTimers();
  const read = browserCache(() => new Promise(() => undefined)).read([key]);
  jest.advanceTimersByTime(3_000);
  jest.useRealTimers();
  expect(await read).toEqual(new Map());
});
