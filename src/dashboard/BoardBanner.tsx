import * as React from 'react';
import { Callout, type CalloutVariant } from '../paste/Callout';
import { styled } from '../paste/styling';
import { useStrings } from '../strings/StringsContext';
import type { Strings } from '../strings/Strings';
import type { BoardStatus } from './boardState';
import { causeOf } from './causeOf';
import type { Observable } from '../model/Observable';
import { timeOfDay } from '../strings/timesInWords';
import { useObservable } from './useObservable';

export interface BoardBannerProps {
  readonly status: Observable<BoardStatus>;
  /** Name of the Sync document, for messages. */
  readonly dataDocument: string;
  /** Whether to say what only an admin can look into. */
  readonly isAdmin: boolean;
}

/** What keeps the numbers of the whole board from being the present: at most one thing, the first cause. */
export function BoardBanner({ status, dataDocument, isAdmin }: BoardBannerProps): React.ReactElement {
  const strings = useStrings();
  const banner = bannerFor(useObservable(status), { dataDocument, isAdmin }, strings);
  return (
    <Announced role="status">
      {banner ? (
        <Callout
          variant={banner.variant}
          iconLabel={strings.text(iconLabels[banner.variant])}
          title={banner.title}
        >
          {banner.text}
        </Callout>
      ) : null}
    </Announced>
  );
}

/** Always there, so that what comes into it is read out; empty it takes no room, not even the gap of its column. */
const Announced = styled.div`
  &:empty {
    margin-top: -1.25rem;
  }
`;

const iconLabels = { error: 'BannerError', warning: 'BannerWarning', neutral: 'BannerNeutral' } as const;

interface Banner {
  readonly variant: CalloutVariant;
  readonly title: string;
  readonly text: string;
}

function bannerFor(
  status: BoardStatus,
  { dataDocument: document, isAdmin }: Pick<BoardBannerProps, 'dataDocument' | 'isAdmin'>,
  strings: Strings,
): Banner | undefined {
  const cause = causeOf(status);
  switch (cause?.kind) {
    case undefined:
      return undefined;
    case 'disconnected':
      return {
        variant: 'error',
        title: strings.text('Disconnected'),
        text:
          status.collectedAt === undefined
            ? strings.text('DisconnectedWithoutData')
            : strings.text('DisconnectedSince', { time: timeOfDay(status.collectedAt, strings) }),
      };
    case 'failed':
      return {
        variant: 'error',
        title: strings.text('DataCannotBeRead'),
        text: strings.text('DataCannotBeReadCause', { document, problem: cause.problem }),
      };
    case 'missing':
    case 'empty':
      return {
        variant: 'neutral',
        title: strings.text('NoDataYet'),
        text: strings.text(cause.kind === 'missing' ? 'NoDataCause' : 'EmptyDataCause', { document }),
      };
    case 'stale':
      return {
        variant: 'warning',
        title: strings.text('StaleTitle'),
        text: `${strings.text('StaleSince', { time: timeOfDay(cause.collectedAt, strings) })} ${isAdmin ? cureOf(status, strings) : strings.text('StaleTellAdmin')}`,
      };
    case 'age-unknown':
      return {
        variant: 'warning',
        title: strings.text('AgeUnknownTitle'),
        text: strings.text('AgeUnknownCause'),
      };
    case 'day-over':
      return { variant: 'neutral', title: strings.text('DayOver'), text: strings.text('DayOverCause') };
  }
}

function cureOf({ refresh }: BoardStatus, strings: Strings): string {
  if (refresh.status === 'failed') return strings.text('StaleRefreshFails', { problem: refresh.problem });
  return strings.text(refresh.status === 'off' ? 'StaleWithoutRefresh' : 'StaleCure');
}
