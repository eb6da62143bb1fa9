import * as React from 'react';
import { useStore } from '../../board/useStore';
import { boardTitle, keptFor } from '../../../model/board/severalBoards';
import { boardsIn } from '../../../persistence/boardNames';
import { useStrings } from '../../../strings/StringsContext';
import { Button } from '../../../ui/Button';
import type { EditingModel } from '../editing/EditingModel';
import { documentsOf } from '../draft/EditingSession';

/** The boards that were deleted in the last 30 days; each can be restored as it was. */
export function DeletedBoards({ model }: { readonly model: EditingModel }): React.ReactElement | null {
  const { text, locale } = useStrings();
  const { session } = useStore(model.state);
  const documents = documentsOf(session);
  const deleted = boardsIn(documents.index?.value).flatMap(({ id, deletedAt }) =>
    deletedAt !== undefined && Date.now() - deletedAt <= keptFor ? [{ id, deletedAt }] : [],
  );
  if (deleted.length === 0) return null;
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  return (
    <section data-deleted-boards="">
      <h3>{text('BoardsDeleted')}</h3>
      <p>{text('BoardsDeletedCause')}</p>
      <ul>
        {deleted.map(({ id, deletedAt }) => {
          const label = boardTitle(documents, id);
          return (
            <li key={id}>
              {text('BoardsDeletedAt', { label, date: date.format(deletedAt) })}{' '}
              <Button
                type="button"
                aria-label={text('BoardsRestore', { label })}
                onClick={() => model.do({ type: 'restore-board', id })}
              >
                {text('BoardsRestoreShort')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
