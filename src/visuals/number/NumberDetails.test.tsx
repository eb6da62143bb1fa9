import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import type { MetricDefinition } from '../../schema/metricDefinition';
import type { Reading, ValueReading } from '../../model/metric/Reading';
import { renderInPaste } from '../../testing/renderInPaste';
import { NumberDetails } from './NumberDetails';

const now = Date.parse('2026-11-22T11:42:19.000Z');
const collectedAt = Date.parse('2026-11-22T11:42:15.000Z');
const definition: MetricDefinition = {
  label: 'Longest waiting',
  description: 'How long the first in line has waited.',
  formula: "queue('Billing').longest_task_waiting_age",
  format: 'seconds',
  firstThresholdValue: 60,
  firstThresholdStyle: 'Warn',
  secondThresholdValue: 600,
  secondThresholdStyle: 'Error Strong',
};
const reading: ValueReading = {
  key: 'longest',
  label: 'Longest waiting',
  status: 'value',
  freshness: { status: 'fresh' },
  text: '12:47',
  value: 763,
  level: 'critical',
  style: 'Error Strong',
  crossed: { direction: 'over', limit: '10:00' },
  styleProblems: [],
};

function open(shown: Reading = reading, saved: MetricDefinition | undefined = definition) {
  const onClose = jest.fn();
  const details = (of: Reading): React.ReactElement => (
    <NumberDetails
      reading={of}
      definition={saved}
      collectedAt={collectedAt}
      now={now}
      timeZone="Australia/Sydney"
      onClose={onClose}
    />
  );
  const { rerender } = renderInPaste(details(shown));
  return { dialog: screen.getByRole('dialog'), onClose, show: (of: Reading) => rerender(details(of)) };
}

/** What stands beside a name. */
const fact = (name: string): HTMLElement => {
  const found = screen.getByText(name, { selector: 'dt' }).nextElementSibling;
  if (!(found instanceof HTMLElement)) throw new Error(`Nothing stands beside ${name}.`);
  return found;
};

it('says what the metric means, its formula, what that gave, what is shown and when the data was collected', () => {
  const { dialog } = open();
  expect(dialog).toHaveAccessibleName('Longest waiting');
  expect(dialog).toHaveTextContent('How long the first in line has waited.');
  expect(dialog).toHaveTextContent('12:47');
  expect(dialog).toHaveTextContent('Critical · over 10:00');
  expect(fact('Formula')).toHaveTextContent(definition.formula);
  expect(fact('Formula gives')).toHaveTextContent('763');
  expect(fact('Data collected')).toHaveTextContent('11:42, 4 s ago');
});

it('lists the thresholds in the format of the metric, with their styles, and marks the one that is crossed', () => {
  open();
  const rows = within(fact('Thresholds')).getAllByRole('listitem');
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    'over 1:00 Warn',
    'over 10:00 Error Strong active',
    'otherwise Default',
  ]);
});

it.each<[Partial<MetricDefinition>, string]>([
  [{ invertThresholds: true, firstThresholdValue: 90 }, 'under 90 Warn'],
  [{ firstThresholdValue: 'Closed' }, 'equals Closed Warn'],
  [{ firstThresholdValue: 5, firstThresholdStyle: { statColour: 'colorText' } }, 'over 5 custom colors'],
])('puts a threshold into words given %j', (part, words) => {
  open(reading, { label: 'x', formula: '1', firstThresholdStyle: 'Warn', ...part });
  expect(within(fact('Thresholds')).getAllByRole('listitem')[0]).toHaveTextContent(words);
});

it('goes on updating while it is open', () => {
  const { dialog, show } = open();
  show({ ...reading, text: '12:48', value: 764 });
  expect(dialog).toHaveTextContent('12:48');
  expect(fact('Formula gives')).toHaveTextContent('764');
});

it.each<[Reading, string]>([
  [
    { ...reading, styleProblems: [{ kind: 'unknown-colour', field: 'statColour', name: 'red' }] },
    'statColour "red" is not a colour token of Paste, such as colorTextError.',
  ],
  [
    { key: 'x', label: 'X', status: 'formula-error', problem: { kind: 'formula-gives-object' } },
    'The formula gives an object; a tile shows one value of it.',
  ],
])('says in full what is wrong', (shown, problem) => {
  open(shown);
  expect(fact('Problem')).toHaveTextContent(problem);
});

it('says what the value rests on given too small a sample', () => {
  const { key, label, freshness, text, value } = reading;
  open(
    { key, label, freshness, text, value, status: 'too-few', sample: 2, minimumSample: 20 },
    { ...definition, sampleFormula: 'answered()', minimumSample: 20 },
  );
  expect(fact('Based on')).toHaveTextContent('2, at least 20 are needed');
  expect(fact('Based on')).toHaveTextContent('answered()');
});

it('says only what is wrong given what is no definition', () => {
  const problem = { kind: 'formula-missing' } as const;
  renderInPaste(
    <NumberDetails
      reading={{ key: 'x', label: 'X', status: 'definition-error', problem }}
      definition={undefined}
      collectedAt={undefined}
      now={now}
      timeZone={undefined}
      onClose={jest.fn()}
    />,
  );
  expect(fact('Problem')).toHaveTextContent('"formula" is missing.');
  expect(fact('Data collected')).toHaveTextContent('Not yet');
  expect(screen.queryByText('Formula')).toBeNull();
});

it('closes by its button, by a click beside it and by what the browser closes dialogs by, but not by a click in it', () => {
  const { dialog, onClose } = open();
  userEvent.click(fact('Formula'));
  expect(onClose).not.toHaveBeenCalled();
  userEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(onClose).toHaveBeenCalledTimes(1);
  userEvent.click(dialog);
  expect(onClose).toHaveBeenCalledTimes(2);
  fireEvent(dialog, new Event('close'));
  expect(onClose).toHaveBeenCalledTimes(3);
});

it('is told of Escape before the browser has closed it, so that Enter on its tile at once opens it again', () => {
  const { dialog, onClose } = open();
  // What the browser does on Escape: `cancel`, then it hides the dialog and gives the focus back, and `close` only later.
  fireEvent(dialog, new Event('cancel', { cancelable: true }));
  expect(onClose).toHaveBeenCalledTimes(1);
});

it('stays open when a field in it is cancelled, as the choice of a file is', () => {
  const { onClose } = open();
  fireEvent(fact('Formula'), new Event('cancel', { bubbles: true }));
  expect(onClose).not.toHaveBeenCalled();
});

it('keeps Escape from whatever it was opened from', () => {
  const pressed = jest.fn();
  document.addEventListener('keydown', pressed);
  const { dialog } = open();
  fireEvent.keyDown(dialog, { key: 'Escape' });
  expect(pressed).not.toHaveBeenCalled();
  fireEvent.keyDown(dialog, { key: 'Tab' });
  expect(pressed).toHaveBeenCalledTimes(1);
  document.removeEventListener('keydown', pressed);
});
