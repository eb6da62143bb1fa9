import { metricOfTile, newKey, type Board } from '../../../model/board/Board';
import type { BoardDocuments } from '../../../model/board/BoardDocuments';
import { withEntryAt } from '../../../model/board/changeBoard';
import { parseBoard } from '../../../model/board/parseBoard';
import { sameJson } from '../../../persistence/sameJson';
import type { JsonObject } from '../../../persistence/DocumentService';

/** What becomes of metrics that other boards show too, and that a version has differently. */
export type SharedMetrics = 'kept' | 'copied' | 'replaced';

/** How a version of one of several boards is restored. */
export interface RestoredMetrics {
  /** Keys of the metrics that other boards show too. */
  readonly shared: readonly string[];
  readonly as: SharedMetrics;
}

/** Keys of the metrics on a board of a version that are here as well, and differ. */
export function metricsThatDiffer(now: BoardDocuments, then: BoardDocuments): readonly string[] {
  const [{ metrics }, version] = [parseBoard(now), parseBoard(then)];
  return keysOn(version).filter(
    (key) =>
      metrics.has(key) && version.metrics.has(key) && !sameJson(metrics.get(key), version.metrics.get(key)),
  );
}

/** One of several boards as it was in a version, with the metrics that it showed. Whatever else there is stays. */
export function withVersion(board: Board, then: BoardDocuments, { shared, as }: RestoredMetrics): Board {
  const version = parseBoard(then);
  const copies = new Map<string, string>();
  let restored: Board = { ...board, own: version.own, sections: version.sections };
  for (const key of keysOn(version)) {
    const entry = version.metrics.get(key);
    const here = board.metrics.get(key);
    if (entry === undefined || sameJson(entry, here)) continue;
    const isFree = here === undefined || as === 'replaced' || !shared.includes(key);
    if (!isFree && as === 'kept') continue;
    const to = isFree ? key : newKey(restored, key);
    if (to !== key) copies.set(key, to);
    restored = withEntryAt(restored, to, entry as JsonObject);
  }
  if (copies.size === 0) return restored;
  const sections = restored.sections.map((section) => ({
    ...section,
    tiles: section.tiles.map((tile) => {
      const metric = copies.get(metricOfTile(tile) ?? '');
      return metric === undefined ? tile : { ...tile, visual: { ...tile.visual, metric } };
    }),
  }));
  return { ...restored, sections };
}

const keysOn = ({ sections }: Board): readonly string[] => [
  ...new Set(sections.flatMap(({ tiles }) => tiles.flatMap((tile) => metricOfTile(tile) ?? []))),
];
