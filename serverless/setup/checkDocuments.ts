import { mostBytes } from '../../src/schema/defaults';
import { timeIn } from '../../src/model/time/timeIn';
import { isOurShape, variableOf } from './documentShapes';
import { fine, wrong, type Finding } from './Finding';
import type { NamedDocument, StoredDocument } from './readAccountState';

/** From here on Sync takes only two writes a second. */
const slowBytes = 10 * 1024;

/** Whether a document is there, and how full it is. */
export function checkDocument(
  name: string,
  document: StoredDocument | undefined,
  setupCommand: string,
): Finding {
  if (!document) return wrong(`The Sync document ${name} does not exist.`, setupCommand);
  const bytes = Buffer.byteLength(JSON.stringify(document.data));
  const size = `${bytes} of ${mostBytes} bytes`;
  if (bytes > mostBytes * 0.9) {
    return wrong(
      `The Sync document ${name} is nearly full: ${size}.`,
      'Shorten it: take out metrics or activities that nobody uses, and name styles in place of spelling out colours.',
    );
  }
  return fine(`The document ${name} takes ${size}${bytes > slowBytes ? ', and Sync writes it slowly' : ''}`);
}

/** A document of our name with something in it that is not ours. */
export const checkForeign = ({ name, kind, data }: NamedDocument): readonly Finding[] =>
  isOurShape(kind, data)
    ? []
    : [
        wrong(
          `The Sync document ${name} holds something that this dashboard did not write, and would overwrite.`,
          `Choose another name with ${variableOf(kind)}, or delete the document in Console > Sync if nobody needs it.`,
        ),
      ];

/** When the data was collected, in milliseconds since 1970; undefined when it holds no collection. */
export function collectedAt(data: unknown): number | undefined {
  if (typeof data !== 'object' || data === null || !('collected_at' in data)) return undefined;
  return timeIn(data.collected_at);
}

/** Age in words that people use. */
export function ageInWords(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 3600)} h`;
}
