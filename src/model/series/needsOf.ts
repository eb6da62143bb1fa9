import { fieldsNotKept, type HistoryKind } from '../../schema/history';
import { compileFormula, FormulaError, variablesIn, type Analysis } from '../formula';
import type { MeasuredFields } from './seriesOf';

/** What of the past a metric reads. */
export interface Needs {
  /** The documents that hold it. */
  readonly kinds: readonly HistoryKind[];
  /** Whether it reads "now" figures, which are kept only from the time on at which history was turned on. */
  readonly readsGauges: boolean;
  /** Whether it reads totals of the day. */
  readonly readsTotals: boolean;
  /** Whether its text does not say which of both it reads; then both count as read. */
  readonly isUnclear: boolean;
  /**
   * What it reads that is not kept, such as `tasks_by_priority`. Without it a formula could give a wrong number in silence, as
   * `tasks_by_priority?.['10'] ?? 0` would.
   */
  readonly lacks: readonly string[];
}

/** What of the dashboard data the words of formulas read. */
const fieldsOfWords: Readonly<Record<string, readonly string[]>> = {
  waiting: ['realtime', 'tasks_by_status'],
  longestWait: ['realtime', 'longest_task_waiting_age'],
  serviceLevel: ['cumulative', 'split_by_wait_time'],
  activity: ['realtime', 'activity_statistics'],
  queue: ['queues'],
};

/** @param furtherSources the sources that formulas read beside the dashboard data, by name; none of them has a past */
export function needsOf(metric: MeasuredFields, furtherSources: readonly string[]): Needs {
  const { formula, sampleFormula, row } = metric;
  const own = sampleFormula === undefined ? [formula] : [formula, sampleFormula];
  const ofRow = row?.rowKey === undefined ? own : [...own, row.rowKey];
  const texts = row ? [row.rows, ...ofRow] : own;
  const read = new Set(
    row
      ? [...readBy(row.rows), ...ofRow.flatMap((text) => readBy(text, 'row'))]
      : own.flatMap((text) => readBy(text)),
  );
  const [queues, channels] = [read.has('queues'), read.has('channels')];
  // One that says neither hands statistics on as a whole.
  const isUnclear = !read.has('realtime') && !read.has('cumulative');
  const readsGauges = read.has('realtime') || isUnclear;
  const readsTotals = read.has('cumulative') || isUnclear;
  return {
    kinds: [
      // It says which quarter-hours there are.
      'workspace',
      ...only(readsGauges, 'workspace-gauges'),
      ...only(queues && readsTotals, 'queues'),
      ...only(queues && readsGauges, 'queue-gauges'),
      ...only(channels && readsTotals, 'channels'),
      ...only(channels && readsGauges, 'channel-gauges'),
    ],
    readsGauges,
    readsTotals,
    isUnclear,
    lacks: [
      ...new Set([
        ...fieldsNotKept.flatMap((path) => notKept(path, read)),
        ...furtherSources.filter((source) => read.has(source)),
        ...texts.flatMap(variablesIn).map((variable) => `board.${variable}`),
        // What time it was then, nobody can ask now.
        ...texts.flatMap((text) => (/\bDate\b/.test(text) ? ['Date'] : [])),
      ]),
    ],
  };
}

const only = (isNeeded: boolean, kind: HistoryKind): readonly HistoryKind[] => (isNeeded ? [kind] : []);

/** The field that a path of the data leads to, where all of the path is read. */
function notKept(path: string, read: ReadonlySet<string>): readonly string[] {
  const steps = path.split('.').filter((step) => step !== '*');
  const field = steps[steps.length - 1];
  return field !== undefined && steps.every((step) => read.has(step)) ? [field] : [];
}

/** Every name that a formula reads, as far as its text says. */
function readBy(text: string, variable?: 'row'): readonly string[] {
  const analysis = analysisOf(text, variable);
  if (!analysis) return [];
  const { texts, words, references } = analysis;
  return [
    ...texts,
    ...[...words].flatMap((word) => fieldsOfWords[word] ?? []),
    ...(references.some(({ kind }) => kind === 'queue') ? ['queues'] : []),
  ];
}

function analysisOf(text: string, variable: 'row' | undefined): Analysis | undefined {
  try {
    return (variable ? compileFormula(text, variable) : compileFormula(text)).analysis;
  } catch (error: unknown) {
    if (error instanceof FormulaError) return undefined;
    throw error;
  }
}
