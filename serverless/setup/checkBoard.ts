import { mostFurtherDocuments } from '../../src/model/board/namedDocuments';
import { gatherDefinitions } from '../../src/dashboard/gatherDefinitions';
import { problemInWords } from '../../src/visuals/problemInWords';
import { parseBoardSettings } from '../../src/metric/parseBoardSettings';
import { checkDocument } from './checkDocuments';
import { englishText } from './englishText';
import { wrong, type Finding } from './Finding';
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
  const boardName = typeof setting === 'string' && setting.trim() !== '' ? setting.trim() : 'dashboard-board';
  const edit = `Correct it in the document ${boardName} (Console > Sync > Services > Default Service).`;
  const { definitionDocuments, problems } = parseBoardSettings((await read(boardName))?.data);
  const findings = problems.map((problem) =>
    wrong(englishText('SettingProblem', { problem: problemInWords(problem, englishText) }), edit),
  );
  const documents = first ? [{ name: firstName, data: first.data }] : [];
  for (const name of definitionDocuments.slice(0, mostFurtherDocuments)) {
    const document = await read(name);
    if (document) {
      documents.push({ name, data: document.data });
      findings.push(checkDocument(name, document, edit));
    } else findings.push(wrong(englishText('DefinitionsMissing', { document: name }), edit));
  }
  const gathered = gatherDefinitions(
    documents.map(({ name, data }) => ({ name, state: { status: 'present', value: data } })),
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
  return { findings, documents };
}
