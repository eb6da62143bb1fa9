import type { MetricDefinition } from '../../contract/metricDefinition';
import type { MomentOfBoard } from '../../dashboard/ReadingsStore';
import type { Board } from '../../model/board/Board';
import type { RegisteredKind } from '../../visuals/VisualKind';
import type { Theme } from './Recipe';

/** The tile that is to show what was chosen. */
export interface ChosenTile {
  /** Undefined before all sections. */
  readonly section: string | undefined;
  readonly kind: RegisteredKind;
}

export interface GalleryDialogProps {
  /** What recipes are evaluated against; a new moment draws new values. */
  readonly moment: MomentOfBoard;
  readonly board: Board;
  /** The section that a new metric of a theme goes to unless another is chosen. */
  readonly sectionOf: (theme: Theme) => string | undefined;
  /** A recipe was chosen, and its parameters and its place are known. */
  readonly onChoose: (definition: MetricDefinition, tile: ChosenTile) => void;
  /** Somebody would rather begin with nothing. */
  readonly onStartEmpty: () => void;
  /** Somebody wants a tile that shows no metric of the library. */
  readonly onStartKind: (kind: RegisteredKind) => void;
  /** Escape or the button; unmount the dialog then. */
  readonly onClose: () => void;
}
