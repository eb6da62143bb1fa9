import type { Audience } from '../../../model/board/audience';
import type { WantedTurn } from '../../../model/board/playlist';
import type { StoredVisual } from '../../../schema/boardDocuments';
import type { BoardSettings } from '../../../schema/boardSettings';
import type { MetricDefinition } from '../../../schema/metricDefinition';
import type { Fixed, TilePosition } from '../../../model/board/Board';
import type { BoardDocuments, JsonObject } from '../../../model/board/BoardDocuments';
import type { RestoredMetrics } from './restoreBoard';
import type { Span } from '../../../model/board/span';

export type { TilePosition };

/** Settings that a person changes; which documents there are follows from what they hold. */
export type SettingsChanges = Partial<Omit<BoardSettings, 'definitionDocuments'>>;

/**
 * One thing that a person does, and undoes, at once. A metric is named by its key, and a tile by its own, which is that of its
 * metric where the board has no document of its own. What a command does not name stays as it
 * is, down to fields that nobody knows; a command about a metric that is not there does nothing.
 */
export type EditingCommand =
  /** The key is made of the label unless it is given. */
  | {
      readonly type: 'add-metric';
      readonly metric: MetricDefinition;
      readonly key?: string;
      readonly place?: TilePosition;
    }
  /** A field that is given as undefined is taken away. */
  | { readonly type: 'change-metric'; readonly key: string; readonly changes: MetricChanges }
  /** Stands right after the original's first tile. */
  | { readonly type: 'duplicate-metric'; readonly key: string; readonly label: string }
  /** Gives this board a copy of a metric under a new key, which its tiles show from then on; other boards keep the metric. */
  | { readonly type: 'own-metric'; readonly key: string; readonly to: string }
  /** All its tiles go with it. */
  | { readonly type: 'remove-metric'; readonly key: string }
  /** Shows something on one more tile: a metric for a second time, or through another visual. */
  | {
      readonly type: 'add-tile';
      /** Made of the metric's key unless it is given. */
      readonly key?: string;
      readonly visual: StoredVisual;
      readonly place: TilePosition;
    }
  /**
   * Shows something else on a tile. A label that is given as undefined is taken away: the metric's is shown. So are the choices
   * that it fixes: those of the board count.
   */
  | {
      readonly type: 'change-tile';
      readonly key: string;
      readonly changes: {
        readonly visual?: StoredVisual;
        readonly label?: string | undefined;
        readonly with?: Fixed | undefined;
      };
    }
  /** The metric goes with the last tile that shows it. */
  | { readonly type: 'remove-tile'; readonly key: string }
  | { readonly type: 'move-tile'; readonly key: string; readonly place: TilePosition }
  | { readonly type: 'resize-tile'; readonly key: string; readonly span: Span }
  /** Tiles of the section follow it to its new name, also where a section of that name exists. */
  | { readonly type: 'rename-section'; readonly from: string; readonly to: string }
  /** Its tiles then stand before all sections. */
  | { readonly type: 'remove-section'; readonly section: string }
  /** Before another section, or after all of them. */
  | { readonly type: 'move-section'; readonly section: string; readonly before?: string | undefined }
  | { readonly type: 'change-settings'; readonly changes: SettingsChanges }
  /** The choices that the board offers, as its document has them. */
  | {
      readonly type: 'change-variables';
      readonly variables: readonly JsonObject[];
      /** New names of choices by the old ones: what reads them on this board follows. */
      readonly renamed?: ReadonlyMap<string, string>;
      /** Keys of the metrics that other boards show too; of these this board gets copies where a name changes. */
      readonly shared?: readonly string[];
    }
  /**
   * Adds metrics by key, and replaces those that have the same; an import of a whole board changes its settings too. With a
   * place all of them go there, one after the other; without one each stands where its own fields say.
   */
  | {
      readonly type: 'put-metrics';
      readonly metrics: Readonly<Record<string, MetricDefinition>>;
      /** What stands beside a metric in its entry, by its key, and is known to nobody. */
      readonly beside?: Readonly<Record<string, JsonObject>>;
      readonly settings?: SettingsChanges;
      readonly place?: TilePosition | undefined;
      /** Where the tiles of a whole board stand, as the document of a board has it, with the keys of its metrics here. */
      readonly layout?: { readonly document: JsonObject; readonly keys: Readonly<Record<string, string>> };
    }
  /**
   * Makes another board and shows it; the first one that is added to a board of all metrics makes that a board of its own, which
   * looks as before.
   */
  | {
      readonly type: 'add-board';
      /** As `newBoardId` makes it. */
      readonly id: string;
      readonly title: string;
      /** What the other board that was shown is called from now on, where it has no name. */
      readonly firstTitle: string;
      /** The document of the new board. */
      readonly document: JsonObject;
      /** Metrics that it needs, by key: those that are there already stay as they are. */
      readonly metrics?: Readonly<Record<string, MetricDefinition>>;
    }
  | { readonly type: 'rename-board'; readonly id: string; readonly title: string }
  /** Before another board, or after all of them. */
  | { readonly type: 'move-board'; readonly id: string; readonly before?: string | undefined }
  /** It can be restored for 30 days. @param at as ISO 8601 */
  | { readonly type: 'delete-board'; readonly id: string; readonly at: string }
  | { readonly type: 'restore-board'; readonly id: string }
  /** Who a board opens for by itself; without teams and roles, nobody in particular. */
  | { readonly type: 'set-audience'; readonly id: string; readonly audience: Audience }
  /** The boards that a wall display shows in turn; none for no playlist. */
  | { readonly type: 'set-playlist'; readonly turns: readonly WantedTurn[] }
  /**
   * Puts a whole board in place of the one that is there, as a version that is restored. Of several boards only the one that is
   * shown changes, and the metrics that it showed; without `metrics` none that is there is changed.
   */
  | { readonly type: 'restore'; readonly documents: BoardDocuments; readonly metrics?: RestoredMetrics };

/** Of what it shows; its tile is moved and resized by commands of their own. */
export type MetricChanges = {
  readonly [Field in Exclude<keyof MetricDefinition, 'section' | 'order' | 'size'>]?:
    MetricDefinition[Field] | undefined;
};
