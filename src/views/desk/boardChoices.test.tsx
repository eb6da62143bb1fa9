import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { defaultDocuments } from '../../schema/defaults';
import { memorySources, type MemorySources } from '../../sources/memory/memorySources';
import { aDashboardData } from '../../testing/aDashboardData';
import { renderInPaste } from '../../testing/renderInPaste';
import { boardOf } from '../board/boardOf';
import { DashboardView } from './DashboardView';
import { openTabAnew } from '../board/viewerChoices';

const queue = (friendly_name: string, pending: number) => ({
  friendly_name,
  realtime: { tasks_by_status: { pending } },
  cumulative: {},
});
const data = (...queues: readonly object[]) => ({
  ...aDashboardData({ collectedAt: '2026-11-22T11:42:15.000Z' }),
  queues,
});
const all = [queue('Sales', 2), queue('Support', 9), queue('VIP', 30)];
const waiting = {
  metric: {
    label: 'Waiting',
    formula: 'waiting(board.queue)',
    firstThresholdValue: 20,
    firstThresholdStyle: 'Error',
  },
};
const tileOf = (key: string, rest: object = {}, metric = 'waiting') => ({
  key,
  visual: { kind: 'number', metric },
  ...rest,
});

let source: MemorySources;
const load = (board: object, definitions: object = { waiting }): void => {
  source = memorySources({ definitions, data: data(...all) });
  source.setBoards(
    { boards: [{ id: 'k3f9x2ab' }] },
    { name: 'dashboard-board-k3f9x2ab', state: { status: 'ready', value: board } },
  );
};
const show = (): { readonly unmount: () => void } =>
  renderInPaste(
    <DashboardView
      isAdmin
      sources={source}
      documents={defaultDocuments}
      version="1.2.3"
      onOpenWall={() => undefined}
    />,
  );
const open = (address: string, board: object, definitions?: object): { readonly unmount: () => void } => {
  window.history.replaceState(null, '', `/realtime-dashboard${address}`);
  load(board, definitions);
  return show();
};
const openNewTab = (): void => {
  window.sessionStorage.clear();
  openTabAnew();
};
const said = (key: string): string =>
  document.querySelector(`[data-tile="${key}"]`)?.getAttribute('aria-label') ?? '';
const choice = (name: RegExp | string): HTMLElement =>
  within(screen.getByRole('group', { name: 'Choices of this board' })).getByRole('button', { name });
const variable = { name: 'queue', type: 'queue' };
const board = { variables: [variable], sections: [{ tiles: [tileOf('one')] }] };

beforeEach(() => {
  window.localStorage.clear();
  openNewTab();
  jest.useFakeTimers().setSystemTime(Date.parse('2026-11-22T11:42:18.000Z'));
});
afterEach(() => {
  jest.useRealTimers();
});

