import type { MomentOfBoard } from '../../dashboard/ReadingsStore';
import type { BoardDocuments } from '../../model/board/BoardDocuments';
import type { EditingCommand } from '../session/EditingCommand';

export interface ImportDialogProps {
  /** As they stand in the editing session: what an import adds to. */
  readonly documents: BoardDocuments;
  /** What the metrics are evaluated against, to say what does not resolve here. */
  readonly moment: MomentOfBoard;
  /** The import was agreed to: one command, which is undone at once. Close the dialog then. */
  readonly onImport: (command: EditingCommand) => void;
  readonly onClose: () => void;
}
