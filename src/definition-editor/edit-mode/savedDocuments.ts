import type { DashboardSource } from '../../dashboard-source/DashboardSource';
import type { Observable } from '../../dashboard/Observable';
import { sameJson } from '../../saving/sameJson';
import type { BoardDocuments } from '../../model/board/BoardDocuments';
import { documentsIn, type DocumentNames } from '../session/documentsIn';

/** What is saved at this moment, whoever saved it; the same object until it is something else. Undefined while that is not known. */
export function savedDocuments(
  source: DashboardSource,
  names: DocumentNames,
): Observable<BoardDocuments | undefined> {
  let known: BoardDocuments | undefined;
  return {
    get() {
      const found = documentsIn(source.getSnapshot(), names);
      if (!sameJson(found, known)) known = found;
      return known;
    },
    subscribe: source.subscribe,
  };
}
