import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { Store } from '../../../model/store/Store';
import { turnsInIndex } from '../../../model/board/playlist';
import { renderInPaste } from '../../../testing/renderInPaste';
import type { EditingModel, EditingState } from '../editing/EditingModel';
import type { EditingCommand } from '../draft/EditingCommand';
import { edit } from '../draft/edit';
import { beginEditing, documentsOf } from '../draft/EditingSession';
import { aBoard } from '../draft/testing/aBoard';
import { Playlist } from './Playlist';

it('reads seconds as people type them, and leaves them for what it cannot read', () => {
  const begun = beginEditing({
    ...aBoard({ a: {} }),
    index: { name: 'dashboard-boards', value: { boards: [{ id: 'k3f9x2ab', title: 'Sales' }] } },
  });
  const session = edit(begun, { type: 'set-playlist', turns: [{ board: 'k3f9x2ab', seconds: 45 }] });
  const state = new Store<EditingState>({ session, isSaving: false, saved: undefined });
  const model = {
    state,
    do: (command: EditingCommand) =>
      state.set({ ...state.get(), session: edit(state.get().session, command) }),
  } as unknown as EditingModel;
  renderInPaste(<Playlist model={model} />);
  const seconds = (): unknown =>
    turnsInIndex(documentsOf(state.get().session).index?.value).map((turn) => turn.seconds);
  const type = (text: string): void => {
    const field = screen.getByRole('textbox', { name: /seconds/i });
    userEvent.clear(field);
    if (text !== '') userEvent.type(field, text);
    fireEvent.blur(field);
  };
  expect(seconds()).toEqual([45]);
  type('1:30');
  expect(seconds()).toEqual([90]);
  for (const unread of ['', 'long', '1.000']) {
    type(unread);
    expect(seconds()).toEqual([90]);
  }
  type('7,5');
  expect(seconds()).toEqual([8]);
});
