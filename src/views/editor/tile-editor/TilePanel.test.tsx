/** The panel of a tile beside the live board: what it offers, what it keeps, and what it takes back. */
import { fireEvent, render, screen, within } from '@testing-library/react';
import * as React from 'react';
import { defaultDocuments } from '../../../schema/defaults';
import { memorySources } from '../../../sources/memory/memorySources';
import { EditableDashboard } from '../../../plugin/EditableDashboard';
import { PasteProvider } from '../../../paste/PasteProvider';
import { aDashboardData } from '../../../testing/aDashboardData';
import { memoryDefinitionStore } from '../repository/memoryDefinitionStore';
import { documentsOf } from '../draft/EditingSession';
import type { EditingModel } from '../editing/EditingModel';

const total = 'data.workspace_statistics.realtime.total_tasks';
const metric = (label: string, rest: object = {}) => ({ metric: { label, formula: total, ...rest } });
const definitions = {
  waiting: metric('Waiting', { section: 'Now', format: 'number' }),
  level: metric('Service level', { section: 'Now', format: 'percent' }),
  longest: metric('Longest wait', { section: 'Today', format: 'seconds' }),
};
const kept: React.MutableRefObject<EditingModel | undefined> = { current: undefined };

beforeEach(() => {
  jest.useFakeTimers().setSystemTime(new Date('2026-11-22T11:42:16Z'));
  window.matchMedia = () => ({ matches: false }) as MediaQueryList;
  window.ResizeObserver = class {
    observe(): void {}
    disconnect(): void {}
    unobserve(): void {}
  };
  render(
    <PasteProvider isDark={false}>
      <EditableDashboard
        isAdmin
        sources={memorySources({ definitions, data: aDashboardData(), boardSettings: {} })}
        documents={defaultDocuments}
        version="1.2.3"
        login={{ hasEnded: () => false, subscribe: () => () => undefined }}
        person={() => 'ann'}
        openStore={() => memoryDefinitionStore({ names: defaultDocuments, documents: new Map() })}
        kept={kept}
        mayEdit
      />
    </PasteProvider>,
  );
  press('Edit');
});
afterEach(() => {
  kept.current?.end();
  kept.current = undefined;
  window.sessionStorage.clear();
  window.history.replaceState(null, '', '/');
  jest.useRealTimers();
});

const press = (name: string): void => void fireEvent.click(screen.getByRole('button', { name }));
const tile = (key: string): HTMLElement =>
  document.querySelector<HTMLElement>(`[data-tile="${key}"]`) ?? document.body;
const open = (key: string): void => {
  tile(key).focus();
  fireEvent.click(tile(key));
};
const panel = (): HTMLElement => screen.getByRole('complementary');
const field = (name: string): HTMLInputElement => within(panel()).getByLabelText<HTMLInputElement>(name);
const type = (name: string, value: string): void => void fireEvent.change(field(name), { target: { value } });
const showAs = (name: string): void => void fireEvent.click(within(panel()).getByRole('radio', { name }));
const isClosed = (): boolean => screen.queryByRole('complementary') === null;
const session = () => {
  if (!kept.current) throw new Error('Nobody edits.');
  return kept.current.session;
};
const saved = () => documentsOf(session());
const storedTiles = (): readonly unknown[] =>
  ((saved().layout?.value?.sections ?? []) as readonly { tiles: readonly unknown[] }[]).flatMap(
    ({ tiles }) => tiles,
  );
const order = (): readonly (string | undefined)[] =>
  [...document.querySelectorAll<HTMLElement>('[data-tile]')].map(({ dataset }) => dataset.tile);

