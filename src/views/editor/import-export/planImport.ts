import type { BoardSettings } from '../../../schema/boardSettings';
import type { MetricDefinition } from '../../../schema/metricDefinition';
import { readOnce, type EvaluationContext } from '../../board/ReadingsStore';
import { availableIn, createBudget, missingReferences, type MissingReference } from '../../../model/formula';
import { isName, isRecord } from '../../../model/metric/fieldChecks';
import { parseBoardSettings } from '../../../model/metric/parseBoardSettings';
import { prepareFormula } from '../../../model/metric/prepareFormula';
import { parseVariables } from '../../../model/metric/boardVariables';
import { knownVariables } from '../../../model/board/variablesOfBoard';
import { parseMetricDefinitions } from '../../../model/metric/parseMetricDefinitions';
import type { Problem } from '../../../model/metric/Problem';
import type { Reading } from '../../../model/metric/Reading';
import { sameJson } from '../../../persistence/sameJson';
import { isMetricEntry, labelOfTile, sectionsOf, type Board } from '../../../model/board/Board';
import { readBoardDocument, writeBoardDocument } from '../../../model/board/boardDocument';
import { entryIn, homeOf, type BoardDocuments, type JsonObject } from '../../../model/board/BoardDocuments';
import { contentOf, parseBoard } from '../../../model/board/parseBoard';
import { problemsOfTile, type TileProblem } from '../../../visuals/problemsOfTile';
import { checkOfTiles } from './checkOfTiles';
import { readExchangeText, type ExchangeContent } from './readExchangeText';
import { rewriteMetric, type ImportChange } from './rewriteMetric';

/** What an import would do, metric by metric. Nothing is done yet. */
export interface ImportPlan {
  readonly metrics: readonly PlannedMetric[];
  /** Board settings that differ here; undefined when none do, or none were exported. */
  readonly settings: Partial<BoardSettings> | undefined;
  /** Where tiles stand by the document of the exported board, where that is not so here. */
  readonly layout?: JsonObject;
  /** What would be wrong with those tiles. */
  readonly tiles: readonly (TileProblem & { readonly labels: readonly string[] })[];
  /** The document of a new board of all that is in the text. */
  readonly document: JsonObject;
  /** What the exported board was called; undefined where that is not said. */
  readonly title: string | undefined;
}

export type PlannedMetric = {
  readonly key: string;
  readonly label: string;
} & (
  | {
      /** `same`: is here already, word for word. `differs`: another metric has the key. */
      readonly status: 'new' | 'same' | 'differs';
      readonly metric: MetricDefinition;
      /** What stands beside it in its entry. */
      readonly beside: JsonObject;
      readonly changes: readonly ImportChange[];
      /** Its formula is of the ancestor's later shape, and takes a person to write it anew. */
      readonly isByHand: boolean;
      readonly broken: readonly MissingReference[];
      /** What it shows here. */
      readonly reading: Reading;
    }
  /** What is written is no metric. */
  | { readonly status: 'invalid'; readonly problem: Problem }
);

export type UnreadText = Exclude<ExchangeContent, { status: 'read' }>;

/**
 * A dry run of an import, or why the text cannot be imported.
 * @param asNew whether it becomes a new board, for which the places that metrics here have mean nothing
 */
export function planImport(
  text: string,
  documents: BoardDocuments,
  moment: EvaluationContext,
  asNew = false,
): ImportPlan | UnreadText {
  const content = readExchangeText(text);
  if (content.status !== 'read') return content;
  const { definitions, board, layout, isOurs } = content;
  const budget = createBudget();
  const here = parseBoard(documents);
  const brought = parseVariables(layout?.variables).variables.map(({ name }) => name);
  const variables = [...knownVariables(here), ...brought];
  const available = { ...availableIn(moment.data), variables };
  const { own } = here;
  // The document of a board says where its tiles stand, and the places in its metrics say nothing.
  const isSameHere = (standing: JsonObject, metric: JsonObject): boolean =>
    own || asNew
      ? sameJson(contentOf({ metric: standing }), contentOf({ metric }))
      : sameJson(standing, metric);
  const metrics = Object.entries(definitions).map(([key, entry]): PlannedMetric => {
    const { metric, changes, isByHand } = rewrittenEntry(key, entry, isOurs, moment.data);
    const [parsed] = parseMetricDefinitions({ [key]: metric === undefined ? entry : { metric } });
    if (!parsed) return { key, label: key, status: 'invalid', problem: { kind: 'no-metric', key } };
    if ('problem' in parsed) return { key, label: parsed.label, status: 'invalid', problem: parsed.problem };
    const { label, definition } = parsed;
    const { formula, sampleFormula } = definition;
    const entryHere = entryIn(documents, key);
    const status = !homeOf(documents, key)
      ? 'new'
      : isMetricEntry(entryHere) && isRecord(metric) && isSameHere(entryHere.metric, metric)
        ? 'same'
        : 'differs';
    return {
      key,
      label,
      status,
      metric: definition,
      beside: besideMetric(entry),
      changes,
      isByHand,
      broken: [formula, sampleFormula ?? ''].flatMap((one) => missingReferences(one, available)),
      reading: readOnce(parsed, moment, budget),
    };
  });
  const [title] = [layout?.title, board?.title].filter(isName);
  const settings = documents.board.value;
  const settingsHere = own ? { ...settings, sections: sectionsOf(here) } : settings;
  const isLaidOut = layout && !sameJson(layout.sections, documents.layout?.value?.sections);
  return {
    metrics,
    settings: board && differingSettings(board, settingsHere),
    ...(isLaidOut && { layout }),
    tiles: isLaidOut ? problemsOfLayout(layout, moment) : [],
    document: layout ?? laidOutByMetrics(definitions, board),
    title,
  };
}

