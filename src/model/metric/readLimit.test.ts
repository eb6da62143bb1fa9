import { anEvaluatedMetric } from '../../testing/anEvaluatedMetric';
import { inEnglish } from '../../testing/inEnglish';
import { readLimit } from './readLimit';

it.each([
  ['5', 5],
  [' -2.5 ', -2.5],
  ['1e3', 1000],
  ['5,5', 5.5],
  ['-0,25', -0.25],
  ['0,125', 0.125],
  ['1,5000', 1.5],
])('reads %j as the number %d', (text, number) => {
  expect(readLimit(text)).toBe(number);
});

it.each([
  '1,000',
  '1.000',
  '1.500',
  '1,000,000',
  '1.000,5',
  '5 %',
  '5%',
  '10s',
  '10 s',
  '5 min',
  '> 5',
  '≥ 5',
  '1:30',
  '5,',
  '1 000',
  '1’000',
  '5 €',
  '５%',
  '−5',
])('takes %j for an unclear number', (text) => {
  expect(readLimit(text)).toBe('unclear');
});

it.each(['Closed', 'Level 2', '24/7', 'Queue 5 is full', '', '0x10', 'Infinity', 'NaN'])(
  'takes %j for text',
  (text) => {
    expect(readLimit(text)).toBe('text');
  },
);

it.each(['', 'number', 'percent', 'seconds', 'duration'])(
  'lets a threshold with a decimal comma alarm in the format %j',
  (format) => {
    const reading = anEvaluatedMetric({
      formula: '20',
      format,
      firstThresholdValue: '5,5',
      firstThresholdStyle: 'Error',
    });
    expect(reading).toMatchObject({
      status: 'value',
      crossed: { direction: 'over' },
      level: 'critical',
    });
  },
);

it('says what to write instead of a threshold that no number ever equals', () => {
  const reading = anEvaluatedMetric({ formula: '20', secondThresholdValue: '> 5' });
  expect('problem' in reading && inEnglish(reading.problem)).toBe(
    'In "metric", "secondThresholdValue" is "> 5", and the value is a number. Write a plain number, such as 5.5, without a unit or separators.',
  );
});

it('compares text with text all the same', () => {
  const reading = anEvaluatedMetric({
    formula: "'5 %'",
    firstThresholdValue: '5 %',
    firstThresholdStyle: 'Warn',
  });
  expect(reading).toMatchObject({ status: 'value', crossed: { direction: 'equal' } });
  expect(anEvaluatedMetric({ formula: '3', firstThresholdValue: 'Closed' })).toMatchObject({
    status: 'value',
    crossed: undefined,
  });
});