describe('a tile that is open', () => {
  it('shows each change on the board at once, with the focus in the panel', () => {
    open('waiting');
    expect(panel()).toHaveAccessibleName('Tile: Waiting');
    expect(document.activeElement).toBe(field('Label'));
    expect(tile('waiting')).toHaveAttribute('aria-current', 'true');
    type('Label', 'Calls');
    expect(tile('waiting')).toHaveAccessibleName('Calls, 65');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is applied as one step, with the focus on its tile', () => {
    open('waiting');
    type('Label', 'Calls');
    type('Warning above', '5');
    type('Critical above', '10');
    press('Apply');
    expect(isClosed()).toBe(true);
    expect(document.activeElement).toBe(tile('waiting'));
    expect(tile('waiting')).not.toHaveAttribute('aria-current');
    expect(session().past).toHaveLength(1);
    press('Undo');
    expect(tile('waiting')).toHaveAccessibleName('Waiting, 65');
  });

  it('moves a limit on the scale by keys, in small and large steps', () => {
    open('waiting');
    expect(within(panel()).queryByRole('slider')).toBeNull();
    type('Warning above', '5');
    type('Critical above', '10');
    const slider = (name: string): HTMLElement => within(panel()).getByRole('slider', { name });
    slider('Critical').focus();
    fireEvent.keyDown(slider('Critical'), { key: 'ArrowRight' });
    fireEvent.keyDown(slider('Critical'), { key: 'PageUp' });
    expect(field('Critical above').value).toBe('21');
    expect(slider('Critical')).toHaveAttribute('aria-valuetext', '21');
    expect(slider('Warning')).toHaveAttribute('aria-valuenow', '5');
    expect(within(panel()).getByText('Now 65')).toBeInTheDocument();
  });

  it.each(['ctrlKey', 'metaKey'])('is applied by Enter with %s from any field', (modifier) => {
    open('waiting');
    type('Label', 'Calls');
    fireEvent.keyDown(field('Label'), { key: 'Enter', [modifier]: true });
    expect(isClosed()).toBe(true);
    expect(tile('waiting')).toHaveAccessibleName('Calls, 65');
  });

  it('is as it was after Cancel, and nothing is left to undo', () => {
    open('waiting');
    type('Label', 'Calls');
    showAs('Gauge');
    press('Cancel');
    expect(isClosed()).toBe(true);
    expect(tile('waiting')).toHaveAccessibleName('Waiting, 65');
    expect(document.activeElement).toBe(tile('waiting'));
    expect(session().past).toHaveLength(0);
    expect(saved().definitions[0]?.value).toBe(session().base.definitions[0]?.value);
  });

  it('closes by Escape, with a question only when something was changed', () => {
    open('waiting');
    fireEvent.keyDown(field('Label'), { key: 'Escape' });
    expect(isClosed()).toBe(true);
    open('waiting');
    type('Label', 'Calls');
    fireEvent.keyDown(field('Label'), { key: 'Escape' });
    expect(screen.getByRole('dialog')).toHaveAccessibleName('Discard your changes to “Calls”?');
    press('Keep editing');
    expect(field('Label').value).toBe('Calls');
    fireEvent.keyDown(field('Label'), { key: 'Escape' });
    press('Discard changes');
    expect(isClosed()).toBe(true);
    expect(tile('waiting')).toHaveAccessibleName('Waiting, 65');
    expect(document.activeElement).toBe(tile('waiting'));
  });

  it('keeps its changes when another tile is opened, and cancels only those of the other', () => {
    open('waiting');
    type('Label', 'Calls');
    open('level');
    type('Label', 'SL');
    press('Cancel');
    expect(tile('waiting')).toHaveAccessibleName('Calls, 65');
    expect(tile('level')).toHaveAccessibleName('Service level, 65%');
  });

  it('keeps what was done to other tiles meanwhile when it is cancelled', () => {
    open('waiting');
    type('Label', 'Calls');
    fireEvent.keyDown(tile('longest'), { key: 'Delete' });
    type('Label', 'Calls waiting');
    press('Cancel');
    expect(order()).toEqual(['waiting', 'level']);
    expect(tile('waiting')).toHaveAccessibleName('Calls, 65');
  });

  it('leaves the focus on the board when it is removed there', () => {
    open('waiting');
    tile('waiting').focus();
    fireEvent.keyDown(tile('waiting'), { key: 'Delete' });
    expect(isClosed()).toBe(true);
    expect(document.activeElement).toBe(tile('level'));
  });

  it('is taken away by Cancel when it was made just before', () => {
    press('Add tile');
    press('Start from scratch');
    type('Label', 'Mine');
    expect(order()).toContain('new-tile');
    press('Cancel');
    expect(order()).toEqual(['waiting', 'level', 'longest']);
    expect(session().past).toHaveLength(0);
    expect(document.activeElement).toHaveTextContent('Add tile');
  });
});

describe('what is typed into it', () => {
  it.each([
    ['waiting', '5 %', 'Type a number, such as 5 or 5.5.'],
    ['waiting', 'abc', 'Type a number, such as 5 or 5.5.'],
    ['level', '1:30', 'Type a percentage, such as 80 or 80 %.'],
    ['longest', 'soon', 'Type a number of seconds, or minutes and seconds such as 1:30.'],
    ['waiting', '1,500', 'Type the number without a thousands separator, such as 1500.'],
  ])('says beside the field of %s why it cannot read %j', (key, typed, reason) => {
    open(key);
    type('Warning above', typed);
    const input = field('Warning above');
    expect(input).toHaveAccessibleDescription(reason);
    expect(input).toHaveAttribute('aria-invalid', 'true');
    expect(session().past).toHaveLength(0);
    press('Apply');
    expect(document.activeElement).toBe(input);
    expect(input.value).toBe(typed);
  });

  it.each([
    ['longest', '1:30', 90, '1:30'],
    ['longest', '2 min', 120, '2:00'],
    ['longest', '90 s', 90, '1:30'],
    ['level', '80 %', 80, '80 %'],
    ['waiting', '5,5', 5.5, '5.5'],
  ])('takes for %s %j as people type it', (key, typed, limit, shown) => {
    open(key);
    type('Warning above', typed);
    fireEvent.blur(field('Warning above'));
    expect(field('Warning above').value).toBe(shown);
    press('Apply');
    expect(saved().definitions[0]?.value).toMatchObject({
      [key]: { metric: { firstThresholdValue: limit, firstThresholdStyle: 'Warn' } },
    });
  });

  it('keeps what cannot be read when another tile is clicked', () => {
    open('waiting');
    type('Warning above', 'abc');
    open('level');
    expect(panel()).toHaveAccessibleName('Tile: Waiting');
    expect(document.activeElement).toHaveValue('abc');
  });
});

