import { newTileKey, sectionsOf, type Board, type Section, type Tile } from '../../../model/board/Board';
import type { JsonObject } from '../../../model/board/BoardDocuments';
import { storedTileOf, writeTile } from '../../../model/board/boardDocument';
import { movedTiles } from '../../../model/board/movedTiles';
import { sameJson } from '../../../persistence/sameJson';
import type { Conflict } from './EditingSession';
import { mergeLists } from './mergeLists';
import { takeOne } from './takeOne';

export interface MergedLayout {
  readonly sections: readonly Section[];
  /** What the document says besides. */
  readonly kept: JsonObject;
  readonly clashes: readonly LayoutClash[];
}

type LayoutClash = Pick<Conflict, 'key' | 'base' | 'mine' | 'theirs'> & {
  readonly kind: 'tile' | 'variable';
};

/**
 * What stands where, with what I changed brought into theirs, tile by tile. Tiles that I moved or made stand after the tile they
 * follow on my board. Both changed what one tile shows, or moved it into two sections, or one changed what the other took away:
 * that clashes, and mine stands. The same goes for the choices of the board, one by one.
 */
export function mergeLayouts(base: Board, mine: Board, theirs: Board): MergedLayout {
  const clashes: LayoutClash[] = [];
  const [movedByMe, movedByThem] = [movedTiles(base, mine), movedTiles(base, theirs)];
  const [before, my, their] = [base, mine, theirs].map(tilesByKey) as [Tiles, Tiles, Tiles];
  const clash = (key: string): void =>
    void clashes.push({
      kind: 'tile',
      key,
      base: storedTileOf(base, key),
      mine: storedTileOf(mine, key),
      theirs: storedTileOf(theirs, key),
    });

  /** By the keys of both, what is to be shown; what is gone is not there. */
  const merged = new Map<string, Tile>();
  /** Two people may have made two tiles under one key: mine gets another. */
  const renamed = new Map<string, string>();
  for (const key of new Set([...their.keys(), ...my.keys()])) {
    const [b, m, t] = [before.get(key), my.get(key), their.get(key)];
    const [atFirst, ofMine, ofTheirs] = [b, m, t].map((tile) => tile && shownBy(tile));
    if (m && t) {
      const isTwice = !b && !sameJson(ofMine, ofTheirs);
      const one = takeOne(atFirst, ofMine, ofTheirs);
      if (isTwice) {
        const free = newTileKey({ sections: [...mine.sections, ...theirs.sections] }, `${key}-2`);
        renamed.set(key, free);
        merged.set(free, { ...m, key: free });
      }
      merged.set(key, isTwice || one?.value === ofTheirs ? t : m);
      const isApart =
        movedByMe.has(key) && movedByThem.has(key) && sectionOf(mine, key) !== sectionOf(theirs, key);
      if ((!one && !isTwice) || isApart) clash(key);
    } else if (m) {
      const isTaken = b && sameJson(atFirst, ofMine);
      if (b && !isTaken) clash(key);
      if (!isTaken) merged.set(key, m);
    } else if (t && !(b && sameJson(atFirst, ofTheirs))) {
      if (b) clash(key);
      else merged.set(key, t);
    }
  }

  const lists = new Map<string | undefined, string[]>();
  const listOf = (name: string | undefined): string[] => {
    const list = lists.get(name) ?? [];
    lists.set(name, list);
    return list;
  };
  const names = mergeLists(sectionsOf(base), sectionsOf(mine), sectionsOf(theirs)) ?? [
    ...sectionsOf(mine),
    ...sectionsOf(theirs).filter((name) => !sectionsOf(mine).includes(name)),
  ];
  for (const name of [undefined, ...(names as readonly string[])]) listOf(name);
  const isMoved = (key: string): boolean => movedByMe.has(key) || !their.has(key);
  for (const { name, tiles } of theirs.sections)
    for (const { key } of tiles)
      if (merged.has(key) && !(my.has(key) && isMoved(key))) listOf(name).push(key);
  for (const { name, tiles } of mine.sections) {
    let previous: string | undefined;
    for (const { key } of tiles) {
      const placed = renamed.get(key) ?? (isMoved(key) && merged.has(key) ? key : undefined);
      if (placed !== undefined) {
        const list = listOf(name);
        list.splice(previous === undefined ? 0 : list.indexOf(previous) + 1, 0, placed);
      }
      const standing = placed ?? key;
      if (listOf(name).includes(standing)) previous = standing;
    }
  }
  const sections = [...lists].map(([name, keys]): Section => {
    const [b, m, t] = [base, mine, theirs].map((board) =>
      board.sections.find((section) => section.name === name),
    );
    const one = takeOne(b?.kept, m?.kept, t?.kept);
    const kept = one ? one.value : m?.kept;
    return {
      name,
      tiles: keys.flatMap((key) => merged.get(key) ?? []),
      isListed: true,
      ...(kept && { kept }),
    };
  });
  return {
    sections: sections.filter(
      ({ name, tiles }) => name === undefined || tiles.length > 0 || names.includes(name),
    ),
    kept: mergeKept(base.own?.kept, mine.own?.kept, theirs.own?.kept, clashes),
    clashes,
  };
}

type Tiles = ReadonlyMap<string, Tile>;

const tilesByKey = ({ sections }: Board): Tiles =>
  new Map(sections.flatMap(({ tiles }) => tiles.map((tile) => [tile.key, tile] as const)));

/** What a tile is, wherever it stands: as it is stored, or would be. */
const shownBy = (tile: Tile): JsonObject => writeTile(tile);

const sectionOf = ({ sections }: Board, key: string): string | undefined =>
  sections.find(({ tiles }) => tiles.some((tile) => tile.key === key))?.name;

/** The choices of a board one by one, in the order of theirs; of one that both changed mine stands, and that clashes. */
function mergeVariables(
  base: unknown,
  mine: unknown,
  theirs: unknown,
  clashes: LayoutClash[],
): readonly unknown[] {
  const [b, m, t] = [base, mine, theirs].map(variablesByName) as [Named, Named, Named];
  return [...new Set([...t.keys(), ...m.keys()])].flatMap((name) => {
    const three = { base: b.get(name), mine: m.get(name), theirs: t.get(name) };
    const one = takeOne(three.base, three.mine, three.theirs);
    if (!one) clashes.push({ kind: 'variable', key: String(name), ...three });
    return (one ? one.value : three.mine) ?? [];
  });
}

type Named = ReadonlyMap<unknown, unknown>;

const variablesByName = (stored: unknown): Named =>
  new Map(
    (Array.isArray(stored) ? stored : []).map((variable: unknown) => [
      Object(variable).name ?? variable,
      variable,
    ]),
  );

/** Of other fields that both changed mine stand: nobody sees them here. */
function mergeKept(
  base: JsonObject = {},
  mine: JsonObject = {},
  theirs: JsonObject = {},
  clashes: LayoutClash[],
): JsonObject {
  const fields = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])].map((field) => {
    const one = takeOne(base[field], mine[field], theirs[field]);
    if (one) return [field, one.value] as const;
    const isOfChoices = field === 'variables';
    return [
      field,
      isOfChoices ? mergeVariables(base[field], mine[field], theirs[field], clashes) : mine[field],
    ] as const;
  });
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}
