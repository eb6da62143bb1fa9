import type { BoardDocuments } from '../../../model/board/BoardDocuments';
import { changesOf } from './changesOf';
import { edit } from './edit';
import type { EditingCommand } from './EditingCommand';
import { beginEditing, documentsOf, undo } from './EditingSession';
import { rebase } from './rebase';

const entry = { id: 'sales001', title: 'Sales', later: true };
const saved: BoardDocuments = {
  definitions: [{ name: 'dashboard-definitions', value: {} }],
  board: { name: 'dashboard-board', value: undefined },
  index: { name: 'dashboard-boards', value: { boards: [entry, { id: 'support1' }], newer: 1 } },
  layout: { name: 'dashboard-board-sales001', value: { sections: [] } },
};
const begun = beginEditing(saved);
const indexOf = (session: typeof begun) => documentsOf(session).index?.value;

const forSales: EditingCommand = {
  type: 'set-audience',
  id: 'sales001',
  audience: { teams: ['Sales'], roles: [] },
};
const playlist: EditingCommand = { type: 'set-playlist', turns: [{ board: 'sales001', seconds: 30 }] };

describe('who a board is for', () => {
  it('is kept in its entry, beside what others keep there, and can be undone', () => {
    const session = edit(begun, forSales);
    expect(indexOf(session)).toMatchObject({
      boards: [{ ...entry, for: { teams: ['Sales'] } }, {}],
      newer: 1,
    });
    expect(changesOf(session)).toEqual([
      { kind: 'board', key: 'sales001', label: 'Sales', change: 'changed' },
    ]);
    expect(documentsOf(undo(session))).toBe(saved);
  });

  it('is no field where it is for nobody in particular', () => {
    const nobody: EditingCommand = { ...forSales, audience: { teams: [], roles: [] } };
    expect(documentsOf(edit(edit(begun, forSales), nobody))).toEqual(saved);
  });
});

describe('the playlist', () => {
  it('is kept in the list of boards, and can be undone and emptied', () => {
    const session = edit(begun, playlist);
    expect(indexOf(session)).toMatchObject({ playlist: [{ board: 'sales001', seconds: 30 }] });
    expect(changesOf(session)).toEqual([{ kind: 'setting', key: 'playlist' }]);
    expect(documentsOf(undo(session))).toBe(saved);
    expect(indexOf(edit(session, { type: 'set-playlist', turns: [] }))).toEqual(saved.index?.value);
  });

  it('lands beside what somebody else changed in the list meanwhile', () => {
    const theirs = documentsOf(edit(begun, { type: 'rename-board', id: 'support1', title: 'Help' }));
    const merged = rebase(edit(begun, playlist), theirs);
    expect(indexOf(merged)).toMatchObject({
      playlist: [{ board: 'sales001' }],
      boards: [{ id: 'sales001' }, { title: 'Help' }],
    });
    expect(indexOf(rebase(edit(begun, forSales), documentsOf(edit(begun, playlist))))).toMatchObject({
      playlist: [{ board: 'sales001' }],
      boards: [{ for: { teams: ['Sales'] } }, {}],
    });
  });
});
