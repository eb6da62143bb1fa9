import { useMemo } from 'react';
import type { ShapedReading } from '../metric/Reading';
import type { ArrangedTile } from '../model/board/arrangeBoard';
import { useStrings } from '../strings/StringsContext';
import { openVisual, readingKeys } from '../visuals/registry';
import type { Look, VisualContext } from '../visuals/VisualKind';
import type { Observable } from '../model/Observable';
import type { ReadingsStore } from './ReadingsStore';
import { useObservable } from './useObservable';

/** What a tile shows now. Draws anew only when one of its readings changed. */
export function useLook({ label, visual }: ArrangedTile, readings: ReadingsStore): Look {
  const { locale } = useStrings();
  const look = useMemo(
    () => observeLook({ label, visual }, { label, locale, metricOf: readings.parsed }, readings),
    [label, visual, locale, readings],
  );
  return useObservable(look);
}

/** What the readings of a tile are kept by: two tiles of one metric have the same. */
export const identitiesOf = ({ label, visual }: Pick<ArrangedTile, 'label' | 'visual'>): readonly string[] =>
  readingKeys(openVisual(visual), label);

/** The same object while the readings are. */
function observeLook(
  { label, visual }: Pick<ArrangedTile, 'label' | 'visual'>,
  context: VisualContext,
  readings: ReadingsStore,
): Observable<Look> {
  const opened = openVisual(visual);
  const keys = identitiesOf({ label, visual });
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
export const lookAt = (
  { label, visual }: Pick<ArrangedTile, 'label' | 'visual'>,
  readings: ReadingsStore,
): Look => {
  const opened = openVisual(visual);
  const read = opened.prepare({ label, locale: 'en', metricOf: readings.parsed });
  return read(identitiesOf({ label, visual }).map(readings.shaped));
};
