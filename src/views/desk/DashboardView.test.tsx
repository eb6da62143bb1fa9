import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { defaultDocuments } from '../../schema/defaults';
import type { DashboardSources } from '../../sources/DashboardSources';
import { memorySources, type MemorySources } from '../../sources/memory/memorySources';
import { PasteProvider } from '../../paste/PasteProvider';
import { createStrings } from '../../strings/createStrings';
import { StringsContext } from '../../strings/StringsContext';
import { Store } from '../../model/store/Store';
import { aDashboardData } from '../../testing/aDashboardData';
import { renderInPaste } from '../../testing/renderInPaste';
import { DashboardView } from './DashboardView';

const completed = {
  metric: { label: 'Completed', formula: 'data.workspace_statistics.cumulative.tasks_completed' },
};
const longest = {
  metric: {
    label: 'Longest',
    formula: 'data.workspace_statistics.realtime.longest_task_waiting_age',
    format: 'seconds',
    increment: true,
  },
};
/** A metric that shows `total_tasks`, with a style as far as it is judged. */
const total = (label: string, style?: string) => ({
  metric: {
    label,
    formula: 'data.workspace_statistics.realtime.total_tasks',
    firstThresholdValue: 10,
    ...(style ? { firstThresholdStyle: style } : {}),
  },
});
const tasks = (total_tasks: number, collectedAt?: string) =>
  aDashboardData({ realtime: { total_tasks }, ...(collectedAt ? { collectedAt } : {}) });

const view = (sources: DashboardSources) =>
  renderInPaste(
    <DashboardView
      isAdmin
      sources={sources}
      documents={defaultDocuments}
      version="1.2.3"
      onOpenWall={() => undefined}
    />,
  );
const sourcesOf = (initial: {
  definitions?: unknown;
  data?: unknown;
  boardSettings?: unknown;
}): MemorySources => memorySources(initial);
const chip = (): string | null | undefined => document.querySelector('[data-board-status]')?.textContent;
/** What is read out when the numbers are not those of now. */
const cause = (): string | null | undefined =>
  document.querySelector('[data-freshness] > [role=status]')?.textContent;
const press = (name: RegExp | string): void => userEvent.click(screen.getByRole('button', { name }));
/** What a tile says, by the key of its metric. */
const tile = (key: string): string | null | undefined =>
  document.querySelector(`[data-tile="${key}"]`)?.getAttribute('aria-label');
const tiles = (): readonly (string | null)[] =>
  [...document.querySelectorAll('[data-tile]')].map((each) => each.getAttribute('data-tile'));
const headings = (): readonly (string | null)[] =>
  [...document.querySelectorAll('section h2')].map((heading) => heading.textContent);
const pass = (seconds: number): void => act(() => void jest.advanceTimersByTime(seconds * 1000));

beforeEach(() => {
  window.localStorage.clear();
  jest.useFakeTimers().setSystemTime(Date.parse('2026-11-22T11:42:18.000Z'));
});
afterEach(() => {
  jest.useRealTimers();
});

it('shows a skeleton while documents are being looked for', () => {
  const sources = sourcesOf({});
  const definitions = new Store({ status: 'loading' } as const);
  const connection = new Store('connecting' as const);
  view({ ...sources, definitions, connection });
  expect(screen.getByRole('status', { name: 'Loading the dashboard' })).toBeInTheDocument();
});

it('says that it is connected, how old the data is, and what today means', () => {
  view(sourcesOf({ definitions: { completed }, data: aDashboardData() }));
  expect(chip()).toBe('Live · 3 s');
  expect(screen.getByText('Since 06:00 (Sydney)')).toBeInTheDocument();
  pass(1);
  expect(chip()).toBe('Live · 4 s');
});

it.each([
  [599, '599 s'],
  [600, '10 min'],
  [7199, '119 min'],
  [7200, '2 h'],
  [172_799, '47 h'],
  [172_800, '2 days'],
])('calls %d seconds old "%s"', (seconds, words) => {
  jest.setSystemTime(Date.parse('2026-11-22T11:42:15.000Z') + seconds * 1000);
  const boardSettings = { staleAfterSeconds: 1_000_000 };
  view(sourcesOf({ definitions: { completed }, data: aDashboardData(), boardSettings }));
  expect(chip()).toBe(`Live · ${words}`);
});

