import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import type { MetricDefinition } from '../../../schema/metricDefinition';
import { busyDay } from '../../../model/formula/test-data/exampleDays';
import { aMoment } from '../../../testing/anEvaluatedMetric';
import { renderInPaste } from '../../../testing/renderInPaste';
import { parseBoard } from '../../../model/board/parseBoard';
import { aBoard } from '../draft/testing/aBoard';
import { GalleryDialog } from './GalleryDialog';

function show({ data = busyDay as unknown } = {}) {
  const chosen: MetricDefinition[] = [];
  const closed = jest.fn();
  const emptied = jest.fn();
  const moment = aMoment({ data, now: Date.parse('2026-01-31T14:00:00Z') });
  const dialog = (
    <GalleryDialog
      moment={moment}
      onChoose={(definition) => chosen.push(definition)}
      onStartEmpty={emptied}
      onStartKind={() => undefined}
      board={board}
      sectionOf={() => 'Now'}
      onClose={closed}
    />
  );
  renderInPaste(dialog);
  return { chosen, closed, emptied };
}
const board = parseBoard(aBoard({ x: {} }, { sections: ['Now', 'Today'] }));
/** By its text; asking for the roles of so many elements takes seconds. */
const template = (words: RegExp): HTMLElement => {
  const all = [...document.querySelectorAll<HTMLElement>('button[data-template]')];
  const found = all.filter(({ textContent }) => words.test(textContent ?? ''));
  expect(found).toHaveLength(1);
  return found[0] as HTMLElement;
};
const search = () => screen.getByLabelText('Search metrics');

it('shows 52 templates under their themes, each with its value on this data', () => {
  show();
  expect(document.querySelectorAll('[data-template]')).toHaveLength(52);
  expect(screen.getByLabelText('Now').querySelectorAll('button')).toHaveLength(8);
  expect(template(/^Waiting now 7 Warning /)).toBeInTheDocument();
  expect(template(/^Support: waiting 5 /)).toBeInTheDocument();
  expect(template(/^Support: service level 20 s 63%/)).toBeInTheDocument();
});

it('says of a template that cannot work on this data why', () => {
  show({ data: { ...busyDay, queues: undefined } });
  expect(template(/^…: waiting ERR.*There are no queue statistics/)).toHaveAttribute(
    'data-template',
    'queueWaiting',
  );
});

it('adds a metric by keyboard alone: search, Enter, choose, Enter', async () => {
  const { chosen } = show();
  expect(search()).toHaveFocus();
  userEvent.type(search(), 'support wait');
  userEvent.keyboard('{enter}');
  const queue = screen.getByLabelText('Queue');
  await waitFor(() => expect(queue).toHaveFocus());
  userEvent.selectOptions(queue, 'Sales');
  fireEvent.submit(queue.closest('form') as HTMLFormElement);
  expect(chosen).toEqual([
    expect.objectContaining({
      label: 'Sales: waiting',
      formula: "waiting('Sales')",
      firstThresholdValue: 5,
      secondThresholdValue: 10,
    }),
  ]);
});

it('shows what the metric reads with the parameters as they are chosen', () => {
  show();
  userEvent.click(template(/^Support: waiting/));
  const preview = screen.getByLabelText('What it shows now');
  expect(preview).toHaveTextContent("Support: waiting5waiting('Support')");
  userEvent.selectOptions(screen.getByLabelText('Queue'), 'Sales');
  expect(preview).toHaveTextContent("Sales: waiting2waiting('Sales')");
  userEvent.clear(screen.getByLabelText('Critical above'));
  userEvent.type(screen.getByLabelText('Critical above'), '1');
  expect(preview).toHaveTextContent('Critical');
});

it('keeps a label that somebody wrote when a parameter changes', () => {
  const { chosen } = show();
  userEvent.click(template(/^Support: waiting/));
  const label = screen.getByLabelText('Label');
  userEvent.clear(label);
  userEvent.type(label, 'Phones');
  userEvent.selectOptions(screen.getByLabelText('Queue'), 'Sales');
  userEvent.click(screen.getByText('Add to the board'));
  expect(chosen).toEqual([expect.objectContaining({ label: 'Phones', formula: "waiting('Sales')" })]);
});

it('adds no metric while a parameter is missing', () => {
  const { chosen } = show();
  userEvent.click(template(/^Agents on a break/));
  const add = screen.getByText('Add to the board');
  for (const name of ['Break', 'Lunch Break', 'Personal Break']) userEvent.click(screen.getByLabelText(name));
  expect(add).toBeDisabled();
  fireEvent.submit(add.closest('form') as HTMLFormElement);
  expect(chosen).toEqual([]);
  userEvent.click(screen.getByLabelText('Training'));
  userEvent.click(add);
  expect(chosen).toEqual([expect.objectContaining({ formula: "activity('Training')" })]);
});

it.each([
  ['0', false],
  ['1', true],
  ['99', true],
  ['100', false],
  ['', false],
])('takes a target of %j percent: %s', (target, isTaken) => {
  show();
  userEvent.click(template(/^Answers to be back/));
  fireEvent.change(screen.getByLabelText('Target (%)'), { target: { value: target } });
  expect(screen.getByText<HTMLButtonElement>('Add to the board').disabled).toBe(!isTaken);
});

it('asks for a name where there is nothing to choose from', () => {
  const { chosen } = show({ data: null });
  userEvent.click(template(/^…: waiting ···.*one queue/));
  userEvent.type(screen.getByLabelText('Queue'), 'Night');
  userEvent.click(screen.getByText('Add to the board'));
  expect(chosen).toEqual([expect.objectContaining({ formula: "waiting('Night')" })]);
});

it('goes back to the template that was chosen, with the search as it was', () => {
  show();
  userEvent.type(search(), 'abandon');
  userEvent.click(template(/^Abandoned today/));
  fireEvent.click(screen.getByText('Back to all metrics'));
  expect(search()).toHaveValue('abandon');
  expect(template(/^Abandoned today/)).toHaveFocus();
});

it('goes from template to template by arrows, Home and End, and into the search and out of it', () => {
  show();
  const all = [...document.querySelectorAll<HTMLElement>('[data-template]')];
  userEvent.keyboard('{arrowdown}');
  expect(all[0]).toHaveFocus();
  userEvent.keyboard('{arrowright}');
  expect(all[1]).toHaveFocus();
  userEvent.keyboard('{end}');
  expect(all[51]).toHaveFocus();
  userEvent.keyboard('{arrowright}');
  expect(all[51]).toHaveFocus();
  userEvent.keyboard('{home}');
  expect(all[0]).toHaveFocus();
  userEvent.keyboard('{arrowup}');
  expect(search()).toHaveFocus();
});

it('says that nothing is found, and then Enter chooses nothing', () => {
  show();
  userEvent.type(search(), 'unicorns{enter}');
  expect(screen.getByRole('status')).toHaveTextContent('No metrics match “unicorns”.');
  expect(search()).toBeInTheDocument();
});

it('starts with an empty metric, and closes', () => {
  const { emptied, closed } = show();
  userEvent.click(screen.getByText('Start from scratch'));
  userEvent.click(screen.getByText('Close'));
  expect([emptied.mock.calls.length, closed.mock.calls.length]).toEqual([1, 1]);
});
