import { namedDocuments } from '../../model/board/namedDocuments';
import type { JsonObject } from '../../saving/DocumentService';
import type { DocumentChange } from '../../saving/saveDocuments';
import { allDocuments, type BoardDocuments } from '../../model/board/BoardDocuments';
import type { DocumentNames } from '../session/documentsIn';

type Documents = ReadonlyMap<string, JsonObject | undefined>;

/**
 * Sync writes one document after the other, and a save may stop anywhere. In this order a tile that moves to another document
 * is there, and seen, before it is gone from its old place, and a document is there before the settings name it. Two tiles
 * that change places between full documents are the one thing that no order helps; the fewest are away then.
 */
export function inSafeOrder(
  base: BoardDocuments,
  changes: readonly DocumentChange[],
  names: DocumentNames,
): readonly DocumentChange[] {
  let now: Documents = new Map(allDocuments(base).map(({ name, value }) => [name, value]));
  const end = changes.reduce(withChange, now);
  const { tiles: atTheEnd } = shownIn(end, names);
  const kept = [...shownIn(now, names).tiles].filter((key) => atTheEnd.has(key));
  const faultsAfter = (change: DocumentChange): number => {
    const then = withChange(now, change);
    const { tiles, documents } = shownIn(then, names);
    const early = documents.filter((name) => !then.get(name) && end.get(name));
    return kept.filter((key) => !tiles.has(key)).length + early.length;
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

const withChange = (documents: Documents, { document, value }: DocumentChange): Documents =>
  new Map([...documents, [document, value]]);

/** Names of the documents that a dashboard reads, and the keys of their tiles. */
function shownIn(documents: Documents, names: DocumentNames) {
  const further = namedDocuments(documents.get(names.board), [names.definitions, names.board]);
  const shown = [names.definitions, ...further];
  return {
    documents: shown,
    tiles: new Set(shown.flatMap((name) => Object.keys(documents.get(name) ?? {}))),
  };
}
