import { bytesOf } from '../../persistence/bytesOf';
import { readsChoices } from '../metric/boardVariables';
import { furtherDocumentName, metricsDocumentName } from '../../persistence/documentNames';
import { sameJson } from '../../persistence/sameJson';
import type { Board } from './Board';
import { hasKey, type BoardDocuments } from './BoardDocuments';
import { bytesIn } from './documentSizes';
import { namedDocuments } from './namedDocuments';
import { mostBytes, mostFurtherDocuments } from '../../schema/defaults';
import type { SavedMetric } from './parseBoard';
import type { Homes, WrittenMetrics } from './toDocuments';

export interface Housed {
  /** Names of the definition documents, those that are begun last. */
  readonly names: readonly string[];
  /** Of them those that no settings name, so that older versions never read them. */
  readonly own: ReadonlySet<string>;
  readonly metrics: WrittenMetrics;
}

/**
 * Finds a document for each metric: the one that has it, or for what is new or has outgrown its document one that has room, the
 * one of the tile before it or else the last. When all are full a further one is begun, so that nobody has to know of Sync's
 * limit. A metric that fits into no document stays where it is too large, and the size of that document says so. Metrics that read
 * the choices of a board lie in documents that no settings name: older versions show whatever is in those.
 */
export function houseMetrics(
  board: Board,
  before: BoardDocuments,
  saved: ReadonlyMap<string, SavedMetric>,
  write: (homes: Homes) => WrittenMetrics,
): Housed {
  const homes = new Map<string, number>();
  const names = before.definitions.map(({ name }) => name);
  const ownNames = new Set(ownDocuments(before));
  /** What is new, with the tile that stands before it: in one document with that it needs no order to follow it. */
  const added: { readonly key: string; readonly neighbour: string | undefined }[] = [];
  const isShared = (index: number): boolean => !ownNames.has(names[index] ?? '');
  /** Whether it must not lie where older versions see it. What somebody else wrote there stays until it is changed. */
  const isOwn = (key: string, entry: unknown): boolean => {
    const home = saved.get(key)?.home;
    return readsChoices(entry) || (home !== undefined && !isShared(home));
  };
  for (const { tiles } of board.sections)
    tiles.forEach(({ key }, index) => {
      const { home: standing, content } = saved.get(key) ?? {};
      const entry = board.metrics.get(key);
      const isMoved =
        standing !== undefined && isShared(standing) && readsChoices(entry) && !sameJson(content, entry);
      const home = isMoved ? undefined : standing;
      if (home === undefined) added.push({ key, neighbour: tiles[index - 1]?.key });
      else homes.set(key, home);
    });
  let metrics = write(homes);
  if (names.length === 0) return { names, own: ownNames, metrics };

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
    const isOwnMetric = isOwn(key, entry);
    const hasRoom = (index: number): boolean =>
      index !== home &&
      isShared(index) !== isOwnMetric &&
      !hasKey(before.definitions[index]?.value, key) &&
      sizeOf(index) + own - (sizeOf(index) === noBytes ? noBytes : 1) <= mostBytes;
    const beside = neighbour === undefined ? undefined : homes.get(neighbour);
    let index = beside !== undefined && hasRoom(beside) ? beside : names.length - 1;
    while (index >= 0 && !hasRoom(index)) index -= 1;
    if (index < 0) {
      if (own > mostBytes || names.length > mostFurtherDocuments) return false;
      const begun = nextName(names, before.board.name, isOwnMetric);
      if (isOwnMetric) ownNames.add(begun);
      index = names.push(begun) - 1;
    }
    homes.set(key, index);
    add(index, own);
    if (home !== undefined) bytes[home] = sizeOf(home) - (own - 1);
    return true;
  };

  /** For what fits into no document: the size of that one says so. */
  const lastResort = (key: string): number => {
    if (!isOwn(key, board.metrics.get(key))) return 0;
    const last = names.map((_, index) => isShared(index)).lastIndexOf(false);
    if (last >= 0) return last;
    const begun = nextName(names, before.board.name, true);
    ownNames.add(begun);
    return names.push(begun) - 1;
  };
  for (const { key, neighbour } of added)
    if (!house(key, board.metrics.get(key), neighbour)) homes.set(key, lastResort(key));
  if (added.length > 0) metrics = write(homes);
  const moved = new Set<string>();
  for (;;) {
    bytes = [];
    const isOutgrown = metrics.values.map(
      (value, home) => value !== before.definitions[home]?.value && sizeOf(home) > mostBytes,
    );
    if (!isOutgrown.includes(true)) return { names, own: ownNames, metrics };
    const outgrown = writtenIn(isOutgrown, metrics, homes, saved).filter((key) => !moved.has(key));
    const found = outgrown.filter((key) => {
      const home = homes.get(key) ?? 0;
      if (sizeOf(home) <= mostBytes) return false;
      moved.add(key);
      return house(key, metrics.entries.get(key));
    });
    if (found.length === 0) return { names, own: ownNames, metrics };
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

/** Names of the documents of metrics that no settings name, but the document of a board. */
export function ownDocuments({ definitions, board }: BoardDocuments): readonly string[] {
  const names = definitions.map(({ name }) => name);
  const [first = '', ...further] = names;
  const shared = namedDocuments(board.value, [board.name, first]);
  return further.filter((name) => !shared.includes(name));
}

function nextName([first = '', ...further]: readonly string[], board: string, isOwn: boolean): string {
  const taken = [first, ...further, board];
  const name = isOwn ? metricsDocumentName : furtherDocumentName;
  let number = isOwn ? 1 : 2;
  while (taken.includes(name(first, number))) number += 1;
  return name(first, number);
}
