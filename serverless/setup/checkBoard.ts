import { defaultDocuments, mostFurtherDocuments } from '../../src/contract/defaults';
import { metricOfTile } from '../../src/model/board/Board';
import { readBoardDocument } from '../../src/model/board/boardDocument';
import { namedDocuments } from '../../src/model/board/namedDocuments';
import { gatherDefinitions } from '../../src/dashboard/gatherDefinitions';
import { problemInWords } from '../../src/visuals/problemInWords';
import { parseVariables, typesByName, variablesOfMetric } from '../../src/metric/boardVariables';
import { isRecord } from '../../src/metric/fieldChecks';
import { parseBoardSettings } from '../../src/metric/parseBoardSettings';
import { boardDocumentName, boardIdsIn, boardsName } from '../../src/saving/boardNames';
import { checkDocument } from './checkDocuments';
import { englishText } from './englishText';
import { fine, note, wrong, type Finding } from './Finding';
import type { StoredDocument } from './readAccountState';

export interface CheckedBoard {
  readonly findings: readonly Finding[];
  /** All documents of definitions that there are, in the order of the board. */
  readonly documents: readonly { readonly name: string; readonly data: unknown }[];
}

/** The settings of the board, which need not exist, and the further documents of definitions that they name. */
export async function checkBoard(
  read: (name: string) => Promise<StoredDocument | undefined>,
  customData: Readonly<Record<string, unknown>>,
  firstName: string,
  first: StoredDocument | undefined,
): Promise<CheckedBoard> {
  const setting = customData.DASHBOARD_BOARD_DOCUMENT;
  const boardName =
    typeof setting === 'string' && setting.trim() !== '' ? setting.trim() : defaultDocuments.board;
  const edit = `Correct it in the document ${boardName} (Console > Sync > Services > Default Service).`;
  const { definitionDocuments, problems } = parseBoardSettings((await read(boardName))?.data);
  const findings = problems.map((problem) =>
    wrong(englishText('SettingProblem', { problem: problemInWords(problem, englishText) }), edit),
  );
  const documents = first ? [{ name: firstName, data: first.data }] : [];
  const stored = await readBoards(read, boardName);
  const needed = stored.boards.flatMap(({ document }) =>
    namedDocuments(undefined, [firstName], document?.data),
  );
  const further = [...new Set([...definitionDocuments, ...needed])];
  for (const name of further.slice(0, mostFurtherDocuments)) {
    const document = await read(name);
    if (document) {
      documents.push({ name, data: document.data });
      findings.push(checkDocument(name, document, edit));
    } else findings.push(wrong(englishText('DefinitionsMissing', { document: name }), edit));
  }
  const gathered = gatherDefinitions(
    documents.map(({ name, data }) => ({ name, state: { status: 'ready', value: data } })),
  );
  for (const problem of gathered.problems)
    if (problem.kind === 'keys-taken') {
      const { document, keys } = problem;
      findings.push(
        wrong(
          englishText('KeysTaken', { document, keys: keys.join(', ') }),
          'Give one of the two another key.',
        ),
      );
    }
  const metrics = new Map(gathered.definitions.map(({ key, label }) => [key, label]));
  const definitions = new Map(
    gathered.definitions.map((parsed) => [
      parsed.key,
      'definition' in parsed ? parsed.definition : undefined,
    ]),
  );
  findings.push(
    ...stored.findings,
    ...stored.boards.flatMap((board) => checkStoredBoard(board, metrics, definitions)),
  );
  return { findings, documents };
}

interface StoredBoard {
  readonly name: string;
  readonly document: StoredDocument | undefined;
}

/** The boards that have documents of their own, as the list of boards names them; most installations have none. */
async function readBoards(
  read: (name: string) => Promise<StoredDocument | undefined>,
  boardName: string,
): Promise<{ readonly findings: readonly Finding[]; readonly boards: readonly StoredBoard[] }> {
  const name = boardsName(boardName);
  const index = await read(name);
  if (!index) return { findings: [], boards: [] };
  const ids = boardIdsIn(index.data);
  const listed: unknown = isRecord(index.data) ? index.data.boards : undefined;
  const isDamaged = !Array.isArray(listed) || listed.length > ids.length;
  const findings = isDamaged
    ? [
        wrong(
          `The document ${name} lists a board without an "id" of eight characters a-z and 0-9.`,
          `Restore an earlier version in the editor, or correct it in the document ${name}.`,
        ),
      ]
    : [checkDocument(name, index, '')];
  const boards = await Promise.all(
    ids.map(async (id) => {
      const board = boardDocumentName(boardName, id);
      return { name: board, document: await read(board) };
    }),
  );
  return { findings, boards };
}

/** How full a board's document is, and which metrics its tiles lack. */
function checkStoredBoard(
  { name, document }: StoredBoard,
  metrics: ReadonlyMap<string, string>,
  definitions: ReadonlyMap<string, unknown>,
): readonly Finding[] {
  const restore = 'Restore an earlier version in the editor.';
  if (!document)
    return [wrong(`The list of boards names the document ${name}, which does not exist.`, restore)];
  if (!isRecord(document.data)) return [wrong(`The document ${name} is no board.`, restore)];
  const tiles = readBoardDocument(document.data).sections.flatMap((section) => section.tiles);
  const { variables, faults } = parseVariables(document.data.variables);
  const offered = [...typesByName, ...variables.map((variable) => variable.name)];
  const unoffered = new Set(
    tiles.flatMap((tile) => {
      const read = variablesOfMetric(definitions.get(metricOfTile(tile) ?? ''));
      return read.filter((variable) => !offered.includes(variable) && tile.with?.[variable] === undefined);
    }),
  );
  const shown = tiles.flatMap((tile) => metricOfTile(tile) ?? []);
  const broken = [...new Set(shown)].filter((key) => !metrics.has(key));
  const unused = [...metrics].filter(([key]) => !shown.includes(key)).map(([, label]) => label);
  return [
    fine(`The board in ${name} has ${tiles.length} ${tiles.length === 1 ? 'tile' : 'tiles'}`),
    checkDocument(name, document, restore),
    ...faults.map((problem) =>
      wrong(
        `In the board in ${name}: ${englishText('VariableProblem', { problem: problemInWords(problem, englishText) })}`,
        'Correct it in the editor: Choices.',
      ),
    ),
    ...[...unoffered].map((variable) =>
      wrong(
        `A tile of the board in ${name} reads board.${variable}, and the board offers no such choice.`,
        `Add the choice "${variable}" in the editor: Choices.`,
      ),
    ),
    ...broken.map((key) =>
      wrong(
        `A tile of the board in ${name} shows the metric "${key}", which does not exist.`,
        'Delete the tile in the editor, or restore an earlier version.',
      ),
    ),
    ...(unused.length > 0 ? [note(`Metrics on no tile of the board in ${name}: ${unused.join(', ')}`)] : []),
  ];
}
