import { parseVariables, typesByName } from '../metric/boardVariables';
import { isRecord } from '../metric/fieldChecks';
import type { Board } from './Board';
import type { JsonObject } from './BoardDocuments';

/** The choices that a board offers, as its document has them; what is no object is left out. */
export function storedVariables({ own }: Board): readonly JsonObject[] {
  const { variables } = own?.kept ?? {};
  return Array.isArray(variables) ? variables.filter(isRecord) : [];
}

/** Names of the variables that formulas may read here: those that the board offers, and those that explain themselves. */
export const knownVariables = (board: Board): readonly string[] => [
  ...parseVariables(board.own?.kept.variables).variables.map(({ name }) => name),
  ...typesByName,
  ...board.sections.flatMap(({ tiles }) => tiles.flatMap((tile) => Object.keys(tile.with ?? {}))),
];
