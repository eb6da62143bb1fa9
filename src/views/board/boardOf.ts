import type { DashboardSources } from '../../sources/DashboardSources';
import { BoardModel, type BoardModelOptions } from './BoardModel';

const boards = new WeakMap<DashboardSources, BoardModel>();

/**
 * The one model of the board that some sources make, which the desk, the wall and whoever else needs it share: it is made
 * when the first asks for it, and a second one gets it as it is.
 */
export function boardOf(options: BoardModelOptions): BoardModel {
  const board = boards.get(options.sources) ?? new BoardModel(options);
  boards.set(options.sources, board);
  return board;
}
