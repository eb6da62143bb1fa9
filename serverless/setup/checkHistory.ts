import { endOfRow, historyStateName, quarterMs, type HistoryState } from '../../src/schema/history';
import { decodeHistory } from '../../src/schema/historyRows';
import type { Configuration } from '../src/configuration';
import { countOf, isHistoryState, lastClosable } from '../src/historyPlan';
import { fine, note, wrong, type Finding } from './Finding';
import type { NamedDocument } from './readAccountState';

/** So many quarters may be waiting while nothing happens: with no event and no open dashboard nothing is collected. */
const quietQuarters = 4;

/** What is kept of the past: how far it reaches, what is still being collected, and whether TaskRouter tells the same of it. */
export function checkHistory(
  { history, dataDocument, historyRate }: Pick<Configuration, 'history' | 'dataDocument' | 'historyRate'>,
  documents: readonly NamedDocument[],
  now: number,
  setupCommand: string,
): readonly Finding[] {
  const kept = documents.filter(({ kind }) => kind === 'history');
  if (!history) {
    return kept.length === 0
      ? [fine('No past is kept: DASHBOARD_HISTORY is off')]
      : [
          wrong(
            `No past is kept any more (DASHBOARD_HISTORY is off), but ${kept.length} documents of it are left.`,
            `They expire within 35 days. To delete them now: ${setupCommand}`,
          ),
        ];
  }
  const state = kept.find(({ name }) => name === historyStateName(dataDocument))?.data;
  if (!isHistoryState(state)) {
    return [
      note('Nothing is kept of the past yet: the first collection after the deployment begins with it'),
    ];
  }
  const bytes = kept.reduce((sum, { data }) => sum + Buffer.byteLength(JSON.stringify(data)), 0);
  return [
    fine(
      `The past is kept since ${state.since}: ${state.days.length} ${state.days.length === 1 ? 'day' : 'days'} in ${kept.length} documents, ${Math.round(bytes / 1024)} KiB`,
    ),
    progressOf(state, now, historyRate),
    checkOf(state),
  ];
}

/** Hours of the last 24 in which something was collected, by the samples of their minutes; 8 where there are none. */
export function activeHours(documents: readonly NamedDocument[], now: number): number {
  const minutes = new Set<number>();
  for (const { kind, data } of documents) {
    const rows = kind === 'history' ? decodeHistory(data) : undefined;
    if (rows?.kind !== 'workspace-gauges') continue;
    const bounds = { start: Date.parse(rows.day.start) / 1000, until: Date.parse(rows.until) / 1000 };
    for (const row of rows.rows.keys()) minutes.add(endOfRow(bounds, rows.kind, row));
  }
  const ofLastDay = [...minutes].filter((end) => end > now - 24 * 3_600_000).length;
  return ofLastDay === 0 ? 8 : Math.max(1, Math.ceil(ofLastDay / 60));
}

function progressOf(state: HistoryState, now: number, rate: number): Finding {
  const behind = lastClosable(now) - state.upTo;
  const missing = countOf(state.missing);
  if (behind > quietQuarters) {
    return note(
      `The last quarter-hour that was kept ended ${Math.round((behind * quarterMs) / 3_600_000)} h ago: right while nothing happens and no dashboard is open. The next collection goes on, and asks for what is missing`,
    );
  }
  return missing === 0
    ? fine('Every quarter-hour that was asked for is there')
    : note(
        `${state.asked - missing} of ${state.asked} quarter-hours of the past are there; the others follow with later collections, at ${rate} calls a second`,
      );
}

function checkOf({ check: { windows, differing } }: HistoryState): Finding {
  const [last] = differing;
  if (last) {
    return wrong(
      `TaskRouter tells something else of the past than dashboards showed: until ${last.end} they showed ${last.shown} ${last.field}, and ${last.asked} it told ${last.later}.`,
      'Trends say so, too. Compare both with Flex Insights before you judge by them.',
    );
  }
  return windows === 0
    ? note('No window of the past was compared yet: that happens an hour later, from 100 tasks a day on')
    : fine(
        `TaskRouter told the same of ${windows} ${windows === 1 ? 'window' : 'windows'} an hour later as dashboards showed`,
      );
}
