import * as React from 'react';
import type { ShownVariable } from '../board/bindTiles';
import type { BoardModel } from '../board/BoardModel';
import { useStore } from '../board/useStore';
import { valueOf } from '../../model/metric/Loaded';
import type { ArrangedSection } from '../../model/board/arrangeBoard';
import {
  findTurns,
  titleInIndex,
  turnsInIndex,
  turnsInLink,
  type Playlist,
} from '../../model/board/playlist';
import type { DashboardSources } from '../../sources/DashboardSources';

/** A board that the wall shows in turn. */
export interface WallBoard {
  /** Its id, with a number behind it where the playlist has the board more than once; empty for the board that is shown anyway. */
  readonly key: string;
  readonly title: string | undefined;
  readonly sections: readonly ArrangedSection[];
  readonly variables: readonly ShownVariable[];
  /** How long it is shown; undefined for the only one. */
  readonly seconds: number | undefined;
}

export interface WallPlaylist {
  /** Undefined where the wall shows one board: there is no playlist, or none of its boards is there. */
  readonly boards: readonly WallBoard[] | undefined;
  /** What people call the boards of the playlist that are not there, or have no tile to show. */
  readonly absent: readonly string[];
  /** Whether that has just come to be, or the wall has just been opened. */
  readonly isNews: boolean;
}

/** How long the wall says in large words that a board is not there: milliseconds. */
const newsTime = 20_000;

const nothing: Playlist = { turns: [], unknown: [] };

/**
 * The boards that a wall shows in turn, and keeps their readings.
 * @param wanted from the link; empty for the saved playlist, undefined for none
 */
export function usePlaylist(
  sources: DashboardSources,
  board: BoardModel,
  wanted: string | undefined,
): WallPlaylist {
  const index = useStore(sources.boards);
  const kept = useStore(board.kept);
  const last = React.useRef(nothing);
  const titles = React.useRef(new Map<string, string>());
  const playlist = React.useMemo(() => {
    if (wanted === undefined) return nothing;
    // A list that is on its way, or cannot be read just now, names the boards that it named before.
    if (index.status === 'loading' || index.status === 'failed') return last.current;
    const value = valueOf(index);
    return findTurns(wanted === '' ? turnsInIndex(value) : turnsInLink(wanted), value);
  }, [wanted, index]);
  last.current = playlist;

  React.useEffect(() => board.keep([...new Set(playlist.turns.map(({ id }) => id))]), [board, playlist]);
  React.useEffect(() => () => board.keep([]), [board]);

  const found = React.useMemo(() => {
    const value = valueOf(index);
    const boards: WallBoard[] = [];
    const absent: string[] = [];
    playlist.turns.forEach(({ id, name: asked, title, seconds }, turn) => {
      const one = kept.find((some) => some.id === id);
      const name = title ?? one?.title ?? id;
      titles.current.set(asked, name);
      const before = playlist.turns.slice(0, turn).filter((other) => other.id === id).length;
      const key = before === 0 ? id : `${id} ${before + 1}`;
      if (one && one.sections.length > 0)
        boards.push({ key, title: name, sections: one.sections, variables: one.variables, seconds });
      else if (one && one.status !== 'loading' && before === 0) absent.push(name);
    });
    const isWaiting = playlist.turns.some(({ id }) => isLoading(kept.find((some) => some.id === id)));
    const gone = playlist.unknown.map(
      (name) => titleInIndex(value, name) ?? titles.current.get(name) ?? name,
    );
    return {
      boards: boards.length > 0 || isWaiting ? boards : undefined,
      absent: [...gone, ...absent],
    };
  }, [playlist, kept, index]);

  const told = found.absent.join('\n');
  const [old, setOld] = React.useState('');
  React.useEffect(() => {
    if (told === '') return undefined;
    const timer = setTimeout(() => setOld(told), newsTime);
    return () => clearTimeout(timer);
  }, [told]);
  return { ...found, isNews: told !== '' && told !== old };
}

const isLoading = (board: { readonly status: string } | undefined): boolean =>
  board === undefined || board.status === 'loading';
