import { historyKinds, type HistoryState } from '../../src/schema/history';
import { checkHistory } from './checkHistory';
import { costAssumptions, estimateCosts } from './estimateCosts';
import { describeFinding } from './Finding';
import { backfillCalls, historyCosts } from './historyCosts';
import { isOurShape, kindOf } from './documentShapes';
import { planHistoryRemoval } from './planHistoryRemoval';
import type { NamedDocument } from './readAccountState';

const now = Date.parse('2026-11-27T10:20:00Z');
const names = {
  dataDocument: 'dashboard-data',
  definitionsDocument: 'dashboard-definitions',
  boardDocument: 'b',
};
const state: HistoryState = {
  version: 1,
  since: '2026-11-20T08:00:00.000Z',
  time_zone: 'UTC',
  starts_at: '06:00',
  upTo: Date.parse('2026-11-27T10:15:00Z') / 900_000,
  missing: [],
  asked: 400,
  days: [],
  check: { windows: 12, differing: [], pending: [] },
};
const document = (data: unknown, name = 'dashboard-data-history'): NamedDocument => ({
  name,
  kind: 'history',
  data,
  revision: '1',
});
const settings = { history: true, dataDocument: 'dashboard-data', historyRate: 2 };
const told = (data: unknown, on = settings): string =>
  checkHistory(on, [document(data)], now, 'npm run setup')
    .map(describeFinding)
    .join('\n');

describe('the doctor, about the past', () => {
  it('is content when every quarter-hour is there and TaskRouter tells the same', () => {
    expect(told(state)).toContain('Every quarter-hour that was asked for is there');
    expect(told(state)).toContain('TaskRouter told the same of 12 windows');
  });

  it('tells how far the backfill has come', () => {
    expect(told({ ...state, missing: [[100, 199]] })).toContain('300 of 400 quarter-hours');
  });

  it('says what differed, when and by how much', () => {
    const differing = [
      {
        end: '2026-11-27T09:02:13.000Z',
        asked: '2026-11-27T10:02:14.000Z',
        field: 'tasks_created' as const,
        shown: 1_000,
        later: 900,
      },
    ];
    const findings = checkHistory(
      settings,
      [document({ ...state, check: { ...state.check, differing } })],
      now,
      's',
    );

    expect(findings.some(({ kind, what }) => kind === 'wrong' && what.includes('1000 tasks_created'))).toBe(
      true,
    );
  });

  it('offers to delete what is left when the past is switched off', () => {
    expect(told(state, { ...settings, history: false })).toContain('npm run setup');
  });

  it('takes what anybody may have written for no state', () => {
    expect(told({ version: 1, missing: 'all' })).toContain('Nothing is kept of the past yet');
  });
});

describe('removing the past', () => {
  it('takes documents of the exact name and shape, and no other', () => {
    expect(kindOf('dashboard-data-history', names)).toBe('history');
    expect(kindOf('dashboard-data-history-2026-11-27-queues-10-1', names)).toBe('history');
    expect(kindOf('dashboard-data-history-of-mine', names)).toBeUndefined();
    expect(isOurShape('history', { notes: 'mine' })).toBe(false);

    const mine = document({ notes: 'mine' }, 'dashboard-data-history-2026-11-27-queues-10-1');
    expect(planHistoryRemoval([document(state), mine])).toEqual([
      { kind: 'delete-history', names: ['dashboard-data-history'] },
    ]);
  });
});

describe('what the past costs', () => {
  const size = { queues: 50, channels: 0, hours: 24 };

  it.each([
    [1, 288, 7_584, 62],
    [20, 288, 7_584, 62],
    [50, 288, 8_640, 110],
    [200, 288, 14_976, 398],
  ])(
    'of %d queues for a day is as docs/history.md says',
    (queues, statisticsCalls, syncOperations, documents) => {
      expect(historyCosts({ ...size, queues })).toEqual({ statisticsCalls, syncOperations, documents });
    },
  );

  it('is bounded for the backfill, too', () => {
    expect(backfillCalls({ queues: 50, channels: 0, hours: 8 })).toBe(832);
    expect(historyKinds.queues.series).toBe(25);
  });

  it('is estimated from the last day, by assumptions that can be changed', () => {
    const tell = (environment: Record<string, string>): string =>
      estimateCosts(size, 10_000, 2_000, costAssumptions(environment))
        .map(({ what }) => what)
        .join('\n');

    expect(tell({})).toContain('3,000,000 invocations (300 USD)');
    expect(tell({ DOCTOR_INVOCATION_PRICE: '0.0002' })).toContain('(600 USD)');
    expect(tell({ DOCTOR_EVENTS_PER_TASK: 'many' })).toContain('10 events a task');
  });
});
