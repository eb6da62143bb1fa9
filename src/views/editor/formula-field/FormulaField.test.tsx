import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { busyDay } from '../../../model/formula/test-data/exampleDays';
import { renderInPaste } from '../../../testing/renderInPaste';
import { FormulaField } from './FormulaField';
import type { FormulaFieldHandle } from './FormulaFieldProps';

// jsdom has no editing commands. Like a browser's, this one replaces the selection of the focused text box and says so. As jsdom
// names itself after WebKit, the editor asks for HTML, with a line break at its end that WebKit would leave out.
document.execCommand = (_command, _ui, html = ''): boolean => {
  const box = document.activeElement;
  if (!(box instanceof HTMLTextAreaElement)) return false;
  const text = html.replace(/\n$/, '').split('&lt;').join('<').split('&amp;').join('&');
  box.setRangeText(text, box.selectionStart, box.selectionEnd, 'end');
  act(() => void box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' })));
  return true;
};

const handle = React.createRef<FormulaFieldHandle>();

function Field({ formula = '', data = busyDay }: { formula?: string; data?: unknown }): React.ReactElement {
  const [value, setValue] = React.useState(formula);
  return <FormulaField ref={handle} id="f" label="Formula" value={value} onChange={setValue} data={data} />;
}

const box = (): HTMLTextAreaElement => screen.getByLabelText('Formula');
const options = (): readonly (string | null)[] =>
  screen.queryAllByRole('option').map(({ firstChild }) => firstChild?.textContent ?? null);

/** Types at the end of what is there. */
function type(text: string): void {
  box().focus();
  for (const character of text) {
    const end = box().value.length;
    box().setSelectionRange(end, end);
    document.execCommand('insertText', false, character);
  }
}

it('is a text box with a label, described by what the formula gives', () => {
  renderInPaste(<Field formula="waiting(data)" />);
  expect(box()).toHaveValue('waiting(data)');
  expect(box()).toHaveAccessibleDescription(expect.stringContaining('Now 7'));
  expect(box()).not.toHaveAttribute('aria-invalid');
});

it('gives the value of this moment when the data change', () => {
  const { rerender } = renderInPaste(<Field formula="data.queues.length" />);
  expect(screen.getByText('3')).toBeInTheDocument();
  rerender(<Field formula="data.queues.length" data={{ queues: [] }} />);
  expect(screen.getByText('0')).toBeInTheDocument();
});

it('says that there is no data yet while there is none', () => {
  renderInPaste(
    <FormulaField id="f" label="Formula" value="waiting(data)" onChange={() => undefined} data={undefined} />,
  );
  expect(box()).toHaveAccessibleDescription(expect.stringContaining('No data yet'));
});

it('underlines a mistake and says in words what it is', () => {
  renderInPaste(<Field formula="1 + activity('Lunch')" />);
  expect(box()).toHaveAttribute('aria-invalid', 'true');
  expect(box()).toHaveAccessibleDescription(expect.stringContaining('There is no activity "Lunch"'));
  expect(document.querySelector('.formula-mistake')).toHaveTextContent("activity('Lunch')");
});

it('waits until nobody has typed for a while before it finds fault', async () => {
  renderInPaste(<Field formula="1" />);
  type(' +');
  expect(box()).not.toHaveAttribute('aria-invalid');
  await waitFor(() => expect(box()).toHaveAttribute('aria-invalid', 'true'));
  expect(document.querySelector('.formula-mistake')).toBeInTheDocument();
});

it('finds no fault with a field that has not been filled in yet', () => {
  renderInPaste(<Field />);
  expect(box()).not.toHaveAttribute('aria-invalid');
});

it('shows what else is wrong with a formula that has a value', () => {
  renderInPaste(
    <FormulaField
      id="f"
      label="Formula"
      value="'a'"
      onChange={() => undefined}
      data={busyDay}
      problem="No number."
    />,
  );
  expect(box()).toHaveAttribute('aria-invalid', 'true');
  expect(box()).toHaveAccessibleDescription("No number. Now 'a'");
});

it('suggests while a path is typed, and takes the suggestion that the arrow keys chose', () => {
  renderInPaste(<Field />);
  type('data.queues[0].re');
  expect(options()).toEqual(['realtime']);
  type('altime.total_');
  expect(options()).toEqual(['total_tasks', 'total_available_workers', 'total_eligible_workers']);
  fireEvent.keyDown(box(), { key: 'ArrowDown' });
  expect(box()).toHaveAttribute('aria-activedescendant', screen.getAllByRole('option')[1]?.id);
  fireEvent.keyDown(box(), { key: 'Enter' });
  expect(box()).toHaveValue('data.queues[0].realtime.total_available_workers');
  expect(options()).toEqual([]);
  expect(box()).not.toHaveAttribute('aria-controls');
});

it('goes round at both ends of the suggestions', () => {
  renderInPaste(<Field formula="data.queues[0].realtime" />);
  type('.total_');
  fireEvent.keyDown(box(), { key: 'ArrowUp' });
  expect(screen.getAllByRole('option')[2]).toHaveAttribute('aria-selected', 'true');
  fireEvent.keyDown(box(), { key: 'ArrowDown' });
  expect(screen.getAllByRole('option')[0]).toHaveAttribute('aria-selected', 'true');
});

it('suggests names as soon as a word that takes one was taken', () => {
  renderInPaste(<Field />);
  type('act');
  fireEvent.keyDown(box(), { key: 'Tab' });
  expect(box()).toHaveValue("activity('')");
  expect(options()).toContain('Lunch Break');
  userEvent.click(screen.getByText('Available'));
  expect(box()).toHaveValue("activity('Available')");
});

it('suggests when it is asked to, and closes on Escape without closing what is around', () => {
  const around = jest.fn();
  renderInPaste(
    <div onKeyDown={({ key }) => around(key)}>
      <Field />
    </div>,
  );
  box().focus();
  fireEvent.keyDown(box(), { key: ' ', ctrlKey: true });
  expect(options()[0]).toBe('data');
  fireEvent.keyDown(box(), { key: 'Escape' });
  expect(options()).toEqual([]);
  expect(around).not.toHaveBeenCalled();
  fireEvent.keyDown(box(), { key: 'Escape' });
  expect(around).toHaveBeenCalledWith('Escape');
  expect(box()).toHaveFocus();
});

it('lets Tab leave the field while no suggestions are open', () => {
  renderInPaste(<Field formula="1" />);
  box().focus();
  expect(fireEvent.keyDown(box(), { key: 'Tab' })).toBe(true);
});

it('puts text where the cursor is when somebody asks for it', () => {
  renderInPaste(<Field formula="waiting() + 1" />);
  box().setSelectionRange(8, 8);
  act(() => handle.current?.insert("queue('Support')"));
  expect(box()).toHaveValue("waiting(queue('Support')) + 1");
  expect(box().selectionStart).toBe("waiting(queue('Support')".length);
});

it('shows the value of the part at the cursor, once somebody is in the text', () => {
  renderInPaste(<Field formula="waiting(data) + data.queues.length" />);
  expect(document.querySelector('.formula-part')).toBeEmptyDOMElement();
  box().focus();
  box().setSelectionRange(3, 3);
  fireEvent(box(), new Event('selectionchange'));
  expect(document.querySelector('.formula-part')).toHaveTextContent('waiting(data) = 7');
});
