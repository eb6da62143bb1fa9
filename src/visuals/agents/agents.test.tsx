import { fireEvent, screen } from '@testing-library/react';
import * as React from 'react';
import { createStrings } from '../../strings/createStrings';
import { aDashboardData } from '../../testing/aDashboardData';
import { lookOf } from '../../testing/aBoardOfTiles';
import { renderInPaste } from '../../testing/renderInPaste';

const now = Date.parse('2026-11-22T11:42:15.000Z');
const agent = (name: string, activity: string, minutes: number, more: object = {}) => ({
  name,
  activity,
  since: new Date(now - minutes * 60_000).toISOString(),
  available: activity === 'Available',
  team: 'A',
  queues: ['Support'],
  tasks: [],
  ...more,
});
const data = {
  ...aDashboardData(),
  agents: [
    agent('Ada Okafor', 'Available', 90),
    agent('Ben Weber', 'Lunch Break', 30),
    agent('Eve Lis', 'Lunch Break', 46, { team: 'B', queues: ['Sales'] }),
    agent('Fay Roe', 'Lunch Break', 31),
    agent('Gus Orr', 'Break', 14),
  ],
};
const visual = {
  kind: 'agents',
  limits: 'Lunch Break: 30, 45\nBreak: 15',
  columns: [
    { label: 'Activity', formula: 'row.activity' },
    { label: 'Since', formula: 'secondsSince(row.since)', format: 'seconds' },
  ],
};
const english = createStrings('en');
const look = (part: object = {}, at = now, found: unknown = data) =>
  lookOf({ ...visual, ...part }, {}, { data: found, now: at });

