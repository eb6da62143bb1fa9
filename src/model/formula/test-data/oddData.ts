/** Data with everything in it that JSON or a careless writer can produce. A fresh copy each time. */
export function oddData(): Record<string, unknown> {
  const sparse = [1, 2, 3];
  delete sparse[1];
  return {
    zero: 0,
    minus: -1.5,
    negativeZero: -0,
    big: 1e21,
    small: 1e-7,
    nan: NaN,
    infinity: Infinity,
    yes: true,
    no: false,
    nothing: null,
    missing: undefined,
    empty: '',
    text: 'Support',
    digits: '042',
    spaces: ' 7 ',
    accents: 'Café – Zürich 😀',
    time: '2026-01-31T09:00:00Z',
    list: [3, 1, 2],
    texts: ['b', 'a', 'B', '10', '9'],
    mixed: [1, '1', null, undefined, NaN, true, [2], { a: 1 }, -0],
    nested: [[1, [2]], [], [[[3]]], 4],
    sparse,
    none: [],
    one: [5],
    object: { a: 1, b: { c: [1, { d: 'x' }] }, '': 2, 1: 'one', 'two words': 2 },
    hollow: {},
    constructor: 'own',
    length: 3,
    counts: { '0': '2', '10': 1, '5': null },
    people: [
      { name: 'Ann', age: 30, tags: ['x'] },
      { name: 'Bo', age: null, tags: [] },
      { name: 'Cy', tags: ['y', 'x'] },
    ],
  };
}

/** The names of `oddData`, and some it does not have. */
export const oddNames = [...Object.keys(oddData()), 'absent', 'toString', 'a'];
