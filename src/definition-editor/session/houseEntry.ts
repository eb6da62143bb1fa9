import { mostBytes } from '../../saving/bytesOf';
import { furtherDocumentName } from '../../saving/documentNames';
import { isRecord } from '../../metric/fieldChecks';
import { mostFurtherDocuments } from '../../dashboard-source/followFurtherDefinitions';
import { valueOf, type BoardDocuments } from './BoardDocuments';
import { placeOf } from './boardOrder';
import { bytesOfMember, bytesWithMember, rememberBytes } from './documentBytes';
import { hasKey, homeOf, withBoard, withEntry } from './metricEntries';
import { placeTile } from './placeTile';

/**
 * Puts a metric into the document that has it, or into one that has room. When all are full a further one is made and named
 * in the board settings, so that nobody has to know of Sync's limit. A metric that fits into no document stays where it is
 * too large, and the size of that document says so.
 */
export function houseEntry(documents: BoardDocuments, key: string, entry: unknown): BoardDocuments {
  const home = homeOf(documents, key);
  const others = documents.definitions.filter(
    (document) => document !== home && !hasKey(document.value, key),
  );
  const choices = home ? [home, ...others] : others;
  const bytes = bytesOfMember(key, entry);
  const chosen = choices.find(({ value }) => bytesWithMember(value, key, bytes) <= mostBytes);
  if (chosen && (chosen === home || !home)) return putEntry(documents, chosen.name, key, entry);

  const [first] = documents.definitions;
  const further = chosen ? documents : withFurtherDocument(documents);
  const target = chosen?.name ?? further.definitions[further.definitions.length - 1]?.name;
  const isHopeless = bytesWithMember(undefined, key, bytes) > mostBytes || (!chosen && further === documents);
  if (target === undefined || isHopeless)
    return first ? putEntry(documents, (home ?? first).name, key, entry) : documents;

  const place = placeOf(documents, key);
  const moved = home ? withEntry(further, home.name, key, undefined) : further;
  const housed = putEntry(moved, target, key, entry);
  // In another document it would come after those that have no order either.
  return place && placeOf(housed, key)?.before !== place.before ? placeTile(housed, key, place) : housed;
}

/** With an entry in a document, whose size is then known without another count. */
function putEntry(documents: BoardDocuments, name: string, key: string, entry: unknown): BoardDocuments {
  const bytes = bytesWithMember(valueOf(documents, name), key, bytesOfMember(key, entry));
  const put = withEntry(documents, name, key, entry);
  const value = valueOf(put, name);
  if (value) rememberBytes(value, bytes);
  return put;
}

/** With one more definition document, named after the first; the same when there are as many as are read. */
function withFurtherDocument(documents: BoardDocuments): BoardDocuments {
  const [first, ...further] = documents.definitions;
  if (!first || further.length >= mostFurtherDocuments) return documents;
  const names = documents.definitions.map(({ name }) => name);
  let number = 2;
  while (names.includes(furtherDocumentName(first.name, number))) number += 1;
  const settings = isRecord(documents.board.value) ? documents.board.value : {};
  const named = [...names.slice(1), furtherDocumentName(first.name, number)];
  return withBoard(documents, { ...settings, definitionDocuments: named });
}
