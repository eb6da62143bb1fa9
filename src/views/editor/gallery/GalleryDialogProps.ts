import type { MetricDefinition } from '../../../schema/metricDefinition';
import type { EvaluationContext } from '../../board/ReadingsStore';
import type { Board } from '../../../model/board/Board';
import type { RegisteredKind } from '../../../visuals/VisualKind';
import type { Theme } from './Template';

/** The tile that is to show what was chosen. */
export interface ChosenTile {
  /** Undefined before all sections. */
  readonly section: string | undefined;
  readonly kind: RegisteredKind;
}

export interface GalleryDialogProps {
  /** What templates are evaluated against; a new moment draws new values. */
  readonly moment: EvaluationContext;
  readonly board: Board;
  /** The section that a new metric of a theme goes to unless another is chosen. */
  readonly sectionOf: (theme: Theme) => string | undefined;
  /** A template was chosen, and its parameters and its place are known. */
  readonly onChoose: (definition: MetricDefinition, tile: ChosenTile) => void;
  /** Somebody would rather begin with nothing. */
  readonly onStartEmpty: () => void;
  /** Somebody wants a tile that shows no metric of the library. */
  readonly onStartKind: (kind: RegisteredKind) => void;
  /** Escape or the button; unmount the dialog then. */
  readonly onClose: () => void;
}