it('judges ages by Twilio’s clock given a browser clock that is two hours ahead', () => {
  jest.setSystemTime(Date.parse('2026-11-22T13:42:18.000Z'));
  const sources = sourcesOf({ definitions: { longest }, data: aDashboardData() });
  view(sources);
  expect(tile('longest')).toMatch(/Stale/);
  act(() => sources.setClockDifference(-7_200_000));
  expect(chip()).toBe('Live · 3 s');
  expect(tile('longest')).toBe('Longest, 3:07, 3 minutes, 7 seconds');
});

it('shows its version in the footer', () => {
  view(sourcesOf({ definitions: { completed } }));
  expect(screen.getByRole('contentinfo')).toHaveTextContent('Realtime Dashboard 1.2.3');
});

it('draws new data as it comes', () => {
  const sources = sourcesOf({ definitions: { completed }, data: aDashboardData() });
  view(sources);
  expect(tile('completed')).toBe('Completed, 398');
  act(() => sources.setData(aDashboardData({ cumulative: { tasks_completed: 399 } })));
  expect(tile('completed')).toBe('Completed, 399');
});

it('lets an age grow each second without new data', () => {
  view(sourcesOf({ definitions: { longest }, data: aDashboardData() }));
  expect(tile('longest')).toBe('Longest, 3:07, 3 minutes, 7 seconds');
  pass(2);
  expect(tile('longest')).toBe('Longest, 3:09, 3 minutes, 9 seconds');
});

it('keeps a held alarm given another theme and another language', () => {
  const steady = total('Total', 'Error');
  const sources = sourcesOf({ definitions: { steady: { metric: { ...steady.metric, hysteresis: 5 } } } });
  const board = (theme: 'default' | 'dark', language: string) => (
    <PasteProvider isDark={theme === 'dark'}>
      <StringsContext.Provider value={createStrings(language)}>
        <DashboardView
          isAdmin
          sources={sources}
          documents={defaultDocuments}
          version="1.2.3"
          onOpenWall={() => undefined}
        />
      </StringsContext.Provider>
    </PasteProvider>
  );
  const { rerender } = render(board('default', 'en'));
  act(() => sources.setData(tasks(11)));
  act(() => sources.setData(tasks(6)));
  expect(tile('steady')).toBe('Total, 6, Critical, over 10');

  rerender(board('dark', 'en'));
  expect(tile('steady')).toBe('Total, 6, Critical, over 10');
  rerender(board('dark', 'es'));
  expect(tile('steady')).toBe('Total, 6, Crítico, más de 10');
});

it('tells the admin what to do given no documents', () => {
  view(sourcesOf({}));
  expect(screen.getByRole('heading', { name: 'No documents yet' })).toBeInTheDocument();
  expect(screen.getByText('default_stats.json')).toBeInTheDocument();
});

it('says that no metric is defined given an empty document', () => {
  view(sourcesOf({ definitions: {}, data: aDashboardData() }));
  expect(screen.getByRole('heading', { name: 'No definitions' })).toBeInTheDocument();
});

it('says why the definitions cannot be read', () => {
  const definitions = new Store({ status: 'failed', problem: 'Service unavailable' } as const);
  view({ ...sourcesOf({}), definitions });
  expect(screen.getByText(/failed: Service unavailable/)).toBeInTheDocument();
});

it('says while disconnected of when the numbers are, and that they are not updated', () => {
  const sources = sourcesOf({ definitions: { completed }, data: aDashboardData() });
  view(sources);
  act(() => sources.setConnection('disconnected'));
  expect(chip()).toBe('Not updating · numbers of 22:42');
  expect(cause()).toMatch(/^Disconnected\. .*Reconnecting automatically/);
  expect(tile('completed')).toBe('Completed, 398');
  act(() => sources.setConnection('connected'));
  expect([chip(), cause()]).toEqual(['Live · 3 s', '']);
});

