/** A kind that lists its fields gets a form, without code of its own in the editor. */
import { fireEvent, screen, within } from '@testing-library/react';
import * as React from 'react';
import type { StoredVisual } from '../../../schema/boardDocuments';
import { listOfNames, name } from '../../../model/metric/fieldChecks';
import { parseBoard } from '../../../model/board/parseBoard';
import { renderInPaste } from '../../../testing/renderInPaste';
import { kinds } from '../../../visuals/registry';
import type { RegisteredKind } from '../../../visuals/VisualKind';
import { aBoard } from '../draft/testing/aBoard';
import { VisualFields } from './VisualFields';

const [aKind] = kinds;
const schema = { rows: { check: name, isRequired: true }, columns: { check: listOfNames, isRequired: true } };
const table = {
  ...aKind,
  kind: 'table',
  schema,
  form: {
    name: 'VisualNumber',
    icon: 'M0 0',
    fields: [
      { field: 'rows', label: 'VisualParts', input: 'formula' },
      { field: 'columns', label: 'VisualMetric', input: 'columns' },
    ],
  },
} as unknown as RegisteredKind;
const seen: { visual: StoredVisual | undefined } = { visual: undefined };

function Form(): React.ReactElement {
  const [visual, setVisual] = React.useState<StoredVisual>({
    kind: 'table',
    rows: 'data.queues',
    columns: [{ label: 'Waiting', formula: 'waiting(row)' }],
    of_2031: 1,
  });
  seen.visual = visual;
  return (
    <VisualFields
      kind={table}
      visual={visual}
      board={parseBoard(aBoard({ a: {} }))}
      data={undefined}
      onChange={(_field, next) => setVisual(next)}
    />
  );
}
const columns = (): unknown => seen.visual?.columns;
const opened = (index: number): HTMLElement => {
  const details = document.querySelectorAll<HTMLDetailsElement>('[aria-label="Metric"] > details')[index];
  if (!details) throw new Error('There is no such column.');
  details.open = true;
  return details;
};

beforeEach(() => void renderInPaste(<Form />));

it('adds, changes, moves and removes columns, with the focus on the one that was changed', () => {
  fireEvent.click(screen.getByText('Add column'));
  const column = within(opened(1));
  fireEvent.change(column.getByLabelText('Label'), { target: { value: 'Longest' } });
  fireEvent.change(column.getByLabelText('Formula'), { target: { value: 'longestWait(row)' } });
  fireEvent.change(column.getByLabelText('Format'), { target: { value: 'seconds' } });
  fireEvent.change(column.getByLabelText('Warning above'), { target: { value: '1:30' } });
  const longest = {
    label: 'Longest',
    formula: 'longestWait(row)',
    format: 'seconds',
    firstThresholdValue: 90,
    firstThresholdStyle: 'Warn',
  };
  const waiting = { label: 'Waiting', formula: 'waiting(row)' };
  expect(columns()).toEqual([waiting, longest]);
  fireEvent.click(column.getByText('Move column up'));
  expect(columns()).toEqual([longest, waiting]);
  expect(document.activeElement).toHaveTextContent('Longest');
  fireEvent.click(within(opened(0)).getByText('Remove column'));
  expect(columns()).toEqual([waiting]);
  expect(document.activeElement).toHaveTextContent('Waiting');
});

it('takes no label that another column has, and says so', () => {
  fireEvent.click(screen.getByText('Add column'));
  const column = within(opened(1));
  fireEvent.change(column.getByLabelText('Label'), { target: { value: 'Waiting' } });
  expect(column.getByLabelText('Label')).toHaveAccessibleDescription('Another column has this label.');
  expect(columns()).toMatchObject([{ label: 'Waiting' }, { label: 'Column 2' }]);
});

it('keeps fields that it does not know', () => {
  fireEvent.click(screen.getByText('Add column'));
  expect(seen.visual).toMatchObject({ kind: 'table', rows: 'data.queues', of_2031: 1 });
});
