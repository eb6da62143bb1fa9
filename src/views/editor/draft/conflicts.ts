import { freeKey } from '../../../model/board/Board';
import {
  hasKey,
  homeOf,
  replaceField,
  valueOf,
  withBoard,
  withEntry,
  type BoardDocuments,
  type JsonObject,
} from '../../../model/board/BoardDocuments';
import { storedTileOf } from '../../../model/board/boardDocument';
import { withStoredTile, withVariables } from '../../../model/board/changeBoard';
import { parseBoard } from '../../../model/board/parseBoard';
import { boardEntry, showing, withBoardEntry } from '../../../model/board/severalBoards';
import { storedVariables } from '../../../model/board/variablesOfBoard';
import { toDocuments } from '../../../model/board/toDocuments';
import { isRecord } from '../../../model/metric/fieldChecks';
import { sameJson } from '../../../persistence/sameJson';
import {
  copyOf,
  documentsOf,
  type Conflict,
  type ConflictChoice,
  type EditingSession,
} from './EditingSession';

/** Whether two conflicts are about the same thing. */
export const sameSubject = (a: Conflict, b: Conflict): boolean =>
  a.kind === b.kind && a.document === b.document && a.key === b.key;

/** The conflicts that are still there when mine is what stands in these documents now. */
export const currentConflicts = (
  conflicts: readonly Conflict[],
  documents: BoardDocuments,
): readonly Conflict[] =>
  conflicts
    .map((conflict) => ({ ...conflict, mine: subjectIn(documents, conflict) }))
    .filter(({ mine, theirs }) => !sameJson(mine, theirs));

/** What a conflict is about, as it is in these documents. */
export function subjectIn(documents: BoardDocuments, { kind, document, key }: Conflict): unknown {
  if (kind === 'tile') return storedTileOf(parseBoard(showing(documents, document)), key);
  if (kind === 'variable') return variablesIn(documents, document).find(isNamed(key));
  return kind === 'board' ? boardEntry(documents, key) : valueOf(documents, document)?.[key];
}

/** The session with one conflict decided, as a step that can be undone. */
export function resolveConflict(
  session: EditingSession,
  conflict: Conflict,
  choice: ConflictChoice,
): EditingSession {
  const { current, origin, past, conflicts } = session;
  if (!conflicts.some((other) => sameSubject(other, conflict))) return session;
  return {
    ...session,
    ...(choice === 'mine' ? {} : copyOf(choose(documentsOf(session), conflict, choice))),
    past: [...past, { type: 'resolve-conflict', key: conflict.key, current, origin, conflicts }],
    future: [],
    conflicts: conflicts.filter((other) => !sameSubject(other, conflict)),
  };
}

function choose(current: BoardDocuments, conflict: Conflict, choice: 'theirs' | 'both'): BoardDocuments {
  const { kind, key, document, mine, theirs } = conflict;
  const { index } = current;
  if (kind === 'setting' && index?.value && index.name === document)
    return { ...current, index: { ...index, value: replaceField(index.value, key, theirs) } };
  if (kind === 'setting') return withBoard(current, replaceField(current.board.value ?? {}, key, theirs));
  if (kind === 'board') return withBoardEntry(current, key, isRecord(theirs) ? theirs : undefined);
  if (kind === 'tile' || kind === 'variable') {
    const shown = showing(current, document);
    const board = parseBoard(shown);
    const changed =
      kind === 'tile'
        ? withStoredTile(board, key, theirs)
        : withVariables(board, withNamed(variablesIn(current, document), key, theirs));
    return showing(toDocuments(changed, shown), current.layout?.name);
  }
  const resolved = withEntry(withoutMovedCopies(current, conflict), document, key, theirs);
  if (choice === 'theirs' || mine === undefined || theirs === undefined) return resolved;
  return withEntry(
    resolved,
    document,
    freeKey(key, (other) => homeOf(resolved, other) !== undefined),
    mine,
  );
}

const variablesIn = (documents: BoardDocuments, document: string): readonly JsonObject[] =>
  storedVariables(parseBoard(showing(documents, document)));

const isNamed =
  (key: string) =>
  ({ name }: JsonObject): boolean =>
    name === key;

/** Choices with one of them replaced, or taken away given undefined. */
function withNamed(variables: readonly JsonObject[], key: string, variable: unknown): readonly JsonObject[] {
  const wanted = isRecord(variable) ? [variable] : [];
  const isHere = variables.some(isNamed(key));
  return isHere
    ? variables.flatMap((one) => (isNamed(key)(one) ? wanted : [one]))
    : [...variables, ...wanted];
}

/** Mine may have moved into another document, where room was; theirs in its old place is then the only one. */
function withoutMovedCopies(current: BoardDocuments, conflict: Conflict): BoardDocuments {
  if (conflict.mine !== undefined || conflict.theirs === undefined) return current;
  return current.definitions
    .filter(({ name, value }) => name !== conflict.document && hasKey(value, conflict.key))
    .reduce((result, { name }) => withEntry(result, name, conflict.key, undefined), current);
}
