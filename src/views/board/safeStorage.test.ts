import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { browserStorage, tabStorage } from './safeStorage';

const storages = [
  ['localStorage', browserStorage],
  ['sessionStorage', tabStorage],
] as const;

afterEach(() => window.localStorage.clear());

describe.each(storages)('the safe %s', (name, storage) => {
  it('keeps what is stored', () => {
    expect(storage.setItem('a', '1')).toBe(true);
    expect(storage.getItem('a')).toBe('1');
    storage.removeItem('a');
    expect(storage.getItem('a')).toBeNull();
  });

  it('throws nothing when each method throws', () => {
    for (const method of ['getItem', 'setItem', 'removeItem'] as const)
      jest.spyOn(Storage.prototype, method).mockImplementation(() => {
        throw new DOMException('full', 'QuotaExceededError');
      });
    expect(storage.setItem('a', '1')).toBe(false);
    expect(storage.getItem('a')).toBeNull();
    expect(() => storage.removeItem('a')).not.toThrow();
  });

  it('throws nothing when the browser forbids storage altogether', () => {
    jest.spyOn(window, name, 'get').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    expect(storage.setItem('a', '1')).toBe(false);
    expect(storage.getItem('a')).toBeNull();
    expect(() => storage.removeItem('a')).not.toThrow();
  });
});

const productFiles = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    // Formulas name the browser's storage only to refuse it.
    if (statSync(path).isDirectory()) return ['testing', 'formula'].includes(name) ? [] : productFiles(path);
    return /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) ? [path] : [];
  });

it('is the only way to storage in the plugin', () => {
  const bare = /\b(?:localStorage|sessionStorage|indexedDB)\b/;
  const files = productFiles(join(__dirname, '../..')).filter((path) =>
    bare.test(readFileSync(path, 'utf8')),
  );
  // The past has a database of its own, which has a test of its own.
  expect(files.map((path) => basename(path))).toEqual(['HistoryCache.ts', 'safeStorage.ts']);
});
