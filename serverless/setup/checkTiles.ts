import { availableIn, createBudget } from '../../src/model/formula';
import { parseVariables, typesByName } from '../../src/model/metric/boardVariables';
import { isRecord } from '../../src/model/metric/fieldChecks';
import { joinData } from '../../src/model/metric/joinedData';
import { readBoardDocument } from '../../src/model/board/boardDocument';
import { prepareMeasure } from '../../src/visuals/Measure';
import { describeProblem } from '../../src/visuals/describeProblem';
import { problemsOfTile, type TileCheck, type TileProblem } from '../../src/visuals/problemsOfTile';
import { describeMissing, type DefinitionContext } from './checkDefinitions';
import { englishText } from './englishText';
import { wrong, type Finding } from './Finding';

type TileContext = Pick<DefinitionContext, 'data' | 'queues' | 'activities'>;

/** What tiles of boards would say ERR about though no metric is wrong: the formulas of tables, breakdowns and agent tables. */
export function checkTiles(
  boards: readonly { readonly name: string; readonly data: unknown }[],
  { data, queues, activities }: TileContext,
): readonly Finding[] {
  // Which agents are logged in, only a browser knows.
  const joined = joinData(data, new Map([['agents', { status: 'loading' as const }]]));
  const input = { data: joined, staleAfterSeconds: Infinity, budget: createBudget() };
  // Which choices a board offers is checked with the board.
  const available = { queues, activities, seconds: availableIn(data).seconds, variables: undefined };
  return boards.flatMap(({ name, data: document }) => {
    if (!isRecord(document)) return [];
    const { variables } = parseVariables(document.variables);
    const check: TileCheck = {
      available,
      typeOf: (variable) =>
        variables.find((each) => each.name === variable)?.type ??
        typesByName.find((type) => type === variable),
      read: (measure) => prepareMeasure(measure, { locale: 'en' })(input, Date.now()).reading,
    };
    const tiles = readBoardDocument(document).sections.flatMap((section) => section.tiles);
    return tiles.flatMap((tile) => {
      const label = tile.label ?? tile.key;
      return problemsOfTile(tile, label, check).map((problem) =>
        wrong(
          `The tile "${label}" of the board in ${name}: ${inWords(problem, available)}`,
          'Correct the tile in the editor, or restore an earlier version.',
        ),
      );
    });
  });
}

const inWords = (problem: TileProblem, available: Parameters<typeof describeMissing>[1]): string =>
  problem.kind === 'broken'
    ? describeMissing(problem.reference, available)
    : describeProblem(problem.problem, englishText);
