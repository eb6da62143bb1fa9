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
      expect.stringMatching(/^Ada OkaforAvailable1:30:00$/),
      expect.stringMatching(/^Ben WeberLunch Break30:00$/),
      expect.stringMatching(/^Gus OrrBreak14:00$/),
    ]);
  });

  it('warns in the second after the limit', () => {
    const ofBen = (at: number): string => rowsOf({}, {}, at).find((row) => row?.startsWith('Ben')) ?? '';
    expect(ofBen(now + 999)).not.toContain('Warning');
    expect(ofBen(now + 1000)).toContain('Warning · over 30:00');
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
