import { readShaped, type EvaluationContext } from '../../board/ReadingsStore';
import { availableIn } from '../../../model/formula';
import { bindingOf, parseVariables, variableNamed } from '../../../model/metric/boardVariables';
import type { Board, Fixed } from '../../../model/board/Board';
import { knownVariables } from '../../../model/board/variablesOfBoard';
import type { TileCheck } from '../../../visuals/problemsOfTile';

/** What a tile of a board is checked against at a moment, with what it has fixed. */
export function checkOfTiles(board: Board, fixed: Fixed = {}, moment: EvaluationContext): TileCheck {
  const { variables } = parseVariables(board.own?.kept.variables);
  const variableOf = (name: string) => variables.find((each) => each.name === name) ?? variableNamed(name);
  const bindings = Object.entries(fixed).map(
    ([name, choice]) => [name, bindingOf(variableOf(name), choice)] as const,
  );
  const chosen = new Map([...(moment.board ?? []), ...bindings]);
  return {
    available: { ...availableIn(moment.data), variables: knownVariables(board) },
    typeOf: (name) => variableOf(name)?.type,
    read: (measure) => readShaped(measure, { ...moment, ...(chosen.size > 0 && { board: chosen }) }),
  };
}
