import { styleNameOf, textOf } from './savedFields';
import {
  numberKindOf,
  readTypedBand,
  readTypedLimit,
  readTypedNumber,
  writeNumber,
  type NumberKind,
} from './typedNumber';

describe('readTypedNumber', () => {
  it.each<[string, NumberKind, number | undefined]>([
    ['', 'number', undefined],
    ['  ', 'time', undefined],
    ['0', 'number', 0],
    ['0.', 'number', 0],
    ['-1.5', 'number', -1.5],
    ['5,5', 'number', 5.5],
    ['\u00a05\u00a0', 'number', 5],
    ['80', 'percent', 80],
    ['80 %', 'percent', 80],
    ['80\u202f%', 'percent', 80],
    ['12,5%', 'percent', 12.5],
    ['90', 'time', 90],
    ['90 s', 'time', 90],
    ['90s', 'time', 90],
    ['1:30', 'time', 90],
    ['1:02:03', 'time', 3723],
    ['2 min', 'time', 120],
    ['1.5 min', 'time', 90],
    ['1,5 minutos', 'time', 90],
    ['2m 30s', 'time', 150],
    ['1 h 30 min', 'time', 5400],
    ['1:30', 'any', 90],
    ['5 %', 'any', 5],
  ])('reads %j, typed as a %s, as %p', (typed, kind, value) => {
    expect(readTypedNumber(typed, kind)).toEqual({ value });
  });

  it.each<[string, NumberKind, string]>([
    ['5 %', 'number', 'number'],
    ['1:30', 'number', 'number'],
    ['1:75', 'time', 'time'],
    ['80 %', 'time', 'time'],
    ['1:30', 'percent', 'percent'],
    ['five', 'number', 'number'],
    ['> 5', 'any', 'any'],
    ['1e', 'number', 'number'],
    ['Infinity', 'number', 'number'],
    ['1,000', 'number', 'separator'],
    ['1.000', 'any', 'separator'],
    ['1 000', 'number', 'separator'],
  ])('does not guess what %j, typed as a %s, means', (typed, kind, problem) => {
    expect(readTypedNumber(typed, kind)).toEqual({ problem });
  });

  it("takes the metric's own unit", () => {
    expect(readTypedNumber('5 calls', 'number', 'calls')).toEqual({ value: 5 });
    expect(readTypedNumber('5 tasks', 'number', 'calls')).toEqual({ problem: 'number' });
  });
});

describe('readTypedLimit', () => {
  it('takes words only where the tile may show them', () => {
    expect(readTypedLimit('Closed', 'any', { mayBeText: true })).toEqual({ value: 'Closed' });
    expect(readTypedLimit('Closed', 'any', { mayBeText: false })).toEqual({ problem: 'any' });
    expect(readTypedLimit('Closed', 'time', { mayBeText: true })).toEqual({ problem: 'time' });
    expect(readTypedLimit('5 apples', 'any', { mayBeText: true })).toEqual({ value: '5 apples' });
    expect(readTypedLimit('> 5', 'any', { mayBeText: true })).toEqual({ problem: 'any' });
  });
});

describe('readTypedBand', () => {
  it.each<[string, NumberKind, unknown]>([
    ['80', 'percent', { value: 80 }],
    ['70-85', 'percent', { value: [70, 85] }],
    ['70 – 85 %', 'percent', { value: [70, 85] }],
    ['0:30-1:00', 'time', { value: [30, 60] }],
    ['-5', 'number', { value: -5 }],
    ['85-70', 'number', { problem: 'band' }],
    ['a-b', 'number', { problem: 'number' }],
    ['', 'number', { value: undefined }],
  ])('reads %j, typed as a %s', (typed, kind, result) => {
    expect(readTypedBand(typed, kind)).toEqual(result);
  });
});

describe('writeNumber', () => {
  it.each<[unknown, NumberKind, string]>([
    [90, 'time', '1:30'],
    [5, 'time', '0:05'],
    [3723, 'time', '1:02:03'],
    [0.5, 'time', '0.5'],
    [80, 'percent', '80 %'],
    [5.5, 'number', '5.5'],
    [1500, 'number', '1500'],
    [[70, 85], 'percent', '70 % – 85 %'],
    ['1,000', 'number', '1,000'],
    [undefined, 'number', ''],
  ])('writes %j as a %s so that it is read back', (saved, kind, text) => {
    expect(writeNumber(saved, kind, 'en')).toBe(text);
    if (typeof saved === 'number') expect(readTypedNumber(text, kind)).toEqual({ value: saved });
    if (Array.isArray(saved)) expect(readTypedBand(text, kind)).toEqual({ value: saved });
  });

  it('writes with a decimal comma where people do', () => {
    expect(writeNumber(5.5, 'number', 'es')).toBe('5,5');
  });
});

it.each<[unknown, NumberKind]>([
  ['seconds', 'time'],
  ['duration', 'time'],
  ['percent', 'percent'],
  ['number', 'number'],
  [undefined, 'any'],
  ['of a later version', 'any'],
])('takes numbers of the format %p as %s', (format, kind) => {
  expect(numberKindOf(format)).toBe(kind);
});

it.each([
  [undefined, ''],
  [null, ''],
  [0, '0'],
  [false, 'false'],
  ['text', 'text'],
  [{ toString: -1 }, '{"toString":-1}'],
])('shows %p, which may be saved by anybody, as %j', (saved, text) => {
  expect(textOf(saved)).toBe(text);
});

it.each([
  [undefined, 'Default'],
  ['', 'Default'],
  ['Warn', 'Warn'],
  ['Of a later version', 'Of a later version'],
  [{ backgroundColor: 'red' }, 'own'],
  [null, 'Default'],
])('names the style %p %s', (saved, name) => {
  expect(styleNameOf(saved)).toBe(name);
});
