import { momentInWords } from '../../strings/clockTimes';
import type { Strings } from '../../strings/Strings';
import { ageInWords } from '../../strings/timesInWords';
import type { BoardStatus } from './boardState';
import { primaryIssue, type Cause } from './primaryIssue';
import { describeDay } from './describeFreshness';

export interface ExplainOptions {
  /** Name of the Sync document, for messages. */
  readonly dataDocument: string;
  /** Whether to say what only an admin can look into. */
  readonly isAdmin: boolean;
}

/** Why the numbers are not those of now: what happened, and what to do. Undefined while they are. */
export interface CauseInWords {
  readonly title: string;
  readonly text: string;
}

/** What stands behind the freshness of a board, each a sentence or two: since when totals count, and how data is asked for. */
export function explainFreshness(
  status: BoardStatus,
  { isAdmin }: Pick<ExplainOptions, 'isAdmin'>,
  strings: Strings,
): readonly string[] {
  return [describeDay(status, strings), refreshInWords(status, isAdmin, strings)].filter(isText);
}

const isText = (text: string | undefined): text is string => text !== undefined;

export function describeCause(
  status: BoardStatus,
  { dataDocument: document, isAdmin }: ExplainOptions,
  strings: Strings,
): CauseInWords | undefined {
  const { text } = strings;
  const cause = primaryIssue(status);
  switch (cause?.kind) {
    case undefined:
      return undefined;
    case 'disconnected':
      return { title: text('Disconnected'), text: text('DisconnectedCause') };
    case 'failed':
      return {
        title: text('DataCannotBeRead'),
        text: text('DataCannotBeReadCause', { document, problem: cause.problem }),
      };
    case 'missing':
    case 'empty':
      return {
        title: text('NoDataYet'),
        text: text(cause.kind === 'missing' ? 'NoDataCause' : 'EmptyDataCause', { document }),
      };
    case 'stale':
      return { title: text('StaleTitle'), text: staleInWords(cause, status, isAdmin, strings) };
    case 'age-unknown':
      return { title: text('AgeUnknownTitle'), text: text('AgeUnknownCause') };
    case 'day-over':
      return { title: text('DayOver'), text: text('DayOverCause') };
  }
}

function staleInWords(
  { collectedAt }: Extract<Cause, { kind: 'stale' }>,
  { now, day, refresh }: BoardStatus,
  isAdmin: boolean,
  { text, locale }: Strings,
): string {
  const since = text('StaleSince', { time: momentInWords(collectedAt, now, day?.timeZone, locale) });
  if (!isAdmin) return `${since} ${text('StaleTellAdmin')}`;
  if (refresh.status === 'failed')
    return `${since} ${text('StaleRefreshFails', { problem: refresh.problem })}`;
  return `${since} ${text(refresh.status === 'off' ? 'StaleWithoutRefresh' : 'StaleCure')}`;
}

/** How data is asked for, where that is not as usual; settings and reasons are for admins. */
function refreshInWords(
  { refresh, now }: BoardStatus,
  isAdmin: boolean,
  strings: Strings,
): string | undefined {
  const { text } = strings;
  switch (refresh.status) {
    case 'idle':
      return undefined;
    case 'asking':
      return text('RefreshAsking');
    case 'off':
      if (!isAdmin) return undefined;
      return `${text('RefreshOff')} ${text(refresh.reason === 'no-address' ? 'RefreshOffNoAddress' : 'RefreshOffUnsafe')}`;
    case 'failed': {
      if (!isAdmin) return text('RefreshFailed');
      const age = ageInWords((refresh.retryAt - now) / 1000, strings);
      return `${text('RefreshFailed')} ${text('RefreshFailedDetail', { problem: refresh.problem, age })}`;
    }
  }
}
