import * as React from 'react';
import type { ShapedReading } from '../../model/metric/Reading';
import { sameValue } from '../../model/metric/sameReading';
import type { ArrangedTile } from '../../model/board/arrangeBoard';
import { useStrings } from '../../strings/StringsContext';
import { openVisual, readingKeys } from '../../visuals/registry';
import type { Look, VisualContext } from '../../visuals/VisualKind';
import type { ReadableStore } from '../../model/store/Store';
import type { ReadingsStore } from './ReadingsStore';
import { useStore } from './useStore';

/** What a tile shows now. Draws anew only when one of its readings changed. */
export function useLook(tile: ArrangedTile, readings: ReadingsStore): Look {
  const { label, visual } = tile;
  const identities = useSame(tile.identities);
  const { locale } = useStrings();
  const look = React.useMemo(
    () => observeLook({ label, visual, identities }, locale, readings),
    [label, visual, identities, locale, readings],
  );
  return useStore(look);
}

/** The list before, where it says the same. */
export function useSame<List extends readonly unknown[] | undefined>(list: List): List {
  const last = React.useRef(list);
  if (!sameValue(last.current, list)) last.current = list;
  return last.current;
}

type Looked = Pick<ArrangedTile, 'label' | 'visual' | 'identities'>;

/** What the readings of a tile are kept by. */
export const identitiesOf = ({ label, visual, identities }: Looked): readonly string[] =>
  identities ?? readingKeys(openVisual(visual), label);

/** What the reading of a metric on a tile is kept by. */
export function identityOf(tile: ArrangedTile | undefined, metric: string): string {
  const keys = tile ? readingKeys(openVisual(tile.visual), tile.label) : [];
  return tile?.identities?.[keys.indexOf(metric)] ?? metric;
}

/** A visual asks for metrics by their keys, whatever their readings are kept by. */
function contextOf(tile: Looked, locale: string, readings: ReadingsStore): VisualContext {
  const { label, visual } = tile;
  const keys = readingKeys(openVisual(visual), label);
  const kept = identitiesOf(tile);
  return { label, locale, metricOf: (key) => readings.parsed(kept[keys.indexOf(key)] ?? key) };
}

/** The same object while the readings are. */
function observeLook(tile: Looked, locale: string, readings: ReadingsStore): ReadableStore<Look> {
  const opened = openVisual(tile.visual);
  const context = contextOf(tile, locale, readings);
  const keys = identitiesOf(tile);
  let prepared:
    { readonly from: readonly unknown[]; readonly read: ReturnType<typeof opened.prepare> } | undefined;
  let known: { readonly from: readonly unknown[]; readonly look: Look } | undefined;
  return {
    get: () => {
      const metrics = keys.map(readings.parsed);
      if (!prepared || !isSame(prepared.from, metrics)) {
        prepared = { from: metrics, read: opened.prepare(context) };
        known = undefined;
      }
      const values: readonly (ShapedReading | undefined)[] = keys.map(readings.shaped);
      if (!known || !isSame(known.from, values)) known = { from: values, look: prepared.read(values) };
      return known.look;
    },
    subscribe: (onChange) => {
      const leave = keys.map((key) => readings.subscribe(key, onChange));
      return () => leave.forEach((stop) => stop());
    },
  };
}

const isSame = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some.every((value, index) => value === others[index]);

/** What a tile shows at this moment, for who follows the readings otherwise. */
export const lookAt = (tile: Looked, readings: ReadingsStore): Look => {
  const read = openVisual(tile.visual).prepare(contextOf(tile, 'en', readings));
  return read(identitiesOf(tile).map(readings.shaped));
};
