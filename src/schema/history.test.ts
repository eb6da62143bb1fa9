import { exampleQueueStatistics, exampleStatistics } from '../../serverless/src/testing/exampleStatistics';
import { mostBytes } from './defaults';
import {
  endOfRow,
  historyDocumentName,
  historyDocumentNames,
  historyKinds,
  isHistoryName,
  rowAt,
  type HistoryDay,
  type HistoryKind,
} from './history';
import { decodeHistory, encodeHistory, mergeRows, type Half, type HistoryRows } from './historyRows';
import { pastDay } from './pastData';

const day = { start: '2026-11-27T06:00:00Z', time_zone: 'UTC', starts_at: '06:00' };
const until = '2026-11-28T06:00:00Z';
const labels = ['5', '20', '60', '120'];

/** Statistics of a busy day, in which everything grows from row to row. */
function cumulativeAt(row: number, kind: HistoryKind): Half {
  const n = (row + 1) * 7;
  const wait = { avg: 27, min: 1, max: 300 + row, total: 27 * n };
  const {
    start_time: _start,
    end_time: _end,
    ...rest
  } = (kind === 'queues' ? exampleQueueStatistics('WQ') : exampleStatistics()).cumulative;
  return {
    ...rest,
    reservations_accepted: n,
    avg_task_acceptance_time: 27,
    wait_duration_until_accepted: wait,
    ...(kind === 'queues' && { wait_duration_in_queue_until_accepted: wait }),
    split_by_wait_time: Object.fromEntries(
      labels.map((label, index) => [
        label,
        {
          below: { reservations_accepted: n - index, tasks_canceled: 1 },
          above: { reservations_accepted: index, tasks_canceled: 1 },
        },
      ]),
    ),
  };
}

function rowsOf(kind: HistoryKind, rows: readonly number[], keys: readonly string[] = ['']): HistoryRows {
  return {
    kind,
    day,
    until,
    labels,
    rows: new Map(
      rows.map((row) => [
        row,
        new Map(keys.map((key) => [key, { name: `Queue ${key}`, half: cumulativeAt(row, kind) }])),
      ]),
    ),
  };
}

const throughJson = (value: object): unknown => JSON.parse(JSON.stringify(value));

describe('a document of the past', () => {
  it.each(['workspace', 'channels', 'queues'] as const)('gives %s back as they were put in', (kind) => {
    const rows = rowsOf(kind, [0, 1, 3], ['a', 'b']);

    expect(decodeHistory(throughJson(encodeHistory(rows)))).toEqual(rows);
  });

  it('keeps averages that do not follow from their parts', () => {
    const half = { ...cumulativeAt(1, 'workspace'), avg_task_acceptance_time: 27.125 };
    const rows = { ...rowsOf('workspace', [1]), rows: new Map([[1, new Map([['', { name: '', half }]])]]) };

    expect(decodeHistory(throughJson(encodeHistory(rows)))).toEqual(rows);
  });

  it('keeps a field missing that TaskRouter left out, in one row or in all', () => {
    const rows = rowsOf('workspace', [0, 1, 2]);
    const without = (row: number, field: string): void => {
      const half: Record<string, unknown> = { ...rows.rows.get(row)?.get('')?.half };
      delete half[field];
      (rows.rows as Map<number, unknown>).set(row, new Map([['', { name: 'Queue ', half }]]));
    };
    without(1, 'tasks_moved');
    [0, 1, 2].forEach((row) => without(row, 'tasks_deleted'));

    expect(decodeHistory(throughJson(encodeHistory(rows)))).toEqual(rows);
  });

  it('keeps a queue in the rows in which it was there, and only in those', () => {
    const early = rowsOf('queues', [0, 1], ['old', 'stays']);
    const rows = mergeRows(early, rowsOf('queues', [2, 3], ['stays', 'new']));

    expect(decodeHistory(throughJson(encodeHistory(rows)))).toEqual(rows);
  });

  it('gives back gauges with the activities by their names', () => {
    const gauges = (workers: number) => ({
      total_tasks: 7,
      tasks_by_status: { pending: 4, reserved: 1, assigned: 2, wrapping: 0 },
      longest_task_waiting_age: 184,
      total_workers: 3,
      activity_statistics: [
        { friendly_name: 'Offline', workers: 1 },
        { friendly_name: 'Available', workers },
      ],
    });
    const rows: HistoryRows = {
      kind: 'workspace-gauges',
      day,
      until,
      labels: ['Offline', 'Available'],
      rows: new Map([0, 1, 5].map((row) => [row, new Map([['', { name: '', half: gauges(row) }]])])),
    };

    expect(decodeHistory(throughJson(encodeHistory(rows)))).toEqual(rows);
  });

  it.each(['queues', 'channels', 'workspace'] as const)(
    'of %s is far smaller than Sync allows when it is full',
    (kind) => {
      const { rows, series } = historyKinds[kind];
      const keys = Array.from({ length: series }, (_, place) => `WQ${String(place).padStart(32, '0')}`);
      const indexes = Array.from({ length: rows }, (_, row) => 5_000 + row);
      const document = encodeHistory(rowsOf(kind, indexes, keys));

      expect(JSON.stringify(document).length).toBeLessThan(mostBytes * 0.75);
    },
  );

  it.each([
    undefined,
    null,
    [],
    {},
    { version: 2 },
    { ...encodeHistory(rowsOf('queues', [0])), at: ['x'] },
    { ...encodeHistory(rowsOf('queues', [0])), series: [['a', 'b']] },
    { ...encodeHistory(rowsOf('queues', [0])), kind: 'toString' },
    { ...encodeHistory(rowsOf('queues', [0])), labels: ['__proto__'] },
  ])('is not made out of anything else (%#)', (value) => {
    expect(decodeHistory(value)).toBeUndefined();
  });
});