it('says that data is stale, of when it is and what to do, though it is connected; until newer data comes', () => {
  const sources = sourcesOf({ definitions: { completed, longest }, data: aDashboardData() });
  view(sources);
  pass(147); // 150 s old: as old as may be
  expect(tile('completed')).toBe('Completed, 398');
  pass(1);
  expect(chip()).toBe('Not updating · numbers of 22:42');
  expect(cause()).toMatch(/^Data is out of date\. Last updated at 22:42\. .*event callback URL/);
  expect(tile('completed')).toMatch(/^Completed, 398, Stale/);
  const frozen = tile('longest')?.split(', ')[1];
  pass(5);
  expect(tile('longest')?.split(', ')[1]).toBe(frozen);
  act(() => sources.setData(tasks(1, new Date().toISOString())));
  expect(tile('completed')).toBe('Completed, 398');
  expect(cause()).toBe('');
});

it('takes from the board settings when data is stale, and how it is called', () => {
  const boardSettings = { staleAfterSeconds: 10, title: 'Support floor' };
  const sources = sourcesOf({ definitions: { completed }, data: aDashboardData(), boardSettings });
  view(sources);
  expect(screen.getByRole('heading', { level: 1, name: 'Support floor' })).toBeInTheDocument();
  pass(8);
  expect(tile('completed')).toMatch(/Stale/);
  act(() => sources.setBoardSettings({ title: 'Sales' }));
  expect(screen.getByRole('heading', { level: 1, name: 'Sales' })).toBeInTheDocument();
  expect(tile('completed')).toBe('Completed, 398');
});

it('says that totals are of yesterday once the day of the contact centre is over', () => {
  jest.setSystemTime(Date.parse('2026-11-22T18:59:59.000Z'));
  view(
    sourcesOf({
      definitions: { completed, longest },
      data: aDashboardData({ collectedAt: '2026-11-22T18:59:58.000Z' }),
    }),
  );
  expect(screen.getByText('Since Sun, Nov 22, 06:00 (Sydney)')).toBeInTheDocument();
  pass(1); // 06:00 in Sydney
  expect(screen.getByText(/^Still yesterday’s totals/)).toBeInTheDocument();
  expect(cause()).toMatch(/^Totals are from yesterday/);
  expect(tile('completed')).toBe('Completed, 398, Yesterday');
  expect(tile('longest')).toBe('Longest, 3:06, 3 minutes, 6 seconds');
});

it.each([
  [{ status: 'off', reason: 'no-address' }, /Automatic refresh is off/, /DASHBOARD_REFRESH_URL/],
  [{ status: 'off', reason: 'unsafe-address' }, /Automatic refresh is off/, /https:/],
  [
    { status: 'failed', problem: 'No answer.', retryAt: Date.parse('2026-11-22T11:43:18.000Z') },
    /Automatic refresh is failing/,
    /No answer\. Tried again in 60 s/,
  ],
] as const)('explains %j', (refresh, words, detail) => {
  const sources = sourcesOf({ definitions: { completed }, data: aDashboardData() });
  sources.setRefresh(refresh);
  view(sources);
  press(/^Live/);
  expect(screen.getByText(words)).toBeInTheDocument();
  expect(screen.getByText(detail)).toBeInTheDocument();
});

it('says nothing of refreshing while there is nothing to say', () => {
  const sources = sourcesOf({ definitions: { completed }, data: aDashboardData() });
  sources.setRefresh({ status: 'idle' });
  view(sources);
  press(/^Live/);
  expect(screen.queryByText(/refresh/i)).not.toBeInTheDocument();
});

it('waits with every tile, and names the document, while there is no data', () => {
  view(sourcesOf({ definitions: { completed } }));
  expect(tile('completed')).toMatch(/Completed, No data yet/);
  expect(screen.getByText(/^There is no Sync document dashboard-data/)).toBeInTheDocument();
});

it('draws two metrics of one label as two tiles', () => {
  view(sourcesOf({ definitions: { a: completed, b: completed }, data: aDashboardData() }));
  expect([tile('a'), tile('b')]).toEqual(['Completed, 398', 'Completed, 398']);
});

