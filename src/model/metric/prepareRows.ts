import type { RowInTurn } from '../formula';
import { dataTimes, staleSince, timelinessOf } from './freshness';
import { secondsSince } from './incrementValue';
import { partsOf as sourcesIn } from './joinedData';
import { partIn } from './partOfQueues';
import { choiceNeeded, prepareFormula, prepareShaped } from './prepareFormula';
import { hasData, usesOf, type MetricContext, type MetricInput } from './prepareMetric';
import type { FormulaProblem, Problem } from './Problem';
import { readRows, rowIds, rowKeys, type RowEntry } from './readRows';
import type { NoAnswerReading, RowsReading, RowsValueReading } from './Reading';
import { compileOver, RowCells, type RowMemories, type RowsFormula } from './RowCells';
import { knownUntil, lackOf, nextSecond, readsData, standOf } from './sourcesStand';

/** What stays on screen while the list cannot be made, and what each row leaves for its next evaluation. */
export interface RowsMemory {
  readonly rows: RowsValueReading | NoAnswerReading;
  /** When its data was collected: milliseconds since 1970. */
  readonly at: number;
  readonly byRow: RowMemories;
}

export interface RowsEvaluation {
  readonly reading: RowsReading;
  readonly memory: RowsMemory | undefined;
  /** Until then (milliseconds since 1970) the same data give the same reading. */
  readonly changesAt: number;
  readonly isStopped?: boolean;
}

type PreparedRows = (input: MetricInput, now: number, before?: RowsMemory) => RowsEvaluation;

/**
 * Compiles the formula of a list and each column once. Every cell is a metric of its own: it has its memory, its freshness and its
 * problem. What it makes never throws.
 */
export function prepareRows(table: RowsFormula, context: MetricContext): PreparedRows {
  const { key, label, formula, rowKey, columns } = table;
  const broken = columns.find((column) => 'problem' in column);
  if (broken && 'problem' in broken)
    return () => settled({ key, label, status: 'definition-error', problem: broken.problem });
  const { evaluate, analysis, sourcesRead } = prepareShaped(formula, readRows, context.compile);
  const namesOf = rowKey === undefined ? undefined : prepareNames(rowKey, context);
  const { agesWaits, readsTotals, readsAllQueues, readsClock } = usesOf(analysis);
  const cells = new RowCells(table, context, () => sourcesRead);
  const metric = { key, label };

  return (input, now, before) => {
    const { data, staleAfterSeconds, budget } = input;
    const parts = sourcesIn(data);
    const { data: collected, further } = parts;
    const isCollected = hasData(collected);
    if (further.size === 0 && !isCollected) return settled({ ...metric, status: 'no-data' });
    const { collectedAt: dataAt } = dataTimes(collected);
    const ofData = timelinessOf(collected, now, staleAfterSeconds, readsTotals);
    const outcome = evaluate(
      data,
      budget,
      agesWaits ? secondsSince(dataAt, ofData.freshAt) : 0,
      readsClock ? knownUntil(parts, now) : now,
    );
    const lack = further.size > 0 ? lackOf(parts, sourcesRead) : undefined;
    if (lack?.status === 'no-data')
      return { ...settled({ ...metric, status: 'no-data', source: lack.source }), memory: before };
    if (lack)
      return {
        ...settled(
          brokenReading(metric, { kind: 'source-failed', source: lack.source, problem: lack.problem }),
        ),
        memory: before,
      };
    if (!isCollected && readsData(sourcesRead)) return settled({ ...metric, status: 'no-data' });
    if ('problem' in outcome) return withoutRows(metric, outcome, now, before);
    const stand =
      further.size > 0 ? standOf(parts, sourcesRead, now, staleAfterSeconds, readsTotals) : undefined;
    const { freshness, changesAt, freshAt } = stand?.timeliness ?? ofData;
    const completeness = (readsAllQueues ? partIn(collected) : undefined) ?? stand?.completeness;
    const at = (stand ? stand.collectedAt : dataAt) ?? now;
    const about = { ...metric, freshness, completeness };
    const growsAt =
      agesWaits && dataAt !== undefined && freshness.status === 'fresh'
        ? dataAt + secondsSince(dataAt, freshAt) * 1000 + 1000
        : Infinity;
    const ticksAt = readsClock && freshness.status === 'fresh' ? nextSecond(now) : Infinity;
    const until = Math.min(changesAt, growsAt, ticksAt);
    if (outcome.value === null) {
      const rows: NoAnswerReading = { ...about, status: 'no-answer' };
      return { reading: rows, memory: { rows, at, byRow: new Map() }, changesAt: until };
    }
    const entries = outcome.value;
    const names = namesOf ? namesOf(input, entries) : { value: entries.map(({ name }) => name) };
    if ('problem' in names) return withoutRows(metric, names, now, before);
    const keys = rowKeys(names.value, entries);
    if ('problem' in keys) return settled(brokenReading(metric, keys.problem));
    const byRow = cells.evaluate(rowIds(keys.value, entries), keys.value, entries, input, now, before?.byRow);
    const rows: RowsValueReading = {
      ...about,
      status: 'rows',
      rows: [...byRow.values()].map(({ reading }) => reading),
    };
    let isStopped = false;
    let cellsChangeAt = until;
    for (const row of byRow.values())
      for (const cell of row.cells) {
        cellsChangeAt = Math.min(cellsChangeAt, cell.changesAt);
        isStopped ||= cell.isStopped ?? false;
      }
    return { reading: rows, memory: { rows, at, byRow }, changesAt: cellsChangeAt, isStopped };
  };
}