describe('a choice of a board', () => {
  it('is made in its header, read by its formulas, and kept in the address', () => {
    open('?keep=1', board);
    expect(said('one')).toMatch(/41/);
    userEvent.click(choice('Queue: All queues'));
    expect(screen.getAllByRole('radio').map((each) => each.closest('label')?.textContent?.trim())).toEqual([
      'All queues',
      'Sales',
      'Support',
      'VIP',
    ]);
    userEvent.click(screen.getByRole('radio', { name: 'Support' }));
    expect(choice('Queue: Support')).toHaveFocus();
    expect(said('one')).toMatch(/Waiting, 9/);
    expect(window.location.search).toBe('?keep=1&queue=Support');
  });

  it('is taken from the link, before what was chosen last and before the default', () => {
    const withDefault = { ...board, variables: [{ ...variable, default: 'Sales' }] };
    const first = open('', withDefault);
    expect(said('one')).toMatch(/Waiting, 2/);
    userEvent.click(choice('Queue: Sales'));
    userEvent.click(screen.getByRole('radio', { name: 'Support' }));
    first.unmount();
    openNewTab();
    const second = open('', withDefault);
    expect(said('one')).toMatch(/Waiting, 9/);
    expect(window.location.search).toBe('?queue=Support');
    second.unmount();
    openNewTab();
    open('?queue=VIP', withDefault);
    expect(said('one')).toMatch(/Waiting, 30/);
  });

  it('may be of several queues', () => {
    open('?queue=Sales', { ...board, variables: [{ ...variable, several: true }] });
    userEvent.click(choice('Queue: Sales'));
    userEvent.click(screen.getByRole('checkbox', { name: 'VIP' }));
    expect(said('one')).toMatch(/32/);
    expect(window.location.search).toBe('?queue=Sales&queue=VIP');
    userEvent.click(screen.getByRole('checkbox', { name: 'Sales' }));
    expect(said('one')).toMatch(/30/);
  });

  it('may be a number, or one of a list', () => {
    const limit = { name: 'limit', type: 'number', title: 'Limit', default: 5 };
    const region = { name: 'region', type: 'list', choices: ['North', 'South'], default: 'North' };
    const metrics = {
      limit: { metric: { label: 'L', formula: 'board.limit * 2' } },
      region: { metric: { label: 'R', formula: 'board.region' } },
    };
    const sections = [{ tiles: [tileOf('l', {}, 'limit'), tileOf('r', {}, 'region')] }];
    open('?board.region=South', { variables: [limit, region], sections }, metrics);
    expect([said('l'), said('r')]).toEqual(['L, 10', 'R, South']);
    userEvent.click(choice('Limit: 5'));
    const field = screen.getByRole('textbox', { name: /^Limit/ });
    userEvent.clear(field);
    userEvent.type(field, '1,5{enter}');
    expect(said('l')).toBe('L, 3');
    userEvent.clear(field);
    userEvent.type(field, '1.000{enter}');
    expect(screen.getByRole('alert')).toHaveTextContent('Type a number, such as 5 or 5.5.');
    expect(said('l')).toBe('L, 3');
    userEvent.clear(field);
    userEvent.type(field, '21{enter}');
    expect(said('l')).toBe('L, 42');
    expect(window.location.search).toBe('?board.region=South&board.limit=21');
  });

  it('takes a decimal comma in a link', () => {
    const limit = { name: 'limit', type: 'number', default: 5 };
    const metric = { metric: { label: 'L', formula: 'board.limit * 2' } };
    open('?board.limit=1,5', { ...board, variables: [limit] }, { waiting: metric });
    expect(said('one')).toBe('L, 3');
  });

  it('may be called as what all objects have', () => {
    const named = { name: 'constructor', type: 'list', choices: ['a', 'b'], default: 'a' };
    const metric = { metric: { label: 'Waiting', formula: 'board.constructor' } };
    open('', { ...board, variables: [named] }, { waiting: metric });
    expect(said('one')).toMatch(/Waiting, a/);
    expect(window.location.search).toBe('');
  });

  it('may be a text that was cut within an emoji', () => {
    const cut = 'Night \ud83d';
    const mood = { name: 'shift', type: 'list', choices: ['Day', cut] };
    const metric = { metric: { label: 'Waiting', formula: 'board.shift' } };
    open('', { ...board, variables: [mood] }, { waiting: metric });
    userEvent.click(choice(/shift/));
    const [, night] = screen.getAllByRole('radio');
    userEvent.click(night as HTMLElement);
    expect(said('one')).toMatch(/Waiting, Night/);
    expect(window.location.search).toMatch(/^\?board\.shift=Night%20/);
  });

  it('is one, however the address writes its name', () => {
    const metric = { metric: { label: 'Waiting', formula: 'board.shift' } };
    const shift = { name: 'shift', type: 'list', choices: ['Day', 'Night'] };
    open('?board%2Eshift=Day', { ...board, variables: [shift] }, { waiting: metric });
    userEvent.click(choice(/shift/));
    userEvent.click(screen.getByRole('radio', { name: 'Night' }));
    expect(window.location.search).toBe('?board.shift=Night');
  });

  it('is found by its name among many', () => {
    open('', board);
    act(() =>
      source.setData(data(...Array.from({ length: 50 }, (_, index) => queue(`Queue ${index}`, index)))),
    );
    userEvent.click(choice('Queue: All queues'));
    userEvent.type(screen.getByRole('searchbox', { name: 'Search choices' }), '47{enter}');
    expect(said('one')).toMatch(/47/);
  });
});

