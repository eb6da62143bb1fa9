import type { BoardStatus } from '../board/boardState';
import { primaryIssue } from '../board/primaryIssue';
import type { Strings } from '../../strings/Strings';
import { momentInWords } from '../../strings/clockTimes';

/** Why the numbers on the wall are not those of now: one thing, in words that are read across a room. */
export interface WallNotice {
  readonly headline: string;
  /** What is known of the cause, and what is being done or to do about it. */
  readonly detail: string;
}

export interface WallNoticeOptions {
  readonly status: BoardStatus;
  readonly hasLoginEnded: boolean;
  /** Whether to say what only an admin can look into. */
  readonly isAdmin: boolean;
  /** Name of the document of the data. */
  readonly dataDocument: string;
  readonly strings: Strings;
}

/** The gravest reason not to trust the numbers; undefined while there is none. */
export function wallNotice({
  status,
  hasLoginEnded,
  isAdmin,
  dataDocument,
  strings,
}: WallNoticeOptions): WallNotice | undefined {
  const cause = primaryIssue(status);
  const { refresh } = status;
  const frozen = { headline: frozenHeadline(status, strings) };
  if (hasLoginEnded) return { ...frozen, detail: strings.text('WallLoginEnded') };
  switch (cause?.kind) {
    case undefined:
      return undefined;
    case 'disconnected':
      return { ...frozen, detail: strings.text('WallDisconnected') };
    case 'failed':
      return {
        ...frozen,
        detail: strings.text('CannotBeReadCause', { document: dataDocument, problem: cause.problem }),
      };
    case 'missing':
    case 'empty':
      return {
        headline: strings.text('NoDataYet'),
        detail: strings.text(cause.kind === 'missing' ? 'NoDataCause' : 'EmptyDataCause', {
          document: dataDocument,
        }),
      };
    case 'stale':
      return {
        ...frozen,
        detail:
          refresh.status === 'failed' && isAdmin
            ? strings.text('WallCollectionFails', { problem: refresh.problem })
            : strings.text('WallNothingCollected'),
      };
    case 'age-unknown':
      return { headline: strings.text('AgeUnknownTitle'), detail: strings.text('AgeUnknownCause') };
    case 'day-over':
      return { headline: strings.text('WallYesterday'), detail: strings.text('WallYesterdayCause') };
  }
}

/** Which boards of a playlist the wall cannot show; undefined where it shows them all. */
export const playlistNotice = (absent: readonly string[], strings: Strings): WallNotice | undefined =>
  absent.length === 0
    ? undefined
    : {
        headline: strings.text('WallBoardsAbsent', { count: absent.length, boards: absent.join(', ') }),
        detail: strings.text('WallBoardsAbsentCause'),
      };

function frozenHeadline({ collectedAt, now, day }: BoardStatus, strings: Strings): string {
  if (collectedAt === undefined) return strings.text('WallNothingUpdating');
  const time = momentInWords(collectedAt, now, day?.timeZone, strings.locale);
  return strings.text('WallNumbersOf', { time });
}