it('puts tiles into sections, in the order of the board settings', () => {
  const inSection = (label: string, section: string) => ({ metric: { ...total(label).metric, section } });
  view(
    sourcesOf({
      definitions: { a: inSection('A', 'People'), b: inSection('B', 'Now'), c: total('C') },
      data: tasks(1),
      boardSettings: { sections: ['Now', 'People'] },
    }),
  );
  expect(headings()).toEqual(['Now', 'People']);
  expect(tiles()).toEqual(['c', 'b', 'a']);
});

describe('several definition documents', () => {
  const present = (name: string, value: unknown) => ({ name, state: { status: 'ready', value } }) as const;

  it('make one board; a document that is missing is a notice, and the others stay', () => {
    const sources = sourcesOf({ definitions: { a: total('A') }, data: tasks(1) });
    view(sources);
    act(() => {
      sources.setFurtherDefinitions([
        present('more', { b: total('B') }),
        { name: 'gone', state: { status: 'missing' } },
      ]);
      jest.advanceTimersByTime(100);
    });
    expect(tiles()).toEqual(['a', 'b']);
    press('1 notice');
    expect(screen.getByText(/definition document gone, which does not exist/)).toBeInTheDocument();
  });

  it('are 50 at most, and more are a notice', () => {
    const definitionDocuments = Array.from({ length: 51 }, (_, index) => `part-${index}`);
    view(
      sourcesOf({ definitions: { a: total('A') }, data: tasks(1), boardSettings: { definitionDocuments } }),
    );
    press('1 notice');
    expect(screen.getByText(/names 51 documents; the first 50 are read/)).toBeInTheDocument();
  });

  it('keep the first of two metrics with one key, and say so', () => {
    const sources = sourcesOf({ definitions: { a: total('First') }, data: tasks(1) });
    sources.setFurtherDefinitions([present('more', { a: total('Second'), b: total('B') })]);
    view(sources);
    expect([tile('a'), tile('b')]).toEqual(['First, 1', 'B, 1']);
    press('1 notice');
    expect(screen.getByText(/In the definition document more.*: a\./)).toBeInTheDocument();
  });
});

describe('notices', () => {
  it.each([{}, 'text', [7, { code: 1 }, null]])('are none given %j', (notices) => {
    view(sourcesOf({ definitions: { completed }, data: { ...tasks(1), notices } }));
    expect(screen.queryByRole('button', { name: /notice/ })).not.toBeInTheDocument();
  });

  it('tell of settings that cannot be used', () => {
    view(
      sourcesOf({ definitions: { completed }, data: tasks(1), boardSettings: { staleAfterSeconds: 'soon' } }),
    );
    press('1 notice');
    expect(screen.getByText(/In the board settings: "staleAfterSeconds"/)).toBeInTheDocument();
  });
});

describe('search', () => {
  const board = () =>
    view(
      sourcesOf({
        definitions: { a: total('Café: waiting'), b: total('Sales: waiting'), c: total('Longest') },
        data: tasks(1),
      }),
    );
  const field = () => screen.getByLabelText('Search tiles');

  it('shows tiles whose label has all words, whatever their case and accents, and says how many', () => {
    board();
    userEvent.type(field(), 'WAIT cafe');
    expect(tiles()).toEqual(['a']);
    expect(screen.getByText('1 of 3 tiles')).toHaveAttribute('role', 'status');
  });

  it('shows all tiles again after Escape', () => {
    board();
    userEvent.type(field(), 'sales');
    fireEvent.keyDown(field(), { key: 'Escape' });
    expect(field()).toHaveValue('');
    expect(tiles()).toEqual(['a', 'b', 'c']);
  });

  it('says that nothing was found, and how to get the tiles back', () => {
    board();
    userEvent.type(field(), 'lunch');
    expect(screen.getByText('No tile is called “lunch”.')).toBeInTheDocument();
    userEvent.click(screen.getByText('Clear the search'));
    expect(tiles()).toEqual(['a', 'b', 'c']);
  });
});

