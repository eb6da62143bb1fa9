import type { ArrangedSection, ArrangedTile } from '../model/board/arrangeBoard';
import type { Severities } from './useSeverities';

/** The sections that are drawn: of all tiles those that are looked for, and before them what needs attention, the worst first. */
export interface ShownSections {
  /** Undefined unless it is asked for; then it may be empty. */
  readonly wrong: readonly ArrangedTile[] | undefined;
  readonly sections: readonly ArrangedSection[];
  readonly shown: number;
  readonly all: number;
}

/**
 * @param search words that a label must contain, in any order; case and accents do not count
 * @param severities of what stands first; undefined leaves every tile in its section
 */
export function arrangeSections(
  all: readonly ArrangedSection[],
  search: string,
  severities: Severities | undefined,
): ShownSections {
  const words = plain(search).split(/\s+/).filter(Boolean);
  const isLookedFor = ({ label }: ArrangedTile): boolean => {
    const text = plain(label);
    return words.every((word) => text.includes(word));
  };
  const found = all.map((section) => ({ ...section, tiles: section.tiles.filter(isLookedFor) }));
  const isWrong = ({ key }: ArrangedTile): boolean => severities?.has(key) ?? false;
  const rank = ({ key }: ArrangedTile): number => severities?.get(key) ?? 0;
  const wrong = found.flatMap(({ tiles }) => tiles.filter(isWrong)).sort((a, b) => rank(a) - rank(b));
  return {
    wrong: severities && wrong,
    sections: found
      .map((section) => ({ ...section, tiles: section.tiles.filter((tile) => !isWrong(tile)) }))
      .filter(({ tiles }) => tiles.length > 0),
    shown: count(found),
    all: count(all),
  };
}

const count = (sections: readonly ArrangedSection[]): number =>
  sections.reduce((sum, { tiles }) => sum + tiles.length, 0);

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase();
