import * as React from 'react';
import { Callout } from '../../paste/Callout';
import { styled } from '../../paste/styling';
import { useStrings } from '../../strings/StringsContext';
import { Button } from '../../ui/Button';
import type { BoardLayout } from '../board/boardState';

export interface BoardGoneProps {
  readonly layout: BoardLayout;
  readonly onChoose: (id: string) => void;
}

/** So many boards are offered here; all of them are in the header. */
const mostOffered = 6;

/** Says that the board which somebody wants was deleted, and offers the others. */
export function BoardGone({ layout, onChoose }: BoardGoneProps): React.ReactElement | null {
  const { text } = useStrings();
  const { problems, boards, shown } = layout;
  const gone = problems.find((problem) => problem.kind === 'board-gone');
  if (gone?.kind !== 'board-gone') return null;
  const { title, isDeleted } = gone;
  const instead = boards.find(({ id }) => id === shown);
  return (
    <Gone role="status" data-board-gone="">
      <Callout
        variant="warning"
        iconLabel={text('BannerWarning')}
        title={text(isDeleted ? 'BoardDeleted' : 'BoardUnknown', { title })}
      >
        <span>{instead ? text('BoardInstead', { title: instead.title }) : null}</span>
        {boards.slice(0, mostOffered).map((board) => (
          <Button key={board.id} type="button" onClick={() => onChoose(board.id)}>
            {text('BoardOpen', { title: board.title })}
          </Button>
        ))}
      </Callout>
    </Gone>
  );
}

const Gone = styled('div')`
  flex: none;
  p {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }
`;
