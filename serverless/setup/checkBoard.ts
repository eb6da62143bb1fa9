import { defaultDocuments, mostFurtherDocuments } from '../../src/schema/defaults';
import { audienceOf } from '../../src/model/board/audience';
import { metricOfTile } from '../../src/model/board/Board';
import { readBoardDocument } from '../../src/model/board/boardDocument';
import { namedDocuments } from '../../src/model/board/namedDocuments';
import { gatherDefinitions } from '../../src/sources/gatherDefinitions';
import { describeProblem } from '../../src/visuals/describeProblem';
import { parseVariables, typesByName, variablesOfMetric } from '../../src/model/metric/boardVariables';
import { isRecord } from '../../src/model/metric/fieldChecks';
import { parseBoardSettings } from '../../src/model/metric/parseBoardSettings';
import { boardDocumentName, boardsIn, boardsName } from '../../src/persistence/boardNames';
import { checkDocument } from './checkDocuments';
import { englishText } from './englishText';
import { fine, note, wrong, type Finding } from './Finding';
import type { StoredDocument } from './readAccountState';

export interface CheckedBoard {
  readonly findings: readonly Finding[];
  /** All documents of definitions that there are, in the order of the board. */
  readonly documents: readonly { readonly name: string; readonly data: unknown }[];
  /** The documents of boards that are shown. */
  readonly boards: readonly { readonly name: string; readonly data: unknown }[];
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
    wrong(englishText('SettingProblem', { problem: describeProblem(problem, englishText) }), edit),
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
  const shown = new Set(stored.boards.flatMap(({ document }) => metricsShownIn(document?.data)));
  const unused = [...metrics].filter(([key]) => !shown.has(key)).map(([, label]) => label);
  if (stored.boards.length > 0 && unused.length > 0)
    findings.push(note(`Metrics on no board: ${unused.join(', ')}`));
  const boards = stored.boards.map(({ name, document }) => ({ name, data: document?.data }));
  return { findings, documents, boards };
}

interface StoredBoard {
  readonly name: string;
  /** In the list of boards. */
  readonly title: string | undefined;
  /** Its entry in that list. */
  readonly entry: unknown;
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
  const known = boardsIn(index.data);
  const listed: unknown = isRecord(index.data) ? index.data.boards : undefined;
  const isDamaged = !Array.isArray(listed) || listed.length > known.length;
  const deleted = known.filter(({ deletedAt }) => deletedAt !== undefined);
  const findings = isDamaged
    ? [
        wrong(
          `The document ${name} lists a board without an "id" of eight characters a-z and 0-9.`,
          `Restore an earlier version in the editor, or correct it in the document ${name}.`,
        ),
      ]
    : [checkDocument(name, index, 'Delete boards that nobody needs in the editor.')];
  if (deleted.length > 0) {
    const titles = deleted.map(({ id, title }) => title ?? id).join(', ');
    findings.push(note(`Deleted boards, which the editor can restore for 30 days: ${titles}`));
  }
  const boards = await Promise.all(
    known
      .filter(({ deletedAt }) => deletedAt === undefined)
      .map(async ({ id, title }) => {
        const board = boardDocumentName(boardName, id);
        const entry = Array.isArray(listed)
          ? listed.find((one) => isRecord(one) && one.id === id)
          : undefined;
        return { name: board, title, entry, document: await read(board) };
      }),
  );
  return { findings, boards };
}

/** How full a board's document is, and which metrics its tiles lack. */
function checkStoredBoard(
  { name, title, entry, document }: StoredBoard,
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
  const broken = [...new Set(metricsShownIn(document.data))].filter((key) => !metrics.has(key));
  return [
    fine(
      `The board ${title === undefined ? '' : `"${title}" `}in ${name} has ${tiles.length} ${tiles.length === 1 ? 'tile' : 'tiles'}${audienceInWords(entry)}`,
    ),
    checkDocument(name, document, restore),
    ...faults.map((problem) =>
      wrong(
        `In the board in ${name}: ${englishText('VariableProblem', { problem: describeProblem(problem, englishText) })}`,
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
  ];
}

const metricsShownIn = (board: unknown): readonly string[] =>
  isRecord(board)
    ? readBoardDocument(board)
        .sections.flatMap((section) => section.tiles)
        .flatMap((tile) => metricOfTile(tile) ?? [])
    : [];

/** Who a board opens for by itself. */
function audienceInWords(entry: unknown): string {
  const { teams, roles } = audienceOf(entry);
  const parts = [
    ...(teams.length > 0 ? [`the ${teams.length === 1 ? 'team' : 'teams'} ${teams.join(', ')}`] : []),
    ...(roles.length > 0 ? [`the ${roles.length === 1 ? 'role' : 'roles'} ${roles.join(', ')}`] : []),
  ];
  return parts.length > 0 ? `, and opens for ${parts.join(' with ')}` : '';
}