describe('what needs attention', () => {
  const definitions = {
    fine: total('Fine'),
    broken: { metric: { label: 'Broken', formula: 'data.x.y.z' } },
    warning: total('Warning', 'Warn'),
    critical: total('Critical', 'Error'),
  };
  const counts = (): readonly (string | null)[] =>
    [...screen.getByRole('group', { name: 'Needs attention' }).querySelectorAll('.full')].map(
      (each) => each.textContent,
    );

  it('is counted by tiles, the worst first', () => {
    view(sourcesOf({ definitions, data: tasks(20) }));
    expect(counts()).toEqual(['1 critical', '1 warning', '1 error']);
  });

  it('is said to be nothing given a calm board, and not said before there is data', () => {
    const sources = sourcesOf({ definitions: { fine: total('Fine') } });
    view(sources);
    expect(counts()).toEqual([]);
    act(() => sources.setData(tasks(20)));
    expect(counts()).toEqual(['Nothing needs attention']);
  });

  it('is not said to be nothing while the numbers are old', () => {
    view(sourcesOf({ definitions: { fine: total('Fine') }, data: tasks(20) }));
    pass(200);
    expect(counts()).toEqual([]);
  });

  it('is all that is shown while its count is pressed, each tile in its section', () => {
    view(sourcesOf({ definitions, data: tasks(20) }));
    press('1 critical');
    expect(screen.getByRole('button', { name: '1 critical' })).toHaveAttribute('aria-pressed', 'true');
    expect(tiles()).toEqual(['critical']);
    press('1 error');
    expect(tiles()).toEqual(['broken', 'critical']);
    press('1 error');
    press('1 critical');
    expect(tiles()).toEqual(['fine', 'broken', 'warning', 'critical']);
  });

  it('is searched as well', () => {
    view(sourcesOf({ definitions, data: tasks(20) }));
    press('1 warning');
    userEvent.type(screen.getByLabelText('Search tiles'), 'crit');
    expect(screen.getByText('No tile is called “crit”.')).toBeInTheDocument();
    press('Show all tiles');
    expect(tiles()).toHaveLength(4);
  });

  it('is counted within a second, and moves tiles at most every five', () => {
    const sources = sourcesOf({ definitions, data: tasks(1) });
    view(sources);
    press('1 error');
    act(() => sources.setData(tasks(20)));
    pass(1);
    press('1 critical');
    expect(tiles()).toEqual(['broken']);
    pass(4);
    expect(tiles()).toEqual(['broken', 'critical']);
  });

  it('keeps its place, its focus and its filter when data goes stale', () => {
    view(sourcesOf({ definitions, data: tasks(20) }));
    press('1 critical');
    pass(200);
    expect(tile('critical')).toBe('Critical, 20, Stale, Was critical at 22:42');
    expect([counts(), tiles()]).toEqual([['1 critical', '1 warning', '1 error'], ['critical']]);
    expect(screen.getByRole('button', { name: '1 critical' })).toHaveFocus();
  });

  it('keeps the focus when it needs none any more', () => {
    const sources = sourcesOf({ definitions: { critical: total('Critical', 'Error') }, data: tasks(20) });
    view(sources);
    press('1 critical');
    act(() => sources.setData(tasks(1)));
    pass(5);
    expect(screen.getByRole('button', { name: '0 critical' })).toHaveFocus();
    expect(screen.getByRole('heading', { name: 'Nothing needs attention' })).toBeInTheDocument();
    press('0 critical');
    expect(tiles()).toEqual(['critical']);
    expect(screen.getByRole('button', { name: '0 critical' })).toHaveFocus();
    userEvent.tab();
    expect(counts()).toEqual(['Nothing needs attention']);
  });
});

