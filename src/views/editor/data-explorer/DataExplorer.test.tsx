import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { busyDay } from '../../../model/formula/test-data/exampleDays';
import { renderInPaste } from '../../../testing/renderInPaste';
import { DataExplorer } from './DataExplorer';

function explore(data: unknown = busyDay): jest.Mock {
  const onPick = jest.fn();
  renderInPaste(<DataExplorer data={data} onPick={onPick} />);
  return onPick;
}
const row = (name: string): HTMLElement => {
  const found = screen.getAllByRole('treeitem').find(({ firstChild }) => firstChild?.textContent === name);
  if (!found) throw new Error(`No line ${name}`);
  return found;
};
const press = (key: string): boolean => fireEvent.keyDown(document.activeElement ?? document.body, { key });

it('shows values as they are now, and lists by how many they hold', () => {
  explore();
  expect(row('total_workers')).toHaveTextContent('40');
  expect(row('queues')).toHaveTextContent('list of 3');
});

it('picks a value on click', () => {
  const onPick = explore();
  userEvent.click(row('total_workers'));
  expect(onPick.mock.calls).toEqual([['data.workspace_statistics.realtime.total_workers']]);
});

it('opens a branch on click, and picks it by its button', () => {
  const onPick = explore();
  userEvent.click(row('queues'));
  expect(row('queues')).toHaveAttribute('aria-expanded', 'true');
  expect(onPick).not.toHaveBeenCalled();
  const button = row('Support').querySelector('button');
  if (button) userEvent.click(button);
  expect(onPick.mock.calls).toEqual([["queue('Support')"]]);
  expect(row('Support')).toHaveAttribute('aria-expanded', 'false');
});

it('follows the data', () => {
  const { rerender } = renderInPaste(<DataExplorer data={{ queues: [], a: 1 }} onPick={() => undefined} />);
  rerender(<DataExplorer data={{ queues: [{ friendly_name: 'New' }], a: 2 }} onPick={() => undefined} />);
  expect(row('a')).toHaveTextContent('2');
  expect(row('queues')).toHaveTextContent('list of 1');
  userEvent.click(row('queues'));
  expect(row('New')).toBeInTheDocument();
});

it('is walked with the keyboard, one line of it by Tab', () => {
  const onPick = explore();
  expect(screen.getAllByRole('treeitem').filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  row('queues').focus();
  press('ArrowRight');
  press('ArrowRight');
  expect(document.activeElement).toBe(row('Support'));
  press('ArrowDown');
  expect(document.activeElement).toBe(row('Sales'));
  press('Enter');
  expect(row('Sales')).toHaveAttribute('aria-expanded', 'true');
  press('ArrowDown');
  press('ArrowDown');
  expect(document.activeElement).toBe(row('friendly_name'));
  press('Enter');
  expect(onPick.mock.calls).toEqual([["queue('Sales').friendly_name"]]);
  press('ArrowLeft');
  expect(document.activeElement).toBe(row('Sales'));
  press('ArrowLeft');
  expect(row('Sales')).toHaveAttribute('aria-expanded', 'false');
  press('Home');
  expect(document.activeElement).toBe(screen.getAllByRole('treeitem')[0]);
});

it('finds by name, opens the way to it, and says how many there are', () => {
  explore();
  userEvent.type(screen.getByLabelText('Search the data'), 'sales eligible');
  expect(screen.getAllByRole('treeitem').map(({ firstChild }) => firstChild?.textContent)).toEqual([
    'queues',
    'Sales',
    'realtime',
    'total_eligible_workers',
  ]);
  expect(screen.getByRole('status')).toHaveTextContent('1 found');
  press('ArrowDown');
  expect(document.activeElement).toBe(row('queues'));
});

it('says so given a search that finds nothing', () => {
  explore();
  userEvent.type(screen.getByLabelText('Search the data'), 'xyzzy');
  expect(screen.getByRole('status')).toHaveTextContent('Nothing in the data is called “xyzzy”.');
  expect(screen.queryByRole('tree')).not.toBeInTheDocument();
});

it('says that there is no data yet while there is none', () => {
  explore(null);
  expect(screen.queryByRole('tree')).not.toBeInTheDocument();
  expect(screen.getByText('No data yet')).toBeInTheDocument();
});

it('draws only what is open of hundreds of queues', () => {
  const [queue] = busyDay.queues;
  explore({
    ...busyDay,
    queues: Array.from({ length: 200 }, (_, i) => ({ ...(queue as object), friendly_name: `Queue ${i}` })),
  });
  const closed = screen.getAllByRole('treeitem').length;
  userEvent.click(row('queues'));
  expect(screen.getAllByRole('treeitem')).toHaveLength(closed + 200);
});
