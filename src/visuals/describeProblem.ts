import type { Demand, NeededChoice, Problem, SimpleDemand, SourceFault } from '../model/metric/Problem';
import type { AskText, TextKey } from '../strings/TextKey';

/** What a metric needs that nobody chose, and why what was chosen does not do. */
export function needInWords(
  { variable, type, gone }: NeededChoice,
  text: AskText,
): { readonly word: string; readonly context?: string } {
  const names = gone.map((name) => `"${name}"`).join(', ');
  const word =
    type === 'queue' || type === 'channel' || type === 'activity'
      ? text(needs[type])
      : text('NeedsValue', { variable });
  return gone.length === 0 ? { word } : { word, context: text('ChoiceGone', { names }) };
}

const needs = { queue: 'NeedsQueue', channel: 'NeedsChannel', activity: 'NeedsActivity' } as const;

/** What is wrong, where, and what to do, in plain words of one language; the formula language's own words stay English. */
export function describeProblem(problem: Problem, text: AskText): string {
  switch (problem.kind) {
    case 'formula':
      return problem.message;
    case 'needs-choice': {
      const { word, context } = needInWords(problem, text);
      return context === undefined ? `${word}.` : `${word}: ${context}.`;
    }
    case 'source-failed':
      return text('ProblemSourceFailed', {
        source: problem.source,
        problem: faultInWords(problem.problem, text),
      });
    case 'formula-gives-list':
      return text('ProblemList');
    case 'formula-gives-object':
      return text('ProblemObject');
    case 'formula-gives-no-parts':
      return text('ProblemNoParts', problem);
    case 'part-no-count':
      return text('ProblemPartNoCount', problem);
    case 'formula-gives-no-rows':
      return text('ProblemNoRows', problem);
    case 'too-many-rows':
      return text('ProblemTooManyRows', { rows: problem.count, most: problem.most });
    case 'row-without-name':
      return text('ProblemRowWithoutName', problem);
    case 'in-row-key':
      return text('ProblemInRowKey', { problem: describeProblem(problem.problem, text) });
    case 'in-column':
      return text('ProblemInColumn', {
        column: problem.column,
        problem: describeProblem(problem.problem, text),
      });
    case 'unknown-column':
      return text('ProblemUnknownColumn', {
        column: problem.column,
        columns: problem.columns.map((column) => `"${column}"`).join(', '),
      });
    case 'unknown-visual':
      return text('ProblemUnknownVisual', { visual: problem.visual, visuals: problem.visuals.join(', ') });
    case 'visual-field-missing':
      return text('ProblemVisualFieldMissing', problem);
    case 'gauge-needs-number':
      return text('ProblemGaugeNeedsNumber', problem);
    case 'in-sample-formula':
      return text('ProblemInSample', { problem: describeProblem(problem.problem, text) });
    case 'sample-no-number':
      return text('ProblemSampleNoNumber', problem);
    case 'unknown-format': {
      const names = problem.formats.map((format) => `"${format}"`);
      const [formats, last = ''] = [names.slice(0, -1).join(', '), names[names.length - 1]];
      return text('ProblemUnknownFormat', { format: problem.format, formats, last });
    }
    case 'not-finite':
      return text('ProblemNotFinite', problem);
    case 'format-needs-number':
      return text('ProblemFormatNeedsNumber', problem);
    case 'format-needs-time':
      return text('ProblemFormatNeedsTime', problem);
    case 'no-time-zone':
      return text('ProblemNoTimeZone');
    case 'unknown-time-zone':
      return text('ProblemUnknownTimeZone', problem);
    case 'unknown-style':
      return text('ProblemUnknownStyle', { name: problem.name, styles: problem.styles.join(', ') });
    case 'unknown-colour':
      return text('ProblemUnknownColour', problem);
    case 'low-contrast':
      return problem.ground === undefined
        ? text('ProblemLowContrastOnTile', problem)
        : text('ProblemLowContrast', { ...problem, ground: problem.ground });
    case 'settings-no-object':
      return text('ProblemSettingsNoObject', problem);
    case 'too-many-documents':
      return text('ProblemTooManyDocuments', { documents: problem.count, most: problem.most });
    case 'field': {
      const { field, demand, found } = problem;
      return text('ProblemField', { field, demand: demandInWords(demand, text), found });
    }
    case 'in-definition':
      return text('ProblemInDefinition', { key: problem.key, problem: describeProblem(problem.fault, text) });
    case 'no-metric':
      return text('ProblemNoMetric', {
        key: problem.key,
        shape: '{ "metric": { "label": "…", "formula": "…" } }',
      });
    case 'metric-deleted':
      return text('ProblemMetricDeleted', problem);
    case 'formula-missing':
      return text('ProblemFormulaMissing');
    case 'threshold-no-number':
      return text('ProblemThresholdNoNumber', problem);
    case 'threshold-unclear':
      return text('ProblemThresholdUnclear', problem);
    case 'sample-formula-missing':
      return text('ProblemSampleFormulaMissing');
    case 'minimum-sample-missing':
      return text('ProblemMinimumSampleMissing');
  }
}

const simpleDemands = {
  text: 'MustBeText',
  name: 'MustBeName',
  flag: 'MustBeFlag',
  number: 'MustBeNumber',
  'number-from-0': 'MustBeNumberFrom0',
  'number-above-0': 'MustBeNumberAbove0',
  'number-or-text': 'MustBeNumberOrText',
  names: 'MustBeNames',
  'time-of-day': 'MustBeTimeOfDay',
  'number-or-band': 'MustBeNumberOrBand',
  'above-from': 'MustBeAboveFrom',
  columns: 'MustBeColumns',
  'agent-limits': 'MustBeAgentLimits',
  sort: 'MustBeSort',
  'variable-name': 'MustBeVariableName',
  'stored-choice': 'MustBeChoice',
  style: 'MustBeStyle',
  'colour-names': 'MustBeColourNames',
} as const satisfies Readonly<Record<SimpleDemand, TextKey>>;

function demandInWords(demand: Demand, text: AskText): string {
  switch (demand.must) {
    case 'whole-number':
      return text('MustBeWholeNumber', { from: demand.from, to: demand.to });
    case 'choice':
      return text('MustBeOneOf', { choices: demand.choices.map((choice) => `"${choice}"`).join(', ') });
    default:
      return text(simpleDemands[demand.must]);
  }
}

const sourceFaults = {
  'no-permission': 'SourceNoPermission',
  throttled: 'SourceThrottled',
  'no-client': 'SourceNoClient',
} as const satisfies Readonly<Record<SourceFault, TextKey>>;

/** Why a source of Flex's live queries could not be read. */
export const faultInWords = (problem: string, text: AskText): string =>
  isSourceFault(problem) ? text(sourceFaults[problem]) : problem;

const isSourceFault = (problem: string): problem is SourceFault =>
  Object.prototype.hasOwnProperty.call(sourceFaults, problem);
