import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createBackup, originalState, type Backup } from './backups';
import type { Step } from './Plan';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'backups-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const replaced = (before: object): Step => ({
  kind: 'replace-document',
  name: 'definitions',
  data: {},
  before,
  revision: '1',
});
const callback = (url: string): Step => ({
  kind: 'event-callback',
  callback: { url: 'https://ours', filter: '' },
  before: { url, filter: 'task.created' },
});
function keep(command: Backup['command'], steps: readonly Step[], now: Date, account = 'AC1'): string {
  const backup = createBackup(folder, account, command, now);
  steps.forEach((step) => backup.keep(step));
  return backup.path;
}
const at = (minute: number): Date => new Date(Date.UTC(2026, 0, 1, 0, minute));

test('knows of nothing where there are no backups', () => {
  expect(originalState(path.join(folder, 'none'), 'AC1')).toEqual({
    event_callback: undefined,
    custom_data: {},
    documents: {},
  });
});

test('the oldest backup says what was there at first, one by one', () => {
  keep('setup', [replaced({ first: 1 })], at(1));
  keep('setup', [replaced({ second: 2 }), callback('https://first')], at(2));
  keep('setup', [callback('https://ours')], at(3));

  expect(originalState(folder, 'AC1')).toEqual({
    event_callback: { url: 'https://first', filter: 'task.created' },
    custom_data: {},
    documents: { definitions: { first: 1 } },
  });
});

test('what a removal undid does not count any more', () => {
  keep('setup', [replaced({ before: 'removal' })], at(1));
  keep('remove', [replaced({ at: 'removal' })], at(2));
  expect(originalState(folder, 'AC1').documents).toEqual({});

  keep('setup', [replaced({ after: 'removal' })], at(3));
  expect(originalState(folder, 'AC1').documents).toEqual({ definitions: { after: 'removal' } });
});

test("another account's backups do not count", () => {
  keep('setup', [replaced({ of: 'another' })], at(1), 'AC2');

  expect(originalState(folder, 'AC1').documents).toEqual({});
});

test('a backup is never overwritten', () => {
  const file = keep('setup', [replaced({ kept: true })], at(1));
  const kept = readFileSync(file, 'utf8');

  expect(() => keep('setup', [replaced({ kept: false })], at(1))).toThrow('EEXIST');
  expect(readFileSync(file, 'utf8')).toBe(kept);
});

test('a backup that cannot be read stops everything, and is named', () => {
  const file = path.join(folder, 'AC1-broken.json');
  writeFileSync(file, '{');

  expect(() => originalState(folder, 'AC1')).toThrow(`The backup ${file} cannot be read`);
  expect(existsSync(file)).toBe(true);
});
