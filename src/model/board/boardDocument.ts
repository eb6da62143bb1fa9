import type { StoredChoice, StoredVisual } from '../../schema/boardDocuments';
import { isChoice, isVariableName } from '../metric/boardVariables';
import { isName, isRecord } from '../metric/fieldChecks';
import { boardDocumentName, boardsIn } from '../../persistence/boardNames';
import { sameJson } from '../../persistence/sameJson';
import {
  freeKey,
  placeOf,
  tileOf,
  type Board,
  type Fixed,
  type OwnDocument,
  type Section,
  type Tile,
} from './Board';
import type { JsonObject, SavedDocument } from './BoardDocuments';
import { readSpan, sameSpan } from './span';

export {
  boardDocumentName,
  boardIdsIn,
  boardsIn,
  boardsName,
  isBoardId,
  shownBoardName,
} from '../../persistence/boardNames';

/** The list of boards with one more, or without one. */
export function withListed(index: JsonObject | undefined, id: string, isListed: boolean): JsonObject {
  const listed: readonly unknown[] = Array.isArray(index?.boards) ? index?.boards : [];
  if (isListed)
    return boardsIn(index).some((board) => board.id === id)
      ? (index ?? {})
      : { ...index, boards: [...listed, { id }] };
  return { ...index, boards: listed.filter((entry) => !(isRecord(entry) && entry.id === id)) };
}

export interface ReadBoardDocument {
  readonly own: OwnDocument;
  /** The first has no name. */
  readonly sections: readonly Section[];
}

/** What the document of a board holds. Sections of one title are one; whatever is no section and no tile is kept, and not shown. */
export function readBoardDocument(document: JsonObject): ReadBoardDocument {
  const listed: readonly unknown[] = Array.isArray(document.sections) ? document.sections : [];
  const raw = listed.filter(isRecord);
  const taken = new Set(raw.flatMap((section) => tilesIn(section).map(({ key }) => key)));
  const used = new Set<unknown>();
  const read = (stored: JsonObject): Tile => {
    const { key: given } = stored;
    const key =
      isName(given) && !used.has(given)
        ? given
        : freeKey('tile', (other) => taken.has(other) || used.has(other));
    used.add(key);
    return readTile(stored, key);
  };
  const sections = new Map<string | undefined, Section>([
    [undefined, { name: undefined, tiles: [], isListed: true }],
  ]);
  for (const section of raw) {
    const name = isName(section.title) ? section.title.trim() : undefined;
    const before = sections.get(name);
    const strays = (Array.isArray(section.tiles) ? section.tiles : []).filter((tile) => !isRecord(tile));
    const { kept: keptBefore } = before ?? {};
    sections.set(name, {
      name,
      tiles: [...(before?.tiles ?? []), ...tilesIn(section).map(read)],
      isListed: true,
      kept: { ...section, ...keptBefore, tiles: [...strays, ...straysOf(keptBefore, 'tiles')] },
    });
  }
  return {
    own: { kept: { ...document, sections: listed.filter((section) => !isRecord(section)) } },
    sections: [...sections.values()],
  };
}

/** The document of a board, in which what nobody changed is as it was. */
export function writeBoardDocument({ kept }: OwnDocument, sections: readonly Section[]): JsonObject {
  const written = sections
    .filter(({ name, tiles, kept: section }) => name !== undefined || tiles.length > 0 || section)
    .map(({ name, tiles, kept: section = {} }) => {
      const title = isName(section.title) && section.title.trim() === name ? section.title : name;
      const { title: _title, ...others } = section;
      return {
        ...(title === undefined ? {} : { title }),
        ...others,
        tiles: [...tiles.map(writeTile), ...straysOf(section, 'tiles')],
      };
    });
  return { ...kept, sections: [...written, ...straysOf(kept, 'sections')] };
}

export const readTile = (stored: JsonObject, key: string): Tile => ({
  key,
  span: readSpan(stored.span),
  visual: visualIn(stored),
  ...(isName(stored.label) && { label: stored.label }),
  ...withIn(stored),
  kept: stored,
});

/** The choices that a stored tile fixes; one that cannot be used is kept, and fixes nothing. */
function withIn(stored: JsonObject): { readonly with?: Fixed } {
  const fixed = Object.entries(isRecord(stored.with) ? stored.with : {}).filter(
    (entry): entry is [string, StoredChoice] => isFixed(...entry),
  );
  return fixed.length > 0 ? { with: Object.fromEntries(fixed) } : {};
}

function withStrays(fixed: Fixed | undefined, kept: unknown): JsonObject | undefined {
  const strays = Object.entries(isRecord(kept) ? kept : {}).filter(([name, value]) => !isFixed(name, value));
  return fixed || strays.length > 0 ? { ...Object.fromEntries(strays), ...fixed } : undefined;
}

const isFixed = (name: string, value: unknown): boolean => isVariableName(name) && isChoice(value);

/** A tile as it is stored, with the name of its section: what two people may have changed at once. */
export function storedTileOf(board: Board, key: string): JsonObject | undefined {
  const [tile, place] = [tileOf(board, key), placeOf(board, key)];
  const section = place?.section;
  return tile && { ...(section === undefined ? {} : { section }), ...writeTile(tile) };
}

const straysOf = (kept: JsonObject | undefined, field: 'tiles' | 'sections'): readonly unknown[] =>
  Array.isArray(kept?.[field]) ? (kept?.[field] as readonly unknown[]) : [];

const tilesIn = ({ tiles }: JsonObject): readonly JsonObject[] =>
  Array.isArray(tiles) ? tiles.filter(isRecord) : [];

/** A tile as it is stored. */
export function writeTile({ key, span, visual, label, with: fixed, kept = {} }: Tile): JsonObject {
  const fields = {
    key,
    visual: sameJson(visualIn(kept), visual) && 'visual' in kept ? kept.visual : visual,
    span: sameSpan(readSpan(kept.span), span) ? kept.span : span,
    label: label === undefined && !isName(kept.label) ? kept.label : label,
    with: sameJson(withIn(kept).with, fixed) ? kept.with : withStrays(fixed, kept.with),
  };
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  const isSame = Object.entries(fields).every(([field, value]) => kept[field] === value);
  if (isSame) return kept;
  const { key: _key, visual: _visual, span: _span, label: _label, with: _with, ...others } = kept;
  return { ...Object.fromEntries(given), ...others };
}

/** Of a kind without a name where none is stored, which is shown as one that nobody knows. */
const visualIn = ({ visual }: JsonObject): StoredVisual =>
  isRecord(visual) && typeof visual.kind === 'string' ? (visual as StoredVisual) : noVisual;

const noVisual: StoredVisual = { kind: '' };

/** The document of a board among documents, where the list of boards names it. One that was deleted is still a board. */
export function ownDocumentIn(
  index: SavedDocument | undefined,
  layout: SavedDocument | undefined,
  board: string,
): { readonly id: string; readonly value: JsonObject } | undefined {
  if (layout?.value === undefined) return undefined;
  const listed = boardsIn(index?.value).find(({ id }) => boardDocumentName(board, id) === layout.name);
  return listed && { id: listed.id, value: layout.value };
}
