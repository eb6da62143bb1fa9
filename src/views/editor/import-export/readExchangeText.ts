import { isRecord } from '../../../model/metric/fieldChecks';
import type { JsonObject } from '../../../model/board/BoardDocuments';
import { findJsonFault, type JsonFault } from './findJsonFault';

/** What a text says, as far as it is of ours; its metrics are not checked yet. */
export type ExchangeContent =
  | {
      readonly status: 'read';
      /** Entries by key, as in a definition document. */
      readonly definitions: JsonObject;
      /** Board settings, where a whole board was exported. */
      readonly board: JsonObject | undefined;
      /** The document of the board, where a whole board was exported that has one. */
      readonly layout?: JsonObject | undefined;
      /** Whether this editor wrote it; what comes from elsewhere may speak of the data in another way. */
      readonly isOurs: boolean;
    }
  | { readonly status: 'empty' }
  | { readonly status: 'not-json'; readonly fault: JsonFault | undefined }
  /** JSON, but nothing that holds metrics. */
  | { readonly status: 'not-metrics' }
  /** Exported by a version that came after this one. */
  | { readonly status: 'too-new'; readonly version: number };

export const versionField = 'realtime-dashboard';
export const version = 1;

/**
 * Reads what was exported, a definition document as it is saved, an entry of one, or a single metric.
 */
export function readExchangeText(text: string): ExchangeContent {
  const plain = withPlainBlanks(text);
  if (plain.trim() === '') return { status: 'empty' };
  const fault = findJsonFault(plain);
  if (fault) return { status: 'not-json', fault };
  let content: unknown;
  try {
    content = JSON.parse(plain);
  } catch {
    return { status: 'not-json', fault: undefined };
  }
  if (!isRecord(content)) return { status: 'not-metrics' };
  if (versionField in content) return readOurs(content);
  const definitions = bareDefinitions(content);
  return definitions
    ? { status: 'read', definitions, board: undefined, isOurs: false }
    : { status: 'not-metrics' };
}

/** Texts that were copied out of a chat or a document have no-break spaces and invisible characters where JSON wants blanks. */
const withPlainBlanks = (text: string): string =>
  text.replace(
    /"(?:[^"\\]|\\[^])*"|[\u00a0\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/g,
    (found) => (found.length === 1 ? ' ' : found),
  );

function readOurs(content: JsonObject): ExchangeContent {
  const written = content[versionField];
  if (typeof written === 'number' && written > version) return { status: 'too-new', version: written };
  const { definitions, board, layout } = content;
  if (written !== version || !isRecord(definitions)) return { status: 'not-metrics' };
  if (Object.keys(definitions).length === 0 && !isRecord(board)) return { status: 'not-metrics' };
  return {
    status: 'read',
    definitions,
    board: isRecord(board) ? board : undefined,
    ...(isRecord(layout) && { layout }),
    isOurs: true,
  };
}

function bareDefinitions(content: JsonObject): JsonObject | undefined {
  if (typeof content.formula === 'string') return { [keyIn(content)]: { metric: content } };
  if (isRecord(content.metric) && typeof content.metric.formula === 'string')
    return { [keyIn(content.metric)]: content };
  return Object.values(content).some((entry) => isRecord(entry) && 'metric' in entry) ? content : undefined;
}

const keyIn = ({ label }: JsonObject): string =>
  typeof label === 'string' && label !== '' ? label : 'metric';