describe('a tile that fixes its own choice', () => {
  const fixed = (key: string, name: string) => tileOf(key, { with: { queue: name } });
  const sections = [{ tiles: [tileOf('one'), fixed('vip', 'VIP'), fixed('vip2', 'VIP')] }];

  it('keeps it, whatever the link says', () => {
    open('?queue=Sales', { ...board, sections });
    expect([said('one'), said('vip'), said('vip2')]).toEqual([
      expect.stringMatching(/Waiting, 2$/),
      expect.stringMatching(/Waiting, 30, Critical/),
      expect.stringMatching(/Waiting, 30, Critical/),
    ]);
  });

  it('shares its reading and its alarm with tiles of the same choice alone', () => {
    open('?queue=Sales', { ...board, sections });
    const model = boardOf({ sources: source } as never);
    expect(model.readings.keys()).toHaveLength(2);
    const critical = model.transitions.all.get().filter(({ to }) => to === 'critical');
    expect(critical).toHaveLength(1);
  });
});

describe('a metric whose choice is missing', () => {
  const without = { sections: board.sections };

  it('says what it needs and how to get it, and is neither an error nor an alarm', () => {
    open('', without);
    expect(said('one')).toBe('Waiting, This metric needs a queue');
    expect(screen.queryByRole('button', { name: /critical|error|broken|problem/i })).toBeNull();
    userEvent.click(choice('Queue: Choose…'));
    userEvent.click(screen.getByRole('radio', { name: 'VIP' }));
    expect(said('one')).toMatch(/Waiting, 30, Critical/);
  });

  it('says how to get a choice that explains itself by nothing', () => {
    open('', without, { waiting: { metric: { label: 'Waiting', formula: 'board.limit' } } });
    expect(said('one')).toBe('Waiting, This metric needs a value for "limit"');
    userEvent.click(document.querySelector('[data-tile="one"]') as Element);
    expect(screen.getByText('Edit the board and add the choice "limit".')).toBeInTheDocument();
  });
});

describe('a chosen queue that no longer exists', () => {
  it('is named, with the others to choose from', () => {
    open('?queue=VIP', board);
    act(() => source.setData(data(queue('Sales', 2), queue('Support', 9))));
    expect(said('one')).toBe('Waiting, This metric needs a queue, "VIP" no longer exists');
    userEvent.click(choice('Queue: VIP no longer exists'));
    expect(screen.getByText('"VIP" no longer exists. Choose another.')).toBeInTheDocument();
    userEvent.click(screen.getByRole('radio', { name: 'Sales' }));
    expect(said('one')).toMatch(/Waiting, 2/);
  });

  it('is left out where others are chosen beside it', () => {
    open('?queue=VIP&queue=Sales', { ...board, variables: [{ ...variable, several: true }] });
    act(() => source.setData(data(queue('Sales', 2))));
    expect(said('one')).toMatch(/Waiting, 2/);
    expect(choice('Queue: VIP no longer exists')).toBeInTheDocument();
  });
});

it('says which choices of a board cannot be used as they are saved', () => {
  open('', {
    ...board,
    variables: [variable, { name: 'a b', type: 'queue' }, { name: 'x', type: 'colour' }],
  });
  userEvent.click(screen.getByRole('button', { name: /^2 notices/ }));
  expect(screen.getByText(/In the choices of the board: .*"a b"/)).toBeInTheDocument();
});
