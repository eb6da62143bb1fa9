import type { ArrangedSection, ArrangedTile } from '../../model/board/arrangeBoard';

/** The sections that are drawn, each tile in its own. */
export interface ShownSections {
  readonly sections: readonly ArrangedSection[];
  readonly shown: number;
  readonly all: number;
}

/**
 * @param search words that a label must contain, in any order; case and accents do not count
 * @param isWanted what else a tile must be
 */
export function arrangeSections(
  all: readonly ArrangedSection[],
  search: string,
  isWanted: (tile: ArrangedTile) => boolean = () => true,
): ShownSections {
  const words = plain(search).split(/\s+/).filter(Boolean);
  const isLookedFor = ({ label }: ArrangedTile): boolean => {
    const text = plain(label);
    return words.every((word) => text.includes(word));
  };
  const sections = all
    .map((section) => ({
      ...section,
      tiles: section.tiles.filter((tile) => isLookedFor(tile) && isWanted(tile)),
    }))
    .filter(({ tiles }) => tiles.length > 0);
  return { sections, shown: count(sections), all: count(all) };
}

const count = (sections: readonly ArrangedSection[]): number =>
  sections.reduce((sum, { tiles }) => sum + tiles.length, 0);

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase();
