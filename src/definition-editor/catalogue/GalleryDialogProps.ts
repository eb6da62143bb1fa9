import type { MetricDefinition } from '../../contract/metricDefinition';
import type { MomentOfBoard } from '../../dashboard/ReadingsStore';

export interface GalleryDialogProps {
  /** What recipes are evaluated against; a new moment draws new values. */
  readonly moment: MomentOfBoard;
  /** A recipe was chosen and its parameters are known. Without a section: that is up to the place where it is added. */
  readonly onChoose: (definition: MetricDefinition) => void;
  /** Somebody would rather begin with nothing. */
  readonly onStartEmpty: () => void;
  /** Escape or the button; unmount the dialog then. */
  readonly onClose: () => void;
}
