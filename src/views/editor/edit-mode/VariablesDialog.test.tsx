import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { metricOf } from '../../../model/board/Board';
import { storedVariables } from '../../../model/board/variablesOfBoard';
import { Store } from '../../../model/store/Store';
import { renderInPaste } from '../../../testing/renderInPaste';
import { edit } from '../draft/edit';
import { beginEditing, documentsOf, undo, type EditingSession } from '../draft/EditingSession';
import { aBoard, aMetric } from '../draft/testing/aBoard';
import type { EditingCommand } from '../draft/EditingCommand';
import type { EditingModel } from '../editing/EditingModel';
import { VariablesDialog } from './VariablesDialog';

const data = { queues: [{ friendly_name: 'Sales' }, { friendly_name: 'VIP' }] };
let session: EditingSession;
let closed: number;

function open(): void {
  const model = {
    get session() {
      return session;
    },
    elsewhere: new Store([]),
    do: (command: EditingCommand) => {
      session = edit(session, command);
    },
  } as unknown as EditingModel;
  closed = 0;
  const { unmount } = renderInPaste(
    <VariablesDialog
      model={model}
      data={data}
      onClose={() => {
        closed += 1;
        unmount();
      }}
    />,
  );
}
const press = (name: string): void => userEvent.click(screen.getByRole('button', { name }));
const field = (name: string, group: string): HTMLElement =>
  within(screen.getByRole('group', { name: group })).getByLabelText(name);
const stored = (): unknown => storedVariables(session.current);

beforeEach(() => {
  session = beginEditing(aBoard({ a: {} }));
});

it('adds a queue that formulas read, in one step that can be undone', () => {
  open();
  expect(screen.getByText('This board offers no choices yet.')).toBeInTheDocument();
  press('Add choice');
  userEvent.selectOptions(field('Default', 'queue'), 'VIP');
  press('Apply');
  expect(closed).toBe(1);
  expect(stored()).toEqual([{ name: 'queue', type: 'queue', default: 'VIP' }]);
  expect(documentsOf(session).layout?.value).toMatchObject({ variables: stored() });
  session = undo(session);
  expect(stored()).toEqual([]);
});

it('renames, retypes and deletes choices, and keeps what it does not know', () => {
  session = edit(session, {
    type: 'change-variables',
    variables: [
      { name: 'queue', type: 'queue', later: 1 },
      { name: 'limit', type: 'number', default: 5 },
    ],
  });
  open();
  userEvent.type(field('Title', 'queue'), 'Line');
  userEvent.clear(field('Name in formulas', 'Line'));
  userEvent.type(field('Name in formulas', 'Line'), 'line');
  userEvent.click(
    within(screen.getByRole('group', { name: 'limit' })).getByRole('button', { name: 'Delete choice' }),
  );
  press('Apply');
  expect(stored()).toEqual([{ name: 'line', type: 'queue', title: 'Line', later: 1 }]);
});

it('takes a default with a decimal comma, and asks for one that it cannot read', () => {
  session = edit(session, { type: 'change-variables', variables: [{ name: 'limit', type: 'number' }] });
  open();
  userEvent.type(field('Default', 'limit'), 'many');
  press('Apply');
  expect(closed).toBe(0);
  expect(field('Default', 'limit')).toHaveFocus();
  userEvent.clear(field('Default', 'limit'));
  userEvent.type(field('Default', 'limit'), '2,5');
  press('Apply');
  expect(stored()).toEqual([{ name: 'limit', type: 'number', default: 2.5 }]);
});

it('takes no name twice, and no list without choices', () => {
  open();
  press('Add choice');
  press('Add choice');
  userEvent.selectOptions(field('Type', 'channel'), 'Choice');
  press('Apply');
  expect(screen.getByRole('alert')).toHaveTextContent('Enter at least one choice.');
  userEvent.type(field('Choices, one per line', 'list'), 'North{enter}South');
  userEvent.clear(field('Name in formulas', 'list'));
  userEvent.type(field('Name in formulas', 'Add choice'), 'queue');
  press('Apply');
  expect(screen.getAllByRole('alert')).toHaveLength(2);
  expect([closed, stored()]).toEqual([0, []]);
});

it('renames a choice in the formulas that read it, in one step', () => {
  session = edit(session, {
    type: 'add-metric',
    key: 'q',
    metric: aMetric('Q', { formula: 'waiting(board.queue)' }),
  });
  session = edit(session, { type: 'change-variables', variables: [{ name: 'queue', type: 'queue' }] });
  open();
  userEvent.clear(field('Name in formulas', 'queue'));
  userEvent.type(field('Name in formulas', 'Add choice'), 'team');
  press('Apply');
  expect(metricOf(session.current, 'q')).toMatchObject({ formula: 'waiting(board.team)' });
  expect(metricOf(undo(session).current, 'q')).toMatchObject({ formula: 'waiting(board.queue)' });
});
