/**
 * The document `dashboard-board`: what concerns the board and no single metric. It need not exist, and no field is
 * required; unknown fields are kept when it is saved again.
 */
export interface BoardSettings {
  /** Heading of the board. @default "Realtime Dashboard" */
  readonly title?: string;
  /** Names of sections in their order; sections that only definitions name follow in the order of the definitions. */
  readonly sections?: readonly string[];
  /** Unique names of further definition documents, read after the first one. */
  readonly definitionDocuments?: readonly string[];
  /** Data older than this is stale: seconds. @default `defaultStaleAfterSeconds` */
  readonly staleAfterSeconds?: number;
  /** When a display in wall mode reloads itself, in the time zone of the data: `HH:MM`. @default `defaultReloadAt` */
  readonly reloadAt?: string;
}
