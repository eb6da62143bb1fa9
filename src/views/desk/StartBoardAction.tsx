import * as React from 'react';
import type { ReadableStore } from '../../model/store/Store';
import { useStrings } from '../../strings/StringsContext';
import { Button } from '../../ui/Button';
import { useStore } from '../board/useStore';

/** The board that somebody starts with in this browser, whatever board is for them. */
export interface StartBoard {
  readonly id: ReadableStore<string | undefined>;
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
  const isStart = useStore(start.id) === shown;
  return (
    <Button type="button" onClick={() => start.set(isStart ? undefined : shown)}>
      {text(isStart ? 'StartBoardForget' : 'StartBoardMake')}
    </Button>
  );
}