describe('the kinds of tiles', () => {
  it('offers each that says how it is edited', () => {
    open('waiting');
    expect(
      within(panel())
        .getAllByRole('radio')
        .map((radio) => radio.closest('label')?.textContent),
    ).toEqual(['Number', 'Trend', 'Gauge', 'Breakdown', 'Table', 'Agents', 'Text', 'Clock']);
    expect(within(panel()).getByRole('radio', { name: 'Number' })).toBeChecked();
  });

  it('makes room for a table, with the columns of a queue', () => {
    open('waiting');
    showAs('Table');
    press('Apply');
    expect(storedTiles()).toContainEqual(
      expect.objectContaining({
        span: { columns: 8, rows: 3 },
        visual: expect.objectContaining({
          kind: 'table',
          rows: 'data.queues',
          columns: expect.arrayContaining([expect.objectContaining({ label: 'Waiting' })]),
        }),
      }),
    );
  });

  it('makes a gauge without a formula, in a board document of its own', () => {
    open('level');
    showAs('Gauge');
    expect(field('Target').value).toBe('80 %');
    type('Target', '75 – 85');
    press('Apply');
    expect(storedTiles()).toContainEqual({
      key: 'level',
      visual: { kind: 'gauge', metric: 'level', target: [75, 85] },
    });
    expect(saved().index?.value).toMatchObject({ boards: [{}] });
  });

  it('finds the metric and the target again after another kind was looked at', () => {
    open('level');
    showAs('Gauge');
    type('Target', '70');
    showAs('Text');
    expect(tile('level')).toHaveAccessibleName('Service level, Type your announcement here');
    showAs('Gauge');
    expect(field('Target').value).toBe('70 %');
    expect(tile('level')).toHaveAccessibleName('Service level, 65%, target 70%');
  });

  it('makes a breakdown from a list of what is likely meant', () => {
    open('waiting');
    showAs('Breakdown');
    fireEvent.change(field('Parts'), {
      target: { value: 'data.workspace_statistics.realtime.tasks_by_status' },
    });
    fireEvent.change(field('Large number'), { target: { value: '' } });
    press('Apply');
    expect(storedTiles()).toContainEqual({
      key: 'waiting',
      label: 'Waiting',
      visual: { kind: 'breakdown', parts: 'data.workspace_statistics.realtime.tasks_by_status' },
    });
  });

  it('does not take an empty announcement', () => {
    open('waiting');
    showAs('Text');
    type('Announcement', '');
    expect(tile('waiting')).toHaveAccessibleName('Waiting, Type your announcement here');
    press('Apply');
    expect(isClosed()).toBe(false);
    expect(field('Announcement').value).toBe('');
  });

  it('takes away a metric that was made for a tile which then shows none', () => {
    press('Add tile');
    press('Start from scratch');
    showAs('Text');
    press('Apply');
    expect(saved().definitions[0]?.value).not.toHaveProperty('new-tile');
    expect(screen.queryByText('Metrics on no tile')).toBeNull();
    expect(session().past).toHaveLength(1);
  });

  it('keeps the metric of the board for another tile', () => {
    open('waiting');
    showAs('Text');
    press('Apply');
    expect(saved().definitions[0]?.value).toHaveProperty('waiting');
  });
});

describe('the place of a tile', () => {
  it('goes to a section that is there, and to a new one', () => {
    open('waiting');
    fireEvent.change(field('Section'), { target: { value: 'Today' } });
    expect(order()).toEqual(['level', 'longest', 'waiting']);
    expect(tile('waiting')).toHaveAttribute('aria-current', 'true');
    fireEvent.change(field('Section'), { target: { value: ' new ' } });
    const name = field('Section name');
    expect(document.activeElement).toBe(name);
    fireEvent.change(name, { target: { value: 'Later' } });
    fireEvent.keyDown(name, { key: 'Enter' });
    expect(screen.getByRole('heading', { name: 'Later' })).toBeInTheDocument();
    press('Cancel');
    expect(order()).toEqual(['waiting', 'level', 'longest']);
  });

  it('shows its metric a second time, under a label of its own', () => {
    open('waiting');
    press('Show a second time');
    expect(within(panel()).getByText(/1 other tile shows this metric/)).toBeInTheDocument();
    type('Label', 'Again');
    press('Apply');
    expect(order()).toEqual(['waiting', 'waiting-2', 'level', 'longest']);
    expect(tile('waiting')).toHaveAccessibleName('Waiting, 65');
    expect(tile('waiting-2')).toHaveAccessibleName('Again, 65');
  });
});

it('gives the board another title', () => {
  press('Board title');
  const dialog = screen.getByRole('dialog');
  fireEvent.change(within(dialog).getByLabelText('Name'), { target: { value: 'Support floor' } });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Apply' }));
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Editing: Support floor');
  expect(saved().board.value).toEqual({ title: 'Support floor' });
});
