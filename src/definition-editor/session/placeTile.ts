import type { BoardDocuments } from './BoardDocuments';
import { sectionsOf, tilesOf } from './boardOrder';
import type { TilePosition } from './EditingCommand';
import { metricOf, replaceField, withBoard, withFields } from './metricEntries';

/** Numbers between numbers grow long; then whole ones are handed out anew. */
const longestOrder = 8;

/**
 * Puts a tile into a place, and writes as little as can be: the order of this tile alone where its new neighbours leave room,
 * so that what other people do to other tiles meanwhile is no conflict. No section changes its place by it.
 */
export function placeTile(documents: BoardDocuments, key: string, place: TilePosition): BoardDocuments {
  if (!metricOf(documents, key)) return documents;
  const section = place.section?.trim() || undefined;
  const others = tilesOf(documents, section).filter((other) => other !== key);
  const found = place.before === undefined ? -1 : others.indexOf(place.before);
  const index = found < 0 ? others.length : found;
  const wanted = [...others.slice(0, index), key, ...others.slice(index)];

  const there = withFields(documents, key, { section });
  const orderOf = (other: string | undefined): number | undefined =>
    other === undefined ? undefined : orderIn(documents, other);
  const candidates = [
    orderIn(documents, key),
    undefined,
    between(orderOf(wanted[index - 1]), orderOf(wanted[index + 1])),
  ];
  const placed = candidates
    .map((order) => withFields(there, key, { order }))
    .find((candidate) => sameList(tilesOf(candidate, section), wanted));
  return keepSections(documents, placed ?? numbered(there, wanted, index));
}

function orderIn(documents: BoardDocuments, key: string): number | undefined {
  const order = metricOf(documents, key)?.order;
  return typeof order === 'number' && Number.isFinite(order) ? order : undefined;
}

/** An order between those of the neighbours, either of which may have none or not be there. */
function between(previous: number | undefined, next: number | undefined): number | undefined {
  if (previous === undefined) return next === undefined ? 1 : Math.ceil(next) - 1;
  if (next === undefined) return Math.floor(previous) + 1;
  const middle = (previous + next) / 2;
  return String(middle).length > longestOrder ? undefined : middle;
}

/** Hands out orders where they do not ascend, as far as needed: tiles without one after the one that moved stay without. */
function numbered(documents: BoardDocuments, wanted: readonly string[], moved: number): BoardDocuments {
  let last = 0;
  return wanted.reduce((result, key, index) => {
    const order = orderIn(documents, key);
    if (index > moved && order === undefined) return result;
    if (index !== moved && order !== undefined && (index === 0 || order > last)) {
      last = order;
      return result;
    }
    last = Math.floor(last) + 1;
    return withFields(result, key, { order: last });
  }, documents);
}

/** Sections that the settings do not list stand by their first tile, so that they are listed before they would move. */
function keepSections(before: BoardDocuments, after: BoardDocuments): BoardDocuments {
  const stood = sectionsOf(before);
  const stand = sectionsOf(after);
  const wanted = [
    ...stood.filter((name) => stand.includes(name)),
    ...stand.filter((name) => !stood.includes(name)),
  ];
  if (sameList(stand, wanted)) return after;
  return withBoard(after, replaceField(after.board.value ?? {}, 'sections', wanted));
}

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((key, index) => key === b[index]);
