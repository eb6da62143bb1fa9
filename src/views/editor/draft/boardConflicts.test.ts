import type { BoardDocuments } from '../../../model/board/BoardDocuments';
import { storedVariables } from '../../../model/board/variablesOfBoard';
import { resolveConflict } from './conflicts';
import { edit } from './edit';
import type { EditingCommand } from './EditingCommand';
import { beginEditing, documentsOf, undo, type ConflictChoice, type EditingSession } from './EditingSession';
import { rebase } from './rebase';

const queue = { name: 'queue', type: 'queue' };
const limit = { name: 'limit', type: 'number', default: 20 };
const saved: BoardDocuments = {
  definitions: [{ name: 'dashboard-definitions', value: {} }],
  board: { name: 'dashboard-board', value: undefined },
  index: {
    name: 'dashboard-boards',
    value: {
      boards: [{ id: 'sales001', title: 'Sales' }, { id: 'support1' }],
      playlist: [{ board: 'sales001' }],
    },
  },
  layout: { name: 'dashboard-board-sales001', value: { variables: [queue, limit], sections: [] } },
};
const begun = beginEditing(saved);
const both = (mine: EditingCommand, theirs: EditingCommand): EditingSession =>
  rebase(edit(begun, mine), documentsOf(edit(begun, theirs)));
const decided = (session: EditingSession, choice: ConflictChoice): EditingSession => {
  const [conflict] = session.conflicts;
  if (!conflict) throw new Error('There is a conflict.');
  return resolveConflict(session, conflict, choice);
};

describe('a playlist that two people changed', () => {
  const playing = (seconds: number): EditingCommand => ({
    type: 'set-playlist',
    turns: [{ board: 'sales001', seconds }],
  });
  const secondsOf = (session: EditingSession) => documentsOf(session).index?.value?.playlist;
  const clash = both(playing(20), playing(40));

  it('is a conflict, in which mine or theirs is taken', () => {
    expect(clash.conflicts).toMatchObject([
      { kind: 'setting', document: 'dashboard-boards', key: 'playlist', theirs: [{ seconds: 40 }] },
    ]);
    expect(secondsOf(decided(clash, 'mine'))).toMatchObject([{ seconds: 20 }]);
    expect(secondsOf(decided(clash, 'theirs'))).toMatchObject([{ seconds: 40 }]);
    expect(documentsOf(decided(clash, 'theirs')).index?.value?.boards).toHaveLength(2);
    expect(undo(decided(clash, 'theirs')).conflicts).toHaveLength(1);
  });

  it('is none where both changed it in the same way, or only one did', () => {
    expect(both(playing(20), playing(20)).conflicts).toEqual([]);
    expect(both(playing(20), { type: 'rename-board', id: 'support1', title: 'Help' }).conflicts).toEqual([]);
  });
});

describe('choices that two people changed', () => {
  const choices = (...variables: readonly object[]): EditingCommand => ({
    type: 'change-variables',
    variables: variables as never,
  });
  const of = (session: EditingSession) => storedVariables(session.current);
  const clash = both(choices(queue, { ...limit, default: 30 }), choices(queue, { ...limit, default: 40 }));

  it('are a conflict for each choice that both changed', () => {
    expect(clash.conflicts).toMatchObject([
      {
        kind: 'variable',
        document: 'dashboard-board-sales001',
        key: 'limit',
        mine: { default: 30 },
        theirs: { default: 40 },
      },
    ]);
    expect(of(decided(clash, 'mine'))).toEqual([queue, { ...limit, default: 30 }]);
    expect(of(decided(clash, 'theirs'))).toEqual([queue, { ...limit, default: 40 }]);
  });

  it('are a conflict where one deleted what the other changed', () => {
    const deleted = both(choices(queue), choices(queue, { ...limit, default: 40 }));
    expect(deleted.conflicts).toMatchObject([{ kind: 'variable', key: 'limit', mine: undefined }]);
    expect(of(decided(deleted, 'mine'))).toEqual([queue]);
    expect(of(decided(deleted, 'theirs'))).toEqual([queue, { ...limit, default: 40 }]);
    const kept = both(choices(queue, { ...limit, default: 40 }), choices(queue));
    expect(kept.conflicts).toMatchObject([{ kind: 'variable', key: 'limit', theirs: undefined }]);
    expect(of(decided(kept, 'theirs'))).toEqual([queue]);
  });

  it('are merged where each changed another', () => {
    const merged = both(
      choices({ ...queue, several: true }, limit),
      choices(queue, { ...limit, default: 40 }),
    );
    expect(merged.conflicts).toEqual([]);
    expect(of(merged)).toEqual([
      { ...queue, several: true },
      { ...limit, default: 40 },
    ]);
  });
});

describe('who a board is for, changed by two people', () => {
  it('is a conflict', () => {
    const teams = (name: string): EditingCommand => ({
      type: 'set-audience',
      id: 'sales001',
      audience: { teams: [name], roles: [] },
    });
    const clash = both(teams('Sales'), teams('Support'));
    expect(clash.conflicts).toMatchObject([{ kind: 'board', key: 'sales001' }]);
    expect(documentsOf(decided(clash, 'theirs')).index?.value?.boards).toMatchObject([
      { for: { teams: ['Support'] } },
      {},
    ]);
  });
});
