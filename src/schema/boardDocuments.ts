/**
 * The document `dashboard-boards`: the boards of an installation, in their order. Where it does not exist, or names none, there is
 * one board of all metrics, laid out by what each metric says of its section, order and size. Fields that this version does not
 * know are kept, here and in all that follows.
 */
export interface BoardIndex {
  readonly boards: readonly BoardIndexEntry[];
  /** Boards that a wall display shows in turn, in this order. */
  readonly playlist?: readonly StoredTurn[];
}

export interface StoredTurn {
  /** Id of the board. */
  readonly board: string;
  /** How long it is shown. @default 30 */
  readonly seconds?: number;
}

export interface BoardIndexEntry {
  /** Eight characters a-z and 0-9; the board is in the document `dashboard-board-<id>`. */
  readonly id: string;
  /** What people call it. Without one, the board's document says it. */
  readonly title?: string;
  /**
   * When it was deleted, as ISO 8601. A deleted board is not shown, and can be restored for 30 days; the next save after that
   * takes it off the list.
   */
  readonly deletedAt?: string;
  /** Who it opens for by itself. Without either list, or with both empty, for nobody in particular. */
  readonly for?: StoredAudience;
}

export interface StoredAudience {
  /** Values of the worker attribute that names a team, such as `Sales`. */
  readonly teams?: readonly string[];
  /** Roles of Flex, such as `supervisor`. */
  readonly roles?: readonly string[];
}

/** The document `dashboard-board-<id>`: what stands where on one board. */
export interface BoardDocument {
  /** Counts where the list of boards has none. */
  readonly title?: string;
  /** Unique names of further documents of metrics that it needs. */
  readonly documents?: readonly string[];
  /** The choices that it offers, in the order in which its header shows them. */
  readonly variables?: readonly StoredVariable[];
  readonly sections: readonly StoredSection[];
}

export interface StoredSection {
  /** Without one its tiles stand before all sections. */
  readonly title?: string;
  readonly tiles: readonly StoredTile[];
}

export interface StoredTile {
  /** Unique on its board, and of no meaning elsewhere. */
  readonly key: string;
  readonly visual: StoredVisual;
  /** @default 2 columns, 1 row */
  readonly span?: StoredSpan;
  /** In place of the label of its metric. */
  readonly label?: string;
  /** What is chosen for this tile, by the names of variables, whatever is chosen on the board. */
  readonly with?: Readonly<Record<string, StoredChoice>>;
}

/** A choice that a board offers; formulas read it as `board.<name>`. */
export interface StoredVariable {
  /** Letters, digits and `_`, not beginning with a digit; unique on its board. */
  readonly name: string;
  /** `queue`, `channel` and `activity` offer what is in the data, and `list` its `choices`. */
  readonly type: VariableType;
  /** @default what its type is called, or else its name */
  readonly title?: string;
  /** Of a queue that is not given: all queues. Of all others: nothing is chosen. */
  readonly default?: StoredChoice;
  /** Whether several may be chosen at once; never of a number. @default false */
  readonly several?: boolean;
  /** Of a `list`. */
  readonly choices?: readonly string[];
}

export type VariableType = 'queue' | 'channel' | 'activity' | 'number' | 'list';

/** A name, several, or a number; `*` stands for all there are. */
export type StoredChoice = string | number | readonly string[];

/** A column is half a normal tile: a small tile has 1, a normal one 2, a wide one 4. */
export interface StoredSpan {
  readonly columns: number;
  readonly rows: number;
}

/** What a tile shows, and through which visual. The schema of its kind (`src/visuals`) says which further fields there are. */
export interface StoredVisual {
  /** Such as `number`; a tile of a kind that this version does not have is kept, and says so. */
  readonly kind: string;
  /** Key of a metric of the library, for kinds that show one. */
  readonly metric?: string;
  readonly [field: string]: unknown;
}
