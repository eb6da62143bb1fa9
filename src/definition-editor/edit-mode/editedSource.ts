import type { DashboardSnapshot, DashboardSource } from '../../dashboard-source/DashboardSource';
import type { Observable } from '../../dashboard/Observable';
import type { BoardDocuments } from '../../model/board/BoardDocuments';
import { showDocuments } from '../session/documentsIn';

/** A source with the documents of a working copy in place of the saved ones; data and connection go on as they come. */
export function editedSource(
  source: DashboardSource,
  documents: Observable<BoardDocuments>,
): DashboardSource {
  let from: DashboardSnapshot | undefined;
  let of: BoardDocuments | undefined;
  let shown: DashboardSnapshot | undefined;
  return {
    getSnapshot() {
      const snapshot = source.getSnapshot();
      const current = documents.get();
      if (!shown || of !== current) shown = showDocuments(snapshot, current);
      else if (from !== snapshot) {
        // The documents did not change, so that nothing is parsed and arranged anew.
        const { definitions, furtherDefinitions, board, boards, boardDocument } = shown;
        shown = { ...snapshot, definitions, furtherDefinitions, board, boards, boardDocument };
      }
      [from, of] = [snapshot, current];
      return shown;
    },
    now: () => source.now(),
    subscribe(onChange) {
      const leaveSource = source.subscribe(onChange);
      const leaveDocuments = documents.subscribe(onChange);
      return () => {
        leaveSource();
        leaveDocuments();
      };
    },
  };
}
