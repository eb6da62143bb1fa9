import type { StoredTurn } from '../../schema/boardDocuments';
import { isName, isRecord } from '../metric/fieldChecks';
import { boardsIn } from '../../persistence/boardNames';

/** How long a board is shown that does not say it, and how long it may be: seconds. */
export const usualSeconds = 30;
export const leastSeconds = 5;
export const mostSeconds = 3600;

/** A board that somebody wants to see in turn, by its id or by its title as a slug. */
export interface WantedTurn {
  readonly board: string;
  readonly seconds: number;
}

export interface Turn {
  /** Of the board. */
  readonly id: string;
  /** What it was asked for by. */
  readonly name: string;
  /** What the list of boards calls it. */
  readonly title: string | undefined;
  readonly seconds: number;
}

export interface Playlist {
  readonly turns: readonly Turn[];
  /** Boards that the list does not name, by what they were asked for with. */
  readonly unknown: readonly string[];
}

/** What a link asks for, such as `sales,support:45s`: boards in their order, each with its seconds where it says them. */
export const turnsInLink = (text: string): readonly WantedTurn[] =>
  text.split(',').flatMap((part): readonly WantedTurn[] => {
    const { name = '', seconds } =
      /^(?<name>.*?)(?::(?<seconds>\d{1,6})s?)?$/s.exec(part.trim())?.groups ?? {};
    return name === '' ? [] : [{ board: name.trim(), seconds: asSeconds(Number(seconds ?? usualSeconds)) }];
  });

/** What the list of boards has saved; whatever in it is no turn is left out. */
export function turnsInIndex(index: unknown): readonly WantedTurn[] {
  const { playlist } = Object(index) as { playlist?: unknown };
  const saved: readonly unknown[] = Array.isArray(playlist) ? playlist : [];
  return saved.filter(isTurn).map(({ board, seconds }) => ({
    board,
    seconds: asSeconds(typeof seconds === 'number' ? seconds : usualSeconds),
  }));
}

const isTurn = (turn: unknown): turn is StoredTurn => isRecord(turn) && isName(turn.board);

/** The nearest number of seconds that a board can be shown for. */
export const asSeconds = (seconds: number): number =>
  Number.isFinite(seconds)
    ? Math.min(mostSeconds, Math.max(leastSeconds, Math.round(seconds)))
    : usualSeconds;

/** Finds the boards that are wanted in the list of boards. */
export function findTurns(wanted: readonly WantedTurn[], index: unknown): Playlist {
  const boards = boardsIn(index).filter(({ deletedAt }) => deletedAt === undefined);
  const turns: Turn[] = [];
  const unknown = new Set<string>();
  for (const { board: name, seconds } of wanted) {
    const slug = slugOf(name);
    const found =
      boards.find(({ id }) => id === name) ??
      // Titles such as "C#" and "C++" are alike as slugs.
      boards.find(({ title }) => title?.toLowerCase() === name.toLowerCase()) ??
      boards.find(({ title }) => title !== undefined && slug !== '' && slugOf(title) === slug);
    if (found) turns.push({ id: found.id, title: found.title, name, seconds });
    else unknown.add(name);
  }
  return { turns, unknown: [...unknown] };
}

/** What the list of boards calls a board, one that was deleted too. */
export const titleInIndex = (index: unknown, id: string): string | undefined =>
  boardsIn(index).find((board) => board.id === id)?.title;

/** A title as it can be typed into an address: `Ventas Ñandú` is `ventas-nandu`. */
export const slugOf = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
