import type { BoardDocuments } from '../../../model/board/BoardDocuments';
import type { ReadableStore } from '../../../model/store/Store';
import { sameJson } from '../../../persistence/sameJson';
import { documentsIn, type DocumentNames, type SourcesOfBoard } from '../draft/documentsIn';

/** What is saved at this moment, whoever saved it; the same object until it is something else. Undefined while that is not known. */
export function savedDocuments(
  sources: SourcesOfBoard,
  names: DocumentNames,
): ReadableStore<BoardDocuments | undefined> {
  const { definitions, furtherDefinitions, boardSettings, boards, boardDocument } = sources;
  let known: BoardDocuments | undefined;
  return {
    get() {
      const found = documentsIn(sources, names);
      if (!sameJson(found, known)) known = found;
      return known;
    },
    subscribe(onChange) {
      const parts = [definitions, furtherDefinitions, boardSettings, boards, boardDocument];
      const leave = parts.map((part) => part.subscribe(onChange));
      return () => leave.forEach((end) => end());
    },
  };
}
