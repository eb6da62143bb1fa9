import { sid } from '../account';
import type { TwilioError } from '../twilioError';
import { byteSize, checkData, checkIfMatch, checkTtl, checkUniqueName } from './documentRules';

/** The code with which a rule refuses, or `fine`. */
function outcome(rule: () => unknown): number | 'fine' {
  try {
    rule();
    return 'fine';
  } catch (error: unknown) {
    return (error as TwilioError).code;
  }
}

describe('checkUniqueName', () => {
  test.each([
    ['one character', 'a', 'fine'],
    ['320 characters', 'a'.repeat(320), 'fine'],
    ['321 characters', 'a'.repeat(321), 54302],
    ['nothing', '', 54302],
    ['a SID', sid('ET', 1), 54302],
    ['something longer than a SID', `${sid('ET', 1)}0`, 'fine'],
    ['a number', 7, 54302],
    ['null', null, 54302],
  ])('given %s', (_what, name, expected) => {
    expect(outcome(() => checkUniqueName(name))).toBe(expected);
  });
});

describe('checkData', () => {
  const ofSize = (bytes: number): object => ({ t: 'x'.repeat(bytes - 8) });

  test.each([
    ['an empty object', {}, 'fine'],
    ['16,384 bytes', ofSize(16_384), 'fine'],
    ['16,385 bytes', ofSize(16_385), 54006],
    ['few characters of many bytes', { t: '🗝'.repeat(4_100) }, 54006],
    ['null', null, 54101],
    ['an array', [], 54101],
    ['text', 'x', 54101],
    ['a number', 1, 54101],
  ])('given %s', (_what, data, expected) => {
    expect(outcome(() => checkData(data, true))).toBe(expected);
  });

  test('lets any size through given limits that are switched off', () => {
    expect(outcome(() => checkData(ofSize(1_000_000), false))).toBe('fine');
  });
});

test('byteSize returns the bytes of the JSON in UTF-8', () => {
  expect(byteSize({ t: '🗝' })).toBe(12);
});

describe('checkTtl', () => {
  test.each([
    [-1, 54011],
    [0, 'fine'],
    [31_536_000, 'fine'],
    [31_536_001, 54011],
    [1.5, 54011],
    [NaN, 54011],
    ['10', 54011],
    [null, 54011],
  ])('given %p', (ttl, expected) => {
    expect(outcome(() => checkTtl(ttl))).toBe(expected);
  });
});

describe('checkIfMatch', () => {
  test.each([
    ['1b0', '1b0'],
    ['"1b0"', '1b0'],
  ])('given %s returns %s', (header, revision) => {
    expect(checkIfMatch(header)).toBe(revision);
  });

  test.each(['', '*', 'W/"1"', 'xyz'])('refuses %p', (header) => {
    expect(outcome(() => checkIfMatch(header))).toBe(54003);
  });
});