describe('merged rows', () => {
  it('keep what was there first, and get what is new', () => {
    const first = rowsOf('queues', [0], ['a']);
    const other = rowsOf('queues', [0, 1], ['a', 'b']);
    const different = new Map([['a', { name: 'later', half: { tasks_entered: 1 } }]]);
    const merged = mergeRows(first, { ...other, rows: new Map([...other.rows, [0, different]]) });

    expect(merged.rows.get(0)).toEqual(first.rows.get(0));
    expect([...(merged.rows.get(1)?.keys() ?? [])]).toEqual(['a', 'b']);
  });
});

const plainDay: HistoryDay = {
  date: '2026-11-27',
  start: Date.parse(day.start) / 1000,
  until: Date.parse(until) / 1000,
  queues: 60,
  channels: 0,
};

describe('rows of a day', () => {
  it('begin with the quarter-hour that ends after the day has started', () => {
    expect(new Date(endOfRow(plainDay, 'workspace', 0)).toISOString()).toBe('2026-11-27T06:15:00.000Z');
    expect(rowAt(plainDay, 'workspace', Date.parse('2026-11-27T06:15:00Z'))).toBe(0);
    expect(rowAt(plainDay, 'workspace', Date.parse('2026-11-28T06:00:00Z'))).toBe(95);
  });

  it('end with the day where it does not end at a quarter of an hour', () => {
    const odd = {
      start: Date.parse('2026-11-27T06:10:00Z') / 1000,
      until: Date.parse('2026-11-28T06:10:00Z') / 1000,
    };

    expect(new Date(endOfRow(odd, 'workspace', 0)).toISOString()).toBe('2026-11-27T06:15:00.000Z');
    expect(new Date(endOfRow(odd, 'workspace', 96)).toISOString()).toBe('2026-11-28T06:10:00.000Z');
    expect(rowAt(odd, 'workspace', odd.until * 1000)).toBe(96);
  });
});

describe('names of the documents of the past', () => {
  it('tell day, kind, block and part', () => {
    expect(historyDocumentName('dashboard-data', '2026-11-27', 'queues', 41, 30)).toBe(
      'dashboard-data-history-2026-11-27-queues-10-1',
    );
  });

  it('are few for a day of the workspace, and one more an hour for each 25 queues', () => {
    expect(historyDocumentNames('dashboard-data', plainDay, 'workspace')).toHaveLength(2);
    expect(historyDocumentNames('dashboard-data', plainDay, 'queues')).toHaveLength(24 * 3);
    expect(historyDocumentNames('dashboard-data', plainDay, 'queues', 4, 7)).toHaveLength(3);
  });

  it('are told from every other name', () => {
    const names = historyDocumentNames('dashboard-data', plainDay, 'queue-gauges');

    expect([...names, 'dashboard-data-history'].every((name) => isHistoryName('dashboard-data', name))).toBe(
      true,
    );
    expect(
      [
        'dashboard-data',
        'dashboard-data-lease',
        'dashboard-data-history-of-mine',
        'dashboard-data-history-2026-11-27',
        'x-dashboard-data-history',
      ].filter((name) => isHistoryName('dashboard-data', name)),
    ).toEqual([]);
  });
});

describe('a past day', () => {
  it('is what data was, as far as there are documents', () => {
    const past = pastDay([rowsOf('workspace', [0, 1]), rowsOf('queues', [1], ['WQ1'])]);
    const end = Date.parse('2026-11-27T06:30:00Z');

    expect(past?.quarters).toEqual([end - 900_000, end]);
    expect(past?.at(end)).toMatchObject({
      version: 1,
      collected_at: '2026-11-27T06:30:00.000Z',
      day,
      workspace_statistics: {
        cumulative: {
          start_time: day.start,
          end_time: '2026-11-27T06:30:00Z',
          ...cumulativeAt(1, 'workspace'),
        },
      },
      queues: [{ sid: 'WQ1', friendly_name: 'Queue WQ1', cumulative: cumulativeAt(1, 'queues') }],
    });
    expect(past?.at(end).workspace_statistics.realtime).toBeUndefined();
    expect(past?.at(end + 900_000).workspace_statistics).toEqual({});
  });

  it('leaves out documents of another day of the same date', () => {
    const other = { ...rowsOf('workspace', [7]), day: { ...day, start: '2026-11-27T05:00:00Z' } };

    expect(pastDay([rowsOf('workspace', [0]), other])?.quarters).toHaveLength(1);
  });
});