describe('agents', () => {
  beforeEach(() => {
    window.ResizeObserver = class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    };
    jest.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(600);
    jest.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
    jest
      .spyOn(window, 'getComputedStyle')
      .mockReturnValue({ fontSize: '15px', getPropertyValue: () => '' } as unknown as CSSStyleDeclaration);
  });
  afterEach(() => jest.restoreAllMocks());

  const rowsOf = (part: object = {}, setting: object = {}, at = now): readonly (string | null)[] => {
    const { unmount } = renderInPaste(
      <div role="list">{look(part, at).tile({ tile: 't', size: 'wide', ...setting })}</div>,
    );
    const rows = [...document.querySelectorAll('tbody tr')].map(({ textContent }) => textContent);
    unmount();
    return rows;
  };

  it('judges each agent by the limits of the activity, the longest over first', () => {
    expect(rowsOf()).toEqual([
      expect.stringMatching(/^Eve LisLunch Break46:00.*Critical · over 45:00/),
      expect.stringMatching(/^Fay RoeLunch Break31:00.*Warning · over 30:00/),
      expect.stringMatching(/^Ben WeberLunch Breaksoon30:00/),
      expect.stringMatching(/^Gus OrrBreaksoon14:00/),
      expect.stringMatching(/^Ada OkaforAvailable1:30:00$/),
    ]);
  });

  it('marks in words who is within the last tenth before a limit, after those over one', () => {
    const limits = 'Lunch Break: 33, 50\nBreak: 15';
    expect(rowsOf({ limits })).toEqual([
      expect.stringMatching(/^Eve LisLunch Breaksoon46:00.*Warning · over 33:00.*soon over 50:00/),
      expect.stringMatching(/^Fay RoeLunch Breaksoon31:00, soon over 33:00/),
      expect.stringMatching(/^Ben WeberLunch Breaksoon30:00, soon over 33:00/),
      expect.stringMatching(/^Gus OrrBreaksoon14:00, soon over 15:00/),
      expect.stringMatching(/^Ada OkaforAvailable1:30:00$/),
    ]);
    const ofBen = (at: number): string =>
      rowsOf({ limits: 'Lunch Break: 33.5' }, {}, at).find((row) => row?.startsWith('Ben')) ?? '';
    expect(ofBen(now + 8999)).not.toContain('soon');
    expect(ofBen(now + 9000)).toContain('soon over 33:30');
  });

  it('judges a task by the limits of its channel, and of wrap-up', () => {
    const withTask = (name: string, channel: string, status: string, minutes: number) =>
      agent(name, 'Available', 90, {
        tasks: [{ channel, status, queue: 'Support', since: new Date(now - minutes * 60_000).toISOString() }],
      });
    const found = {
      ...aDashboardData(),
      agents: [
        withTask('Ada', 'voice', 'accepted', 12),
        withTask('Ben', 'chat', 'accepted', 12),
        withTask('Eve', 'voice', 'wrapping', 3),
        withTask('Fay', 'voice', 'pending', 3),
      ],
    };
    const column = {
      label: 'Task',
      formula: 'row.tasks.length > 0 ? secondsSince(row.tasks[0].since) : null',
      format: 'seconds',
    };
    const { tile } = look(
      { columns: [column], limits: undefined, taskLimits: 'voice: 10, 15\nwrapping: 2' },
      now,
      found,
    );
    renderInPaste(<div role="list">{tile({ tile: 't', size: 'wide' })}</div>);
    expect([...document.querySelectorAll('tbody tr')].map(({ textContent }) => textContent)).toEqual([
      'Ada12:00, Warning · over 10:00',
      'Eve3:00, Warning · over 2:00',
      'Ben12:00',
      'Fay3:00',
    ]);
  });

  it('groups by team, activity or queue, with counts, the worst group first', () => {
    expect(rowsOf({ group: 'team' })).toEqual([
      'B1 agent, 1 critical',
      expect.stringMatching(/^Eve Lis/),
      'A4 agents, 1 warning',
      ...['Fay', 'Gus', 'Ada', 'Ben'].map(() => expect.any(String) as string),
    ]);
    expect(rowsOf({ group: 'queue' }).filter((row) => row?.includes(' agent'))).toEqual([
      'Sales1 agent, 1 critical',
      'Support4 agents, 1 warning',
    ]);
    expect(rowsOf({ group: 'activity' }).filter((row) => row?.includes(' agent'))).toEqual([
      'Lunch Break3 agents, 1 critical, 1 warning',
      'Break1 agent',
      'Available1 agent',
    ]);
    expect(document.querySelector('tbody th[scope="rowgroup"]')).toBeNull();
  });

  it('warns in the second after the limit', () => {
    const ofBen = (at: number): string => rowsOf({}, {}, at).find((row) => row?.startsWith('Ben')) ?? '';
    expect(ofBen(now + 999)).not.toContain('Warning');
    expect(ofBen(now + 1000)).toContain('Warning · over 30:00');
  });

  it('shows a hundred rows at once in an opened tile, and the next ones on request', () => {
    const many = Array.from({ length: 150 }, (_, index) => agent(`Agent ${index}`, 'Break', 1));
    const { details } = look({}, now, { ...data, agents: many });
    const onClose = (): void => undefined;
    renderInPaste(details({ definition: undefined, collectedAt: now, now, timeZone: undefined, onClose }));
    expect(document.querySelectorAll('tbody tr')).toHaveLength(100);
    fireEvent.click(screen.getByText('50 more'));
    expect(document.querySelectorAll('tbody tr')).toHaveLength(150);
  });

  it('says how many there are and how bad it is, and no name', () => {
    expect(look().describe(english).sentence).toBe('Tile, 5 agents, Critical');
    expect(look().level).toBe('critical');
    expect(look({ limits: undefined }).level).toBe('normal');
  });

  it('shows those of an activity, a team or a queue', () => {
    const said = (part: object): string => look(part).describe(english).sentence;
    expect(said({ activity: 'Break, Lunch Break' })).toBe('Tile, 4 agents, Critical');
    expect(said({ team: 'A' })).toBe('Tile, 4 agents, Warning');
    expect(said({ queue: 'Sales' })).toBe('Tile, 1 agent, Critical');
    expect(said({ team: 'C' })).toBe('Tile, Nothing to show');
  });

  it('shows initials on a wall, unless the board says otherwise', () => {
    const onWall = { labelSize: 20 };
    expect(rowsOf({}, onWall)[0]).toMatch(/^EL/);
    expect(rowsOf({ wallNames: 'names' }, onWall)[0]).toMatch(/^Eve Lis/);
    expect(rowsOf()[0]).toMatch(/^Eve Lis/);
  });

  it('keeps initials on a wall as they are, and tells two of the same apart', () => {
    const agents = [agent('AO', 'Lunch Break', 50), agent('AO', 'Lunch Break', 46)];
    const at = { tile: 't', size: 'wide', labelSize: 20 } as const;
    renderInPaste(<div role="list">{look({}, now, { ...aDashboardData(), agents }).tile(at)}</div>);
    const names = [...document.querySelectorAll('tbody th')].map(({ textContent }) => textContent);
    expect(names).toEqual(['AO', 'AO (2)']);
  });

  it.each(['Lunch', 'Lunch: 45, 30', 'Lunch: a'])('refuses the limits %j', (limits) => {
    expect(look({ limits }).describe(english).sentence).toContain('such as "Lunch: 30, 45"');
  });

  it('says so when the column that limits are for is not there', () => {
    const [activity] = visual.columns;
    expect(look({ columns: [activity] }).describe(english).sentence).toContain('secondsSince(row.since)');
    const spaced = { ...visual.columns[1], formula: ' secondsSince( row.since ) ' };
    expect(look({ columns: [activity, spaced] }).describe(english).sentence).toContain('Critical');
  });

  it('says where agents come from when there are none', () => {
    expect(look({}, now, aDashboardData()).describe(english).sentence).toContain('live queries of Flex');
  });
});
