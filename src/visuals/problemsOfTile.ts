import type { StoredChoice, StoredTile } from '../schema/boardDocuments';
import {
  compileFormula,
  everything,
  FormulaError,
  missingAmong,
  referencesIn,
  type Available,
  type FormulaSource,
  type MissingReference,
} from '../model/formula';
import { isText } from '../model/metric/fieldChecks';
import type { Problem } from '../model/metric/Problem';
import { readingsIn, type ShapedReading } from '../model/metric/Reading';
import { formulasOf, type TileMeasure } from './Measure';
import { tileMeasure } from './tileMeasure';

/** What is wrong with a tile, or with a metric. */
export type TileProblem =
  /** Cannot be right, whatever is collected: the formula or the definition itself. */
  | { readonly kind: 'wrong'; readonly problem: Problem }
  /** Does not fit the numbers of this moment. */
  | { readonly kind: 'doubtful'; readonly problem: Problem }
  /** Something is asked for by name that is not there. */
  | { readonly kind: 'broken'; readonly reference: MissingReference };

export interface TileCheck {
  readonly available: Available;
  /** Of a choice that the board offers. */
  readonly typeOf: (variable: string) => string | undefined;
  readonly read: (measure: TileMeasure) => ShapedReading;
}

/** What is wrong with the formulas that a tile brings along, and with what it has fixed. Its metric is checked with the metrics. */
export function problemsOfTile(
  { visual, with: fixed = {} }: Pick<StoredTile, 'visual' | 'with'>,
  label: string,
  { available, typeOf, read }: TileCheck,
): readonly TileProblem[] {
  const measure = tileMeasure(visual, label);
  const formulas = measure ? formulasOf(measure) : [];
  const wrong = formulas.flatMap((formula) => mistakeIn(formula) ?? []);
  if (wrong.length > 0) return wrong.map((problem) => ({ kind: 'wrong', problem }));
  const variables = available.variables && [...available.variables, ...Object.keys(fixed)];
  const references = [
    ...formulas.flatMap(({ text }) => referencesIn(text)),
    ...activitiesLimited(measure),
    ...Object.entries(fixed).flatMap(([name, choice]) => namesFixed(typeOf(name), choice)),
  ];
  const broken = missingAmong(references, { ...available, variables });
  if (broken.length > 0) return broken.map((reference) => ({ kind: 'broken', reference }));
  const problem = measure && problemIn(read(measure));
  return problem ? [{ kind: 'doubtful', problem }] : [];
}

/** Why a text is no formula; undefined when it is one. */
export function mistakeIn({ text, variables = [] }: FormulaSource): Problem | undefined {
  try {
    compileFormula(text, ...variables);
    return undefined;
  } catch (error: unknown) {
    if (!(error instanceof FormulaError)) throw error;
    return { kind: 'formula', message: error.message };
  }
}

/** Agents are judged by limits of their activities; one of another name is never reached. */
function activitiesLimited(measure: TileMeasure | undefined): readonly MissingReference[] {
  const variants = measure?.shape === 'rows' ? (measure.variants ?? []) : [];
  return variants
    .filter(({ paths }) => paths.includes('activity'))
    .flatMap(({ byValue }) => Object.keys(byValue).map((name) => ({ kind: 'activity', name }) as const));
}

function namesFixed(type: string | undefined, choice: StoredChoice): readonly MissingReference[] {
  if (type !== 'queue' && type !== 'activity') return [];
  const names = [choice].flat().filter((name): name is string => isText(name) && name !== everything);
  return names.map((name) => ({ kind: type, name }));
}

/** What keeps a tile, or a cell of it, from showing something. */
function problemIn(reading: ShapedReading): Problem | undefined {
  if ('problem' in reading) return reading.problem;
  for (const cell of readingsIn(reading)) if ('problem' in cell) return cell.problem;
  return undefined;
}
