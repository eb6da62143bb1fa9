import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import * as React from 'react';
import { busyDay } from '../../../model/formula/test-data/exampleDays';
import { aMoment } from '../../../testing/anEvaluatedMetric';
import { renderInPaste } from '../../../testing/renderInPaste';
import type { BoardDocuments, JsonObject } from '../../../model/board/BoardDocuments';
import type { EditingCommand } from '../draft/EditingCommand';
import { ImportDialog } from './ImportDialog';

const metric = (label: string, formula: string) => ({ metric: { label, formula } });

function show(definitions: JsonObject = {}) {
  const commands: EditingCommand[] = [];
  const documents: BoardDocuments = {
    definitions: [{ name: 'definitions', value: definitions }],
    board: { name: 'board', value: undefined },
  };
  const moment = aMoment({ data: busyDay, now: Date.parse('2026-01-31T14:00:00Z') });
  renderInPaste(
    <ImportDialog
      documents={documents}
      moment={moment}
      title="Here"
      onImport={(all) => commands.push(...all)}
      onClose={() => undefined}
    />,
  );
  return commands;
}
const paste = (content: unknown) =>
  fireEvent.change(screen.getByRole('textbox'), {
    target: { value: typeof content === 'string' ? content : JSON.stringify(content) },
  });
const row = (label: string) => screen.getByText(label).closest('tr') as HTMLElement;
const importButton = () => screen.getByText<HTMLButtonElement>(/^Import( \d+ metrics?)?$/);

it('imports what is chosen as one command, and nothing before', () => {
  const commands = show();
  expect(importButton()).toBeDisabled();
  paste({ a: metric('A', '1'), b: metric('B', '2'), c: metric('C', '3') });
  expect(screen.getByText(/^3 added, 0 replaced, 0 skipped/)).toBeInTheDocument();
  fireEvent.click(screen.getByLabelText('B'));
  expect(screen.getByText(/^2 added, 0 replaced, 1 skipped/)).toBeInTheDocument();
  expect(commands).toEqual([]);
  fireEvent.click(screen.getByText('Import 2 metrics'));
  expect(commands).toEqual([
    { type: 'put-metrics', metrics: { a: metric('A', '1').metric, c: metric('C', '3').metric } },
  ]);
});

it('lets a metric whose key is taken replace the one here, stand beside it, or be left', () => {
  const commands = show({ a: metric('Old', '1') });
  paste({ a: metric('New', '2') });
  const choice = screen.getByLabelText('What to do with New');
  expect(screen.getByText(/^0 added, 1 replaced/)).toBeInTheDocument();
  fireEvent.change(choice, { target: { value: 'rename' } });
  expect(screen.getByText(/^1 added, 0 replaced/)).toBeInTheDocument();
  fireEvent.click(importButton());
  fireEvent.change(choice, { target: { value: 'skip' } });
  expect(screen.getByLabelText('New')).not.toBeChecked();
  expect(importButton()).toBeDisabled();
  expect(commands).toEqual([{ type: 'put-metrics', metrics: { 'a-2': metric('New', '2').metric } }]);
});

it('says why a metric is skipped, and does not offer it', () => {
  show({ same: metric('Same', '1') });
  paste({ same: metric('Same', '1'), bad: { metric: { label: 'Bad' } } });
  expect(row('Same')).toHaveTextContent('Skip: is here already, the same');
  expect(row('Bad')).toHaveTextContent('Skip: is no metric');
  expect(row('Bad')).toHaveTextContent('"formula" is missing.');
  for (const label of ['Same', 'Bad']) expect(screen.getByLabelText(label)).toBeDisabled();
  expect(importButton()).toBeDisabled();
});

it('says what was changed, what does not resolve, and what is to be rewritten by hand', () => {
  show();
  const find =
    "data.workspace_statistics.realtime.activity_statistics.find((e) => e.friendly_name === 'Siesta').workers";
  paste({ S: metric('S', find), T: metric('T', 'data.queues[0].taskOrder') });
  expect(row('S')).toHaveTextContent('There is no activity “Siesta” here.');
  expect(within(row('S')).getByText(find).closest('del')).toBeInTheDocument();
  expect(within(row('S')).getByText("activity('Siesta')").closest('ins')).toBeInTheDocument();
  expect(row('T')).toHaveTextContent('has to be rewritten by hand');
  expect(screen.getByLabelText('T')).not.toBeChecked();
  expect(screen.getByLabelText('T')).toBeEnabled();
});

