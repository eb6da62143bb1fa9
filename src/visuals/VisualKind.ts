import type * as React from 'react';
import type { StoredSpan, StoredVisual } from '../schema/boardDocuments';
import type { MetricDefinition, TileSize } from '../schema/metricDefinition';
import type { Check } from '../model/metric/fieldChecks';
import type { Level } from '../model/metric/levels';
import type { ParsedDefinition } from '../model/metric/parseMetricDefinitions';
import type { ShapedReading } from '../model/metric/Reading';
import type { JsonObject } from '../model/board/BoardDocuments';
import type { Strings } from '../strings/Strings';
import type { AskText, PlainTextKey } from '../strings/TextKey';
import type { TileContent } from './describeReading';
import type { Place } from './layTiles';
import type { TileMeasure } from './Measure';
import type { Colours } from './styleColours';

/**
 * One way to show something on a tile.
 * `V`: what is stored of it. `R`: what a tile of it draws, made of the readings of its measures.
 */
export interface VisualKind<V extends object, R> {
  /** What is stored as `kind`. */
  readonly kind: string;
  readonly schema: VisualSchema<V>;
  readonly spans: Spans;
  /** What it draws beside the value, if anything: a wall has room for two lines of label with a low picture, for one with a tall one. */
  readonly picture?: 'low' | 'tall';
  /** How the editor offers it; a kind without one is shown, and cannot be chosen. */
  readonly form?: VisualForm;
  /** What it shows, in the order in which `prepare` is given the readings. */
  measures(visual: V, label: string): readonly VisualMeasure[];
  /** Resolves once what no reading changes. A reading is undefined while nobody has made it. */
  prepare(visual: V, context: VisualContext): (readings: readonly (ShapedReading | undefined)[]) => R;
  /** How it is drawn at a desk and on a wall; `sheet` holds its style, once for a whole grid. */
  readonly Tile: React.ComponentType<TileProps<R>>;
  readonly sheet?: string;
  /** CSS properties that `sheet` reads, for a theme. */
  properties?(colours: Colours): Readonly<Record<string, string>>;
  /** Everything about an open tile, in a dialog. */
  readonly Details: React.ComponentType<DetailsProps<R>>;
  /** The tile in words: for who hears it, for tests, and for whoever draws it otherwise. */
  describe(reading: R, strings: Strings): TileContent;
  /** The one place that ranks a reading; undefined when there is nothing to judge. */
  levelOf(reading: R): Level | 'broken' | undefined;
}

/** How much of a grid of 12 columns a tile of a kind takes. */
export interface Spans {
  /** Of a new tile. */
  readonly usual: StoredSpan;
  /** With less than this it cannot be read. */
  readonly least: StoredSpan;
}

/** Each field that may be stored besides `kind`. Others are kept and ignored; one that is null counts as absent. */
export type VisualSchema<V> = {
  readonly [Field in keyof V]-?: { readonly check: Check } & (undefined extends V[Field]
    ? { readonly isRequired?: false }
    : { readonly isRequired: true });
};

/** The editor draws its fields from this, so that a kind needs no code of its own there. */
export interface VisualForm {
  readonly name: PlainTextKey;
  /** A filled path in a box of 24 by 16. */
  readonly icon: string;
  /** In their order. Those that are not listed are kept as they are saved. */
  readonly fields: readonly VisualField[];
}

export interface VisualField {
  /** Of the schema. */
  readonly field: string;
  readonly label: PlainTextKey;
  /**
   * `metric`: one of the library. `number`: in the format of the tile's metric. `band`: that, or two of them. `text` is one
   * line, `lines` are several. `zone`: an IANA time zone. `flag`: on or off. `columns`: a list of metrics that read one row each.
   */
  readonly input:
    'metric' | 'formula' | 'number' | 'band' | 'text' | 'lines' | 'choice' | 'zone' | 'flag' | 'columns';
  /** What a field that is not required means while it is empty. */
  readonly empty?: PlainTextKey;
  /** All there are of a `choice`; of a formula those to begin with. */
  readonly choices?: readonly { readonly value: string; readonly label: PlainTextKey }[];
  /** Whether each of `columns` may show its trend: its rows have a past. */
  readonly haveTrend?: boolean;
  /** What a tile begins with that has just become one of this kind. */
  start?(about: VisualStart): unknown;
}

export interface VisualStart {
  /** The metric that the tile shows, as it is saved. */
  readonly metric: JsonObject | undefined;
  readonly text: AskText;
}

/** A metric of the library by its key, or what the tile brings along. */
export type VisualMeasure = { readonly metric: string } | TileMeasure;

export interface VisualContext {
  /** What the tile is called. */
  readonly label: string;
  /** BCP 47, such as `en-GB`. */
  readonly locale: string;
  readonly metricOf: (key: string) => ParsedDefinition | undefined;
}

/** How a tile is placed and what it does, whatever it shows. */
export interface TileSetting {
  /** The tile's own, unique on its board. */
  readonly tile: string;
  /** What it has room for. */
  readonly size: TileSize;
  /**
   * Somebody wants to know more: click, Enter or Space. Called with the tile's key; the same function on each draw.
   * Without it the tile is a picture.
   */
  readonly onOpen?: ((tile: string) => void) | undefined;
  /** Where in its grid it is drawn; the same object on each draw. Without it, after the tile before it. */
  readonly place?: Place | undefined;
  /** How large the label is, in CSS pixels, in a grid that fits its room. */
  readonly labelSize?: number | undefined;
}

export interface TileProps<R> extends TileSetting {
  readonly reading: R;
}

export interface DetailsProps<R> {
  /** The tile that is open, as it reads now: the details go on updating. */
  readonly reading: R;
  /** The metric that it shows; undefined when it shows none, or what is saved is not one. */
  readonly definition: MetricDefinition | undefined;
  /** When the data was collected, and now by the same clock: milliseconds since 1970. */
  readonly collectedAt: number | undefined;
  readonly now: number;
  /** Zone in which values of the format `time` are told; undefined when the data does not say. */
  readonly timeZone: string | undefined;
  /** Escape, the button, or a click beside the dialog. The same function on each draw. */
  readonly onClose: () => void;
  /** Who and what is counted: by the metric, or in a row of a table. Absent where nobody is told. */
  readonly behind?: ((row?: string) => React.ReactNode) | undefined;
}

/** A reading through its visual, ready to be drawn. */
export interface Look {
  readonly level: Level | 'broken' | undefined;
  describe(strings: Strings): TileContent;
  tile(setting: TileSetting): React.ReactElement;
  details(props: Omit<DetailsProps<unknown>, 'reading'>): React.ReactElement;
}

/** What is stored of one tile, checked. */
export interface OpenVisual {
  measures(label: string): readonly VisualMeasure[];
  prepare(context: VisualContext): (readings: readonly (ShapedReading | undefined)[]) => Look;
}

/** A kind as the registry holds it: what it stores and reads is nobody else's matter. */
export interface RegisteredKind extends Pick<
  VisualKind<object, unknown>,
  'kind' | 'schema' | 'spans' | 'picture' | 'sheet' | 'properties'
> {
  readonly form: VisualForm | undefined;
  /** Takes fields that have been checked. */
  open(checked: StoredVisual): OpenVisual;
}
