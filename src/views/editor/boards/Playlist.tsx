import * as React from 'react';
import { useStore } from '../../board/useStore';
import { asSeconds, turnsInIndex, usualSeconds } from '../../../model/board/playlist';
import { boardTitle } from '../../../model/board/severalBoards';
import { styled } from '../../../paste/styling';
import { boardIdsIn } from '../../../persistence/boardNames';
import { useStrings } from '../../../strings/StringsContext';
import { Button } from '../../../ui/Button';
import { Fields } from '../dialog/Fields';
import type { EditingModel } from '../editing/EditingModel';
import { BoardRows } from './BoardRows';
import { documentsOf } from '../draft/EditingSession';
import { readTypedNumber } from '../tile-editor/typedNumber';

/** The boards that a wall display shows in turn, each with its seconds. */
export function Playlist({ model }: { readonly model: EditingModel }): React.ReactElement | null {
  const { text } = useStrings();
  const { session } = useStore(model.state);
  const documents = documentsOf(session);
  const turns = turnsInIndex(documents.index?.value);
  const boards = boardIdsIn(documents.index?.value);
  if (boards.length < 2 && turns.length === 0) return null;
  const put = (next: typeof turns): void => model.do({ type: 'set-playlist', turns: next });
  const swap = (index: number): void => {
    const [before, turn] = turns.slice(index - 1, index + 1);
    if (before && turn) put([...turns.slice(0, index - 1), turn, before, ...turns.slice(index + 1)]);
  };
  return (
    <section aria-label={text('PlaylistTitle')}>
      <h3>{text('PlaylistTitle')}</h3>
      <p>{text('PlaylistCause')}</p>
      <List>
        {turns.map(({ board, seconds }, index) => {
          const isThere = boards.includes(board);
          const label = isThere ? boardTitle(documents, board) : text('PlaylistGone', { board });
          return (
            <li key={`${board} ${index}`}>
              <span dir="auto">{label}</span>
              <Fields>
                <input
                  key={seconds}
                  inputMode="numeric"
                  defaultValue={seconds}
                  aria-label={text('PlaylistSeconds', { label })}
                  onBlur={({ target }) => {
                    const typed = readTypedNumber(target.value, 'time');
                    // What cannot be read changes nothing.
                    const asked = 'problem' in typed ? seconds : asSeconds(typed.value ?? seconds);
                    target.value = String(asked);
                    if (asked !== seconds)
                      put(turns.map((turn, other) => (other === index ? { board, seconds: asked } : turn)));
                  }}
                />
              </Fields>
              <Button
                type="button"
                aria-label={text('BoardsUp', { label })}
                aria-disabled={index === 0}
                onClick={() => swap(index)}
              >
                ↑
              </Button>
              <Button
                type="button"
                aria-label={text('PlaylistRemove', { label })}
                onClick={() => put(turns.filter((_, other) => other !== index))}
              >
                {text('PlaylistRemoveShort')}
              </Button>
            </li>
          );
        })}
      </List>
      <Fields>
        <label>
          {text('PlaylistAdd')}
          <select
            value=""
            onChange={({ target }) => put([...turns, { board: target.value, seconds: usualSeconds }])}
          >
            <option value="">{text('PlaylistChoose')}</option>
            {boards.map((id) => (
              <option key={id} value={id}>
                {boardTitle(documents, id)}
              </option>
            ))}
          </select>
        </label>
      </Fields>
    </section>
  );
}

const List = styled(BoardRows)`
  li > span {
    flex: 1 1 8rem;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  input {
    width: 6rem;
  }
`;
