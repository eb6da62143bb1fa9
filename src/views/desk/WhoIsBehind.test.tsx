import { act, fireEvent, render, screen, within } from '@testing-library/react';
import * as React from 'react';
import type { Loaded } from '../../model/metric/Loaded';
import { parseMetricDefinitions } from '../../model/metric/parseMetricDefinitions';
import { Store } from '../../model/store/Store';
import { PasteProvider } from '../../paste/PasteProvider';
import { memorySources } from '../../sources/memory/memorySources';
import { aDashboardData } from '../../testing/aDashboardData';
import { rowsOf, type Measure } from '../../visuals/Measure';
import { TeamsViewContext } from './TeamsView';
import { WhoIsBehind } from './WhoIsBehind';

const now = Date.parse('2026-11-22T12:00:00.000Z');
const ago = (seconds: number): string => new Date(now - seconds * 1000).toISOString();
const agent = (name: string, activity: string, seconds: number, more: object = {}) => ({
  sid: `WK-${name}`,
  name,
  activity,
  since: ago(seconds),
  available: activity === 'Available',
  team: null,
  queues: ['Support'],
  tasks: [],
  ...more,
});
const task = (sid: string, queue: string, seconds: number) => ({
  sid,
  queue,
  channel: 'voice',
  status: 'pending',
  since: ago(seconds),
});
const realtime = (part: object = {}) => ({
  ...aDashboardData().workspace_statistics.realtime,
  activity_statistics: [
    { sid: 'WA1', friendly_name: 'Available', workers: 1 },
    { sid: 'WA2', friendly_name: 'Lunch', workers: 2 },
  ],
  ...part,
});
const data = {
  ...aDashboardData(),
  workspace_statistics: { ...aDashboardData().workspace_statistics, realtime: realtime() },
  queues: ['Support', 'Sales'].map((name) => ({ sid: name, friendly_name: name, realtime: realtime() })),
};
const agentsNow = [agent('Ada', 'Available', 50), agent('Ben', 'Lunch', 70), agent('Eve', 'Lunch', 3700)];
const tasksNow = [task('WT1', 'Sales', 30), task('WT2', 'Support', 65), task('WT3', 'Support', 5)];

/** A source that says whether anybody follows it. */
function source(value: unknown) {
  const state = new Store<Loaded<unknown>>({ status: 'ready', value, staleAfterSeconds: 2 });
  let followers = 0;
  return {
    set: (next: Loaded<unknown>) => state.set(next),
    get: state.get,
    isFollowed: () => followers > 0,
    subscribe(onChange: () => void) {
      followers += 1;
      const leave = state.subscribe(onChange);
      return () => {
        followers -= 1;
        leave();
      };
    },
  };
}
const metric = (formula: string): Measure =>
  parseMetricDefinitions({ one: { metric: { label: 'One', formula } } })[0] as Measure;
const teams = { openAgent: jest.fn(), showActivities: jest.fn() };

function show(measure: Measure, row?: string) {
  const agents = source(agentsNow);
  const waitingTasks = source(tasksNow);
  const memory = memorySources({ data, named: { agents }, waitingTasks });
  const sources = { ...memory, clock: { ...memory.clock, now: () => now } };
  const measures = [measure];
  const drawn = (): React.ReactElement => (
    <PasteProvider isDark={false}>
      <TeamsViewContext.Provider value={teams}>
        <WhoIsBehind sources={sources} measures={measures} row={row} />
      </TeamsViewContext.Provider>
    </PasteProvider>
  );
  const { unmount, rerender } = render(drawn());
  return { agents, waitingTasks, unmount, drawAgain: () => rerender(drawn()) };
}
const rowsIn = (list: 'Agents counted now' | 'Tasks waiting now'): readonly (string | null)[] => {
  const found = screen.queryByRole('region', { name: list, hidden: false });
  return [...(found?.querySelectorAll('tbody tr') ?? [])].map(({ textContent }) => textContent);
};

