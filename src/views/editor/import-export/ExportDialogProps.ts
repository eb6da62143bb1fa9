import type { BoardDocuments } from '../../../model/board/BoardDocuments';

/** What is exported. */
export type ExportSubject =
  | { readonly kind: 'board' }
  /** Undefined for the tiles before all sections. */
  | { readonly kind: 'section'; readonly section: string | undefined }
  | { readonly kind: 'metric'; readonly key: string };

export interface ExportDialogProps {
  /** As they stand in the editing session, saved or not. */
  readonly documents: BoardDocuments;
  /** What is offered first. @default the board */
  readonly subject?: ExportSubject;
  readonly onClose: () => void;
}
