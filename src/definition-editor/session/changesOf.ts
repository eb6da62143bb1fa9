import { isRecord } from '../../metric/fieldChecks';
import { entryIn, type BoardDocuments, type JsonObject } from '../../model/board/BoardDocuments';
import { sameJson } from '../../saving/sameJson';
import { documentsOf, type EditingSession } from './EditingSession';

/** What saving would change. */
export type Change =
  | {
      readonly kind: 'metric';
      readonly key: string;
      readonly label: string;
      readonly change: 'added' | 'removed' | 'changed';
      /** Names of the fields that differ, where it was changed. */
      readonly fields: readonly string[];
    }
  | { readonly kind: 'setting'; readonly key: string };

/** Whether there is anything to save. */
export function isChanged(session: EditingSession): boolean {
  const documents = documentsOf(session);
  return documents !== session.base && !sameJson(session.base, documents);
}

export const changesOf = (session: EditingSession): readonly Change[] =>
  changesBetween(session.base, documentsOf(session));

/** The metrics in the order of the documents, the removed ones after them, and then the settings. */
export function changesBetween(base: BoardDocuments, current: BoardDocuments): readonly Change[] {
  const settings = differing(base.board.value, current.board.value);
  return [
    ...keysOf(current, base).flatMap((key): readonly Change[] => {
      const [before, after] = [entryIn(base, key), entryIn(current, key)];
      if (sameJson(before, after)) return [];
      const change = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
      const fields = change === 'changed' ? differing(metricIn(before), metricIn(after)) : [];
      return [{ kind: 'metric', key, label: labelOf(after ?? before, key), change, fields }];
    }),
    ...settings.map((key): Change => ({ kind: 'setting', key })),
  ];
}

const keysOf = (...boards: readonly BoardDocuments[]): readonly string[] => [
  ...new Set(
    boards.flatMap(({ definitions }) => definitions.flatMap(({ value }) => Object.keys(value ?? {}))),
  ),
];

const metricIn = (entry: unknown): JsonObject | undefined =>
  isRecord(entry) && isRecord(entry.metric) ? entry.metric : undefined;

function labelOf(entry: unknown, key: string): string {
  const label = metricIn(entry)?.label;
  return typeof label === 'string' && label !== '' ? label : key;
}

const differing = (a: JsonObject = {}, b: JsonObject = {}): readonly string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((field) => !sameJson(a[field], b[field]));