describe('WhoIsBehind', () => {
  beforeEach(() => jest.clearAllMocks());

  it.each([
    "activity('Lunch')",
    "percent(activity('Lunch'), data.workspace_statistics.realtime.total_workers)",
    "agents('Lunch').length",
    "longestIn('Lunch')",
  ])('lists the agents that %s counts, the longest first', (formula) => {
    show(metric(formula));
    expect(rowsIn('Agents counted now')).toEqual(['EveLunch1:01:40Open', 'BenLunch1:10Open']);
    expect(rowsIn('Tasks waiting now')).toEqual([]);
  });

  it.each(["waiting('Support')", "longestWait('Support')"])('lists the tasks that %s counts', (formula) => {
    const { agents } = show(metric(formula));
    expect(rowsIn('Tasks waiting now')).toEqual(['Supportvoice1:05', 'Supportvoice0:05']);
    expect(agents.isFollowed()).toBe(false);
  });

  it('shows nothing and asks nothing where it cannot be told who is counted', () => {
    const { agents, waitingTasks } = show(metric('data.workspace_statistics.cumulative.tasks_created'));
    expect(document.querySelector('[data-who]')).toBeNull();
    expect([agents.isFollowed(), waitingTasks.isFollowed()]).toEqual([false, false]);
  });

  it('asks formulas about agents when these change, and not at each drawing', () => {
    let reads = 0;
    const red = {
      ...agent('Ada', 'Available', 50),
      get team() {
        reads += 1;
        return 'Red';
      },
    };
    const { agents, drawAgain } = show(metric("agents().filter((a) => a.team === 'Red').length"));
    const set = (value: unknown): void =>
      act(() => agents.set({ status: 'ready', value, staleAfterSeconds: 2 }));
    set([red]);
    expect(rowsIn('Agents counted now')).toHaveLength(1);
    const before = reads;
    expect(before).toBeGreaterThan(0);
    drawAgain();
    expect(reads).toBe(before);
    set([red, agent('Ben', 'Lunch', 70)]);
    expect(reads).toBeGreaterThan(before);
  });

  it('asks for agents only while it is open', () => {
    const { agents, waitingTasks, unmount } = show(metric("activity('Lunch')"));
    expect([agents.isFollowed(), waitingTasks.isFollowed()]).toEqual([true, false]);
    unmount();
    expect(agents.isFollowed()).toBe(false);
  });

  it('lists what the row of a table counts that is open', () => {
    const column = { label: 'Waiting', formula: 'waiting(row)' };
    const [parsed] = parseMetricDefinitions({ waiting: { metric: column } });
    const table = rowsOf({ label: 'Queues', formula: 'data.queues', columns: [parsed as never] });
    const { unmount } = show(table, 'Support');
    expect(rowsIn('Tasks waiting now')).toHaveLength(2);
    expect(screen.getByRole('heading')).toHaveTextContent('Tasks waiting now: Support');
    unmount();
    show(table);
    expect(document.querySelector('[data-who]')).toBeNull();
  });

  it('opens an agent, and those in an activity, in Teams View', () => {
    show(metric("activity('Lunch')"));
    fireEvent.click(screen.getByRole('button', { name: 'Open Eve in Teams View' }));
    expect(teams.openAgent).toHaveBeenCalledWith('WK-Eve');
    fireEvent.click(screen.getByRole('button', { name: 'Show in Teams View' }));
    expect(teams.showActivities).toHaveBeenCalledWith(['Lunch']);
  });

  it('copies all of the list', async () => {
    const writeText = jest.fn(async () => undefined);
    Object.assign(navigator, { clipboard: { writeText } });
    show(metric("activity('Lunch')"));
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Copy list' })));
    expect(writeText).toHaveBeenCalledWith('Agent,Activity,Since\r\nEve,Lunch,1:01:40\r\nBen,Lunch,1:10\r\n');
    expect(screen.getByText('Copied.')).toBeInTheDocument();
  });

  it('says when agents are missing, old, loading or cannot be asked for', () => {
    const { agents } = show(metric("activity('Lunch')"));
    const list = within(document.querySelector<HTMLElement>('[data-who]') as HTMLElement);
    act(() => agents.set({ status: 'ready', value: agentsNow.slice(0, 2), staleAfterSeconds: 2 }));
    expect(list.getByText('1 of 2 agents')).toBeInTheDocument();
    act(() =>
      agents.set({ status: 'ready', value: agentsNow, staleAfterSeconds: 2, collectedAt: now - 60_000 }),
    );
    expect(list.getByText(/^As of .*, not updating$/)).toBeInTheDocument();
    expect(rowsIn('Agents counted now')[1]).toContain('0:12');
    act(() => agents.set({ status: 'loading' }));
    expect(list.getByText('Loading…')).toBeInTheDocument();
    act(() => agents.set({ status: 'failed', problem: 'no-permission' }));
    expect(list.getByText(/does not let this user/)).toBeInTheDocument();
  });
});
