import { anEvaluatedMetric } from '../../testing/anEvaluatedMetric';
import { limitFrom, looksLikeNumber, numberFrom, styleNameOf, textOf } from './fieldValues';

it.each([
  ['', undefined],
  ['  ', undefined],
  ['0', 0],
  ['0.', 0],
  ['-1.5', -1.5],
  ['1e3', 1000],
  ['1,5', 1.5],
  ['-0,25', -0.25],
  ['1,000', undefined],
  ['1.000', undefined],
  ['Infinity', undefined],
  ['1.000,5', undefined],
  ['1,5,0', undefined],
  ['5 %', 5],
  ['12,5%', 12.5],
  ['10s', 10],
  ['90 s', 90],
  ['1:30', 90],
  ['1:02:03', 3723],
  ['1:75', undefined],
  ['\u00a05\u00a0', 5],
  ['0x10', undefined],
  ['> 5', undefined],
  ['five', undefined],
  ['NaN', undefined],
])('reads %j as the number %p; what is none is absent', (text, number) => {
  expect(numberFrom(text)).toBe(number);
});

it.each([
  ['', undefined],
  [' ', undefined],
  ['0', 0],
  ['10.5', 10.5],
  ['Closed', 'Closed'],
  ['10 calls', '10 calls'],
  ['5,5', 5.5],
  ['5 %', 5],
])('reads %j as the threshold %p: a number where it can be one, or else the text', (text, limit) => {
  expect(limitFrom(text)).toBe(limit);
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

it.each([
  ['1,000', true],
  ['1.000', true],
  ['5 %', true],
  ['5 min', true],
  ['> 5', true],
  ['1:30', true],
  ['0x10', false],
  ['A1', false],
  ['10 calls', false],
  ['Closed', false],
  ['5,5', false],
])('marks the saved threshold %j as the board does: %p', (limit, isMistake) => {
  expect(looksLikeNumber(limit)).toBe(isMistake);
  const { status } = anEvaluatedMetric({ formula: '20', firstThresholdValue: limit });
  expect(status === 'definition-error').toBe(isMistake);
});