const settled = (reading: RowsReading): RowsEvaluation => ({
  reading,
  memory: undefined,
  changesAt: Infinity,
});

interface Metric {
  readonly key: string;
  readonly label: string;
}

const brokenReading = (metric: Metric, problem: Problem): RowsReading => ({
  ...metric,
  status: 'formula-error',
  problem,
});

/** A formula that was stopped says nothing of its list: the last reading stays, as a stale one. */
function withoutRows(
  metric: Metric,
  { problem, retryAfter }: { readonly problem: FormulaProblem; readonly retryAfter?: number | undefined },
  now: number,
  before: RowsMemory | undefined,
): RowsEvaluation {
  const needs = choiceNeeded(problem);
  if (needs) return { ...settled({ ...metric, status: 'no-data', needs }), memory: before };
  const retryAt = retryAfter === undefined ? Infinity : now + retryAfter;
  const isStopped = retryAfter !== undefined;
  if (!isStopped || !before)
    return { reading: brokenReading(metric, problem), memory: undefined, changesAt: retryAt, isStopped };
  const stale = staleSince(before.at, now);
  const marks = { freshness: stale.freshness, stopped: problem };
  const { rows } = before;
  return {
    reading:
      rows.status === 'rows' ? { ...ofBefore(rows, before.at, marks), ...marks } : { ...rows, ...marks },
    memory: before,
    changesAt: Math.min(retryAt, stale.changesAt),
    isStopped,
  };
}

/** The rows as they were, none of them an alarm of now. */
const ofBefore = (
  list: RowsValueReading,
  at: number,
  marks: Pick<RowsValueReading, 'freshness' | 'stopped'>,
): RowsValueReading => ({
  ...list,
  rows: list.rows.map(({ key, cells }) => ({
    key,
    cells: cells.map((cell) =>
      'freshness' in cell && cell.freshness.status === 'fresh'
        ? {
            ...cell,
            ...marks,
            ...(cell.status === 'value' && { levelAt: at, style: undefined, crossed: undefined }),
          }
        : cell,
    ),
  })),
});

type Names =
  | { readonly value: readonly unknown[] }
  | { readonly problem: FormulaProblem; readonly retryAfter?: number | undefined };

/** Evaluates for each row the formula that names it. */
function prepareNames(
  text: string,
  context: MetricContext,
): (input: MetricInput, entries: readonly RowEntry[]) => Names {
  let entry: unknown;
  const row: RowInTurn = { entry: () => entry, sources: () => new Set() };
  const { evaluate } = prepareFormula(text, compileOver(row, context));
  return ({ data, budget }, entries) => {
    const names: unknown[] = [];
    for (const { row: current } of entries) {
      entry = current;
      const outcome = evaluate(data, budget);
      if ('problem' in outcome)
        return { problem: { kind: 'in-row-key', problem: outcome.problem }, retryAfter: outcome.retryAfter };
      names.push(outcome.value);
    }
    return { value: names };
  };
}
