import * as React from 'react';
import type { BoardModel } from '../../board/BoardModel';
import { styled } from '../../../paste/styling';
import { newBoardId } from '../../../model/board/severalBoards';
import { useStrings } from '../../../strings/StringsContext';
import { Fields } from '../dialog/Fields';
import { PrimaryButton } from '../dialog/PrimaryButton';
import type { EditingModel } from '../editing/EditingModel';
import { documentsOf } from '../draft/EditingSession';
import { boardToBeginWith, type BoardStart } from './boardToBeginWith';

export interface NewBoardProps {
  readonly model: EditingModel;
  readonly board: BoardModel;
  /** What the board that is shown is called. */
  readonly title: string;
  /** The new board is shown. */
  readonly onDone: () => void;
}

/** Asks for the name of a new board, and for what it begins with. */
export function NewBoard({ model, board, title, onDone }: NewBoardProps): React.ReactElement {
  const { text } = useStrings();
  const [name, setName] = React.useState('');
  const [start, setStart] = React.useState<BoardStart>('default');
  const field = React.useRef<HTMLInputElement>(null);
  React.useLayoutEffect(() => field.current?.focus(), []);
  const add = (event: React.FormEvent): void => {
    event.preventDefault();
    const documents = documentsOf(model.session);
    model.do({
      type: 'add-board',
      id: newBoardId(documents),
      title: name.trim(),
      firstTitle: title,
      ...boardToBeginWith(start, model.session.current, board.moment()),
    });
    onDone();
  };
  const starts: readonly (readonly [BoardStart, string])[] = [
    ['default', text('BoardsFromDefault')],
    ['empty', text('BoardsFromEmpty')],
    ['copy', text('BoardsFromCopy', { label: title })],
  ];
  return (
    <form onSubmit={add}>
      <Fields>
        <label>
          {text('BoardsNewName')}
          <input ref={field} dir="auto" value={name} onChange={({ target }) => setName(target.value)} />
        </label>
        <Starts>
          <legend>{text('BoardsBeginWith')}</legend>
          {starts.map(([value, label]) => (
            <label key={value}>
              <input
                type="radio"
                name="board-start"
                checked={start === value}
                onChange={() => setStart(value)}
              />{' '}
              {label}
            </label>
          ))}
        </Starts>
      </Fields>
      <PrimaryButton type="submit" disabled={name.trim() === ''}>
        {text('BoardsAdd')}
      </PrimaryButton>
    </form>
  );
}

const Starts = styled('fieldset')`
  && {
    margin: 0.75rem 0;
  }
`;
