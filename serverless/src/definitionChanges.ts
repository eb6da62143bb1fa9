import { mostBytes } from '../../src/schema/defaults';
import { bytesOf } from '../../src/persistence/bytesOf';
import { boardsIn, boardsName, isBoardDocumentName } from '../../src/persistence/boardNames';
import { isDocumentName } from '../../src/persistence/documentNames';
import type { JsonObject } from '../../src/persistence/DocumentService';
import { sameJson } from '../../src/persistence/sameJson';
import type { DocumentChange } from '../../src/persistence/saveDocuments';
import { CollectorError } from './CollectorError';

/** All documents of the largest board that dashboards read, 51 of definitions, the settings and the list of boards, and documents of 47 boards. */
const mostChanges = 100;

/**
 * Reads the field `Changes`: JSON of `[{ document, base, value }]`, where a base of null stands for a document that was not
 * there. Of definitions only what differs from the base is checked, so that what others put there keeps nobody from saving.
 * @throws CollectorError 400 `malformed-changes`, 413 `document-too-large`
 */
export function readChanges(text: unknown, boardDocument: string): readonly DocumentChange[] {
  const changes = parse(text, 'Changes');
  if (!Array.isArray(changes) || changes.length === 0 || changes.length > mostChanges) {
    throw malformed(`must be a list of 1 to ${mostChanges} changes`);
  }
  const read = changes.map((change) => readChange(change, boardDocument));
  const names = read.map(({ document }) => document);
  if (new Set(names).size < names.length) throw malformed('must name each document once');
  return read;
}

/**
 * Reads the field `Boards`: JSON of the names of boards' documents that have versions of their own. Plugins before several boards do
 * not send it.
 * @throws CollectorError 400 `malformed-changes`
 */
export function readBoards(text: unknown, boardDocument: string): readonly string[] {
  const names = text === undefined ? [] : parse(text, 'Boards');
  if (!Array.isArray(names) || names.length > mostChanges)
    throw malformed('must be a list of names', 'Boards');
  return names.map((name: unknown) => {
    if (typeof name === 'string' && isBoardDocumentName(boardDocument, name)) return name;
    throw malformed('must name documents of boards', 'Boards');
  });
}

function parse(text: unknown, field: string): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    throw malformed('must be JSON', field);
  }
}

function readChange(change: unknown, boardDocument: string): DocumentChange {
  const { document, base, value } = Object(change) as Record<string, unknown>;
  if (!isDocumentName(document)) throw malformed('must give each document by its unique name');
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
  if (document === boardsName(boardDocument)) requireBoards(value);
  else if (isBoardDocumentName(boardDocument, document)) requireSections(document, value);
  else if (document !== boardDocument) requireMetrics(document, value, base);
  return { document, base: base ?? undefined, value };
}

function requireBoards({ boards }: JsonObject): void {
  if (Array.isArray(boards) && boards.length === boardsIn({ boards }).length) return;
  throw malformed('must have "boards", a list of boards with an "id" of eight characters a-z and 0-9 each');
}

/** Empty is the document of a board that was taken off the list. */
function requireSections(document: string, layout: JsonObject): void {
  if (Object.keys(layout).length > 0 && !Array.isArray(layout.sections))
    throw malformed(`must have "sections", a list, in ${document}`);
}

function requireMetrics(document: string, value: JsonObject, base: JsonObject | null): void {
  for (const [key, entry] of Object.entries(value)) {
    const before = Object.prototype.hasOwnProperty.call(base ?? {}, key) ? base?.[key] : undefined;
    if (sameJson(entry, before) || isMetric(entry)) continue;
    throw malformed(
      `must have a metric with a label and a formula for each key; ${JSON.stringify(key.slice(0, 40))} of ${document} has none`,
    );
  }
}

/** Whether an entry of a document of definitions has what every metric has. */
export function isMetric(entry: unknown): boolean {
  const metric = isObject(entry) ? entry.metric : undefined;
  return isObject(metric) && typeof metric.label === 'string' && typeof metric.formula === 'string';
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const malformed = (what: string, field = 'Changes'): CollectorError =>
  new CollectorError(400, 'malformed-changes', `The field '${field}' ${what}.`);
