import { bytesOf, mostBytes } from '../../src/saving/bytesOf';
import type { JsonObject } from '../../src/saving/DocumentService';
import { sameJson } from '../../src/saving/sameJson';
import type { DocumentChange } from '../../src/saving/saveDocuments';
import { CollectorError } from './CollectorError';
import { documentName, type Configuration } from './configuration';

/** All documents of the largest board that dashboards read: 51 of definitions and the settings. */
const mostChanges = 52;

/**
 * Reads the field `Changes`: JSON of `[{ document, base, value }]`, where a base of null stands for a document that was not
 * there. Of definitions only what differs from the base is checked, so that what others put there keeps nobody from saving.
 * @throws CollectorError 400 `malformed-changes`, 413 `document-too-large`
 */
export function readChanges(text: unknown, boardDocument: string): readonly DocumentChange[] {
  const changes = parse(text);
  if (!Array.isArray(changes) || changes.length === 0 || changes.length > mostChanges) {
    throw malformed(`must be a list of 1 to ${mostChanges} changes`);
  }
  const read = changes.map((change) => readChange(change, boardDocument));
  const names = read.map(({ document }) => document);
  if (new Set(names).size < names.length) throw malformed('must name each document once');
  return read;
}

function parse(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    throw malformed('must be JSON');
  }
}

function readChange(change: unknown, boardDocument: string): DocumentChange {
  const { document, base, value } = Object(change) as Record<string, unknown>;
  if (typeof document !== 'string' || !documentName.test(document)) throw malformed('must name documents');
  if (base !== null && !isObject(base)) throw malformed('must have an object or null as "base"');
  if (!isObject(value)) throw malformed('must have an object as "value"');
  const bytes = bytesOf(value);
  if (bytes > mostBytes) {
    throw new CollectorError(
      413,
      'document-too-large',
      `The document ${document} would have ${bytes} bytes; Sync takes ${mostBytes}. Remove metrics, or save some of them in a further document.`,
    );
  }
  if (document !== boardDocument) requireMetrics(document, value, base);
  return { document, base: base ?? undefined, value };
}

function requireMetrics(document: string, value: JsonObject, base: JsonObject | null): void {
  for (const [key, entry] of Object.entries(value)) {
    if (sameJson(entry, base?.[key])) continue;
    const metric = isObject(entry) ? entry.metric : undefined;
    if (!isObject(metric) || typeof metric.label !== 'string' || typeof metric.formula !== 'string') {
      throw malformed(
        `must have a metric with a label and a formula for each key; ${JSON.stringify(key.slice(0, 40))} of ${document} has none`,
      );
    }
  }
}

/**
 * Refuses to write anything but what belongs to the board: its definitions, its settings, and the further documents of
 * definitions that these name, as they are or as they are to be.
 * @param board the settings as they are
 * @throws CollectorError 403 `foreign-document`
 */
export function requireDocuments(
  changes: readonly DocumentChange[],
  { definitionsDocument, boardDocument, dataDocument }: Configuration,
  board: JsonObject | undefined,
): void {
  const wanted = changes.find(({ document }) => document === boardDocument)?.value;
  const named = [board, wanted].flatMap((settings) =>
    Array.isArray(settings?.definitionDocuments) ? (settings.definitionDocuments as unknown[]) : [],
  );
  const isOfOthers = (name: string): boolean =>
    name === dataDocument ||
    name.startsWith(`${dataDocument}-`) ||
    name === `${definitionsDocument}-versions` ||
    name.includes('-version-');
  for (const { document } of changes) {
    if (document === definitionsDocument || document === boardDocument) continue;
    if (named.includes(document) && !isOfOthers(document)) continue;
    throw new CollectorError(
      403,
      'foreign-document',
      `${document} is no document of this board. If the plugin reads other documents, give the Function the same DASHBOARD_DEFINITIONS_DOCUMENT and DASHBOARD_BOARD_DOCUMENT, and deploy again.`,
    );
  }
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const malformed = (what: string): CollectorError =>
  new CollectorError(400, 'malformed-changes', `The field 'Changes' ${what}.`);
