import defaultStats from '../../default_stats.json';
import { arrangeBoardDocument } from '../model/board/arrangeBoard';
import { defaultBoard } from '../model/board/defaultBoard';
import { parseMetricDefinitions } from '../model/metric/parseMetricDefinitions';
import { createStrings } from '../strings/createStrings';
import { aDashboardData } from '../testing/aDashboardData';
import { lookOf } from '../testing/aBoardOfTiles';
import { spansOf } from './registry';

const strings = createStrings('en');
const metrics = Object.fromEntries(Object.entries(defaultStats).map(([key, { metric }]) => [key, metric]));
const { sections, definitions } = arrangeBoardDocument(parseMetricDefinitions(defaultStats), {
  ...defaultBoard,
});
const tiles = sections.flatMap((section) => section.tiles);

const queue = (friendly_name: string, tasks: number, available: number): object => ({
  friendly_name,
  realtime: {
    longest_task_waiting_age: tasks * 30,
    total_available_workers: available,
    tasks_by_status: { pending: tasks, reserved: 0 },
  },
  cumulative: {
    tasks_canceled: 0,
    reservations_accepted: 0,
    split_by_wait_time: {
      '20': {
        above: { tasks_canceled: 0, reservations_accepted: 0 },
        below: { tasks_canceled: 0, reservations_accepted: 0 },
      },
    },
  },
});
const looks = (queues: readonly object[]): readonly (readonly [string, string | undefined, string])[] =>
  tiles.map(({ key, visual }) => {
    const look = lookOf(visual, metrics, { data: { ...aDashboardData(), queues } });
    return [key, look.level, look.describe(strings).sentence] as const;
  });
const tableOf = (queues: readonly object[]): string =>
  looks(queues).find(([key]) => key === 'queues')?.[2] ?? '';

describe('the default board', () => {
  it('shows only metrics that default_stats.json has', () => {
    expect(definitions.filter((definition) => 'problem' in definition)).toEqual([]);
  });

  it('breaks no tile, with queues or without', () => {
    for (const queues of [[], [queue('Everyone', 0, 0)]])
      expect(looks(queues).filter(([, level]) => level === 'broken')).toEqual([]);
  });

  it('alarms for no queue in which nothing waits and nothing happened', () => {
    expect(looks([queue('Everyone', 0, 0)]).find(([key]) => key === 'queues')?.[1]).toBe('normal');
  });

  it('alarms for a queue in which a task waits and nobody is available', () => {
    const data = [queue('Sales', 1, 2), queue('Support', 1, 0)];
    expect(looks(data).find(([key]) => key === 'queues')?.[1]).toBe('critical');
    expect(tableOf(data)).toMatch(/Critical.*Support/);
  });

  it('gives each tile the room that its visual needs', () => {
    for (const { span, visual } of tiles) {
      const { least } = spansOf(visual.kind) ?? { least: span };
      expect([span.columns >= least.columns, span.rows >= least.rows]).toEqual([true, true]);
    }
  });
});