it.each([
  ['{"a": 1,\n}', 'Line 2, column 1: remove the extra comma'],
  ['{}', 'there are no metrics in it'],
  ['{"realtime-dashboard": 9, "definitions": {}}', 'later version of the dashboard (format 9)'],
])('says of %j: %s', (text, problem) => {
  show();
  paste(text);
  expect(screen.getByRole('status')).toHaveTextContent(problem);
  expect(screen.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
});

it('complains of nothing while nothing is pasted', () => {
  show();
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
});

it('takes the settings of a board unless somebody leaves them', () => {
  const commands = show();
  paste({ 'realtime-dashboard': 1, definitions: {}, board: { title: 'Floor' } });
  fireEvent.click(importButton());
  fireEvent.click(screen.getByLabelText(/Import board settings too: title/));
  expect(importButton()).toBeDisabled();
  expect(commands).toEqual([{ type: 'put-metrics', metrics: {}, settings: { title: 'Floor' } }]);
});

it('imports nothing that a document cannot hold', () => {
  show();
  paste({ a: { metric: { label: 'Long', formula: '1', description: 'x'.repeat(17_000) } } });
  expect(screen.getByText(/^definitions: \d+ bytes too large/)).toBeInTheDocument();
  expect(importButton()).toBeDisabled();
});

it('reads a file', async () => {
  show();
  const file = new File([JSON.stringify({ a: metric('From a file', '1') })], 'board.json');
  fireEvent.change(screen.getByLabelText('Or choose a file:'), { target: { files: [file] } });
  expect(await screen.findByText('From a file')).toBeInTheDocument();
});

it('draws the first 200 rows of a long import, and all of them when asked; all are imported', () => {
  const commands = show();
  paste(
    Object.fromEntries(Array.from({ length: 230 }, (_, index) => [`m${index}`, metric(`M${index}`, '1')])),
  );
  const rows = (): number => document.querySelectorAll('tr[data-outcome]').length;
  expect(rows()).toBe(200);
  fireEvent.click(screen.getByText('Import 230 metrics'));
  const [command] = commands;
  expect(command?.type === 'put-metrics' && Object.keys(command.metrics)).toHaveLength(230);
  fireEvent.click(screen.getByText('Show all 230 metrics'));
  expect(rows()).toBe(230);
});

it('says that a file or a paste is empty, and what to do', async () => {
  show();
  expect(screen.getByRole('status')).toHaveTextContent('');
  paste(' ');
  expect(screen.getByRole('status')).toHaveTextContent('Nothing to import. Copy a tile or an export');
  fireEvent.change(screen.getByLabelText(/Or choose a file/), {
    target: { files: [new File([''], 'mine.json')] },
  });
  await waitFor(() =>
    expect(screen.getByRole('status')).toHaveTextContent(
      'The file mine.json is empty. Export the metrics again',
    ),
  );
});

it('says what stands before the first bracket, and what to do', () => {
  show();
  paste('Here it is: {"a": {"metric": {"label": "A", "formula": "1"}}}');
  expect(screen.getByRole('status')).toHaveTextContent(
    'Line 1, column 1: there is text before the first bracket. Remove it.',
  );
});

it('offers a new board, named as the file says, which leaves the metrics here as they are', () => {
  const commands = show({ a: metric('Old', '1') });
  paste({ 'realtime-dashboard': 1, definitions: { a: metric('New', '2') }, board: { title: 'Sales' } });
  expect(screen.getByLabelText('This board')).toBeChecked();
  fireEvent.click(screen.getByLabelText('A new board'));
  expect(screen.getByLabelText('What to do with New')).toHaveValue('rename');
  const name = screen.getByLabelText('Name of the new board');
  expect(name).toHaveValue('Sales');
  fireEvent.change(name, { target: { value: ' ' } });
  expect(screen.getByText('Add board')).toBeDisabled();
  fireEvent.change(name, { target: { value: 'Sales team' } });
  fireEvent.click(screen.getByText('Add board'));
  expect(commands).toMatchObject([
    { type: 'add-board', title: 'Sales team', firstTitle: 'Here' },
    { type: 'put-metrics', metrics: { 'a-2': { label: 'New' } }, layout: { keys: { a: 'a-2' } } },
  ]);
});
