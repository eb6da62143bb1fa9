import type { DashboardNotice } from '../../schema/dashboardData';
import type { Connection, RefreshState } from '../../sources/DashboardSources';
import type { ArrangedSection } from '../../model/board/arrangeBoard';
import type { Loaded } from '../../model/metric/Loaded';
import type { FieldFault, SettingsProblem } from '../../model/metric/Problem';
import type { Freshness } from '../../model/metric/Reading';
import type { ShownVariable } from './bindTiles';
import type { DocumentProblem } from '../../sources/gatherDefinitions';

/** What stands where on a board. Changes with definitions and settings, never with data. */
export interface BoardLayout {
  readonly content: BoardContent;
  /** What it is called in the list of boards, by its document or in the board settings; undefined for the usual name. */
  readonly title: string | undefined;
  /** All boards that can be shown, in their order; none where there is one of all metrics. */
  readonly boards: readonly BoardChoice[];
  /** Id of the board that is shown; undefined for the one of all metrics. */
  readonly shown: string | undefined;
  /** When a display in wall mode reloads itself, `HH:MM` in the time zone of the data. */
  readonly reloadAt: string;
  /** The choices that its header shows. */
  readonly variables: readonly ShownVariable[];
  /** What is wrong with documents, though the rest of the board is shown. */
  readonly problems: readonly BoardProblem[];
}

export interface BoardChoice {
  readonly id: string;
  /** The id where nobody gave it a name. */
  readonly title: string;
}

export type BoardContent =
  | { readonly status: 'loading' }
  /** There is no document of definitions. */
  | { readonly status: 'missing' }
  /** It could not be read. */
  | { readonly status: 'failed'; readonly problem: string }
  /** No section at all when nothing is defined. */
  | { readonly status: 'tiles'; readonly sections: readonly ArrangedSection[] };

export type BoardProblem =
  | DocumentProblem
  | { readonly kind: 'settings-failed'; readonly problem: string }
  /** The list of boards. */
  | { readonly kind: 'boards-failed'; readonly problem: string }
  /** The list names a board whose document is not there. */
  | { readonly kind: 'board-missing'; readonly document: string }
  /** The board that a link or this tab asks for was deleted, or there never was one: another one is shown. */
  | { readonly kind: 'board-gone'; readonly title: string; readonly isDeleted: boolean }
  /** One of the choices that it offers cannot be used as it is saved. */
  | { readonly kind: 'variable'; readonly problem: FieldFault }
  /** One of the settings cannot be used. */
  | { readonly kind: 'setting'; readonly problem: SettingsProblem };

/** A board whose readings are kept, whether it is shown or not. */
export interface KeptBoard {
  readonly id: string;
  /** What its document calls it. */
  readonly title: string | undefined;
  /** How far its document has come. */
  readonly status: Loaded<unknown>['status'];
  readonly sections: readonly ArrangedSection[];
  readonly variables: readonly ShownVariable[];
}

/** How things stand with a board as a whole, at one second. */
export interface BoardStatus {
  readonly connection: Connection;
  readonly refresh: RefreshState;
  /** Milliseconds since 1970, by Twilio's clock as well as that is known. */
  readonly now: number;
  readonly data: DataState;
  /** When the data was collected, in milliseconds since 1970; undefined when it does not say. */
  readonly collectedAt: number | undefined;
  /** Whether the data as a whole is fresh or stale; totals of a day that is over are `isDayOver`. */
  readonly freshness: Freshness;
  /** Whether it is fresh, and older than is usual: new data is late. */
  readonly isLate: boolean;
  /** Whether the contact centre's day is over that the totals are of. */
  readonly isDayOver: boolean;
  /** What "today" means; undefined when the data does not say. */
  readonly day:
    | {
        /** When it began, in milliseconds since 1970; undefined when that cannot be read. */
        readonly start: number | undefined;
        readonly startsAt: string;
        readonly timeZone: string;
      }
    | undefined;
  /** What the data says of itself. */
  readonly notices: readonly DashboardNotice[];
}

export type DataState =
  | { readonly status: 'loading' | 'missing' | 'empty' | 'present' }
  | { readonly status: 'failed'; readonly problem: string };