/** The document of a board whose metrics say where they stand. */
function laidOutByMetrics(definitions: JsonObject, board: JsonObject | undefined): JsonObject {
  const { sections, metrics } = parseBoard({
    definitions: [{ name: '', value: definitions }],
    board: { name: '', value: board },
  });
  const ofMetrics = sections.map((section) => ({
    ...section,
    tiles: section.tiles.filter(({ key }) => isMetricEntry(metrics.get(key))),
  }));
  return writeBoardDocument({ kept: {} }, ofMetrics);
}

function problemsOfLayout(layout: JsonObject, moment: EvaluationContext): ImportPlan['tiles'] {
  const { own, sections } = readBoardDocument(layout);
  const board: Board = { id: '', settings: {}, metrics: new Map(), own, sections };
  return sections.flatMap(({ tiles }) =>
    tiles.flatMap((tile) => {
      const label = labelOfTile(board, tile.key);
      const check = checkOfTiles(board, tile.with, moment);
      return problemsOfTile(tile, label, check).map((problem) => ({ ...problem, labels: [label] }));
    }),
  );
}

const besideMetric = (entry: unknown): JsonObject =>
  Object.fromEntries(Object.entries(Object(entry) as JsonObject).filter(([field]) => field !== 'metric'));

function rewrittenEntry(
  key: string,
  entry: unknown,
  isOurs: boolean,
  data: unknown,
): {
  readonly metric: JsonObject | undefined;
  readonly changes: readonly ImportChange[];
  readonly isByHand: boolean;
} {
  const metric = isRecord(entry) && isRecord(entry.metric) ? entry.metric : undefined;
  if (!metric || isOurs) return { metric, changes: [], isByHand: false };
  const rewritten = rewriteMetric(key, metric);
  const isSafe = rewritten.changes.every(
    (change) => change.kind !== 'formula' || givesTheSame(change.from, change.to, data),
  );
  if (isSafe) return rewritten;
  // Nobody's numbers change by an import: here the rule does not hold, so the formulas stay as they are.
  return {
    ...rewritten,
    metric: { ...rewritten.metric, formula: metric.formula, sampleFormula: metric.sampleFormula },
    changes: rewritten.changes.filter(({ kind }) => kind !== 'formula'),
  };
}

/** Whether a formula gives what another gives, where that gives anything. */
function givesTheSame(from: string, to: string, data: unknown): boolean {
  const before = prepareFormula(from).evaluate(data, createBudget());
  if ('problem' in before) return true;
  const after = prepareFormula(to).evaluate(data, createBudget());
  return 'value' in after && after.value === before.value;
}

const settingNames = ['title', 'sections', 'staleAfterSeconds', 'reloadAt'] as const;

function differingSettings(
  board: JsonObject,
  here: JsonObject | undefined,
): Partial<BoardSettings> | undefined {
  const { problems, ...parsed } = parseBoardSettings(board);
  const present = parseBoardSettings(here);
  // Sections that only this board has stay, after the others.
  const wanted = { ...parsed, sections: [...new Set([...parsed.sections, ...present.sections])] };
  const differing = settingNames.filter(
    (name) =>
      board[name] !== undefined &&
      !problems.some((problem) => problem.kind === 'field' && problem.field === name) &&
      !sameJson(wanted[name], present[name]),
  );
  return differing.length > 0 ? Object.fromEntries(differing.map((name) => [name, wanted[name]])) : undefined;
}
