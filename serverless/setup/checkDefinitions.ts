import {
  availableIn,
  compileFormula,
  createBudget,
  FormulaError,
  missingReferences,
  type MissingReference,
} from '../../src/model/formula';
import { describeProblem } from '../../src/visuals/describeProblem';
import { parseMetricDefinitions, type ParsedDefinition } from '../../src/model/metric/parseMetricDefinitions';
import { prepareMetric } from '../../src/model/metric/prepareMetric';
import { englishText } from './englishText';
import { fine, wrong, type Finding } from './Finding';

export interface DefinitionContext {
  /** Unique name of the document, for what is said. */
  readonly document: string;
  /** Whether the board has no other documents of definitions. */
  readonly isOnly: boolean;
  /** The document with the dashboard data. */
  readonly data: unknown;
  /** Names of what the workspace has at this moment. */
  readonly activities: readonly string[];
  readonly queues: readonly string[];
}

/** What tiles would say ERR about, and why: by the very code that draws them. */
export function checkDefinitions(definitions: unknown, context: DefinitionContext): readonly Finding[] {
  const parsed = parseMetricDefinitions(definitions);
  if (parsed.length === 0) {
    if (!context.isOnly) return [fine(`The document ${context.document} holds no metric`)];
    return [
      wrong(
        `The document ${context.document} holds no metric, so the dashboard is empty.`,
        'Import default_stats.json: npm run setup -- --replace-definitions',
      ),
    ];
  }
  const problems = parsed.flatMap((definition) => checkDefinition(definition, context));
  const bad = new Set(problems.map(({ key }) => key)).size;
  const where = context.isOnly ? '' : ` of ${context.document}`;
  const good = fine(`${parsed.length - bad} of ${parsed.length} metrics${where} are as they should be`);
  return [good, ...problems.map(({ finding }) => finding)];
}

function checkDefinition(
  definition: ParsedDefinition,
  context: DefinitionContext,
): readonly { readonly key: string; readonly finding: Finding }[] {
  const { key, label } = definition;
  const edit = `Correct it in the document ${context.document} (Console > Sync > Services > Default Service).`;
  const problem = (what: string) => ({
    key,
    finding: wrong(`Metric "${key}"${label === key ? '' : ` (${label})`}: ${what}`, edit),
  });

  const formulas = formulasOf(definition);
  const { queues, activities } = context;
  // Which choices a board offers is checked with the board.
  const available = { queues, activities, seconds: availableIn(context.data).seconds, variables: undefined };
  const missing = formulas
    .flatMap((formula) => missingReferences(formula, available))
    .map((reference) => problem(describeMissing(reference, available)));
  if (missing.length > 0) return missing;
  // Only the theme in Flex knows its colours.
  const evaluate = prepareMetric(definition, { locale: 'en' });
  const input = { data: context.data, staleAfterSeconds: Infinity, budget: createBudget() };
  const { reading } = evaluate(input, Date.now());
  switch (reading.status) {
    case 'definition-error':
    case 'formula-error':
    case 'format-error':
      return [problem(describeProblem(reading.problem, englishText))];
    case 'value':
      return reading.styleProblems.map((found) => problem(describeProblem(found, englishText)));
    case 'no-data':
      return formulas.flatMap(syntaxProblem).map(problem);
    case 'too-few':
    case 'no-answer':
      return [];
  }
}

function formulasOf(parsed: ParsedDefinition): readonly string[] {
  if (!('definition' in parsed)) return [];
  const { formula, sampleFormula } = parsed.definition;
  return sampleFormula === undefined ? [formula] : [formula, sampleFormula];
}

/** What a formula asks for by name and is not there: renamed, deleted, or never created. */
export function describeMissing(
  { kind, name }: MissingReference,
  { queues, activities, seconds }: Present,
): string {
  const create = `If "${name}" should exist, create it in Console > TaskRouter.`;
  switch (kind) {
    case 'queue':
      return `The workspace has no queue "${name}". It has ${list(queues)}. ${create}`;
    case 'activity':
      return `The workspace has no activity "${name}". It has ${list(activities)}. ${create}`;
    case 'name':
      return `The workspace has no queue and no activity "${name}". It has the queues ${list(queues)} and the activities ${list(activities)}. ${create}`;
    case 'variable':
      return `No board offers the choice "${name}".`;
    case 'seconds':
      return `Waits are not counted at ${name} seconds. They are counted at ${seconds?.join(', ') || 'none'}. DASHBOARD_WAIT_SPLITS of the Function says at which.`;
  }
}

export interface Present {
  readonly queues: readonly string[];
  readonly activities: readonly string[];
  readonly seconds: readonly string[] | undefined;
}

function syntaxProblem(formula: string): readonly string[] {
  try {
    compileFormula(formula);
    return [];
  } catch (error: unknown) {
    if (error instanceof FormulaError) return [error.message];
    throw error;
  }
}

const list = (names: readonly string[]): string =>
  names.length === 0
    ? 'none'
    : `${names
        .slice(0, 12)
        .map((name) => `"${name}"`)
        .join(', ')}${names.length > 12 ? ` and ${names.length - 12} more` : ''}`;
