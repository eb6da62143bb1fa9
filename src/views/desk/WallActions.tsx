import * as React from 'react';
import { valueOf } from '../../model/metric/Loaded';
import { turnsInIndex } from '../../model/board/playlist';
import type { Source } from '../../sources/Source';
import { useStrings } from '../../strings/StringsContext';
import { Button } from '../../ui/Button';
import { useStore } from '../board/useStore';

export interface WallActionsProps {
  /** The list of boards. */
  readonly boards: Source<unknown>;
  /** Somebody wants the board on a wall, or several: given empty text, those of the saved playlist. */
  readonly onOpenWall: (boards?: string) => void;
}

/** Buttons that open a wall: of this board and, where a playlist is saved, of the boards in it. */
export function WallActions({ boards, onOpenWall }: WallActionsProps): React.ReactElement {
  const { text } = useStrings();
  const hasPlaylist = turnsInIndex(valueOf(useStore(boards))).length > 0;
  return (
    <>
      <Button type="button" onClick={() => onOpenWall()}>
        {text('WallOpen')}
      </Button>
      {hasPlaylist ? (
        <Button type="button" onClick={() => onOpenWall('')}>
          {text('WallRotate')}
        </Button>
      ) : null}
    </>
  );
}
