import type { EvaluationContext } from '../../board/ReadingsStore';
import type { BoardDocuments } from '../../../model/board/BoardDocuments';
import type { EditingCommand } from '../draft/EditingCommand';

export interface ImportDialogProps {
  /** As they stand in the editing session: what an import adds to. */
  readonly documents: BoardDocuments;
  /** What the metrics are evaluated against, to say what does not resolve here. */
  readonly moment: EvaluationContext;
  /** What the board that is shown is called. */
  readonly title: string;
  /** The import was agreed to: commands that belong to one step, which is undone at once. Close the dialog then. */
  readonly onImport: (commands: readonly EditingCommand[]) => void;
  readonly onClose: () => void;
}
