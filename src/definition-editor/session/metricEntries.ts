import type { MetricDefinition } from '../../contract/metricDefinition';
import { namedDocuments } from '../../dashboard-source/followFurtherDefinitions';
import { isRecord } from '../../metric/fieldChecks';
import { parseMetricDefinitions, type ParsedDefinition } from '../../metric/parseMetricDefinitions';
import type { BoardDocuments, JsonObject, SavedDocument } from './BoardDocuments';

/** Whether a document has a metric of this key. */
export const hasKey = (value: JsonObject | undefined, key: string): boolean =>
  value !== undefined && Object.prototype.hasOwnProperty.call(value, key);

/** The document that a key's tile comes from: the first that has it. */
export const homeOf = ({ definitions }: BoardDocuments, key: string): SavedDocument | undefined =>
  definitions.find(({ value }) => hasKey(value, key));

/** The fields of a metric as they are saved, checked by nobody; undefined where there is no metric of this key. */
export function metricOf(documents: BoardDocuments, key: string): JsonObject | undefined {
  const entry = homeOf(documents, key)?.value?.[key];
  return isRecord(entry) && isRecord(entry.metric) ? entry.metric : undefined;
}

/** All metrics of a board, in the order of the documents; of two with one key the first. */
export function definitionsOf({ definitions }: BoardDocuments): readonly ParsedDefinition[] {
  const found = new Map<string, ParsedDefinition>();
  for (const { value } of definitions)
    for (const parsed of parseMetricDefinitions(value))
      if (!found.has(parsed.key)) found.set(parsed.key, parsed);
  return [...found.values()];
}

/** With an entry of a document replaced, or taken out given undefined; all others keep their places. */
export function withEntry(
  documents: BoardDocuments,
  name: string,
  key: string,
  entry: unknown,
): BoardDocuments {
  const definitions = documents.definitions.map((document) =>
    document.name === name ? { name, value: replaceField(document.value ?? {}, key, entry) } : document,
  );
  return { ...documents, definitions };
}

/** With fields of a metric replaced, those given as undefined taken away; as it is where there is no such metric. */
export function withFields(
  documents: BoardDocuments,
  key: string,
  changes: Readonly<Record<string, unknown>>,
): BoardDocuments {
  const home = homeOf(documents, key);
  const entry = home?.value?.[key];
  if (!home || !isRecord(entry)) return documents;
  const metric = Object.entries(changes).reduce<JsonObject>(
    (fields, [field, value]) => replaceField(fields, field, value),
    isRecord(entry.metric) ? entry.metric : {},
  );
  return withEntry(documents, home.name, key, { ...entry, metric });
}

/** With other board settings, and with the definition documents that these name. */
export function withBoard(documents: BoardDocuments, value: JsonObject | undefined): BoardDocuments {
  const { board, definitions } = documents;
  const [first] = definitions;
  const names = [
    ...(first ? [first.name] : []),
    ...namedDocuments(value, [board.name, ...(first ? [first.name] : [])]),
  ];
  return {
    board: { name: board.name, value },
    definitions: names.map(
      (name) => definitions.find((document) => document.name === name) ?? { name, value: undefined },
    ),
  };
}

/** With a field replaced, or taken away given undefined. */
export function replaceField(object: JsonObject, field: string, value: unknown): JsonObject {
  if (value !== undefined) return { ...object, [field]: value };
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== field));
}

/** A key that no metric of the board has, made of a label: `calls-waiting`, `calls-waiting-2` ... */
export function newKey(documents: BoardDocuments, label: string): string {
  const words = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const name = (words ?? []).join('-').slice(0, 40);
  // Keys that are whole numbers would stand first in every document, whatever came before them.
  const stem = name === '' || /^\d+$/.test(name) ? `metric${name && `-${name}`}` : name;
  const isTaken = (key: string): boolean => homeOf(documents, key) !== undefined;
  let key = stem;
  for (let number = 2; isTaken(key); number += 1) key = `${stem}-${number}`;
  return key;
}

/** An entry as definitions are saved. */
export const entryOf = (metric: MetricDefinition | JsonObject): JsonObject => ({ metric });
