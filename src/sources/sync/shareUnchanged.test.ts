import { shareUnchanged } from './shareUnchanged';

const before = {
  at: 1,
  queues: [
    { sid: 'a', n: { x: 1 } },
    { sid: 'b', n: { x: 2 } },
  ],
  none: null,
};
const copy = (): typeof before => JSON.parse(JSON.stringify(before)) as typeof before;

describe('shareUnchanged', () => {
  test('is the data before given an equal copy', () => {
    expect(shareUnchanged(before, copy())).toBe(before);
  });

  test('keeps every part that did not change, and changes neither of the two', () => {
    const after = { ...copy(), at: 2 };
    (after.queues[1] as { n: unknown }).n = { x: 3 };
    const written = JSON.stringify(after);
    const shared = shareUnchanged(before, Object.freeze(after)) as typeof before;
    expect(shared).toEqual(after);
    expect(shared.queues[0]).toBe(before.queues[0]);
    expect(shared.queues[1]).not.toBe(before.queues[1]);
    expect(JSON.stringify(after)).toBe(written);
  });

  test.each([
    ['a key that is gone', { at: 1, queues: [] }],
    ['a list that is longer', { ...before, queues: [...before.queues, before.queues[0]] }],
    ['a list that is shorter', { ...before, queues: before.queues.slice(1) }],
    ['a list in place of an object', { ...before, queues: { 0: before.queues[0], 1: before.queues[1] } }],
    ['an object in place of nothing', { ...before, none: {} }],
    ['keys in another order', { none: null, queues: before.queues, at: 1 }],
    [
      'a key called __proto__',
      JSON.parse('{"at": 1, "__proto__": {"x": 1}, "queues": [], "none": null}') as unknown,
    ],
    ['no object', 3],
    ['nothing', undefined],
    ['minus zero', { ...before, at: -0 }],
  ])('is what came, to the last key, given %s', (_, after) => {
    const shared = shareUnchanged(before, after);
    expect(shared).toStrictEqual(after);
    expect(JSON.stringify(shared)).toBe(JSON.stringify(after));
    expect(shared).not.toBe(before);
  });
});
