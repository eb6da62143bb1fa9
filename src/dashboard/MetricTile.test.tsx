import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import type { Reading } from '../metric/Reading';
import { namedStyles } from '../metric/thresholdStyles';
import { renderInPaste } from '../testing/renderInPaste';
import { MetricTile } from './MetricTile';

const colours = new Map([
  ['colorText', 'rgb(1, 1, 1)'],
  ['colorTextWeak', 'rgb(2, 2, 2)'],
  ['colorTextInverse', 'rgb(3, 3, 3)'],
  ['colorTextError', 'rgb(4, 4, 4)'],
  ['colorBackgroundError', 'rgb(5, 5, 5)'],
]);
const named = { key: 'waiting', label: 'Tasks Waiting' };
const value: Reading = {
  ...named,
  status: 'value',
  text: '18',
  style: namedStyles.Default,
  styleProblems: [],
};

const draw = (reading: Reading, isStale = false): HTMLElement => {
  renderInPaste(<MetricTile reading={reading} isStale={isStale} colours={colours} />);
  return screen.getByRole('group');
};

it.each<[Reading, string]>([
  [value, 'Tasks Waiting, 18'],
  [{ ...value, style: namedStyles.Success }, 'Tasks Waiting, 18, On target'],
  [{ ...value, style: namedStyles.Warn, crossed: 'over 5' }, 'Tasks Waiting, 18, Warning, over 5'],
  [
    { ...value, style: namedStyles['Error Strong'], crossed: 'over 10' },
    'Tasks Waiting, 18, Critical, over 10',
  ],
  [{ ...named, status: 'no-answer' }, 'Tasks Waiting, –, No traffic'],
  [{ ...named, status: 'no-data' }, 'Tasks Waiting, ···, Waiting, First data on its way'],
  [
    { ...named, status: 'formula-error', problem: 'No such thing.' },
    'Tasks Waiting, ERR, Formula, No such thing.',
  ],
  [
    { ...named, status: 'format-error', problem: 'Not seconds.' },
    'Tasks Waiting, ERR FMT, Format, Not seconds.',
  ],
  [
    { ...named, status: 'definition-error', problem: 'No formula.' },
    'Tasks Waiting, ERR, Definition, No formula.',
  ],
])('says label, text, state and context of %j', (reading, name) => {
  expect(draw(reading)).toHaveAccessibleName(name);
});

it('draws the colours that the style names', () => {
  const tile = draw({ ...value, style: namedStyles['Error Strong'] });
  expect(tile).toHaveStyle({ background: 'rgb(5, 5, 5)' });
  expect(screen.getByText('18').parentElement?.parentElement).toHaveStyle({ color: 'rgb(3, 3, 3)' });
});

it('tells the states apart by the left edge as well', () => {
  expect(draw({ ...value, style: namedStyles.Warn })).toHaveStyle({ borderLeftStyle: 'double' });
});

it('shows what is wrong with a style in place of the threshold', () => {
  const tile = draw({ ...value, crossed: 'over 5', styleProblems: ['There is no style "Danger".'] });
  expect(tile).toHaveAccessibleName('Tasks Waiting, 18, There is no style "Danger".');
});

it('fades what may be out of date', () => {
  expect(draw(value, true)).toHaveStyle({ opacity: '0.55' });
});

it('gives the reason of an error on focus', async () => {
  draw({ ...named, status: 'formula-error', problem: 'There is no activity "Lunch".' });
  userEvent.tab();
  expect(screen.getByRole('group')).toHaveFocus();
  expect(await screen.findByRole('tooltip')).toHaveTextContent('There is no activity "Lunch".');
});

it('is no stop for the keyboard while nothing is wrong', () => {
  draw(value);
  userEvent.tab();
  expect(document.body).toHaveFocus();
});
