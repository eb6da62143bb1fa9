import * as counted from '../../saving/bytesOf';
import { bytesOfDocument, bytesOfMember, bytesWithMember, documentSizes } from './documentBytes';
import { edit } from './edit';
import { beginEditing } from './EditingSession';
import { replaceField } from './metricEntries';
import { aBoard, aMetric } from './testing/aBoard';

afterEach(() => jest.restoreAllMocks());

describe('bytesWithMember', () => {
  it.each<[string, Record<string, unknown>, string, unknown]>([
    ['the first member', {}, 'a', 1],
    ['a further member', { a: 1 }, 'b', { c: [1, null] }],
    ['a replaced member', { a: 'long, long', b: 2 }, 'a', ''],
    ['a replaced only member', { a: 'long' }, 'a', 1],
    ['characters of several bytes', { é: '€' }, '👍 "', 'ñ\n'],
    ['a key that is a number', { 7: 1 }, '12', 2],
    ['a key that objects inherit', { a: 1 }, 'toString', 2],
  ])('counts what JSON would have, given %s', (_what, document, key, value) => {
    const whole = counted.bytesOf(replaceField(document, key, value));
    expect(bytesWithMember(document, key, bytesOfMember(key, value))).toBe(whole);
  });

  it('counts no document as an empty one', () => {
    expect(bytesWithMember(undefined, 'a', bytesOfMember('a', 1))).toBe(counted.bytesOf({ a: 1 }));
  });
});

describe('an import of many metrics', () => {
  const metrics = Object.fromEntries(
    Array.from({ length: 600 }, (_, index) => [`m${index}`, aMetric(`Metric ${index}`)]),
  );
  const importAll = () => edit(beginEditing(aBoard({})), { type: 'put-metrics', metrics }).current;

  it('knows the size of each document it fills', () => {
    const { definitions } = importAll();
    expect(definitions.length).toBeGreaterThan(2);
    for (const { value = {} } of definitions) {
      expect(bytesOfDocument(value)).toBe(counted.bytesOf(value));
      expect(bytesOfDocument(value)).toBeLessThanOrEqual(counted.mostBytes);
    }
  });

  it('counts each metric a few times, not each document with each metric', () => {
    const count = jest.spyOn(counted, 'bytesOf');
    const sizes = documentSizes(importAll());
    const bytes = count.mock.results.reduce((sum, { value }) => sum + Number(value), 0);
    const imported = sizes.reduce((sum, size) => sum + size.bytes, 0);
    expect(bytes).toBeLessThan(5 * imported);
  });
});
