import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keepBackup, originalState } from './backups';
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
const at = (minute: number): Date => new Date(Date.UTC(2026, 0, 1, 0, minute));

test('knows of nothing where there are no backups', () => {
  expect(originalState(path.join(folder, 'none'), 'AC1')).toEqual({
    event_callback: undefined,
    custom_data: {},
    documents: {},
  });
});

test('the oldest backup says what was there at first, one by one', () => {
  keepBackup(folder, 'AC1', 'setup', [replaced({ first: 1 })], at(1));
  keepBackup(folder, 'AC1', 'setup', [replaced({ second: 2 }), callback('https://first')], at(2));
  keepBackup(folder, 'AC1', 'setup', [callback('https://ours')], at(3));

  expect(originalState(folder, 'AC1')).toEqual({
    event_callback: { url: 'https://first', filter: 'task.created' },
    custom_data: {},
    documents: { definitions: { first: 1 } },
  });
});

test('what a removal undid does not count any more', () => {
  keepBackup(folder, 'AC1', 'setup', [replaced({ before: 'removal' })], at(1));
  keepBackup(folder, 'AC1', 'remove', [replaced({ at: 'removal' })], at(2));
  expect(originalState(folder, 'AC1').documents).toEqual({});

  keepBackup(folder, 'AC1', 'setup', [replaced({ after: 'removal' })], at(3));
  expect(originalState(folder, 'AC1').documents).toEqual({ definitions: { after: 'removal' } });
});

test("another account's backups do not count", () => {
  keepBackup(folder, 'AC2', 'setup', [replaced({ of: 'another' })], at(1));

  expect(originalState(folder, 'AC1').documents).toEqual({});
});

test('a backup is never overwritten', () => {
  const file = keepBackup(folder, 'AC1', 'setup', [replaced({ kept: true })], at(1));
  const kept = readFileSync(file, 'utf8');

  expect(() => keepBackup(folder, 'AC1', 'setup', [replaced({ kept: false })], at(1))).toThrow('EEXIST');
  expect(readFileSync(file, 'utf8')).toBe(kept);
});

test('a backup that cannot be read stops everything, and is named', () => {
  const file = path.join(folder, 'AC1-broken.json');
  writeFileSync(file, '{');

  expect(() => originalState(folder, 'AC1')).toThrow(`The backup ${file} cannot be read`);
  expect(existsSync(file)).toBe(true);
});
