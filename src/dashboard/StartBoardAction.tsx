import * as React from 'react';
import type { Observable } from '../model/Observable';
import { useStrings } from '../strings/StringsContext';
import { QuietButton } from '../ui/QuietButton';
import { useObservable } from './useObservable';

/** The board that somebody starts with in this browser, whatever board is for them. */
export interface StartBoard {
  readonly id: Observable<string | undefined>;
  /** Given undefined, they start with the board that is for them. */
  set(id: string | undefined): void;
}

export interface StartBoardActionProps {
  readonly start: StartBoard;
  /** Id of the board that is shown. */
  readonly shown: string;
}

/** Makes the board that is shown the one to start with, or takes that back. */
export function StartBoardAction({ start, shown }: StartBoardActionProps): React.ReactElement {
  const { text } = useStrings();
  const isStart = useObservable(start.id) === shown;
  return (
    <QuietButton type="button" onClick={() => start.set(isStart ? undefined : shown)}>
      {text(isStart ? 'StartBoardForget' : 'StartBoardMake')}
    </QuietButton>
  );
}
