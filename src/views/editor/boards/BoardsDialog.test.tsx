import { screen } from '@testing-library/react';
import * as React from 'react';
import { Store } from '../../../model/store/Store';
import { renderInPaste } from '../../../testing/renderInPaste';
import type { BoardModel } from '../../board/BoardModel';
import { beginEditing } from '../draft/EditingSession';
import { aBoard } from '../draft/testing/aBoard';
import type { EditingModel, EditingState } from '../editing/EditingModel';
import { BoardsDialog } from './BoardsDialog';

it('calls a board without a title of its own as its heading does, not by its id', () => {
  const session = beginEditing({
    ...aBoard({ a: {} }),
    index: { name: 'dashboard-boards', value: { boards: [{ id: 'board001' }, { id: 'k3f9x2ab' }] } },
    layout: { name: 'dashboard-board-board001', value: { sections: [] } },
  });
  const model = {
    session,
    state: new Store<EditingState>({ session, isSaving: false, saved: undefined }),
    elsewhere: new Store([]),
  } as unknown as EditingModel;
  const nothing = (): void => undefined;
  renderInPaste(
    <BoardsDialog
      model={model}
      board={{} as BoardModel}
      title="Realtime Dashboard"
      onOpen={nothing}
      onClose={nothing}
    />,
  );
  const names = screen.getAllByRole<HTMLInputElement>('textbox', { name: /^Name of / });
  expect(names.map(({ value }) => value)).toEqual(expect.arrayContaining(['Realtime Dashboard', 'k3f9x2ab']));
});
