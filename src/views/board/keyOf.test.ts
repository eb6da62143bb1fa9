import { keyOf } from './keyOf';

const event = (key: string, code: string, more: object = {}): KeyboardEvent =>
  new KeyboardEvent('keydown', { key, code, ...more });

it.each([
  ['a Latin layout', 'z', 'KeyZ', 'z'],
  ['capital letters', 'Z', 'KeyZ', 'z'],
  ['a German layout, where z lies elsewhere', 'z', 'KeyY', 'z'],
  ['a Russian layout', 'я', 'KeyZ', 'z'],
  ['a Greek layout', 'ζ', 'KeyZ', 'z'],
  ['a Hebrew layout', 'ז', 'KeyZ', 'z'],
  ['an Arabic layout', 'ئ', 'KeyZ', 'z'],
  ['a Hebrew layout, whose key gives a mark', '/', 'KeyQ', '/'],
  ['a Polish ż', 'ż', 'KeyZ', 'ż'],
  ['another key', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft'],
  ['a dead key', 'Dead', 'KeyZ', 'Dead'],
])('knows the key of %s', (_layout, key, code, expected) => {
  expect(keyOf(event(key, code))).toBe(expected);
});

it.each([{ isComposing: true }, { keyCode: 229 }])(
  'knows no key while an input method composes: %j',
  (more) => {
    expect(keyOf(event('z', 'KeyZ', more))).toBeUndefined();
  },
);
