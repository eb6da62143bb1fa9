import { boardDocumentName, boardsIn } from '../../../persistence/boardNames';
import type { BoardDocuments } from '../../../model/board/BoardDocuments';
import { Store, type ReadableStore } from '../../../model/store/Store';
import type { DashboardSources } from '../../../sources/DashboardSources';
import { stateOf } from '../draft/documentsIn';

/** The sources with the documents of a working copy in place of the saved ones; data and connection go on as they come. */
export function editedSources(
  sources: DashboardSources,
  documents: ReadableStore<BoardDocuments>,
): DashboardSources {
  const part = <T>(read: (documents: BoardDocuments) => T): ReadableStore<T> => derived(documents, read);
  return {
    ...sources,
    definitions: part(({ definitions: [first] }) => stateOf(first)),
    furtherDefinitions: part(({ definitions: [, ...further] }) =>
      further.map((document) => ({ name: document.name, state: stateOf(document) })),
    ),
    boardSettings: part(({ board }) => stateOf(board)),
    boards: part(({ index }) => stateOf(index)),
    wantedBoard: new Store(undefined),
    boardDocument: part(({ board, index, layout }) =>
      layout && boardsIn(index?.value).some(({ id }) => boardDocumentName(board.name, id) === layout.name)
        ? { name: layout.name, state: stateOf(layout) }
        : undefined,
    ),
  };
}

/** What is read of a value: the same until that is another value. */
function derived<From, To>(from: ReadableStore<From>, read: (from: From) => To): ReadableStore<To> {
  let of = from.get();
  let known = read(of);
  return {
    get() {
      if (of !== from.get()) {
        of = from.get();
        known = read(of);
      }
      return known;
    },
    subscribe: (onChange) => from.subscribe(onChange),
  };
}