describe('announcements', () => {
  const said = (): string | null | undefined => document.querySelector('[data-announcer]')?.textContent;
  const definitions = {
    a: total('Tasks', 'Error'),
    b: total('Others', 'Warn'),
    c: total('Calm'),
  };

  it('are none for how the board is found', () => {
    view(sourcesOf({ definitions, data: tasks(20) }));
    expect(said()).toBe('');
  });

  it('name the worst change and the others, at most every ten seconds', () => {
    const sources = sourcesOf({ definitions, data: tasks(1) });
    view(sources);
    act(() => sources.setData(tasks(20)));
    expect(said()).toBe('Tasks: Critical. Also changed: Others.');
    act(() => sources.setData(tasks(1)));
    act(() => sources.setData(tasks(30)));
    act(() => sources.setData(tasks(2)));
    pass(9);
    expect(said()).toBe('Tasks: Critical. Also changed: Others.');
    pass(1);
    expect(said()).toBe('Tasks: Normal. Also changed: Others.');
  });

  it.each([
    ['Formula error', { label: 'Tasks', formula: 'data.no.such' }],
    ['Format error', { label: 'Tasks', formula: "'n/a'", format: 'seconds' }],
    ['Definition error', { label: 'Tasks' }],
  ])('say "%s" of a tile that says so', (words, broken) => {
    const sources = sourcesOf({ definitions, data: tasks(1) });
    view(sources);
    act(() => sources.setDefinitions({ ...definitions, a: { metric: broken } }));
    pass(1);
    expect(tile('a')).toMatch(new RegExp(`^Tasks, ERR( FMT)?, ${words}, `));
    expect(said()).toBe(`Tasks: ${words}.`);
  });

  it('are none for what came and went meanwhile, and none for data that goes stale', () => {
    const sources = sourcesOf({ definitions, data: tasks(1) });
    view(sources);
    act(() => sources.setData(tasks(20)));
    const before = said();
    act(() => sources.setData(tasks(1)));
    act(() => sources.setData(tasks(20)));
    pass(200);
    expect(tile('a')).toMatch(/Stale/);
    expect(said()).toBe(before);
  });
});

describe('a view that nobody sees', () => {
  const setHidden = (isHidden: boolean): void => {
    jest.spyOn(document, 'hidden', 'get').mockReturnValue(isHidden);
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
  };

  it('leaves the sources and every timer when it goes', () => {
    const sources = sourcesOf({ definitions: { a: total('A', 'Error'), longest }, data: tasks(1) });
    const { unmount } = view(sources);
    act(() => sources.setData(tasks(20)));
    pass(1);
    press('1 critical');
    act(() => sources.setData(tasks(1)));
    expect(jest.getTimerCount()).toBeGreaterThan(0);
    expect(sources.isInUse.get()).toBe(true);
    unmount();
    expect(sources.isInUse.get()).toBe(false);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('has no timer while the page is hidden, and is of now as soon as it is shown', () => {
    view(sourcesOf({ definitions: { longest }, data: aDashboardData() }));
    setHidden(true);
    expect(jest.getTimerCount()).toBe(0);
    pass(60);
    expect(tile('longest')).toBe('Longest, 3:07, 3 minutes, 7 seconds');
    setHidden(false);
    expect(tile('longest')).toBe('Longest, 4:07, 4 minutes, 7 seconds');
    pass(1);
    expect(tile('longest')).toBe('Longest, 4:08, 4 minutes, 8 seconds');
  });
});

describe('the keyboard', () => {
  it('finds one stop for all tiles of a section, which is where it was last', () => {
    view(sourcesOf({ definitions: { a: total('A'), b: total('B'), c: total('C') }, data: tasks(1) }));
    const stops = () =>
      [...document.querySelectorAll('[data-tile][tabindex="0"]')].map((each) =>
        each.getAttribute('data-tile'),
      );
    expect(stops()).toEqual(['a']);
    document.querySelector<HTMLElement>('[data-tile="a"]')?.focus();
    userEvent.keyboard('{arrowright}{arrowright}');
    expect(document.activeElement).toHaveAttribute('data-tile', 'c');
    expect(stops()).toEqual(['c']);
    userEvent.keyboard('{home}');
    expect(stops()).toEqual(['a']);
  });

  it('still finds a stop when the tile that was it is filtered out', () => {
    view(sourcesOf({ definitions: { a: total('A'), b: total('B') }, data: tasks(1) }));
    userEvent.type(screen.getByLabelText('Search tiles'), 'B');
    expect(document.querySelector('[data-tile="b"]')).toHaveAttribute('tabindex', '0');
  });
});
