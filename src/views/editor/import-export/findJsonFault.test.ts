import { findJsonFault } from './findJsonFault';

it.each([
  ['', 1, 1, 'ended'],
  ['  \n ', 2, 2, 'ended'],
  ['{', 1, 2, 'ended'],
  ['{"a": 1', 1, 8, 'ended'],
  ['{"a": "b', 1, 7, 'ended'],
  ['[1, 2', 1, 6, 'ended'],
  ['{"a": 1,}', 1, 9, 'extra-comma'],
  ['[1,\n  ]', 2, 3, 'extra-comma'],
  ['{"a": 1\n "b": 2}', 2, 2, 'missing-comma'],
  ['[1 2]', 1, 4, 'missing-comma'],
  ["{'a': 1}", 1, 2, 'quotes'],
  ['{a: 1}', 1, 2, 'quotes'],
  ['{"a": \'b\'}', 1, 7, 'quotes'],
  ['{“a”: 1}', 1, 2, 'quotes'],
  ['{"a": undefined}', 1, 7, 'quotes'],
  ['{"a" 1}', 1, 6, 'colon'],
  ['{"a": 1} // done', 1, 10, 'comment'],
  ['/* mine */ {}', 1, 1, 'comment'],
  ['{} {}', 1, 4, 'more'],
  ['{"a": 01}', 1, 8, 'missing-comma'],
  ['{"a": .5}', 1, 7, 'other'],
  ['{"a": "two\nlines"}', 1, 7, 'line-break'],
  ['{"a\tb": 1}', 1, 2, 'line-break'],
  ['[}', 1, 2, 'other'],
] as const)('finds in %j at line %d, column %d: %s', (text, line, column, kind) => {
  expect(() => JSON.parse(text) as unknown).toThrow();
  expect(findJsonFault(text)).toEqual({ line, column, kind });
});

it.each([
  ['{"a": 1, "a": 2}', 1, 10],
  ['{"a": {"b": 1},\n "c": {"b": 1, "\\u0062": 2}}', 2, 16],
])('finds the name that stands twice in %j at line %d, column %d', (text, line, column) => {
  expect(findJsonFault(text)).toEqual({ line, column, kind: 'twice' });
});

it.each([
  '{}',
  '[]',
  'null',
  ' -1.5e+3 ',
  '"\\u00e4\\n"',
  '{"a": [1, {"b": []}, true, false, null], "c": {}}',
])('finds nothing in %j, which is JSON', (text) => {
  expect(() => JSON.parse(text) as unknown).not.toThrow();
  expect(findJsonFault(text)).toBeUndefined();
});
