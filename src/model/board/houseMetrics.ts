import { bytesOf } from '../../saving/bytesOf';
import { furtherDocumentName } from '../../saving/documentNames';
import type { Board } from './Board';
import { hasKey, type BoardDocuments } from './BoardDocuments';
import { bytesIn } from './documentSizes';
import { mostBytes, mostFurtherDocuments } from '../../contract/defaults';
import type { SavedMetric } from './parseBoard';
import type { Homes, WrittenMetrics } from './toDocuments';

export interface Housed {
  /** Names of the definition documents, those that are begun last. */
  readonly names: readonly string[];
  readonly metrics: WrittenMetrics;
}

/**
 * Finds a document for each metric: the one that has it, or for what is new or has outgrown its document one that has room, the
 * one of the tile before it or else the last. When all are full a further one is begun, so that nobody has to know of Sync's
 * limit. A metric that fits into no document stays where it is too large, and the size of that document says so.
 */
export function houseMetrics(
  board: Board,
  before: BoardDocuments,
  saved: ReadonlyMap<string, SavedMetric>,
  write: (homes: Homes) => WrittenMetrics,
): Housed {
  const homes = new Map<string, number>();
  const names = before.definitions.map(({ name }) => name);
  /** What is new, with the tile that stands before it: in one document with that it needs no order to follow it. */
  const added: { readonly key: string; readonly neighbour: string | undefined }[] = [];
  for (const { tiles } of board.sections)
    tiles.forEach(({ key }, index) => {
      const home = saved.get(key)?.home;
      if (home === undefined) added.push({ key, neighbour: tiles[index - 1]?.key });
      else homes.set(key, home);
    });
  let metrics = write(homes);
  if (names.length === 0) return { names, metrics };

  let bytes: number[] = [];
  /** Bytes of a document, counted when somebody wants to know. */
  const sizeOf = (home: number): number => {
    const value = metrics.values[home];
    return (bytes[home] ??= value === undefined ? noBytes : bytesIn(value));
  };
  const add = (home: number, own: number): void => {
    // Without its own braces, with a comma where it is not the first.
    bytes[home] = sizeOf(home) + own - (sizeOf(home) === noBytes ? noBytes : 1);
  };
  /** Puts a metric into a document that has room for it. */
  const house = (key: string, entry: unknown, neighbour?: string): boolean => {
    const home = homes.get(key);
    const own = bytesOf({ [key]: entry });
    const hasRoom = (index: number): boolean =>
      index !== home &&
      !hasKey(before.definitions[index]?.value, key) &&
      sizeOf(index) + own - (sizeOf(index) === noBytes ? noBytes : 1) <= mostBytes;
    const beside = neighbour === undefined ? undefined : homes.get(neighbour);
    let index = beside !== undefined && hasRoom(beside) ? beside : names.length - 1;
    while (index >= 0 && !hasRoom(index)) index -= 1;
    if (index < 0) {
      if (own > mostBytes || names.length > mostFurtherDocuments) return false;
      index = names.push(nextName(names, before.board.name)) - 1;
    }
    homes.set(key, index);
    add(index, own);
    if (home !== undefined) bytes[home] = sizeOf(home) - (own - 1);
    return true;
  };

  for (const { key, neighbour } of added)
    if (!house(key, board.metrics.get(key), neighbour)) homes.set(key, 0);
  if (added.length > 0) metrics = write(homes);
  const moved = new Set<string>();
  for (;;) {
    bytes = [];
    const isOutgrown = metrics.values.map(
      (value, home) => value !== before.definitions[home]?.value && sizeOf(home) > mostBytes,
    );
    if (!isOutgrown.includes(true)) return { names, metrics };
    const outgrown = writtenIn(isOutgrown, metrics, homes, saved).filter((key) => !moved.has(key));
    const found = outgrown.filter((key) => {
      const home = homes.get(key) ?? 0;
      if (sizeOf(home) <= mostBytes) return false;
      moved.add(key);
      return house(key, metrics.entries.get(key));
    });
    if (found.length === 0) return { names, metrics };
    metrics = write(homes);
  }
}

/** Of an object without fields. */
const noBytes = 2;

/** The metrics that are written into these documents, the last first. */
const writtenIn = (
  isOutgrown: readonly boolean[],
  { entries }: WrittenMetrics,
  homes: Homes,
  saved: ReadonlyMap<string, SavedMetric>,
): readonly string[] =>
  [...homes]
    .flatMap(([key, home]) => {
      const known = saved.get(key);
      return isOutgrown[home] && !known?.isTwice && known?.entry !== entries.get(key) ? [key] : [];
    })
    .reverse();

function nextName([first = '', ...further]: readonly string[], board: string): string {
  const taken = [first, ...further, board];
  let number = 2;
  while (taken.includes(furtherDocumentName(first, number))) number += 1;
  return furtherDocumentName(first, number);
}
