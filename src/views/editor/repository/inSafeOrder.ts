import { metricOfTile } from '../../../model/board/Board';
import { readBoardDocument } from '../../../model/board/boardDocument';
import { namedDocuments } from '../../../model/board/namedDocuments';
import type { JsonObject } from '../../../persistence/DocumentService';
import { boardDocumentName, boardIdsIn, boardsName, shownBoardName } from '../../../persistence/boardNames';
import type { DocumentChange } from '../../../persistence/saveDocuments';
import { allDocuments, type BoardDocuments } from '../../../model/board/BoardDocuments';
import type { DocumentNames } from '../draft/documentsIn';

type Documents = ReadonlyMap<string, JsonObject | undefined>;

/**
 * Sync writes one document after the other, and a save may stop anywhere. In this order a tile that moves to another document
 * is there, and seen, before it is gone from its old place, a document is there before settings or the list of boards name it,
 * a document is not listed any more before it is emptied, and a metric is there for as long as a board's document has a tile of it. Two tiles
 * that change places between full documents are the one thing that no order helps; the fewest are away then.
 */
export function inSafeOrder(
  base: BoardDocuments,
  changes: readonly DocumentChange[],
  names: DocumentNames,
): readonly DocumentChange[] {
  let now: Documents = new Map(allDocuments(base).map(({ name, value }) => [name, value]));
  const shownIn = (documents: Documents) => shownOf(documents, names, base.layout?.name);
  const end = changes.reduce(withChange, now);
  const { tiles: atTheEnd } = shownIn(end);
  const { tiles: atFirst } = shownIn(now);
  const kept = [...atFirst].filter((key) => atTheEnd.has(key));
  const faultsAfter = (change: DocumentChange): number => {
    const then = withChange(now, change);
    const { tiles, documents, onBoard } = shownIn(then);
    const early = documents.filter((name) => !then.get(name) && end.get(name));
    const broken = onBoard.filter((key) => !tiles.has(key) && (atFirst.has(key) || atTheEnd.has(key)));
    const listed = boardIdsIn(then.get(boardsName(names.board)));
    const emptied = listed.filter((id) => isEmpty(then.get(boardDocumentName(names.board, id))));
    return emptied.length + kept.filter((key) => !tiles.has(key)).length + early.length + broken.length;
  };

  const ordered: DocumentChange[] = [];
  let pending = changes;
  while (pending.length > 0) {
    const faults = pending.map(faultsAfter);
    const next = pending[faults.indexOf(Math.min(...faults))] as DocumentChange;
    now = withChange(now, next);
    ordered.push(next);
    pending = pending.filter((change) => change !== next);
  }
  return ordered;
}

const isEmpty = (value: JsonObject | undefined): boolean =>
  value !== undefined && Object.keys(value).length === 0;

const withChange = (documents: Documents, { document, value }: DocumentChange): Documents =>
  new Map([...documents, [document, value]]);

/** Names of the documents that a dashboard reads, and the keys of their metrics. */
function shownOf(documents: Documents, names: DocumentNames, wanted: string | undefined) {
  const own = shownBoardName(documents.get(boardsName(names.board)), names.board, wanted);
  const layout = own === undefined ? undefined : documents.get(own);
  const further = namedDocuments(documents.get(names.board), [names.definitions, names.board], layout);
  const shown = [names.definitions, ...further];
  const tiles = layout ? readBoardDocument(layout).sections.flatMap((section) => section.tiles) : [];
  return {
    documents: [...shown, ...(own === undefined ? [] : [own])],
    /** Keys of the metrics on the tiles of a board with a document of its own. */
    onBoard: tiles.flatMap((tile) => metricOfTile(tile) ?? []),
    tiles: new Set(shown.flatMap((name) => Object.keys(documents.get(name) ?? {}))),
  };
}
