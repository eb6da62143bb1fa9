import { readOnce, type EvaluationContext } from '../../board/ReadingsStore';
import { availableIn, missingReferences } from '../../../model/formula';
import { parseMetricDefinitions, type ParsedDefinition } from '../../../model/metric/parseMetricDefinitions';
import { labelOfTile, type Board } from '../../../model/board/Board';
import { writeTile } from '../../../model/board/boardDocument';
import { parseBoard } from '../../../model/board/parseBoard';
import { boardDocumentsIn, showing } from '../../../model/board/severalBoards';
import { knownVariables } from '../../../model/board/variablesOfBoard';
import { sameJson } from '../../../persistence/sameJson';
import { mistakeIn, problemsOfTile, type TileProblem } from '../../../visuals/problemsOfTile';
import { checkOfTiles } from '../import-export/checkOfTiles';
import { bytesOf } from '../../../persistence/bytesOf';
import { entryIn, type JsonObject } from '../../../model/board/BoardDocuments';
import { changesOf } from '../draft/changesOf';
import { documentSizes } from '../../../model/board/documentSizes';
import { documentsOf, type EditingSession } from '../draft/EditingSession';

/** Something that whoever saves should know first. */
export type SaveProblem =
  /** Sync would refuse it. */
  | {
      readonly kind: 'too-large';
      readonly document: string;
      readonly bytesOver: number;
      /** Labels of the tiles that take most of it, the largest first; none of them in the board settings. */
      readonly largest: readonly string[];
      /** Whether it is the board's own document. */
      readonly isBoard?: boolean;
    }
  | (TileProblem & {
      /** Labels of the tiles that have it. */
      readonly labels: readonly string[];
    });

/** Whether it keeps the board from being saved. */
export const isInTheWay = ({ kind }: SaveProblem): boolean => kind === 'too-large' || kind === 'wrong';

/** What is wrong with what would be saved, each problem once with the tiles that have it. What nobody changed now is left alone. */
export function saveProblems(session: EditingSession, moment: EvaluationContext): readonly SaveProblem[] {
  const documents = documentsOf(session);
  const changed = changesOf(session).flatMap((change) =>
    change.kind === 'metric' && change.change !== 'removed' ? [change.key] : [],
  );
  const gathered = new Map<string, SaveProblem & TileProblem>();
  const gather = (label: string, problems: readonly TileProblem[]): void => {
    for (const problem of problems) {
      const id = JSON.stringify(problem);
      const labels = [...(gathered.get(id)?.labels ?? []), label];
      gathered.set(id, { ...problem, labels });
    }
  };
  for (const parsed of changed.flatMap((key) => parseMetricDefinitions({ [key]: entryIn(documents, key) })))
    gather(parsed.label, problemsOf(parsed, moment, knownVariables(session.current)));
  for (const { name } of boardDocumentsIn(documents)) {
    const [before, after] = [session.base, documents].map((all) => parseBoard(showing(all, name))) as [
      Board,
      Board,
    ];
    const known = new Map(tilesOn(before).map((tile) => [tile.key, writeTile(tile)]));
    for (const tile of tilesOn(after)) {
      if (sameJson(known.get(tile.key), writeTile(tile))) continue;
      const label = labelOfTile(after, tile.key);
      gather(label, problemsOfTile(tile, label, checkOfTiles(after, tile.with, moment)));
    }
  }
  return [...tooLarge(session), ...gathered.values()];
}

const tilesOn = ({ sections }: Board) => sections.flatMap(({ tiles }) => tiles);

function tooLarge(session: EditingSession): readonly SaveProblem[] {
  const documents = documentsOf(session);
  const before = new Map(documentSizes(session.base).map(({ name, bytes }) => [name, bytes]));
  return documentSizes(documents)
    .filter(({ name, bytes, bytesLeft }) => bytesLeft < 0 && before.get(name) !== bytes)
    .map(({ name, bytesLeft }) => ({
      kind: 'too-large',
      document: name,
      bytesOver: -bytesLeft,
      ...(name === documents.layout?.name && { isBoard: true }),
      largest: largestIn(documents.definitions.find((document) => document.name === name)?.value ?? {}),
    }));
}

/** So many tiles are looked at first. */
const mostNamed = 3;

const largestIn = (definitions: JsonObject): readonly string[] =>
  parseMetricDefinitions(definitions)
    .map(({ key, label }) => ({ label, bytes: bytesOf({ [key]: definitions[key] }) }))
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, mostNamed)
    .map(({ label }) => label);

function problemsOf(
  parsed: ParsedDefinition,
  moment: EvaluationContext,
  variables: readonly string[],
): readonly TileProblem[] {
  if ('problem' in parsed) return [{ kind: 'wrong', problem: parsed.problem }];
  const { formula, sampleFormula } = parsed.definition;
  const formulas = [formula, ...(sampleFormula === undefined ? [] : [sampleFormula])];
  const wrong = formulas.flatMap((text) => mistakeIn({ text }) ?? []);
  if (wrong.length > 0) return wrong.map((problem) => ({ kind: 'wrong', problem }));
  const available = { ...availableIn(moment.data), variables };
  const broken = formulas.flatMap((text) => missingReferences(text, available));
  if (broken.length > 0) return broken.map((reference) => ({ kind: 'broken', reference }));
  const reading = readOnce(parsed, moment);
  return 'problem' in reading ? [{ kind: 'doubtful', problem: reading.problem }] : [];
}
