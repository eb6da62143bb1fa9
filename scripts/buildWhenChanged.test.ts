import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isUpToDate } from './buildWhenChanged';

let folder: string;
const at = (name: string, second: number): string => {
  const path = join(folder, name);
  utimesSync(path, second, second);
  return path;
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'up-to-date-'));
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'src', 'a.ts'), '');
  writeFileSync(join(folder, 'built.js'), '');
});
afterEach(() => rmSync(folder, { recursive: true }));

it.each([
  [99, true],
  [100, false],
  [101, false],
])('given a file of second %d and a result of second 100 is %s', (second, expected) => {
  const output = at('built.js', 100);
  at('src/a.ts', second);
  expect(isUpToDate(output, [at('src', 50)])).toBe(expected);
});

it('is false given a folder from which a file was removed since', () => {
  const output = at('built.js', 100);
  at('src/a.ts', 50);
  expect(isUpToDate(output, [at('src', 101)])).toBe(false);
});

it('is false given no result', () => {
  expect(isUpToDate(join(folder, 'nothing.js'), [])).toBe(false);
});

it('is true given an input that does not exist', () => {
  expect(isUpToDate(at('built.js', 100), [join(folder, 'nothing')])).toBe(true);
});
