import { metricOfTile } from '../../../model/board/Board';
import { readBoardDocument } from '../../../model/board/boardDocument';
import type { BoardDocuments, SavedDocument } from '../../../model/board/BoardDocuments';
import { parseBoard } from '../../../model/board/parseBoard';
import { areSeveral, boardDocumentsIn, boardTitle } from '../../../model/board/severalBoards';
import { boardDocumentName, boardsIn } from '../../../persistence/boardNames';

/** A board that shows a metric. */
export interface MetricUse {
  readonly id: string;
  readonly title: string;
  /** Nobody sees it, but it can be restored. */
  readonly isDeleted: boolean;
}

/** The boards that show each metric, by its key; metrics on no board are not in it. */
export type MetricUses = ReadonlyMap<string, readonly MetricUse[]>;

/**
 * Which metrics stand on which boards.
 * @param documents what somebody works on
 * @param elsewhere documents of boards as they are saved, for those that are not worked on
 */
export function metricUses(documents: BoardDocuments, elsewhere: readonly SavedDocument[]): MetricUses {
  const here = boardDocumentsIn(documents);
  const uses = new Map<string, readonly MetricUse[]>();
  for (const { id, deletedAt } of boardsIn(documents.index?.value)) {
    const name = boardDocumentName(documents.board.name, id);
    const found = [...here, ...elsewhere].find((document) => document.name === name);
    const tiles = found?.value
      ? readBoardDocument(found.value).sections.flatMap((section) => section.tiles)
      : [];
    const use = { id, title: boardTitle(documents, id), isDeleted: deletedAt !== undefined };
    for (const metric of new Set(tiles.flatMap((tile) => metricOfTile(tile) ?? [])))
      uses.set(metric, [...(uses.get(metric) ?? []), use]);
  }
  return uses;
}

/** Whether another board than the one that is shown has a metric. Until it is known what is on the others, it may be any metric. */
export function shownElsewhere(
  documents: BoardDocuments,
  elsewhere: readonly SavedDocument[] | undefined,
): (metric: string) => boolean {
  if (!areSeveral(documents)) return () => false;
  if (!elsewhere) return () => true;
  const uses = metricUses(documents, elsewhere);
  const shown = parseBoard(documents).id;
  return (metric) => (uses.get(metric) ?? []).some(({ id }) => id !== shown);
}
