import { historyStateName, type HistoryKind, type HistoryState } from '../src/schema/history';
import type { Loaded } from '../src/model/metric/Loaded';
import { Store } from '../src/model/store/Store';
import { Trends, type PastSource } from '../src/model/series/Trends';
import type { Past } from '../src/model/series/Past';
import { PastMaker } from '../src/sources/history/PastMaker';
import { documentsOfDay, wantedDays } from '../src/sources/history/wantedDocuments';
import { aHistory, type AskRow, type HistoryParts } from '../src/testing/aHistory';
import type { BenchReport } from './BenchReport';

const start = Date.UTC(2026, 10, 27);
/** All 96 quarter-hours of a day are over. */
const now = start + 86_400_000 - 1000;
const tiles = 40;
const runs = 20;
const kinds: readonly HistoryKind[] = ['workspace', 'queues'];

const totalsOf = (row: number) => ({
  tasks_created: 7 * row,
  tasks_entered: 7 * row,
  tasks_canceled: row,
  reservations_accepted: 6 * row,
  wait_duration_until_accepted: { avg: 20, min: 1, max: 90, total: 120 * row },
});
const eachQueue: AskRow = (_week, row) =>
  Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`Queue ${index}`, totalsOf(row + index)]));

const cumulative = 'data.workspace_statistics.cumulative';
const formulaAt = (index: number): string =>
  [
    `${cumulative}.tasks_created + ${index}`,
    `percent(${cumulative}.tasks_canceled, ${cumulative}.tasks_created + ${index})`,
    `queue('Queue ${index % 20}').cumulative.tasks_entered + ${index}`,
    `sum(data.queues, (q) => q.cumulative.tasks_canceled) + ${index}`,
  ][index % 4] ?? '';

function pastMaker(weeks: readonly number[]): () => Past {
  const rows: HistoryParts['rows'] = {
    workspace: (_week, row) => ({ '': totalsOf(row) }),
    queues: eachQueue,
  };
  const documents = aHistory({ start, now, startsAt: '00:00', weeks, rows });
  const state = documents.get(historyStateName('dashboard-data')) as HistoryState;
  const days = wantedDays(state, now);
  if (!days) throw new Error('There are no days.');
  const read = [days.today, ...days.before].flatMap((day) =>
    kinds.flatMap((kind) =>
      documentsOfDay('dashboard-data', day, kind, now).map((document) => ({
        ...document,
        value: documents.get(document.name),
      })),
    ),
  );
  return () => new PastMaker().make(state, days, read, now);
}

/** Milliseconds of processor time of each slice until all trends are there. */
function slicesOf(past: Past): readonly number[] {
  const subject = new Store<Loaded<Past>>({ status: 'ready', value: past });
  const source: PastSource = {
    get: subject.get,
    subscribe: subject.subscribe,
    need: () => () => undefined,
  };
  const turns: (() => void)[] = [];
  const trends = new Trends({
    past: source,
    data: new Store<Loaded<unknown>>({ status: 'missing' }),
    furtherSources: [],
    inTurn: (work) => {
      turns.push(work);
      return () => undefined;
    },
  });
  for (let index = 0; index < tiles; index += 1)
    trends.of({ formula: formulaAt(index) }).subscribe(() => undefined);
  const slices: number[] = [];
  for (let work = turns.shift(); work; work = turns.shift()) {
    const before = processorTime();
    work();
    slices.push(processorTime() - before);
  }
  return slices;
}

/** Other programs of a busy machine do not count. */
const processorTime = (): number => process.cpuUsage().user / 1000;

const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The series of 40 trend tiles from documents as they lie in Sync: today alone, and with the four weeks before. */
export async function run(): Promise<BenchReport> {
  const found = [
    ['today', [0]],
    ['today and four weeks', [0, 1, 2, 3, 4]],
  ] as const;
  const measured = found.map(([name, weeks]) => {
    const make = pastMaker(weeks);
    slicesOf(make());
    const all = Array.from({ length: runs }, () => slicesOf(make()));
    return {
      name,
      intervals: 96 * weeks.length,
      total: middle(all.map((slices) => slices.reduce((sum, each) => sum + each, 0))),
      slices: middle(all.map(({ length }) => length)),
      longest: middle(all.map((slices) => Math.max(...slices))),
    };
  });
  return {
    tables: [
      {
        title: `${tiles} trend tiles with 20 queues: milliseconds of processor time, median of ${runs} runs`,
        columns: ['past', 'intervals', 'all', 'slices', 'longest slice'],
        rows: measured.map(({ name, intervals, total, slices, longest }) => [
          name,
          String(intervals),
          total.toFixed(1),
          String(slices),
          longest.toFixed(1),
        ]),
      },
    ],
    figures: { trends: measured },
  };
}
