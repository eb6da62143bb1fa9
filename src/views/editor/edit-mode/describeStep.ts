import {
  labelOfTile,
  placeOf,
  sectionsOf,
  tileOf,
  tilesOf,
  tilesWith,
  type Board,
} from '../../../model/board/Board';
import type { Strings } from '../../../strings/Strings';
import { changesBetween, type Change } from '../draft/changesOf';
import { documentsOf, type EditingSession, type Step, type WorkingCopy } from '../draft/EditingSession';
import { describeChange } from './describeChange';

/** More than so many changes are counted and not told one by one: nobody listens for that long. */
const mostTold = 3;

/**
 * What came of the step between two sessions, for who does not see the board.
 * @returns undefined when there was no step, and for what is done in a field, which says its value itself
 */
export function describeStep(
  before: EditingSession,
  after: EditingSession,
  strings: Strings,
): string | undefined {
  const { text } = strings;
  if (before.current === after.current) return undefined;
  const undone = lastOf(after.future);
  if (after.future.length > before.future.length && undone)
    return text('EditUndone', { what: whatCame(undone, before, after, strings) });
  const done = lastOf(after.past);
  if (!done || after.past.length < before.past.length) return undefined;
  // What joins the step before is typing, which says itself, or a drag that goes on.
  if (after.past.length === before.past.length && done.type !== 'resize-tile') return undefined;
  const what = whatCame(done, before, after, strings);
  if (lastOf(before.future)?.current === after.current) return text('EditRedone', { what });
  return ['change-metric', 'change-tile'].includes(done.type) ? undefined : what;
}

function whatCame({ type, key }: Step, before: WorkingCopy, after: WorkingCopy, strings: Strings): string {
  const { text } = strings;
  const board = after.current;
  if (type === 'move-tile' && key !== undefined)
    return text('EditMoved', { label: labelOfTile(board, key), place: placeInWords(board, key, strings) });
  if (type === 'resize-tile' && key !== undefined) return sizeInWords(board, key, strings);
  const changes = changesBetween(documentsOf(before), documentsOf(after)).filter(isOfNote);
  const [first, second] = changes;
  if ((first?.kind === 'metric' || first?.kind === 'tile') && first.change === 'added' && !second) {
    const tile = first.kind === 'metric' ? (tilesWith(board, first.key)[0] ?? first.key) : first.key;
    return `${describeChange(first, strings)}, ${placeInWords(board, tile, strings)}`;
  }
  if (changes.some(({ kind }) => kind === 'board'))
    return changes.map((change) => describeChange(change, strings)).join(', ');
  const sections = sectionsOf(board);
  if (sectionsOf(before.current).join('\n') !== sections.join('\n'))
    return sections.length > 0
      ? text('EditSections', { sections: sections.join(', ') })
      : text('EditNoSections');
  return changes.length > mostTold
    ? text('EditChangesAtOnce', { count: changes.length })
    : changes.map((change) => describeChange(change, strings)).join(', ');
}

function sizeInWords(board: Board, key: string, { text }: Strings): string {
  const { columns, rows } = tileOf(board, key)?.span ?? { columns: 0, rows: 0 };
  const size = text('EditResized', { count: columns, rows: text('EditRows', { count: rows }) });
  return `${labelOfTile(board, key)}: ${size}`;
}

/** Numbers that others get to make room for one are nothing that somebody did. */
const isOfNote = (change: Change): boolean =>
  change.kind === 'setting'
    ? change.key !== 'sections'
    : change.kind !== 'metric' || change.fields.join() !== 'order';

const lastOf = <T>(list: readonly T[]): T | undefined => list[list.length - 1];

function placeInWords(board: Board, key: string, { text }: Strings): string {
  const { section } = placeOf(board, key) ?? {};
  const tiles = tilesOf(board, section);
  const values = { place: tiles.indexOf(key) + 1, all: tiles.length };
  return section === undefined ? text('EditPlaceOutside', values) : text('EditPlace', { ...values, section });
}
